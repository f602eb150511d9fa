//! `cargo xtask shots`: a picture of every page, light and dark, in every language, from the real
//! window.

use std::fs;
use std::path::Path;

use keydesk_driver::{During, Launch, Trouble, tour};

use crate::build::{self, Profile};
use crate::{program, say, setup};

/// Takes all pictures into target/shots.
pub(crate) fn shots() -> Result<(), Trouble> {
    setup::for_driving()?;
    let app = build::app(Profile::Debug)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for language in languages()? {
        for theme in ["light", "dark"] {
            say::heading(&format!("{language}, {theme}"));
            let settings = format!(r#"{{"language":"{language}","theme":"{theme}"}}"#);
            let launch = Launch::of(&app).with_file("settings.json", &settings);
            let folder = program::target().join("shots").join(format!("{language}-{theme}"));
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            runtime.block_on(take(launch, &folder))?;
        }
    }
    Ok(())
}

/// One picture at each stop of the tour, numbered in its order.
async fn take(launch: Launch, folder: &Path) -> Result<(), Trouble> {
    let mut app = launch.open().await?;
    let window = app.window()?;
    let mut taken = 0;
    tour(window, async |page| {
        taken += 1;
        let name = format!("{taken:02}-{page}.png");
        window.save_picture(&folder.join(&name)).await?;
        say::note(&name);
        Ok(())
    })
    .await?;
    app.close().await
}

/// Every language that has a catalog.
fn languages() -> Result<Vec<String>, Trouble> {
    let folder = program::ui().join("locales");
    let files = fs::read_dir(&folder).during(folder.display())?.flatten();
    let mut languages: Vec<String> = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    languages.sort();
    Ok(languages)
}
