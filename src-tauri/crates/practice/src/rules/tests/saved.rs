//! State files of older and newer versions, and invalid ones.

use chrono::TimeDelta;
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::{AnswerBody, World};
use super::{NEW, Simulation};
use crate::phone_book::Plays;

/// A file of version 1 with one client and its key, written on 5 March 2026.
const VERSION_1: &str = r#"{"version":1,
    "signing_secret":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
    "clients":[{"phone":"498213437654","id":"6f1b1c1e-7a5c-4f0a-9d0e-3f7f6f1b2c3d","plays":"new_key",
        "key":{"code":"0123456789abcdef0123456789abcdef01234567",
            "reference":"0b5a1f8e-2c7d-4e9b-8a6f-1d2e3f4a5b6c",
            "created_at":"2026-03-05T12:00:00Z","expires_at":"2027-03-05T23:59:59Z",
            "granted_on":"2026-03-05"}}]}"#;

#[test]
fn a_file_of_version_1_is_read() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let (world, ahead) = World::from_json(VERSION_1.as_bytes(), &mut sim.rng).unwrap();
    sim.world = world;
    assert_eq!(ahead, TimeDelta::zero());
    let key = sim.key(NEW);
    assert_eq!(key.code.expose(), "0123456789abcdef0123456789abcdef01234567");
    assert!(matches!(sim.authorize(&key).body, AnswerBody::Token(_)));
    assert!(sim.world.account().organizations.is_empty());
    let written = sim.world.to_json(ahead).unwrap();
    assert!(String::from_utf8(written).unwrap().starts_with(r#"{"version":3,"#));
}

#[test]
fn a_newer_file_is_reported_as_newer() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let newer = br#"{"version":4,"anything":[]}"#;
    let Err(error) = World::from_json(newer, &mut sim.rng) else { panic!() };
    assert_eq!(error.to_string(), "written by a newer version");
}

#[test]
fn invalid_entries_are_refused() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    sim.key(NEW);
    let organization = sim.world.add_organization("Nordlicht", "DE1", &mut sim.rng).unwrap();
    sim.world.create_key(sim.now, "Shop", &[organization], &mut sim.rng).unwrap();
    sim.world.create_cabinet_key(sim.now, &mut sim.rng).unwrap();
    sim.world.add_number("491713929999", Plays::NewKey).unwrap();
    let whole: Value =
        serde_json::from_slice(&sim.world.to_json(TimeDelta::zero()).unwrap()).unwrap();
    let mut refused = |damaged: &Value| {
        let json = damaged.to_string();
        World::from_json(json.as_bytes(), &mut sim.rng).err().map(|e| e.to_string())
    };
    assert_eq!(refused(&whole), None);
    for (pointer, value, message) in [
        ("/version", json!(0), "there is no version 0"),
        ("/sandbox/clients/0/phone", json!("12"), "clients, entry 1: the phone is not"),
        ("/sandbox/clients/0/phone", json!("380671234567"), "clients, entry 1: the phone is of"),
        ("/sandbox/clients/0/key/code", json!(""), "clients, entry 1: the key is not"),
        (
            "/sandbox/clients/0/key/expires_at",
            json!("2020-01-01T00:00:00Z"),
            "clients, entry 1: the key ends",
        ),
        (
            "/production/account/organizations/0/name",
            json!(" "),
            "organizations, entry 1: the name",
        ),
        ("/production/keys/0/name", json!(""), "keys, entry 1: the name"),
        ("/production/keys/0/code", json!("x"), "keys, entry 1: the key is not"),
        ("/production/keys/0/organizations", json!([]), "keys, entry 1: no organization"),
        (
            "/production/keys/0/organizations/0",
            json!(Uuid::nil()),
            "keys, entry 1: an unknown organization",
        ),
        ("/cabinet/0/code", json!(""), "cabinet, entry 1: the key is not"),
        ("/numbers/0/digits", json!("1234"), "numbers, entry 1: not 7 to 15 digits"),
        ("/numbers/0/digits", json!(NEW), "numbers, entry 1: the phone book has"),
    ] {
        let mut damaged = whole.clone();
        *damaged.pointer_mut(pointer).unwrap() = value;
        let error = refused(&damaged).unwrap_or_else(|| panic!("{pointer} was accepted"));
        assert!(error.starts_with(message), "{pointer}: {error}");
    }
    for list in [
        "/sandbox/clients",
        "/production/account/organizations",
        "/production/keys",
        "/cabinet",
        "/numbers",
    ] {
        let mut damaged = whole.clone();
        let entries = damaged.pointer_mut(list).unwrap().as_array_mut().unwrap();
        entries.push(entries[0].clone());
        let error = refused(&damaged).unwrap_or_else(|| panic!("{list} was accepted"));
        assert!(error.contains("entry 2: "), "{list}: {error}");
    }
}

#[test]
fn entries_with_another_structure_are_refused() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let whole = String::from_utf8(sim.world.to_json(TimeDelta::zero()).unwrap()).unwrap();
    for (from, to) in [
        (r#""cabinet":[]"#, r#""cabinet":[{}]"#),
        (r#""numbers":[]"#, r#""numbers":[{"digits":"491713929999","plays":"unheard_of"}]"#),
        (r#""ahead_us":0"#, r#""ahead_us":"0""#),
        (r#""cabinet":[]"#, r#""cabinets":[]"#),
    ] {
        assert!(whole.contains(from));
        let damaged = whole.replace(from, to);
        assert!(World::from_json(damaged.as_bytes(), &mut sim.rng).is_err(), "{to}");
    }
}

#[test]
fn keys_of_a_version_2_file_get_an_address_of_their_page() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let key = sim.key(NEW);
    let whole = String::from_utf8(sim.world.to_json(TimeDelta::zero()).unwrap()).unwrap();
    let page = format!(r#""page":"{}","#, key.page);
    assert!(whole.contains(&page));
    let version_2 = whole.replace(&page, "").replace(r#"{"version":3,"#, r#"{"version":2,"#);
    let (world, _) = World::from_json(version_2.as_bytes(), &mut sim.rng).unwrap();
    let read = &world.client(NEW).unwrap().key;
    assert!(!read.page.is_nil());
    assert_ne!(read.page, key.page);
    assert_eq!(read.code, key.code);
}
