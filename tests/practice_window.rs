//! Practice in the real window: what a year does to a key, the guides played to their ends on
//! practice's own pages, clearing, and that nothing of it leaves this computer.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use std::fs;
use std::net::IpAddr;
use std::path::Path;

use keydesk_driver::journey::{self, NEW_CLIENT};
use keydesk_driver::{App, Launch, Trouble, Window, play};
use reqwest::{Client, header};

const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const SECURITY: &str = "/cabinet/settings/security";

fn practice() -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", "practice")
}

/// The browser that the person has beside the app: it got its address from there.
struct Browser {
    client: Client,
    origin: String,
}

impl Browser {
    /// Opens the page behind a link of the guide's step, and looks whether it is the one meant.
    async fn follow(app: &App, link: &str, path: &str) -> Result<Self, Trouble> {
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
async fn bring_in(app: &App, key: &str, name: &str) -> Result<(), Trouble> {
    let window = app.window()?;
    app.desktop().copy(key)?;
    journey::expect_step(window, "bring_in").await?;
    window.turn_to("guide-bring-in").await?;
    window.click("look-at-clipboard").await?;
    window.type_into("key-name", name).await?;
    window.click("bring-in-keep").await?;
    window.wait_for("key-card").await
}

/// Chooses from a list, as the person does.
async fn choose(window: &Window, id: &str, value: &str) -> Result<(), Trouble> {
    window.wait_for(id).await?;
    let choose = format!(
        "const list = document.querySelector('[data-testid={id}]');
         list.value = '{value}';
         list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    window.run(&choose).await.map(drop)
}

async fn let_a_year_pass(window: &Window) -> Result<(), Trouble> {
    window.turn_to("nav-practice").await?;
    window.click("practice-pass-year").await?;
    window.wait_for("practice-clock").await
}

#[test]
fn a_year_later_the_key_has_expired_and_is_reactivated() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        let_a_year_pass(window).await?;
        assert!(window.text("mode-banner").await?.contains("13 months ahead"));
        window.turn_to("nav-home").await?;
        window.wait_for_words("ended on").await?;
        window.click("practice-back-to-now").await?;
        let is_over = "return !document.body.innerText.includes('ended on')";
        window.wait_until("the end to be ahead again", is_over).await?;
        let_a_year_pass(window).await?;

        // The clock stands where it was put, and says so, after a restart too.
        app.restart().await?;
        let window = app.window()?;
        window.wait_for("practice-clock").await?;
        journey::get_key(window, NEW_CLIENT).await?;
        window.wait_for_attribute("key-outcome", "data-outcome", "reactivated").await?;
        window.click("practice-back-to-now").await?;
        window.wait_until_gone("practice-clock").await
    })
}

#[test]
fn a_date_can_be_gone_to() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        window.turn_to("nav-practice").await?;
        let years =
            "return document.querySelector('[data-testid=practice-year]').lastElementChild.value";
        let year = window.run(years).await?.as_str().unwrap().parse::<i32>().unwrap() - 10;
        choose(window, "practice-year", &year.to_string()).await?;
        choose(window, "practice-month", "12").await?;
        window.type_into("practice-day", "24").await?;
        window.click("practice-go-to-date").await?;
        window.wait_for("practice-clock").await?;
        let banner = window.text("mode-banner").await?;
        assert!(banner.contains(&format!("24 December {year}")), "{banner}");
        Ok(())
    })
}

#[test]
fn a_number_of_ones_own_plays_its_part() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        window.turn_to("nav-practice").await?;
        window.click("practice-own-add").await?;
        window.type_into("phone-input", "+49 (171) 39200-99").await?;
        choose(window, "practice-own-plays", "expired_key").await?;
        window.click("practice-own-keep").await?;
        window.wait_for("practice-own-remove").await?;
        window.turn_to("nav-home").await?;
        journey::get_key(window, "491713920099").await?;
        window.wait_for_attribute("key-outcome", "data-outcome", "reactivated").await
    })
}

#[test]
fn the_guide_for_europe_is_played_to_its_end() -> Result<(), Trouble> {
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
fn the_guide_for_ukraine_is_played_to_its_end() -> Result<(), Trouble> {
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

#[test]
fn cleared_practice_begins_anew() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        let_a_year_pass(window).await?;
        window.click("practice-clear").await?;
        window.click("practice-clear-now").await?;
        window.wait_until_gone("practice-clock").await?;
        window.wait_for("before-list").await?;
        assert!(!window.shows("key-row").await?);
        journey::get_key(window, NEW_CLIENT).await?;
        window.wait_for_attribute("key-outcome", "data-outcome", "created").await
    })
}

#[test]
fn a_locked_keychain_keeps_practice_from_being_cleared() -> Result<(), Trouble> {
    play(practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        window.turn_to("nav-practice").await?;
        app.desktop().bus().lock_keychain()?;
        window.click("practice-clear").await?;
        window.click("practice-clear-now").await?;
        journey::expect_failure(window, "keychain_locked").await?;
        app.desktop().unlock_keychain()?;
        window.click("practice-clear-now").await?;
        window.wait_for("before-list").await
    })
}

/// Every address that the program or one of its children has turned to, but for this computer's own.
fn addresses_outside(traces: &Path) -> Vec<String> {
    let trace = fs::read_to_string(traces).unwrap();
    assert!(trace.contains("AF_INET"), "nothing at all was seen");
    let addresses = trace.lines().filter_map(address_in);
    let outside = addresses.filter(|address| !is_here(address));
    outside.collect()
}

/// The address in a line of strace such as `connect(9, {sa_family=AF_INET, sin_port=htons(80),
/// sin_addr=inet_addr("192.0.2.1")}, 16)`.
fn address_in(line: &str) -> Option<String> {
    let after = ["inet_addr(\"", "inet_pton(AF_INET6, \""]
        .iter()
        .find_map(|mark| line.split_once(mark).map(|(_, after)| after))?;
    after.split('"').next().map(str::to_owned)
}

fn is_here(address: &str) -> bool {
    match address.parse().unwrap() {
        IpAddr::V4(address) => address.is_loopback(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.to_ipv4_mapped().is_some_and(|v4| v4.is_loopback())
        }
    }
}

fn watched(launch: Launch, traces: &Path) -> Launch {
    let calls = "connect,sendto,sendmsg,sendmmsg";
    launch
        .watched_by(&format!("strace -f --seccomp-bpf -e trace={calls} -o '{}'", traces.display()))
}

#[test]
fn nothing_that_is_done_in_practice_leaves_this_computer() -> Result<(), Trouble> {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().join("traces");
    play(watched(practice(), &traces), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        journey::get_token(window).await?;
        journey::prove_token(window).await?;
        window.turn_to("nav-home").await?;
        journey::enter_number(window, "491713920063").await?;
        window.click("send-request").await?;
        journey::expect_failure(window, "unreachable").await?;
        window.turn_to("nav-home").await?;
        journey::start_guide(window, "europe", "Hanse Textil GmbH").await?;
        journey::confirm_person(window).await?;
        journey::expect_step(window, "account").await?;
        Browser::follow(app, "my_nova_post", "/my-nova-post").await?;
        let_a_year_pass(window).await?;
        window.click("practice-clear").await?;
        window.click("practice-clear-now").await?;
        window.wait_for("before-list").await
    })?;
    assert_eq!(addresses_outside(&traces), Vec::<String>::new());
    Ok(())
}

/// Live, with a Nova Post at an address that is reserved for documentation: such a request is seen.
#[test]
fn a_request_that_leaves_this_computer_would_be_seen() -> Result<(), Trouble> {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().join("traces");
    let live = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with("KEYDESK_START", "live")
        .with("KEYDESK_SANDBOX_URL", "https://192.0.2.1/");
    play(watched(live, &traces), async |app| {
        let window = app.window()?;
        journey::enter_number(window, NEW_CLIENT).await?;
        window.click("send-request").await?;
        window.wait_for("failure-card").await
    })?;
    assert_eq!(addresses_outside(&traces).first().map(String::as_str), Some("192.0.2.1"));
    Ok(())
}
