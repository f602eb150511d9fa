//! `cargo xtask shots`: a picture of every page, light and dark, in every language, from the real
//! window; and of every component, from the gallery.

use std::fs;
use std::path::Path;

use test_driver::{Context, Error, Launch, Window, visit_every_page as tour};

use crate::build::{self, Profile};
use crate::{program, say, setup};

/// English made long and strange: what is cut off or never translated is seen.
const PSEUDO: &str = "pseudo";

/// The rooms of the gallery, as its page offers them.
const ROOMS: &str = "return [...document.querySelectorAll('[data-testid=gallery-rooms] input')]\
                     .map((room) => room.value)";

/// Goes on by a windowful, if there is more of the page.
const GO_ON: &str = "const page = document.querySelector('main');\
                     const before = page.scrollTop;\
                     page.scrollBy(0, page.clientHeight * 0.9);\
                     return page.scrollTop > before";

/// Takes all pictures into target/shots. The window is built with the gallery, and once more without
/// it, so that none is left where the next program takes its window from.
pub(crate) fn shots() -> Result<(), Error> {
    setup::for_driving()?;
    build::window_with_gallery()?;
    let app = build::package("keydesk", Profile::Debug)?;
    let taken = take_all(&app);
    build::window()?;
    taken
}

fn take_all(app: &Path) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for language in languages()? {
        for theme in ["light", "dark"] {
            say::heading(&format!("{language}, {theme}"));
            let settings = format!(r#"{{"language":"{language}","theme":"{theme}"}}"#);
            let launch = || Launch::of(app).with_file("settings.json", &settings);
            let folder = program::target().join("shots").join(format!("{language}-{theme}"));
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            runtime.block_on(take_pages(launch(), &folder))?;
            runtime.block_on(take_gallery(launch(), &folder.join("gallery")))?;
        }
    }
    Ok(())
}

/// One picture at each stop of the tour, numbered in its order.
async fn take_pages(launch: Launch, folder: &Path) -> Result<(), Error> {
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

/// Every room of the gallery, a windowful after the other.
async fn take_gallery(launch: Launch, folder: &Path) -> Result<(), Error> {
    let mut app = launch.with("KEYDESK_START", "practice").open().await?;
    let window = app.window()?;
    window.wait_for("nav-home").await?;
    enter(window, "tokens").await?;
    let rooms: Vec<String> =
        serde_json::from_value(window.run(ROOMS).await?).context("reading the gallery's rooms")?;
    for room in &rooms {
        enter(window, room).await?;
        for part in 1.. {
            window.save_picture(&folder.join(format!("{room}-{part}.png"))).await?;
            if window.run(GO_ON).await? != true {
                break;
            }
        }
        say::note(room);
    }
    app.close().await
}

async fn enter(gallery: &Window, room: &str) -> Result<(), Error> {
    gallery.run(&format!("location.hash = 'gallery/{room}'")).await?;
    gallery.wait_for(&format!("gallery-{room}")).await?;
    gallery.run("document.querySelector('main').scrollTop = 0").await?;
    Ok(())
}

/// Every language that has a catalog, and the one that nobody speaks.
fn languages() -> Result<Vec<String>, Error> {
    let folder = program::ui().join("locales");
    let files = fs::read_dir(&folder).context(folder.display())?.flatten();
    let mut languages: Vec<String> = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    languages.sort();
    languages.push(PSEUDO.to_owned());
    Ok(languages)
}
