//! The pages of practice that replace Nova Post's web sites, in a real browser: `WebKit`'s `MiniBrowser`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use keydesk_practice::{Move, Options, Practice, Site};
use test_driver::{
    Context, Desktop, Error, Font, Key, Launch, Window, check_accessibility, find_overflow,
    with_app_on,
};

const ACCOUNT: &str = "/my-nova-post";
const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const NEW_KEY: &str = "/my-nova-post/integrations/api-keys/new";
const SECURITY: &str = "/cabinet/settings/security";
const TEST_KEY: &str = "/test-key";
const KEY_REQUEST: &str = "/key-request";

/// Themes of GTK.
const LIGHT: &str = "Adwaita";
const DARK: &str = "Adwaita:dark";

const IS_DARK: &str = "return matchMedia('(prefers-color-scheme: dark)').matches";

const USUAL_SIZE: (u32, u32) = (1080, 760);

/// See [`overflow_on_a_phone`].
const PHONE_SIZE: (u32, u32) = (320, 640);

/// Fills the fields of the page's form, ticks its boxes, and sends it.
const SEND: &str = r#"
for (const field of document.querySelectorAll("input[type=text]")) {
  field.value ||= field.id === "phone" ? "498213437654" : "Nordlicht Handelsgesellschaft mbH";
}
for (const box of document.querySelectorAll("input[type=checkbox]")) box.checked = true;
document.querySelector("form").requestSubmit();
"#;
const SEND_EMPTY: &str = "document.querySelector('form').requestSubmit();";

/// The practice server, and the browser that shows its pages.
struct Visit<'a> {
    window: &'a Window,
    practice: &'a Practice,
}

impl Visit<'_> {
    async fn go(&self, path: &str, language: &str) -> Result<(), Error> {
        let account = self.practice.page_url(Site::MyNovaPost, "");
        let start = account.trim_end_matches(ACCOUNT);
        self.window.go_to(&format!("{start}{path}?lang={language}")).await
    }

    /// Opens every page in the states in which it shows most, and calls `look` on each.
    async fn every_page(
        &self,
        language: &str,
        mut look: impl AsyncFnMut(&str) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for path in [API_KEYS, NEW_KEY, SECURITY, "/cabinet/nowhere"] {
            self.go(path, language).await?;
            look(&format!("{path} while it is empty")).await?;
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
            (KEY_REQUEST, SEND, "done"),
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

/// Opens the browser with a theme of GTK. The clock of practice is a year ahead, which every page then shows.
fn open(
    font: Font,
    theme: &str,
    visit: impl AsyncFnOnce(&Visit<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let folder = tempfile::tempdir()?;
    let launch = Launch::of(browser(folder.path())?).with("GTK_THEME", theme);
    with_app_on(Desktop::with_font(font)?, launch, async |app| {
        app.window()?.resize(USUAL_SIZE.0, USUAL_SIZE.1).await?;
        let practice = Practice::start(Options::default()).await.context("starting practice")?;
        let moved = practice.set_time(Move::Ahead(TimeDelta::days(400))).await;
        moved.map_err(|error| Error::new(format!("moving practice's time: {error:?}")))?;
        visit(&Visit { window: app.window()?, practice: &practice }).await
    })
}

/// A script that starts the browser with the option that lets `WebDriver` use it.
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

/// Checks every page in two languages with axe-core and in the width of a phone. Gathers what is wrong before it
/// fails.
fn examine_every_page(font: Font, theme: &str) -> Result<(), Error> {
    let is_dark = theme == DARK;
    open(font, theme, async |visit| {
        let window = visit.window;
        let mut found = Vec::new();
        for language in ["en", "uk"] {
            visit
                .every_page(language, async |page| {
                    assert!(window.read(IS_DARK).await? == is_dark, "{page} has the wrong theme");
                    let wrong = [violations(window).await?, overflow_on_a_phone(window).await?];
                    let wrong = wrong.concat().into_iter();
                    found.extend(wrong.map(|what| format!("{language} {page}: {what}")));
                    Ok(())
                })
                .await?;
        }
        if found.is_empty() { Ok(()) } else { Err(Error::new(found.join("\n"))) }
    })
}

async fn violations(window: &Window) -> Result<Vec<String>, Error> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    let report = check_accessibility(window, &axe).await?;
    assert!(report.rules_passed > 10, "axe-core has checked nothing");
    Ok(report.violations)
}

/// The browser's window can't be made narrower than about 450 pixels. The text is enlarged by the same factor, so
/// that a line has as much text as in 320 pixels.
async fn overflow_on_a_phone(window: &Window) -> Result<Vec<String>, Error> {
    window.resize(PHONE_SIZE.0, PHONE_SIZE.1).await?;
    window.wait_until("the width of a phone", "return innerWidth < 600").await?;
    window.read("document.documentElement.style.fontSize = `${innerWidth / 3.2}%`").await?;
    let found = find_overflow(window).await?;
    window.read("document.documentElement.style.fontSize = ''").await?;
    window.resize(USUAL_SIZE.0, USUAL_SIZE.1).await?;
    window.wait_until("the usual width", "return innerWidth > 600").await?;
    Ok(found)
}

#[test]
fn every_page_is_accessible_in_the_light_theme_and_a_wide_font() -> Result<(), Error> {
    examine_every_page(Font::Wide, LIGHT)
}

#[test]
fn every_page_is_accessible_in_the_dark_theme_and_a_narrow_font() -> Result<(), Error> {
    examine_every_page(Font::Narrow, DARK)
}

#[test]
fn a_press_on_copy_puts_the_key_on_the_clipboard() -> Result<(), Error> {
    open(Font::default(), LIGHT, async |visit| {
        let window = visit.window;
        visit.go(SECURITY, "en").await?;
        window.run(SEND).await?;
        window.wait_for("done").await?;
        let key =
            window.read("return document.querySelector('[data-testid=key]').textContent").await?;
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
        let pasted = window.read("return document.querySelector('#phone').value").await?;
        assert!(pasted == key, "something else was copied");
        Ok(())
    })
}
