//! The content of `settings.json`. It may have been written by a newer version: a value that this version
//! does not know counts as its default, and members that it does not know stay in the file.

use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use keydesk_core::model::Mode;

use crate::view::{Presenter, Settings};

/// What the file says.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    pub(super) mode: Option<Mode>,
    pub(super) settings: Settings,
    pub(super) presenter: Option<Presenter>,
    /// The file as it was read.
    read: Map<String, Value>,
}

impl Stored {
    /// Reads the text of the file. Fails only if it is no JSON object.
    pub(super) fn from_json(text: &[u8]) -> io::Result<Self> {
        const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let read: Map<String, Value> = serde_json::from_slice(text)?;
        let mode = read.get("mode").and_then(|mode| known(mode.clone()));
        let presenter = read.get("presenter").and_then(Value::as_object).map(known_members);
        Ok(Self { mode, settings: known_members::<Settings>(&read).bounded(), presenter, read })
    }

    /// The text of the file. What this version has changed replaces what was read.
    pub(super) fn to_json(&self) -> io::Result<Vec<u8>> {
        let before = Self::from_json(&serde_json::to_vec(&self.read)?)?;
        let mut file = self.read.clone();
        replace_changed(&mut file, &before.members(), self.members());
        Ok(serde_json::to_vec_pretty(&file)?)
    }

    fn members(&self) -> Map<String, Value> {
        let mut members = members_of(&self.settings);
        members.insert("mode".to_owned(), self.mode.map_or(Value::Null, |mode| value_of(&mode)));
        let presenter = self.presenter.as_ref().map_or(Value::Null, value_of);
        members.insert("presenter".to_owned(), presenter);
        members
    }
}

/// A value of which every member that this version does not know has its default.
fn known_members<T: Default + Serialize + DeserializeOwned>(read: &Map<String, Value>) -> T {
    let mut members = members_of(&T::default());
    for (name, value) in read {
        let Some(default) = members.insert(name.clone(), value.clone()) else {
            members.remove(name);
            continue;
        };
        if known::<T>(Value::Object(members.clone())).is_none() {
            tracing::warn!(name, "a setting has an unknown value");
            members.insert(name.clone(), default);
        }
    }
    known(Value::Object(members)).unwrap_or_default()
}

fn known<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

fn members_of(value: &impl Serialize) -> Map<String, Value> {
    match value_of(value) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn value_of(value: &impl Serialize) -> Value {
    // The settings have no map with keys that JSON lacks, so this does not fail.
    serde_json::to_value(value).unwrap_or_default()
}

/// Writes the members that differ from `before` into the file. An unknown value stays until it is changed.
fn replace_changed(
    file: &mut Map<String, Value>,
    before: &Map<String, Value>,
    now: Map<String, Value>,
) {
    for (name, value) in now {
        let old = before.get(&name);
        match (file.get_mut(&name), old, value) {
            (Some(Value::Object(file)), Some(Value::Object(old)), Value::Object(new)) => {
                replace_changed(file, old, new);
            }
            (Some(_), Some(old), new) if *old == new => {}
            (_, _, new) => {
                file.insert(name, new);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::view::{TextSize, Theme};

    fn read(file: &Value) -> Stored {
        Stored::from_json(&serde_json::to_vec(file).unwrap()).unwrap()
    }

    fn written(stored: &Stored) -> Value {
        serde_json::from_slice(&stored.to_json().unwrap()).unwrap()
    }

    #[test]
    fn an_unknown_value_resets_only_itself() {
        let ours = json!({
            "mode": "live", "language": "uk", "theme": "dark", "textSize": 150,
            "clipboardSeconds": 60, "showSeconds": 15, "notifications": false,
            "presenter": { "on": true, "textSize": 200, "script": "short", "done": ["a"], "step": "b", "folded": true },
        });
        let expected = read(&ours);
        assert_eq!((expected.mode, expected.settings.theme), (Some(Mode::Live), Theme::Dark));
        for (member, unknown) in [
            ("mode", json!("shared")),
            ("mode", json!(7)),
            ("language", json!(["uk"])),
            ("theme", json!("sepia")),
            ("theme", json!({ "name": "dark" })),
            ("textSize", json!("large")),
            ("clipboardSeconds", json!("never")),
            ("clipboardSeconds", json!(-1)),
            ("clipboardSeconds", json!(1e12)),
            ("showSeconds", json!(null)),
            ("notifications", json!("sometimes")),
            ("presenter", json!("on")),
        ] {
            let mut file = ours.clone();
            file[member] = unknown.clone();
            let stored = read(&file);
            let mut reset = ours.clone();
            reset.as_object_mut().unwrap().remove(member);
            let reset = read(&reset);
            assert_eq!(stored.mode, reset.mode, "{member} {unknown}");
            assert_eq!(stored.settings, reset.settings, "{member} {unknown}");
            assert_eq!(stored.presenter, reset.presenter, "{member} {unknown}");
        }
        let mut file = ours.clone();
        file["presenter"]["textSize"] = json!("huge");
        let presenter = read(&file).presenter.unwrap();
        assert_eq!(presenter.text_size, TextSize::from(150));
        assert_eq!(presenter.script.as_deref(), Some("short"));
    }

    #[test]
    fn what_a_newer_version_has_written_stays_in_the_file() {
        let file = json!({
            "mode": "live", "theme": "sepia", "sound": true, "window": { "width": 900 },
            "presenter": { "on": true, "pointer": "red" },
        });
        let mut stored = read(&file);
        assert_eq!(written(&stored)["theme"], "sepia");
        stored.settings.clipboard_seconds = 60;
        stored.mode = Some(Mode::Practice);
        let again = written(&stored);
        assert_eq!((&again["theme"], &again["sound"]), (&json!("sepia"), &json!(true)));
        assert_eq!(again["window"], json!({ "width": 900 }));
        assert_eq!(again["presenter"]["pointer"], "red");
        assert_eq!((&again["clipboardSeconds"], &again["mode"]), (&json!(60), &json!("practice")));

        stored.settings.theme = Theme::Light;
        assert_eq!(written(&stored)["theme"], "light");
    }

    #[test]
    fn times_are_bounded() {
        for (seconds, taken) in
            [(0, 10), (9, 10), (10, 10), (45, 45), (300, 300), (4_000_000_000_u32, 300)]
        {
            let settings =
                read(&json!({ "clipboardSeconds": seconds, "showSeconds": seconds })).settings;
            assert_eq!((settings.clipboard_seconds, settings.show_seconds), (taken, taken));
        }
    }

    #[test]
    fn only_a_file_that_is_no_object_is_unreadable() {
        for text in ["", "{\"mode\":", "[]", "null", "\0\0\0\0", "{} {}"] {
            assert!(Stored::from_json(text.as_bytes()).is_err(), "{text:?}");
        }
        for text in ["{}", "\u{FEFF}{}", "{\"mode\": null}"] {
            assert!(Stored::from_json(text.as_bytes()).is_ok(), "{text:?}");
        }
    }
}
