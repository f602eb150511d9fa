//! Seeds: initial states from a file, and single clients from the control endpoints.

use std::fmt;

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde::Deserialize;
use uuid::Uuid;

use super::World;
use super::account::NotAffiliated;
use super::authorization::is_key;
use super::clients::{Client, ClientRefused};
use super::key::{Key, to_the_second};
use super::lifetime::{is_supported, lifetime};
use super::name::{self, is_too_long};
use super::numbers::OwnNumber;
use super::object::Object;
use super::production::ProductionKey;
use super::secret::Secret;
use super::shape::{ShapeError, read_object};
use super::test_keys::{UKRAINE, is_phone};
use super::tokens::random_id;
use crate::phone_book::Plays;

/// A seed. Every list can be missing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Seed {
    #[serde(default)]
    numbers: Vec<Object<OwnNumber>>,
    #[serde(default)]
    clients: Vec<Object<PhoneAndClient>>,
    #[serde(default)]
    organizations: Vec<Object<OrganizationSeed>>,
    #[serde(default)]
    production_keys: Vec<Object<ProductionKeySeed>>,
}

/// A client of the sandbox. Missing members get the values of a client that just got its first key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct ClientSeed {
    plays: Option<Plays>,
    api_key: Option<Secret>,
    created_at: Option<DateTime<Utc>>,
    exp_date: Option<DateTime<Utc>>,
}

/// A client in a list, with its phone number. It repeats the members of [`ClientSeed`], because serde
/// can't flatten a struct and refuse unknown members too.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct PhoneAndClient {
    phone: String,
    plays: Option<Plays>,
    api_key: Option<Secret>,
    created_at: Option<DateTime<Utc>>,
    exp_date: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct OrganizationSeed {
    name: String,
    #[serde(default)]
    tax_code: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ProductionKeySeed {
    name: String,
    /// By name. `None` means all organizations of the account.
    organizations: Option<Vec<String>>,
    api_key: Option<Secret>,
    created_at: Option<DateTime<Utc>>,
    exp_date: Option<DateTime<Utc>>,
    deactivated_at: Option<DateTime<Utc>>,
}

/// Why a seed can't be used. It tells the position, but not the content, which can be a key.
#[derive(Debug)]
pub(crate) enum SeedError {
    /// Not JSON, or not of the documented shape.
    Shape(ShapeError),
    /// The list, the number of the entry (from 1), and the reason.
    Entry(&'static str, usize, String),
}

impl PhoneAndClient {
    fn parts(&self) -> (&str, ClientSeed) {
        let Self { phone, plays, api_key, created_at, exp_date } = self;
        let (plays, created_at, exp_date) = (*plays, *created_at, *exp_date);
        (phone, ClientSeed { plays, api_key: api_key.clone(), created_at, exp_date })
    }
}

impl Seed {
    pub(crate) fn from_json(json: &[u8]) -> Result<Self, SeedError> {
        read_object(json).map_err(SeedError::Shape)
    }
}

impl World {
    /// Applies a seed to a new world.
    pub(crate) fn apply_seed(
        &mut self,
        seed: &Seed,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), SeedError> {
        for (index, Object(number)) in (1..).zip(&seed.numbers) {
            self.add_number(&number.digits, number.plays)
                .map_err(|refused| SeedError::Entry("numbers", index, refused.reason()))?;
        }
        for (index, Object(listed)) in (1..).zip(&seed.clients) {
            let refused = |why: &str| SeedError::Entry("clients", index, why.to_owned());
            let (phone, client) = listed.parts();
            if self.sandbox.keys.by_phone(phone).is_some() {
                return Err(refused("the phone is listed twice"));
            }
            self.put_client(phone, &client, now, rng).map_err(|error| refused(error.reason()))?;
        }
        for (index, Object(organization)) in (1..).zip(&seed.organizations) {
            let OrganizationSeed { name, tax_code } = organization;
            self.add_organization(name, tax_code, rng)
                .map_err(|refused| SeedError::Entry("organizations", index, refused.reason()))?;
        }
        for (index, Object(key)) in (1..).zip(&seed.production_keys) {
            let refused = |why| SeedError::Entry("productionKeys", index, why);
            let key = self.production_key(key, now, rng).map_err(refused)?;
            if !self.production.keys.add(key) {
                return Err(refused(ClientRefused::KeyTaken.reason().to_owned()));
            }
        }
        Ok(())
    }

    /// Sets the client and the key of a phone number. A client that it already has keeps its id.
    pub(crate) fn put_client(
        &mut self,
        phone: &str,
        client: &ClientSeed,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), ClientRefused> {
        if !is_phone(phone) {
            return Err(ClientRefused::NotAPhone);
        }
        if phone.starts_with(UKRAINE) {
            return Err(ClientRefused::Ukrainian);
        }
        let (created_at, expires_at) = lifetime(client.created_at, client.exp_date, now)?;
        let mut key = Key::create(created_at, rng);
        key.expires_at = expires_at;
        if let Some(code) = &client.api_key {
            if !is_key(code.expose()) {
                return Err(ClientRefused::KeyMalformed);
            }
            if self.sandbox.keys.belongs_to_other(code.expose(), phone) {
                return Err(ClientRefused::KeyTaken);
            }
            key.code = code.clone();
        }
        let id = self.sandbox.keys.by_phone(phone).map(|known| known.id);
        let plays = client.plays.unwrap_or(match self.plays_of(phone) {
            Plays::NotRegistered => Plays::NewKey,
            known => known,
        });
        let id = id.unwrap_or_else(|| random_id(rng));
        self.sandbox.keys.set(Client::new(phone.to_owned(), id, plays, key));
        self.revision += 1;
        Ok(())
    }

    fn production_key(
        &self,
        seed: &ProductionKeySeed,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Result<ProductionKey, String> {
        let name = name::normalize(&seed.name);
        if name.is_empty() {
            return Err(NotAffiliated::NameMissing.reason());
        }
        if is_too_long(&name) {
            return Err(NotAffiliated::NameTooLong.reason());
        }
        let ours = &self.account.organizations;
        let organizations: Vec<Uuid> = match &seed.organizations {
            None => ours.iter().map(|organization| organization.id).collect(),
            Some(names) => {
                let id = |name: &String| {
                    let name = name::normalize(name);
                    ours.iter().find(|ours| ours.name == name).map(|ours| ours.id)
                };
                names.iter().map(id).collect::<Option<_>>().ok_or("an unknown organization")?
            }
        };
        if organizations.is_empty() {
            return Err("no organization".to_owned());
        }
        let (created_at, expires_at) =
            lifetime(seed.created_at, seed.exp_date, now).map_err(|why| why.reason().to_owned())?;
        if !seed.deactivated_at.is_none_or(is_supported) {
            return Err(ClientRefused::DatesFar.reason().to_owned());
        }
        let code = match &seed.api_key {
            Some(code) if !is_key(code.expose()) => {
                return Err(ClientRefused::KeyMalformed.reason().to_owned());
            }
            Some(code) => code.clone(),
            None => Secret::random::<20>(rng),
        };
        Ok(ProductionKey {
            code,
            reference: random_id(rng),
            name,
            organizations,
            created_at,
            expires_at,
            deactivated_at: seed.deactivated_at.map(to_the_second),
        })
    }
}

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(error) => error.fmt(f),
            Self::Entry(list, index, reason) => write!(f, "{list}, entry {index}: {reason}"),
        }
    }
}
