//! What the list of keys is searched for.
//!
//! The store knows the texts of a key. The words for its kind, its status and its dates are those of the
//! window's language, so the window sends with each typed word what it shows with this word.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ApiEnvironment, KeyStanding};

/// A word of a search. It is found in a key if the key's texts contain it, or if one of the other fields is
/// true of the key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchWord {
    /// The word as it was typed.
    pub text: String,
    /// The environments whose names contain it.
    pub environments: Vec<ApiEnvironment>,
    /// The standings whose names contain it.
    pub standings: Vec<KeyStanding>,
    /// The remarks that contain it.
    pub remarks: Vec<KeyRemark>,
    /// The days whose text contains it: days of the creation, the end or the last check.
    pub days: Vec<Period>,
    /// The ends of which the list shows a distance from now that contains it, such as "in 12 days".
    pub ends: Vec<Period>,
    /// The checks of which the list shows a distance from now that contains it, such as "3 days ago".
    pub checks: Vec<Period>,
}

/// What the list says of some keys in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyRemark {
    /// When it was created is not known.
    CreationUnknown,
    /// When it expires is not known.
    EndUnknown,
    /// No check has had a result.
    NeverChecked,
    /// The last check found that it works.
    Works,
    /// The last check found that it is not accepted.
    NotAccepted,
    /// The last check found that it has expired.
    Expired,
    /// Its secret is in memory only.
    Unsaved,
    /// Its secret is no longer in the keychain.
    Lost,
    /// Its secret was never on this computer.
    NeverHere,
    /// It was made under another account than most keys.
    OtherAccount,
}

/// A time from a moment up to, but not including, another one; UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Period {
    /// Its first moment.
    pub from: DateTime<Utc>,
    /// The first moment after it.
    pub until: DateTime<Utc>,
}

impl Period {
    /// Whether a moment is in it.
    #[must_use]
    pub fn contains(&self, moment: DateTime<Utc>) -> bool {
        self.from <= moment && moment < self.until
    }
}
