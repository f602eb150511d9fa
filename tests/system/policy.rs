//! Each setting of a policy is obeyed, also by calls that the window does not make.

use std::fs;
use std::path::Path;

use keydesk::policy::Policy;
use serde_json::{Value, json};
use test_driver::flows::NEW_CLIENT;
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::test_app::{STEPS, TestApp};

/// Reads this text as the policy.
fn policy(folder: &Path, text: &str) -> Policy {
    let path = folder.join("policy.json");
    fs::write(&path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    }
    Policy::in_file(&path)
}

fn forbidden(what: &str) -> Result<Value, Value> {
    Err(json!({ "code": "forbidden_by_policy", "forbidden": what }))
}

fn stored(home: &Path) -> Value {
    let text = fs::read_to_string(home.join("settings.json")).unwrap_or_else(|_| "{}".to_owned());
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_mode_that_is_closed_can_neither_be_chosen_nor_started_in() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("settings.json"), r#"{"mode":"live"}"#).unwrap();
        let practice_only = policy(home.path(), r#"{"modes":["practice"]}"#);
        let app = TestApp::under(practice_only, home.path(), "live");
        assert_eq!(app.call("choose_mode", json!({ "mode": "live" })), forbidden("mode"));
        // Without a mode that is allowed the calls are those of practice.
        let locations = app.call("storage_locations", json!({})).unwrap();
        assert_eq!(locations["keychainService"], "Key Desk practice");
        app.call("choose_mode", json!({ "mode": "practice" })).unwrap();
        assert_eq!(stored(home.path())["mode"], "practice");
        app.quit();
        Ok(())
    })
}

#[test]
fn practice_that_is_closed_does_not_open() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        let live_only = policy(home.path(), r#"{"modes":["live"]}"#);
        let app = TestApp::under(live_only, home.path(), "practice");
        assert_eq!(app.call("choose_mode", json!({ "mode": "practice" })), forbidden("mode"));
        assert_eq!(app.call("practice_numbers", json!({})), forbidden("mode"));
        let locations = app.call("storage_locations", json!({})).unwrap();
        assert_eq!(locations["keychainService"], "Key Desk");
        app.quit();
        Ok(())
    })
}

#[test]
fn a_broken_policy_closes_the_real_account_until_it_is_mended() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("settings.json"), r#"{"mode":"live"}"#).unwrap();
        let broken = policy(home.path(), r#"{"mode":["live"]}"#);
        let app = TestApp::under(broken, home.path(), "live");
        assert_eq!(app.call("choose_mode", json!({ "mode": "live" })), forbidden("mode"));
        app.call("choose_mode", json!({ "mode": "practice" })).unwrap();
        // The next start after it was mended is as before.
        assert_eq!(stored(home.path())["mode"], "live");
        app.quit();
        Ok(())
    })
}

#[test]
fn a_key_does_not_leave_in_readable_form_if_values_are_forbidden() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        let sealed_only = policy(home.path(), r#"{"handOverOfValues":false}"#);
        let app = TestApp::under(sealed_only, home.path(), "practice");
        let ask =
            json!({ "input": NEW_CLIENT, "country": null, "secondLook": false, "steps": STEPS });
        let key = app.call("request_test_key", ask).unwrap()["key"]["id"].clone();
        let start = json!({ "key": key, "receiver": "own_code", "recipient": "Oleh" });
        let id = app.call("start_hand_over", start).unwrap()["id"].clone();
        let save = |with_value: bool| {
            let file = json!({
                "handOver": id, "file": "env", "comments": [], "name": "shop", "withValue": with_value,
                "inSynchronizedFolder": true, "steps": STEPS,
            });
            app.call("save_hand_over_file", file)
        };
        assert_eq!(save(true), forbidden("values"));
        let in_person = app.call("note_handed_in_person", json!({ "handOver": id }));
        assert_eq!(in_person, forbidden("values"));
        assert_eq!(save(false).unwrap()["is"], "saved");
        app.quit();
        Ok(())
    })
}

#[test]
fn a_language_that_the_policy_decides_does_not_replace_the_persons() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("settings.json"), r#"{"language":"en"}"#).unwrap();
        let ukrainian = policy(home.path(), r#"{"languages":["uk"]}"#);
        let app = TestApp::under(ukrainian, home.path(), "practice");
        // The window knows the language that counts, and saves it with every other change.
        let settings = json!({
            "language": "uk", "theme": "dark", "textSize": 100, "clipboardSeconds": 30,
            "showSeconds": 30, "notifications": true,
        });
        app.call("save_settings", json!({ "settings": settings })).unwrap();
        let stored = stored(home.path());
        assert_eq!((&stored["language"], &stored["theme"]), (&json!("en"), &json!("dark")));
        app.quit();
        Ok(())
    })
}
