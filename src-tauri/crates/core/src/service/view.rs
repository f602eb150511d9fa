//! What the window gets: data without a secret, in the shape that its pages need.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::model::{
    ApiEnvironment, Company, Failure, KeyCheck, KeyId, KeyRecord, KeyStanding, KeyStatus, Place,
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
    /// It was never here: the record was read from a list.
    NeverHere,
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
    /// Its last four characters. The window shows dots before them. Empty if they are not known.
    pub last_four: String,
    /// The phone number of the request, formatted: `+49 821 3437654`. `None` for an added key.
    pub phone: Option<String>,
    /// When Nova Post made it, if that is known.
    pub created_at: Option<DateTime<Utc>>,
    /// The end of its validity, if that is known.
    pub valid_until: Option<DateTime<Utc>>,
    /// Its recorded status; `Expired` once its validity has ended.
    pub status: KeyStatus,
    /// What is known of it now.
    pub standing: KeyStanding,
    /// The key that has replaced it, if that is known and in the list.
    pub replaced_by: Option<KeyId>,
    /// When Nova Post last accepted this key or a token of it.
    pub last_verified_at: Option<DateTime<Utc>>,
    /// The last check that had a result.
    pub last_check: Option<KeyCheck>,
    /// The natural person in whose name it was created; may be empty.
    pub holder: String,
    /// The person's notes; may be empty.
    pub notes: String,
    /// The company that a key of Ukraine opens.
    pub company: Option<Company>,
    /// Where the key is used.
    pub places: Vec<Place>,
    /// A key of the same environment that was made under another account, if most keys there were, or as
    /// many as under the account of this one. `None` on Home.
    pub other_account: Option<KeyId>,
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
        let status = status_at(&record, now);
        let standing = KeyStanding::of(&record, now);
        Self {
            id: record.id,
            name: record.name,
            environment: record.environment,
            last_four: record.last_four,
            phone: record.phone,
            created_at: record.created_at,
            valid_until: record.valid_until,
            status,
            standing,
            replaced_by: record.replaced_by,
            last_verified_at: record.last_verified_at,
            last_check: record.last_check,
            holder: record.holder,
            notes: record.notes,
            company: record.company,
            places: record.places,
            other_account: None,
            kept,
            added_at: record.added_at,
            organizations: record.organizations,
        }
    }
}

/// The status that the window shows: `Expired` once the validity of an active key has ended.
pub(super) fn status_at(record: &KeyRecord, now: DateTime<Utc>) -> KeyStatus {
    match record.status {
        KeyStatus::Active if record.has_ended(now) => KeyStatus::Expired,
        other => other,
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
    /// Another key of the same number that this one has replaced in the list, as it is listed now.
    pub replaced: Option<KeyCard>,
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
