//! What a world may begin with instead of nothing, and clients that are put in by hand.

use std::fmt;

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde::Deserialize;
use uuid::Uuid;

use super::World;
use super::account::NotAffiliated;
use super::authorization::is_key;
use super::clients::Client;
use super::key::{Key, to_the_second};
use super::lifetime::{is_in_reach, lifetime};
use super::name::{self, is_too_long};
use super::numbers::OwnNumber;
use super::object::Object;
use super::production::ProductionKey;
use super::secret::Secret;
use super::test_keys::{UKRAINE, is_phone};
use super::tokens::random_id;
use crate::phone_book::Plays;

/// A seed: every list may be missing.
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

/// A client of the sandbox; what is missing is as if it had asked for a key just now.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct ClientSeed {
    plays: Option<Plays>,
    api_key: Option<Secret>,
    created_at: Option<DateTime<Utc>>,
    exp_date: Option<DateTime<Utc>>,
}

/// The same with its phone, in a list. (serde can't flatten one into the other and still refuse
/// members that it doesn't know.)
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
    /// By name; all of the account's if it is missing.
    organizations: Option<Vec<String>>,
    api_key: Option<Secret>,
    created_at: Option<DateTime<Utc>>,
    exp_date: Option<DateTime<Utc>>,
    deactivated_at: Option<DateTime<Utc>>,
}

/// Why a client isn't put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClientRefused {
    NotAPhone,
    Ukrainian,
    KeyMalformed,
    KeyTaken,
    /// The key would end before it begins.
    DatesTurned,
    /// A date before 1970 or after 9999.
    DatesFar,
}

/// Why a seed can't be used. Says where, never what stands there: keys do.
#[derive(Debug)]
pub(crate) enum SeedRefused {
    /// Not JSON, or not of the documented shape.
    Shape { line: usize, column: usize },
    /// An entry of a list, counted from 1, and what is wrong with it.
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
    /// Reads a seed.
    pub(crate) fn from_json(json: &[u8]) -> Result<Self, SeedRefused> {
        serde_json::from_slice(json)
            .map(|Object(seed)| seed)
            .map_err(|error| SeedRefused::Shape { line: error.line(), column: error.column() })
    }
}

impl World {
    /// Puts a seed into a world that is new.
    pub(crate) fn sow(
        &mut self,
        seed: &Seed,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), SeedRefused> {
        for (place, Object(number)) in (1..).zip(&seed.numbers) {
            self.add_number(&number.digits, number.plays)
                .map_err(|refused| SeedRefused::Entry("numbers", place, refused.reason()))?;
        }
        for (place, Object(listed)) in (1..).zip(&seed.clients) {
            let refused = |why: &str| SeedRefused::Entry("clients", place, why.to_owned());
            let (phone, client) = listed.parts();
            if self.sandbox.keys.of_phone(phone).is_some() {
                return Err(refused("the phone stands there twice"));
            }
            self.put_client(phone, &client, now, rng).map_err(|error| refused(error.reason()))?;
        }
        for (place, Object(organization)) in (1..).zip(&seed.organizations) {
            let OrganizationSeed { name, tax_code } = organization;
            self.add_organization(name, tax_code, rng)
                .map_err(|refused| SeedRefused::Entry("organizations", place, refused.reason()))?;
        }
        for (place, Object(key)) in (1..).zip(&seed.production_keys) {
            let refused = |why| SeedRefused::Entry("productionKeys", place, why);
            let key = self.production_key(key, now, rng).map_err(refused)?;
            if !self.production.keys.add(key) {
                return Err(refused(ClientRefused::KeyTaken.reason().to_owned()));
            }
        }
        Ok(())
    }

    /// Gives a phone a client and a key as they are described, in place of those it has. The client
    /// id stays.
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
        let (begins, ends) = lifetime(client.created_at, client.exp_date, now)?;
        let mut key = Key::create(begins, rng);
        key.expires_at = ends;
        if let Some(code) = &client.api_key {
            if !is_key(code.expose()) {
                return Err(ClientRefused::KeyMalformed);
            }
            if self.sandbox.keys.is_anothers(code.expose(), phone) {
                return Err(ClientRefused::KeyTaken);
            }
            key.code = code.clone();
        }
        let id = self.sandbox.keys.of_phone(phone).map(|known| known.id);
        let plays = client.plays.unwrap_or(match self.part_of(phone) {
            Plays::NotRegistered => Plays::NewKey,
            known => known,
        });
        self.sandbox.keys.remove(phone);
        let id = id.unwrap_or_else(|| random_id(rng));
        self.sandbox.keys.add(Client::new(phone.to_owned(), id, plays, key));
        self.revision += 1;
        Ok(())
    }

    fn production_key(
        &self,
        seed: &ProductionKeySeed,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> Result<ProductionKey, String> {
        let name = name::taken(&seed.name);
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
                    let name = name::taken(name);
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
        if !seed.deactivated_at.is_none_or(is_in_reach) {
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

impl ClientRefused {
    /// In words, for whoever wrote it.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::NotAPhone => "the phone is not 7 to 15 digits with a country code",
            Self::Ukrainian => "the phone is of Ukraine",
            Self::KeyMalformed => "the key is not 32 or 40 hex digits",
            Self::KeyTaken => "the key is another's already",
            Self::DatesTurned => "the key ends before it begins",
            Self::DatesFar => "a date lies before 1970 or after 9999",
        }
    }
}

impl fmt::Display for SeedRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { line, column } => write!(f, "unreadable at line {line}, column {column}"),
            Self::Entry(list, place, reason) => write!(f, "{list}, entry {place}: {reason}"),
        }
    }
}
