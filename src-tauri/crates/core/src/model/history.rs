//! The history of the keys: what a person did and what the app did. Holds no secret and no phone number.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ApiEnvironment, CheckResult, HandOverMethod, KeyId, KeyRecord, LeakCause, ReceiptResult,
};

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person who uses the app.
    Person,
    /// The app, by itself.
    App,
}

/// What a person writes or keeps about a key. The history names it and never has its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DetailField {
    /// Its name.
    Name,
    /// The person in whose name it was created.
    Holder,
    /// Notes.
    Notes,
    /// Its organizations.
    Organizations,
    /// Where it is used.
    Places,
    /// The company that a key of Ukraine opens.
    Company,
}

/// A file that was saved of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SavedFile {
    /// The list of keys as CSV.
    KeysCsv,
    /// The list of keys as JSON.
    KeysJson,
    /// The history as CSV.
    HistoryCsv,
    /// The history as JSON.
    HistoryJson,
    /// The calendar.
    Calendar,
}

/// What happened to a key, or to the whole list.
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
    /// A refused key was tried in the other environment of Europe.
    TriedElsewhere {
        /// That environment.
        environment: ApiEnvironment,
        /// What Nova Post answered.
        result: CheckResult,
    },
    /// A token was received for it.
    TokenReceived,
    /// Its token was copied to the clipboard.
    TokenCopied,
    /// A program of this computer got a token of it.
    TokenGiven {
        /// The name of the program's file; empty if it is not known, or may hold a key, a token or a phone number.
        program: String,
    },
    /// A program of this computer asked for a token of it, and the person did not allow that.
    TokenRefused {
        /// The name of the program's file; empty if it is not known, or may hold a key, a token or a phone number.
        program: String,
    },
    /// It was copied to the clipboard.
    Copied,
    /// It was shown in a window.
    Shown,
    /// What a person writes about it was changed.
    DetailsChanged {
        /// What was changed. Empty in lines of earlier versions, which did not note it.
        #[serde(default)]
        fields: Vec<DetailField>,
    },
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
    /// It was handed over, or is about to be: this is noted first.
    HandedOver {
        /// The name of the person; empty if it may hold a key, a token or a phone number.
        recipient: String,
        /// How the key was given.
        how: HandOverMethod,
    },
    /// The receipt code of a hand-over was checked.
    ReceiptChecked {
        /// What it showed.
        result: ReceiptResult,
    },
    /// The person reported that others may have seen it, or corrected what happened.
    LeakReported {
        /// What happened.
        cause: LeakCause,
    },
    /// The case of a key that others may have seen was closed.
    LeakClosed,
    /// Replacing it was begun.
    ReplacementStarted,
    /// The key that replaces it was chosen.
    ReplacementKeyChosen {
        /// The last four characters of that key.
        by: String,
    },
    /// A place that used it was marked as one that has the new key.
    PlaceTicked {
        /// The name of the place; empty if it looks like a key, a token or a phone number.
        place: String,
    },
    /// A place was marked as one that does not have the new key yet.
    PlaceUnticked {
        /// The name of the place; empty if it looks like a key, a token or a phone number.
        place: String,
    },
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
    /// The list of keys, the history or the calendar was saved as a file. Such a line has no key.
    FileSaved {
        /// Which file.
        file: SavedFile,
    },
    /// A review of all keys was signed. Such a line has no key.
    ReviewSigned,
    /// A later version of the app has noted something that this one does not know. Never written.
    Unknown,
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// When it happened, UTC.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: Actor,
    /// The key, which may have been deleted since; `None` if it is about no single key.
    pub key: Option<KeyId>,
    /// The key's name then; may be empty.
    pub key_name: String,
    /// The key's last four characters; may be empty.
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

    /// The entry for something that is about no single key.
    #[must_use]
    pub const fn without_key(actor: Actor, event: HistoryEvent, at: DateTime<Utc>) -> Self {
        Self { at, actor, key: None, key_name: String::new(), last_four: String::new(), event }
    }

    /// The texts in it that a person has typed, and the names of programs.
    pub fn typed_texts(&mut self) -> impl Iterator<Item = &mut String> {
        let name = match &mut self.event {
            HistoryEvent::PlaceTicked { place: name }
            | HistoryEvent::PlaceUnticked { place: name }
            | HistoryEvent::HandedOver { recipient: name, .. }
            | HistoryEvent::TokenGiven { program: name }
            | HistoryEvent::TokenRefused { program: name } => Some(name),
            _ => None,
        };
        std::iter::once(&mut self.key_name).chain(name)
    }
}
