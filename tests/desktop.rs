//! How the app behaves on a desktop: second starts, modes that share nothing, its own folder, text
//! size, shortcuts, and none of the ways of a web page.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use std::process::Command;

use test_driver::{Desktop, Error, Key, Launch, journey, play, play_on};

fn started_in(mode: &str) -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", mode)
}

#[test]
fn a_second_start_ends_at_once_and_the_first_window_says_so() -> Result<(), Error> {
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
fn without_a_keychain_the_key_is_held_and_used_in_this_session() -> Result<(), Error> {
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
fn live_starts_no_practice_and_practice_leaves_live_alone() -> Result<(), Error> {
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

#[test]
fn the_text_size_is_changed_by_the_keyboard_and_survives_a_restart() -> Result<(), Error> {
    play(started_in("practice"), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        window.wait_until("the usual size", "return innerWidth === 1080").await?;
        for _ in 0..2 {
            window.press_with(Key::Control, '+').await?;
        }
        window.wait_until("150 %", "return innerWidth === 720").await?;
        app.restart().await?;
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        window.wait_until("150 % again", "return innerWidth === 720").await?;
        window.press_with(Key::Control, '0').await?;
        window.wait_until("the usual size again", "return innerWidth === 1080").await
    })
}

#[test]
fn a_shortcut_leads_to_its_page_also_from_a_text_field() -> Result<(), Error> {
    play(started_in("practice"), async |app| {
        let window = app.window()?;
        journey::open_phone_page(window).await?;
        window.type_into("phone-input", "+49 821").await?;
        window.press_with(Key::Control, '2').await?;
        window.wait_for_attribute("nav-keys", "aria-current", "page").await?;
        window.press_with(Key::Alt, char::from(Key::Left)).await?;
        window.wait_for_attribute("nav-home", "aria-current", "page").await
    })
}

/// Whether the page refuses this event, so that the engine does nothing of its own.
const IS_REFUSED: &str = "
    const heading = document.querySelector('h1');
    const refuses = (event) => !heading.dispatchEvent(event);
    const all = { bubbles: true, cancelable: true };
    const file = new DataTransfer();
    return refuses(new WheelEvent('wheel', { ...all, ctrlKey: true }))
        && !refuses(new WheelEvent('wheel', all))
        && refuses(new DragEvent('dragover', { ...all, dataTransfer: file }))
        && refuses(new DragEvent('drop', { ...all, dataTransfer: file }))
        && refuses(new MouseEvent('contextmenu', all))
        && refuses(new KeyboardEvent('keydown', { ...all, key: 'r', code: 'KeyR', ctrlKey: true }));
";

#[test]
fn the_window_has_none_of_the_ways_of_a_web_page() -> Result<(), Error> {
    play(started_in("practice"), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        window.wait_until("everything to be refused", IS_REFUSED).await?;
        window.run("window.notReloaded = true").await?;
        window.press_with(Key::Control, 'r').await?;
        window.press(Key::F5).await?;
        window.wait_until("the same page as before", "return window.notReloaded === true").await
    })
}

#[test]
fn a_page_that_is_loaded_again_knows_what_was_chosen_since() -> Result<(), Error> {
    play(Launch::of(env!("CARGO_BIN_EXE_keydesk")), async |app| {
        let window = app.window()?;
        journey::choose_practice(window).await?;
        window.turn_to("nav-settings").await?;
        window.run("setTimeout(() => location.reload())").await?;
        window.wait_for_attribute("nav-home", "aria-current", "page").await?;
        window.wait_for_attribute("mode-banner", "data-mode", "practice").await?;
        window.wait_for_words("opened anew").await?;

        // What its address has told it is true no more either.
        window.turn_to("nav-settings").await?;
        window.click("switch-mode").await?;
        window.wait_for_attribute("mode-banner", "data-mode", "live").await?;
        window
            .run("document.body.dataset.page = 'old'; setTimeout(() => location.reload())")
            .await?;
        window.wait_until("a new page", "return !document.body.dataset.page").await?;
        window.wait_for_attribute("mode-banner", "data-mode", "live").await
    })
}

#[test]
fn a_window_that_was_on_another_screen_comes_back_into_view() -> Result<(), Error> {
    let elsewhere = r#"{"main":{"width":1080,"height":760,"x":4000,"y":3000,"prev_x":4000,
        "prev_y":3000,"maximized":false,"visible":true,"decorated":true,"fullscreen":false}}"#;
    play(started_in("practice").with_file("window.json", elsewhere), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        let on_screen = "return screenX < screen.width / 2 && screenY < screen.height / 2";
        window.wait_until("the window on this screen", on_screen).await
    })
}
