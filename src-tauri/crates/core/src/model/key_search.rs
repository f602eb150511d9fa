//! Where a key was found on this computer.

use serde::Serialize;
use ts_rs::TS;

/// How a key was written where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyForm {
    /// As it is.
    Text,
    /// In UTF-16, which some programs of Windows write.
    Utf16,
    /// In Base64, as emails and programs write it.
    Base64,
}

/// Where in a file a key was found. Never the text around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum FoundAt {
    /// In a line of a text file.
    Line {
        /// Its number, from 1.
        #[ts(type = "number")]
        line: u64,
    },
    /// In a file that is no text.
    Byte {
        /// The position of its first byte, from 0.
        #[ts(type = "number")]
        position: u64,
    },
    /// In a file inside a zip file or an office document.
    Inside {
        /// The name of that file, such as `word/document.xml`. With the names of both if it is in another zip file.
        entry: String,
    },
    /// In the name of the file or of the folder.
    Name,
}
