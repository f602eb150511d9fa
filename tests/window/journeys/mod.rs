//! What a person does in the window, against the practice server: the way to a key and a token, the guides, and
//! every failure of the practice phone book.

mod failures;
mod guides;
pub(crate) mod lists;
mod many_keys;
mod organizations;

use test_driver::flows::{self, NEW_CLIENT};
use test_driver::{Error, Key, Window, with_app};

use crate::{first_start, practice};

async fn assert_outcome(window: &Window, outcome: &str) -> Result<(), Error> {
    window.wait_for_attribute("key-outcome", "data-outcome", outcome).await
}

#[test]
fn from_the_first_start_to_a_verified_token() -> Result<(), Error> {
    with_app(first_start(), async |app| {
        let window = app.window()?;
        flows::choose_practice(window).await?;
        flows::get_key(window, NEW_CLIENT).await?;
        assert_outcome(window, "created").await?;
        flows::get_token(window).await?;
        flows::verify_token(window).await
    })
}

#[test]
fn from_the_first_start_to_a_copied_key_in_five_clicks() -> Result<(), Error> {
    const CLICKS: [&str; 5] =
        ["welcome-practice", "start-test-key", "continue", "send-request", "copy-key"];
    with_app(first_start(), async |app| {
        let window = app.window()?;
        for id in CLICKS {
            if id == "continue" {
                window.type_into("phone-input", NEW_CLIENT).await?;
            }
            window.click(id).await?;
        }
        window.wait_for("clipboard-note").await
    })
}

#[test]
fn from_the_first_start_to_a_verified_token_by_keyboard_only() -> Result<(), Error> {
    with_app(first_start(), async |app| {
        let window = app.window()?;
        for id in ["welcome-practice", "start-test-key"] {
            window.tab_to(id).await?;
            window.press(Key::Enter).await?;
        }
        window.tab_to("phone-input").await?;
        window.type_text(NEW_CLIENT).await?;
        window.wait_for_text("phone-digits", NEW_CLIENT).await?;
        window.press(Key::Enter).await?;
        for id in ["send-request", "get-token", "try-token"] {
            window.tab_to(id).await?;
            window.press(Key::Enter).await?;
        }
        window.wait_for("token-proven").await
    })
}

#[test]
fn a_key_is_still_there_after_a_restart() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, NEW_CLIENT).await?;
        app.restart().await?;
        let window = app.window()?;
        window.click("nav-keys").await?;
        window.wait_for("key-row").await
    })
}

#[test]
fn a_key_that_is_requested_twice_on_a_day_is_the_same_key() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        let before = window.text("key-masked").await?;
        window.turn_to("nav-home").await?;
        flows::get_key(window, NEW_CLIENT).await?;
        assert_outcome(window, "same").await?;
        assert_eq!(window.text("key-masked").await?, before);
        Ok(())
    })
}

#[test]
fn an_active_key_is_prolonged() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, "491713920010").await?;
        assert_outcome(window, "prolonged").await
    })
}

#[test]
fn an_expired_key_is_reactivated() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, "491713920011").await?;
        assert_outcome(window, "reactivated").await
    })
}

#[test]
fn a_key_that_was_cleaned_up_is_created_again() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, "491713920012").await?;
        assert_outcome(window, "created").await
    })
}

#[test]
fn a_token_of_two_minutes_has_at_most_two_minutes_left() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, "491713920071").await?;
        flows::get_token(window).await?;
        let remaining = window.text("token-remaining").await?;
        let is_short = remaining == "2:00" || ["1:", "0:"].iter().any(|m| remaining.starts_with(m));
        assert!(is_short, "{remaining}");
        Ok(())
    })
}

#[test]
fn a_key_on_the_clipboard_is_imported_and_verified() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, NEW_CLIENT).await?;
        window.click("copy-key").await?;
        window.turn_to("nav-keys").await?;
        window.turn_to("add-key").await?;
        window.press_with(Key::Control, 'v').await?;
        window.wait_for("add-key-known").await?;
        window.turn_to("renew-known-key").await?;
        window.type_into("key-name", "Web shop").await?;
        window.click("add-key-keep").await?;
        window.wait_for("add-key-works").await?;
        // The note about the key on the clipboard is gone with the key.
        assert!(!window.shows("clipboard-note").await?);
        window.turn_to("go-to-key").await?;
        assert_eq!(window.heading().await?, "Web shop");
        window.turn_to("nav-keys").await?;
        window.wait_for("key-row").await
    })
}
