//! A secret is lent to the clipboard and taken back: on the real clipboard of the display.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::time::Duration;

use serde_json::{Value, json};
use support::opened::{Opened, STEPS};
use test_driver::{Desktop, Error, inside};

/// What another program would paste now.
fn pasted() -> Option<String> {
    arboard::Clipboard::new().unwrap().get_text().ok().filter(|text| !text.is_empty())
}

fn key_of(app: &Opened) -> Value {
    let ask =
        json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS });
    app.call("request_test_key", ask).unwrap()["key"]["id"].clone()
}

fn lend_for(app: &Opened, seconds: u32) {
    let settings = json!({ "language": null, "theme": "system", "clipboardSeconds": seconds });
    app.call("save_settings", json!({ "settings": settings })).unwrap();
}

// Each has a display of its own, and on it one clipboard.
#[test]
fn a_secret_on_the_clipboard_is_taken_back() -> Result<(), Error> {
    inside(Desktop::start, "a_secret_on_the_clipboard_is_taken_back", |_| {
        let app = Opened::new();
        let key = key_of(&app);

        lend_for(&app, 60);
        let copied = app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        assert_eq!(copied["clearsAfter"], 60);
        let key_text = pasted().unwrap();
        assert!(key_text.len() >= 32 && key_text.bytes().all(|byte| byte.is_ascii_hexdigit()));
        app.call("empty_clipboard", json!({})).unwrap();
        assert!(pasted().is_none());

        assert_eq!(
            app.call("copy_token", json!({ "key": key })).unwrap_err()["code"],
            "key_refused"
        );
        app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        lend_for(&app, 3);
        let emptied = app.hear_once("clipboard", r#"{"state":"emptied"}"#);
        app.call("copy_token", json!({ "key": key })).unwrap();
        assert!(pasted().unwrap().starts_with("eyJ"));
        emptied.recv_timeout(Duration::from_mins(1)).unwrap();
        assert!(pasted().is_none());

        lend_for(&app, 60);
        app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        assert!(pasted().is_some());
        app.quit();
        assert!(pasted().is_none(), "the key stayed on the clipboard after the end");

        // What somebody copied meanwhile is not taken away.
        lend_for(&app, 60);
        app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
        let mut other = arboard::Clipboard::new().unwrap();
        other.set_text("a shopping list").unwrap();
        app.call("empty_clipboard", json!({})).unwrap();
        assert!(pasted().as_deref() == Some("a shopping list"));

        app.call("copy_text", json!({ "text": "details for support" })).unwrap();
        assert!(pasted().as_deref() == Some("details for support"));
        Ok(())
    })
}

#[test]
fn a_key_that_was_brought_in_is_taken_off_the_clipboard() -> Result<(), Error> {
    inside(Desktop::start, "a_key_that_was_brought_in_is_taken_off_the_clipboard", |_| {
        const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
        let app = Opened::new();
        let mut elsewhere = arboard::Clipboard::new().unwrap();
        let about = json!({ "name": "", "environment": "production", "organizations": ["Hanse"], "run": null });
        let bring_in =
            || app.call("bring_in", json!({ "about": about.clone(), "steps": STEPS })).unwrap();
        let look = || app.call("look_at_clipboard", json!({})).unwrap();

        elsewhere.set_text("a shopping list").unwrap();
        assert_eq!(look()["is"], "spaces_inside");
        elsewhere.set_text(format!("{KEY}\n")).unwrap();
        let found = look();
        assert_eq!((&found["is"], &found["lastFour"]), (&json!("key"), &json!("e7f0")));
        let brought = bring_in();
        assert_eq!(brought["clipboardEmptied"], true);
        assert!(!brought.to_string().contains(KEY), "the key crossed");
        assert!(pasted().is_none());

        // What somebody copied meanwhile is not taken away.
        elsewhere.set_text(KEY).unwrap();
        assert_eq!(look()["known"]["id"], brought["key"]["id"]);
        elsewhere.set_text("a shopping list").unwrap();
        bring_in();
        assert!(pasted().as_deref() == Some("a shopping list"));
        assert_eq!(app.call("keys", json!({})).unwrap().as_array().unwrap().len(), 1);
        Ok(())
    })
}
