//! The simulated web sites, used as by a browser: forms have an `Origin`, redirects are followed by the
//! test.

mod guards;
mod key_request;
mod keys;
mod languages;
mod markup;
mod style;
mod test_key;
mod text;

use keydesk_practice::{Options, Practice, Site};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode, header};

use crate::test_server::{TestServer, text};

const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const NEW_KEY: &str = "/my-nova-post/integrations/api-keys/new";
const SECURITY: &str = "/cabinet/settings/security";

/// The response with a page.
struct Page {
    status: StatusCode,
    headers: header::HeaderMap,
    html: String,
}

/// A server and an HTTP client that acts like a browser.
struct Browser {
    server: TestServer,
    client: Client,
    origin: String,
}

impl Browser {
    async fn new() -> Self {
        Self::of(TestServer::new().await)
    }

    async fn with(options: Options) -> Self {
        Self::of(TestServer::with(options).await)
    }

    fn of(server: TestServer) -> Self {
        let client = Client::builder().no_proxy().redirect(Policy::none()).build().unwrap();
        let origin = format!("http://127.0.0.1:{}", server.port());
        Self { server, client, origin }
    }

    fn practice(&self) -> &Practice {
        &self.server.practice
    }

    async fn open(&self, path: &str) -> Page {
        read(self.client.get(self.url(path)).send().await.unwrap()).await
    }

    /// Sends a form and follows its redirect.
    async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let sent = self.form_request(path, fields).send().await.unwrap();
        match sent.headers().get(header::LOCATION) {
            Some(location) if sent.status() == StatusCode::SEE_OTHER => {
                self.open(location.to_str().unwrap()).await
            }
            _ => read(sent).await,
        }
    }

    /// The request that sends a form from a page of this server.
    fn form_request(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        self.form_without_origin(path, fields).header(header::ORIGIN, &self.origin)
    }

    /// The request that sends a form without an `Origin`.
    fn form_without_origin(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        self.client.post(self.url(path)).header(header::CONTENT_TYPE, kind).body(form)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    async fn add_organization(&self, name: &str) -> Page {
        self.send("/my-nova-post", &[("name", name), ("tax-code", "")]).await
    }

    /// Creates a key for all organizations and reads it from the list.
    async fn create_key(&self, name: &str) -> String {
        self.send(NEW_KEY, &[("name", name), ("all", "yes")]).await.newest_key()
    }

    async fn production(&self, call: &str) -> Response {
        let url = format!("{}{call}", self.practice().production_url());
        self.server.http.get(url).send().await.unwrap()
    }

    async fn authorize(&self, key: &str) -> Response {
        self.production(&format!("clients/authorization?apiKey={key}")).await
    }

    async fn token(&self, key: &str) -> String {
        text(&self.authorize(key).await.json().await.unwrap(), "jwt")
    }

    /// The status of a list of production with this token.
    async fn list_status(&self, token: &str) -> StatusCode {
        let url = format!("{}dictionary/currencies?limit=1", self.practice().production_url());
        let asked = self.server.http.get(url).header(header::AUTHORIZATION, token);
        asked.send().await.unwrap().status()
    }
}

impl Page {
    /// The HTML inside elements with this `data-testid`.
    fn all(&self, id: &str) -> Vec<&str> {
        let mark = format!("data-testid=\"{id}\"");
        self.html.split(&mark).skip(1).map(|rest| between(rest, ">", "</")).collect()
    }

    /// The keys on the page, in its order.
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

    /// The targets of links and forms whose path has this ending.
    fn links(&self, ending: &str) -> Vec<&str> {
        let starts = ["href=\"", "action=\""];
        let all = starts.iter().flat_map(|start| self.html.split(*start).skip(1));
        let links = all.map(|rest| rest.split('"').next().unwrap());
        links.filter(|link| link.split('?').next().unwrap().ends_with(ending)).collect()
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

/// Every page with content on it, and every error page.
async fn every_page(browser: &Browser) -> Vec<(String, Page)> {
    browser.add_organization("Nordlicht").await;
    browser.add_organization("Südwind").await;
    let list = browser.send(NEW_KEY, &[("name", "Shop"), ("all", "yes")]).await;
    let security = browser.send(SECURITY, &[]).await;
    let asked =
        browser.form_request("/test-key", &[("phone", "498213437654")]).send().await.unwrap();
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
    let deactivations = [&list, &security].map(|page| page.links("/deactivate")[0].to_owned());
    let mut pages = vec![("made".to_owned(), list), ("made there".to_owned(), security)];
    for path in
        fixed.map(str::to_owned).into_iter().chain(deactivations).chain([test_key.to_owned()])
    {
        pages.push((path.clone(), browser.open(&path).await));
    }
    for (path, fields) in [
        ("/my-nova-post", [("name", "")].as_slice()),
        (NEW_KEY, &[]),
        ("/test-key", &[("phone", "491713920049")]),
        ("/test-key", &[("phone", "491713920062")]),
    ] {
        pages.push((format!("problem at {path}"), browser.send(path, fields).await));
    }
    let foreign = browser.form_without_origin(SECURITY, &[]).send().await.unwrap();
    pages.push(("foreign form".to_owned(), read(foreign).await));
    pages
}

#[tokio::test]
async fn the_root_page_links_to_every_site() {
    let browser = Browser::new().await;
    let start = browser.open("/").await;
    assert_eq!(start.status, 200);
    for site in ["/my-nova-post", "/cabinet", "/test-key"] {
        let [link] = start.links(site)[..] else { panic!("{site}: {}", start.html) };
        assert_eq!(browser.open(link).await.status, 200, "{site}");
    }
}

#[tokio::test]
async fn a_trailing_slash_redirects_to_the_page() {
    let browser = Browser::new().await;
    for page in ["/my-nova-post", API_KEYS, "/cabinet", SECURITY, "/test-key", "/test-key/x"] {
        let answer = browser.open(&format!("{page}/?lang=uk&page=2")).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{page}");
        assert_eq!(answer.headers[header::LOCATION], format!("{page}?lang=uk&page=2"));
    }
    let sent = browser.form_request("/cabinet/", &[]).send().await.unwrap();
    assert_eq!(sent.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn page_url_is_the_address_of_a_page() {
    let browser = Browser::new().await;
    for (site, heading) in [
        (Site::MyNovaPost, "Ваш кабінет"),
        (Site::Cabinet, "Кабінет вашої компанії"),
        (Site::TestKeyPage, "Створення API-ключа"),
    ] {
        let url = browser.practice().page_url(site, "uk");
        let page = read(browser.client.get(url).send().await.unwrap()).await;
        assert_eq!(page.status, 200);
        assert!(page.has(&format!("{heading}</h1>")), "{heading}");
    }
}
