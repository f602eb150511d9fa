//! No barriers on any page, light or dark: axe-core in the real window. And every page with large text.

use std::collections::BTreeMap;
use std::path::Path;

use keydesk_driver::{Key, Launch, Trouble, look_for_barriers, look_for_overflow, play, tour};

/// Visits every page and gathers all barriers before it fails, so that they can be removed at once.
fn examine_every_page(theme: &str) -> Result<(), Trouble> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with_file("settings.json", &format!(r#"{{"theme":"{theme}"}}"#));
    play(launch, async |app| {
        let window = app.window()?;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        tour(window, async |page| {
            let barriers = look_for_barriers(window, &axe).await?;
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
        Err(Trouble::new(told.collect::<Vec<_>>().join("\n")))
    })
}

#[test]
fn the_light_pages_have_no_barriers() -> Result<(), Trouble> {
    examine_every_page("light")
}

#[test]
fn the_dark_pages_have_no_barriers() -> Result<(), Trouble> {
    examine_every_page("dark")
}

/// Looks at every page in large text and gathers all that does not fit before it fails. The text is
/// large for the look alone: a driver's click misses what is zoomed.
fn fit_every_page(steps: usize, percent: u32, width: u32, height: u32) -> Result<(), Trouble> {
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
        if found.is_empty() { Ok(()) } else { Err(Trouble::new(found.join("\n"))) }
    })
}

#[test]
fn every_page_fits_at_200_percent() -> Result<(), Trouble> {
    fit_every_page(4, 200, 1080, 760)
}

/// 320 CSS pixels (WCAG 2.2, 1.4.10).
#[test]
fn every_page_fits_at_400_percent() -> Result<(), Trouble> {
    fit_every_page(6, 400, 1280, 1024)
}

#[test]
fn what_does_not_fit_is_found() -> Result<(), Trouble> {
    play(Launch::of(env!("CARGO_BIN_EXE_keydesk")), async |app| {
        let window = app.window()?;
        window.wait_for("welcome-practice").await?;
        window.run("document.querySelector('h1').style.width = '2000px'").await?;
        assert!(!look_for_overflow(window).await?.is_empty());
        Ok(())
    })
}
