//! Tokens, and saved states.

use chrono::{DateTime, TimeDelta, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::super::tokens::Signer;
use super::super::{AnswerBody, Refusal, World};
use super::{NEW, Simulation, refusal, time};

#[test]
fn a_token_is_valid_for_an_hour_of_practices_time() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(NEW);
    let token = sim.token(&key);
    sim.now = time("2026-03-05T12:59:59Z");
    assert!(matches!(sim.list(&token).body, AnswerBody::Page(_)));
    sim.now = time("2026-03-05T13:00:00Z");
    assert_eq!(refusal(&sim.list(&token)), Refusal::TokenRefused);
}

#[test]
fn a_short_token_is_valid_for_two_minutes() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key("491713920071");
    let token = sim.token(&key);
    sim.now = time("2026-03-05T12:01:59Z");
    assert!(matches!(sim.list(&token).body, AnswerBody::Page(_)));
    sim.now = time("2026-03-05T12:02:00Z");
    assert_eq!(refusal(&sim.list(&token)), Refusal::TokenRefused);
}

#[test]
fn a_token_expires_with_its_key() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(NEW);
    sim.now = time("2027-03-05T23:59:00Z");
    let token = sim.token(&key);
    assert!(matches!(sim.list(&token).body, AnswerBody::Page(_)));
    sim.now = time("2027-03-06T00:00:00Z");
    assert_eq!(refusal(&sim.list(&token)), Refusal::TokenRefused);
}

#[test]
fn a_token_with_another_signature_is_refused() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(NEW);
    let token = sim.token(&key);
    // The same client and key, but another secret.
    let mut rng = StdRng::seed_from_u64(8);
    sim.world.sandbox.signer = Signer::new(&mut rng);
    assert_eq!(refusal(&sim.list(&token)), Refusal::TokenRefused);
}

#[test]
fn a_server_clock_ahead_shows_to_its_client_only() {
    let mut sim = Simulation::at("2026-03-05T23:00:00Z");
    let ahead = sim.now + TimeDelta::hours(2);
    let answer = sim.request_key("491713920072");
    assert_eq!(answer.server_time, ahead);
    let AnswerBody::Key(key) = answer.body else { panic!() };
    assert_eq!(key.created_at, ahead);
    assert_eq!(sim.authorize(&key).server_time, ahead);
    let token = sim.token(&key);
    let listed = sim.list(&token);
    assert_eq!(listed.server_time, ahead);
    assert!(matches!(listed.body, AnswerBody::Page(_)));
    assert_eq!(sim.request_key(NEW).server_time, sim.now);
}

#[test]
fn a_saved_state_continues() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(NEW);
    let token = sim.token(&key);
    let saved = sim.world.to_json(TimeDelta::days(40)).unwrap();
    let (world, ahead) = World::from_json(&saved, &mut sim.rng).unwrap();
    assert_eq!(ahead, TimeDelta::days(40));
    sim.world = world;
    assert_eq!(sim.key(NEW), key);
    assert!(matches!(sim.list(&token).body, AnswerBody::Page(_)));
    sim.days_pass(1);
    assert_eq!(sim.key(NEW).expires_at, time("2028-03-05T23:59:59Z"));
}

#[test]
fn debug_output_contains_no_key_and_no_token() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let answer = sim.request_key(NEW);
    let key = sim.key(NEW);
    let token = sim.token(&key);
    let shown = format!("{answer:?} {:?}", sim.authorize(&key));
    assert!(!shown.contains(key.code.expose()));
    assert!(!shown.contains(&token));
}

#[test]
fn the_earliest_and_the_latest_time_do_not_panic() {
    for now in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let mut sim = Simulation::at("2026-03-05T12:00:00Z");
        sim.now = now;
        for entry in crate::phone_book() {
            let first = sim.request_key(entry.digits);
            if let AnswerBody::Key(key) = &first.body {
                sim.authorize(key);
            }
            sim.request_key(entry.digits);
        }
    }
}
