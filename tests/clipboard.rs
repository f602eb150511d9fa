//! A secret is lent to the clipboard and taken back: on the real clipboard of the display.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::time::Duration;

use keydesk_driver::{Desktop, Trouble, inside};
use serde_json::{Value, json};
use support::opened::{Opened, STEPS};

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

// One test, because there is one clipboard.
#[test]
fn a_secret_on_the_clipboard_is_taken_back() -> Result<(), Trouble> {
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
