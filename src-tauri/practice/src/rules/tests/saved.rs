//! State files of other times.

use chrono::TimeDelta;

use super::super::{Says, World};
use super::{Desk, NEW};

/// As version 1 wrote it: one client with a key and a token of it, on 5 March 2026.
const VERSION_1: &str = r#"{"version":1,
    "signing_secret":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
    "clients":[{"phone":"498213437654","id":"6f1b1c1e-7a5c-4f0a-9d0e-3f7f6f1b2c3d","plays":"new_key",
        "key":{"code":"0123456789abcdef0123456789abcdef01234567",
            "reference":"0b5a1f8e-2c7d-4e9b-8a6f-1d2e3f4a5b6c",
            "created_at":"2026-03-05T12:00:00Z","expires_at":"2027-03-05T23:59:59Z",
            "granted_on":"2026-03-05"}}]}"#;

#[test]
fn a_file_of_version_1_is_still_read_and_its_key_goes_on() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let (world, ahead) = World::from_json(VERSION_1.as_bytes(), World::new(&mut desk.rng)).unwrap();
    desk.world = world;
    assert_eq!(ahead, TimeDelta::zero());
    let key = desk.key(NEW);
    assert_eq!(key.code.expose(), "0123456789abcdef0123456789abcdef01234567");
    assert!(matches!(desk.authorize(&key).says, Says::Token(_)));
    assert!(desk.world.account().organizations.is_empty());
    let written = desk.world.to_json(ahead).unwrap();
    assert!(String::from_utf8(written).unwrap().starts_with(r#"{"version":2,"#));
}

#[test]
fn a_newer_file_is_called_newer() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let newer = br#"{"version":3,"anything":[]}"#;
    let Err(damage) = World::from_json(newer, World::new(&mut desk.rng)) else { panic!() };
    assert_eq!(damage.to_string(), "version 3 is not known here");
}

#[test]
fn a_cabinet_key_or_a_number_of_another_shape_is_damage() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let whole = String::from_utf8(desk.world.to_json(TimeDelta::zero()).unwrap()).unwrap();
    for (from, to) in [
        (r#""cabinet":[]"#, r#""cabinet":[{}]"#),
        (r#""numbers":[]"#, r#""numbers":[{"digits":"491713929999","plays":"unheard_of"}]"#),
        (r#""ahead_us":0"#, r#""ahead_us":"0""#),
        (r#""cabinet":[]"#, r#""cabinets":[]"#),
    ] {
        assert!(whole.contains(from));
        let damaged = whole.replace(from, to);
        assert!(World::from_json(damaged.as_bytes(), World::new(&mut desk.rng)).is_err(), "{to}");
    }
}
