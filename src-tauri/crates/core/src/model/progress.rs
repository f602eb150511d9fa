//! The steps of a long operation, reported while it runs.

use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

/// A callback that gets each step of a long operation.
pub type Progress = Arc<dyn Fn(Step) + Send + Sync>;

/// A [`Progress`] that ignores all steps.
#[must_use]
pub fn no_progress() -> Progress {
    Arc::new(|_| {})
}

/// A step of a long operation, sent when the step begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Writing the intended request into the store.
    NotingDown,
    /// Waiting for Nova Post's answer.
    AskingNovaPost,
    /// Writing the key into the keychain.
    SavingInKeychain,
    /// Reading the key back from the keychain to compare it.
    ReadingBack,
    /// Reading the key from the keychain.
    OpeningKeychain,
    /// The keychain has not answered for three seconds. It may be showing a password prompt.
    KeychainSlow,
    /// Writing the key record into the store.
    Recording,
}
