//! What the window's commands write into the history.

use serde_json::{Value, json};
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::test_app::{STEPS, TestApp};

/// The events of these lines, the oldest first.
fn events(lines: &Value) -> Vec<&Value> {
    lines.as_array().unwrap().iter().rev().map(|line| &line["event"]["event"]).collect()
}

#[test]
fn a_token_that_came_and_was_copied_is_in_the_history_of_its_key() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let ask = json!({
            "input": "+498213437654", "country": null, "secondLook": false, "steps": STEPS,
        });
        let key = app.call("request_test_key", ask).unwrap()["key"]["id"].clone();
        app.call("copy_token", json!({ "key": key })).unwrap_err();
        app.call("get_token", json!({ "key": key, "steps": STEPS })).unwrap();
        app.call("copy_token", json!({ "key": key })).unwrap();
        let history = app.call("key_history", json!({ "key": key })).unwrap();
        assert_eq!(events(&history), ["received", "token_received", "token_copied"]);
        Ok(())
    })
}

#[test]
fn each_file_that_was_saved_is_in_the_history_of_the_list() {
    let app = TestApp::new();
    for (command, form) in [
        ("export_keys", Some("csv")),
        ("export_keys", Some("json")),
        ("export_history", Some("csv")),
        ("export_history", Some("json")),
        ("export_calendar", None),
    ] {
        let arguments = match form {
            Some(form) => json!({ "form": form, "name": "My file" }),
            None => json!({ "name": "My file" }),
        };
        app.call(command, arguments).unwrap();
    }
    let with_key = json!({ "form": "csv", "name": "0123456789abcdef0123456789abcdef" });
    app.call("export_keys", with_key).unwrap_err();
    let history = app.call("list_history", json!({})).unwrap();
    let files: Vec<_> = history.as_array().unwrap().iter().rev().collect();
    let files: Vec<_> = files.iter().map(|line| &line["event"]["file"]).collect();
    assert_eq!(files, ["keys_csv", "keys_json", "history_csv", "history_json", "calendar"]);
    assert!(!history.to_string().contains("My file"), "a name can say anything");
}
