//! Presenter view: what an audience sees is large and has no secrets, and a script marks its steps as done.

mod fits;
mod scripts;

use test_driver::{Error, Key, Launch, with_app};

use crate::practice;

const BEGUN: &str = r#""on": true, "script": "first_key", "step": "begin""#;

/// With these settings of presenter view. The text has its usual size, because a click of `WebDriver` misses its
/// target while the page is zoomed.
fn with_presenter(presenter: &str) -> Launch {
    let settings = format!(r#"{{ "presenter": {{ "textSize": 100, {presenter} }} }}"#);
    practice().with_file("settings.json", settings)
}

/// With the first script at its first step.
fn presenting() -> Launch {
    with_presenter(BEGUN)
}

#[test]
fn presenter_view_is_larger_than_what_the_person_has_set() -> Result<(), Error> {
    let settings = format!(r#"{{ "presenter": {{ {BEGUN} }} }}"#);
    with_app(practice().with_file("settings.json", settings), async |app| {
        let window = app.window()?;
        window.wait_for("presenter-step").await?;
        let presented = window.read("return window.innerWidth").await?;
        window.tab_to("presenter-leave").await?;
        window.press(Key::Enter).await?;
        window.wait_until_gone("presenter").await?;
        let is_usual = format!("return window.innerWidth > {presented}");
        window.wait_until("the usual text size", &is_usual).await
    })
}

#[test]
fn a_typed_key_can_not_be_shown_in_presenter_view() -> Result<(), Error> {
    with_app(presenting(), async |app| {
        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.turn_to("add-key").await?;
        window.click("type-key").await?;
        window
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                assert!(!enter.shows("show-typed").await?);
                // The click closes the window that would answer.
                let _ = enter.click("close-enter").await;
                Ok(())
            })
            .await
    })
}
