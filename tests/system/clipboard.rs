//! Secrets on the clipboard of a real display, and their removal.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use serde_json::{Value, json};
use test_driver::{Desktop, Error, TIMEOUT, wait_until_blocking};

use crate::own_desktop::on_desktop;
use crate::test_app::{STEPS, TestApp};

/// The text that another program would paste now; `None` if there is none.
fn pasted() -> Option<String> {
    arboard::Clipboard::new().unwrap().get_text().ok().filter(|text| !text.is_empty())
}

/// What another program gets from a selection of X11, as this type. `None` if nobody serves it.
fn selected(selection: &str, kind: &str) -> Option<String> {
    let output = Command::new("xclip")
        .args(["-selection", selection, "-target", kind, "-out"])
        .stderr(Stdio::null())
        .output()
        .unwrap();
    output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
}

/// Copies a text, or marks it for the middle mouse button, as another program does.
fn select(selection: &str, text: &str) {
    let mut xclip = Command::new("xclip");
    xclip.args(["-selection", selection]).stdin(Stdio::piped());
    let mut xclip = xclip.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    xclip.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    assert!(xclip.wait().unwrap().success());
    // The child that serves the text may become the owner a little later.
    wait_until_blocking("the selected text", || {
        Ok((selected(selection, "UTF8_STRING").as_deref() == Some(text)).then_some(()))
    })
    .unwrap();
}

fn key_of(app: &TestApp) -> Value {
    let ask =
        json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS });
    app.call("request_test_key", ask).unwrap()["key"]["id"].clone()
}

/// Sets how long a secret stays on the clipboard.
fn clear_after(app: &TestApp, seconds: u32) {
    let settings = json!({ "language": null, "theme": "system", "clipboardSeconds": seconds });
    app.call("save_settings", json!({ "settings": settings })).unwrap();
}

#[test]
fn a_secret_is_removed_from_the_clipboard() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let key = key_of(&app);

        clear_after(&app, 60);
        let copied = app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        assert_eq!(copied["clearsAfter"], 60);
        let key_text = pasted().unwrap();
        assert!(key_text.len() >= 32 && key_text.bytes().all(|byte| byte.is_ascii_hexdigit()));
        app.call("clear_clipboard", json!({})).unwrap();
        assert!(pasted().is_none());

        assert_eq!(
            app.call("copy_token", json!({ "key": key })).unwrap_err()["code"],
            "token_expired"
        );
        app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        clear_after(&app, 15);
        let cleared = app.receive("clipboard", r#"{"state":"emptied"}"#);
        app.call("copy_token", json!({ "key": key })).unwrap();
        assert!(pasted().unwrap().starts_with("eyJ"));
        cleared.recv_timeout(TIMEOUT).unwrap();
        assert!(pasted().is_none());

        clear_after(&app, 60);
        app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        assert!(pasted().is_some());
        app.quit();
        assert!(pasted().is_none(), "the key stayed on the clipboard after the end");

        // Another text that was copied meanwhile stays.
        clear_after(&app, 60);
        app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        let mut other = arboard::Clipboard::new().unwrap();
        other.set_text("a shopping list").unwrap();
        app.call("clear_clipboard", json!({})).unwrap();
        assert!(pasted().as_deref() == Some("a shopping list"));

        app.call("copy_text", json!({ "text": "details for support" })).unwrap();
        assert!(pasted().as_deref() == Some("details for support"));
        Ok(())
    })
}

#[test]
fn an_imported_key_is_removed_from_the_clipboard() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
        let app = TestApp::new();
        let mut elsewhere = arboard::Clipboard::new().unwrap();
        let about = json!({ "name": "", "environment": "production", "organizations": ["Hanse"], "run": null });
        let import =
            || app.call("import_key", json!({ "about": about.clone(), "steps": STEPS })).unwrap();
        let look = || app.call("check_clipboard", json!({})).unwrap();

        elsewhere.set_text("a shopping list").unwrap();
        assert_eq!(look()["code"], "no_key");
        elsewhere.set_text(format!("{{\n  \"apiKey\": \"{KEY}\",\n}}\n")).unwrap();
        let found = look();
        assert_eq!((&found["is"], &found["lastFour"]), (&json!("key"), &json!("e7f0")));
        let imported = import();
        assert_eq!(imported["clipboardEmptied"], true);
        assert!(!imported.to_string().contains(KEY), "the key crossed");
        assert!(pasted().is_none());

        // Another text that was copied meanwhile stays.
        elsewhere.set_text(KEY).unwrap();
        assert_eq!(look()["known"]["id"], imported["key"]["id"]);
        elsewhere.set_text("a shopping list").unwrap();
        import();
        assert!(pasted().as_deref() == Some("a shopping list"));
        assert_eq!(app.call("keys", json!({})).unwrap().as_array().unwrap().len(), 1);
        Ok(())
    })
}

#[test]
fn a_copied_key_has_the_mark_that_keeps_it_out_of_histories() -> Result<(), Error> {
    const MARK: &str = "x-kde-passwordManagerHint";
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let key = key_of(&app);
        app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        assert_eq!(selected("clipboard", MARK).as_deref(), Some("secret"));
        app.call("copy_text", json!({ "text": "details for support" })).unwrap();
        assert_eq!(selected("clipboard", MARK), None);
        Ok(())
    })
}

#[test]
fn a_marked_key_is_removed_together_with_the_copied_one() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let key = key_of(&app);
        clear_after(&app, 60);
        let marked = || selected("primary", "UTF8_STRING").filter(|text| !text.is_empty());
        for (words, is_removed) in [
            ("KEY", true),
            ("  KEY\n", true),
            ("API key: KEY, valid for a year", true),
            ("a shopping list", false),
        ] {
            app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
            select("primary", &words.replace("KEY", &pasted().unwrap()));
            app.call("clear_clipboard", json!({})).unwrap();
            assert!(pasted().is_none());
            assert_eq!(marked().is_none(), is_removed, "{words}");
        }

        let key = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
        select("clipboard", key);
        select("primary", key);
        assert_eq!(app.call("check_clipboard", json!({})).unwrap()["is"], "key");
        let about =
            json!({ "name": "", "environment": "production", "organizations": [], "run": null });
        let imported = app.call("import_key", json!({ "about": about, "steps": STEPS })).unwrap();
        assert_eq!(imported["clipboardEmptied"], true);
        assert!(pasted().is_none() && marked().is_none());
        Ok(())
    })
}

/// A program that keeps a copy of the clipboard and serves it when nobody else does, as GNOME and Xfce have.
/// It ends with the process of the test.
struct ClipboardManager {
    looks: Arc<AtomicU32>,
    has_restored: Arc<AtomicBool>,
}

impl ClipboardManager {
    fn start() -> Self {
        let manager = Self { looks: Arc::default(), has_restored: Arc::default() };
        let (looks, has_restored) = (Arc::clone(&manager.looks), Arc::clone(&manager.has_restored));
        std::thread::spawn(move || {
            let mut copy = String::new();
            loop {
                if let Some(text) = selected("clipboard", "UTF8_STRING") {
                    copy = text;
                } else {
                    select("clipboard", &copy);
                    has_restored.store(true, Ordering::SeqCst);
                }
                looks.fetch_add(1, Ordering::SeqCst);
            }
        });
        manager
    }

    /// Waits until it has looked at the clipboard from now on: the first look may have begun before.
    fn look_twice(&self) {
        let before = self.looks.load(Ordering::SeqCst);
        wait_until_blocking("the clipboard manager", || {
            Ok((self.looks.load(Ordering::SeqCst) >= before + 2).then_some(()))
        })
        .unwrap();
    }
}

#[test]
fn a_desktop_that_puts_the_clipboard_back_does_not_put_the_key_back() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let key = key_of(&app);
        app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        let key_text = pasted().unwrap();

        let manager = ClipboardManager::start();
        manager.look_twice();
        app.call("clear_clipboard", json!({})).unwrap();
        manager.look_twice();
        assert_ne!(pasted().as_ref(), Some(&key_text));
        app.quit();
        manager.look_twice();
        assert_ne!(pasted().as_ref(), Some(&key_text));
        // Nobody has the clipboard after the end of the app, so the manager puts back what it had.
        assert!(manager.has_restored.load(Ordering::SeqCst));
        Ok(())
    })
}

/// The middle mouse button pastes what is marked. What was copied is another text, maybe a secret.
#[cfg(target_os = "linux")]
#[test]
fn the_typing_window_takes_what_is_marked_and_never_what_was_copied() -> Result<(), Error> {
    use arboard::{LinuxClipboardKind, SetExtLinux};

    on_desktop(Desktop::start, |_| {
        const COPIED: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
        const MARKED: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
        let app = TestApp::new();
        let mut elsewhere = arboard::Clipboard::new().unwrap();
        elsewhere.set_text(COPIED).unwrap();
        app.call("open_key_entry", json!({})).unwrap();
        let submit = || app.call_from("enter-1", "submit_marked_key", json!({})).unwrap();
        assert_eq!(submit()["code"], "empty");

        let mut mark = |text: &str| {
            elsewhere.set().clipboard(LinuxClipboardKind::Primary).text(text).unwrap();
        };
        mark("a shopping list");
        assert_eq!(submit()["code"], "no_key");
        mark(&format!("apiKey={MARKED}"));
        assert_eq!(submit()["lastFour"], "4bf2");
        assert!(app.call("submit_marked_key", json!({})).is_err(), "the main window may call it");
        Ok(())
    })
}
