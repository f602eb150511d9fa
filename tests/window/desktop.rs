//! The app on a desktop: a second start, modes that share nothing, the data folder, text size, shortcuts, and
//! none of the features of a web page.

use std::fs;
use std::process::Command;

use test_driver::{Desktop, Error, Key, Launch, flows, with_app, with_app_on};

fn started_in(mode: &str) -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", mode)
}

#[test]
fn a_second_start_ends_and_the_first_window_says_so() -> Result<(), Error> {
    with_app(started_in("practice"), async |app| {
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
fn without_a_keychain_the_key_is_used_in_this_session() -> Result<(), Error> {
    with_app_on(Desktop::without_keychain()?, started_in("practice"), async |app| {
        let window = app.window()?;
        flows::enter_number(window, flows::NEW_CLIENT).await?;
        window.click("send-request").await?;
        flows::expect_failure(window, "secret_not_saved").await?;
        window.turn_to("nav-keys").await?;
        window.click("key-row").await?;
        flows::get_token(window).await?;
        flows::verify_token(window).await
    })
}

#[test]
fn live_starts_no_practice_and_practice_leaves_live_alone() -> Result<(), Error> {
    with_app(started_in("live"), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        assert!(app.data_folder().join("live/register.sqlite").exists());
        assert!(!app.data_folder().join("practice").exists());
        Ok(())
    })?;
    with_app(started_in("practice"), async |app| {
        flows::get_key(app.window()?, flows::NEW_CLIENT).await?;
        assert!(app.data_folder().join("practice/register.sqlite").exists());
        assert!(!app.data_folder().join("live").exists());
        Ok(())
    })
}

#[test]
fn an_address_without_https_is_refused_and_nothing_starts() {
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
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn the_text_size_is_changed_by_the_keyboard_and_survives_a_restart() -> Result<(), Error> {
    with_app(started_in("practice"), async |app| {
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
fn a_shortcut_opens_its_page_from_a_text_field_as_well() -> Result<(), Error> {
    with_app(started_in("practice"), async |app| {
        let window = app.window()?;
        flows::open_phone_page(window).await?;
        window.type_into("phone-input", "+49 821").await?;
        window.press_with(Key::Control, '2').await?;
        window.wait_for_attribute("nav-keys", "aria-current", "page").await?;
        window.press_with(Key::Alt, char::from(Key::Left)).await?;
        window.wait_for_attribute("nav-home", "aria-current", "page").await
    })
}

/// Whether the page prevents the web engine's own response to these events.
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
fn the_window_does_not_zoom_drop_or_reload_like_a_web_page() -> Result<(), Error> {
    with_app(started_in("practice"), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        window.wait_until("every event to be prevented", IS_REFUSED).await?;
        window.run("window.notReloaded = true").await?;
        window.press_with(Key::Control, 'r').await?;
        window.press(Key::F5).await?;
        window.wait_until("the same page as before", "return window.notReloaded === true").await
    })
}

#[test]
fn a_reloaded_page_has_the_mode_that_was_chosen_since() -> Result<(), Error> {
    with_app(Launch::of(env!("CARGO_BIN_EXE_keydesk")), async |app| {
        let window = app.window()?;
        flows::choose_practice(window).await?;
        window.turn_to("nav-settings").await?;
        window.run("setTimeout(() => location.reload())").await?;
        window.wait_for_attribute("nav-home", "aria-current", "page").await?;
        window.wait_for_attribute("mode-banner", "data-mode", "practice").await?;
        window.wait_for_words("was reopened").await?;

        // The address of the page still names the mode of its first load.
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
fn a_window_that_was_on_another_screen_opens_on_this_one() -> Result<(), Error> {
    let elsewhere = r#"{"main":{"width":1080,"height":760,"x":4000,"y":3000,"prev_x":4000,
        "prev_y":3000,"maximized":false,"visible":true,"decorated":true,"fullscreen":false}}"#;
    with_app(started_in("practice").with_file("window.json", elsewhere), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        let on_screen = "return screenX < screen.width / 2 && screenY < screen.height / 2";
        window.wait_until("the window on this screen", on_screen).await
    })
}
