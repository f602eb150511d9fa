//! No barriers on any page, light or dark: axe-core in the real windows. And every page with large text.

use std::collections::BTreeMap;
use std::path::Path;

use test_driver::{
    Desktop, Error, Font, Key, Launch, Window, journey, look_for_barriers, look_for_overflow, play,
    play_on, tour,
};

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");

/// Visits every page and gathers all barriers before it fails, so that they can be removed at once.
fn examine_every_page(theme: &str) -> Result<(), Error> {
    let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with_file("settings.json", &format!(r#"{{"theme":"{theme}"}}"#));
    play(launch, async |app| {
        let window = app.window()?;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        tour(window, async |page| {
            let barriers = look_for_barriers(window, Path::new(AXE)).await?;
            assert!(barriers.rules_passed > 10, "{page}: axe-core has not looked");
            for barrier in barriers.found {
                found.entry(barrier).or_default().push(page.to_owned());
            }
            Ok(())
        })
        .await?;
        if found.is_empty() {
            return Ok(());
        }
        let told = found.iter().map(|(barrier, pages)| format!("{barrier}\n  on {pages:?}"));
        Err(Error::new(told.collect::<Vec<_>>().join("\n")))
    })
}

#[test]
fn the_light_pages_have_no_barriers() -> Result<(), Error> {
    examine_every_page("light")
}

#[test]
fn the_dark_pages_have_no_barriers() -> Result<(), Error> {
    examine_every_page("dark")
}

/// The text sizes that Ctrl and + go through, in percent.
const TEXT_SIZES: [u32; 7] = [100, 125, 150, 175, 200, 300, 400];

/// A window of `width` × `height` pixels, in which the text is changed to every size up to a largest one.
struct Resizer<'a> {
    window: &'a Window,
    width: u32,
}

impl Resizer<'_> {
    /// Presses Ctrl and `key`, and waits until the page is laid out for `percent`.
    async fn change(&self, key: char, percent: u32) -> Result<(), Error> {
        self.window.press_with(Key::Control, key).await?;
        let width = self.width * 100 / percent;
        // WebKit rounds the width up or down.
        let is_laid_out = format!("return Math.abs(innerWidth - {width}) <= 1");
        self.window.wait_until(&format!("text at {percent} %"), &is_laid_out).await
    }
}

/// Goes through every text size up to `largest`, up and down, on every page, and gathers everything that
/// does not fit before it fails. The text has its usual size between the pages, because a click of
/// `WebDriver` misses its target while the page is zoomed.
fn fit_every_page(font: Font, largest: u32, width: u32, height: u32) -> Result<(), Error> {
    let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk"));
    let sizes = TEXT_SIZES.iter().copied().filter(|size| *size <= largest);
    let sizes: Vec<u32> = sizes.collect();
    play_on(Desktop::with_font(font)?, launch, async |app| {
        let window = app.window()?;
        window.resize(width, height).await?;
        let resizer = Resizer { window, width };
        let mut found = Vec::new();
        tour(window, async |page| {
            for size in &sizes[1..] {
                resizer.change('+', *size).await?;
                let overflow = look_for_overflow(window).await?;
                found.extend(overflow.into_iter().map(|what| format!("{page}, {size} %: {what}")));
            }
            // From the largest size to the usual one at once, and then step by step.
            resizer.change('0', 100).await?;
            for size in &sizes[1..] {
                resizer.change('+', *size).await?;
            }
            for size in sizes.iter().rev().skip(1) {
                resizer.change('-', *size).await?;
            }
            Ok(())
        })
        .await?;
        if found.is_empty() { Ok(()) } else { Err(Error::new(found.join("\n"))) }
    })
}

#[test]
fn every_page_fits_at_200_percent_in_a_wide_font() -> Result<(), Error> {
    fit_every_page(Font::Wide, 200, 1080, 760)
}

#[test]
fn every_page_fits_at_200_percent_in_a_narrow_font() -> Result<(), Error> {
    fit_every_page(Font::Narrow, 200, 1080, 760)
}

/// 320 CSS pixels (WCAG 2.2, 1.4.10).
#[test]
fn every_page_fits_at_400_percent_in_a_wide_font() -> Result<(), Error> {
    fit_every_page(Font::Wide, 400, 1280, 1024)
}

#[test]
fn every_page_fits_at_400_percent_in_a_narrow_font() -> Result<(), Error> {
    fit_every_page(Font::Narrow, 400, 1280, 1024)
}

#[test]
fn what_does_not_fit_is_found() -> Result<(), Error> {
    play(Launch::of(env!("CARGO_BIN_EXE_keydesk")), async |app| {
        let window = app.window()?;
        window.wait_for("welcome-practice").await?;
        window.run("document.querySelector('h1').style.width = '2000px'").await?;
        assert!(!look_for_overflow(window).await?.is_empty());
        Ok(())
    })
}

/// Opens each small window in what is set and `larger` steps larger, and gathers its barriers and what
/// does not fit into it.
fn examine_small_windows(settings: &str, larger: usize) -> Result<(), Error> {
    let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with("KEYDESK_START", "practice")
        .with_file("settings.json", settings);
    play(launch, async |app| {
        let mut found = Vec::new();
        let window = app.window()?;
        journey::get_key(window, journey::NEW_CLIENT).await?;
        for _ in 0..larger {
            window.press_with(Key::Control, '+').await?;
        }
        press(window, "show-key").await?;
        window
            .visit_second_window(async |reveal| {
                reveal.wait_until("the key", journey::IS_SHOWN).await?;
                found.extend(examine(reveal).await?);
                // The key has no answer, for its window is gone; that it is gone is waited for.
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

/// Presses this also where the text is large: a driver's click misses what is zoomed.
async fn press(window: &Window, id: &str) -> Result<(), Error> {
    window.wait_for(id).await?;
    window.run(&format!("document.querySelector('[data-testid={id}]').click()")).await?;
    Ok(())
}

async fn examine(small: &Window) -> Result<Vec<String>, Error> {
    small.at_rest().await?;
    let barriers = look_for_barriers(small, Path::new(AXE)).await?;
    assert!(barriers.rules_passed > 10, "axe-core has not looked");
    Ok([barriers.found, look_for_overflow(small).await?].concat())
}

#[test]
fn the_small_windows_have_no_barriers_in_the_light() -> Result<(), Error> {
    examine_small_windows(r#"{"theme":"light"}"#, 0)
}

#[test]
fn the_small_windows_have_no_barriers_in_the_dark_and_in_ukrainian() -> Result<(), Error> {
    examine_small_windows(r#"{"theme":"dark","language":"uk"}"#, 0)
}

#[test]
fn the_small_windows_fit_at_200_percent() -> Result<(), Error> {
    examine_small_windows(r#"{"theme":"light","language":"uk"}"#, 4)
}

#[test]
fn the_small_windows_fit_at_400_percent() -> Result<(), Error> {
    examine_small_windows(r#"{"theme":"dark"}"#, 6)
}
