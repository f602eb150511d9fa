//! The files of a hand-over, which may have the key in them.

use serde::Serialize;
use ts_rs::TS;

use keydesk_core::model::{FileProblem, HandOver};

/// What came of saving a file for a hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(crate) enum HandOverSaved {
    /// It was saved.
    Saved {
        /// The full path of the folder.
        folder: String,
        /// The name of the file, or of the folder with its parts.
        file: String,
    },
    /// The file would have the key, and a service synchronizes the folder. Nothing was saved.
    SynchronizedFolder {
        /// The name of the service, such as `OneDrive`.
        service: String,
    },
    /// The file can't be made.
    NotMade {
        /// Why.
        problem: FileProblem,
    },
}

/// A key that only the recipient can open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SealedKey {
    /// The sealed key as text for an email (age, armored).
    pub(crate) text: String,
    /// The hand-over, which has noted this.
    pub(crate) hand_over: HandOver,
}
