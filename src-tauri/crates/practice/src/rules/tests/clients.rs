//! Clients that are added, replaced and removed in a random order.

use std::collections::HashMap;

use rand::{Rng, SeedableRng, rngs::StdRng};

use super::super::{AnswerBody, ClientSeed, Key};
use super::Simulation;

#[test]
fn remaining_clients_are_found_and_removed_ones_are_not() {
    let mut sim = Simulation::at("2026-03-05T12:00:00Z");
    let mut rng = StdRng::seed_from_u64(11);
    let mut present: HashMap<String, Key> = HashMap::new();
    let mut removed: Vec<Key> = Vec::new();
    for _ in 0..2_000 {
        let phone = format!("49151000000{:02}", rng.random_range(0..40));
        let before = present.remove(&phone);
        if rng.random_ratio(1, 3) {
            assert_eq!(sim.world.remove_client(&phone), before.is_some());
        } else {
            let put = sim.world.put_client(&phone, &ClientSeed::default(), sim.now, &mut sim.rng);
            put.unwrap();
            present.insert(phone.clone(), sim.world.client(&phone).unwrap().key.clone());
        }
        removed.extend(before);
    }
    assert_eq!(sim.world.clients().len(), present.len());
    for (phone, key) in &present {
        assert_eq!(sim.world.client(phone).unwrap().key, *key);
        let token = sim.token(key);
        assert!(matches!(sim.list(&token).body, AnswerBody::Page(_)));
    }
    for key in &removed {
        assert!(matches!(sim.authorize(key).body, AnswerBody::Refusal(_)));
    }
}
