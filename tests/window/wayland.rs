//! The app on Wayland, without X.
//!
//! Weston's headless backend has neither keyboard nor pointer, and so no clipboard. With another backend it has
//! both.

use std::time::{Duration, Instant};

use test_driver::{Desktop, Error, Key, flows, wait_until, with_app_on};

use crate::placement::expect_same_size_over_ten_starts;
use crate::popup_windows::{copy_and_paste_key, open_import_page};
use crate::practice;

/// The type that tells clipboard histories to leave a text out.
const MARK: &str = "x-kde-passwordManagerHint";

/// How long the app has to copy and to clear, in settings.
const LEASE: &str = r#"{"clipboardSeconds":15}"#;

#[test]
fn the_whole_way_to_a_token_works_without_a_clipboard_and_copying_says_why_not() -> Result<(), Error>
{
    with_app_on(Desktop::on_wayland()?, practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, flows::NEW_CLIENT).await?;
        window.click("copy-key").await?;
        flows::expect_failure(window, "clipboard_missing").await?;
        assert!(!window.text("failure-card").await?.contains("in use by another program"));
        flows::show_and_close_key(window).await?;
        flows::get_token(window).await?;
        flows::verify_token(window).await?;

        open_import_page(window).await?;
        window.click("add-key-look").await?;
        flows::expect_failure(window, "clipboard_missing").await?;
        window.click("type-key").await?;
        window
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                let _ = enter.press(Key::Escape).await;
                Ok(())
            })
            .await
    })
}

#[test]
fn a_key_is_copied_with_its_mark_and_taken_off_the_clipboard_in_time() -> Result<(), Error> {
    let launch = practice().with_file("settings.json", LEASE);
    with_app_on(Desktop::on_wayland_with_seat()?, launch, async |app| {
        let window = app.window()?;
        flows::get_key(window, flows::NEW_CLIENT).await?;
        let copied_at = Instant::now();
        window.click("copy-key").await?;
        window.wait_for("clipboard-note").await?;
        let (pasted, types) = app.desktop().pasted()?;
        assert!(types.contains(&MARK.to_owned()), "{types:?}");

        open_import_page(window).await?;
        window.click("add-key-look").await?;
        window.wait_for("add-key-known").await?;
        wait_until("the key to be off the clipboard", || {
            let held = app.desktop().pasted().is_ok_and(|(pasted, _)| !pasted.is_empty());
            Ok((!held).then_some(()))
        })
        .await?;
        assert!(copied_at.elapsed() >= Duration::from_secs(15));
        window.wait_until_gone("clipboard-note").await?;

        // Last, because Weston gives the focus back to no window when the popup closes. Without an input
        // since the copy it would ignore the empty text, and put back its own copy of the key.
        window.turn_to("go-to-known-key").await?;
        let shown = flows::read_shown_key(window).await?;
        let key: String = shown.split_whitespace().collect();
        assert!(pasted == key, "another program pasted something else");
        Ok(())
    })
}

#[test]
fn a_key_that_is_pasted_is_submitted_at_once() -> Result<(), Error> {
    with_app_on(Desktop::on_wayland_with_seat()?, practice(), copy_and_paste_key)
}

#[test]
fn the_window_has_the_same_size_over_ten_starts() -> Result<(), Error> {
    expect_same_size_over_ten_starts(Desktop::on_wayland()?, None)
}

#[test]
fn the_window_that_shows_a_key_closes_when_another_program_gets_the_focus() -> Result<(), Error> {
    with_app_on(Desktop::on_wayland_with_seat()?, practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, flows::NEW_CLIENT).await?;
        window.click("show-key").await?;
        window
            .visit_second_window(async |reveal| {
                reveal.wait_until("the key to be shown", flows::IS_SHOWN).await?;
                reveal.wait_until("the focus", "return document.hasFocus()").await?;
                // The program that copies has the focus for a moment.
                app.desktop().copy("a shopping list")
            })
            .await
    })
}

/// Another program has the clipboard, as after a copy in the browser.
#[test]
fn a_key_that_another_program_has_copied_is_imported_and_another_text_stays() -> Result<(), Error> {
    const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
    with_app_on(Desktop::on_wayland_with_seat()?, practice(), async |app| {
        let window = app.window()?;
        flows::get_key(window, flows::NEW_CLIENT).await?;
        window.click("copy-key").await?;
        window.wait_for("clipboard-note").await?;
        app.desktop().copy("a shopping list")?;
        window.click_first_button_of("clipboard-note").await?;
        window.wait_until_gone("clipboard-note").await?;
        assert_eq!(app.desktop().pasted()?.0, "a shopping list");

        app.desktop().copy(KEY)?;
        open_import_page(window).await?;
        // The program that copies has the focus for a moment, and only the program with the focus can paste.
        window.wait_until("the focus", "return document.hasFocus()").await?;
        window.click("add-key-look").await?;
        window.wait_for("add-key-keep").await?;
        window.run("document.querySelector('[type=radio][value=production]').click()").await?;
        window.click("add-key-keep").await?;
        window.wait_for_words("The copy was cleared from the clipboard").await?;
        assert!(app.desktop().pasted().is_ok_and(|(pasted, _)| pasted.is_empty()));
        Ok(())
    })
}

#[test]
fn a_second_start_ends_and_the_first_window_says_so() -> Result<(), Error> {
    with_app_on(Desktop::on_wayland()?, practice(), async |app| {
        let window = app.window()?;
        window.wait_for("start-test-key").await?;
        assert!(app.start_second()?.success());
        flows::expect_failure(window, "already_running").await
    })
}
