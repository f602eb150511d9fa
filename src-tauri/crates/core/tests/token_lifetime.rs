//! How long a token still lives, as the window counts it down.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use keydesk_core::clock::SetClock;
use keydesk_core::token::{Claims, Lifetime};
use proptest::prelude::*;

const MINUTE: Duration = Duration::from_mins(1);

/// The moment at which the tokens of these tests are made, in seconds since 1970.
const MADE: i64 = 1_780_000_000;

const LAST_SECOND: i64 = 253_402_300_799;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

fn claims(made_at: Option<i64>, dies_at: Option<i64>) -> Claims {
    Claims { made_at: made_at.map(at), dies_at: dies_at.map(at), ..Claims::default() }
}

#[test]
fn the_servers_clock_counts_and_not_this_computers() {
    let clock = SetClock::at(at(0));
    let life = Lifetime::new(&claims(Some(MADE), Some(MADE + 3600)), Some(at(MADE + 600)), &clock);
    assert_eq!(life.left(&clock), 50 * MINUTE);
    assert_eq!(life.in_all, 60 * MINUTE);
    assert!(!life.assumed);
    clock.pass(49 * MINUTE);
    assert_eq!(life.left(&clock), MINUTE);
    clock.pass(2 * MINUTE);
    assert_eq!(life.left(&clock), Duration::ZERO);
}

#[test]
fn without_a_date_header_the_token_was_made_just_now() {
    let clock = SetClock::at(at(0));
    let life = Lifetime::new(&claims(Some(MADE), Some(MADE + 120)), None, &clock);
    assert_eq!(life.left(&clock), 2 * MINUTE);
}

#[test]
fn without_any_time_of_the_server_this_computers_clock_has_to_do() {
    let clock = SetClock::at(at(MADE));
    let life = Lifetime::new(&claims(None, Some(MADE + 60)), None, &clock);
    assert_eq!(life.left(&clock), MINUTE);
}

#[test]
fn a_token_that_does_not_say_when_it_dies_is_given_an_hour_at_most() {
    let clock = SetClock::at(at(0));
    for (made_at, minutes) in [
        (None, 60),
        (Some(MADE), 60),
        (Some(MADE - 600), 50),
        (Some(MADE + 9999), 60),
        (Some(1), 0),
    ] {
        let life = Lifetime::new(&claims(made_at, None), Some(at(MADE)), &clock);
        assert_eq!(life.left_at_receipt, minutes * MINUTE, "{made_at:?}");
        assert!(life.assumed);
    }
}

#[test]
fn a_token_that_arrives_dead_has_nothing_left() {
    let clock = SetClock::at(at(0));
    let life = Lifetime::new(&claims(Some(MADE), Some(MADE + 3600)), Some(at(MADE + 9999)), &clock);
    assert_eq!(life.left(&clock), Duration::ZERO);
}

#[test]
fn a_token_that_lives_for_long_is_believed() {
    let clock = SetClock::at(at(0));
    let week = 7 * 24 * 3600;
    let life = Lifetime::new(&claims(Some(MADE), Some(MADE + week)), Some(at(MADE)), &clock);
    assert_eq!(life.left(&clock), Duration::from_hours(7 * 24));
}

#[test]
fn a_clock_set_back_does_not_prolong_a_token() {
    let clock = SetClock::at(at(MADE));
    let life = Lifetime::new(&Claims::default(), None, &clock);
    clock.pass(10 * MINUTE);
    clock.set(at(MADE - 1_000_000));
    assert_eq!(life.left(&clock), 50 * MINUTE);
}

#[test]
fn sleep_does_not_prolong_a_token() {
    let clock = SetClock::at(at(MADE));
    let life = Lifetime::new(&Claims::default(), None, &clock);
    clock.set(at(MADE) + TimeDelta::minutes(10));
    assert_eq!(life.left(&clock), 50 * MINUTE);
}

#[test]
fn at_the_end_of_all_time_it_does_not_fall_over() {
    let clock = SetClock::at(DateTime::<Utc>::MAX_UTC);
    let life = Lifetime::new(&Claims::default(), None, &clock);
    assert_eq!(life.left(&clock), Duration::ZERO);
}

proptest! {
    #[test]
    fn any_times_give_a_lifetime_that_a_ring_can_show(
        made_at in prop::option::of(0..=LAST_SECOND),
        dies_at in prop::option::of(0..=LAST_SECOND),
        server in prop::option::of(-1_000_000..=LAST_SECOND),
    ) {
        let clock = SetClock::at(at(0));
        let life = Lifetime::new(&claims(made_at, dies_at), server.map(at), &clock);
        prop_assert!(life.left(&clock) <= life.in_all);
        prop_assert!(u32::try_from(life.in_all.as_secs()).is_ok());
    }
}
