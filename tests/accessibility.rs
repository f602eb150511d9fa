//! No barriers on any page, light or dark: axe-core in the real windows. And every page with large text.

use std::collections::BTreeMap;
use std::path::Path;

use test_driver::{
    Error, Key, Launch, Window, journey, look_for_barriers, look_for_overflow, play, tour,
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

/// Looks at every page in large text and gathers all that does not fit before it fails. The text is
/// large for the look alone: a driver's click misses what is zoomed.
fn fit_every_page(steps: usize, percent: u32, width: u32, height: u32) -> Result<(), Error> {
    play(Launch::of(env!("CARGO_BIN_EXE_keydesk")), async |app| {
        let window = app.window()?;
        window.resize(width, height).await?;
        let usual = format!("return innerWidth === {width}");
        let large = format!("return innerWidth === {}", width * 100 / percent);
        let mut found = Vec::new();
        tour(window, async |page| {
            window.wait_until("the usual size", &usual).await?;
            for _ in 0..steps {
                window.press_with(Key::Control, '+').await?;
            }
            window.wait_until("large text", &large).await?;
            let overflow = look_for_overflow(window).await?;
            found.extend(overflow.into_iter().map(|what| format!("{page}: {what}")));
            window.press_with(Key::Control, '0').await?;
            window.wait_until("the usual size again", &usual).await
        })
        .await?;
        if found.is_empty() { Ok(()) } else { Err(Error::new(found.join("\n"))) }
    })
}

#[test]
fn every_page_fits_at_200_percent() -> Result<(), Error> {
    fit_every_page(4, 200, 1080, 760)
}

/// 320 CSS pixels (WCAG 2.2, 1.4.10).
#[test]
fn every_page_fits_at_400_percent() -> Result<(), Error> {
    fit_every_page(6, 400, 1280, 1024)
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
