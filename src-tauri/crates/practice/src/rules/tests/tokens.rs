//! Tokens, clocks, and what stays when a state is saved.

use chrono::{DateTime, TimeDelta, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::super::tokens::Signer;
use super::super::{Refusal, Says, World};
use super::{Desk, NEW, refusal, time};

#[test]
fn a_token_lives_an_hour_by_the_clock_of_practice() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let key = desk.key(NEW);
    let token = desk.token(&key);
    desk.now = time("2026-03-05T12:59:59Z");
    assert!(matches!(desk.prove(&token).says, Says::Page(_)));
    desk.now = time("2026-03-05T13:00:00Z");
    assert_eq!(refusal(&desk.prove(&token)), Refusal::TokenRefused);
}

#[test]
fn a_short_token_lives_two_minutes() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let key = desk.key("491713920071");
    let token = desk.token(&key);
    desk.now = time("2026-03-05T12:01:59Z");
    assert!(matches!(desk.prove(&token).says, Says::Page(_)));
    desk.now = time("2026-03-05T12:02:00Z");
    assert_eq!(refusal(&desk.prove(&token)), Refusal::TokenRefused);
}

#[test]
fn a_token_dies_with_the_key_that_made_it() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let key = desk.key(NEW);
    desk.now = time("2027-03-05T23:59:00Z");
    let token = desk.token(&key);
    assert!(matches!(desk.prove(&token).says, Says::Page(_)));
    desk.now = time("2027-03-06T00:00:00Z");
    assert_eq!(refusal(&desk.prove(&token)), Refusal::TokenRefused);
}

#[test]
fn a_token_of_another_environment_is_foreign() {
    let mut ours = Desk::at("2026-03-05T12:00:00Z");
    let key = ours.key(NEW);
    let token = ours.token(&key);
    // The same client and key, but another secret.
    let mut rng = StdRng::seed_from_u64(8);
    ours.world.sandbox.signer = Signer::new(&mut rng);
    assert_eq!(refusal(&ours.prove(&token)), Refusal::TokenRefused);
}

#[test]
fn a_clock_ahead_is_ahead_in_all_that_this_client_sees_and_nobody_else() {
    let mut desk = Desk::at("2026-03-05T23:00:00Z");
    let ahead = desk.now + TimeDelta::hours(2);
    let answer = desk.ask("491713920072");
    assert_eq!(answer.server_time, ahead);
    let Says::Key(key) = answer.says else { panic!() };
    assert_eq!(key.created_at, ahead);
    assert_eq!(desk.authorize(&key).server_time, ahead);
    let token = desk.token(&key);
    let proof = desk.prove(&token);
    assert_eq!(proof.server_time, ahead);
    assert!(matches!(proof.says, Says::Page(_)));
    assert_eq!(desk.ask(NEW).server_time, desk.now);
}

#[test]
fn a_saved_state_goes_on_where_it_stopped() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let key = desk.key(NEW);
    let token = desk.token(&key);
    let saved = desk.world.to_json(TimeDelta::days(40)).unwrap();
    let (world, ahead) = World::from_json(&saved, &mut desk.rng).unwrap();
    assert_eq!(ahead, TimeDelta::days(40));
    desk.world = world;
    assert_eq!(desk.key(NEW), key);
    assert!(matches!(desk.prove(&token).says, Says::Page(_)));
    desk.days_pass(1);
    assert_eq!(desk.key(NEW).expires_at, time("2028-03-05T23:59:59Z"));
}

#[test]
fn nothing_that_holds_a_key_or_a_token_shows_it_in_debug() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let answer = desk.ask(NEW);
    let key = desk.key(NEW);
    let token = desk.token(&key);
    let shown = format!("{answer:?} {:?}", desk.authorize(&key));
    assert!(!shown.contains(key.code.expose()));
    assert!(!shown.contains(&token));
}

#[test]
fn time_at_its_very_ends_breaks_nothing() {
    for now in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let mut desk = Desk::at("2026-03-05T12:00:00Z");
        desk.now = now;
        for entry in crate::phone_book() {
            let first = desk.ask(entry.digits);
            if let Says::Key(key) = &first.says {
                desk.authorize(key);
            }
            desk.ask(entry.digits);
        }
    }
}
