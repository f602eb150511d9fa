//! A list of keys from outside.

use keydesk_core::model::{ApiEnvironment, KeyId, KeyRecord, KeyStatus};
use keydesk_core::service::{LineEffect, ListCheck, ReadAs, read_list};

/// Checks that a list is refused or shown in bounds, whatever its bytes are, and that a list with a key in
/// it is refused.
pub(crate) fn check_list(file: &[u8]) {
    check(file);
    // The same file, with a key at the end of it.
    let mut with_key = file.to_vec();
    with_key.extend_from_slice(b"\nName;\"99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2\"\n");
    if let ListCheck::Preview { preview } = check(&with_key) {
        // Only as a part of a text that is not hexadecimal digits around it, such as UTF-16.
        let shown = format!("{preview:?}");
        assert!(!shown.contains("99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2"), "a key is shown");
    }
}

fn check(file: &[u8]) -> ListCheck {
    let keys = register();
    let checked = read_list(file, ReadAs::default(), &keys);
    if let ListCheck::Preview { preview } = &checked {
        assert!(preview.lines.len() + preview.unchanged <= 20_000, "too many lines");
        assert!(preview.unknown_columns.len() <= 30, "too many unknown columns");
        for line in &preview.lines {
            assert!(line.name.chars().count() <= 500, "a name of {} bytes", line.name.len());
            assert!(line.last_four.len() <= 4, "last four: {}", line.last_four.len());
            if let LineEffect::New { fields, .. } | LineEffect::Changed { fields, .. } =
                &line.effect
            {
                for field in fields {
                    let is_first = |(at, text)| !field.to[..at].contains(text);
                    assert!(field.to.iter().enumerate().all(is_first), "twice in {field:?}");
                    let has_other_space = |text: &String| text.contains('\u{a0}');
                    assert!(!field.to.iter().any(has_other_space), "a space in {field:?}");
                }
            }
            if let LineEffect::Changed { key, .. } | LineEffect::Left { key, .. } = &line.effect {
                assert!(keys.iter().any(|known| known.id == *key), "{line:?}");
            }
        }
    }
    assert_eq!(read_list(file, ReadAs::default(), &keys), checked, "the second reading differs");
    checked
}

/// Keys that a line can be about: two environments with the same last four characters, two keys that only their
/// names tell apart, one without last four characters, and ones with and without their secret.
fn register() -> [KeyRecord; 5] {
    let production = ApiEnvironment::Production;
    [
        key(1, "Shop", production, "4bf2", true),
        key(2, "Shop", ApiEnvironment::Sandbox, "4bf2", true),
        key(3, "Depot", production, "0012", false),
        key(4, "Office", production, "0012", false),
        key(5, "Склад", ApiEnvironment::Ukraine, "", false),
    ]
}

fn key(
    number: u8,
    name: &str,
    environment: ApiEnvironment,
    last_four: &str,
    had_secret: bool,
) -> KeyRecord {
    KeyRecord {
        id: KeyId::from_stored(format!("0b0e7a53-6a1f-4d3e-9a53-00000000000{number}")),
        name: name.to_owned(),
        environment,
        last_four: last_four.to_owned(),
        had_secret,
        digits: None,
        phone: None,
        created_at: None,
        valid_until: None,
        status: KeyStatus::Active,
        replaced_by: None,
        last_verified_at: None,
        last_check: None,
        holder: String::new(),
        notes: String::new(),
        client: None,
        company: None,
        places: Vec::new(),
        added_at: "2026-08-27T12:00:00Z".parse().unwrap(),
        organizations: vec!["Hanse Textil".to_owned()],
    }
}
