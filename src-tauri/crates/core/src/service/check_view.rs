//! What the window gets of checks.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::KeyCard;
use crate::model::{CheckResult, Company, Failure, KeyId};

/// A check of a key that Nova Post has accepted.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedKey {
    /// The key.
    pub key: KeyCard,
    /// When Nova Post accepted it.
    pub at: DateTime<Utc>,
    /// The company that a key of Ukraine opens, if the answer names one. It is kept only if the person
    /// says so.
    pub company: Option<Company>,
    /// How many other companies the account of a key of Ukraine sends for.
    pub other_companies: u32,
    /// `clock_wrong` if this computer's clock is wrong, or why the store did not record the check.
    pub warning: Option<Failure>,
}

/// A check of one key among all. The payload of the event `check_progress`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckProgress {
    /// The key.
    pub key: KeyId,
    /// Its number, from 1.
    pub number: u32,
    /// How many keys there are to check.
    pub total: u32,
    /// How its check ended. `None` when it begins.
    pub end: Option<CheckEnd>,
}

/// How the check of one key has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum CheckEnd {
    /// With an answer about the key.
    Answered {
        /// What Nova Post said.
        result: CheckResult,
    },
    /// Without one.
    Failed {
        /// Why.
        failure: Failure,
    },
}

/// The checks of all keys have ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedKeys {
    /// How many keys were to be checked.
    pub total: u32,
    /// How many work.
    pub works: u32,
    /// How many were refused.
    pub refused: u32,
    /// How many have expired, as Nova Post says.
    pub expired: u32,
    /// How many checks ended without an answer about the key.
    pub failed: u32,
    /// How many keys were left out: no longer in use, or without their secret.
    pub left_out: u32,
    /// Why the checks ended before the last key. `None` if they did not.
    pub stopped: Option<CheckStop>,
}

/// Why the checks of all keys ended before the last one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum CheckStop {
    /// The person cancelled them.
    Cancelled,
    /// The next one would have failed for the same reason, the result was not recorded, or Nova Post asked for a pause.
    Failed {
        /// Why the last check failed.
        failure: Failure,
    },
}
