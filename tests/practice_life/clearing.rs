//! Clearing practice: nothing is left of it, and whatever gets in between, nothing is lost.

use std::fs;
use std::path::Path;

use keydesk_core::keychain::Keychain;
use keydesk_core::model::Failure;
use keydesk_core::model::{KeyId, no_progress};
use keydesk_core::service::ModeData;
use serde_json::{Value, json};
use test_driver::{Desktop, Error, inside};

use crate::support::keychain::Mood;
use crate::support::opened::{Opened, STEPS};
use crate::support::service::{SERVICE, TestEnv};
use crate::{
    PRACTICE, ahead, ask, clear, go, in_keychain, keys, live_through_practice, own_numbers,
    support, to_do, wait,
};

/// What another program would paste now.
fn pasted() -> Option<String> {
    arboard::Clipboard::new().unwrap().get_text().ok().filter(|text| !text.is_empty())
}

/// Nothing of anything that was done is left.
fn assert_first_day(app: &Opened, home: &Path) {
    assert_eq!(keys(app), Vec::<Value>::new());
    assert_eq!(to_do(app), Vec::<String>::new());
    assert_eq!(ahead(app), 0);
    assert_eq!(app.call("guide_runs", json!({})).unwrap(), json!([]));
    assert_eq!(in_keychain(PRACTICE), []);
    assert!(!home.join("practice/clearing.json").exists());
    // Its Nova Post has forgotten everybody: the number that has no key yet gets a new one.
    let requested = ask(app, "+498213437654").unwrap();
    assert_eq!(requested["outcome"]["outcome"], "created");
}

#[test]
fn cleared_practice_is_as_on_the_first_day() -> Result<(), Error> {
    inside(Desktop::start, "clearing::cleared_practice_is_as_on_the_first_day", |_| {
        let home = tempfile::tempdir().unwrap();
        let app = Opened::at(home.path());
        live_through_practice(&app);
        assert!(pasted().is_some());
        // An entry that the store has never heard of goes with the others.
        let stray = KeyId::random();
        let key = keydesk_core::secret::ApiKey::new("0".repeat(40)).unwrap();
        wait(Keychain::of_this_computer(PRACTICE).save(&stray, &key, &no_progress())).unwrap();
        // So does every file beside the state; they are made anew, and empty.
        let lock = home.path().join("practice/nova-post.json.lock");
        fs::write(&lock, "of the life before").unwrap();

        clear(&app).unwrap();
        assert_eq!(fs::read_to_string(&lock).unwrap(), "");
        assert_eq!(pasted(), None);
        assert_eq!(own_numbers(&app), Vec::<String>::new());
        assert_first_day(&app, home.path());
        Ok(())
    })
}

#[test]
fn the_presenters_own_numbers_can_stay() -> Result<(), Error> {
    inside(Desktop::start, "clearing::the_presenters_own_numbers_can_stay", |_| {
        let home = tempfile::tempdir().unwrap();
        let app = Opened::at(home.path());
        live_through_practice(&app);
        app.call("clear_practice", json!({ "keepNumbers": true })).unwrap();
        assert_eq!(own_numbers(&app), ["447700900123"]);
        assert_first_day(&app, home.path());
        Ok(())
    })
}

/// Practice is cleared while a request waits for an answer that would take a minute.
#[test]
fn what_is_under_way_is_broken_off() -> Result<(), Error> {
    inside(Desktop::start, "clearing::what_is_under_way_is_broken_off", |_| {
        let home = tempfile::tempdir().unwrap();
        let app = Opened::at(home.path());
        let ask = json!({ "input": "+491713920060", "country": null, "secondLook": true, "steps": STEPS });
        let asked = app.send("request_test_key", ask);
        // It is written down before it is sent.
        while to_do(&app).is_empty() {}
        clear(&app).unwrap();
        assert_eq!(asked.recv().unwrap().unwrap_err()["code"], "unreachable");
        assert_first_day(&app, home.path());
        Ok(())
    })
}

#[test]
fn a_clearing_that_a_crash_broke_off_is_finished_by_the_next_start() -> Result<(), Error> {
    inside(
        Desktop::start,
        "clearing::a_clearing_that_a_crash_broke_off_is_finished_by_the_next_start",
        |_| {
            let state = |home: &Path| home.join("practice/nova-post.json");
            let store = |home: &Path| home.join("practice/register.sqlite");
            // How far it had come, one after the other: written down, keychain, store, state.
            for gone in 0..4 {
                let home = tempfile::tempdir().unwrap();
                let app = Opened::at(home.path());
                live_through_practice(&app);
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
                let app = Opened::at(home.path());
                assert_first_day(&app, home.path());
                clear(&app).unwrap();
            }
            Ok(())
        },
    )
}

#[test]
fn what_is_damaged_can_be_cleared_away() -> Result<(), Error> {
    inside(Desktop::start, "clearing::what_is_damaged_can_be_cleared_away", |_| {
        for file in ["practice/nova-post.json", "practice/register.sqlite"] {
            let home = tempfile::tempdir().unwrap();
            let app = Opened::at(home.path());
            live_through_practice(&app);
            app.quit();
            drop(app);
            // What SQLite still keeps beside the store would heal it.
            let _ = fs::remove_file(home.path().join("practice/register.sqlite-wal"));
            fs::write(home.path().join(file), "half of a file that once was").unwrap();
            let app = Opened::at(home.path());
            assert_eq!(app.call("keys", json!({})).unwrap_err()["code"], "store_unreadable");
            clear(&app).unwrap();
            assert_first_day(&app, home.path());
            clear(&app).unwrap();
        }
        Ok(())
    })
}

#[tokio::test]
async fn where_a_keychain_cannot_be_searched_the_register_names_its_entries() {
    let room = TestEnv::new().await;
    let service = room.service();
    let asked = support::service::ask(&service, "498213437654").await.unwrap();
    let mode_data = ModeData { store: room.store(), keychain: room.keychain.keychain(SERVICE) };
    let entries = vec![asked.key.id];
    assert_eq!(mode_data.in_keychain(&no_progress()).await, Ok(entries.clone()));
    room.keychain
        .set(Mood::Failing(|| keyring_core::Error::NotSupportedByStore("search".to_owned())));
    assert_eq!(mode_data.in_keychain(&no_progress()).await, Ok(entries.clone()));
    // Keys are in a keychain that is away: it is not known to be empty.
    room.keychain.set(Mood::Missing);
    assert_eq!(mode_data.in_keychain(&no_progress()).await, Err(Failure::KeychainMissing));
    room.keychain.set(Mood::Well);
    mode_data.clear(&entries, &no_progress()).await.unwrap();
    assert!(!room.keychain.holds(SERVICE, entries[0].as_str()));
    assert!(!room.store().exists());
}

#[test]
fn a_locked_keychain_is_said_and_nothing_is_cleared_by_half() -> Result<(), Error> {
    inside(
        Desktop::start,
        "clearing::a_locked_keychain_is_said_and_nothing_is_cleared_by_half",
        |bus| {
            let home = tempfile::tempdir().unwrap();
            let app = Opened::at(home.path());
            live_through_practice(&app);
            let (before, shown) = (keys(&app), ahead(&app));
            bus.lock_keychain()?;
            assert_eq!(clear(&app).unwrap_err()["code"], "keychain_locked");
            assert_eq!(keys(&app), before);
            assert_eq!(ahead(&app), shown);
            assert_eq!(own_numbers(&app), ["447700900123"]);
            assert!(!home.path().join("practice/clearing.json").exists());
            Ok(())
        },
    )
}

/// The note can't be written: something else is in its place.
#[test]
fn a_clearing_that_is_refused_loses_no_key_that_is_only_in_memory() -> Result<(), Error> {
    inside(
        Desktop::without_keychain,
        "clearing::a_clearing_that_is_refused_loses_no_key_that_is_only_in_memory",
        |_| {
            let home = tempfile::tempdir().unwrap();
            let app = Opened::at(home.path());
            ask(&app, "+498213437654").unwrap_err();
            let before = keys(&app);
            assert_eq!(before[0]["kept"], "this_session");
            let in_its_place = home.path().join("practice/clearing.json/something");
            fs::create_dir_all(&in_its_place).unwrap();
            assert_eq!(clear(&app).unwrap_err()["code"], "store_unwritable");
            fs::remove_dir_all(in_its_place.parent().unwrap()).unwrap();
            assert_eq!(keys(&app), before);
            Ok(())
        },
    )
}

#[test]
fn a_clearing_that_was_broken_off_waits_for_a_keychain_that_is_locked() -> Result<(), Error> {
    inside(
        Desktop::start,
        "clearing::a_clearing_that_was_broken_off_waits_for_a_keychain_that_is_locked",
        |bus| {
            let home = tempfile::tempdir().unwrap();
            let app = Opened::at(home.path());
            live_through_practice(&app);
            app.quit();
            drop(app);
            let note = json!({ "keepNumbers": false, "entries": in_keychain(PRACTICE) });
            fs::write(home.path().join("practice/clearing.json"), note.to_string()).unwrap();
            bus.lock_keychain()?;
            let app = Opened::at(home.path());
            let locked = app.call("keys", json!({})).unwrap_err();
            assert_eq!(locked["code"], "keychain_locked");
            // The person cancels, for nobody is here who could type the password.
            assert_eq!(app.call("unlock_practice", json!({})).unwrap_err(), locked);
            bus.unlock_keychain()?;
            app.call("unlock_practice", json!({})).unwrap();
            assert_first_day(&app, home.path());
            app.call("unlock_practice", json!({})).unwrap();
            Ok(())
        },
    )
}

#[test]
fn on_a_computer_without_a_keychain_practice_can_be_cleared_too() -> Result<(), Error> {
    inside(
        Desktop::without_keychain,
        "clearing::on_a_computer_without_a_keychain_practice_can_be_cleared_too",
        |_| {
            let app = Opened::new();
            assert_eq!(ask(&app, "+498213437654").unwrap_err()["code"], "secret_not_saved");
            go(&app, &json!({ "to": "days", "days": 40 }));
            clear(&app).unwrap();
            assert_eq!(keys(&app), Vec::<Value>::new());
            assert_eq!(ahead(&app), 0);
            Ok(())
        },
    )
}
