//! Keys of production: created on a page of My Nova Post, for one or several organizations.

use chrono::{DateTime, Utc};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::World;
use super::environment::{KeyLookup, KeyOwner};
use super::key::{to_the_second, validity_from};
use super::name::{self, is_too_long};
use super::secret::Secret;
use super::tokens::random_id;
use crate::phone_book::Plays;

/// A key of production.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProductionKey {
    /// 40 hex digits.
    pub(crate) code: Secret,
    /// Identifies the key on pages and in the `ref` of its tokens, without revealing it.
    pub(crate) reference: Uuid,
    pub(crate) name: String,
    /// Ids of organizations of the account, at least one [NP-docs: How to get API keys].
    pub(crate) organizations: Vec<Uuid>,
    /// To the second.
    pub(crate) created_at: DateTime<Utc>,
    /// The last second of its last day.
    pub(crate) expires_at: DateTime<Utc>,
    /// To the second; `None` if the key wasn't deactivated.
    pub(crate) deactivated_at: Option<DateTime<Utc>>,
}

/// The status of a key at a time. The documentation names the first two
/// [NP-docs: How to get API keys].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Active,
    Deactivated,
    Expired,
}

/// Why a key wasn't created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotCreated {
    NameMissing,
    NameTooLong,
    NoOrganization,
    /// An organization that the account doesn't have.
    UnknownOrganization,
    TooMany,
}

/// All keys of production.
#[derive(Clone, Default)]
pub(crate) struct ProductionKeys {
    /// The id of the account.
    pub(super) client: Uuid,
    all: Vec<ProductionKey>,
}

impl ProductionKey {
    /// The status at `now`.
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
    /// The oldest first.
    pub(crate) fn all(&self) -> &[ProductionKey] {
        &self.all
    }

    pub(crate) fn by_reference(&self, reference: Uuid) -> Option<&ProductionKey> {
        self.all.iter().find(|key| key.reference == reference)
    }

    /// Adds a key; `false` if another key has the same code or reference.
    pub(super) fn add(&mut self, key: ProductionKey) -> bool {
        let is_same =
            |known: &ProductionKey| known.code == key.code || known.reference == key.reference;
        let is_new = !self.all.iter().any(is_same);
        if is_new {
            self.all.push(key);
        }
        is_new
    }

    fn owner(&self, key: &ProductionKey) -> KeyOwner {
        KeyOwner {
            client: self.client,
            reference: key.reference,
            plays: Plays::NewKey,
            active_until: key.deactivated_at.is_none().then_some(key.expires_at),
        }
    }
}

impl KeyLookup for ProductionKeys {
    fn by_code(&self, code: &str) -> Option<KeyOwner> {
        let key = self.all.iter().find(|key| key.code.expose() == code)?;
        Some(self.owner(key))
    }

    fn by_token(&self, client: Uuid, reference: Uuid) -> Option<KeyOwner> {
        let key = self.by_reference(reference)?;
        (client == self.client).then(|| self.owner(key))
    }
}

impl World {
    pub(crate) fn production_keys(&self) -> &ProductionKeys {
        &self.production.keys
    }

    /// Creates a key and returns its reference.
    pub(crate) fn create_key(
        &mut self,
        now: DateTime<Utc>,
        name: &str,
        organizations: &[Uuid],
        rng: &mut impl CryptoRng,
    ) -> Result<Uuid, NotCreated> {
        let name = name::normalize(name);
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
        if self.production.keys.all.len() >= MAX_KEYS {
            return Err(NotCreated::TooMany);
        }
        // Without duplicates, in the account's order.
        let organizations =
            ours.iter().map(|ours| ours.id).filter(|id| organizations.contains(id)).collect();
        let (created_at, expires_at) = validity_from(now);
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

    /// Deactivates a key and its tokens; `false` if the reference is unknown. A second call changes
    /// nothing.
    pub(crate) fn deactivate_key(&mut self, now: DateTime<Utc>, reference: Uuid) -> bool {
        let keys = &mut self.production.keys;
        let Some(key) = keys.all.iter_mut().find(|key| key.reference == reference) else {
            return false;
        };
        if key.deactivated_at.is_none() {
            key.deactivated_at = Some(to_the_second(now));
            self.revision += 1;
        }
        true
    }
}

/// Keys of one account or one cabinet.
pub(super) const MAX_KEYS: usize = 10_000;
