//! `cargo xtask shots`: a picture of every page, light and dark, in every language, from the real
//! window.

use std::fs;
use std::path::PathBuf;

use keydesk_driver::{During, Launch, Trouble, Window, journey};

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
            runtime.block_on(async {
                let mut app = launch.open().await?;
                Album { window: app.window()?, folder, taken: 0 }.fill().await?;
                app.close().await
            })?;
        }
    }
    Ok(())
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

struct Album<'a> {
    window: &'a Window,
    folder: PathBuf,
    taken: u32,
}

impl Album<'_> {
    /// Goes through the whole product once.
    async fn fill(&mut self) -> Result<(), Trouble> {
        let window = self.window;
        window.wait_for("welcome-practice").await?;
        self.take("welcome").await?;
        journey::choose_practice(window).await?;
        self.take("home").await
    }

    async fn take(&mut self, name: &str) -> Result<(), Trouble> {
        self.taken += 1;
        let file = self.folder.join(format!("{:02}-{name}.png", self.taken));
        self.window.save_picture(&file).await?;
        say::note(&format!("{:02}-{name}.png", self.taken));
        Ok(())
    }
}
