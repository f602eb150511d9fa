//! Clients come, are replaced and go, in any order; each stays found by phone, key and token.

use std::collections::HashMap;

use rand::{Rng, SeedableRng, rngs::StdRng};

use super::super::{ClientSeed, Key, Says};
use super::Desk;

#[test]
fn whoever_is_left_is_found_and_whoever_left_is_not() {
    let mut desk = Desk::at("2026-03-05T12:00:00Z");
    let mut chance = StdRng::seed_from_u64(11);
    let mut held: HashMap<String, Key> = HashMap::new();
    let mut gone: Vec<Key> = Vec::new();
    for _ in 0..2_000 {
        let phone = format!("49151000000{:02}", chance.random_range(0..40));
        let before = held.remove(&phone);
        if chance.random_ratio(1, 3) {
            assert_eq!(desk.world.remove_client(&phone), before.is_some());
        } else {
            let put =
                desk.world.put_client(&phone, &ClientSeed::default(), desk.now, &mut desk.rng);
            put.unwrap();
            held.insert(phone.clone(), desk.world.client(&phone).unwrap().key.clone());
        }
        gone.extend(before);
    }
    assert_eq!(desk.world.clients().len(), held.len());
    for (phone, key) in &held {
        assert_eq!(desk.world.client(phone).unwrap().key, *key);
        let token = desk.token(key);
        assert!(matches!(desk.prove(&token).says, Says::Page(_)));
    }
    for key in &gone {
        assert!(matches!(desk.authorize(key).says, Says::Refusal(_)));
    }
}
