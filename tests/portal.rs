//! Practice's pages that stand in for Nova Post's web sites, in a real browser: the small one that
//! comes with `WebKit`.

#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use keydesk_practice::{Move, Options, Practice, Site};
use test_driver::{
    Context, Error, Key, Launch, Window, look_for_barriers, look_for_overflow, play,
};

const ACCOUNT: &str = "/my-nova-post";
const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const NEW_KEY: &str = "/my-nova-post/integrations/api-keys/new";
const SECURITY: &str = "/cabinet/settings/security";
const TEST_KEY: &str = "/test-key";

/// Fills the fields of the page's form, ticks its boxes, and sends it.
const SEND: &str = r#"
for (const field of document.querySelectorAll("input[type=text]")) {
  field.value ||= field.id === "phone" ? "498213437654" : "Nordlicht Handelsgesellschaft mbH";
}
for (const box of document.querySelectorAll("input[type=checkbox]")) box.checked = true;
document.querySelector("form").requestSubmit();
"#;
const SEND_EMPTY: &str = "document.querySelector('form').requestSubmit();";

/// Practice, and the browser before its pages.
struct Visit<'a> {
    window: &'a Window,
    practice: &'a Practice,
}

impl Visit<'_> {
    async fn go(&self, path: &str, language: &str) -> Result<(), Error> {
        let account = self.practice.page_url(Site::MyNovaPost, "");
        let start = account.trim_end_matches(ACCOUNT);
        Ok(self.window.client().goto(&format!("{start}{path}?lang={language}")).await?)
    }

    /// Goes through every page, each in the state in which it has the most to say.
    async fn tour(
        &self,
        language: &str,
        mut look: impl AsyncFnMut(&str) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for path in [API_KEYS, NEW_KEY, SECURITY, "/cabinet/nowhere"] {
            self.go(path, language).await?;
            look(&format!("{path} before there is anything")).await?;
        }
        for (path, script, outcome) in [
            (ACCOUNT, SEND_EMPTY, "error-summary"),
            (ACCOUNT, SEND, "done"),
            (ACCOUNT, SEND, "done"),
            (NEW_KEY, SEND_EMPTY, "error-summary"),
            (NEW_KEY, SEND, "done"),
            (SECURITY, SEND, "done"),
            (TEST_KEY, SEND_EMPTY, "error-summary"),
            (TEST_KEY, SEND, "done"),
        ] {
            self.go(path, language).await?;
            look(path).await?;
            self.window.run(script).await?;
            self.window.wait_for(outcome).await?;
            look(&format!("{outcome} of {path}")).await?;
            self.window
                .run("for (const key of document.querySelectorAll('details')) key.open = true;")
                .await?;
            look(&format!("{outcome} of {path}, keys shown")).await?;
        }
        for (list, path) in [(API_KEYS, "integrations"), (SECURITY, "settings")] {
            self.go(list, language).await?;
            let back = "document.querySelector('a[href*=deactivate]').click()";
            self.window.run(back).await?;
            self.window
                .wait_until("the question", "return !!document.querySelector('form .danger')")
                .await?;
            look(&format!("deactivating in {list}")).await?;
            let above = &list[..list.find(path).unwrap_or_default() + path.len()];
            self.go(above, language).await?;
            look(above).await?;
        }
        self.go("/cabinet", language).await?;
        look("/cabinet").await
    }
}

/// Opens the browser in a theme, and practice a year ahead, which every page then says.
fn open(
    theme: &str,
    visit: impl AsyncFnOnce(&Visit<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    let launch = Launch::of(browser(folder.path())?).with("GTK_THEME", theme);
    play(launch, async |app| {
        let practice = Practice::start(Options::default()).await.context("starting practice")?;
        let moved = practice.set_time(Move::Ahead(TimeDelta::days(400))).await;
        moved.map_err(|error| Error::new(format!("moving practice's time: {error:?}")))?;
        visit(&Visit { window: app.window()?, practice: &practice }).await
    })
}

/// The browser, told to let itself be driven.
fn browser(folder: &Path) -> Result<PathBuf, Error> {
    let places = fs::read_dir("/usr/lib")?.flatten().map(|library| library.path());
    let mut browsers = places.map(|library| library.join("webkit2gtk-4.1/MiniBrowser"));
    let browser = browsers.find(|browser| browser.exists());
    let browser = browser.ok_or_else(|| Error::new("WebKit's MiniBrowser isn't installed"))?;
    let starter = folder.join("browser");
    fs::write(&starter, format!("#!/bin/sh\nexec {} --automation \"$@\"\n", browser.display()))?;
    fs::set_permissions(&starter, fs::Permissions::from_mode(0o700))?;
    Ok(starter)
}

/// Gathers what a look finds on any page before it fails, so that all can be mended at once.
fn find_nothing(
    theme: &str,
    prepare: &str,
    mut look: impl AsyncFnMut(&Window) -> Result<Vec<String>, Error>,
) -> Result<(), Error> {
    open(theme, async |visit| {
        let mut found = Vec::new();
        for language in ["en", "uk"] {
            visit
                .tour(language, async |page| {
                    visit.window.run(prepare).await?;
                    let more = look(visit.window).await?;
                    found.extend(more.into_iter().map(|what| format!("{language} {page}: {what}")));
                    Ok(())
                })
                .await?;
        }
        if found.is_empty() { Ok(()) } else { Err(Error::new(found.join("\n"))) }
    })
}

async fn barriers(window: &Window) -> Result<Vec<String>, Error> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    let barriers = look_for_barriers(window, &axe).await?;
    assert!(barriers.rules_passed > 10, "axe-core has not looked");
    Ok(barriers.found)
}

#[test]
fn the_light_pages_have_no_barriers() -> Result<(), Error> {
    find_nothing("Adwaita", "", barriers)
}

#[test]
fn the_dark_pages_have_no_barriers() -> Result<(), Error> {
    let is_dark = "if (!matchMedia('(prefers-color-scheme: dark)').matches) throw 'light';";
    find_nothing("Adwaita:dark", is_dark, barriers)
}

/// The browser's window can't be made narrower than some 450 pixels. With the text enlarged by as
/// much, a line holds what it holds in 320.
#[test]
fn every_page_fits_a_phone() -> Result<(), Error> {
    let enlarge = "document.documentElement.style.fontSize = `${innerWidth / 3.2}%`;";
    find_nothing("Adwaita", enlarge, async |window| {
        window.resize(320, 640).await?;
        window.run(enlarge).await?;
        look_for_overflow(window).await
    })
}

#[test]
fn a_press_on_copy_puts_the_key_on_the_clipboard() -> Result<(), Error> {
    open("Adwaita", async |visit| {
        let window = visit.window;
        visit.go(SECURITY, "en").await?;
        window.run(SEND).await?;
        window.wait_for("done").await?;
        let key =
            window.run("return document.querySelector('[data-testid=key]').textContent").await?;
        window.click("copy-key").await?;
        window.wait_for_text("copy-key", "Copied").await?;
        visit.go(TEST_KEY, "en").await?;
        window.run("document.querySelector('#phone').focus()").await?;
        window.press_with(Key::Control, 'v').await?;
        window
            .wait_until(
                "the key pasted",
                "return document.querySelector('#phone').value.length === 32",
            )
            .await?;
        let pasted = window.run("return document.querySelector('#phone').value").await?;
        assert!(pasted == key, "something else was copied");
        Ok(())
    })
}
