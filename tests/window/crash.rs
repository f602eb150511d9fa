//! The main window survives the crash of its page, and says when that happens again.
//!
//! `WebDriver` loses a page whose process ends. A screen reader gets the next one.

use test_driver::{App, Desktop, Error, ScreenReader, flows, with_app_on};

use crate::popup_windows::{EMPTY_NOW, kill, web_processes, with_settings};

/// The button of the note on a page that was loaded again.
const RELOADED: &str = "Dismiss";

/// What the message box says about the cause.
const WAY_OUT: &str = "WEBKIT_DISABLE_DMABUF_RENDERER=1";

fn kill_page(app: &App) -> Result<(), Error> {
    let pages = web_processes(app)?;
    assert_eq!(pages.len(), 1);
    pages.into_iter().try_for_each(kill)
}

#[test]
fn a_main_window_reloads_after_a_crash_of_its_page_and_clears_the_clipboard_in_time()
-> Result<(), Error> {
    with_app_on(
        Desktop::with_screen_reader()?,
        with_settings(r#"{"clipboardSeconds":60}"#),
        async |app| {
            let window = app.window()?;
            let reader = ScreenReader::on(app.desktop()).await?;
            let wait_for = async |name: &str| reader.wait_for(name, |node| node.name == name).await;
            flows::get_key(window, flows::NEW_CLIENT).await?;
            window.click("copy-key").await?;
            wait_for(EMPTY_NOW).await?;
            let before = web_processes(app)?;
            kill_page(app)?;
            // The new page says that it was reloaded. It is in practice mode as before, and the key stays on the
            // clipboard until its time is over.
            wait_for(RELOADED).await?;
            assert!(web_processes(app)?.is_disjoint(&before));
            wait_for("Practice").await?;
            wait_for(EMPTY_NOW).await?;
            reader.wait_until_gone(EMPTY_NOW).await
        },
    )
}

#[test]
fn the_second_crash_is_told_in_a_message_box_with_the_way_out() -> Result<(), Error> {
    with_app_on(Desktop::with_screen_reader()?, crate::practice(), async |app| {
        app.window()?.wait_for("start-test-key").await?;
        let reader = ScreenReader::on(app.desktop()).await?;
        kill_page(app)?;
        reader.wait_for(RELOADED, |node| node.name == RELOADED).await?;
        assert_eq!(app.windows_on_screen()?, 1);
        kill_page(app)?;
        reader.wait_for(WAY_OUT, |node| node.name.contains(WAY_OUT)).await?;
        assert_eq!(app.windows_on_screen()?, 2);
        // The page itself is there again.
        reader.wait_for(RELOADED, |node| node.name == RELOADED).await.map(drop)
    })
}
