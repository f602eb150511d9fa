//! What the window gets of what is due.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::KeyCard;
use crate::model::{
    ApiEnvironment, AttemptId, GuideRun, KeyId, KeyRequestId, KeychainTrouble, Leak, Replacement,
};

/// Something unfinished, something to do soon, or a reminder that the person asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ToDo {
    /// A request for a test key without a known result: the app or the network failed first.
    Unfinished {
        /// The attempt, to dismiss it.
        attempt: AttemptId,
        /// The phone number, formatted.
        phone: String,
        /// When the request began.
        started_at: DateTime<Utc>,
        /// Whether it is still the same day (UTC), on which Nova Post returns the same
        /// key or says that the daily limit is reached.
        same_day: bool,
    },
    /// The daily limit was reached, and the person wants a reminder.
    AskAgain {
        /// The attempt, to dismiss it.
        attempt: AttemptId,
        /// The phone number, formatted.
        phone: String,
        /// From when the limit surely allows a request.
        from: DateTime<Utc>,
        /// Whether that moment has passed.
        due: bool,
    },
    /// Nova Post does not know the number of a request. The person registers it and asks again.
    NotRegistered {
        /// The attempt, to dismiss it.
        attempt: AttemptId,
        /// The phone number, formatted.
        phone: String,
    },
    /// A key is not saved yet.
    SaveAgain {
        /// Its id.
        key: KeyId,
        /// How the keychain failed. `None` if the keychain has the key and the store failed.
        cause: Option<KeychainTrouble>,
    },
    /// The keychain has no entry for a key of the store.
    KeyLost {
        /// Its id.
        key: KeyId,
    },
    /// The keychain has a key that the store does not have.
    KeyUnlisted {
        /// Its id in the keychain.
        key: KeyId,
        /// Its last four characters.
        last_four: String,
    },
    /// A key was added by hand, and the app ended before it was saved.
    ImportLost {
        /// The id that it would have, to dismiss this.
        key: KeyId,
        /// Its last four characters.
        last_four: String,
        /// The environment that accepts it.
        environment: ApiEnvironment,
        /// Its organization; may be empty.
        organization: String,
        /// When it was added.
        at: DateTime<Utc>,
    },
    /// A key expires within thirty days, or has expired.
    KeyEnds {
        /// Its id.
        key: KeyId,
        /// When it expires.
        at: DateTime<Utc>,
        /// For an expired test key: a moment of the last day on which a request surely extends it, if that is
        /// within thirty days. Later, Nova Post deletes it and makes a new one.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        extend_until: Option<DateTime<Utc>>,
    },
    /// Nova Post did not accept a key the last time it was checked.
    KeyRefused {
        /// Its id.
        key: KeyId,
    },
    /// Nova Post said that a key has expired, and the date in the list says something else or nothing.
    KeyExpired {
        /// Its id.
        key: KeyId,
    },
    /// A key worked after the end of its validity: the date is out of date.
    ExpiryPassed {
        /// Its id.
        key: KeyId,
        /// The date in the list.
        at: DateTime<Utc>,
    },
    /// The end of validity of a production or Ukrainian key is not known.
    ExpiryUnknown {
        /// Its id.
        key: KeyId,
    },
    /// No token of a key has ever been verified.
    #[serde(rename = "key_unproven")]
    KeyUnverified {
        /// Its id.
        key: KeyId,
    },
    /// A guide has been started.
    Guide {
        /// The run.
        run: GuideRun,
        /// When the person wrote to Nova Post, if that is two weeks ago or longer and there is no answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        waiting_since: Option<DateTime<Utc>>,
    },
    /// Others may have seen a key, and the case is not closed.
    Leak {
        /// The case.
        leak: Leak,
    },
    /// A key is being replaced.
    Replacement {
        /// How far that is.
        replacement: Replacement,
    },
    /// The review of all keys was started, or is due.
    Review {
        /// When it was started; `None` if it was not.
        open_since: Option<DateTime<Utc>>,
        /// When the last one was signed; `None` if there was none.
        last_signed: Option<DateTime<Utc>>,
        /// Whether the last one, or the first key in use, is more than a year old.
        is_due: bool,
    },
    /// A developer's request waits for its key.
    KeyRequest {
        /// The request, to open or dismiss it.
        request: KeyRequestId,
        /// The name in it.
        name: String,
        /// The environment that the key is for.
        environment: ApiEnvironment,
        /// Whether there is a key of this environment in use.
        has_key: bool,
    },
}

/// What the Home page shows. It does not grow with the number of keys.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Home {
    /// What to do next, the most urgent first.
    pub to_do: Vec<ToDo>,
    /// The number of keys that are something to do and not in `to_do`, because there are too many.
    pub more_due: usize,
    /// The unsaved keys, then the newest ones.
    pub keys: Vec<KeyCard>,
    /// The other keys that `to_do` names.
    pub mentioned: Vec<KeyCard>,
    /// The number of all keys.
    pub total: usize,
}
