//! A list that was exported and is read changes nothing, whatever the register holds.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::model::{
    ApiEnvironment, CheckResult, Company, KeyCheck, KeyId, KeyRecord, KeyStatus, Place, PlaceKind,
};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

/// Texts with the signs that CSV and spreadsheets care about. Too short for a key.
fn a_text() -> impl Strategy<Value = String> {
    "['=+@\t-]{0,2}[A-Za-zЖї0-9;,\"'|.:/ ]{0,12}"
}

fn a_moment() -> impl Strategy<Value = Option<DateTime<Utc>>> {
    prop::option::of(1_000_000_000_i64..4_000_000_000)
        .prop_map(|seconds| seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
}

fn a_key() -> impl Strategy<Value = KeyRecord> {
    use ApiEnvironment::{Production, Sandbox, Ukraine};
    use KeyStatus::{Active, Deactivated, Expired, Refused, Replaced};
    let environment = select([Sandbox, Production, Ukraine].as_slice());
    let status = select([Active, Expired, Refused, Deactivated, Replaced].as_slice());
    let kind = select([PlaceKind::System, PlaceKind::Person].as_slice());
    let places = prop::collection::vec((kind, a_text()), 0..3);
    let organizations = prop::collection::vec(a_text(), 0..3);
    let notes = prop::collection::vec(a_text(), 0..3).prop_map(|lines| lines.join("\n"));
    (
        (environment, status, "([!-~]{4})?", any::<bool>()),
        (a_text(), a_text(), notes, organizations, places),
        prop::option::of((a_text(), "([0-9]{8})?")),
        (a_moment(), a_moment(), a_moment()),
    )
        .prop_map(|(key, texts, company, moments)| {
            let (environment, status, last_four, had_secret) = key;
            let (name, holder, notes, organizations, places) = texts;
            let (created_at, valid_until, checked) = moments;
            let record = KeyRecord::new(KeyId::random(), environment, last_four, now());
            let check = |at| KeyCheck { at, result: CheckResult::Works };
            let place = |(kind, name)| Place { kind, name };
            let company = company.map(|(name, code)| Company { name, code });
            KeyRecord {
                company: company.filter(|_| environment == Ukraine),
                name,
                holder,
                notes,
                organizations,
                places: places.into_iter().map(place).collect(),
                status,
                had_secret,
                created_at,
                valid_until,
                last_check: checked.map(check),
                ..record
            }
        })
}

/// Each replaced key is replaced by the next one of its environment, if there is one.
fn with_successors(mut keys: Vec<KeyRecord>) -> Vec<KeyRecord> {
    let next = |place: usize, key: &KeyRecord| {
        let others = keys.iter().skip(place + 1).chain(keys.iter().take(place));
        let mut possible = others.filter(|other| other.environment == key.environment);
        possible.next().map(|other| other.id.clone())
    };
    let successors: Vec<_> = keys.iter().enumerate().map(|(place, key)| next(place, key)).collect();
    for (key, successor) in keys.iter_mut().zip(successors) {
        key.replaced_by = successor.filter(|_| key.status == KeyStatus::Replaced);
    }
    keys
}

/// The register in each form.
fn files(keys: &[KeyRecord]) -> Vec<String> {
    let (listed, _) = listed(keys.to_vec(), now());
    vec![
        text::keys(&listed, ListLanguage::English).unwrap(),
        text::keys(&listed, ListLanguage::Ukrainian).unwrap(),
        json::keys(&listed, now()).unwrap(),
    ]
}

fn plan_of(file: &str, keys: &[KeyRecord]) -> Plan {
    let (table, reading) = read(file.as_bytes(), ReadAs::default()).unwrap();
    assert_eq!(table.unknown, [""; 0]);
    plan(rows_of(&table, reading.date_order), keys, now())
}

proptest! {
    #[test]
    fn a_list_that_was_exported_and_is_read_changes_nothing(
        keys in prop::collection::vec(a_key(), 1..5),
    ) {
        let keys = with_successors(keys);
        for file in files(&keys) {
            let plan = plan_of(&file, &keys);
            prop_assert_eq!(&plan.lines, &[], "{}", file);
            prop_assert_eq!(plan.unchanged, keys.len());
        }
    }

    #[test]
    fn an_empty_register_gets_all_that_another_one_exports(key in a_key(), name in "[A-Za-z]{1,9}") {
        // A check after the end of a key says that it works. A list has no checks, and says that it has expired.
        let is_before_the_end = |check: &KeyCheck| key.valid_until.is_none_or(|end| check.at <= end);
        let last_check = key.last_check.clone().filter(is_before_the_end);
        let key = KeyRecord { name, last_check, ..key };
        for file in files(std::slice::from_ref(&key)) {
            let added = plan_of(&file, &[]).added.remove(0);
            prop_assert!(!added.had_secret);
            let again = files(std::slice::from_ref(&KeyRecord {
                id: key.id.clone(),
                last_check: key.last_check.clone(),
                ..added
            }));
            let plan = plan_of(&again[0], std::slice::from_ref(&key));
            prop_assert_eq!(&plan.lines, &[], "{}", file);
        }
    }
}

#[test]
fn a_key_that_was_refused_after_its_end_is_refused_if_a_list_corrects_the_end() {
    let id = KeyId::random();
    let check = KeyCheck { at: now(), result: CheckResult::Refused };
    let key = KeyRecord {
        valid_until: Some(now() - chrono::TimeDelta::days(1)),
        last_check: Some(check),
        ..KeyRecord::new(id.clone(), ApiEnvironment::Production, "4bf2".to_owned(), now())
    };
    let file = format!("ID;Expires\n{id};2030-08-27\n");
    let changed = plan_of(&file, std::slice::from_ref(&key)).changed.remove(0);
    assert_eq!(changed.after.status, KeyStatus::Refused);
}

#[test]
fn ten_thousand_keys_are_read_without_comparing_each_with_each() {
    let key = |number: usize| KeyRecord {
        name: format!("Key {number}"),
        ..KeyRecord::new(
            KeyId::random(),
            ApiEnvironment::Production,
            format!("{:04x}", number % 65_536),
            now(),
        )
    };
    let keys: Vec<KeyRecord> = (0..10_000).map(key).collect();
    let file = &files(&keys)[0];
    // Each with each would be 100 million comparisons, for which the time of a test is too short.
    assert_eq!(plan_of(file, &keys).unchanged, 10_000);
}
