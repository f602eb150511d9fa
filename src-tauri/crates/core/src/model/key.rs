//! Keys: ids, environments, statuses, and the record that the store has of each key.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Identifies a key in the store and in the keychain. Random, so it reveals nothing about the key.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct KeyId(String);

impl KeyId {
    /// A new random id.
    #[must_use]
    pub fn random() -> Self {
        Self(Uuid::new_v4().to_string())
    }

    /// The id as text: the account name in the keychain and the primary key in the store.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id that was read from the store or the keychain.
    #[must_use]
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The API that accepts a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ApiEnvironment {
    /// The test environment, "Stage" in [NP-spec: servers].
    Sandbox,
    /// The production environment in Europe.
    Production,
    /// The Ukrainian Nova Poshta API. The app gets no tokens for its keys.
    Ukraine,
}

/// The last known status of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    /// Its environment accepts it.
    Active,
    /// Its validity period is over.
    Expired,
    /// Another key has replaced it, or the person no longer uses it.
    Retired,
    /// Nova Post refused it (401) within its validity period.
    Refused,
}

/// What the store has about a key: everything except the key itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// Its id in the store and in the keychain.
    pub id: KeyId,
    /// The name that the person gave it; may be empty.
    pub name: String,
    /// The API that accepts it.
    pub environment: ApiEnvironment,
    /// The key's last four characters.
    pub last_four: String,
    /// The phone number that was sent to request a test key, as digits; `None` for an added key.
    pub digits: Option<String>,
    /// The same number in international spelling.
    pub phone: Option<String>,
    /// `createdAt` of Nova Post's answer; `None` for an added key.
    pub created_at: Option<DateTime<Utc>>,
    /// `expDate` of Nova Post's answer; `None` for an added key.
    pub valid_until: Option<DateTime<Utc>>,
    /// The last known status.
    pub status: KeyStatus,
    /// When Nova Post last accepted a token of this key.
    pub last_verified_at: Option<DateTime<Utc>>,
    /// When the record was created, UTC.
    pub added_at: DateTime<Utc>,
    /// The organizations that the key was created for. Empty for a test key, which belongs to the
    /// person [NP-docs: How to get API keys].
    pub organizations: Vec<String>,
}

impl KeyRecord {
    /// The record of an active key of which nothing else is known.
    pub(crate) fn new(
        id: KeyId,
        environment: ApiEnvironment,
        last_four: String,
        added_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            name: String::new(),
            environment,
            last_four,
            digits: None,
            phone: None,
            created_at: None,
            valid_until: None,
            status: KeyStatus::Active,
            last_verified_at: None,
            added_at,
            organizations: Vec::new(),
        }
    }
}
