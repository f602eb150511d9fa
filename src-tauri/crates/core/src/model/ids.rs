//! The numbers that the store gives to its rows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Identifies a guide run. The store never gives the same number to two runs that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct RunId(i64);

/// Identifies a request for a test key, finished or not. Later attempts have greater numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct AttemptId(i64);

/// Identifies the replacement of a key. The store never gives the same number to two that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ReplacementId(i64);

/// Identifies a place in the list of a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ReplacementPlaceId(i64);

/// Identifies a hand-over. The store never gives the same number to two that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct HandOverId(i64);

/// Identifies a review. The store never gives the same number to two that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ReviewId(i64);

/// Identifies a developer's request that is kept. The store never gives the same number to two that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct KeyRequestId(i64);

impl RunId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}

impl AttemptId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}

impl ReplacementId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}

impl ReplacementPlaceId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}

impl HandOverId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}

/// Identifies the case of a key that others may have seen. The store never gives the same number to two that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct LeakId(i64);

impl LeakId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}

impl KeyRequestId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}

impl ReviewId {
    /// Takes the number of a row.
    #[must_use]
    pub fn from_stored(row: i64) -> Self {
        Self(row)
    }

    /// The number of the row.
    #[must_use]
    pub fn to_stored(self) -> i64 {
        self.0
    }
}
