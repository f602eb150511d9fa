//! The two small windows, and what a web process takes along when it ends: the real windows, each with
//! its processes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use std::collections::BTreeSet;
use std::process::Command;
use std::time::{Duration, Instant};

use test_driver::{
    App, Desktop, Error, Key, Launch, ScreenReader, Window, journey, play, play_on, program_of,
};

/// A key of nobody, as a person would have it on paper.
const KEY: &str = "7c1f9e0b3a5d48269b7e1c4f0d6a8e35b2f79c10";

/// What can be done while a key is on the clipboard.
const EMPTY_NOW: &str = "Take it off now";

const STILL_TYPED: &str =
    "return document.querySelector('[data-testid=entered-key]').value === '7c1f'";

/// Far more than the system needs to end a process.
const PATIENCE: Duration = Duration::from_secs(40);

fn practising() -> Launch {
    Launch::of(env!("CARGO_BIN_EXE_keydesk")).with("KEYDESK_START", "practice")
}

fn set(settings: &str) -> Launch {
    practising().with_file("settings.json", settings)
}

/// Those that draw pages.
fn web_processes(app: &App) -> Result<BTreeSet<u32>, Error> {
    let all = app.processes()?.into_iter();
    Ok(all.filter(|process| program_of(*process).starts_with("WebKitWeb")).collect())
}

/// Looks again and again: a process doesn't tell when it has ended.
async fn until_ended(process: u32) {
    let begun = Instant::now();
    while program_of(process).starts_with("WebKitWeb") {
        assert!(begun.elapsed() < PATIENCE, "the web process of the small window goes on");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// As a crash does.
fn kill(process: u32) -> Result<(), Error> {
    signal("-KILL", process)
}

/// As where it hangs: it lives, and does nothing.
fn stop(process: u32) -> Result<(), Error> {
    signal("-STOP", process)
}

fn signal(signal: &str, process: u32) -> Result<(), Error> {
    let sent = Command::new("kill").args([signal, &process.to_string()]).status()?;
    if sent.success() { Ok(()) } else { Err(Error::new("the process took no signal")) }
}

/// The driver gives up with a page that hangs or was killed: the screen is asked.
async fn until_one_window(app: &App) -> Result<(), Error> {
    let begun = Instant::now();
    while app.windows_on_screen()? != 1 {
        assert!(begun.elapsed() < PATIENCE, "the small window stands without its page");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

async fn has_focus(small: &Window) -> Result<(), Error> {
    small.wait_until("the focus", "return document.hasFocus()").await
}

/// Opens a small window with `open` and says which web process draws it.
async fn with_own_process(app: &App, open: &str) -> Result<u32, Error> {
    let before = web_processes(app)?;
    app.window()?.click(open).await?;
    let mut own = None;
    app.window()?
        .look_into_second_window(async |small| {
            small
                .wait_until("the small window", "return document.querySelector('h1') !== null")
                .await?;
            own = web_processes(app)?.difference(&before).next().copied();
            Ok(())
        })
        .await?;
    own.ok_or_else(|| Error::new("the small window shares a web process"))
}

async fn open_bring_in(window: &Window) -> Result<(), Error> {
    window.turn_to("nav-keys").await?;
    window.turn_to("bring-in-key").await
}

#[test]
fn the_window_that_shows_a_key_closes_by_itself_and_its_process_ends() -> Result<(), Error> {
    play(set(r#"{"showSeconds":4}"#), async |app| {
        journey::get_key(app.window()?, journey::NEW_CLIENT).await?;
        let own = with_own_process(app, "show-key").await?;
        app.window()?.wait_until_alone().await?;
        until_ended(own).await;
        Ok(())
    })
}

#[test]
fn the_window_that_shows_a_key_closes_when_somebody_looks_elsewhere() -> Result<(), Error> {
    play(practising(), async |app| {
        journey::get_key(app.window()?, journey::NEW_CLIENT).await?;
        let own = with_own_process(app, "show-key").await?;
        app.look_at_uppermost()?;
        app.window()?.look_into_second_window(has_focus).await?;
        app.look_elsewhere()?;
        app.window()?.wait_until_alone().await?;
        until_ended(own).await;
        Ok(())
    })
}

#[test]
fn the_window_for_typing_stays_when_somebody_looks_elsewhere() -> Result<(), Error> {
    play(practising(), async |app| {
        open_bring_in(app.window()?).await?;
        app.window()?.click("type-key").await?;
        app.window()?
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                app.look_at_uppermost()?;
                has_focus(enter).await?;
                enter.type_text("7c1f").await?;
                app.look_elsewhere()?;
                enter
                    .wait_until("another to have the focus", "return !document.hasFocus()")
                    .await?;
                enter.wait_until("what was typed", STILL_TYPED).await?;
                let _ = enter.click("close-enter").await;
                Ok(())
            })
            .await
    })
}

#[test]
fn who_needs_longer_lets_the_window_with_the_key_stay_open() -> Result<(), Error> {
    play(set(r#"{"showSeconds":15}"#), async |app| {
        let window = app.window()?;
        journey::get_key(window, journey::NEW_CLIENT).await?;
        window.click("show-key").await?;
        window
            .visit_second_window(async |reveal| {
                let left = "Number(/\\d+/.exec(document.querySelector('.numbers')?.innerText))";
                reveal.wait_until("two seconds to pass", &format!("return {left} <= 13")).await?;
                reveal.click("stay-open").await?;
                reveal
                    .wait_until("the time to begin anew", &format!("return {left} >= 14"))
                    .await?;
                let _ = reveal.press(Key::Escape).await;
                Ok(())
            })
            .await
    })
}

#[test]
fn a_key_is_typed_by_keyboard_alone_and_goes_past_the_main_window() -> Result<(), Error> {
    play(practising(), async |app| {
        let window = app.window()?;
        open_bring_in(window).await?;
        window.tab_to("type-key").await?;
        let before = web_processes(app)?;
        window.press(Key::Enter).await?;
        let mut own = None;
        window
            .visit_second_window(async |enter| {
                // The field has the focus already, and hides what is typed.
                enter.wait_for_attribute("entered-key", "type", "password").await?;
                own = web_processes(app)?.difference(&before).next().copied();
                enter.type_text(KEY).await?;
                let _ = enter.press(Key::Enter).await;
                Ok(())
            })
            .await?;
        until_ended(own.ok_or_else(|| Error::new("the small window shares a web process"))?).await;
        window.wait_for("bring-in-keep").await?;
        assert!(window.text("found-key").await?.contains(&KEY[KEY.len() - 4..]));
        assert!(!window.document().await?.contains(KEY), "the key is in the main window");
        window.run("document.querySelector('[type=radio][value=production]').click()").await?;
        window.click("bring-in-keep").await?;
        window.wait_for("key-card").await
    })
}

#[test]
fn what_is_no_key_is_said_beside_the_field_and_nothing_is_taken() -> Result<(), Error> {
    play(practising(), async |app| {
        let window = app.window()?;
        open_bring_in(window).await?;
        window.click("type-key").await?;
        window
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                for (typed, said) in [
                    ("", "Type or paste"),
                    ("7c1f 9e0b 3a5d 4826", "spaces"),
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
        window.wait_for("look-at-clipboard").await
    })
}

#[test]
fn what_is_pasted_there_is_taken_from_the_clipboard_at_once() -> Result<(), Error> {
    play(practising(), async |app| {
        let window = app.window()?;
        journey::get_key(window, journey::NEW_CLIENT).await?;
        window.click("copy-key").await?;
        open_bring_in(window).await?;
        window.click("type-key").await?;
        window
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                let _ = enter.press_with(Key::Control, 'v').await;
                Ok(())
            })
            .await?;
        window.wait_for_attribute("clipboard-judged", "data-found", "known").await
    })
}

#[test]
fn the_window_for_typing_closes_when_its_page_is_left() -> Result<(), Error> {
    play(practising(), async |app| {
        let window = app.window()?;
        open_bring_in(window).await?;
        with_own_process(app, "type-key").await?;
        window.turn_to("nav-home").await?;
        window.wait_until_alone().await
    })
}

#[test]
fn a_small_window_goes_with_its_web_process() -> Result<(), Error> {
    play(practising(), async |app| {
        open_bring_in(app.window()?).await?;
        let own = with_own_process(app, "type-key").await?;
        assert_eq!(app.windows_on_screen()?, 2);
        kill(own)?;
        until_one_window(app).await
    })
}

#[test]
fn a_window_that_shows_a_key_closes_in_time_although_its_page_hangs() -> Result<(), Error> {
    play(set(r#"{"showSeconds":8}"#), async |app| {
        journey::get_key(app.window()?, journey::NEW_CLIENT).await?;
        let own = with_own_process(app, "show-key").await?;
        assert_eq!(app.windows_on_screen()?, 2);
        stop(own)?;
        until_one_window(app).await?;
        kill(own)
    })
}

/// The driver loses a page that ends; a screen reader hears the next one.
#[test]
fn a_main_window_without_its_page_draws_it_again_and_the_clipboard_is_emptied_in_time()
-> Result<(), Error> {
    play_on(Desktop::with_screen_reader()?, set(r#"{"clipboardSeconds":10}"#), async |app| {
        let window = app.window()?;
        let reader = ScreenReader::on(app.desktop()).await?;
        let hear = async |name: &str| reader.wait_for(name, |thing| thing.name == name).await;
        journey::get_key(window, journey::NEW_CLIENT).await?;
        window.click("copy-key").await?;
        hear(EMPTY_NOW).await?;
        let pages = web_processes(app)?;
        assert_eq!(pages.len(), 1);
        for page in &pages {
            kill(*page)?;
        }
        // It says that it was drawn again, and knows what holds: still practice, and still a key on
        // the clipboard, until its time is over.
        hear("Take this note away").await?;
        assert!(web_processes(app)?.is_disjoint(&pages));
        hear("Practice").await?;
        hear(EMPTY_NOW).await?;
        let begun = Instant::now();
        while reader.read().await?.iter().any(|thing| thing.name == EMPTY_NOW) {
            assert!(begun.elapsed() < PATIENCE, "the key stays on the clipboard");
        }
        Ok(())
    })
}
