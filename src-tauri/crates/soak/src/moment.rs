//! The moments of asking for a test key, in their order: what is done, and what is not done yet.

/// What has just happened when the process is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Moment {
    /// The process has begun.
    Started,
    /// Store and connection are about to be opened.
    NotingDown,
    /// The intent is on the disk; nothing is sent.
    IntentWritten,
    /// Nova Post has the request and has done nothing with it.
    RequestArrived,
    /// Nova Post has made the key; its answer is on the way.
    AnswerSent,
    /// The key is in the process, and its answer is not noted.
    AnswerReceived,
    /// The answer is noted; the keychain is about to be asked.
    AnswerNoted,
    /// The keychain has said that it has the key.
    KeyWritten,
    /// The key was read back; the store does not know it.
    KeyReadBack,
    /// The store knows it.
    Recorded,
}

impl Moment {
    /// All of them, the earliest first.
    pub(crate) const ALL: [Self; 10] = [
        Self::Started,
        Self::NotingDown,
        Self::IntentWritten,
        Self::RequestArrived,
        Self::AnswerSent,
        Self::AnswerReceived,
        Self::AnswerNoted,
        Self::KeyWritten,
        Self::KeyReadBack,
        Self::Recorded,
    ];

    /// As it stands in the table, and on the line that a process tells it with.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Started => "process begun",
            Self::NotingDown => "before the intent",
            Self::IntentWritten => "intent written, nothing sent",
            Self::RequestArrived => "request with Nova Post",
            Self::AnswerSent => "key made, answer on the way",
            Self::AnswerReceived => "answer received, not noted",
            Self::AnswerNoted => "answer noted, before the keychain",
            Self::KeyWritten => "in the keychain, not read back",
            Self::KeyReadBack => "read back, not recorded",
            Self::Recorded => "recorded",
        }
    }

    /// The moment with this name.
    pub(crate) fn named(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|moment| moment.name() == name);
        found.ok_or_else(|| format!("there is no moment {name:?}"))
    }
}

/// What is heard of a process while it asks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum News {
    /// It has come this far.
    Reached(Moment),
    /// It has ended.
    Ended,
}
