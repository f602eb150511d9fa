use chrono::{DateTime, FixedOffset, TimeDelta, Utc};

use super::*;
use crate::clock::SetClock;
use crate::model::{ApiEnvironment, AttemptId};

fn noon() -> DateTime<Utc> {
    "2026-11-12T12:00:00Z".parse().unwrap()
}

fn key(name: &str) -> KeyRecord {
    let mut key = KeyRecord::new(
        KeyId::from_stored("k".to_owned()),
        ApiEnvironment::Sandbox,
        "4bf2".to_owned(),
        noon(),
    );
    key.name = name.to_owned();
    key
}

fn of(to_do: &ToDo, keys: &[KeyRecord]) -> Option<(u8, NoticeText)> {
    let notice = notice(to_do, keys, &SetClock::at(noon()))?;
    Some((notice.stage, notice.text))
}

#[test]
fn a_key_has_a_later_stage_the_nearer_its_end_is() {
    use NoticeText::{
        Expired, ExpiresToday, ExpiresTomorrow, ExpiresWithinMonth, ExpiresWithinWeek, ExtendSoon,
    };
    let name = || "Web shop".to_owned();
    let day = |days: i64| noon() + TimeDelta::days(days);
    for (at, extend_until, expected) in [
        (day(30), None, (1, ExpiresWithinMonth(name()))),
        (day(8), None, (1, ExpiresWithinMonth(name()))),
        (day(7), None, (2, ExpiresWithinWeek(name()))),
        (day(2), None, (2, ExpiresWithinWeek(name()))),
        (day(1), None, (3, ExpiresTomorrow(name()))),
        (noon() + TimeDelta::hours(11), None, (4, ExpiresToday(name()))),
        (noon() - TimeDelta::hours(1), None, (5, Expired(name()))),
        (day(-300), None, (5, Expired(name()))),
        (day(-60), Some(day(29)), (6, ExtendSoon(name()))),
        (day(-82), Some(day(7)), (7, ExtendSoon(name()))),
        (day(-88), Some(day(1)), (8, ExtendSoon(name()))),
        (day(-89), Some(noon()), (9, ExtendSoon(name()))),
    ] {
        let to_do = ToDo::KeyEnds { key: key("").id, at, extend_until };
        assert_eq!(of(&to_do, &[key("Web shop")]), Some(expected), "{at} {extend_until:?}");
    }
}

#[test]
fn a_key_that_ends_on_another_day_is_another_thing() {
    let ends = |at: DateTime<Utc>| {
        let to_do = ToDo::KeyEnds { key: key("").id, at, extend_until: None };
        notice(&to_do, &[key("")], &SetClock::at(noon())).unwrap().thing
    };
    assert_ne!(ends(noon()), ends(noon() + TimeDelta::days(365)));
    assert_eq!(ends(noon()), ends(noon() + TimeDelta::hours(1)));
}

#[test]
fn a_key_that_nova_post_calls_expired_is_announced_as_expired() {
    let (to_do, keys) = (ToDo::KeyExpired { key: key("").id }, [key("Web shop")]);
    assert_eq!(of(&to_do, &keys), Some((1, NoticeText::Expired("Web shop".to_owned()))));
    let passed = ToDo::ExpiryPassed { key: key("").id, at: noon() - TimeDelta::days(3) };
    assert_eq!(of(&passed, &keys), Some((1, NoticeText::ExpiryPassed("Web shop".to_owned()))));
}

#[test]
fn the_day_of_the_end_is_the_one_of_the_persons_calendar() {
    let late: DateTime<Utc> = "2026-11-12T23:59:59Z".parse().unwrap();
    let to_do = ToDo::KeyEnds { key: key("").id, at: late, extend_until: None };
    let in_zone = |hours: i32| {
        let zone = FixedOffset::east_opt(hours * 3600).unwrap();
        notice(&to_do, &[key("")], &SetClock::at(noon()).in_zone(zone)).unwrap().text
    };
    assert_eq!(in_zone(0), NoticeText::ExpiresToday("…4bf2".to_owned()));
    assert_eq!(in_zone(2), NoticeText::ExpiresTomorrow("…4bf2".to_owned()));
    assert_eq!(in_zone(-8), NoticeText::ExpiresToday("…4bf2".to_owned()));
}

#[test]
fn a_notice_names_no_phone_number_and_a_reminder_waits_for_its_day() {
    let phone = || "+49 171 3920063".to_owned();
    let attempt = AttemptId::from_stored(7);
    let ask = |due| ToDo::AskAgain { attempt, phone: phone(), from: noon(), due };
    assert_eq!(of(&ask(false), &[]), None);
    assert_eq!(of(&ask(true), &[]), Some((1, NoticeText::AskAgain)));
    let unfinished =
        ToDo::Unfinished { attempt, phone: phone(), started_at: noon(), same_day: true };
    for to_do in [ask(true), unfinished, ToDo::NotRegistered { attempt, phone: phone() }] {
        let notice = notice(&to_do, &[], &SetClock::at(noon())).unwrap();
        assert!(!format!("{notice:?}").contains("3920063"), "{notice:?}");
    }
}

#[test]
fn a_review_is_notified_of_once_a_year_and_not_while_it_is_under_way() {
    let review = |open_since, last_signed, is_due| {
        let to_do = ToDo::Review { open_since, last_signed, is_due };
        notice(&to_do, &[], &SetClock::at(noon()))
    };
    let first = review(None, None, true).unwrap();
    assert_eq!(first.text, NoticeText::ReviewDue);
    assert_ne!(review(None, Some(noon()), true).unwrap().thing, first.thing);
    assert_eq!(review(Some(noon()), None, true), None);
    assert_eq!(review(None, None, false), None);
}
