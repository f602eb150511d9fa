//! Accessibility of every page: axe-core in light and dark, and layout with large text in two fonts.

use std::collections::BTreeMap;
use std::path::Path;

use test_driver::{
    Desktop, Error, Font, Key, Window, check_accessibility, find_overflow, flows, visit_every_page,
    with_app, with_app_on,
};

use crate::{first_start, practice};

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");

/// Checks every page and gathers all violations before it fails, so that they can be fixed at once.
fn examine_every_page(theme: &str) -> Result<(), Error> {
    let launch = first_start().with_file("settings.json", &format!(r#"{{"theme":"{theme}"}}"#));
    with_app(launch, async |app| {
        let window = app.window()?;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        visit_every_page(window, async |page| {
            let report = check_accessibility(window, Path::new(AXE)).await?;
            assert!(report.rules_passed > 10, "{page}: axe-core has checked nothing");
            for violation in report.violations {
                found.entry(violation).or_default().push(page.to_owned());
            }
            Ok(())
        })
        .await?;
        if found.is_empty() {
            return Ok(());
        }
        let lines = found.iter().map(|(violation, pages)| format!("{violation}\n  on {pages:?}"));
        Err(Error::new(lines.collect::<Vec<_>>().join("\n")))
    })
}

#[test]
fn axe_finds_nothing_on_the_light_pages() -> Result<(), Error> {
    examine_every_page("light")
}

#[test]
fn axe_finds_nothing_on_the_dark_pages() -> Result<(), Error> {
    examine_every_page("dark")
}

/// The text sizes that Ctrl and + go through, in percent.
const TEXT_SIZES: [u32; 7] = [100, 125, 150, 175, 200, 300, 400];

/// A window that at 400 % is 320 CSS pixels wide (WCAG 2.2, 1.4.10).
const TO_320_PIXELS: (u32, u32) = (1280, 1024);

/// The window, `width` pixels wide, whose text size is changed by the keyboard.
struct Zoom<'a> {
    window: &'a Window,
    width: u32,
}

impl Zoom<'_> {
    /// Presses Ctrl and `key` this many times, and waits until the page is laid out for `percent`.
    async fn change(&self, key: char, times: usize, percent: u32) -> Result<(), Error> {
        for _ in 0..times {
            self.window.press_with(Key::Control, key).await?;
        }
        let width = self.width * 100 / percent;
        // WebKit rounds the width up or down.
        let is_laid_out = format!("return Math.abs(innerWidth - {width}) <= 1");
        self.window.wait_until(&format!("text at {percent} %"), &is_laid_out).await
    }
}

/// Changes the text size on every page with `visit`, and gathers what does not fit before it fails. Between the
/// pages the text has its usual size, because a click of `WebDriver` misses its target while the page is zoomed.
fn fit_every_page(
    font: Font,
    (width, height): (u32, u32),
    mut visit: impl AsyncFnMut(&Zoom<'_>) -> Result<Vec<String>, Error>,
) -> Result<(), Error> {
    with_app_on(Desktop::with_font(font)?, first_start(), async |app| {
        let window = app.window()?;
        window.resize(width, height).await?;
        let zoom = Zoom { window, width };
        let mut found = Vec::new();
        visit_every_page(window, async |page| {
            zoom.change('0', 1, 100).await?;
            let overflow = visit(&zoom).await?;
            found.extend(overflow.into_iter().map(|what| format!("{page}: {what}")));
            Ok(())
        })
        .await?;
        if found.is_empty() { Ok(()) } else { Err(Error::new(found.join("\n"))) }
    })
}

/// Goes to one text size at once and back, in a window of this size.
fn fit_at(font: Font, percent: u32, size: (u32, u32)) -> Result<(), Error> {
    let steps = TEXT_SIZES.iter().take_while(|size| **size < percent).count();
    fit_every_page(font, size, async |zoom| {
        zoom.change('+', steps, percent).await?;
        let found = find_overflow(zoom.window).await?;
        zoom.change('0', 1, 100).await?;
        Ok(found)
    })
}

#[test]
fn every_page_fits_at_200_percent_in_a_wide_font() -> Result<(), Error> {
    fit_at(Font::Wide, 200, (1080, 760))
}

#[test]
fn every_page_fits_at_200_percent_in_a_narrow_font() -> Result<(), Error> {
    fit_at(Font::Narrow, 200, (1080, 760))
}

#[test]
fn every_page_fits_at_400_percent_in_a_narrow_font() -> Result<(), Error> {
    fit_at(Font::Narrow, 400, TO_320_PIXELS)
}

#[test]
fn every_page_fits_at_every_text_size_up_and_down() -> Result<(), Error> {
    fit_every_page(Font::Wide, TO_320_PIXELS, async |zoom| {
        let mut found = Vec::new();
        for size in &TEXT_SIZES[1..] {
            zoom.change('+', 1, *size).await?;
            let overflow = find_overflow(zoom.window).await?;
            found.extend(overflow.into_iter().map(|what| format!("{size} %: {what}")));
        }
        for size in TEXT_SIZES.iter().rev().skip(1) {
            zoom.change('-', 1, *size).await?;
        }
        // To the largest size and back at once.
        zoom.change('+', TEXT_SIZES.len() - 1, 400).await?;
        zoom.change('0', 1, 100).await?;
        Ok(found)
    })
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
        for step in ["nav-keys", "bring-in-key", "type-key"] {
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
    let report = check_accessibility(popup, Path::new(AXE)).await?;
    assert!(report.rules_passed > 10, "axe-core has checked nothing");
    Ok([report.violations, find_overflow(popup).await?].concat())
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
