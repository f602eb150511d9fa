//! The guides, played to their ends on practice's own pages.

use reqwest::{Client, header};
use test_driver::{App, Error, journey, play};

use crate::practice;

const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const SECURITY: &str = "/cabinet/settings/security";

/// The browser that the person has beside the app: it got its address from there.
pub(crate) struct Browser {
    client: Client,
    origin: String,
}

impl Browser {
    /// Opens the page behind a link of the guide's step, and looks whether it is the one meant.
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

    /// Sends a form of a page, and gives the page that this leads to.
    async fn send(&self, path: &str, form: &str) -> String {
        let sending = self
            .client
            .post(format!("{}{path}", self.origin))
            .header(header::ORIGIN, &self.origin)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form.to_owned());
        sending.send().await.unwrap().error_for_status().unwrap().text().await.unwrap()
    }
}

/// The newest key on a page that lists keys.
fn newest_key(page: &str) -> String {
    let (_, after) = page.split_once("data-testid=\"key\"").unwrap();
    let (_, key) = after.split_once('>').unwrap();
    key.split('<').next().unwrap().trim().to_owned()
}

/// From the step that brings the key in to the page that says that it is safe.
async fn bring_in(app: &App, key: &str, name: &str) -> Result<(), Error> {
    let window = app.window()?;
    app.desktop().copy(key)?;
    journey::expect_step(window, "bring_in").await?;
    window.turn_to("guide-bring-in").await?;
    window.click("look-at-clipboard").await?;
    window.type_into("key-name", name).await?;
    window.click("bring-in-keep").await?;
    window.wait_for("key-card").await
}

#[test]
fn the_guide_for_europe_is_played_to_its_end() -> Result<(), Error> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        journey::confirm_person(window).await?;
        journey::expect_step(window, "account").await?;
        Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        for step in ["account", "affiliate"] {
            journey::finish_step(window, step).await?;
        }
        journey::expect_step(window, "answer").await?;
        let browser = Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        browser.send("/my-nova-post", "name=Hanse+Textil+GmbH&tax-code=").await;
        journey::finish_step(window, "answer").await?;

        journey::expect_step(window, "organizations").await?;
        window
            .run("document.querySelector('[data-testid=guide-step] input[value=one]').click()")
            .await?;
        window.wait_for("guide-advice").await?;
        journey::finish_step(window, "organizations").await?;
        journey::expect_step(window, "create").await?;
        let browser = Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        let made = browser.send(&format!("{API_KEYS}/new"), "name=Web+shop&all=yes").await;
        journey::finish_step(window, "create").await?;

        bring_in(app, &newest_key(&made), "Web shop").await?;
        // Proven against practice's production: the sandbox would not take it.
        window.wait_for("key-proven").await?;
        window.turn_to("back-to-guide").await?;
        journey::finish_step(window, "tell").await?;
        window.wait_for("guide-arrived").await
    })
}

#[test]
fn the_guide_for_ukraine_is_played_to_its_end() -> Result<(), Error> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::start_guide(window, "ukraine", "Dnipro Trade").await?;
        journey::expect_step(window, "cabinet").await?;
        let browser = Browser::follow(app, "ukraine_cabinet", "/cabinet").await?;
        let made = browser.send(SECURITY, "").await;
        for step in ["cabinet", "settings", "security", "create", "copy"] {
            journey::finish_step(window, step).await?;
        }
        bring_in(app, &newest_key(&made), "Accounting").await?;
        // A key of Ukraine has no token to prove it with, and none is asked for.
        assert!(!window.shows("key-proven").await?);
        assert!(!window.shows("failure-card").await?);
        window.turn_to("back-to-guide").await?;
        window.wait_for("guide-arrived").await
    })
}
