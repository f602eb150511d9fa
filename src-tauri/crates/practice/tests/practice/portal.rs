//! The pages as a browser gets them: forms are sent from our own origin, redirects followed by hand.

mod guards;
mod keys;
mod languages;
mod look;
mod markup;
mod test_key;
mod text;

use keydesk_practice::{Options, Practice, Site};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode, header};

use crate::desk::{Desk, text};

const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const NEW_KEY: &str = "/my-nova-post/integrations/api-keys/new";
const SECURITY: &str = "/cabinet/settings/security";

/// A page that was answered.
struct Page {
    status: StatusCode,
    headers: header::HeaderMap,
    html: String,
}

/// Somebody at a browser.
struct Visitor {
    desk: Desk,
    browser: Client,
    origin: String,
}

impl Visitor {
    async fn new() -> Self {
        Self::of(Desk::new().await)
    }

    async fn with(options: Options) -> Self {
        Self::of(Desk::with(options).await)
    }

    fn of(desk: Desk) -> Self {
        let browser = Client::builder().no_proxy().redirect(Policy::none()).build().unwrap();
        let origin = format!("http://127.0.0.1:{}", desk.port());
        Self { desk, browser, origin }
    }

    fn practice(&self) -> &Practice {
        &self.desk.practice
    }

    async fn visit(&self, path: &str) -> Page {
        read(self.browser.get(self.url(path)).send().await.unwrap()).await
    }

    /// Sends a form, and goes where that leads.
    async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let sent = self.sending(path, fields).send().await.unwrap();
        match sent.headers().get(header::LOCATION) {
            Some(location) if sent.status() == StatusCode::SEE_OTHER => {
                self.visit(location.to_str().unwrap()).await
            }
            _ => read(sent).await,
        }
    }

    /// A form from our own page.
    fn sending(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        self.posting(path, fields).header(header::ORIGIN, &self.origin)
    }

    /// A form from nowhere.
    fn posting(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        self.browser.post(self.url(path)).header(header::CONTENT_TYPE, kind).body(form)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    async fn add_organization(&self, name: &str) -> Page {
        self.send("/my-nova-post", &[("name", name), ("tax-code", "")]).await
    }

    /// Creates a key for all organizations, and reads it on the list.
    async fn create_key(&self, name: &str) -> String {
        self.send(NEW_KEY, &[("name", name), ("all", "yes")]).await.newest_key()
    }

    async fn production(&self, call: &str) -> Response {
        let url = format!("{}{call}", self.practice().production_url());
        self.desk.http.get(url).send().await.unwrap()
    }

    async fn authorize(&self, key: &str) -> Response {
        self.production(&format!("clients/authorization?apiKey={key}")).await
    }

    async fn token(&self, key: &str) -> String {
        text(&self.authorize(key).await.json().await.unwrap(), "jwt")
    }

    /// What production says to a token.
    async fn prove(&self, token: &str) -> StatusCode {
        let url = format!("{}dictionary/currencies?limit=1", self.practice().production_url());
        let asked = self.desk.http.get(url).header(header::AUTHORIZATION, token);
        asked.send().await.unwrap().status()
    }
}

impl Page {
    /// What stands in elements with this `data-testid`, as HTML.
    fn all(&self, id: &str) -> Vec<&str> {
        let mark = format!("data-testid=\"{id}\"");
        self.html.split(&mark).skip(1).map(|rest| between(rest, ">", "</")).collect()
    }

    /// The keys of a list, as text and in its order.
    fn keys(&self) -> Vec<&str> {
        self.all("key")
    }

    fn newest_key(&self) -> String {
        (*self.keys().first().unwrap_or_else(|| panic!("no key: {}", self.html))).to_owned()
    }

    /// The rows of a list of keys, as HTML.
    fn rows(&self) -> Vec<&str> {
        let rows = self.html.split("data-testid=\"key-row\"").skip(1);
        rows.map(|rest| rest.split("</li>").next().unwrap()).collect()
    }

    /// Where links and forms of the page lead whose address ends so.
    fn ways(&self, ending: &str) -> Vec<&str> {
        let starts = ["href=\"", "action=\""];
        let all = starts.iter().flat_map(|start| self.html.split(*start).skip(1));
        let ways = all.map(|rest| rest.split('"').next().unwrap());
        ways.filter(|way| way.split('?').next().unwrap().ends_with(ending)).collect()
    }

    fn has(&self, text: &str) -> bool {
        self.html.contains(text)
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start).unwrap().1.split(end).next().unwrap()
}

async fn read(response: Response) -> Page {
    let (status, headers) = (response.status(), response.headers().clone());
    Page { status, headers, html: response.text().await.unwrap() }
}

/// Every page with something on it, and those that say that something is wrong.
async fn every_page(visitor: &Visitor) -> Vec<(String, Page)> {
    visitor.add_organization("Nordlicht").await;
    visitor.add_organization("Südwind").await;
    let list = visitor.send(NEW_KEY, &[("name", "Shop"), ("all", "yes")]).await;
    let security = visitor.send(SECURITY, &[]).await;
    let asked = visitor.sending("/test-key", &[("phone", "498213437654")]).send().await.unwrap();
    let test_key = asked.headers()[header::LOCATION].to_str().unwrap();
    let fixed = [
        "/",
        "/my-nova-post",
        "/my-nova-post/integrations",
        API_KEYS,
        NEW_KEY,
        "/my-nova-post/nowhere",
        "/cabinet",
        "/cabinet/settings",
        SECURITY,
        "/cabinet/nowhere",
        "/test-key",
        "/test-key/nobody",
        "/test-key/no/where",
    ];
    let deactivations = [&list, &security].map(|page| page.ways("/deactivate")[0].to_owned());
    let mut pages = vec![("made".to_owned(), list), ("made there".to_owned(), security)];
    for path in
        fixed.map(str::to_owned).into_iter().chain(deactivations).chain([test_key.to_owned()])
    {
        pages.push((path.clone(), visitor.visit(&path).await));
    }
    for (path, fields) in [
        ("/my-nova-post", [("name", "")].as_slice()),
        (NEW_KEY, &[]),
        ("/test-key", &[("phone", "491713920049")]),
        ("/test-key", &[("phone", "491713920062")]),
    ] {
        pages.push((format!("problem at {path}"), visitor.send(path, fields).await));
    }
    let foreign = visitor.posting(SECURITY, &[]).send().await.unwrap();
    pages.push(("foreign form".to_owned(), read(foreign).await));
    pages
}

#[tokio::test]
async fn the_bare_address_leads_to_every_site() {
    let visitor = Visitor::new().await;
    let start = visitor.visit("/").await;
    assert_eq!(start.status, 200);
    for site in ["/my-nova-post", "/cabinet", "/test-key"] {
        let [way] = start.ways(site)[..] else { panic!("{site}: {}", start.html) };
        assert_eq!(visitor.visit(way).await.status, 200, "{site}");
    }
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() {
    let visitor = Visitor::new().await;
    for page in ["/my-nova-post", API_KEYS, "/cabinet", SECURITY, "/test-key", "/test-key/x"] {
        let answer = visitor.visit(&format!("{page}/?lang=uk&page=2")).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{page}");
        assert_eq!(answer.headers[header::LOCATION], format!("{page}?lang=uk&page=2"));
    }
    let sent = visitor.sending("/cabinet/", &[]).send().await.unwrap();
    assert_eq!(sent.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_app_is_told_where_the_pages_are() {
    let visitor = Visitor::new().await;
    for (site, heading) in [
        (Site::MyNovaPost, "Ваш кабінет"),
        (Site::Cabinet, "Кабінет вашої компанії"),
        (Site::TestKeyPage, "API Key Generation"),
    ] {
        let url = visitor.practice().page_url(site, "uk");
        let page = read(visitor.browser.get(url).send().await.unwrap()).await;
        assert_eq!(page.status, 200);
        assert!(page.has(&format!("{heading}</h1>")), "{heading}");
    }
}
