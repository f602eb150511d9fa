//! Practice over the commands of the app, with a real keychain: the person's own numbers, the practice clock,
//! restarts, clearing, and what practice must never change.

mod clearing;
mod live;
use chrono::DateTime;
use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{KeyId, no_progress};
use serde_json::{Value, json};
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::test_app::{STEPS, TestApp};

/// The keychain service of practice.
const PRACTICE: &str = "Key Desk practice";

/// In milliseconds.
const DAY: i64 = 86_400_000;

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

fn in_keychain(service: &str) -> Vec<KeyId> {
    let names = wait(async { Keychain::of_this_computer(service).names(&no_progress()).await });
    names.unwrap().unwrap()
}

fn ask(app: &TestApp, number: &str) -> Result<Value, Value> {
    let ask = json!({ "input": number, "country": null, "secondLook": true, "steps": STEPS });
    app.call("request_test_key", ask)
}

fn add(app: &TestApp, number: &str, plays: &str) -> Value {
    let number = json!({ "input": number, "country": null, "plays": plays });
    app.call("add_practice_number", number).unwrap()
}

fn own_numbers(app: &TestApp) -> Vec<String> {
    let book = app.call("practice_numbers", json!({})).unwrap();
    let own = book.as_array().unwrap().iter().filter(|number| number["own"] == true);
    own.map(|number| number["digits"].as_str().unwrap().to_owned()).collect()
}

fn go(app: &TestApp, to: &Value) -> i64 {
    let moved = app.call("move_practice_time", json!({ "to": to })).unwrap();
    moved["ahead"].as_i64().unwrap()
}

fn ahead(app: &TestApp) -> i64 {
    app.call("practice_time", json!({})).unwrap()["ahead"].as_i64().unwrap()
}

fn clear(app: &TestApp) -> Result<Value, Value> {
    app.call("clear_practice", json!({ "keepNumbers": false }))
}

fn keys(app: &TestApp) -> Vec<Value> {
    app.call("keys", json!({})).unwrap().as_array().unwrap().clone()
}

fn to_do(app: &TestApp) -> Vec<String> {
    let home = app.call("home", json!({})).unwrap();
    let kinds = home["toDo"].as_array().unwrap().iter();
    kinds.map(|item| item["kind"].as_str().unwrap().to_owned()).collect()
}

/// Does everything that a person can do in practice.
fn use_all_of_practice(app: &TestApp) {
    assert_eq!(add(app, "+44 7700 900-123", "expired_key"), "added");
    let own = ask(app, "+447700900123").unwrap();
    assert_eq!(own["outcome"]["outcome"], "reactivated");
    let key = &own["key"]["id"];
    app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
    app.call("verify_token", json!({ "key": key })).unwrap();
    app.call("copy_key", json!({ "key": key, "steps": STEPS })).unwrap();
    app.call("start_guide", json!({ "guide": "europe", "organization": "Hanse Textil" })).unwrap();
    assert_eq!(ask(app, "+491713920029").unwrap_err()["code"], "daily_limit");
    app.call("remind_tomorrow", json!({ "input": "+491713920029", "country": null })).unwrap();
    go(app, &json!({ "to": "months", "months": 13 }));
    assert_eq!(ask(app, "+498213437654").unwrap()["outcome"]["outcome"], "created");
}

#[test]
fn a_number_that_was_added_is_checked_and_has_its_outcome() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
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
        // A number of the phone book can't be removed.
        app.call("remove_practice_number", json!({ "digits": "491713920010" })).unwrap();
        assert!(ask(&app, "+491713920010").is_ok());
        Ok(())
    })
}

#[test]
fn keys_tokens_and_reminders_follow_the_practice_clock() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
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
fn practice_survives_a_restart() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let home = tempfile::tempdir().unwrap();
        let app = TestApp::at(home.path());
        use_all_of_practice(&app);
        let (before, shown) = (keys(&app), ahead(&app));
        app.quit();
        drop(app);

        let app = TestApp::at(home.path());
        assert_eq!(keys(&app), before);
        assert_eq!(ahead(&app), shown);
        assert_eq!(own_numbers(&app), ["447700900123"]);
        let key = &before[0]["id"];
        app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        Ok(())
    })
}
