//! The script has room beside or below the page, and no barriers.

use std::path::Path;

use serde_json::json;
use test_driver::{Error, look_for_barriers, look_for_overflow, play};

use crate::{BEGUN, practice};

/// What of the window neither the page nor the script has, and what both have: nothing may.
const COVERED: &str = "
const box = (selector) => document.querySelector(selector).getBoundingClientRect();
const [page, script] = [box('main'), box('[data-testid=presenter]')];
const isBeside = Math.abs(script.left - page.right) < 1 && Math.abs(script.right - innerWidth) < 1;
const isBelow = script.top > page.top && Math.abs(script.right - innerWidth) < 20
  && Math.abs(page.right - script.right) < 20;
return isBeside || isBelow ? [] : [page, script]";

/// Looks for barriers and for what does not fit, in windows of these sizes. Nothing is clicked, so the
/// text may be large.
fn examine(settings: &str, sizes: &[(u32, u32)]) -> Result<(), Error> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    play(practice().with_file("settings.json", settings), async |app| {
        let window = app.window()?;
        for (wide, high) in sizes {
            window.resize(*wide, *high).await?;
            window.wait_for("presenter-step").await?;
            assert_eq!(window.run(COVERED).await?, json!([]), "{wide}");
            assert_eq!(look_for_overflow(window).await?, Vec::<String>::new(), "{wide}");
            let barriers = look_for_barriers(window, &axe).await?;
            assert_eq!(barriers.found, Vec::<String>::new(), "{wide}");
        }
        Ok(())
    })
}

#[test]
fn the_script_has_no_barriers_and_fits_beside_or_below_the_page() -> Result<(), Error> {
    let settings = format!(r#"{{ "theme": "light", "presenter": {{ {BEGUN} }} }}"#);
    examine(&settings, &[(1920, 1080), (1280, 800), (1080, 760), (880, 600)])
}

#[test]
fn the_script_has_no_barriers_and_fits_in_the_dark_in_ukrainian_at_200_percent() -> Result<(), Error>
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
