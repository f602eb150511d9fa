//! A key that others may have seen: what happened, and which steps the person has taken since.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KeyId, LeakId};

/// How others may have seen a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeakCause {
    /// It was sent by email or in a chat.
    Message,
    /// It was on a screen, in a picture or in a video.
    Screen,
    /// A person who had it has left.
    PersonLeft,
    /// A computer or phone with it was lost or stolen.
    DeviceLost,
    /// It was in a public place, such as a web page or a repository.
    Public,
}

/// The case of a key that others may have seen. A key has at most one that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Leak {
    /// Its id in the store.
    pub id: LeakId,
    /// The key.
    pub key: KeyId,
    /// What happened.
    pub cause: LeakCause,
    /// When the person reported it, UTC.
    pub started_at: DateTime<Utc>,
    /// The ids of the completed steps. The window has the steps.
    pub done: Vec<String>,
    /// When the person closed the case, UTC; `None` so far.
    pub closed_at: Option<DateTime<Utc>>,
}
