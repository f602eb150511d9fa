//! The world as JSON, and back.

use std::collections::HashSet;
use std::fmt;
use std::ops::RangeInclusive;

use chrono::TimeDelta;
use rand::CryptoRng;
use serde::{Deserialize, Serialize};

use super::World;
use super::account::Account;
use super::cabinet::CabinetKey;
use super::clients::{Client, Clients};
use super::environment::Environment;
use super::numbers::{NumberRefused, OwnNumber};
use super::object::Object;
use super::production::{ProductionKey, ProductionKeys};
use super::sense::{
    Nonsense, TWIN, judge_cabinet, judge_client, judge_organizations, judge_production_key,
};
use super::tokens::{SECRET_BYTES, Signer, random_id};

/// Why a saved world can't be read. Says where, never what stands there: keys do.
#[derive(Debug)]
pub(crate) enum Damage {
    /// Not JSON, or not of our shape.
    Shape { line: usize, column: usize },
    /// Written by a version that came after this one.
    Newer,
    /// Written by no version.
    Version(u32),
    /// A clock that nobody can have set, nor run to.
    Time,
    /// A signing secret of another length.
    Secret,
    /// An entry of a list, counted from 1, that no rule would have made, and what is wrong with it.
    Entry(&'static str, usize, String),
}

impl World {
    /// The whole world, and how far its clock is ahead of the computer's.
    pub(crate) fn to_json(&self, ahead: TimeDelta) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&Saved {
            version: VERSION,
            ahead_us: ahead.num_microseconds().unwrap_or_default(),
            sandbox: Sandbox {
                signing_secret: hex::encode(self.sandbox.signer.expose_secret()),
                clients: self.sandbox.keys.all(),
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

    /// The world that was saved, and how far its clock was ahead. A file of version 1 knows the
    /// sandbox only, one of version 2 no pages of keys; what it doesn't know is as on the first start.
    pub(crate) fn from_json(
        json: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<(Self, TimeDelta), Damage> {
        // The version first: a newer shape should be called newer, not broken.
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
                judge_organizations(&account)
                    .map_err(|(place, why)| nonsense("organizations", place, why))?;
                judge_cabinet(&saved.cabinet)
                    .map_err(|(place, why)| nonsense("cabinet", place, why))?;
                let mut world = Self {
                    sandbox: sandbox(&saved.sandbox.signing_secret, saved.sandbox.clients, rng)?,
                    production: production(&signing_secret, &account, keys)?,
                    account,
                    cabinet: saved.cabinet,
                    numbers: Vec::new(),
                    revision: 0,
                };
                for (place, number) in (1..).zip(saved.numbers) {
                    let refused = |why: NumberRefused| Damage::Entry(NUMBERS, place, why.reason());
                    world.may_add_number(&number.digits).map_err(refused)?;
                    world.numbers.push(number);
                }
                let ahead = TimeDelta::microseconds(saved.ahead_us);
                if AHEAD.contains(&ahead) { Ok((world, ahead)) } else { Err(Damage::Time) }
            }
            newer if newer > VERSION => Err(Damage::Newer),
            none => Err(Damage::Version(none)),
        }
    }
}

fn read<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, Damage> {
    serde_json::from_slice(json)
        .map(|Object(saved)| saved)
        .map_err(|error| Damage::Shape { line: error.line(), column: error.column() })
}

fn sandbox(
    secret: &str,
    saved: Vec<Client>,
    rng: &mut impl CryptoRng,
) -> Result<Environment<Clients>, Damage> {
    let mut keys = Clients::default();
    let mut references = HashSet::new();
    for (place, mut client) in (1..).zip(saved) {
        if client.key.page.is_nil() {
            client.key.page = random_id(rng);
        }
        judge_client(&client).map_err(|why| nonsense(CLIENTS, place, why))?;
        if !references.insert(client.key.reference) || !keys.add(client) {
            return Err(nonsense(CLIENTS, place, TWIN));
        }
    }
    Ok(Environment { keys, signer: signer(secret)? })
}

fn production(
    secret: &str,
    account: &Account,
    saved: Vec<ProductionKey>,
) -> Result<Environment<ProductionKeys>, Damage> {
    let mut keys = ProductionKeys::default();
    keys.client = account.id;
    for (place, key) in (1..).zip(saved) {
        judge_production_key(&key, account).map_err(|why| nonsense(KEYS, place, why))?;
        if !keys.add(key) {
            return Err(nonsense(KEYS, place, TWIN));
        }
    }
    Ok(Environment { keys, signer: signer(secret)? })
}

fn nonsense(list: &'static str, place: usize, why: Nonsense) -> Damage {
    Damage::Entry(list, place, why.to_owned())
}

fn signer(secret: &str) -> Result<Signer, Damage> {
    let mut bytes = [0; SECRET_BYTES];
    hex::decode_to_slice(secret, &mut bytes).map_err(|_| Damage::Secret)?;
    Ok(Signer::with_secret(bytes))
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { line, column } => write!(f, "unreadable at line {line}, column {column}"),
            Self::Newer => f.write_str("written by a newer version"),
            Self::Version(version) => write!(f, "there is no version {version}"),
            Self::Time => f.write_str("its time is too far from this computer's"),
            Self::Secret => f.write_str("a signing secret has a wrong length"),
            Self::Entry(list, place, why) => write!(f, "{list}, entry {place}: {why}"),
        }
    }
}

/// As written, with everything borrowed, or as read, with everything owned.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved<Clients, Account, Keys, Cabinet, Numbers> {
    version: u32,
    /// Microseconds.
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
    #[expect(dead_code, reason = "read before")]
    version: u32,
    signing_secret: String,
    clients: Vec<Client>,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

const VERSION: u32 = 3;

const CLIENTS: &str = "clients";
const KEYS: &str = "keys";
const NUMBERS: &str = "numbers";

/// Nobody moves the clock further back than 20 years, and at its fastest it stops after the year 9999.
const AHEAD: RangeInclusive<TimeDelta> = TimeDelta::days(-20 * 366)..=TimeDelta::days(8_000 * 366);
