//! What the window is told about a hand-over.

use serde::Serialize;
use ts_rs::TS;

use crate::model::{FileProblem, HandOver, RecipientKeyKind, RecipientKeyProblem};

/// What a file for a hand-over says, without the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum FilePreview {
    /// The file can be made.
    Made {
        /// Its parts: one, or several for a folder.
        parts: Vec<FilePart>,
    },
    /// The file can't be made.
    NotMade {
        /// Why.
        problem: FileProblem,
    },
}

/// A part of a file for a hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilePart {
    /// Its path in the folder, with `/`.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// What a text is that was pasted as a public key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum RecipientKeyCheck {
    /// A key to which the app can seal.
    Usable {
        /// Its kind.
        kind: RecipientKeyKind,
        /// The key alone, without the comment after it.
        public_key: String,
        /// A short text by which two people can compare the key.
        fingerprint: String,
    },
    /// Something else.
    NotUsable {
        /// What is wrong.
        problem: RecipientKeyProblem,
    },
}

/// A key that only the recipient can open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SealedKey {
    /// The sealed key as text for an email (age, armored).
    pub text: String,
    /// The hand-over, which has noted this.
    pub hand_over: HandOver,
}

/// What came of a typed receipt code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ReceiptCheck {
    /// It was compared, or an earlier one was right.
    Checked {
        /// The hand-over with its receipt.
        hand_over: HandOver,
    },
    /// It does not have the form of a code. Nothing was compared.
    NotACode,
}
