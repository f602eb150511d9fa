//! Giving a key to the person whose system needs it: the files, how the key was given, and whether it arrived.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FieldValue, HandOverId, KeyId, Receiver};

/// A file that can be made for a hand-over. Some consist of several files in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandOverFile {
    /// `.env.example`: the names, without the key.
    EnvExample,
    /// `.env`: the names, and the key if asked for.
    Env,
    /// An environment for Postman.
    PostmanEnvironment,
    /// A collection for Bruno, in a folder.
    Bruno,
    /// Requests for the HTTP clients of editors, with their environments.
    HttpFile,
    /// A configuration for `curl -K`.
    CurlConfig,
    /// The sheet as text. Never has the key.
    SheetText,
    /// The sheet as PDF. Never has the key.
    SheetPdf,
}

impl HandOverFile {
    /// Whether the file may have the key in it.
    #[must_use]
    pub const fn can_have_value(self) -> bool {
        match self {
            Self::Env
            | Self::PostmanEnvironment
            | Self::Bruno
            | Self::HttpFile
            | Self::CurlConfig => true,
            Self::EnvExample | Self::SheetText | Self::SheetPdf => false,
        }
    }
}

/// Why a file is not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FileProblem {
    /// A text has a line break or another control character, or, for `.env`, signs that programs read in different
    /// ways.
    UnsupportedText {
        /// The field with the text.
        value: FieldValue,
    },
    /// The receiver has no use for this file, or does not take keys of this environment.
    NotForReceiver,
    /// The file never has the key.
    NeverHasValue,
}

/// How the key itself was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HandOverMethod {
    /// Sealed to the developer's public key.
    Sealed {
        /// The fingerprint of that key.
        to: String,
    },
    /// Sealed with a passphrase.
    Passphrase,
    /// Saved in a file that was not sealed.
    FileWithValue {
        /// Which file.
        file: HandOverFile,
    },
    /// Told or shown in person.
    InPerson,
}

/// Giving one key to one person, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOver {
    /// Its id in the store.
    pub id: HandOverId,
    /// The key.
    pub key: KeyId,
    /// When it was started, UTC.
    pub at: DateTime<Utc>,
    /// The system that needs the key.
    pub receiver: Receiver,
    /// The person who gets it, as typed.
    pub recipient: String,
    /// How the key was given; `None` if only the sheet was made so far.
    pub method: Option<HandOverMethod>,
    /// The word of the receipt code.
    pub word: String,
    /// The receipt code that was checked last; `None` so far.
    pub receipt: Option<Receipt>,
}

impl HandOver {
    /// Whether a receipt code has shown that the recipient has the key.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.receipt.as_ref().is_some_and(|receipt| receipt.result == ReceiptResult::Complete)
    }
}

/// The check of a receipt code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// When it was checked, UTC.
    pub at: DateTime<Utc>,
    /// What it showed.
    pub result: ReceiptResult,
}

/// What a receipt code shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ReceiptResult {
    /// The recipient has this key, complete.
    Complete,
    /// The recipient has another key of the list.
    OtherKey {
        /// That key.
        key: KeyId,
        /// Its last four characters.
        last_four: String,
    },
    /// The recipient has no key of the list, or the code was not copied right.
    Unknown,
}

/// A person to whom a key was handed over, remembered for the next time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// The person's name, as typed.
    pub name: String,
    /// The person's public key, in the form in which `RecipientKey` writes it; empty if there is none.
    pub public_key: String,
    /// When the words of this public key were compared by phone; `None` if that was not done.
    pub compared_at: Option<DateTime<Utc>>,
}

/// The kind of a public key to which the app can seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecipientKeyKind {
    /// A key of age: `age1…`.
    Age,
    /// An SSH key: `ssh-ed25519 …`.
    SshEd25519,
    /// An SSH key: `ssh-rsa …`.
    SshRsa,
}

/// Why a text is not taken as a public key to seal to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RecipientKeyProblem {
    /// There is no text.
    Empty,
    /// The text is too long for any key.
    TooLong,
    /// It is a private key. Its owner must not give it to anybody.
    PrivateKey,
    /// There are several keys.
    Several,
    /// It is a key of a kind to which the app can't seal.
    OtherKind {
        /// The kind as written in the text, such as `ecdsa-sha2-nistp256`.
        name: String,
    },
    /// The key is cut off or has a mistake in it.
    Damaged,
    /// An RSA key that is too short to be safe.
    RsaTooShort {
        /// Its length.
        bits: u32,
    },
    /// An RSA key that is longer than the app supports.
    RsaTooLong,
    /// It is no public key.
    NotAKey,
}

/// The program with which the recipient computes the receipt code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptTool {
    /// `openssl`, in a shell of Linux or macOS.
    Openssl,
    /// PowerShell on Windows.
    PowerShell,
    /// Python 3.
    Python,
    /// PHP.
    Php,
    /// Node.js.
    Node,
}

/// A line that the recipient runs to get the receipt code. It asks for the key, so that the key is not in the shell's
/// history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptCommand {
    /// What runs it.
    pub tool: ReceiptTool,
    /// The line.
    pub line: String,
}
