//! Which key a phone gets, and when.

use std::time::Duration;

use chrono::{Months, TimeDelta};

use super::super::{Delivery, Refusal, Says};
use super::{Desk, NEW, refusal, time};

const ACTIVE: &str = "491713920010";
const EXPIRED: &str = "491713920011";
const CLEANED_UP: &str = "491713920012";

#[test]
fn a_new_key_lives_to_the_end_of_the_same_day_a_year_on() {
    let mut desk = Desk::at("2026-03-05T08:03:02.987654Z");
    let key = desk.key(NEW);
    assert_eq!(key.created_at, time("2026-03-05T08:03:02Z"));
    assert_eq!(key.expires_at, time("2027-03-05T23:59:59Z"));
}

#[test]
fn a_key_is_forty_hex_digits_and_another_for_everybody() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let (one, other) = (desk.key(NEW).code, desk.key(CLEANED_UP).code);
    assert_eq!(one.expose().len(), 40);
    assert!(one.expose().bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(one != other);
}

#[test]
fn on_the_same_day_the_key_comes_back_as_it_is() {
    let mut desk = Desk::at("2026-03-05T00:00:00Z");
    let first = desk.key(NEW);
    let revision = desk.world.revision();
    desk.now = time("2026-03-05T23:59:59.999Z");
    assert_eq!(desk.key(NEW), first);
    assert_eq!(desk.world.revision(), revision);
}

#[test]
fn on_another_day_the_key_is_prolonged_by_a_year() {
    let mut desk = Desk::at("2026-03-05T23:59:59Z");
    let first = desk.key(NEW);
    desk.now = time("2026-03-06T00:00:00Z");
    let second = desk.key(NEW);
    assert_eq!(second.code, first.code);
    assert_eq!(second.created_at, first.created_at);
    assert_eq!(second.expires_at, time("2028-03-05T23:59:59Z"));
    assert_eq!(desk.key(NEW), second, "once a day");
}

#[test]
fn a_clock_set_back_prolongs_nothing() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let first = desk.key(NEW);
    desk.now = time("2026-03-04T12:00:00Z");
    assert_eq!(desk.key(NEW), first);
}

#[test]
fn an_expired_key_becomes_active_with_a_year_more() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let first = desk.key(NEW);
    desk.now = time("2027-03-06T00:00:00Z");
    assert_eq!(refusal(&desk.authorize(&first)), Refusal::ApiKeyRefused);
    let second = desk.key(NEW);
    assert_eq!(second.code, first.code);
    assert_eq!(second.expires_at, time("2028-03-05T23:59:59Z"));
    assert!(matches!(desk.authorize(&second).says, Says::Token(_)));
}

#[test]
fn ninety_days_after_it_expired_a_key_can_still_be_reactivated() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let first = desk.key(NEW);
    desk.now = first.expires_at + TimeDelta::days(90);
    assert_eq!(desk.key(NEW).code, first.code);
}

#[test]
fn later_than_that_a_new_one_is_made_and_the_old_one_is_unknown() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let first = desk.key(NEW);
    desk.now = first.expires_at + TimeDelta::days(90) + TimeDelta::seconds(1);
    let second = desk.key(NEW);
    assert!(second.code != first.code);
    assert_eq!(second.created_at.date_naive(), desk.now.date_naive());
    assert_eq!(refusal(&desk.authorize(&first)), Refusal::ApiKeyRefused);
    assert!(matches!(desk.authorize(&second).says, Says::Token(_)));
}

#[test]
fn a_key_made_on_a_leap_day_ends_on_the_last_of_february() {
    let mut desk = Desk::at("2028-02-29T12:00:00Z");
    assert_eq!(desk.key(NEW).expires_at, time("2029-02-28T23:59:59Z"));
}

#[test]
fn the_active_key_of_the_book_is_forty_days_old_and_prolonged() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let key = desk.key(ACTIVE);
    assert_eq!(key.created_at, time("2026-01-24T12:00:00Z"));
    assert_eq!(key.expires_at, time("2028-01-24T23:59:59Z"));
}

#[test]
fn the_expired_key_of_the_book_is_reactivated() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let key = desk.key(EXPIRED);
    assert_eq!(key.created_at, time("2025-02-03T12:00:00Z"));
    assert_eq!(key.expires_at, time("2027-02-03T23:59:59Z"));
}

#[test]
fn the_key_of_the_book_that_was_cleaned_up_is_made_anew() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let key = desk.key(CLEANED_UP);
    assert_eq!(key.created_at, desk.now);
    assert_eq!(key.expires_at, time("2027-03-05T23:59:59Z"));
}

#[test]
fn the_book_plays_the_same_when_practice_is_old() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    desk.key(NEW);
    desk.now = desk.now + Months::new(30);
    let key = desk.key(EXPIRED);
    assert_eq!(key.created_at, time("2027-08-06T12:00:00Z"));
    assert_eq!(key.expires_at, time("2029-08-06T23:59:59Z"));
}

#[test]
fn only_a_made_key_is_a_lost_answer_and_it_is_there_when_asked_again() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let lost = desk.ask("491713920063");
    assert_eq!(lost.delivery, Delivery::Lost);
    let Says::Key(key) = lost.says else { panic!() };
    let again = desk.ask("491713920063");
    assert_eq!(again.delivery, Delivery::Whole);
    assert!(matches!(again.says, Says::Key(same) if same == key));
}

#[test]
fn no_answer_means_a_minute_and_the_key_is_made() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let answer = desk.ask("491713920060");
    assert_eq!(answer.delivery, Delivery::Late(Duration::from_mins(1)));
    assert!(matches!(answer.says, Says::Key(_)));
}
