//! The doors between the window and Rust, on Tauri's mock runtime with the real capabilities.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use std::path::PathBuf;

use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{Manager, WebviewWindow};

use keydesk::environment::Environment;

/// The app in practice mode, with its main window.
struct Opened {
    main: WebviewWindow<MockRuntime>,
    _app: tauri::App<MockRuntime>,
    _home: tempfile::TempDir,
}

impl Opened {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let variables =
            [("KEYDESK_HOME", home.path().as_os_str()), ("KEYDESK_START", "practice".as_ref())];
        let environment = Environment::read(
            |name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            },
            PathBuf::new,
        )
        .unwrap();
        let app = keydesk::with_commands(mock_builder()).build(tauri::generate_context!()).unwrap();
        keydesk::set_up(app.handle(), environment).unwrap();
        let main = app.get_webview_window("main").unwrap();
        Self { main, _app: app, _home: home }
    }

    fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.main, request).map(|body| body.deserialize().unwrap())
    }
}

#[test]
fn the_main_window_goes_from_a_number_to_a_proven_token() {
    let app = Opened::new();
    let checked =
        app.call("check_phone", json!({ "input": "0821 3437654", "country": "DE" })).unwrap();
    assert_eq!(checked["verdict"], "ready");
    assert_eq!(checked["number"]["digits"], "498213437654");

    let steps = "__CHANNEL__:7";
    let ask =
        json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": steps });
    let requested = app.call("request_test_key", ask).unwrap();
    assert_eq!(requested["outcome"]["outcome"], "created");
    let key = &requested["key"]["id"];

    let token = app.call("get_token", json!({ "key": key, "steps": steps })).unwrap();
    assert!(token["secondsLeft"].as_u64().unwrap() > 3500);
    let proven = app.call("prove_token", json!({ "key": key })).unwrap();
    assert!(proven["proof"]["currencies"].as_u64().unwrap() > 0);
}

#[test]
fn a_failure_crosses_as_a_code_with_its_data() {
    let app = Opened::new();
    let ask = json!({ "input": "+491713920029", "country": null, "secondLook": true, "steps": "__CHANNEL__:7" });
    let failure = app.call("request_test_key", ask).unwrap_err();
    assert_eq!(failure["code"], "daily_limit");
    assert!(failure["againAt"].is_string() && failure["key"].is_null());
}

#[test]
fn the_main_window_may_not_ask_for_a_secret() {
    let app = Opened::new();
    for command in ["revealed_secret", "close_reveal"] {
        let refused = app.call(command, json!({})).unwrap_err();
        assert!(refused.as_str().unwrap().contains("not allowed"), "{command}: {refused}");
    }
}

#[test]
fn the_main_window_has_no_command_of_tauri_but_listening() {
    let app = Opened::new();
    for command in [
        "plugin:opener|open_url",
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
    ] {
        assert!(app.call(command, json!({})).is_err(), "{command}");
    }
}

#[test]
fn no_answer_to_the_main_window_holds_the_key_or_the_token() {
    let app = Opened::new();
    let steps = "__CHANNEL__:7";
    let ask =
        json!({ "input": "+498213437654", "country": null, "secondLook": false, "steps": steps });
    let requested = app.call("request_test_key", ask).unwrap();
    let key = requested["key"]["id"].clone();
    let answers = [
        requested,
        app.call("get_token", json!({ "key": key, "steps": steps })).unwrap(),
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
}
