//! What the window gets to see: data without a secret, in the shapes that its pages need.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::model::{
    ApiEnvironment, AttemptId, Failure, GuideRun, KeyId, KeyRecord, KeyStatus, KeychainTrouble,
};

/// Where the secret of a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// In the keychain of the operating system.
    Keychain,
    /// In memory only: the keychain failed, and the key is gone when the app ends.
    ThisSession,
    /// Nowhere on this computer: somebody has taken it out of the keychain.
    Nowhere,
}

/// A key as the window shows it: everything but the key.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyCard {
    /// Its name in the store.
    pub id: KeyId,
    /// What the person calls it; empty until they do, then the window calls it by its kind.
    pub name: String,
    /// What it opens.
    pub environment: ApiEnvironment,
    /// Its last four characters: the window shows dots before them.
    pub last_four: String,
    /// The number it was asked with, spelled for reading: `+49 821 3437654`.
    pub phone: Option<String>,
    /// When Nova Post made it.
    pub created_at: Option<DateTime<Utc>>,
    /// Until when it opens its environment.
    pub valid_until: Option<DateTime<Utc>>,
    /// Its state, reckoned from what was last heard and the time of day.
    pub status: KeyStatus,
    /// When a token of it was last shown to work.
    pub last_verified_at: Option<DateTime<Utc>>,
    /// Where the secret is.
    pub kept: Kept,
    /// When it came into the store.
    pub added_at: DateTime<Utc>,
    /// The organizations that it was made for; none for a test key.
    pub organizations: Vec<String>,
}

impl KeyCard {
    /// `now` decides whether an active key has expired.
    pub(super) fn new(record: KeyRecord, kept: Kept, now: DateTime<Utc>) -> Self {
        let has_ended = record.valid_until.is_some_and(|end| end < now);
        let status = match record.status {
            KeyStatus::Active if has_ended => KeyStatus::Expired,
            other => other,
        };
        Self {
            id: record.id,
            name: record.name,
            environment: record.environment,
            last_four: record.last_four,
            phone: record.phone,
            created_at: record.created_at,
            valid_until: record.valid_until,
            status,
            last_verified_at: record.last_verified_at,
            kept,
            added_at: record.added_at,
            organizations: record.organizations,
        }
    }
}

/// What has happened to a requested test key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Outcome {
    /// A key that was not there before.
    Created,
    /// The key that was there, unchanged.
    Same,
    /// The key that was there, valid for a year longer.
    Prolonged {
        /// Valid until, before.
        from: DateTime<Utc>,
        /// Valid until, now.
        to: DateTime<Utc>,
    },
    /// A key that had expired, valid again.
    Reactivated {
        /// Valid until, before.
        from: DateTime<Utc>,
        /// Valid until, now.
        to: DateTime<Utc>,
    },
}

/// The answer to asking for a test key.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestedKey {
    /// The key, safe in the keychain.
    pub key: KeyCard,
    /// What has happened to it.
    pub outcome: Outcome,
    /// Something to know although all went well: the clock is wrong.
    pub warning: Option<Failure>,
}

/// A token that the service holds in memory, without its text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenCard {
    /// The key that made it.
    pub key: KeyCard,
    /// Seconds it still lives, by the server's clock, at the moment of this answer. 0: it is dead.
    pub seconds_left: u32,
    /// Seconds it lives in all, from its making to its death.
    pub seconds_in_all: u32,
    /// The token does not say when it dies: an hour from its receipt is assumed.
    pub assumed: bool,
    /// What it says of itself.
    pub claims: ClaimsCard,
    /// How it was shown to work, if it was.
    pub verification: Option<Verification>,
    /// Something to know although all went well: the clock is wrong.
    pub warning: Option<Failure>,
}

/// The claims of a token that a person can make sense of. Read, not verified: only Nova Post can.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClaimsCard {
    /// `iat`: made at.
    pub made_at: Option<DateTime<Utc>>,
    /// `exp`: dies at.
    pub dies_at: Option<DateTime<Utc>>,
    /// `cid`: for which client.
    pub client: Option<String>,
    /// `iss`: made by.
    pub issuer: Option<String>,
}

/// A harmless call that was answered: the token opens Nova Post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// When.
    pub at: DateTime<Utc>,
    /// How many currencies Nova Post says it knows.
    pub currencies: u32,
}

/// What the person was in the middle of, or asked to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ToDo {
    /// A request for a test key whose end is not known: the app or the network ended first.
    Unfinished {
        /// Which attempt.
        attempt: AttemptId,
        /// The number, spelled for reading.
        phone: String,
        /// When it was begun.
        started_at: DateTime<Utc>,
        /// Whether it is still the same day (UTC), on which the same key comes back.
        same_day: bool,
    },
    /// Nova Post said "tomorrow", and the person asked to be reminded.
    AskAgain {
        /// Which attempt.
        attempt: AttemptId,
        /// The number, spelled for reading.
        phone: String,
        /// From when on it makes sense.
        from: DateTime<Utc>,
        /// Whether that moment has come.
        due: bool,
    },
    /// A key waits in memory because the keychain failed.
    SaveAgain {
        /// Which key.
        key: KeyId,
        /// What the keychain did; none: it is in the keychain, and the store failed.
        cause: Option<KeychainTrouble>,
    },
    /// A key of the store is no longer in the keychain.
    KeyLost {
        /// Which key.
        key: KeyId,
    },
    /// The keychain holds a key that the store doesn't know.
    KeyUnlisted {
        /// Its name in the keychain.
        key: KeyId,
        /// Its last four characters.
        last_four: String,
    },
    /// A key comes to its end within thirty days, or has.
    KeyEnds {
        /// Which key.
        key: KeyId,
        /// When.
        at: DateTime<Utc>,
    },
    /// A key has never been shown to work.
    #[serde(rename = "key_unproven")]
    KeyUnverified {
        /// Which key.
        key: KeyId,
    },
    /// A guide has been begun.
    Guide {
        /// How far it has come.
        run: GuideRun,
    },
}

/// What the Home page shows.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Home {
    /// What to do next, the most pressing first.
    pub to_do: Vec<ToDo>,
    /// All keys, the newest first.
    pub keys: Vec<KeyCard>,
}
