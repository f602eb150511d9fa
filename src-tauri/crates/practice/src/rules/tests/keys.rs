//! Which key a phone number gets.

use std::time::Duration;

use chrono::{Months, TimeDelta};

use super::super::{AnswerBody, Delivery, Refusal};
use super::{NEW, Simulation, refusal, time};

const ACTIVE: &str = "491713920010";
const EXPIRED: &str = "491713920011";
const CLEANED_UP: &str = "491713920012";

#[test]
fn a_new_key_expires_at_the_end_of_the_same_date_one_year_later() {
    let mut sim = Simulation::at("2026-03-05T08:03:02.987654Z");
    let key = sim.key(NEW);
    assert_eq!(key.created_at, time("2026-03-05T08:03:02Z"));
    assert_eq!(key.expires_at, time("2027-03-05T23:59:59Z"));
}

#[test]
fn a_key_has_forty_hex_digits_and_is_unique() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let (one, other) = (sim.key(NEW).code, sim.key(CLEANED_UP).code);
    assert_eq!(one.expose().len(), 40);
    assert!(one.expose().bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(one != other);
}

#[test]
fn on_the_same_day_the_key_is_unchanged() {
    let mut sim = Simulation::at("2026-03-05T00:00:00Z");
    let first = sim.key(NEW);
    let revision = sim.world.revision();
    sim.now = time("2026-03-05T23:59:59.999Z");
    assert_eq!(sim.key(NEW), first);
    assert_eq!(sim.world.revision(), revision);
}

#[test]
fn on_another_day_the_key_is_extended_by_a_year() {
    let mut sim = Simulation::at("2026-03-05T23:59:59Z");
    let first = sim.key(NEW);
    sim.now = time("2026-03-06T00:00:00Z");
    let second = sim.key(NEW);
    assert_eq!(second.code, first.code);
    assert_eq!(second.created_at, first.created_at);
    assert_eq!(second.expires_at, time("2028-03-05T23:59:59Z"));
    assert_eq!(sim.key(NEW), second, "once a day");
}

#[test]
fn a_clock_that_is_set_back_extends_no_key() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let first = sim.key(NEW);
    sim.now = time("2026-03-04T12:00:00Z");
    assert_eq!(sim.key(NEW), first);
}

#[test]
fn an_expired_key_is_reactivated_for_another_year() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let first = sim.key(NEW);
    sim.now = time("2027-03-06T00:00:00Z");
    assert_eq!(refusal(&sim.authorize(&first)), Refusal::ApiKeyRefused);
    let second = sim.key(NEW);
    assert_eq!(second.code, first.code);
    assert_eq!(second.expires_at, time("2028-03-05T23:59:59Z"));
    assert!(matches!(sim.authorize(&second).body, AnswerBody::Token(_)));
}

#[test]
fn ninety_days_after_it_expired_a_key_can_still_be_reactivated() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let first = sim.key(NEW);
    sim.now = first.expires_at + TimeDelta::days(90);
    assert_eq!(sim.key(NEW).code, first.code);
}

#[test]
fn after_ninety_days_a_new_key_replaces_the_expired_one() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let first = sim.key(NEW);
    sim.now = first.expires_at + TimeDelta::days(90) + TimeDelta::seconds(1);
    let second = sim.key(NEW);
    assert!(second.code != first.code);
    assert_eq!(second.created_at.date_naive(), sim.now.date_naive());
    assert_eq!(refusal(&sim.authorize(&first)), Refusal::ApiKeyRefused);
    assert!(matches!(sim.authorize(&second).body, AnswerBody::Token(_)));
}

#[test]
fn a_key_of_a_leap_day_expires_on_28_february() {
    let mut sim = Simulation::at("2028-02-29T12:00:00Z");
    assert_eq!(sim.key(NEW).expires_at, time("2029-02-28T23:59:59Z"));
}

#[test]
fn the_built_in_active_key_is_forty_days_old_and_extended() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(ACTIVE);
    assert_eq!(key.created_at, time("2026-01-24T12:00:00Z"));
    assert_eq!(key.expires_at, time("2028-01-24T23:59:59Z"));
}

#[test]
fn the_built_in_expired_key_is_reactivated() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(EXPIRED);
    assert_eq!(key.created_at, time("2025-02-03T12:00:00Z"));
    assert_eq!(key.expires_at, time("2027-02-03T23:59:59Z"));
}

#[test]
fn the_built_in_deleted_key_is_replaced() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(CLEANED_UP);
    assert_eq!(key.created_at, sim.now);
    assert_eq!(key.expires_at, time("2027-03-05T23:59:59Z"));
}

#[test]
fn outcomes_do_not_depend_on_practices_time() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    sim.key(NEW);
    sim.now = sim.now + Months::new(30);
    let key = sim.key(EXPIRED);
    assert_eq!(key.created_at, time("2027-08-06T12:00:00Z"));
    assert_eq!(key.expires_at, time("2029-08-06T23:59:59Z"));
}

#[test]
fn a_lost_key_comes_with_the_next_request() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let lost = sim.request_key("491713920063");
    assert_eq!(lost.delivery, Delivery::Lost);
    let AnswerBody::Key(key) = lost.body else { panic!() };
    let again = sim.request_key("491713920063");
    assert_eq!(again.delivery, Delivery::Whole);
    assert!(matches!(again.body, AnswerBody::Key(same) if same == key));
}

#[test]
fn a_missing_answer_is_late_and_creates_the_key() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let answer = sim.request_key("491713920060");
    assert_eq!(answer.delivery, Delivery::Late(Duration::from_mins(1)));
    assert!(matches!(answer.body, AnswerBody::Key(_)));
}
