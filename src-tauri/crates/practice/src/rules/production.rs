//! Keys of production: made on the page of My Nova Post, for one or several organizations.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::World;
use super::environment::{Holder, Keys};
use super::key::a_year_on;
use super::name::{self, is_too_long};
use super::secret::Secret;
use super::tokens::random_id;
use crate::phone_book::Plays;

/// A key of production.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProductionKey {
    /// What the client is handed: 40 hex digits.
    pub(crate) code: Secret,
    /// Names the key on pages and in the `ref` of its tokens, without giving it away.
    pub(crate) reference: Uuid,
    pub(crate) name: String,
    /// Whom of the account's organizations it serves: at least one (seed).
    pub(crate) organizations: Vec<Uuid>,
    /// To the second.
    pub(crate) created_at: DateTime<Utc>,
    /// The last second of its last day.
    pub(crate) expires_at: DateTime<Utc>,
    /// To the second; none while it isn't.
    pub(crate) deactivated_at: Option<DateTime<Utc>>,
}

/// Where a key stands at a time. The list of the page knows the first two (seed).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Active,
    Deactivated,
    Expired,
}

/// Why a key isn't made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotCreated {
    NameMissing,
    NameTooLong,
    NoOrganization,
    /// Not one of the account's.
    UnknownOrganization,
    TooMany,
}

/// All keys of production, found by key or by reference in constant time.
#[derive(Default)]
pub(crate) struct ProductionKeys {
    /// The account that they belong to.
    pub(super) client: Uuid,
    all: Vec<ProductionKey>,
    by_code: HashMap<String, usize>,
    by_reference: HashMap<Uuid, usize>,
}

impl ProductionKey {
    /// Where it stands at `now`.
    pub(crate) fn status(&self, now: DateTime<Utc>) -> Status {
        if self.deactivated_at.is_some() {
            Status::Deactivated
        } else if now <= self.expires_at {
            Status::Active
        } else {
            Status::Expired
        }
    }
}

impl ProductionKeys {
    /// In the order in which they were made.
    pub(crate) fn all(&self) -> &[ProductionKey] {
        &self.all
    }

    pub(crate) fn of_reference(&self, reference: Uuid) -> Option<&ProductionKey> {
        self.all.get(*self.by_reference.get(&reference)?)
    }

    /// Files a key under its code and reference; false, and nothing filed, if one is taken.
    pub(super) fn add(&mut self, key: ProductionKey) -> bool {
        let code = key.code.expose();
        if self.by_code.contains_key(code) || self.by_reference.contains_key(&key.reference) {
            return false;
        }
        let place = self.all.len();
        self.by_code.insert(code.to_owned(), place);
        self.by_reference.insert(key.reference, place);
        self.all.push(key);
        true
    }

    fn holder(&self, key: &ProductionKey) -> Holder {
        Holder {
            client: self.client,
            reference: key.reference,
            plays: Plays::NewKey,
            good_until: key.deactivated_at.is_none().then_some(key.expires_at),
        }
    }
}

impl Keys for ProductionKeys {
    fn of_code(&self, code: &str) -> Option<Holder> {
        let key = self.all.get(*self.by_code.get(code)?)?;
        Some(self.holder(key))
    }

    fn of_token(&self, client: Uuid, reference: Uuid) -> Option<Holder> {
        let key = self.of_reference(reference)?;
        (client == self.client).then(|| self.holder(key))
    }
}

impl World {
    /// The keys of production.
    pub(crate) fn production_keys(&self) -> &ProductionKeys {
        &self.production.keys
    }

    /// Makes a key as the page does. Its reference.
    pub(crate) fn create_key(
        &mut self,
        now: DateTime<Utc>,
        name: &str,
        organizations: &[Uuid],
        rng: &mut impl CryptoRng,
    ) -> Result<Uuid, NotCreated> {
        let name = name::taken(name);
        if name.is_empty() {
            return Err(NotCreated::NameMissing);
        }
        if is_too_long(&name) {
            return Err(NotCreated::NameTooLong);
        }
        if organizations.is_empty() {
            return Err(NotCreated::NoOrganization);
        }
        let ours = &self.account.organizations;
        if !organizations.iter().all(|id| ours.iter().any(|ours| ours.id == *id)) {
            return Err(NotCreated::UnknownOrganization);
        }
        if self.production.keys.all.len() >= MOST_KEYS {
            return Err(NotCreated::TooMany);
        }
        // Each once, in the account's order.
        let organizations =
            ours.iter().map(|ours| ours.id).filter(|id| organizations.contains(id)).collect();
        let (created_at, expires_at) = a_year_on(now);
        let reference = random_id(rng);
        self.production.keys.add(ProductionKey {
            code: Secret::random::<20>(rng),
            reference,
            name,
            organizations,
            created_at,
            expires_at,
            deactivated_at: None,
        });
        self.revision += 1;
        Ok(reference)
    }

    /// Deactivates a key, and with it its tokens; false if there is none of this reference. Once is
    /// for ever: the first time stays.
    pub(crate) fn deactivate_key(&mut self, now: DateTime<Utc>, reference: Uuid) -> bool {
        let keys = &mut self.production.keys;
        let place = keys.by_reference.get(&reference);
        let Some(key) = place.and_then(|&place| keys.all.get_mut(place)) else {
            return false;
        };
        if key.deactivated_at.is_none() {
            key.deactivated_at = Some(super::key::to_the_second(now));
            self.revision += 1;
        }
        true
    }
}

/// Of one account, so that whoever can reach the page can't fill the memory.
pub(super) const MOST_KEYS: usize = 10_000;
