//! A whole life of practice, through the doors of the window and with a real keychain: its own
//! numbers, its time, its end; and what it must never touch.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use keydesk_core::clock::SystemClock;
use keydesk_core::desk::{Belongings, Desk, Furnishing, KeyId, quietly};
use keydesk_core::failure::Failure;
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::vault::Vault;
use keydesk_driver::{Desktop, Trouble, inside};
use keydesk_practice::{Options, Practice};
use keyring_core::Error;
use serde_json::{Value, json};
use support::desk::{Room, SERVICE};
use support::keychain::Mood;
use support::opened::{Opened, STEPS};

/// The services under which the app files its keys.
const PRACTICE: &str = "Key Desk practice";
const LIVE: &str = "Key Desk";

const DAY: i64 = 86_400_000;

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

/// What another program would paste now.
fn pasted() -> Option<String> {
    arboard::Clipboard::new().unwrap().get_text().ok().filter(|text| !text.is_empty())
}

fn in_keychain(service: &str) -> Vec<KeyId> {
    let names = wait(async { Vault::of_this_computer(service).names(&quietly()).await });
    names.unwrap().unwrap()
}

fn ask(app: &Opened, number: &str) -> Result<Value, Value> {
    let ask = json!({ "input": number, "country": null, "secondLook": true, "steps": STEPS });
    app.call("request_test_key", ask)
}

fn add(app: &Opened, number: &str, plays: &str) -> Value {
    let number = json!({ "input": number, "country": null, "plays": plays });
    app.call("add_practice_number", number).unwrap()
}

fn own_numbers(app: &Opened) -> Vec<String> {
    let book = app.call("practice_book", json!({})).unwrap();
    let own = book.as_array().unwrap().iter().filter(|number| number["own"] == true);
    own.map(|number| number["digits"].as_str().unwrap().to_owned()).collect()
}

fn go(app: &Opened, to: &Value) -> i64 {
    let moved = app.call("move_practice_time", json!({ "to": to })).unwrap();
    moved["ahead"].as_i64().unwrap()
}

fn ahead(app: &Opened) -> i64 {
    app.call("practice_time", json!({})).unwrap()["ahead"].as_i64().unwrap()
}

fn clear(app: &Opened) -> Result<Value, Value> {
    app.call("clear_practice", json!({ "keepNumbers": false }))
}

fn keys(app: &Opened) -> Vec<Value> {
    app.call("keys", json!({})).unwrap().as_array().unwrap().clone()
}

fn to_do(app: &Opened) -> Vec<String> {
    let home = app.call("home", json!({})).unwrap();
    let kinds = home["toDo"].as_array().unwrap().iter();
    kinds.map(|item| item["kind"].as_str().unwrap().to_owned()).collect()
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

/// Everything that a person can do in practice.
fn live_through_practice(app: &Opened) {
    assert_eq!(add(app, "+44 7700 900-123", "expired_key"), "added");
    let own = ask(app, "+447700900123").unwrap();
    assert_eq!(own["outcome"]["outcome"], "reactivated");
    let key = &own["key"]["id"];
    app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
    app.call("prove_token", json!({ "key": key })).unwrap();
    app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
    app.call("start_guide", json!({ "guide": "europe", "organization": "Hanse Textil" })).unwrap();
    assert_eq!(ask(app, "+491713920029").unwrap_err()["code"], "daily_limit");
    app.call("remind_tomorrow", json!({ "input": "+491713920029", "country": null })).unwrap();
    go(app, &json!({ "to": "months", "months": 13 }));
    assert_eq!(ask(app, "+498213437654").unwrap()["outcome"]["outcome"], "created");
}

#[test]
fn a_number_of_ones_own_is_judged_as_elsewhere_and_plays_its_part() -> Result<(), Trouble> {
    inside(Desktop::start, "a_number_of_ones_own_is_judged_as_elsewhere_and_plays_its_part", |_| {
        let app = Opened::new();
        let british = json!({ "input": "07700 900 123", "country": "GB", "plays": "expired_key" });
        assert_eq!(app.call("add_practice_number", british).unwrap(), "added");
        assert_eq!(add(&app, "00 44 (7700) 900-123", "new_key"), "added_already");
        assert_eq!(add(&app, "+491713920010", "new_key"), "in_the_book");
        assert_eq!(add(&app, "+380 67 123 45 67", "new_key"), "ukraine");
        assert_eq!(add(&app, "+49 12", "new_key"), "not_a_phone");
        assert_eq!(own_numbers(&app), ["447700900123"]);

        let requested = ask(&app, "+44 7700 900123").unwrap();
        assert_eq!(requested["outcome"]["outcome"], "reactivated");
        app.call("remove_practice_number", json!({ "digits": "447700900123" })).unwrap();
        assert_eq!(own_numbers(&app), Vec::<String>::new());
        assert_eq!(ask(&app, "+44 7700 900123").unwrap_err()["code"], "client_not_found");
        // What the book has of its own stays.
        app.call("remove_practice_number", json!({ "digits": "491713920010" })).unwrap();
        assert!(ask(&app, "+491713920010").is_ok());
        Ok(())
    })
}

#[test]
fn keys_and_tokens_and_reminders_live_by_practices_time() -> Result<(), Trouble> {
    inside(Desktop::start, "keys_and_tokens_and_reminders_live_by_practices_time", |_| {
        let app = Opened::new();
        let made = ask(&app, "+498213437654").unwrap();
        let key = made["key"]["id"].clone();
        let token = |seconds: &str| {
            app.call("token", json!({ "key": key })).unwrap()[seconds].as_u64().unwrap()
        };
        app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        assert!(token("secondsLeft") > 3500);
        ask(&app, "+491713920029").unwrap_err();
        app.call("remind_tomorrow", json!({ "input": "+491713920029", "country": null })).unwrap();
        let is_due = || {
            let home = app.call("home", json!({})).unwrap();
            let to_do = home["toDo"].as_array().unwrap().clone();
            to_do.iter().find(|item| item["kind"] == "ask_again").unwrap()["due"].clone()
        };
        assert_eq!(is_due(), false);

        assert_eq!(go(&app, &json!({ "to": "days", "days": 1 })) / DAY, 1);
        assert_eq!(token("secondsLeft"), 0);
        let again = ask(&app, "+498213437654").unwrap();
        assert_eq!(again["outcome"]["outcome"], "prolonged");
        assert_eq!(is_due(), true);

        go(&app, &json!({ "to": "months", "months": 23 }));
        go(&app, &json!({ "to": "days", "days": 2 }));
        assert!(to_do(&app).contains(&"key_ends".to_owned()));
        assert_eq!(keys(&app)[0]["status"], "active");
        go(&app, &json!({ "to": "days", "days": 40 }));
        assert_eq!(keys(&app)[0]["status"], "expired");
        let refused = app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap_err();
        assert_eq!(refused["code"], "key_refused");
        let again = ask(&app, "+498213437654").unwrap();
        assert_eq!(again["outcome"]["outcome"], "reactivated");

        let christmas = "2035-12-24T12:00:00Z";
        let shown = go(&app, &json!({ "to": "moment", "at": christmas }));
        let now = SystemClock::default();
        let now = keydesk_core::clock::Clock::now(&now).timestamp_millis();
        let christmas = DateTime::parse_from_rfc3339(christmas).unwrap().timestamp_millis();
        assert!((now + shown - christmas).abs() < DAY);
        let far = json!({ "to": { "to": "months", "months": 12 * 20 } });
        assert_eq!(app.call("move_practice_time", far).unwrap(), Value::Null);
        assert_eq!(ahead(&app), shown);
        assert_eq!(go(&app, &json!({ "to": "now" })), 0);
        Ok(())
    })
}

#[test]
fn practice_survives_a_restart() -> Result<(), Trouble> {
    inside(Desktop::start, "practice_survives_a_restart", |_| {
        let home = tempfile::tempdir().unwrap();
        let app = Opened::at(home.path());
        live_through_practice(&app);
        let (before, shown) = (keys(&app), ahead(&app));
        app.quit();
        drop(app);

        let app = Opened::at(home.path());
        assert_eq!(keys(&app), before);
        assert_eq!(ahead(&app), shown);
        assert_eq!(own_numbers(&app), ["447700900123"]);
        let key = &before[0]["id"];
        app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        Ok(())
    })
}

#[test]
fn cleared_practice_is_as_on_the_first_day() -> Result<(), Trouble> {
    inside(Desktop::start, "cleared_practice_is_as_on_the_first_day", |_| {
        let home = tempfile::tempdir().unwrap();
        let app = Opened::at(home.path());
        live_through_practice(&app);
        assert!(pasted().is_some());
        // An entry that the register has never heard of goes with the others.
        let stray = KeyId::random();
        let key = keydesk_core::secret::ApiKey::new("0".repeat(40)).unwrap();
        wait(Vault::of_this_computer(PRACTICE).save(&stray, &key, &quietly())).unwrap();

        clear(&app).unwrap();
        assert_eq!(pasted(), None);
        assert_eq!(own_numbers(&app), Vec::<String>::new());
        assert_first_day(&app, home.path());
        Ok(())
    })
}

#[test]
fn the_presenters_own_numbers_can_stay() -> Result<(), Trouble> {
    inside(Desktop::start, "the_presenters_own_numbers_can_stay", |_| {
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
fn what_is_under_way_is_broken_off() -> Result<(), Trouble> {
    inside(Desktop::start, "what_is_under_way_is_broken_off", |_| {
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
fn a_clearing_that_a_crash_broke_off_is_finished_by_the_next_start() -> Result<(), Trouble> {
    inside(
        Desktop::start,
        "a_clearing_that_a_crash_broke_off_is_finished_by_the_next_start",
        |_| {
            let state = |home: &Path| home.join("practice/nova-post.json");
            let register = |home: &Path| home.join("practice/register.sqlite");
            // How far it had come, one after the other: written down, keychain, register, state.
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
                    let vault = Vault::of_this_computer(PRACTICE);
                    wait(vault.delete(&entries[0], &quietly())).unwrap();
                }
                if gone > 1 {
                    fs::remove_file(register(home.path())).unwrap();
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
fn what_is_damaged_can_be_cleared_away() -> Result<(), Trouble> {
    inside(Desktop::start, "what_is_damaged_can_be_cleared_away", |_| {
        for file in ["practice/nova-post.json", "practice/register.sqlite"] {
            let home = tempfile::tempdir().unwrap();
            let app = Opened::at(home.path());
            live_through_practice(&app);
            app.quit();
            drop(app);
            // What SQLite still keeps beside the register would heal it.
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
    let room = Room::new().await;
    let desk = room.desk();
    let asked = support::desk::ask(&desk, "498213437654").await.unwrap();
    let belongings = Belongings { register: room.register(), vault: room.keychain.vault(SERVICE) };
    let entries = vec![asked.key.id];
    assert_eq!(belongings.in_keychain(&quietly()).await, Ok(entries.clone()));
    room.keychain.set(Mood::Failing(|| Error::NotSupportedByStore("search".to_owned())));
    assert_eq!(belongings.in_keychain(&quietly()).await, Ok(entries.clone()));
    // Keys are in a keychain that is away: it is not known to be empty.
    room.keychain.set(Mood::Missing);
    assert_eq!(belongings.in_keychain(&quietly()).await, Err(Failure::KeychainMissing));
    room.keychain.set(Mood::Well);
    belongings.clear(&entries, &quietly()).await.unwrap();
    assert!(!room.keychain.holds(SERVICE, entries[0].as_str()));
    assert!(!room.register().exists());
}

#[test]
fn a_locked_keychain_is_said_and_nothing_is_cleared_by_half() -> Result<(), Trouble> {
    inside(Desktop::start, "a_locked_keychain_is_said_and_nothing_is_cleared_by_half", |bus| {
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
    })
}

/// The note can't be written: something else is in its place.
#[test]
fn a_clearing_that_is_refused_loses_no_key_that_is_only_in_memory() -> Result<(), Trouble> {
    inside(
        Desktop::without_keychain,
        "a_clearing_that_is_refused_loses_no_key_that_is_only_in_memory",
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
fn a_clearing_that_was_broken_off_waits_for_a_keychain_that_is_locked() -> Result<(), Trouble> {
    inside(
        Desktop::start,
        "a_clearing_that_was_broken_off_waits_for_a_keychain_that_is_locked",
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
fn on_a_computer_without_a_keychain_practice_can_be_cleared_too() -> Result<(), Trouble> {
    inside(
        Desktop::without_keychain,
        "on_a_computer_without_a_keychain_practice_can_be_cleared_too",
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

/// What live keeps on this computer: its files, byte by byte, and its entries with their secrets.
#[derive(Debug, PartialEq)]
struct LiveData {
    files: Vec<(PathBuf, Vec<u8>)>,
    entries: Vec<(KeyId, String)>,
}

impl LiveData {
    fn of(home: &Path) -> Self {
        let files = fs::read_dir(home.join("live")).unwrap().map(|file| {
            let path = file.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            (path, bytes)
        });
        let mut files: Vec<_> = files.collect();
        files.sort();
        let vault = Vault::of_this_computer(LIVE);
        let entries = in_keychain(LIVE).into_iter().map(|entry| {
            let key = wait(vault.read(&entry, &quietly())).unwrap().unwrap();
            (entry, key.expose().to_owned())
        });
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|(entry, _)| entry.to_string());
        Self { files, entries }
    }
}

/// Has a key made in live, by a Nova Post that only plays the real one.
fn use_live(home: &Path, number: &str) {
    wait(async {
        let stand_in = Practice::start(Options::default()).await.unwrap();
        let url = BaseUrl::parse(&stand_in.base_url()).unwrap();
        let desk = Desk::new(Furnishing {
            register: home.join("live/register.sqlite"),
            vault: Vault::of_this_computer(LIVE),
            sandbox: url.clone(),
            production: url,
            clock: Arc::new(SystemClock::default()),
        });
        desk.request_test_key(number, None, true, &quietly()).await.unwrap();
    });
}

#[test]
fn a_whole_life_of_practice_leaves_live_as_it_was() -> Result<(), Trouble> {
    inside(Desktop::start, "a_whole_life_of_practice_leaves_live_as_it_was", |_| {
        let home = tempfile::tempdir().unwrap();
        use_live(home.path(), "+498213437654");
        let before = LiveData::of(home.path());
        assert_eq!(before.entries.len(), 1);

        let app = Opened::at(home.path());
        live_through_practice(&app);
        clear(&app).unwrap();
        live_through_practice(&app);
        clear(&app).unwrap();
        app.quit();
        assert_eq!(LiveData::of(home.path()), before);

        // Such a look would see what live does.
        use_live(home.path(), "+491713920010");
        assert_ne!(LiveData::of(home.path()), before);
        Ok(())
    })
}
