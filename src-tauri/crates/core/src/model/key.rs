//! Keys: their ids, environments, states, and the record that the store keeps of each.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Names a key in the store and in the keychain. Says nothing about the key itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct KeyId(String);

impl KeyId {
    /// A new, random name.
    #[must_use]
    pub fn random() -> Self {
        Self(Uuid::new_v4().to_string())
    }

    /// The name as text: the keychain's account, the store's primary key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes a name back from the store.
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

/// What a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ApiEnvironment {
    /// The test environment ("Stage"): a TEST key.
    Sandbox,
    /// The real service in Europe: a LIVE key.
    Production,
    /// The Ukrainian Nova Poshta API, which knows no tokens.
    Ukraine,
}

/// The state of a key, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    /// Opens its environment.
    Active,
    /// Past its validity.
    Expired,
    /// Another key has taken its place, or the person put it aside.
    Retired,
    /// Nova Post refused it (401) although it is within its validity.
    Refused,
}

/// A key in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// Its name here and in the keychain.
    pub id: KeyId,
    /// What the person calls it; may be empty.
    pub name: String,
    /// What it opens.
    pub environment: ApiEnvironment,
    /// Its last four characters.
    pub last_four: String,
    /// The digits it was asked with.
    pub digits: Option<String>,
    /// The same number, spelled for reading.
    pub phone: Option<String>,
    /// `createdAt` of Nova Post.
    pub created_at: Option<DateTime<Utc>>,
    /// `expDate` of Nova Post.
    pub valid_until: Option<DateTime<Utc>>,
    /// What was last heard of it.
    pub status: KeyStatus,
    /// When a token of it was last shown to work.
    pub last_proven_at: Option<DateTime<Utc>>,
    /// When it came into the store.
    pub added_at: DateTime<Utc>,
    /// The organizations that it was made for; none for a test key (seed: it belongs to the person).
    pub organizations: Vec<String>,
}
