//! Handing a key over with the commands of the app: what leaves it, and through which window.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use test_driver::flows::NEW_CLIENT;
use test_driver::{Desktop, Error};

use crate::own_desktop::on_desktop;
use crate::presenter::{presenter, shown_in};
use crate::test_app::{STEPS, TestApp};

const PUBLIC_KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/// Requests a key and starts to hand it over. Gives both ids.
fn started(app: &TestApp) -> (Value, Value) {
    let ask = json!({ "input": NEW_CLIENT, "country": null, "secondLook": false, "steps": STEPS });
    let key = app.call("request_test_key", ask).unwrap()["key"]["id"].clone();
    let start = json!({ "key": key, "receiver": "own_code", "recipient": "Oleh" });
    let started = app.call("start_hand_over", start).unwrap();
    assert_eq!(started["method"], Value::Null);
    (key, started["id"].clone())
}

fn key_text(app: &TestApp, key: &Value, label: &str) -> String {
    app.call("show_key", json!({ "key": key, "steps": STEPS })).unwrap();
    shown_in(app, label).0
}

/// The names of all files in a folder and below it that have a text in them.
fn names_of_files_with(text: &str, folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(names_of_files_with(text, &path));
        } else if path.is_file() {
            let content = fs::read(&path).unwrap();
            if content.windows(text.len()).any(|part| part == text.as_bytes()) {
                names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    names.sort();
    names
}

#[test]
fn a_passphrase_is_shown_in_the_popup_window_only_and_once() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let (_, id) = started(&app);
        let seal = json!({ "handOver": id, "steps": STEPS });
        let sealed = app.call("seal_key_with_passphrase", seal.clone()).unwrap();
        assert_eq!(sealed["handOver"]["method"], json!({ "kind": "passphrase" }));
        let (passphrase, told) = shown_in(&app, "reveal-1");
        assert_eq!((&told["isPassphrase"], &told["isCovered"]), (&json!(true), &json!(false)));
        assert_eq!(passphrase.split('-').map(str::len).collect::<Vec<_>>(), [4; 6]);
        assert!(!sealed.to_string().contains(&passphrase));
        let again = json!({ "publicKey": vec![4; 65] });
        let again = app.call_from("reveal-1", "reveal_secret", again).unwrap_err();
        assert_eq!(again, json!({ "code": "superseded" }));

        app.call("save_presenter", presenter(true)).unwrap();
        app.call("seal_key_with_passphrase", seal).unwrap();
        let (covered, told) = shown_in(&app, "reveal-2");
        assert_eq!(covered, "••••-••••-••••-••••-••••-••••");
        assert_eq!(told["isCovered"], true);
        Ok(())
    })
}

#[test]
fn the_sheet_is_saved_as_pdf_unless_a_key_is_in_it() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let (key, id) = started(&app);
        let secret = key_text(&app, &key, "reveal-1");
        let save = |name: &str, value: &str, line: &str| {
            let document = json!({
                "title": "Nova Post API key for: Oleh", "language": "en", "ribbon": null,
                "sections": [{ "heading": "Did the key arrive?", "parts": [
                    { "kind": "row", "label": "System", "value": value },
                    { "kind": "paragraph", "text": line },
                ] }],
            });
            app.call("save_hand_over_sheet_pdf", json!({ "name": name, "document": document }))
        };
        let commands = app.call("receipt_commands", json!({ "handOver": id })).unwrap();
        for command in commands.as_array().unwrap() {
            let saved = save("Sheet", "Own software", command["line"].as_str().unwrap()).unwrap();
            let folder = Path::new(saved["folder"].as_str().unwrap());
            let file = saved["file"].as_str().unwrap();
            assert!(file.starts_with("Sheet"), "{file}");
            assert_eq!(Path::new(file).extension(), Some("pdf".as_ref()));
            assert!(fs::read(folder.join(file)).unwrap().starts_with(b"%PDF"));
        }
        let refused = json!({ "code": "looks_like_key" });
        assert_eq!(save("Sheet", &secret, "line").unwrap_err(), refused);
        assert_eq!(save("Sheet", "System", &secret).unwrap_err(), refused);
        assert_eq!(save(&secret, "System", "line").unwrap_err(), refused);
        Ok(())
    })
}

#[test]
fn a_key_reaches_a_file_only_if_the_person_asks_for_it() -> Result<(), Error> {
    on_desktop(Desktop::start, |_| {
        let app = TestApp::new();
        let (key, id) = started(&app);
        let secret = key_text(&app, &key, "reveal-1");
        let saved = |with_value: bool, name: &str| {
            let save = json!({
                "handOver": id, "file": "env", "comments": ["For Oleh"], "name": name,
                "withValue": with_value, "inSynchronizedFolder": false, "steps": STEPS,
            });
            let saved = app.call("save_hand_over_file", save).unwrap();
            assert_eq!(saved["is"], "saved", "{saved}");
            assert!(!saved.to_string().contains(&secret));
            let folder = Path::new(saved["folder"].as_str().unwrap());
            let text = fs::read_to_string(folder.join(saved["file"].as_str().unwrap()));
            text.unwrap().contains(&secret)
        };
        assert!(!saved(false, "Shop"));
        assert!(saved(true, "Shop"));

        let seal = json!({ "handOver": id, "publicKey": PUBLIC_KEY, "steps": STEPS });
        let sealed = app.call("seal_key", seal).unwrap();
        let save = |text: &str| {
            app.call("save_sealed_key", json!({ "handOver": id, "text": text, "name": "key" }))
        };
        assert_eq!(save(sealed["text"].as_str().unwrap()).unwrap()["file"], "key.age");
        assert_eq!(save(&secret).unwrap_err(), json!({ "code": "looks_like_key" }));
        let sheet = json!({ "name": "Sheet", "text": format!("The key: {secret}") });
        let refused = app.call("save_hand_over_sheet", sheet).unwrap_err();
        assert_eq!(refused, json!({ "code": "looks_like_key" }));

        let of_key = app.call("hand_overs", json!({ "key": key })).unwrap();
        assert_eq!(of_key[0]["method"]["kind"], "sealed");
        let recipients = app.call("hand_over_recipients", json!({})).unwrap();
        assert_eq!(
            recipients,
            json!([{ "name": "Oleh", "publicKey": PUBLIC_KEY, "comparedAt": null }])
        );
        let code = json!({ "handOver": id, "code": "0badc0de", "steps": STEPS });
        let checked = app.call("check_receipt", code).unwrap();
        assert_eq!(checked["handOver"]["receipt"]["result"]["kind"], "unknown");

        // The simulator of practice has the keys that it gave.
        assert_eq!(names_of_files_with(&secret, app.home()), ["Shop (2).env", "nova-post.json"]);
        Ok(())
    })
}
