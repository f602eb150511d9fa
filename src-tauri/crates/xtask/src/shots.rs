//! `cargo xtask shots`: pictures of every page of the real window and of every component in the
//! gallery, in light and dark and in every language.

use std::fs;
use std::path::Path;

use test_driver::{Context, Error, Launch, Window, visit_every_page};

use crate::{build, program, setup, terminal};

/// A pseudo language: English with longer words and other letters. Pictures show what is cut off or
/// not translated.
const PSEUDO: &str = "pseudo";

/// The pictures in docs/pictures that show a page in English and light, each with the page's name.
const IN_DOCS: &[(&str, &str)] = &[
    ("add-key", "add-key-checked"),
    ("dialog", "guide-delete"),
    ("email", "affiliation-send"),
    ("failure", "failure-daily-limit"),
    ("form", "affiliation"),
    ("guides", "guides-on-the-way"),
    ("home", "home"),
    ("key", "test-key-key"),
    ("key-search", "key-search-result"),
    ("leak", "leak-take-back"),
    ("number", "test-key-number-ready"),
    ("practice", "practice"),
    ("presenter", "presenter"),
    ("request", "request"),
    ("review", "review-sign"),
    ("seal", "hand-over-sealed"),
    ("sheet", "hand-over-sheet"),
    ("step", "guide-europe-affiliate"),
    ("token", "token-proven"),
    ("welcome", "welcome"),
];

/// Returns the names of the gallery's sections.
const SECTIONS: &str = "return [...document.querySelectorAll('[data-testid=gallery-sections] input')]\
                        .map((input) => input.value)";

/// Scrolls down by most of the window's height. Returns whether there was more of the page.
const SCROLL: &str = "const page = document.querySelector('main');\
                      const before = page.scrollTop;\
                      page.scrollBy(0, page.clientHeight * 0.9);\
                      return page.scrollTop > before";

/// Saves all pictures in target/shots, and those of the documentation in docs/pictures. Builds the
/// window with the gallery, and at the end without it, so that the next build of the app has no
/// gallery.
pub(crate) fn shots() -> Result<(), Error> {
    setup::for_driving()?;
    build::window_with_gallery()?;
    let app = build::with_tests("keydesk")?;
    let result = take_all(&app);
    build::window()?;
    result
}

fn take_all(app: &Path) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for language in languages()? {
        for theme in ["light", "dark"] {
            terminal::heading(&format!("{language}, {theme}"));
            let settings = format!(r#"{{"language":"{language}","theme":"{theme}"}}"#);
            let launch = || Launch::of(app).with_file("settings.json", settings.as_str());
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

/// Saves one picture at each page of the tour, numbered in its order.
async fn take_pages(launch: Launch, folder: &Path) -> Result<(), Error> {
    let mut app = launch.open().await?;
    let window = app.window()?;
    let mut count = 0;
    visit_every_page(window, async |page| {
        count += 1;
        let name = format!("{count:02}-{page}.png");
        window.save_picture(&folder.join(&name)).await?;
        if folder.ends_with("en-light") {
            copy_to_docs(&folder.join(&name), page)?;
        }
        terminal::note(&name);
        Ok(())
    })
    .await?;
    app.close().await
}

/// Copies the picture of a page to docs/pictures if the documentation shows this page.
fn copy_to_docs(picture: &Path, page: &str) -> Result<(), Error> {
    if let Some((name, _)) = IN_DOCS.iter().find(|(_, shown)| *shown == page) {
        let copy = program::root().join("docs/pictures").join(name).with_extension("png");
        fs::copy(picture, &copy).context(copy.display())?;
    }
    Ok(())
}

/// Saves pictures of every section of the gallery, one for each screenful.
async fn take_gallery(launch: Launch, folder: &Path) -> Result<(), Error> {
    let mut app = launch.with("KEYDESK_START", "practice").open().await?;
    let window = app.window()?;
    window.wait_for("nav-home").await?;
    open_section(window, "tokens").await?;
    let sections: Vec<String> =
        serde_json::from_value(window.run(SECTIONS).await?).context("the gallery's sections")?;
    for section in &sections {
        open_section(window, section).await?;
        for part in 1.. {
            window.save_picture(&folder.join(format!("{section}-{part}.png"))).await?;
            if window.run(SCROLL).await? != true {
                break;
            }
        }
        terminal::note(section);
    }
    app.close().await
}

async fn open_section(gallery: &Window, section: &str) -> Result<(), Error> {
    gallery.run(&format!("location.hash = 'gallery/{section}'")).await?;
    gallery.wait_for(&format!("gallery-{section}")).await?;
    gallery.run("document.querySelector('main').scrollTop = 0").await?;
    Ok(())
}

/// Every language that has a catalog, and the pseudo language.
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
