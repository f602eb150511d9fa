//! The two popup windows and their web processes.
use std::collections::BTreeSet;
use std::process::Command;

use test_driver::{App, Error, Key, Launch, Window, flows, program_of, wait_until, with_app};

use crate::practice;

/// A key that nobody has, in the form of a real one.
const KEY: &str = "7c1f9e0b3a5d48269b7e1c4f0d6a8e35b2f79c10";

/// The button while a key is on the clipboard.
pub(crate) const EMPTY_NOW: &str = "Clear it now";

const STILL_TYPED: &str =
    "return document.querySelector('[data-testid=entered-key]').value === '7c1f'";

pub(crate) fn with_settings(settings: &str) -> Launch {
    practice().with_file("settings.json", settings)
}

/// The processes that draw pages.
pub(crate) fn web_processes(app: &App) -> Result<BTreeSet<u32>, Error> {
    let all = app.processes()?.into_iter();
    Ok(all.filter(|process| program_of(*process).starts_with("WebKitWeb")).collect())
}

async fn until_ended(process: u32) -> Result<(), Error> {
    wait_until("the web process of the popup window to end", || {
        Ok((!program_of(process).starts_with("WebKitWeb")).then_some(()))
    })
    .await
}

/// Ends a process as a crash does.
pub(crate) fn kill(process: u32) -> Result<(), Error> {
    signal("-KILL", process)
}

/// Stops a process, so that it hangs.
fn stop(process: u32) -> Result<(), Error> {
    signal("-STOP", process)
}

fn signal(signal: &str, process: u32) -> Result<(), Error> {
    let sent = Command::new("kill").args([signal, &process.to_string()]).status()?;
    if sent.success() { Ok(()) } else { Err(Error::new("the process took no signal")) }
}

/// Asks the screen, because `WebDriver` does not answer for a page that hangs or was killed.
async fn until_one_window(app: &App) -> Result<(), Error> {
    wait_until("the popup window to close", || Ok((app.windows_on_screen()? == 1).then_some(())))
        .await
}

async fn has_focus(popup: &Window) -> Result<(), Error> {
    popup.wait_until("the focus", "return document.hasFocus()").await
}

/// Opens a popup window with a click on `open`, and gives the process id of its web process.
async fn open_popup(app: &App, open: &str) -> Result<u32, Error> {
    let before = web_processes(app)?;
    app.window()?.click(open).await?;
    let mut own = None;
    app.window()?
        .look_into_second_window(async |popup| {
            popup
                .wait_until("the popup window", "return document.querySelector('h1') !== null")
                .await?;
            own = web_processes(app)?.difference(&before).next().copied();
            Ok(())
        })
        .await?;
    own.ok_or_else(|| Error::new("the popup window shares a web process"))
}

pub(crate) async fn open_import_page(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("add-key").await
}

#[test]
fn the_window_that_shows_a_key_closes_by_itself_and_its_process_ends() -> Result<(), Error> {
    with_app(with_settings(r#"{"showSeconds":20}"#), async |app| {
        flows::get_key(app.window()?, flows::NEW_CLIENT).await?;
        let own = open_popup(app, "show-key").await?;
        app.window()?.wait_until_alone().await?;
        until_ended(own).await
    })
}

#[test]
fn the_window_that_shows_a_key_closes_when_it_loses_the_focus() -> Result<(), Error> {
    with_app(practice(), async |app| {
        flows::get_key(app.window()?, flows::NEW_CLIENT).await?;
        let own = open_popup(app, "show-key").await?;
        app.focus_uppermost()?;
        app.window()?.look_into_second_window(has_focus).await?;
        app.take_focus()?;
        app.window()?.wait_until_alone().await?;
        until_ended(own).await
    })
}

#[test]
fn the_window_for_typing_stays_when_it_loses_the_focus() -> Result<(), Error> {
    with_app(practice(), async |app| {
        open_import_page(app.window()?).await?;
        app.window()?.click("type-key").await?;
        app.window()?
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                app.focus_uppermost()?;
                has_focus(enter).await?;
                enter.type_text("7c1f").await?;
                app.take_focus()?;
                enter.wait_until("the focus to go", "return !document.hasFocus()").await?;
                enter.wait_until("what was typed", STILL_TYPED).await?;
                let _ = enter.click("close-enter").await;
                Ok(())
            })
            .await
    })
}

#[test]
fn the_window_that_shows_a_key_stays_open_longer_on_request() -> Result<(), Error> {
    with_app(with_settings(r#"{"showSeconds":120}"#), async |app| {
        let window = app.window()?;
        flows::get_key(window, flows::NEW_CLIENT).await?;
        window.click("show-key").await?;
        window
            .visit_second_window(async |reveal| {
                let left = "Number(/\\d+/.exec(document.querySelector('.numbers')?.innerText))";
                reveal.wait_until("two seconds to pass", &format!("return {left} <= 118")).await?;
                reveal.click("stay-open").await?;
                reveal
                    .wait_until("the time to start again", &format!("return {left} >= 119"))
                    .await?;
                let _ = reveal.press(Key::Escape).await;
                Ok(())
            })
            .await
    })
}

#[test]
fn a_typed_key_never_reaches_the_main_window() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        open_import_page(window).await?;
        window.tab_to("type-key").await?;
        let before = web_processes(app)?;
        window.press(Key::Enter).await?;
        let mut own = None;
        window
            .visit_second_window(async |enter| {
                // The field has the focus, and hides what is typed.
                enter.wait_for_attribute("entered-key", "type", "password").await?;
                own = web_processes(app)?.difference(&before).next().copied();
                enter.type_text(KEY).await?;
                let _ = enter.press(Key::Enter).await;
                Ok(())
            })
            .await?;
        until_ended(own.ok_or_else(|| Error::new("the popup window shares a web process"))?)
            .await?;
        window.wait_for("add-key-keep").await?;
        assert!(window.text("add-key-found").await?.contains(&KEY[KEY.len() - 4..]));
        assert!(!window.document().await?.contains(KEY), "the key is in the main window");
        window.run("document.querySelector('[type=radio][value=production]').click()").await?;
        window.click("add-key-keep").await?;
        window.wait_for("key-card").await
    })
}

#[test]
fn a_text_that_is_no_key_gets_an_error_at_the_field_and_is_not_imported() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        open_import_page(window).await?;
        window.click("type-key").await?;
        window
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                for (typed, said) in [
                    ("", "Type or paste"),
                    ("7c1f 9e0b 3a5d 4826", "16 characters"),
                    ("ключключключключ", "Latin"),
                    ("7c1f9e", "6 characters"),
                    ("https://my.novapost.com/", "address"),
                ] {
                    enter.run("document.querySelector('input').value = ''").await?;
                    enter.type_text(typed).await?;
                    enter.press(Key::Enter).await?;
                    enter.wait_for_words(said).await?;
                    assert_eq!(enter.focused().await?.as_deref(), Some("entered-key"));
                }
                let _ = enter.press(Key::Escape).await;
                Ok(())
            })
            .await?;
        window.wait_for("add-key-look").await
    })
}

#[test]
fn a_pasted_key_is_submitted_at_once() -> Result<(), Error> {
    with_app(practice(), copy_and_paste_key)
}

/// Copies the key of the app and pastes it into the window for typing.
pub(crate) async fn copy_and_paste_key(app: &mut App) -> Result<(), Error> {
    let window = app.window()?;
    flows::get_key(window, flows::NEW_CLIENT).await?;
    window.click("copy-key").await?;
    open_import_page(window).await?;
    window.click("type-key").await?;
    window
        .visit_second_window(async |enter| {
            enter.wait_for("entered-key").await?;
            let _ = enter.press_with(Key::Control, 'v').await;
            Ok(())
        })
        .await?;
    window.wait_for("add-key-known").await
}

#[test]
fn the_window_for_typing_closes_when_its_page_is_left() -> Result<(), Error> {
    with_app(practice(), async |app| {
        let window = app.window()?;
        open_import_page(window).await?;
        open_popup(app, "type-key").await?;
        window.turn_to("nav-home").await?;
        window.wait_until_alone().await
    })
}

#[test]
fn a_popup_window_closes_when_its_web_process_ends() -> Result<(), Error> {
    with_app(practice(), async |app| {
        open_import_page(app.window()?).await?;
        let own = open_popup(app, "type-key").await?;
        assert_eq!(app.windows_on_screen()?, 2);
        kill(own)?;
        until_one_window(app).await
    })
}

#[test]
fn a_window_that_shows_a_key_closes_in_time_although_its_page_hangs() -> Result<(), Error> {
    with_app(with_settings(r#"{"showSeconds":30}"#), async |app| {
        flows::get_key(app.window()?, flows::NEW_CLIENT).await?;
        let own = open_popup(app, "show-key").await?;
        assert_eq!(app.windows_on_screen()?, 2);
        stop(own)?;
        until_one_window(app).await?;
        kill(own)
    })
}
