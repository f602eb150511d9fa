//! The guides to their ends, on the pages of practice.

use reqwest::{Client, header};
use test_driver::{App, Error, flows, with_app};

use crate::practice;

pub(crate) const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const SECURITY: &str = "/cabinet/settings/security";

/// A browser on a page of practice, whose address it got from the app.
pub(crate) struct Browser {
    client: Client,
    origin: String,
}

impl Browser {
    /// Opens the page behind a link of the guide's step, and checks that its path is `path`.
    pub(crate) async fn follow(app: &App, link: &str, path: &str) -> Result<Self, Error> {
        app.window()?.click(&format!("link-{link}")).await?;
        let address: reqwest::Url = app.opened_address().await?.parse().unwrap();
        assert_eq!((address.scheme(), address.host_str()), ("http", Some("127.0.0.1")));
        assert_eq!((address.path(), address.query()), (path, Some("lang=en")));
        let client = Client::builder().no_proxy().build().unwrap();
        let origin = address.origin().ascii_serialization();
        let page = client.get(address).send().await.unwrap().text().await.unwrap();
        assert!(page.contains("PRACTICE"), "{page}");
        Ok(Self { client, origin })
    }

    /// Sends a form to a page, and gives the page of the answer.
    pub(crate) async fn send(&self, path: &str, form: &str) -> String {
        let sending = self
            .client
            .post(format!("{}{path}", self.origin))
            .header(header::ORIGIN, &self.origin)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form.to_owned());
        sending.send().await.unwrap().error_for_status().unwrap().text().await.unwrap()
    }

    /// Requests a test key for these digits, as a program of the client would.
    pub(crate) async fn test_key(&self, digits: &str) -> String {
        let sending = self
            .client
            .post(format!("{}/v.1.0/test-api-keys", self.origin))
            .header(header::CONTENT_TYPE, "application/json")
            .body(format!(r#"{{"phone":"{digits}"}}"#));
        let answer = sending.send().await.unwrap().error_for_status().unwrap();
        let answer: serde_json::Value =
            serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        answer["apiKey"].as_str().unwrap().to_owned()
    }

    /// Deactivates this many keys of production, the newest first.
    pub(crate) async fn deactivate_newest(&self, count: usize) {
        let list = self.client.get(format!("{}{API_KEYS}", self.origin));
        let list = list.send().await.unwrap().text().await.unwrap();
        let links = list.split("href=\"").skip(1).filter_map(|link| link.split('"').next());
        let links: Vec<&str> = links.filter(|link| link.contains("/deactivate")).collect();
        for link in &links[..count] {
            let path = link.split('?').next().unwrap_or(link);
            self.send(path, "").await;
        }
    }
}

/// The newest key on a page that lists keys.
pub(crate) fn newest_key(page: &str) -> String {
    let (_, after) = page.split_once("data-testid=\"key\"").unwrap();
    let (_, key) = after.split_once('>').unwrap();
    key.split('<').next().unwrap().trim().to_owned()
}

/// From the step that imports the key to the page that shows the saved key.
async fn import(app: &App, key: &str, name: &str) -> Result<(), Error> {
    let window = app.window()?;
    app.desktop().copy(key)?;
    flows::expect_step(window, "add_key").await?;
    window.turn_to("guide-add-key").await?;
    window.click("add-key-look").await?;
    window.type_into("key-name", name).await?;
    window.click("add-key-keep").await?;
    window.wait_for("key-card").await
}

/// From the decision about the organizations to a key for all of them. Returns the key.
async fn create_production_key(app: &App) -> Result<String, Error> {
    let window = app.window()?;
    flows::expect_step(window, "organizations").await?;
    window
        .run("document.querySelector('[data-testid=guide-step] input[value=one]').click()")
        .await?;
    window.wait_for("guide-advice").await?;
    flows::finish_step(window, "organizations").await?;
    flows::expect_step(window, "create").await?;
    let browser = Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
    let made = browser.send(&format!("{API_KEYS}/new"), "name=Web+shop&all=yes").await;
    flows::finish_step(window, "create").await?;
    Ok(newest_key(&made))
}

#[test]
fn the_guide_for_europe_leads_to_a_verified_key() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        flows::confirm_person(window).await?;
        flows::expect_step(window, "account").await?;
        Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        flows::finish_step(window, "account").await?;
        flows::answer_step(window, "offered", "no").await?;
        flows::finish_step(window, "affiliate").await?;
        flows::expect_step(window, "answer").await?;
        let browser = Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        browser.send("/my-nova-post", "name=Hanse+Textil+GmbH&tax-code=").await;
        flows::finish_step(window, "answer").await?;

        let key = create_production_key(app).await?;
        import(app, &key, "Web shop").await?;
        // Verified against the production part of practice: the sandbox would refuse the key.
        window.wait_for("add-key-works").await?;
        window.turn_to("back-to-guide").await?;
        flows::finish_step(window, "tell").await?;
        window.wait_for("guide-arrived").await
    })
}

#[test]
fn an_organization_that_is_offered_needs_no_email() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        flows::confirm_person(window).await?;
        flows::finish_step(window, "account").await?;
        flows::expect_step(window, "offered").await?;
        window.wait_for("guide-play").await?;
        let browser = Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        browser.send("/my-nova-post", "name=Hanse+Textil+GmbH&tax-code=").await;
        flows::answer_step(window, "offered", "yes").await?;
        let key = create_production_key(app).await?;
        import(app, &key, "Web shop").await?;
        window.wait_for("add-key-works").await?;
        window.turn_to("back-to-guide").await?;
        flows::finish_step(window, "tell").await?;
        window.wait_for("guide-arrived").await
    })
}

#[test]
fn the_guide_for_ukraine_leads_to_a_checked_key() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::start_guide(window, "ukraine", "Dnipro Trade").await?;
        flows::expect_step(window, "cabinet").await?;
        Browser::follow(app, "ukraine_cabinet", "/cabinet").await?;
        flows::finish_step(window, "cabinet").await?;
        flows::expect_step(window, "create").await?;
        let browser =
            Browser::follow(app, "ukraine_keys", "/dashboard/settings/developers").await?;
        let made = browser.send(SECURITY, "").await;
        flows::finish_step(window, "create").await?;
        import(app, &newest_key(&made), "Accounting").await?;
        // Checked with the call of the API of Ukraine: the other environments would refuse the key.
        window.wait_for("add-key-works").await?;
        window.turn_to("back-to-guide").await?;
        window.wait_for("guide-arrived").await?;
        window.turn_to("nav-keys").await?;
        window.wait_for("key-row").await?;
        window.run("document.querySelector('[data-testid=key-row] button').click()").await?;
        window.click("check-key").await?;
        window.wait_for("key-company").await?;
        assert!(window.text("key-company").await?.contains("12345670"));
        let facts = window.text("key-card").await?;
        assert!(!facts.contains("12345670"), "the company was kept without a yes: {facts}");
        window.click("keep-company").await?;
        let is_kept = "return document.querySelector('[data-testid=key-card]').textContent.includes('12345670')";
        window.wait_until("the company in the list", is_kept).await?;
        window.turn_to("nav-keys").await?;
        window.click("check-all").await?;
        window.wait_for("check-all-result").await
    })
}
