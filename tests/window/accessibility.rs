//! Accessibility of every page: axe-core, and layout with large text, in light and dark and in two fonts.

use std::collections::BTreeMap;
use std::path::Path;

use test_driver::{
    Desktop, Error, Font, Key, Window, check_accessibility, find_overflow, flows, visit_every_page,
    with_app, with_app_on,
};

use crate::practice_window::program_tokens::last_four;
use crate::{first_start, practice};

pub(crate) const AXE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");

/// The text sizes that Ctrl and + go through, in percent.
const TEXT_SIZES: [u32; 7] = [100, 125, 150, 175, 200, 300, 400];

/// A window that at 400 % is 320 CSS pixels wide (WCAG 2.2, 1.4.10).
const TO_320_PIXELS: (u32, u32) = (1280, 1024);

/// What is wrong, each with the pages on which it is wrong.
type Found = BTreeMap<String, Vec<String>>;

/// Checks every page with axe-core, and its layout at every text size. Gathers all that is wrong before it fails, so
/// that it can be fixed at once.
fn examine_every_page(theme: &str, font: Font, back: Back) -> Result<(), Error> {
    let launch = first_start().with_file("settings.json", format!(r#"{{"theme":"{theme}"}}"#));
    with_app_on(Desktop::with_font(font)?, launch, async |app| {
        let window = app.window()?;
        window.resize(TO_320_PIXELS.0, TO_320_PIXELS.1).await?;
        let mut found = Found::new();
        visit_every_page(window, async |page| {
            change_text_size(window, '0', 100).await?;
            let wrong =
                [violations(window).await?, overflow_at_every_size(window, back).await?].concat();
            for what in wrong {
                found.entry(what).or_default().push(page.to_owned());
            }
            Ok(())
        })
        .await?;
        if found.is_empty() {
            return Ok(());
        }
        let lines = found.iter().map(|(what, pages)| format!("{what}\n  on {pages:?}"));
        Err(Error::new(lines.collect::<Vec<_>>().join("\n")))
    })
}

async fn violations(window: &Window) -> Result<Vec<String>, Error> {
    let report = check_accessibility(window, Path::new(AXE)).await?;
    assert!(report.rules_passed > 10, "axe-core has checked nothing");
    Ok(report.violations)
}

/// How the text gets its usual size again.
#[derive(Clone, Copy)]
enum Back {
    AtOnce,
    StepByStep,
}

/// Enlarges the text step by step and gives what does not fit. In the end the text has its usual size again, because
/// a click of `WebDriver` misses its target while the page is zoomed.
async fn overflow_at_every_size(window: &Window, back: Back) -> Result<Vec<String>, Error> {
    let mut found = find_overflow(window).await?;
    for size in &TEXT_SIZES[1..] {
        change_text_size(window, '+', *size).await?;
        let mut overflow = find_overflow(window).await?;
        if *size == 200 {
            overflow.extend(overflow_in_the_first_window(window).await?);
        }
        found.extend(overflow.into_iter().map(|what| format!("{size} %: {what}")));
    }
    match back {
        Back::AtOnce => change_text_size(window, '0', 100).await?,
        Back::StepByStep => {
            for size in TEXT_SIZES.iter().rev().skip(1) {
                change_text_size(window, '-', *size).await?;
            }
        }
    }
    Ok(found)
}

/// What does not fit at 200 % in a window of the size that it has at the first start.
async fn overflow_in_the_first_window(window: &Window) -> Result<Vec<String>, Error> {
    window.resize(1080, 760).await?;
    window.wait_until("540 pixels", "return Math.abs(innerWidth - 540) <= 1").await?;
    let found = find_overflow(window).await?;
    window.resize(TO_320_PIXELS.0, TO_320_PIXELS.1).await?;
    window.wait_until("640 pixels", "return Math.abs(innerWidth - 640) <= 1").await?;
    Ok(found)
}

/// Presses Ctrl and `key`, and waits until the page is laid out for `percent`.
async fn change_text_size(window: &Window, key: char, percent: u32) -> Result<(), Error> {
    window.press_with(Key::Control, key).await?;
    let width = TO_320_PIXELS.0 * 100 / percent;
    // WebKit rounds the width up or down.
    let is_laid_out = format!("return Math.abs(innerWidth - {width}) <= 1");
    window.wait_until(&format!("text at {percent} %"), &is_laid_out).await
}

#[test]
fn every_page_is_accessible_in_the_light_theme_and_a_wide_font() -> Result<(), Error> {
    examine_every_page("light", Font::Wide, Back::StepByStep)
}

#[test]
fn every_page_is_accessible_in_the_dark_theme_and_a_narrow_font() -> Result<(), Error> {
    examine_every_page("dark", Font::Narrow, Back::AtOnce)
}

#[test]
fn what_does_not_fit_is_found() -> Result<(), Error> {
    with_app(first_start(), async |app| {
        let window = app.window()?;
        window.wait_for("welcome-practice").await?;
        window.run("document.querySelector('h1').style.width = '2000px'").await?;
        assert!(!find_overflow(window).await?.is_empty());
        Ok(())
    })
}

/// Checks each popup window with these settings and a text size that is `larger` steps larger: with axe-core, and
/// for what does not fit.
fn examine_popup_windows(settings: &str, larger: usize) -> Result<(), Error> {
    let launch = practice().with_file("settings.json", settings);
    with_app(launch, async |app| {
        let mut found = Vec::new();
        let window = app.window()?;
        flows::get_key(window, flows::NEW_CLIENT).await?;
        let key = last_four(app).await?;
        for _ in 0..larger {
            window.press_with(Key::Control, '+').await?;
        }
        press(window, "show-key").await?;
        window
            .visit_second_window(async |reveal| {
                reveal.wait_until("the key", flows::IS_SHOWN).await?;
                found.extend(examine(reveal).await?);
                // The key press closes the window that would answer.
                let _ = reveal.press(Key::Escape).await;
                Ok(())
            })
            .await?;
        let mut asking = app.start_command(&["token", &key])?;
        window
            .visit_second_window(async |ask| {
                ask.wait_for("ask-program").await?;
                let are_ready = "return document.querySelector('button:disabled') === null";
                ask.wait_until("the buttons to work", are_ready).await?;
                found.extend(examine(ask).await?);
                let _ = ask.press(Key::Escape).await;
                Ok(())
            })
            .await?;
        asking.wait()?;
        for step in ["nav-keys", "add-key", "type-key"] {
            press(window, step).await?;
        }
        window
            .visit_second_window(async |enter| {
                enter.wait_for("entered-key").await?;
                enter.press(Key::Enter).await?;
                enter.wait_for("enter-problem").await?;
                press(enter, "show-typed").await?;
                found.extend(examine(enter).await?);
                let _ = enter.press(Key::Escape).await;
                Ok(())
            })
            .await?;
        if found.is_empty() { Ok(()) } else { Err(Error::new(found.join("\n"))) }
    })
}

/// Clicks by script, because a click of `WebDriver` misses its target while the page is zoomed.
async fn press(window: &Window, id: &str) -> Result<(), Error> {
    window.wait_for(id).await?;
    window.run(&format!("document.querySelector('[data-testid={id}]').click()")).await?;
    Ok(())
}

async fn examine(popup: &Window) -> Result<Vec<String>, Error> {
    popup.at_rest().await?;
    Ok([violations(popup).await?, find_overflow(popup).await?].concat())
}

#[test]
fn axe_finds_nothing_in_the_light_popup_windows() -> Result<(), Error> {
    examine_popup_windows(r#"{"theme":"light"}"#, 0)
}

#[test]
fn axe_finds_nothing_in_the_dark_popup_windows_in_ukrainian() -> Result<(), Error> {
    examine_popup_windows(r#"{"theme":"dark","language":"uk"}"#, 0)
}

#[test]
fn the_popup_windows_fit_at_200_percent() -> Result<(), Error> {
    examine_popup_windows(r#"{"theme":"light","language":"uk"}"#, 4)
}

#[test]
fn the_popup_windows_fit_at_400_percent() -> Result<(), Error> {
    examine_popup_windows(r#"{"theme":"dark"}"#, 6)
}
