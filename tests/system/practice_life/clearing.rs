//! Clearing practice: everything is deleted, and nothing is lost when the clearing fails or is cut off.

use std::fs;
use std::path::Path;

use keydesk_core::keychain::Keychain;
use keydesk_core::model::{KeyId, no_progress};
use serde_json::{Value, json};
use test_driver::{Desktop, Error};

use super::{
    PRACTICE, ahead, ask, clear, in_keychain, keys, own_numbers, to_do, use_all_of_practice, wait,
};
use crate::own_desktop::on_desktop;
use crate::test_app::{STEPS, TestApp};

/// The text that another program would paste now; `None` if there is none.
fn pasted() -> Option<String> {
    arboard::Clipboard::new().unwrap().get_text().ok().filter(|text| !text.is_empty())
}

/// Checks that practice is as on its first start.
fn assert_first_start(app: &TestApp, home: &Path) {
    assert_eq!(keys(app), Vec::<Value>::new());
    assert_eq!(to_do(app), Vec::<String>::new());
    assert_eq!(ahead(app), 0);
    assert_eq!(app.call("guide_runs", json!({})).unwrap(), json!([]));
    assert_eq!(in_keychain(PRACTICE), []);
    assert!(!home.join("practice/clearing.json").exists());
    // The practice server has deleted its keys: the number gets a new one.
    let requested = ask(app, "+498213437654").unwrap();
    assert_eq!(requested["outcome"]["outcome"], "created");
}

#[test]
fn cleared_practice_is_as_on_the_first_start() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        let app = TestApp::at(home.path());
        use_all_of_practice(&app);
        assert!(pasted().is_some());
        // A keychain entry that the store does not know is deleted as well.
        let stray = KeyId::random();
        let key = keydesk_core::secret::ApiKey::new("0".repeat(40)).unwrap();
        wait(Keychain::of_this_computer(PRACTICE).save(&stray, &key, &no_progress())).unwrap();
        // So is every file beside the state. It is created again, and empty.
        let lock = home.path().join("practice/nova-post.json.lock");
        fs::write(&lock, "from before").unwrap();

        clear(&app).unwrap();
        assert_eq!(fs::read_to_string(&lock).unwrap(), "");
        assert_eq!(pasted(), None);
        assert_eq!(own_numbers(&app), Vec::<String>::new());
        assert_first_start(&app, home.path());
        Ok(())
    })
}

#[test]
fn clearing_can_keep_the_persons_own_numbers() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        let app = TestApp::at(home.path());
        use_all_of_practice(&app);
        app.call("clear_practice", json!({ "keepNumbers": true })).unwrap();
        assert_eq!(own_numbers(&app), ["447700900123"]);
        assert_first_start(&app, home.path());
        Ok(())
    })
}

/// The answer to the request would take a minute.
#[test]
fn a_request_under_way_is_cut_off_by_clearing() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        let app = TestApp::at(home.path());
        let ask = json!({ "input": "+491713920060", "country": null, "secondLook": true, "steps": STEPS });
        let asked = app.send("request_test_key", ask);
        // The request is recorded before it is sent.
        while to_do(&app).is_empty() {}
        clear(&app).unwrap();
        assert_eq!(asked.recv().unwrap().unwrap_err()["code"], "unreachable");
        assert_first_start(&app, home.path());
        Ok(())
    })
}

// On Windows, Tauri keeps the files of an app open that is dropped, so no next start can delete them.
#[cfg(not(windows))]
#[test]
fn a_clearing_that_a_crash_cut_off_is_finished_by_the_next_start() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let state = |home: &Path| home.join("practice/nova-post.json");
        let store = |home: &Path| home.join("practice/register.sqlite");
        // How far it had come: recorded, keychain, store, state.
        for gone in 0..4 {
            let home = tempfile::tempdir().unwrap();
            let app = TestApp::at(home.path());
            use_all_of_practice(&app);
            app.quit();
            drop(app);
            let entries = in_keychain(PRACTICE);
            assert_eq!(entries.len(), 2);
            let note = json!({ "keepNumbers": false, "entries": entries });
            fs::write(home.path().join("practice/clearing.json"), note.to_string()).unwrap();
            if gone > 0 {
                let keychain = Keychain::of_this_computer(PRACTICE);
                wait(keychain.delete(&entries[0], &no_progress())).unwrap();
            }
            if gone > 1 {
                fs::remove_file(store(home.path())).unwrap();
            }
            if gone > 2 {
                fs::remove_file(state(home.path())).unwrap();
            }
            let app = TestApp::at(home.path());
            assert_first_start(&app, home.path());
            clear(&app).unwrap();
        }
        Ok(())
    })
}

// On Windows, Tauri keeps the files of an app open that is dropped, so no next start can delete them.
#[cfg(not(windows))]
#[test]
fn damaged_practice_data_can_be_cleared() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        for file in ["practice/nova-post.json", "practice/register.sqlite"] {
            let home = tempfile::tempdir().unwrap();
            let app = TestApp::at(home.path());
            use_all_of_practice(&app);
            app.quit();
            drop(app);
            // What SQLite still keeps beside the store would heal it.
            let _ = fs::remove_file(home.path().join("practice/register.sqlite-wal"));
            fs::write(home.path().join(file), "half of a file that once was").unwrap();
            let app = TestApp::at(home.path());
            assert_eq!(app.call("keys", json!({})).unwrap_err()["code"], "store_unreadable");
            clear(&app).unwrap();
            assert_first_start(&app, home.path());
            clear(&app).unwrap();
        }
        Ok(())
    })
}

#[cfg(target_os = "linux")]
#[test]
fn with_a_locked_keychain_clearing_fails_and_deletes_nothing() -> Result<(), Error> {
    on_desktop(Desktop::start, |bus| {
        let home = tempfile::tempdir().unwrap();
        let app = TestApp::at(home.path());
        use_all_of_practice(&app);
        let (before, shown) = (keys(&app), ahead(&app));
        bus.lock_keychain()?;
        assert_eq!(clear(&app).unwrap_err()["code"], "keychain_locked");
        assert_eq!(keys(&app), before);
        assert_eq!(ahead(&app), shown);
        assert_eq!(own_numbers(&app), ["447700900123"]);
        assert!(!home.path().join("practice/clearing.json").exists());
        Ok(())
    })
}

/// The record of the clearing can't be written, because its path is a folder.
#[cfg(target_os = "linux")]
#[test]
fn a_clearing_that_fails_loses_no_key_that_is_only_in_memory() -> Result<(), Error> {
    on_desktop(Desktop::without_keychain, |_| {
        let home = tempfile::tempdir().unwrap();
        let app = TestApp::at(home.path());
        ask(&app, "+498213437654").unwrap_err();
        let before = keys(&app);
        assert_eq!(before[0]["kept"], "this_session");
        let in_its_place = home.path().join("practice/clearing.json/something");
        fs::create_dir_all(&in_its_place).unwrap();
        assert_eq!(clear(&app).unwrap_err()["code"], "store_unwritable");
        fs::remove_dir_all(in_its_place.parent().unwrap()).unwrap();
        assert_eq!(keys(&app), before);
        Ok(())
    })
}

#[cfg(target_os = "linux")]
#[test]
fn a_clearing_that_was_cut_off_waits_for_a_locked_keychain() -> Result<(), Error> {
    on_desktop(Desktop::start, |bus| {
        let home = tempfile::tempdir().unwrap();
        let app = TestApp::at(home.path());
        use_all_of_practice(&app);
        app.quit();
        drop(app);
        let note = json!({ "keepNumbers": false, "entries": in_keychain(PRACTICE) });
        fs::write(home.path().join("practice/clearing.json"), note.to_string()).unwrap();
        bus.lock_keychain()?;
        let app = TestApp::at(home.path());
        let locked = app.call("keys", json!({})).unwrap_err();
        assert_eq!(locked["code"], "keychain_locked");
        // Nobody types the password here, so the prompt is cancelled.
        assert_eq!(app.call("unlock_practice", json!({})).unwrap_err(), locked);
        bus.unlock_keychain()?;
        app.call("unlock_practice", json!({})).unwrap();
        assert_first_start(&app, home.path());
        app.call("unlock_practice", json!({})).unwrap();
        Ok(())
    })
}

#[cfg(target_os = "linux")]
#[test]
fn practice_can_be_cleared_without_a_keychain() -> Result<(), Error> {
    on_desktop(Desktop::without_keychain, |_| {
        let app = TestApp::new();
        assert_eq!(ask(&app, "+498213437654").unwrap_err()["code"], "secret_not_saved");
        super::go(&app, &json!({ "to": "days", "days": 40 }));
        clear(&app).unwrap();
        assert_eq!(keys(&app), Vec::<Value>::new());
        assert_eq!(ahead(&app), 0);
        Ok(())
    })
}
