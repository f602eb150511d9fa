//! The doors between the window and Rust, on Tauri's mock runtime with the real capabilities.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use keydesk_driver::{Desktop, Trouble, inside};
use serde_json::json;
use support::opened::{Opened, STEPS};

#[test]
fn the_main_window_goes_from_a_number_to_a_proven_token() -> Result<(), Trouble> {
    inside(Desktop::start, "the_main_window_goes_from_a_number_to_a_proven_token", |_| {
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
fn a_failure_crosses_as_a_code_with_its_data() -> Result<(), Trouble> {
    inside(Desktop::start, "a_failure_crosses_as_a_code_with_its_data", |_| {
        let app = Opened::new();
        let ask = json!({ "input": "+491713920029", "country": null, "secondLook": true, "steps": STEPS });
        let failure = app.call("request_test_key", ask).unwrap_err();
        assert_eq!(failure["code"], "daily_limit");
        assert!(failure["againAt"].is_string() && failure["key"].is_null());
        Ok(())
    })
}

#[test]
fn the_main_window_may_not_ask_for_a_secret() -> Result<(), Trouble> {
    inside(Desktop::start, "the_main_window_may_not_ask_for_a_secret", |_| {
        let app = Opened::new();
        for command in ["revealed_secret", "close_reveal"] {
            let refused = app.call(command, json!({})).unwrap_err();
            assert!(refused.as_str().unwrap().contains("not allowed"), "{command}: {refused}");
        }
        Ok(())
    })
}

#[test]
fn the_main_window_has_no_command_of_tauri_but_listening() -> Result<(), Trouble> {
    inside(Desktop::start, "the_main_window_has_no_command_of_tauri_but_listening", |_| {
        let app = Opened::new();
        for command in [
            "plugin:opener|open_url",
            "plugin:window|set_title",
            "plugin:webview|create_webview_window",
        ] {
            assert!(app.call(command, json!({})).is_err(), "{command}");
        }
        Ok(())
    })
}

#[test]
fn no_answer_to_the_main_window_holds_the_key_or_the_token() -> Result<(), Trouble> {
    inside(Desktop::start, "no_answer_to_the_main_window_holds_the_key_or_the_token", |_| {
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
