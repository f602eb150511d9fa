//! The real window while the real keychain hangs, is locked, goes away or disagrees with the store: the
//! window answers all the time, quitting waits for nothing, and a key that is only in memory becomes
//! a saved one by itself.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod heart;

use heart::Beats;
use test_driver::journey::{self, NEW_CLIENT};
use test_driver::{App, Desktop, Error, Launch, Window, play};

const UNSAVED: &str = "Not in the keychain yet";

fn practice() -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", "practice")
}

/// Turns to the pages that are always to hand.
async fn look_around(window: &Window) -> Result<(), Error> {
    for page in ["nav-guides", "nav-settings", "nav-help", "nav-keys", "nav-home"] {
        window.turn_to(page).await?;
    }
    Ok(())
}

/// The beats of a window that has no trouble with the keychain yet.
async fn calm_beats(window: &Window) -> Result<Beats, Error> {
    heart::begin(window).await?;
    for _ in 0..3 {
        look_around(window).await?;
    }
    heart::take(window).await
}

/// Asks for a key that does not get into the keychain at once.
async fn send(app: &App) -> Result<(), Error> {
    let window = app.window()?;
    journey::enter_number(window, NEW_CLIENT).await?;
    window.click("send-request").await
}

async fn has_one_key_that_is_not_safe(window: &Window) -> Result<(), Error> {
    window.click("nav-keys").await?;
    window.wait_for_words(UNSAVED).await
}

async fn until_it_is_safe(window: &Window) -> Result<(), Error> {
    window.wait_until("the key to be safe", &format!("return !document.body.innerText.includes('{UNSAVED}') && Boolean(document.querySelector('[data-testid=key-row]'))")).await
}

#[test]
fn a_keychain_that_hangs_freezes_no_window_and_no_quitting() -> Result<(), Error> {
    heart::play_unfrozen(Desktop::start, &practice(), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        let calm = calm_beats(window).await?;
        app.desktop().hold_keychain()?;
        send(app).await?;
        window.wait_for_words("Your keychain has not answered yet").await?;
        has_one_key_that_is_not_safe(window).await?;
        look_around(window).await?;
        let troubled = heart::take(window).await?;
        app.press_close()?;
        app.until_it_has_ended().await?;
        Ok((calm, troubled))
    })
}

#[test]
fn a_start_with_a_keychain_that_hangs_shows_its_pages() -> Result<(), Error> {
    heart::play_unfrozen(Desktop::start, &practice(), async |app| {
        let window = app.window()?;
        journey::get_key(window, NEW_CLIENT).await?;
        let calm = calm_beats(window).await?;
        app.close().await?;
        app.desktop().hold_keychain()?;
        app.restart().await?;
        let window = app.window()?;
        heart::begin(window).await?;
        window.wait_for("key-row").await?;
        window.click("key-row").await?;
        window.click("copy-key").await?;
        window.wait_for_words("Your keychain has not answered yet").await?;
        let troubled = heart::take(window).await?;
        app.desktop().release_keychain()?;
        window.wait_for("clipboard-note").await?;
        Ok((calm, troubled))
    })
}

#[test]
fn a_key_that_is_only_in_memory_is_saved_when_the_keychain_goes_on() -> Result<(), Error> {
    play(practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        app.desktop().hold_keychain()?;
        send(app).await?;
        let window = app.window()?;
        window.click("keep-for-session").await?;
        window.wait_for_words(UNSAVED).await?;
        app.desktop().release_keychain()?;
        until_it_is_safe(window).await
    })
}

#[test]
fn a_locked_keychain_keeps_the_key_for_this_session_until_it_is_unlocked() -> Result<(), Error> {
    play(practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        app.desktop().bus().lock_keychain()?;
        send(app).await?;
        let window = app.window()?;
        journey::expect_failure(window, "secret_not_saved").await?;
        window.wait_for_words("Keep it for this session only").await?;
        has_one_key_that_is_not_safe(window).await?;
        app.desktop().unlock_keychain()?;
        window.click("nav-home").await?;
        until_it_is_safe(window).await
    })
}

#[test]
fn a_keychain_that_goes_away_and_comes_back_takes_the_key() -> Result<(), Error> {
    play(practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        app.desktop_mut().end_keychain();
        send(app).await?;
        journey::expect_failure(app.window()?, "secret_not_saved").await?;
        has_one_key_that_is_not_safe(app.window()?).await?;
        app.desktop_mut().restart_keychain()?;
        let window = app.window()?;
        window.click("nav-home").await?;
        until_it_is_safe(window).await
    })
}

#[test]
fn a_key_that_the_list_does_not_know_is_found_at_the_start_and_put_on_it() -> Result<(), Error> {
    play(practice(), async |app| {
        journey::get_key(app.window()?, NEW_CLIENT).await?;
        app.close().await?;
        let store = rusqlite::Connection::open(app.data_folder().join("practice/register.sqlite"));
        store.unwrap().execute_batch("DELETE FROM keys").unwrap();
        app.restart().await?;
        let window = app.window()?;
        window.wait_for_words("In your keychain, but not on your list").await?;
        window.click("to-do-action").await?;
        window.wait_for("found-key").await?;
        window.run("document.querySelector('input[type=radio][value=sandbox]').click()").await?;
        window.click("bring-in-keep").await?;
        window.wait_for("key-proven").await?;
        window.click("nav-keys").await?;
        window.wait_for("key-row").await
    })
}

#[test]
fn without_any_keychain_the_window_says_so_and_quits() -> Result<(), Error> {
    heart::play_unfrozen(Desktop::without_keychain, &practice(), async |app| {
        let window = app.window()?;
        let calm = calm_beats(window).await?;
        send(app).await?;
        journey::expect_failure(window, "secret_not_saved").await?;
        let troubled = heart::take(window).await?;
        app.press_close()?;
        app.until_it_has_ended().await?;
        Ok((calm, troubled))
    })
}
