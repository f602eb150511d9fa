//! The remaining lifetime of a token, as the window counts it down.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use keydesk_core::clock::SetClock;
use keydesk_core::token::{Claims, Lifetime};
use proptest::prelude::*;

const MINUTE: Duration = Duration::from_mins(1);

/// When the tokens of these tests are issued, in seconds since 1970.
const ISSUED: i64 = 1_780_000_000;

const LAST_SECOND: i64 = 253_402_300_799;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

fn claims(issued_at: Option<i64>, expires_at: Option<i64>) -> Claims {
    Claims { issued_at: issued_at.map(at), expires_at: expires_at.map(at), ..Claims::default() }
}

#[test]
fn the_lifetime_is_counted_by_the_servers_clock() {
    let clock = SetClock::at(at(0));
    let lifetime =
        Lifetime::new(&claims(Some(ISSUED), Some(ISSUED + 3600)), Some(at(ISSUED + 600)), &clock);
    assert_eq!(lifetime.left(&clock), 50 * MINUTE);
    assert_eq!(lifetime.total, 60 * MINUTE);
    assert!(!lifetime.assumed);
    clock.pass(49 * MINUTE);
    assert_eq!(lifetime.left(&clock), MINUTE);
    clock.pass(2 * MINUTE);
    assert_eq!(lifetime.left(&clock), Duration::ZERO);
}

#[test]
fn without_a_date_header_the_time_of_issue_is_the_servers_time() {
    let clock = SetClock::at(at(0));
    let lifetime = Lifetime::new(&claims(Some(ISSUED), Some(ISSUED + 120)), None, &clock);
    assert_eq!(lifetime.left(&clock), 2 * MINUTE);
}

#[test]
fn without_any_server_time_this_computers_clock_is_used() {
    let clock = SetClock::at(at(ISSUED));
    let lifetime = Lifetime::new(&claims(None, Some(ISSUED + 60)), None, &clock);
    assert_eq!(lifetime.left(&clock), MINUTE);
}

#[test]
fn a_token_without_an_expiry_lives_one_hour_at_most() {
    let clock = SetClock::at(at(0));
    for (issued_at, minutes) in [
        (None, 60),
        (Some(ISSUED), 60),
        (Some(ISSUED - 600), 50),
        (Some(ISSUED + 9999), 60),
        (Some(1), 0),
    ] {
        let lifetime = Lifetime::new(&claims(issued_at, None), Some(at(ISSUED)), &clock);
        assert_eq!(lifetime.left_at_receipt, minutes * MINUTE, "{issued_at:?}");
        assert!(lifetime.assumed);
    }
}

#[test]
fn a_token_that_has_already_expired_has_no_time_left() {
    let clock = SetClock::at(at(0));
    let lifetime =
        Lifetime::new(&claims(Some(ISSUED), Some(ISSUED + 3600)), Some(at(ISSUED + 9999)), &clock);
    assert_eq!(lifetime.left(&clock), Duration::ZERO);
}

#[test]
fn a_long_lifetime_is_accepted() {
    let clock = SetClock::at(at(0));
    let week = 7 * 24 * 3600;
    let lifetime =
        Lifetime::new(&claims(Some(ISSUED), Some(ISSUED + week)), Some(at(ISSUED)), &clock);
    assert_eq!(lifetime.left(&clock), Duration::from_hours(7 * 24));
}

#[test]
fn a_clock_set_back_does_not_prolong_a_token() {
    let clock = SetClock::at(at(ISSUED));
    let lifetime = Lifetime::new(&Claims::default(), None, &clock);
    clock.pass(10 * MINUTE);
    clock.set(at(ISSUED - 1_000_000));
    assert_eq!(lifetime.left(&clock), 50 * MINUTE);
}

#[test]
fn sleep_does_not_prolong_a_token() {
    let clock = SetClock::at(at(ISSUED));
    let lifetime = Lifetime::new(&Claims::default(), None, &clock);
    clock.set(at(ISSUED) + TimeDelta::minutes(10));
    assert_eq!(lifetime.left(&clock), 50 * MINUTE);
}

#[test]
fn the_last_possible_date_causes_no_panic() {
    let clock = SetClock::at(DateTime::<Utc>::MAX_UTC);
    let lifetime = Lifetime::new(&Claims::default(), None, &clock);
    assert_eq!(lifetime.left(&clock), Duration::ZERO);
}

proptest! {
    #[test]
    fn the_remaining_time_is_never_more_than_the_whole(
        issued_at in prop::option::of(0..=LAST_SECOND),
        expires_at in prop::option::of(0..=LAST_SECOND),
        server in prop::option::of(-1_000_000..=LAST_SECOND),
    ) {
        let clock = SetClock::at(at(0));
        let lifetime = Lifetime::new(&claims(issued_at, expires_at), server.map(at), &clock);
        prop_assert!(lifetime.left(&clock) <= lifetime.total);
        prop_assert!(u32::try_from(lifetime.total.as_secs()).is_ok());
    }
}
