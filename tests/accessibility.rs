//! No barriers on any page, light or dark: axe-core in the real window.

use std::collections::BTreeMap;
use std::path::Path;

use keydesk_driver::{Launch, Trouble, look_for_barriers, play, tour};

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
