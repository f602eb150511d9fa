//! How the app behaves on a desktop: second starts, modes that share nothing, its own folder.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use std::process::Command;

use keydesk_driver::{Desktop, Launch, Trouble, journey, play, play_on};

fn started_in(mode: &str) -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", mode)
}

#[test]
fn a_second_start_ends_at_once_and_the_first_window_says_so() -> Result<(), Trouble> {
    play(started_in("practice"), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        assert!(app.start_second()?.success());
        window.wait_for("failure-card").await?;
        let code = window.attribute("failure-card", "data-code").await?;
        assert_eq!(code.as_deref(), Some("already_running"));
        Ok(())
    })
}

#[test]
fn without_a_keychain_the_key_is_held_and_used_in_this_session() -> Result<(), Trouble> {
    play_on(Desktop::without_keychain()?, started_in("practice"), async |app| {
        let window = app.window()?;
        journey::enter_number(window, journey::NEW_CLIENT).await?;
        window.click("send-request").await?;
        journey::expect_failure(window, "secret_not_saved").await?;
        window.turn_to("nav-keys").await?;
        window.click("key-row").await?;
        journey::get_token(window).await?;
        journey::prove_token(window).await
    })
}

#[test]
fn live_starts_no_practice_and_practice_leaves_live_alone() -> Result<(), Trouble> {
    play(started_in("live"), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        assert!(app.data_folder().join("live/register.sqlite").exists());
        assert!(!app.data_folder().join("practice").exists());
        Ok(())
    })?;
    play(started_in("practice"), async |app| {
        journey::get_key(app.window()?, journey::NEW_CLIENT).await?;
        assert!(app.data_folder().join("practice/register.sqlite").exists());
        assert!(!app.data_folder().join("live").exists());
        Ok(())
    })
}

#[test]
fn an_address_that_may_not_be_used_is_said_and_nothing_starts() {
    let home = tempfile::tempdir().unwrap();
    let refused = Command::new(env!("CARGO_BIN_EXE_keydesk"))
        .env("KEYDESK_HOME", home.path())
        .env("KEYDESK_SANDBOX_URL", "http://example.com/")
        .env("LANG", "en_US.UTF-8")
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("KEYDESK_SANDBOX_URL has to be an https address"), "{said}");
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}
