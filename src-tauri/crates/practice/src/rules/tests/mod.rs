//! The state machine alone: no HTTP, no waiting, time as an argument.

mod clients;
mod keys;
mod production;
mod saved;
mod tokens;

use chrono::{DateTime, Days, Utc};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::{Answer, Here, Key, List, PageAsked, Refusal, Says, World};

const NEW: &str = "498213437654";

struct Desk {
    world: World,
    now: DateTime<Utc>,
    rng: StdRng,
}

impl Desk {
    fn at(now: &str) -> Self {
        let mut rng = StdRng::seed_from_u64(7);
        Self { world: World::new(&mut rng), now: now.parse().unwrap(), rng }
    }

    fn send(&mut self, body: &str) -> Answer {
        self.world.create_test_key(self.now, body.as_bytes(), &mut self.rng)
    }

    fn ask(&mut self, phone: &str) -> Answer {
        self.send(&format!(r#"{{"phone":"{phone}"}}"#))
    }

    fn key(&mut self, phone: &str) -> Key {
        match self.ask(phone).says {
            Says::Key(key) => key,
            other => panic!("{other:?}"),
        }
    }

    fn authorize(&self, key: &Key) -> Answer {
        self.world.authorize(Here::Sandbox, self.now, Some(key.code.expose()))
    }

    fn token(&self, key: &Key) -> String {
        match self.authorize(key).says {
            Says::Token(token) => token.expose().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    fn prove(&self, token: &str) -> Answer {
        let asked = PageAsked::default();
        self.world.list(Here::Sandbox, self.now, Some(token), List::Currencies, asked)
    }

    fn days_pass(&mut self, days: u64) {
        self.now = self.now + Days::new(days);
    }
}

fn refusal(answer: &Answer) -> Refusal {
    match answer.says {
        Says::Refusal(refusal) => refusal,
        ref other => panic!("{other:?}"),
    }
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
