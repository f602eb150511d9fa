//! What crosses to the window about a key that is added, and back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::KeyCard;
use super::parse_key::{KeyProblem, KeyQuestion};
use crate::model::{ApiEnvironment, KeyId, RunId};

/// What a copied or typed text is: a possible key, or why it is not one.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ClipboardCheck {
    /// It can be a key, and is now the pending import.
    Key {
        /// Its last four characters.
        last_four: String,
        /// Its length in characters.
        length: usize,
        /// The record of this same key, if the app has it already.
        known: Option<Box<KeyCard>>,
        /// What the person is asked before it is added.
        question: Option<KeyQuestion>,
    },
    /// It is no key.
    Problem(KeyProblem),
}

/// What the person says about the end of the key that they add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum NewExpiry {
    /// Nothing: the page does not ask for it, or it showed no date and got none. What is recorded stays.
    #[default]
    NotAsked,
    /// That it is not known: the person removed the date that the page showed.
    NotKnown,
    /// This.
    On {
        /// The end of its validity.
        end: DateTime<Utc>,
    },
}

/// What the person says about the key that they add. For a key that is in the list already, what was not asked
/// stays as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewKey {
    /// The person's name for it; may be empty.
    pub name: String,
    /// The environment that accepts it.
    pub environment: ApiEnvironment,
    /// The organizations that it was made for. `None` if the person was not asked, as for a test key.
    pub organizations: Option<Vec<String>>,
    /// The natural person in whose name it was created; may be empty. `None` if the person was not asked, as for a
    /// test key.
    #[serde(default)]
    pub holder: Option<String>,
    /// The end of its validity.
    #[serde(default)]
    pub expiry: NewExpiry,
    /// The guide run that ends with it.
    pub run: Option<RunId>,
    /// The record that it completes: one whose secret is not in the keychain. `None` if the person added the
    /// key without naming one.
    #[serde(default)]
    pub record: Option<KeyId>,
    /// The person was asked about its unusual form, and adds it all the same.
    #[serde(default)]
    pub second_look: bool,
}
