//! The moments of a request for a test key.

use serde::{Deserialize, Serialize};

/// What the request has just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Moment {
    Started,
    /// Store and connection are about to be opened.
    Opening,
    IntentWritten,
    /// The simulated Nova Post has not yet received the request, which the proxy holds.
    RequestSent,
    /// Nova Post has made the key. The proxy holds the answer.
    AnswerSent,
    AnswerReceived,
    /// The store has the date and the last four characters of the key; the keychain has nothing.
    AnswerNoted,
    KeyWritten,
    KeyReadBack,
    /// The store has the key's row, and the request has returned.
    Recorded,
}

impl Moment {
    pub(crate) const ALL: [Self; 10] = [
        Self::Started,
        Self::Opening,
        Self::IntentWritten,
        Self::RequestSent,
        Self::AnswerSent,
        Self::AnswerReceived,
        Self::AnswerNoted,
        Self::KeyWritten,
        Self::KeyReadBack,
        Self::Recorded,
    ];

    /// The name in the table and on the output of the process.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Started => "process started",
            Self::Opening => "before the intent",
            Self::IntentWritten => "intent written, nothing sent",
            Self::RequestSent => "request sent",
            Self::AnswerSent => "key made, answer under way",
            Self::AnswerReceived => "answer received, not noted",
            Self::AnswerNoted => "answer noted, not in the keychain",
            Self::KeyWritten => "in the keychain, not read back",
            Self::KeyReadBack => "read back, not recorded",
            Self::Recorded => "recorded",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.name() == name)
    }
}
