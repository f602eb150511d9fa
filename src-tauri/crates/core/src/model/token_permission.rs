//! Programs of this computer that ask for tokens.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

/// A program that may have tokens of a key without asking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenPermission {
    /// The full path of the program.
    pub program: String,
    /// When the permission ends, UTC.
    pub until: DateTime<Utc>,
}
