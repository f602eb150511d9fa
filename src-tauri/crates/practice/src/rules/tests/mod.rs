//! The state machine alone, without HTTP and with time as an argument.

mod clients;
mod keys;
mod production;
mod saved;
mod tokens;

use chrono::{DateTime, Days, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::{Answer, AnswerBody, EnvironmentKind, Key, List, Refusal, World};

const NEW: &str = "498213437654";

/// A world, its time and its random numbers.
struct Simulation {
    world: World,
    now: DateTime<Utc>,
    rng: StdRng,
}

impl Simulation {
    fn at(now: &str) -> Self {
        let mut rng = StdRng::seed_from_u64(7);
        Self { world: World::new(&mut rng), now: now.parse().unwrap(), rng }
    }

    fn send(&mut self, body: &str) -> Answer {
        self.world.create_test_key(self.now, body.as_bytes(), &mut self.rng)
    }

    fn request_key(&mut self, phone: &str) -> Answer {
        self.send(&format!(r#"{{"phone":"{phone}"}}"#))
    }

    fn key(&mut self, phone: &str) -> Key {
        match self.request_key(phone).body {
            AnswerBody::Key(key) => key,
            other => panic!("{other:?}"),
        }
    }

    fn authorize(&self, key: &Key) -> Answer {
        self.world.authorize(EnvironmentKind::Sandbox, self.now, Some(key.code.expose()))
    }

    fn token(&self, key: &Key) -> String {
        match self.authorize(key).body {
            AnswerBody::Token(token) => token.expose().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    fn list(&self, token: &str) -> Answer {
        self.world.list(EnvironmentKind::Sandbox, self.now, Some(token), List::Currencies, "")
    }

    fn days_pass(&mut self, days: u64) {
        self.now = self.now + Days::new(days);
    }
}

fn refusal(answer: &Answer) -> Refusal {
    match answer.body {
        AnswerBody::Refusal(refusal) => refusal,
        ref other => panic!("{other:?}"),
    }
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
