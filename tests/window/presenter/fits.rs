//! The script is beside or below the page and fits there, and axe-core finds nothing in it.

use std::path::Path;

use serde_json::json;
use test_driver::{Desktop, Error, Font, check_accessibility, find_overflow, with_app_on};

use super::BEGUN;
use crate::practice;

/// Empty if page and script share the window without a gap and without an overlap.
const COVERED: &str = "
const box = (selector) => document.querySelector(selector).getBoundingClientRect();
const [page, script] = [box('main'), box('[data-testid=presenter]')];
const isBeside = Math.abs(script.left - page.right) < 1 && Math.abs(script.right - innerWidth) < 1;
const isBelow = script.top > page.top && Math.abs(script.right - innerWidth) < 20
  && Math.abs(page.right - script.right) < 20;
return isBeside || isBelow ? [] : [page, script]";

/// Checks windows of these sizes with axe-core and for what does not fit, in one font.
fn examine_in(font: Font, settings: &str, sizes: &[(u32, u32)]) -> Result<(), Error> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    let launch = practice().with_file("settings.json", settings);
    with_app_on(Desktop::with_font(font)?, launch, async |app| {
        let window = app.window()?;
        for (wide, high) in sizes {
            window.resize(*wide, *high).await?;
            window.wait_for("presenter-step").await?;
            assert_eq!(window.read(COVERED).await?, json!([]), "{wide}");
            assert_eq!(find_overflow(window).await?, Vec::<String>::new(), "{wide}");
            let report = check_accessibility(window, &axe).await?;
            assert_eq!(report.violations, Vec::<String>::new(), "{wide}");
        }
        Ok(())
    })
}

/// As [`examine_in`], in a wide and in a narrow font.
fn examine(settings: &str, sizes: &[(u32, u32)]) -> Result<(), Error> {
    examine_in(Font::Wide, settings, sizes)?;
    examine_in(Font::Narrow, settings, sizes)
}

#[test]
fn the_script_is_accessible_and_fits_beside_or_below_the_page() -> Result<(), Error> {
    let settings = format!(r#"{{ "theme": "light", "presenter": {{ {BEGUN} }} }}"#);
    examine(&settings, &[(1920, 1080), (1280, 800), (1080, 760), (880, 600)])
}

#[test]
fn the_script_is_accessible_and_fits_in_the_dark_in_ukrainian_at_200_percent() -> Result<(), Error>
{
    let settings = format!(
        r#"{{ "theme": "dark", "language": "uk", "presenter": {{ "textSize": 200, {BEGUN} }} }}"#
    );
    examine(&settings, &[(1280, 800), (1080, 760)])
}

/// 320 CSS pixels (WCAG 2.2, 1.4.10).
#[test]
fn the_script_fits_at_400_percent() -> Result<(), Error> {
    let settings = format!(r#"{{ "presenter": {{ "textSize": 400, {BEGUN} }} }}"#);
    examine(&settings, &[(1280, 1024)])
}
