//! What the window gets: data without a secret, in the shape that its pages need.

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
    /// In the keychain of this computer.
    Keychain,
    /// In memory only, because the keychain failed. It is gone when the app ends.
    ThisSession,
    /// Lost: another program has deleted it from the keychain.
    Nowhere,
}

/// What the window shows of a key: everything but its secret.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyCard {
    /// Its id in store and keychain.
    pub id: KeyId,
    /// The person's name for it. If it is empty, the window shows the kind of key instead.
    pub name: String,
    /// The environment that accepts it.
    pub environment: ApiEnvironment,
    /// Its last four characters. The window shows dots before them.
    pub last_four: String,
    /// The phone number of the request, formatted: `+49 821 3437654`. `None` for an added key.
    pub phone: Option<String>,
    /// When Nova Post made it, if that is known.
    pub created_at: Option<DateTime<Utc>>,
    /// The end of its validity, if that is known.
    pub valid_until: Option<DateTime<Utc>>,
    /// Its recorded status; `Expired` once its validity has ended.
    pub status: KeyStatus,
    /// When a token of it was last verified.
    pub last_verified_at: Option<DateTime<Utc>>,
    /// Where the secret is.
    pub kept: Kept,
    /// When it was added to the store.
    pub added_at: DateTime<Utc>,
    /// The organizations that it was made for; empty for a test key.
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
    /// Nova Post has made a new key.
    Created,
    /// The key that existed before, unchanged.
    Same,
    /// The key that existed before. It is valid for a year longer.
    Prolonged {
        /// The end of its validity before the request.
        from: DateTime<Utc>,
        /// The end of its validity now.
        to: DateTime<Utc>,
    },
    /// A key that had expired. It is valid again.
    Reactivated {
        /// The end of its validity before the request.
        from: DateTime<Utc>,
        /// The end of its validity now.
        to: DateTime<Utc>,
    },
}

/// The result of a request for a test key.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestedKey {
    /// The key, saved in the keychain.
    pub key: KeyCard,
    /// What has happened to it.
    pub outcome: Outcome,
    /// `clock_wrong` if this computer's clock is wrong. The operation has succeeded all the same.
    pub warning: Option<Failure>,
}

/// What the window shows of a token in memory: everything but its text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenCard {
    /// The key that it was made from.
    pub key: KeyCard,
    /// Seconds until it expires, by the server's clock, at the moment of this answer. 0 if it has expired.
    pub seconds_left: u32,
    /// Its whole lifetime, in seconds.
    pub seconds_in_all: u32,
    /// Whether the lifetime is assumed: the token does not say when it expires, so it is taken to expire
    /// an hour after it was received.
    pub assumed: bool,
    /// What the token says about itself.
    pub claims: ClaimsCard,
    /// Its last verification, if there was one.
    pub verification: Option<Verification>,
    /// `clock_wrong` if this computer's clock is wrong, or why the store did not record what the token has
    /// shown about its key. The operation has succeeded all the same.
    pub warning: Option<Failure>,
}

/// The claims of a token that mean something to a person. Their signature is not checked: only Nova Post
/// can do that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClaimsCard {
    /// `iat`: when it was issued.
    pub issued_at: Option<DateTime<Utc>>,
    /// `exp`: when it expires.
    pub expires_at: Option<DateTime<Utc>>,
    /// `cid`: the client that it was issued for.
    pub client: Option<String>,
    /// `iss`: who issued it.
    pub issuer: Option<String>,
}

/// A call with the token that changes nothing, and that Nova Post has answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// When Nova Post answered.
    pub at: DateTime<Utc>,
    /// How many currencies the answer lists.
    pub currencies: u32,
}

/// Something unfinished, something to do soon, or a reminder that the person asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ToDo {
    /// A request for a test key without a known result: the app or the network failed first.
    Unfinished {
        /// The attempt, to dismiss it.
        attempt: AttemptId,
        /// The phone number, formatted.
        phone: String,
        /// When the request began.
        started_at: DateTime<Utc>,
        /// Whether it is still the same day (UTC), on which Nova Post returns the same
        /// key or says that the daily limit is reached.
        same_day: bool,
    },
    /// The daily limit was reached, and the person wants a reminder.
    AskAgain {
        /// The attempt, to dismiss it.
        attempt: AttemptId,
        /// The phone number, formatted.
        phone: String,
        /// From when the limit surely allows a request.
        from: DateTime<Utc>,
        /// Whether that moment has passed.
        due: bool,
    },
    /// Nova Post does not know the number of a request. The person registers it and asks again.
    NotRegistered {
        /// The attempt, to dismiss it.
        attempt: AttemptId,
        /// The phone number, formatted.
        phone: String,
    },
    /// A key is not saved yet.
    SaveAgain {
        /// Its id.
        key: KeyId,
        /// How the keychain failed. `None` if the keychain has the key and the store failed.
        cause: Option<KeychainTrouble>,
    },
    /// The keychain has no entry for a key of the store.
    KeyLost {
        /// Its id.
        key: KeyId,
    },
    /// The keychain has a key that the store does not have.
    KeyUnlisted {
        /// Its id in the keychain.
        key: KeyId,
        /// Its last four characters.
        last_four: String,
    },
    /// A key was added by hand, and the app ended before it was saved.
    ImportLost {
        /// The id that it would have, to dismiss this.
        key: KeyId,
        /// Its last four characters.
        last_four: String,
        /// The environment that accepts it.
        environment: ApiEnvironment,
        /// Its organization; may be empty.
        organization: String,
        /// When it was added.
        at: DateTime<Utc>,
    },
    /// A key expires within thirty days, or has expired.
    KeyEnds {
        /// Its id.
        key: KeyId,
        /// When it expires.
        at: DateTime<Utc>,
    },
    /// No token of a key has ever been verified.
    #[serde(rename = "key_unproven")]
    KeyUnverified {
        /// Its id.
        key: KeyId,
    },
    /// A guide has been started.
    Guide {
        /// The run.
        run: GuideRun,
    },
}

/// What the Home page shows.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Home {
    /// What to do next, the most urgent first.
    pub to_do: Vec<ToDo>,
    /// All keys: unsaved ones, then the newest first.
    pub keys: Vec<KeyCard>,
}
