//! The rules as tables: what is due, and in which order.

mod days;

use std::collections::BTreeMap;

use super::*;
use crate::clock::SetClock;
use crate::model::{
    AttemptId, CheckResult, FormState, KeyCheck, KeyId, KeychainTrouble, LeakCause, LeakId, RunId,
};
use crate::secret::ApiKey;
use ApiEnvironment::{Production, Sandbox, Ukraine};
use KeyStatus::{Active, Deactivated, Expired, Refused, Replaced};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn noon() -> DateTime<Utc> {
    at("2026-11-12T12:00:00Z")
}

fn in_days(days: i64) -> DateTime<Utc> {
    noon() + TimeDelta::days(days)
}

/// A key that was checked, and ends after so many days. Its id is its name.
fn key(name: &str, environment: ApiEnvironment, status: KeyStatus, end: Option<i64>) -> KeyRecord {
    let id = KeyId::from_stored(name.to_owned());
    KeyRecord {
        status,
        valid_until: end.map(in_days),
        last_verified_at: Some(noon()),
        ..KeyRecord::new(id, environment, "4bf2".to_owned(), noon())
    }
}

fn due_keys(keys: &[KeyRecord], clock: &dyn Clock) -> Vec<String> {
    let found = Found { keys: keys.to_vec(), ..Found::default() };
    due(found, clock).iter().map(told).collect()
}

/// A thing to do in a few words.
fn told(to_do: &ToDo) -> String {
    match to_do {
        ToDo::KeyEnds { key, extend_until: None, .. } => format!("ends {key}"),
        ToDo::KeyEnds { key, extend_until: Some(last), .. } => {
            format!("ends {key}, extend in {} days", (*last - noon()).num_days())
        }
        ToDo::KeyRefused { key } => format!("refused {key}"),
        ToDo::KeyExpired { key } => format!("expired {key}"),
        ToDo::ExpiryPassed { key, .. } => format!("passed {key}"),
        ToDo::ExpiryUnknown { key } => format!("unknown {key}"),
        ToDo::KeyUnverified { key } => format!("unchecked {key}"),
        ToDo::KeyLost { key } => format!("lost {key}"),
        ToDo::KeyUnlisted { key, .. } => format!("unlisted {key}"),
        ToDo::ImportLost { key, .. } => format!("not imported {key}"),
        ToDo::SaveAgain { key, .. } => format!("unsaved {key}"),
        ToDo::Unfinished { .. } => "unfinished".to_owned(),
        ToDo::NotRegistered { .. } => "not registered".to_owned(),
        ToDo::AskAgain { due, .. } => format!("ask again {due}"),
        ToDo::Leak { leak } => format!("leak {}", leak.key),
        ToDo::Replacement { replacement } => format!("replacing {}", replacement.old),
        ToDo::Review { open_since, .. } => format!("review, open {}", open_since.is_some()),
        ToDo::KeyRequest { name, .. } => format!("request of {name}"),
        ToDo::Guide { run, waiting_since } => {
            format!("guide {}, waits {}", run.organization, waiting_since.is_some())
        }
    }
}

#[test]
fn a_key_is_due_by_its_status_and_its_end() {
    for (environment, status, end, expected) in [
        (Production, Active, Some(31), vec![]),
        (Production, Active, Some(30), vec!["ends k"]),
        (Production, Active, Some(0), vec!["ends k"]),
        (Production, Active, Some(-1), vec!["ends k"]),
        (Production, Active, Some(-400), vec!["ends k"]),
        (Production, Active, None, vec!["unknown k"]),
        (Production, Refused, None, vec!["refused k"]),
        (Production, Refused, Some(400), vec!["refused k"]),
        (Production, Refused, Some(-4), vec!["refused k"]),
        (Production, Expired, Some(-4), vec!["ends k"]),
        (Production, Expired, Some(90), vec!["expired k"]),
        (Ukraine, Active, None, vec!["unknown k"]),
        (Ukraine, Expired, None, vec!["expired k"]),
        (Sandbox, Active, None, vec![]),
        (Sandbox, Active, Some(400), vec![]),
        (Sandbox, Active, Some(7), vec!["ends k"]),
        (Sandbox, Active, Some(-58), vec!["ends k"]),
        (Sandbox, Active, Some(-59), vec!["ends k, extend in 30 days"]),
        (Sandbox, Expired, Some(-82), vec!["ends k, extend in 7 days"]),
        (Sandbox, Active, Some(-89), vec!["ends k, extend in 0 days"]),
        (Sandbox, Active, Some(-90), vec!["ends k"]),
        (Production, Active, Some(-82), vec!["ends k"]),
    ] {
        let due = due_keys(&[key("k", environment, status, end)], &SetClock::at(noon()));
        assert_eq!(due, expected, "{environment:?} {status:?} {end:?}");
    }
}

#[test]
fn a_deactivated_or_replaced_key_is_never_due() {
    for status in [Deactivated, Replaced] {
        for end in [None, Some(-1), Some(0), Some(3)] {
            let retired = KeyRecord { last_verified_at: None, ..key("k", Production, status, end) };
            let found =
                Found { keys: vec![retired.clone()], lost: vec![retired], ..Found::default() };
            assert_eq!(due(found, &SetClock::at(noon())), [], "{status:?} {end:?}");
        }
    }
}

#[test]
fn a_key_of_any_kind_that_was_never_checked_is_due() {
    for environment in [Production, Ukraine, Sandbox] {
        let fresh =
            KeyRecord { last_verified_at: None, ..key("k", environment, Active, Some(200)) };
        assert_eq!(due_keys(std::slice::from_ref(&fresh), &SetClock::at(noon())), ["unchecked k"]);
        let last_check = Some(KeyCheck { at: noon(), result: CheckResult::Works });
        let checked = KeyRecord { last_check, ..fresh };
        assert_eq!(due_keys(&[checked], &SetClock::at(noon())), Vec::<String>::new());
    }
}

#[test]
fn a_key_that_worked_after_its_date_needs_another_date() {
    for environment in [Production, Ukraine, Sandbox] {
        for (result, expected) in
            [(CheckResult::Works, "passed k"), (CheckResult::Refused, "ends k")]
        {
            let last_check = Some(KeyCheck { at: in_days(-1), result });
            let old = KeyRecord { last_check, ..key("k", environment, Active, Some(-3)) };
            assert_eq!(due_keys(std::slice::from_ref(&old), &SetClock::at(noon())), [expected]);
            let earlier = Some(KeyCheck { at: in_days(-4), result });
            let ended = KeyRecord { last_check: earlier, ..old };
            assert_eq!(due_keys(&[ended], &SetClock::at(noon())), ["ends k"]);
        }
    }
}

fn run(organization: &str, done: &[&str], stepped_at: Option<DateTime<Utc>>) -> GuideRun {
    GuideRun {
        id: RunId::from_stored(5),
        guide: GuideName::Europe,
        organization: organization.to_owned(),
        started_at: in_days(-40),
        done: done.iter().map(ToString::to_string).collect(),
        answers: BTreeMap::new(),
        form: FormState::NotStarted,
        stepped_at,
        key: None,
    }
}

#[test]
fn a_guide_is_due_again_when_nova_post_has_not_answered_for_two_weeks() {
    for (done, stepped_at, guide, expected) in [
        (vec!["person", "affiliate"], Some(in_days(-13)), GuideName::Europe, None),
        (vec!["person", "affiliate"], Some(in_days(-14)), GuideName::Europe, Some(in_days(-14))),
        (vec!["person", "affiliate"], None, GuideName::Europe, None),
        (vec!["person", "affiliate", "answer"], Some(in_days(-20)), GuideName::Europe, None),
        (vec!["person"], Some(in_days(-20)), GuideName::Europe, None),
        (vec!["affiliate"], Some(in_days(-20)), GuideName::Ukraine, None),
    ] {
        let run = GuideRun { guide, ..run("Hanse", &done, stepped_at) };
        let found = Found { runs: vec![run.clone()], ..Found::default() };
        let expected = ToDo::Guide { run, waiting_since: expected };
        assert_eq!(due(found, &SetClock::at(noon())), [expected], "{done:?} {stepped_at:?}");
    }
}

fn attempt(ask_again_from: Option<DateTime<Utc>>, is_unregistered: bool) -> Attempt {
    Attempt {
        id: AttemptId::from_stored(7),
        key: KeyId::from_stored("a".to_owned()),
        digits: "491713920063".to_owned(),
        phone: "+49 171 3920063".to_owned(),
        started_at: noon(),
        answer: None,
        ask_again_from,
        is_unregistered,
    }
}

#[test]
fn the_most_urgent_thing_comes_first() {
    let unsaved = UnsavedKey {
        key: ApiKey::new("0123456789abcdef0123456789abcdef".to_owned()).unwrap(),
        record: key("fresh", Sandbox, Active, Some(365)),
        attempt: None,
        run: None,
        stage: Saving::NotInKeychain(KeychainTrouble::Locked),
    };
    let found = Found {
        keys: vec![
            KeyRecord { last_verified_at: None, ..key("new", Sandbox, Active, Some(365)) },
            key("open", Production, Active, None),
            key("month", Production, Active, Some(30)),
            key("week", Sandbox, Active, Some(7)),
            key("week late", Production, Active, Some(6)),
            key("tomorrow", Sandbox, Active, Some(1)),
            key("today", Sandbox, Active, Some(0)),
            key("test gone", Sandbox, Active, Some(-200)),
            key("test", Sandbox, Active, Some(-80)),
            key("ua", Ukraine, Expired, None),
            key("shop", Production, Refused, None),
        ],
        lost: vec![key("lost", Production, Active, Some(365))],
        leaks: vec![Leak {
            id: LeakId::from_stored(1),
            key: KeyId::from_stored("seen".to_owned()),
            cause: LeakCause::Message,
            started_at: noon(),
            done: vec![],
            closed_at: None,
        }],
        unsaved: vec![unsaved],
        unlisted: vec![UnlistedKey {
            id: KeyId::from_stored("u".to_owned()),
            last_four: "77aa".to_owned(),
        }],
        notes: vec![],
        attempts: vec![
            attempt(Some(in_days(1)), false),
            attempt(None, false),
            attempt(Some(in_days(-1)), false),
            attempt(None, true),
        ],
        runs: vec![
            run("mine", &["person"], None),
            run("theirs", &["affiliate"], Some(in_days(-20))),
        ],
        review: ReviewDates { first_key: Some(in_days(-366)), ..ReviewDates::default() },
    };
    let told: Vec<String> = due(found, &SetClock::at(noon())).iter().map(told).collect();
    assert_eq!(
        told,
        [
            "unsaved fresh",
            "leak seen",
            "refused shop",
            "expired ua",
            "ends test, extend in 9 days",
            "ends test gone",
            "ends today",
            "ends tomorrow",
            "ends week late",
            "ends week",
            "ends month",
            "lost lost",
            "unlisted u",
            "unfinished",
            "ask again true",
            "not registered",
            "unknown open",
            "unchecked new",
            "review, open false",
            "guide theirs, waits true",
            "guide mine, waits false",
            "ask again false",
        ]
    );
}

#[test]
fn a_review_is_due_a_year_after_the_last_one_or_the_first_key() {
    let clock = SetClock::at(noon());
    for (first_key, last_signed, open_since, expected) in [
        (None, Some(-900), None, None),
        (None, None, Some(-1), None),
        (Some(-365), None, None, None),
        (Some(-366), None, None, Some("review, open false")),
        (Some(-900), Some(-365), None, None),
        (Some(-900), Some(-366), None, Some("review, open false")),
        (Some(-3), Some(-366), None, Some("review, open false")),
        (Some(-3), None, Some(-1), Some("review, open true")),
        (Some(-900), None, Some(-1), Some("review, open true")),
    ] {
        let day = |days: Option<i64>| days.map(in_days);
        let review = ReviewDates {
            first_key: day(first_key),
            last_signed: day(last_signed),
            open_since: day(open_since),
        };
        let found = Found { review, ..Found::default() };
        let told: Vec<String> = due(found, &clock).iter().map(told).collect();
        assert_eq!(told.first().map(String::as_str), expected, "{review:?}");
    }
}
