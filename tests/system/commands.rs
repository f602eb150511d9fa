//! The doors between the window and Rust, on Tauri's mock runtime with the real capabilities.

use std::process::Command;

use serde_json::{Value, json};
use test_driver::{Desktop, Error, on_desktop};

use crate::test_app::{STEPS, TestApp as Opened};

#[test]
fn the_main_window_goes_from_a_number_to_a_proven_token() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        let checked =
            app.call("check_phone", json!({ "input": "0821 3437654", "country": "DE" })).unwrap();
        assert_eq!(checked["verdict"], "ready");
        assert_eq!(checked["number"]["digits"], "498213437654");

        let ask = json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS });
        let requested = app.call("request_test_key", ask).unwrap();
        assert_eq!(requested["outcome"]["outcome"], "created");
        let key = &requested["key"]["id"];

        let token = app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        assert!(token["secondsLeft"].as_u64().unwrap() > 3500);
        let proven = app.call("prove_token", json!({ "key": key })).unwrap();
        assert!(proven["proof"]["currencies"].as_u64().unwrap() > 0);
        Ok(())
    })
}

#[test]
fn a_failure_crosses_as_a_code_with_its_data() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        let ask = json!({ "input": "+491713920029", "country": null, "secondLook": true, "steps": STEPS });
        let failure = app.call("request_test_key", ask).unwrap_err();
        assert_eq!(failure["code"], "daily_limit");
        assert!(failure["againAt"].is_string() && failure["key"].is_null());
        Ok(())
    })
}

#[test]
fn the_main_window_may_send_its_own_commands_and_no_others() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        for command in keydesk::bindings::commands() {
            let answer = app.call(command, json!({}));
            assert!(!is_forbidden(&answer), "{command}: {answer:?}");
        }
        let foreign = [
            ("revealed_secret", json!({})),
            ("close_reveal", json!({})),
            ("entry_lock", json!({})),
            ("entered_key", json!({})),
            ("pasted_key", json!({})),
            ("close_enter", json!({})),
            ("stay_open", json!({})),
            ("plugin:event|emit", json!({ "event": "clipboard", "payload": null })),
            ("plugin:window|set_title", json!({ "label": "main", "value": "LIVE" })),
            ("plugin:window|close", json!({ "label": "main" })),
            (
                "plugin:webview|create_webview_window",
                json!({ "options": { "label": "reveal-9", "url": "reveal.html" } }),
            ),
        ];
        for (command, arguments) in foreign {
            let answer = app.call(command, arguments);
            assert!(is_forbidden(&answer), "{command}: {answer:?}");
        }
        Ok(())
    })
}

#[test]
fn a_small_window_may_send_its_own_commands_and_no_others() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        let ask = json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS });
        let key = app.call("request_test_key", ask).unwrap()["key"]["id"].clone();
        app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
        app.call("type_key", json!({})).unwrap();
        let own = [
            ("reveal-1", ["revealed_secret", "stay_open", "close_reveal"].as_slice()),
            (
                "enter-2",
                ["entry_lock", "entered_key", "pasted_key", "stay_open", "close_enter"].as_slice(),
            ),
        ];
        let all = keydesk::bindings::commands().into_iter();
        let all: Vec<_> =
            all.chain(own.into_iter().flat_map(|(_, own)| own.iter().copied())).collect();
        for (window, own) in own {
            for command in all.iter().filter(|command| !command.starts_with("close_")) {
                let answer = app.call_from(window, command, json!({}));
                assert_eq!(is_forbidden(&answer), !own.contains(command), "{window}: {command}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_key_is_shown_once_and_only_sealed() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        let ask = json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS });
        let key = app.call("request_test_key", ask).unwrap()["key"]["id"].clone();
        let show = || app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
        show();
        // The typing window's public key is one like any other.
        app.call("type_key", json!({})).unwrap();
        let public_key = app.call_from("enter-2", "entry_lock", json!({})).unwrap();
        let ask = json!({ "publicKey": public_key });
        let shown = app.call_from("reveal-1", "revealed_secret", ask.clone()).unwrap();
        assert_eq!(shown["secret"]["sealedBy"].as_array().unwrap().len(), 65);
        assert_eq!(shown["isCovered"], false);
        app.call_from("reveal-1", "revealed_secret", ask.clone()).unwrap_err();
        show();
        app.call_from("reveal-3", "revealed_secret", ask).unwrap();
        Ok(())
    })
}

/// The keychain hangs while a key is to be shown, and the mode is changed.
#[test]
fn no_key_of_practice_is_shown_over_live() -> Result<(), Error> {
    on_desktop(Desktop::start, |bus| {
        let app = Opened::new();
        let ask = json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS });
        let key = app.call("request_test_key", ask).unwrap()["key"]["id"].clone();
        let keychain = bus.keychain_process()?.to_string();
        let signal = |name: &str| Command::new("kill").arg(name).arg(&keychain).status().unwrap();
        assert!(signal("-STOP").success());
        let shown = app.send("show_key", json!({ "key": key, "steps": STEPS }));
        // Once this is answered, that has begun.
        app.call("keys", json!({})).unwrap();
        app.call("choose_mode", json!({ "mode": "live" })).unwrap();
        assert!(signal("-CONT").success());
        assert_eq!(shown.recv().unwrap(), Ok(Value::Null));
        assert!(!app.has("reveal-1"));

        app.call("choose_mode", json!({ "mode": "practice" })).unwrap();
        app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
        assert!(app.has("reveal-1"));
        Ok(())
    })
}

#[test]
fn what_was_typed_is_taken_only_as_it_was_sealed_for_this_once() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        app.call("type_key", json!({})).unwrap();
        let typed = json!({ "sealed": { "sealedBy": [4, 1, 2], "text": [1, 2, 3] } });
        let send = || app.call_from("enter-1", "entered_key", typed.clone());
        assert_eq!(send().unwrap_err()["code"], "key_malformed");
        app.call_from("enter-1", "entry_lock", json!({})).unwrap();
        assert_eq!(send().unwrap_err()["code"], "key_malformed");
        let about =
            json!({ "name": "", "environment": "production", "organizations": [], "run": null });
        let none = app.call("bring_in", json!({ "about": about, "steps": STEPS })).unwrap_err();
        assert_eq!(none["code"], "key_malformed");
        Ok(())
    })
}

#[test]
fn a_key_that_waits_is_forgotten_whatever_mode_was_chosen_meanwhile() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        let choose =
            |mode: &str| app.call("choose_mode", json!({ "mode": mode })).map(drop).unwrap();
        choose("live");
        app.call("copy_text", json!({ "text": "7c1f9e0b3a5d48269b7e1c4f0d6a8e35" })).unwrap();
        assert_eq!(app.call("look_at_clipboard", json!({})).unwrap()["is"], "key");
        choose("practice");
        app.call("withdraw_key", json!({})).unwrap();
        choose("live");
        let about =
            json!({ "name": "", "environment": "production", "organizations": [], "run": null });
        let none = app.call("bring_in", json!({ "about": about, "steps": STEPS })).unwrap_err();
        assert_eq!(none["code"], "key_malformed");
        Ok(())
    })
}

fn is_forbidden(answer: &Result<Value, Value>) -> bool {
    let refusal = answer.as_ref().err().and_then(Value::as_str);
    refusal.is_some_and(|refusal| refusal.contains("not allowed"))
}

#[test]
fn what_the_window_sets_is_there_at_the_next_question() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        let countries = app.call("countries", json!({})).unwrap();
        assert!(
            countries.as_array().unwrap().contains(&json!({ "region": "DE", "callingCode": 49 }))
        );
        let book = app.call("practice_book", json!({})).unwrap();
        assert_eq!(book[0], json!({ "digits": "498213437654", "plays": "new_key", "own": false }));

        let limited = json!({ "input": "+491713920029", "country": null });
        let mut ask = limited.clone();
        ask["secondLook"] = true.into();
        ask["steps"] = STEPS.into();
        app.call("request_test_key", ask).unwrap_err();
        app.call("remind_tomorrow", limited).unwrap();
        let home = app.call("home", json!({})).unwrap();
        assert_eq!(home["toDo"][0]["kind"], "ask_again");
        let attempt = home["toDo"][0]["attempt"].clone();
        app.call("dismiss_to_do", json!({ "attempt": attempt })).unwrap();
        assert_eq!(app.call("home", json!({})).unwrap()["toDo"], json!([]));

        app.call("choose_mode", json!({ "mode": "live" })).unwrap();
        let places = app.call("places", json!({})).unwrap();
        assert_eq!(places["keychainService"], "Key Desk");
        Ok(())
    })
}

#[test]
fn no_answer_to_the_main_window_holds_the_key_or_the_token() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = Opened::new();
        let ask = json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS });
        let requested = app.call("request_test_key", ask).unwrap();
        let key = requested["key"]["id"].clone();
        let answers = [
            requested,
            app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap(),
            app.call("prove_token", json!({ "key": key })).unwrap(),
            app.call("token", json!({ "key": key })).unwrap(),
            app.call("home", json!({})).unwrap(),
            app.call("keys", json!({})).unwrap(),
            app.call("places", json!({})).unwrap(),
        ];
        for answer in answers.map(|answer| answer.to_string()) {
            assert!(!answer.contains("eyJ"), "a token crossed");
            let longest = answer.split(|c: char| !c.is_ascii_hexdigit()).map(str::len).max();
            assert!(longest < Some(32), "something as long as a key crossed");
        }
        Ok(())
    })
}
