//! The real window while the real keychain hangs, is locked, goes away or disagrees with the register: the
//! window answers all the time, quitting waits for nothing, and a key that is only in memory becomes
//! a saved one by itself.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use keydesk_driver::journey::{self, NEW_CLIENT};
use keydesk_driver::{App, Desktop, Launch, Trouble, Window, play};

/// What the issue of a frozen window is measured by, in milliseconds.
const AT_ONCE: f64 = 100.0;

/// Twenty questions to the main thread, one after the other, and the longest wait for an answer. Each is
/// a command that does nothing but go through the main thread.
const WORST_ANSWER: &str = "
const done = arguments[0];
const { invoke } = window.__TAURI_INTERNALS__;
(async () => {
  let worst = 0;
  for (let asked = 0; asked < 20; asked += 1) {
    const begun = performance.now();
    await invoke('check_email', { input: '' });
    worst = Math.max(worst, performance.now() - begun);
  }
  done(worst);
})();
";

const UNSAVED: &str = "Not in the keychain yet";

fn practice() -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", "practice")
}

/// Fails if the window is frozen. A computer that is busy with other things makes a round late now
/// and then; a main thread that waits for a keychain that hangs makes all of them late, for ever.
async fn answers_at_once(window: &Window) -> Result<(), Trouble> {
    let mut rounds = Vec::new();
    for _ in 0..10 {
        let worst = window.client().execute_async(WORST_ANSWER, Vec::new()).await?;
        rounds.push(worst.as_f64().unwrap());
        if rounds.last() < Some(&AT_ONCE) {
            return Ok(());
        }
    }
    Err(Trouble::new(format!("the window answers late each time, in ms: {rounds:?}")))
}

/// Asks for a key that does not get into the keychain at once.
async fn send(app: &App) -> Result<(), Trouble> {
    let window = app.window()?;
    journey::enter_number(window, NEW_CLIENT).await?;
    window.click("send-request").await
}

async fn has_one_key_that_is_not_safe(window: &Window) -> Result<(), Trouble> {
    window.click("nav-keys").await?;
    window.wait_for_words(UNSAVED).await
}

async fn until_it_is_safe(window: &Window) -> Result<(), Trouble> {
    window.wait_until("the key to be safe", &format!("return !document.body.innerText.includes('{UNSAVED}') && Boolean(document.querySelector('[data-testid=key-row]'))")).await
}

#[test]
fn a_keychain_that_hangs_freezes_no_window_and_no_quitting() -> Result<(), Trouble> {
    play(practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        app.desktop().hold_keychain()?;
        send(app).await?;
        let window = app.window()?;
        answers_at_once(window).await?;
        window.wait_for_words("Your keychain has not answered yet").await?;
        answers_at_once(window).await?;
        has_one_key_that_is_not_safe(window).await?;
        for page in ["nav-home", "nav-guides", "nav-settings", "nav-help", "nav-keys"] {
            window.turn_to(page).await?;
            answers_at_once(window).await?;
        }
        app.press_close()?;
        app.until_it_has_ended().await
    })
}

#[test]
fn a_start_with_a_keychain_that_hangs_shows_its_pages() -> Result<(), Trouble> {
    play(practice(), async |app| {
        journey::get_key(app.window()?, NEW_CLIENT).await?;
        app.close().await?;
        app.desktop().hold_keychain()?;
        app.restart().await?;
        let window = app.window()?;
        window.wait_for("key-row").await?;
        window.click("key-row").await?;
        window.click("copy-key").await?;
        window.wait_for_words("Your keychain has not answered yet").await?;
        answers_at_once(window).await?;
        app.desktop().release_keychain()?;
        window.wait_for("clipboard-note").await
    })
}

#[test]
fn a_key_that_is_only_in_memory_is_saved_when_the_keychain_goes_on() -> Result<(), Trouble> {
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
fn a_locked_keychain_keeps_the_key_for_this_session_until_it_is_unlocked() -> Result<(), Trouble> {
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
fn a_keychain_that_goes_away_and_comes_back_takes_the_key() -> Result<(), Trouble> {
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
fn a_key_that_the_list_does_not_know_is_found_at_the_start_and_put_on_it() -> Result<(), Trouble> {
    play(practice(), async |app| {
        journey::get_key(app.window()?, NEW_CLIENT).await?;
        app.close().await?;
        let register =
            rusqlite::Connection::open(app.data_folder().join("practice/register.sqlite"));
        register.unwrap().execute_batch("DELETE FROM keys").unwrap();
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
fn without_any_keychain_the_window_says_so_and_quits() -> Result<(), Trouble> {
    keydesk_driver::play_on(Desktop::without_keychain()?, practice(), async |app| {
        send(app).await?;
        journey::expect_failure(app.window()?, "secret_not_saved").await?;
        answers_at_once(app.window()?).await?;
        app.press_close()?;
        app.until_it_has_ended().await
    })
}
