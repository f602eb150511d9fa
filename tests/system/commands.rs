//! The commands of all windows, on Tauri's mock runtime with the real capabilities.

use keydesk::bindings::commands_of;
use serde_json::{Value, json};
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::test_app::{STEPS, TestApp};

/// A number for which practice makes a new key.
const NEW_CLIENT: &str = "+498213437654";
/// A number that has had its key of today.
const LIMITED: &str = "+491713920029";
/// What importing answers without a pending import.
const NOTHING_PENDING: &str = "nothing_pending";

fn request_key(app: &TestApp, number: &str, second_look: bool) -> Result<Value, Value> {
    let arguments =
        json!({ "input": number, "country": null, "secondLook": second_look, "steps": STEPS });
    app.call("request_test_key", arguments)
}

/// Requests a key and returns its id.
fn new_key(app: &TestApp) -> Value {
    request_key(app, NEW_CLIENT, false).unwrap()["key"]["id"].clone()
}

fn show_key(app: &TestApp, key: &Value) {
    app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
}

fn choose_mode(app: &TestApp, mode: &str) {
    app.call("choose_mode", json!({ "mode": mode })).unwrap();
}

/// Imports the pending key, which must fail, and returns the code of the failure.
fn failed_import(app: &TestApp) -> Value {
    let about =
        json!({ "name": "", "environment": "production", "organizations": [], "run": null });
    let failure = app.call("import_key", json!({ "about": about, "steps": STEPS })).unwrap_err();
    failure["code"].clone()
}

fn is_forbidden(answer: &Result<Value, Value>) -> bool {
    let refusal = answer.as_ref().err().and_then(Value::as_str);
    refusal.is_some_and(|refusal| refusal.contains("not allowed"))
}

#[test]
fn the_main_window_goes_from_a_number_to_a_verified_token() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let typed = json!({ "input": "0821 3437654", "country": "DE" });
        let checked = app.call("check_phone", typed).unwrap();
        assert_eq!(checked["verdict"], "ready");
        assert_eq!(checked["number"]["digits"], "498213437654");

        let requested = request_key(&app, NEW_CLIENT, false).unwrap();
        assert_eq!(requested["outcome"]["outcome"], "created");
        let key = &requested["key"]["id"];

        let token = app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        assert!(token["secondsLeft"].as_u64().unwrap() > 3500);
        let verified = app.call("verify_token", json!({ "key": key })).unwrap();
        assert!(verified["verification"]["currencies"].as_u64().unwrap() > 0);
        Ok(())
    })
}

#[test]
fn a_failure_crosses_as_a_code_with_its_data() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let failure = request_key(&app, LIMITED, true).unwrap_err();
        assert_eq!(failure["code"], "daily_limit");
        assert!(failure["againAt"].is_string() && failure["key"].is_null());
        Ok(())
    })
}

#[test]
fn a_key_without_a_token_has_no_token_to_copy() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let key = new_key(&app);
        let failure = app.call("copy_token", json!({ "key": key })).unwrap_err();
        assert_eq!(failure, json!({ "code": "token_expired" }));
        Ok(())
    })
}

#[test]
fn the_main_window_may_call_its_own_commands_and_no_others() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        for command in commands_of("main") {
            let answer = app.call(command, json!({}));
            assert!(!is_forbidden(&answer), "{command}: {answer:?}");
        }
        for command in [commands_of("reveal"), commands_of("enter"), commands_of("ask")].concat() {
            let answer = app.call(command, json!({}));
            assert!(is_forbidden(&answer), "{command}: {answer:?}");
        }
        let of_tauri = [
            ("plugin:event|emit", json!({ "event": "clipboard", "payload": null })),
            ("plugin:window|set_title", json!({ "label": "main", "value": "LIVE" })),
            ("plugin:window|close", json!({ "label": "main" })),
            (
                "plugin:webview|create_webview_window",
                json!({ "options": { "label": "reveal-9", "url": "reveal.html" } }),
            ),
        ];
        for (command, arguments) in of_tauri {
            let answer = app.call(command, arguments);
            assert!(is_forbidden(&answer), "{command}: {answer:?}");
        }
        Ok(())
    })
}

#[test]
fn a_popup_window_may_call_its_own_commands_and_no_others() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        show_key(&app, &new_key(&app));
        app.call("open_key_entry", json!({})).unwrap();
        let all = ["main", "reveal", "enter", "ask"].map(commands_of).concat();
        for (label, kind) in [("reveal-1", "reveal"), ("enter-2", "enter")] {
            let own = commands_of(kind);
            for command in all.iter().filter(|command| !command.starts_with("close_")) {
                let answer = app.call_from(label, command, json!({}));
                assert_eq!(is_forbidden(&answer), !own.contains(command), "{label}: {command}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_key_is_shown_once_and_only_sealed() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let key = new_key(&app);
        show_key(&app, &key);
        // Any public key will do: this one was made for the other popup window.
        app.call("open_key_entry", json!({})).unwrap();
        let public_key = app.call_from("enter-2", "entry_public_key", json!({})).unwrap();
        let ask = json!({ "publicKey": public_key });
        let shown = app.call_from("reveal-1", "reveal_secret", ask.clone()).unwrap();
        assert_eq!(shown["secret"]["sealedBy"].as_array().unwrap().len(), 65);
        assert_eq!(shown["isCovered"], false);
        let again = app.call_from("reveal-1", "reveal_secret", ask.clone()).unwrap_err();
        assert_eq!(again, json!({ "code": "superseded" }));
        show_key(&app, &key);
        app.call_from("reveal-3", "reveal_secret", ask).unwrap();
        Ok(())
    })
}

/// The keychain hangs when a key is to be shown, and the mode is changed meanwhile.
#[cfg(target_os = "linux")]
#[test]
fn no_key_of_practice_is_shown_in_live_mode() -> Result<(), Error> {
    on_desktop(Desktop::start, |bus| {
        let app = TestApp::new();
        let key = new_key(&app);
        let keychain = bus.keychain_process()?.to_string();
        let signal = |name: &str| {
            std::process::Command::new("kill").arg(name).arg(&keychain).status().unwrap()
        };
        assert!(signal("-STOP").success());
        let shown = app.send("show_key", json!({ "key": key, "steps": STEPS }));
        // When this is answered, `show_key` has begun.
        app.call("keys", json!({})).unwrap();
        choose_mode(&app, "live");
        assert!(signal("-CONT").success());
        assert_eq!(shown.recv().unwrap(), Ok(Value::Null));
        assert!(!app.has("reveal-1"));

        choose_mode(&app, "practice");
        show_key(&app, &key);
        assert!(app.has("reveal-1"));
        Ok(())
    })
}

#[test]
fn a_typed_key_is_taken_once_and_only_if_it_was_sealed_for_its_public_key() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        app.call("open_key_entry", json!({})).unwrap();
        let typed = json!({ "sealed": { "sealedBy": [4, 1, 2], "text": [1, 2, 3] } });
        let submit = || app.call_from("enter-1", "submit_entered_key", typed.clone()).unwrap_err();
        assert_eq!(submit(), json!({ "code": "superseded" }));
        app.call_from("enter-1", "entry_public_key", json!({})).unwrap();
        assert_eq!(submit(), json!({ "code": "internal", "what": "unseal" }));
        assert_eq!(submit(), json!({ "code": "superseded" }));
        assert_eq!(failed_import(&app), NOTHING_PENDING);
        Ok(())
    })
}

#[test]
fn a_pending_import_is_cancelled_in_whatever_mode_it_was_made() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        choose_mode(&app, "live");
        app.call("copy_text", json!({ "text": "7c1f9e0b3a5d48269b7e1c4f0d6a8e35" })).unwrap();
        assert_eq!(app.call("check_clipboard", json!({})).unwrap()["is"], "key");
        choose_mode(&app, "practice");
        app.call("cancel_import", json!({})).unwrap();
        choose_mode(&app, "live");
        assert_eq!(failed_import(&app), NOTHING_PENDING);
        Ok(())
    })
}

#[test]
fn no_email_with_a_key_in_it_is_saved_or_handed_to_the_mail_program() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let body = "The key 3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0 does not work.";
        let email = json!({ "to": { "who": "service_desk" }, "subject": "Key", "body": body });
        let save = json!({ "email": email, "sender": "z@firma.example", "name": "Firma" });
        for (command, arguments) in
            [("save_email", save), ("compose_email", json!({ "email": email }))]
        {
            assert_eq!(app.call(command, arguments).unwrap_err()["code"], "looks_like_key");
        }
        Ok(())
    })
}

#[test]
fn what_one_command_saves_the_next_command_reads() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let countries = app.call("countries", json!({})).unwrap();
        let germany = json!({ "region": "DE", "callingCode": 49 });
        assert!(countries.as_array().unwrap().contains(&germany));
        let numbers = app.call("practice_numbers", json!({})).unwrap();
        let first = json!({ "digits": "498213437654", "plays": "new_key", "own": false });
        assert_eq!(numbers[0], first);

        request_key(&app, LIMITED, true).unwrap_err();
        app.call("remind_tomorrow", json!({ "input": LIMITED, "country": null })).unwrap();
        let home = app.call("home", json!({})).unwrap();
        assert_eq!(home["toDo"][0]["kind"], "ask_again");
        let attempt = home["toDo"][0]["attempt"].clone();
        app.call("dismiss_to_do", json!({ "attempt": attempt })).unwrap();
        assert_eq!(app.call("home", json!({})).unwrap()["toDo"], json!([]));

        choose_mode(&app, "live");
        let locations = app.call("storage_locations", json!({})).unwrap();
        assert_eq!(locations["keychainService"], "Key Desk");
        Ok(())
    })
}

#[test]
fn no_answer_to_the_main_window_contains_the_key_or_the_token() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let requested = request_key(&app, NEW_CLIENT, false).unwrap();
        let key = requested["key"]["id"].clone();
        let answers = [
            requested,
            app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap(),
            app.call("verify_token", json!({ "key": key })).unwrap(),
            app.call("token", json!({ "key": key })).unwrap(),
            app.call("check_key", json!({ "key": key, "steps": STEPS })).unwrap(),
            app.call("check_all_keys", json!({})).unwrap(),
            app.call("home", json!({})).unwrap(),
            app.call("keys", json!({})).unwrap(),
            app.call("keys_by_id", json!({ "keys": [key] })).unwrap(),
            app.call("key_history", json!({ "key": key })).unwrap(),
            app.call("list_history", json!({})).unwrap(),
            app.call("storage_locations", json!({})).unwrap(),
        ];
        for answer in answers.map(|answer| answer.to_string()) {
            assert!(!answer.contains("eyJ"), "a token crossed");
            let longest = answer.split(|c: char| !c.is_ascii_hexdigit()).map(str::len).max();
            assert!(longest < Some(32), "something as long as a key crossed");
        }
        Ok(())
    })
}
