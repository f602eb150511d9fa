//! No barriers on any page, light or dark: axe-core in the real window.

use std::path::Path;

use keydesk_driver::{Launch, Trouble, look_for_barriers, play, tour};

/// Visits every page and gathers all barriers before it fails, so that they can be removed at once.
fn examine_every_page(theme: &str) -> Result<(), Trouble> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    let launch = Launch::of(env!("CARGO_BIN_EXE_keydesk"))
        .with_file("settings.json", &format!(r#"{{"theme":"{theme}"}}"#));
    play(launch, async |app| {
        let window = app.window()?;
        let mut found = Vec::new();
        tour(window, async |page| {
            let barriers = look_for_barriers(window, &axe).await?;
            assert!(barriers.rules_passed > 10, "{page}: axe-core has not looked");
            found.extend(barriers.found.into_iter().map(|barrier| format!("{page}: {barrier}")));
            Ok(())
        })
        .await?;
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
        Ok(())
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
