//! The state file's JSON.

use std::fmt;

use chrono::TimeDelta;
use rand::CryptoRng;
use serde::{Deserialize, Serialize};

use super::World;
use super::account::Account;
use super::cabinet::CabinetKey;
use super::clients::{Client, Clients};
use super::environment::Environment;
use super::numbers::{NumberRefused, OwnNumber};
use super::production::{ProductionKey, ProductionKeys};
use super::shape::{ShapeError, read_object};
use super::tokens::{SECRET_BYTES, Signer, random_id};
use super::validate::{
    DUPLICATE, Invalid, validate_cabinet, validate_clients, validate_organizations,
    validate_production_key,
};

/// Why a state file can't be read. It tells the position, but not the content, which can be a key.
#[derive(Debug)]
pub(crate) enum LoadError {
    /// Not JSON, or another structure.
    Shape(ShapeError),
    /// Written by a newer version.
    Newer,
    /// A version that doesn't exist.
    Version(u32),
    /// An offset that no move of the clock allows.
    Time,
    /// A signing secret with a wrong length.
    Secret,
    /// The list, the number of the invalid entry (from 1), and the reason.
    Entry(&'static str, usize, String),
}

impl World {
    /// The whole world. `ahead` is how far practice's time is ahead of the computer's.
    pub(crate) fn to_json(&self, ahead: TimeDelta) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&Saved {
            version: VERSION,
            ahead_us: ahead.num_microseconds().unwrap_or_default(),
            sandbox: Sandbox {
                signing_secret: hex::encode(self.sandbox.signer.expose_secret()),
                clients: self.sandbox.keys.all().collect::<Vec<_>>(),
            },
            production: Production {
                signing_secret: hex::encode(self.production.signer.expose_secret()),
                account: &self.account,
                keys: self.production.keys.all(),
            },
            cabinet: &self.cabinet,
            numbers: &self.numbers,
        })
    }

    /// Reads a world and how far practice's time is ahead. Version 1 has the sandbox only; version 2
    /// has no pages of keys. Missing parts are as on the first start.
    pub(crate) fn from_json(
        json: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<(Self, TimeDelta), LoadError> {
        // The version first, so that a newer structure isn't reported as damage.
        let Versioned { version } = read(json)?;
        match version {
            1 => {
                let saved: Version1 = read(json)?;
                let sandbox = sandbox(&saved.signing_secret, saved.clients, rng)?;
                Ok((Self { sandbox, ..Self::new(rng) }, TimeDelta::zero()))
            }
            2 | VERSION => {
                let saved: Whole = read(json)?;
                let Production { signing_secret, account, keys } = saved.production;
                validate_organizations(&account)
                    .map_err(|(index, why)| invalid("organizations", index, why))?;
                validate_cabinet(&saved.cabinet)
                    .map_err(|(index, why)| invalid("cabinet", index, why))?;
                let mut world = Self {
                    sandbox: sandbox(&saved.sandbox.signing_secret, saved.sandbox.clients, rng)?,
                    production: production(&signing_secret, &account, keys)?,
                    account,
                    cabinet: saved.cabinet,
                    numbers: Vec::new(),
                    revision: 0,
                };
                for (index, number) in (1..).zip(saved.numbers) {
                    let refused =
                        |why: NumberRefused| LoadError::Entry("numbers", index, why.reason());
                    world.check_number(&number.digits).map_err(refused)?;
                    world.numbers.push(number);
                }
                let ahead = TimeDelta::microseconds(saved.ahead_us);
                if ahead >= MIN_AHEAD { Ok((world, ahead)) } else { Err(LoadError::Time) }
            }
            newer if newer > VERSION => Err(LoadError::Newer),
            none => Err(LoadError::Version(none)),
        }
    }
}

fn read<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, LoadError> {
    read_object(json).map_err(LoadError::Shape)
}

fn sandbox(
    secret: &str,
    saved: Vec<Client>,
    rng: &mut impl CryptoRng,
) -> Result<Environment<Clients>, LoadError> {
    validate_clients(&saved).map_err(|(index, why)| invalid("clients", index, why))?;
    let mut keys = Clients::default();
    for mut client in saved {
        if client.key.page.is_nil() {
            client.key.page = random_id(rng);
        }
        keys.set(client);
    }
    Ok(Environment { keys, signer: signer(secret)? })
}

fn production(
    secret: &str,
    account: &Account,
    saved: Vec<ProductionKey>,
) -> Result<Environment<ProductionKeys>, LoadError> {
    let mut keys = ProductionKeys::default();
    keys.client = account.id;
    for (index, key) in (1..).zip(saved) {
        validate_production_key(&key, account).map_err(|why| invalid("keys", index, why))?;
        if !keys.add(key) {
            return Err(invalid("keys", index, DUPLICATE));
        }
    }
    Ok(Environment { keys, signer: signer(secret)? })
}

fn invalid(list: &'static str, index: usize, why: Invalid) -> LoadError {
    LoadError::Entry(list, index, why.to_owned())
}

fn signer(secret: &str) -> Result<Signer, LoadError> {
    let mut bytes = [0; SECRET_BYTES];
    hex::decode_to_slice(secret, &mut bytes).map_err(|_| LoadError::Secret)?;
    Ok(Signer::with_secret(bytes))
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(error) => error.fmt(f),
            Self::Newer => f.write_str("written by a newer version"),
            Self::Version(version) => write!(f, "there is no version {version}"),
            Self::Time => f.write_str("its time is too far from this computer's"),
            Self::Secret => f.write_str("a signing secret has a wrong length"),
            Self::Entry(list, index, why) => write!(f, "{list}, entry {index}: {why}"),
        }
    }
}

/// The state file. The types are borrowed for writing and owned for reading.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved<Clients, Account, Keys, Cabinet, Numbers> {
    version: u32,
    /// How far practice's time is ahead of the computer's, in microseconds.
    ahead_us: i64,
    sandbox: Sandbox<Clients>,
    production: Production<Account, Keys>,
    cabinet: Cabinet,
    numbers: Numbers,
}

type Whole = Saved<Vec<Client>, Account, Vec<ProductionKey>, Vec<CabinetKey>, Vec<OwnNumber>>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sandbox<Clients> {
    signing_secret: String,
    clients: Clients,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Production<Account, Keys> {
    signing_secret: String,
    account: Account,
    keys: Keys,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version1 {
    #[expect(dead_code, reason = "`Versioned` reads it")]
    version: u32,
    signing_secret: String,
    clients: Vec<Client>,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

const VERSION: u32 = 3;

/// No move sets the clock back by more than 20 years. A fast clock can run ahead without a limit.
const MIN_AHEAD: TimeDelta = TimeDelta::days(-20 * 366);
