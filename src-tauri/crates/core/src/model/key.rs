//! Keys: ids, environments, statuses, and the record that the store has of each key.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::DueTimes;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ApiEnvironment {
    /// The test environment, "Stage" in [NP-spec: servers].
    Sandbox,
    /// The production environment in Europe.
    Production,
    /// The Ukrainian Nova Poshta API. The app asks for tokens for its keys, and Nova Poshta may give
    /// none.
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
    /// Nova Post refused it (401) within its validity period.
    Refused,
    /// The person deactivated it where it was created, and said so.
    Deactivated,
    /// Another key has replaced it.
    Replaced,
}

impl KeyStatus {
    /// Whether the key is no longer in use, whatever Nova Post would answer to it.
    #[must_use]
    pub const fn is_retired(self) -> bool {
        matches!(self, Self::Deactivated | Self::Replaced)
    }
}

/// What Nova Post answered when the key was last checked. An answer that says nothing about the key,
/// such as 503, is not a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckResult {
    /// It accepted the key.
    Works,
    /// It did not accept the key.
    Refused,
    /// It said that the key has expired. Only the API of Ukraine says so.
    Expired,
}

/// The last check of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyCheck {
    /// When it was, UTC.
    pub at: DateTime<Utc>,
    /// Its result.
    pub result: CheckResult,
}

/// The company whose account a key of Ukraine opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Company {
    /// Its full name, as Nova Poshta has it.
    pub name: String,
    /// Its EDRPOU, the code in Ukraine's register of companies: usually 8 digits.
    pub code: String,
}

/// A place where a key is used: those who have to be told when the key changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// A system or a person.
    pub kind: PlaceKind,
    /// As the person wrote it.
    pub name: String,
}

/// What uses a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// Software: a shop, a server, a script.
    System,
    /// A person who has the key.
    Person,
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
    /// The key's last four characters. Empty if a list that was imported does not have them.
    pub last_four: String,
    /// Whether its secret was ever in the keychain of this computer. `false` for a record that was read
    /// from a list.
    pub had_secret: bool,
    /// The phone number that was sent to request a test key, as digits; `None` for an added key.
    pub digits: Option<String>,
    /// The same number in international spelling.
    pub phone: Option<String>,
    /// `createdAt` of Nova Post's answer; `None` for an added key.
    pub created_at: Option<DateTime<Utc>>,
    /// The end of its validity: `expDate` of Nova Post's answer, or what the person entered. `None` if it
    /// is not known.
    pub valid_until: Option<DateTime<Utc>>,
    /// The last known status.
    pub status: KeyStatus,
    /// The key that has replaced it, if that is known and in the list.
    pub replaced_by: Option<KeyId>,
    /// When Nova Post last accepted this key or a token of it.
    pub last_verified_at: Option<DateTime<Utc>>,
    /// The last check that had a result.
    pub last_check: Option<KeyCheck>,
    /// The natural person in whose name the key was created; may be empty.
    pub holder: String,
    /// The person's notes; may be empty.
    pub notes: String,
    /// `cid` of the key's last token, which identifies the person [NP-spec: JWT]; `None` if there was none.
    pub client: Option<String>,
    /// The company that a key of Ukraine opens; `None` unless the person allowed the app to keep it.
    pub company: Option<Company>,
    /// Where the key is used.
    pub places: Vec<Place>,
    /// When the record was created, UTC.
    pub added_at: DateTime<Utc>,
    /// The organizations that the key was created for. Empty for a test key, which belongs to the
    /// person [NP-docs: How to get API keys].
    pub organizations: Vec<String>,
}

impl KeyRecord {
    /// Whether the end of its validity is over. A key that worked after it has not ended: the date is out of
    /// date.
    #[must_use]
    pub fn has_ended(&self, now: DateTime<Utc>) -> bool {
        let works = self.last_check.as_ref().filter(|check| check.result == CheckResult::Works);
        self.valid_until.is_some_and(|end| end < now && works.is_none_or(|check| check.at <= end))
    }

    /// Whether the person has something to do about this key: it was refused, it has expired or will soon, its
    /// end is not known, or it was never checked. A test key's end is always known from Nova Post. A key
    /// whose secret was never here can't be checked.
    #[must_use]
    pub fn is_due(&self, times: DueTimes) -> bool {
        !self.status.is_retired()
            && (matches!(self.status, KeyStatus::Refused | KeyStatus::Expired)
                || self.valid_until.is_some_and(|end| end < times.soon)
                || (self.valid_until.is_none() && self.environment != ApiEnvironment::Sandbox)
                || (self.had_secret && self.was_never_checked()))
    }

    /// Whether no check of this key has ever had a result.
    #[must_use]
    pub fn was_never_checked(&self) -> bool {
        self.last_verified_at.is_none() && self.last_check.is_none()
    }

    /// The status of a key that is in use, by its last check: a key that was not accepted the last time is not active
    /// before a check accepts it. A refusal after the end of its validity leaves it active, which is shown as expired
    /// (see [`KeyRecord::note`]).
    pub(crate) fn checked_status(&self) -> KeyStatus {
        match &self.last_check {
            Some(KeyCheck { result: CheckResult::Expired, .. }) => KeyStatus::Expired,
            Some(KeyCheck { result: CheckResult::Refused, at })
                if self.valid_until.is_none_or(|end| end >= *at) =>
            {
                KeyStatus::Refused
            }
            _ => KeyStatus::Active,
        }
    }

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
            had_secret: true,
            digits: None,
            phone: None,
            created_at: None,
            valid_until: None,
            status: KeyStatus::Active,
            replaced_by: None,
            last_verified_at: None,
            last_check: None,
            holder: String::new(),
            notes: String::new(),
            client: None,
            company: None,
            places: Vec::new(),
            added_at,
            organizations: Vec::new(),
        }
    }

    /// Notes the result of a check, the status that follows from it, and `cid` of its token, if it got one.
    ///
    /// A refusal after the end of its validity is what is expected, so the key stays active, which is
    /// shown as expired. What the person said about a key that is no longer in use stays.
    pub(crate) fn note(&mut self, check: KeyCheck, client: Option<String>) {
        let is_over = self.valid_until.is_some_and(|end| end < check.at);
        self.status = match (self.status, check.result) {
            (KeyStatus::Expired | KeyStatus::Refused, CheckResult::Works) => KeyStatus::Active,
            (KeyStatus::Active, CheckResult::Refused) if !is_over => KeyStatus::Refused,
            (KeyStatus::Active | KeyStatus::Refused, CheckResult::Expired) => KeyStatus::Expired,
            (status, _) => status,
        };
        if check.result == CheckResult::Works {
            self.last_verified_at = Some(check.at);
        }
        self.last_check = Some(check);
        self.client = client.or_else(|| self.client.take());
    }
}
