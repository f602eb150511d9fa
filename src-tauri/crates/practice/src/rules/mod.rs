//! What Nova Post does, as a pure state machine: a state, a time and a request give an answer, and
//! for whatever makes or ends a key a changed state. No HTTP, no files, no clock and no randomness
//! of its own.
//!
//! A [`World`] is all of it: the sandbox, whose keys are asked for by phone; the production, whose
//! keys are made on the page of the account; and the cabinet of Ukraine.

mod account;
mod answer;
mod authorization;
mod cabinet;
mod clients;
mod dictionary;
mod environment;
mod key;
mod lifetime;
mod name;
mod numbers;
mod object;
mod period;
mod production;
mod saved;
mod secret;
mod seed;
mod sense;
mod test_keys;
mod time;
mod tokens;

#[cfg(test)]
mod tests;

pub(crate) use account::{Account, NotAffiliated, Organization};
pub(crate) use answer::{Answer, Delivery, Refusal, Says};
pub(crate) use cabinet::CabinetKey;
pub(crate) use clients::Client;
pub(crate) use dictionary::{List, Page, PageAsked};
pub(crate) use environment::Here;
pub(crate) use key::{Key, Standing};
pub(crate) use name::LONGEST_NAME;
pub(crate) use numbers::OwnNumber;
pub use numbers::{NumberRefused, NumberStays};
pub(crate) use object::Object;
pub use period::Period;
pub(crate) use production::{NotCreated, ProductionKey, ProductionKeys, Status};
pub(crate) use saved::Damage;
pub(crate) use secret::Secret;
pub(crate) use seed::{ClientRefused, ClientSeed, Seed};
pub use time::{Move, TooFar};

use chrono::{DateTime, Utc};
use rand::CryptoRng;

use clients::Clients;
use environment::Environment;

/// Everything that practice remembers between two calls, but for its clock.
pub(crate) struct World {
    sandbox: Environment<Clients>,
    production: Environment<ProductionKeys>,
    account: Account,
    cabinet: Vec<CabinetKey>,
    numbers: Vec<OwnNumber>,
    revision: u64,
}

impl World {
    /// A world that nobody has called yet, with signing secrets of its own.
    pub(crate) fn new(rng: &mut impl CryptoRng) -> Self {
        let account = Account::new(rng);
        let mut production = Environment::<ProductionKeys>::new(rng);
        production.keys.client = account.id;
        Self {
            sandbox: Environment::new(rng),
            production,
            account,
            cabinet: Vec::new(),
            numbers: Vec::new(),
            revision: 0,
        }
    }

    /// Makes it as on the first start, which was at `now` with this seed. Numbers that somebody
    /// added stay, unless `numbers_too`.
    pub(crate) fn reset(
        &mut self,
        numbers_too: bool,
        seed: Option<&Seed>,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) {
        let mut fresh = Self::new(rng);
        // Refusals were said at the first start, and a number of the seed stays by the seed.
        if let Some(seed) = seed {
            let _ = fresh.sow(seed, now, rng);
        }
        for number in self.numbers.iter().filter(|_| !numbers_too) {
            let _ = fresh.add_number(&number.digits, number.plays);
        }
        *self = Self { revision: self.revision + 1, ..fresh };
    }

    /// Grows with every change, so that whoever keeps the world knows what is not kept yet.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// Says that something beside it, which is kept with it, has changed.
    pub(crate) fn touch(&mut self) {
        self.revision += 1;
    }
}
