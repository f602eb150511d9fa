//! The steps of a long operation, reported while it runs.

use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

/// Hears what a long piece of work is doing.
pub type Progress = Arc<dyn Fn(Step) + Send + Sync>;

/// A [`Progress`] that nobody listens to.
#[must_use]
pub fn quietly() -> Progress {
    Arc::new(|_| {})
}

/// What a long piece of work is doing. Sent while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Writing down what is about to be done.
    NotingDown,
    /// Waiting for Nova Post.
    AskingNovaPost,
    /// Writing the key into the keychain.
    SavingInKeychain,
    /// Reading it back and comparing.
    ReadingBack,
    /// Taking the key out of the keychain.
    OpeningKeychain,
    /// The keychain has not answered for three seconds; it may be asking for its password.
    KeychainSlow,
    /// Writing the store.
    Recording,
}
