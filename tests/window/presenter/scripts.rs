//! A script marks its steps as done when they happen, and keeps its step over a crash.

use serde_json::Value;
use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{App, Error, Key, Window, wait_until, with_app};

use super::{presenting, with_presenter};

const STEPS_OF_FIRST_KEY: [&str; 8] =
    ["begin", "number", "send", "copy", "show", "token", "check", "home"];

#[test]
fn the_first_script_marks_each_step_as_done() -> Result<(), Error> {
    with_app(with_presenter(r#""on": false"#), async |app| {
        let window = app.window()?;
        window.turn_to("nav-practice").await?;
        window.click("practice-presenter").await?;
        window.click("presenter-play-first_key").await?;
        expect_step(window, "begin").await?;
        window.click("start-test-key").await?;
        expect_step(window, "number").await?;
        window.click("presenter-fill").await?;
        window.wait_for_text("phone-digits", NEW_CLIENT).await?;
        window.click("continue").await?;
        expect_step(window, "send").await?;
        window.click("send-request").await?;
        expect_step(window, "copy").await?;
        window.click("copy-key").await?;
        expect_step(window, "show").await?;
        let shown = flows::read_shown_key(window).await?;
        assert!(shown.starts_with("••••"), "{shown}");
        expect_step(window, "token").await?;
        window.click("get-token").await?;
        expect_step(window, "check").await?;
        window.click("try-token").await?;
        expect_step(window, "home").await?;
        window.turn_to("nav-home").await?;
        expect_seen(window, "home").await?;
        assert_eq!(done_steps(window).await?, STEPS_OF_FIRST_KEY);
        window.click("presenter-forward").await?;
        expect_step(window, "end").await?;

        window.click("presenter-restart").await?;
        window.click("practice-clear-now").await?;
        expect_step(window, "begin").await?;
        assert!(done_steps(window).await?.is_empty());
        window.click("nav-keys").await?;
        window.wait_for_words("No keys yet").await
    })
}

#[test]
fn the_script_of_failures_marks_each_step_as_done() -> Result<(), Error> {
    with_app(with_presenter(r#""on": true, "script": "trouble", "step": "invalid""#), async |app| {
        let window = app.window()?;
        for step in ["invalid", "unknown", "several", "daily", "busy", "lost"] {
            expect_step(window, step).await?;
            request_with_its_number(window).await?;
            expect_seen(window, step).await?;
            window.click("presenter-forward").await?;
        }
        expect_step(window, "again").await?;
        window.click_first_button_of("failure-card").await?;
        expect_seen(window, "again").await?;
        window.click("presenter-forward").await?;
        expect_step(window, "refused").await?;
        request_with_its_number(window).await?;
        window.click("get-token").await?;
        expect_seen(window, "refused").await
    })
}

#[test]
fn the_script_of_a_year_marks_each_step_as_done() -> Result<(), Error> {
    with_app(with_presenter(r#""on": true, "script": "year_later", "step": "key""#), async |app| {
        let window = app.window()?;
        expect_step(window, "key").await?;
        request_with_its_number(window).await?;
        expect_step(window, "token").await?;
        window.click("get-token").await?;
        expect_step(window, "day").await?;
        window.turn_to("nav-practice").await?;
        window.click("practice-pass-day").await?;
        expect_step(window, "year").await?;
        window.click("practice-pass-year").await?;
        expect_step(window, "home").await?;
        window.turn_to("nav-home").await?;
        expect_step(window, "again").await?;
        window.click("to-do-action").await?;
        send(window).await?;
        expect_seen(window, "again").await?;
        window.click("get-token").await?;
        expect_step(window, "now").await?;
        window.click("practice-back-to-now").await?;
        expect_step(window, "end").await
    })
}

#[test]
fn a_script_keeps_its_step_over_a_crash() -> Result<(), Error> {
    with_app(presenting(), async |app| {
        let window = app.window()?;
        window.click("start-test-key").await?;
        expect_step(window, "number").await?;
        window.click("presenter-forward").await?;
        expect_step(window, "send").await?;
        until_saved(app, "send").await?;
        app.restart_after_crash().await?;
        let window = app.window()?;
        expect_step(window, "send").await?;
        assert_eq!(done_steps(window).await?, ["begin"]);
        Ok(())
    })
}

#[test]
fn the_script_is_used_by_keyboard_alone() -> Result<(), Error> {
    with_app(presenting(), async |app| {
        let window = app.window()?;
        window.tab_to("presenter-forward").await?;
        window.press(Key::Enter).await?;
        expect_step(window, "number").await?;
        window.tab_to("presenter-fold").await?;
        window.press(Key::Enter).await?;
        window.wait_until_gone("presenter-step").await?;
        window.press(Key::Enter).await?;
        expect_step(window, "number").await
    })
}

/// Waits until settings.json has this step.
async fn until_saved(app: &App, step: &str) -> Result<(), Error> {
    let file = app.data_folder().join("settings.json");
    wait_until("the step to be saved", || {
        let settings: Value = serde_json::from_str(&std::fs::read_to_string(&file)?).unwrap();
        Ok((settings["presenter"]["step"] == step).then_some(()))
    })
    .await
}

/// Lets the script fill in the number of its step, and sends the request.
async fn request_with_its_number(window: &Window) -> Result<(), Error> {
    window.click("presenter-fill").await?;
    send(window).await
}

/// From the page with the number to the request.
async fn send(window: &Window) -> Result<(), Error> {
    window.wait_for("phone-digits").await?;
    window.click("continue").await?;
    window.click("send-request").await
}

async fn expect_step(window: &Window, step: &str) -> Result<(), Error> {
    window.wait_for_attribute("presenter-step", "data-step", step).await
}

/// Waits until this step has happened and is still the step that is shown.
async fn expect_seen(window: &Window, step: &str) -> Result<(), Error> {
    window.wait_for_attribute("presenter-step", "data-seen", "true").await?;
    expect_step(window, step).await
}

/// The steps that are marked as done.
async fn done_steps(window: &Window) -> Result<Vec<String>, Error> {
    let done = window
        .read(
            "return [...document.querySelectorAll('[data-testid=presenter-mark][data-done=true]')]
            .map((mark) => mark.dataset.step)",
        )
        .await?;
    Ok(serde_json::from_value(done).unwrap())
}
