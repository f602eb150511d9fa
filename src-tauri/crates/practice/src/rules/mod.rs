//! What Nova Post does, as a pure state machine: a state, a time and a request give an answer, and
//! some requests change the state. It uses no HTTP, files or clock; the caller passes the random
//! number generator.
//!
//! A [`World`] is the whole state: the sandbox, whose keys are requested by phone number; production,
//! whose keys are created on a page of the account; and the Ukrainian cabinet.

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
mod shape;
mod test_keys;
mod time;
mod tokens;
mod ukraine;
mod validate;

#[cfg(test)]
mod tests;

pub(crate) use account::{Account, NotAffiliated, Organization};
pub(crate) use answer::{Answer, AnswerBody, Delivery, Refusal};
pub(crate) use cabinet::CabinetKey;
pub(crate) use clients::{Client, ClientRefused};
pub(crate) use dictionary::{List, Page, array_name};
pub(crate) use environment::EnvironmentKind;
pub(crate) use key::{Key, TestKeyStatus};
pub(crate) use name::{MAX_NAME, normalize as normalize_name};
pub(crate) use numbers::OwnNumber;
pub use numbers::{NumberRefused, NumberStays};
pub use period::Period;
pub(crate) use production::{NotCreated, ProductionKey, ProductionKeys, Status};
pub(crate) use saved::LoadError;
pub(crate) use secret::Secret;
pub(crate) use seed::{ClientSeed, Seed};
pub(crate) use shape::{ShapeError, read_object};
pub use time::{Move, TooFar};
pub(crate) use ukraine::{UkraineAnswer, UkraineRefusal};

use chrono::{DateTime, Utc};
use rand::CryptoRng;

use clients::Clients;
use environment::Environment;

/// Everything that practice remembers between two calls, except the clock.
#[derive(Clone)]
pub(crate) struct World {
    sandbox: Environment<Clients>,
    production: Environment<ProductionKeys>,
    account: Account,
    cabinet: Vec<CabinetKey>,
    numbers: Vec<OwnNumber>,
    revision: u64,
}

impl World {
    /// An empty world with new signing secrets.
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

    /// Restores the state of a first start at `now` with this seed. Added numbers stay unless
    /// `numbers_too`.
    pub(crate) fn reset(
        &mut self,
        numbers_too: bool,
        seed: Option<&Seed>,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) {
        let mut fresh = Self::new(rng);
        if let Some(seed) = seed {
            // The start of the server reported entries that can't be used.
            let _ = fresh.apply_seed(seed, now, rng);
        }
        for number in self.numbers.iter().filter(|_| !numbers_too) {
            // A number that the seed has added before is refused. It stays as in the seed.
            let _ = fresh.add_number(&number.digits, number.plays);
        }
        *self = Self { revision: self.revision + 1, ..fresh };
    }

    /// Increases with every change.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// Increases the revision, because something else in the state file has changed: the clock.
    pub(crate) fn mark_changed(&mut self) {
        self.revision += 1;
    }
}
