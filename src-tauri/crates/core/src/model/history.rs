//! The history of the keys: what a person did and what the app did. Holds no secret and no phone number.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ApiEnvironment, CheckResult, KeyId, KeyRecord};

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person who uses the app.
    Person,
    /// The app, by itself.
    App,
}

/// What happened to a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "event", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum HistoryEvent {
    /// Nova Post sent it as the answer to a request, and it was saved.
    Received,
    /// It was added by hand, and saved.
    Added,
    /// A request extended it.
    Extended {
        /// The end of its validity before the request.
        from: Option<DateTime<Utc>>,
        /// The end of its validity now.
        to: Option<DateTime<Utc>>,
    },
    /// It was checked.
    Checked {
        /// What Nova Post answered.
        result: CheckResult,
    },
    /// It was copied to the clipboard.
    Copied,
    /// It was shown in a window.
    Shown,
    /// Its name, holder, notes, organizations or places were changed.
    DetailsChanged,
    /// The end of its validity was entered or corrected by hand.
    ExpiryChanged {
        /// As it was before.
        from: Option<DateTime<Utc>>,
        /// As it is now.
        to: Option<DateTime<Utc>>,
    },
    /// The day of its creation was entered or corrected by hand.
    CreationChanged {
        /// As it was before.
        from: Option<DateTime<Utc>>,
        /// As it is now.
        to: Option<DateTime<Utc>>,
    },
    /// It was moved to another environment, because that one accepts it.
    Moved {
        /// The environment before.
        from: ApiEnvironment,
        /// The environment now.
        to: ApiEnvironment,
    },
    /// It was marked as deactivated.
    Deactivated,
    /// It was marked as in use again.
    Reactivated,
    /// Replacing it was begun.
    ReplacementStarted,
    /// Replacing it was given up.
    ReplacementCancelled,
    /// Another key has replaced it.
    Replaced {
        /// The last four characters of the other key; empty if it is not known which one it is.
        by: String,
    },
    /// It was deleted here and in the keychain.
    Deleted,
    /// Its record was read from a file.
    Imported,
    /// Its record was restored from a backup.
    Restored,
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// When it happened, UTC.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: Actor,
    /// The key, which may have been deleted since.
    pub key: Option<KeyId>,
    /// The key's name then; may be empty.
    pub key_name: String,
    /// The key's last four characters.
    pub last_four: String,
    /// What happened.
    pub event: HistoryEvent,
}

impl HistoryEntry {
    /// The entry for something that happens to this key.
    #[must_use]
    pub fn of(key: &KeyRecord, actor: Actor, event: HistoryEvent, at: DateTime<Utc>) -> Self {
        Self {
            at,
            actor,
            key: Some(key.id.clone()),
            key_name: key.name.clone(),
            last_four: key.last_four.clone(),
            event,
        }
    }
}
