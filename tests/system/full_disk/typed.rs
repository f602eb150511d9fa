//! What a person types or chooses, over the commands of the app.

use std::fs;

use serde_json::{Value, json};
use test_driver::{Error, on_small_disk};

use crate::test_app::{STEPS, TestApp};

/// Every command that saves what a person has typed or chosen.
fn writing_commands(run: &Value) -> Vec<(&'static str, Value)> {
    let letter = json!({
        "to": { "who": "service_desk" }, "subject": "Key", "body": "Text\n".repeat(20_000),
    });
    let form = json!({
        "organization": "Firma", "country": "DE", "taxCode": "12", "fullName": "Zoë",
        "phone": "+49 821 3437654", "phoneCountry": "DE", "email": "z@firma.example",
        "managerEmail": "", "language": "uk",
    });
    let settings =
        json!({ "language": "uk", "theme": "dark", "textSize": 100, "clipboardSeconds": 60 });
    vec![
        ("save_settings", json!({ "settings": settings })),
        ("choose_mode", json!({ "mode": "practice" })),
        ("save_email", json!({ "email": letter, "sender": "z@firma.example", "name": "Firma" })),
        ("start_guide", json!({ "guide": "ukraine", "organization": "Firma" })),
        ("rename_guide_run", json!({ "run": run, "organization": "x".repeat(20_000) })),
        ("set_guide_step", json!({ "run": run, "step": "account", "done": true, "answer": "yes" })),
        ("save_affiliation", json!({ "run": run, "form": form })),
        ("remind_tomorrow", json!({ "input": "+491713920029", "country": null })),
        ("dismiss_to_do", json!({ "attempt": 1 })),
    ]
}

/// Everything that those commands have saved.
fn everything(app: &TestApp, run: &Value) -> Vec<Value> {
    let home = app.call("storage_locations", json!({})).unwrap()["dataFolder"]
        .as_str()
        .unwrap()
        .to_owned();
    let settings = fs::read_to_string(format!("{home}/settings.json")).unwrap();
    let letters = fs::read_dir(format!("{home}/letters")).map_or(0, Iterator::count);
    vec![
        settings.into(),
        letters.into(),
        app.call("guide_runs", json!({})).unwrap(),
        app.call("affiliation", json!({ "run": run })).unwrap(),
        app.call("home", json!({})).unwrap(),
    ]
}

#[test]
fn on_a_full_disk_nothing_typed_is_saved_in_part_and_all_is_saved_when_there_is_space()
-> Result<(), Error> {
    on_small_disk(|disk| {
        let app = TestApp::new();
        let start = json!({ "guide": "europe", "organization": "Before" });
        let run = app.call("start_guide", start).unwrap()["id"].clone();
        let limited = json!({
            "input": "+491713920029", "country": null, "secondLook": true, "steps": STEPS,
        });
        assert_eq!(app.call("request_test_key", limited).unwrap_err()["code"], "daily_limit");
        app.call("choose_mode", json!({ "mode": "practice" })).unwrap();
        let before = everything(&app, &run);

        disk.fill()?;
        for (command, arguments) in writing_commands(&run) {
            let failure = app.call(command, arguments).unwrap_err();
            assert_eq!(failure["code"], "store_unwritable", "{command}");
        }
        assert_eq!(everything(&app, &run), before);

        disk.free()?;
        for (command, arguments) in writing_commands(&run) {
            app.call(command, arguments).unwrap_or_else(|why| panic!("{command}: {why}"));
        }
        for (now, before) in everything(&app, &run).iter().zip(&before) {
            assert_ne!(now, before);
        }
        Ok(())
    })
}

#[test]
fn in_a_read_only_folder_nothing_typed_is_saved_until_it_can_be_written() -> Result<(), Error> {
    on_small_disk(|disk| {
        let home = tempfile::tempdir().unwrap();
        // The folder of the web engine, as after an earlier start.
        fs::create_dir(home.path().join("webview")).unwrap();
        // Before the app starts, because it opens files by itself then.
        disk.make_read_only()?;
        let app = TestApp::at(home.path());
        let run = json!(1);
        for (command, arguments) in writing_commands(&run) {
            let failure = app.call(command, arguments).unwrap_err();
            assert_eq!(failure["code"], "store_unwritable", "{command}");
        }
        disk.make_writable()?;
        for (command, arguments) in writing_commands(&run) {
            app.call(command, arguments).unwrap_or_else(|why| panic!("{command}: {why}"));
        }
        Ok(())
    })
}
