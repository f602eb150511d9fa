//! The window while the real keychain hangs, is locked, is missing or disagrees with the store: the window
//! answers all the time, quitting waits for nothing, and an unsaved key is saved when the keychain is back.

use serde_json::Value;
use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{App, Desktop, Error, Window, with_app, with_app_on};

use crate::practice;

const UNSAVED: &str = "Not saved yet";

/// What the window shows while it waits for the keychain, from the third second to the end of the second minute.
const SLOW: &str = "Your password store has not answered yet";

/// Opens the pages that are always reachable.
async fn look_around(window: &Window) -> Result<(), Error> {
    for page in ["nav-guides", "nav-settings", "nav-help", "nav-keys", "nav-home"] {
        window.turn_to(page).await?;
    }
    Ok(())
}

/// Waits until the window waits for the keychain, and checks that the main thread of the app does not: it answers
/// a command in the meantime.
async fn answers_while_the_keychain_hangs(window: &Window) -> Result<(), Error> {
    window.wait_for_words(SLOW).await?;
    let call = format!(
        "const done = arguments[arguments.length - 1];
         const {{ invoke }} = window.__TAURI_INTERNALS__;
         const answer = () => done(document.body.innerText.includes('{SLOW}'));
         invoke('check_email', {{ input: '' }}).then(answer, (failure) => done(String(failure)));"
    );
    assert_eq!(window.run_async(&call).await?, Value::Bool(true), "still waiting at the answer");
    Ok(())
}

/// Requests a key that can't be saved in the keychain at once.
async fn send(app: &App) -> Result<(), Error> {
    let window = app.window()?;
    flows::enter_number(window, NEW_CLIENT).await?;
    window.click("send-request").await
}

async fn shows_an_unsaved_key(window: &Window) -> Result<(), Error> {
    window.click("nav-keys").await?;
    window.wait_for_words(UNSAVED).await
}

async fn until_it_is_saved(window: &Window) -> Result<(), Error> {
    window.wait_until("the key to be saved", &format!("return !document.body.innerText.includes('{UNSAVED}') && Boolean(document.querySelector('[data-testid=key-row]'))")).await
}

#[test]
fn a_keychain_that_hangs_freezes_no_window_and_no_quitting() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        app.desktop().hold_keychain()?;
        send(app).await?;
        answers_while_the_keychain_hangs(window).await?;
        shows_an_unsaved_key(window).await?;
        look_around(window).await?;
        app.press_close()?;
        app.until_it_has_ended().await
    })
}

#[test]
fn a_start_with_a_keychain_that_hangs_shows_its_pages() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        app.close().await?;
        app.desktop().hold_keychain()?;
        app.restart().await?;
        let window = app.window()?;
        window.wait_for("key-row").await?;
        window.click("key-row").await?;
        window.click("copy-key").await?;
        answers_while_the_keychain_hangs(window).await?;
        app.desktop().release_keychain()?;
        window.wait_for("clipboard-note").await
    })
}

#[test]
fn an_unsaved_key_is_saved_when_the_keychain_continues() -> Result<(), Error> {
    with_app(practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        app.desktop().hold_keychain()?;
        send(app).await?;
        let window = app.window()?;
        window.click("keep-for-session").await?;
        window.wait_for_words(UNSAVED).await?;
        app.desktop().release_keychain()?;
        until_it_is_saved(window).await
    })
}

#[test]
fn without_a_default_keychain_the_card_says_where_to_create_one_and_the_key_is_saved_then()
-> Result<(), Error> {
    with_app_on(Desktop::without_default_keychain()?, practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        send(app).await?;
        let window = app.window()?;
        flows::expect_failure(window, "secret_not_saved").await?;
        window.wait_for_words("This computer has no password store yet").await?;
        assert!(!window.visible_text().await?.contains("install"));
        shows_an_unsaved_key(window).await?;
        app.desktop().bus().create_default_keychain()?;
        window.click("nav-home").await?;
        window.click("nav-keys").await?;
        until_it_is_saved(window).await
    })
}

#[test]
fn with_a_locked_keychain_the_key_is_kept_in_memory_until_it_is_unlocked() -> Result<(), Error> {
    with_app(practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        app.desktop().bus().lock_keychain()?;
        send(app).await?;
        let window = app.window()?;
        flows::expect_failure(window, "secret_not_saved").await?;
        window.wait_for_words("Keep it until I close Key Desk").await?;
        shows_an_unsaved_key(window).await?;
        app.desktop().unlock_keychain()?;
        window.click("nav-home").await?;
        until_it_is_saved(window).await
    })
}

#[test]
fn a_keychain_that_is_restarted_saves_the_unsaved_key() -> Result<(), Error> {
    with_app(practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        app.desktop_mut().end_keychain();
        send(app).await?;
        flows::expect_failure(app.window()?, "secret_not_saved").await?;
        shows_an_unsaved_key(app.window()?).await?;
        app.desktop_mut().restart_keychain()?;
        let window = app.window()?;
        window.click("nav-home").await?;
        until_it_is_saved(window).await
    })
}

#[test]
fn a_key_that_only_the_keychain_has_is_found_at_the_start_and_imported() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        app.close().await?;
        let store = rusqlite::Connection::open(app.data_folder().join("practice/register.sqlite"));
        store.unwrap().execute_batch("DELETE FROM keys").unwrap();
        app.restart().await?;
        let window = app.window()?;
        window.wait_for_words("Saved, but not in your list").await?;
        window.click("to-do-action").await?;
        window.wait_for("add-key-found").await?;
        window.run("document.querySelector('input[type=radio][value=sandbox]').click()").await?;
        window.click("add-key-keep").await?;
        window.wait_for("add-key-works").await?;
        window.click("nav-keys").await?;
        window.wait_for("key-row").await
    })
}

#[test]
fn without_a_keychain_the_window_says_so_and_quits() -> Result<(), Error> {
    with_app_on(Desktop::without_keychain()?, practice(), async |app| {
        let window = app.window()?;
        send(app).await?;
        flows::expect_failure(window, "secret_not_saved").await?;
        look_around(window).await?;
        app.press_close()?;
        app.until_it_has_ended().await
    })
}
