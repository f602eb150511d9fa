//! What the window gets from the shell itself: start, settings, clipboard, places.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::desk::Mode;

/// What the window knows before its first paint, without asking.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartInfo {
    /// Practice or live; none until the person has chosen on the Welcome page.
    pub mode: Option<Mode>,
    /// The app's version.
    pub version: String,
    /// `linux`, `macos` or `windows`.
    pub system: String,
    /// The system's languages (BCP 47), the preferred one first.
    pub languages: Vec<String>,
    /// The system's region (ISO 3166-1 alpha-2), where it says so.
    pub region: Option<String>,
    /// What the person has set.
    pub settings: Settings,
}

/// What the person has set, the same in practice and live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// The window's language; none: the system's.
    pub language: Option<String>,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// Seconds until a copied secret is taken off the clipboard.
    pub clipboard_seconds: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: None, theme: Theme::System, clipboard_seconds: 30 }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Where everything is kept on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Places {
    /// The folder of everything the app writes.
    pub data_folder: String,
    /// The service under which the keychain lists the secrets of this mode.
    pub keychain_service: String,
}

/// A secret went to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Seconds until it is taken off again.
    pub clears_after: u32,
}

/// Which secret is on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopiedWhat {
    /// A key.
    Key,
    /// A token.
    Token,
}

/// Sent to the window as the event `clipboard`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClipboardState {
    /// A secret is on it.
    Holds {
        /// Which.
        what: CopiedWhat,
        /// Seconds until it is taken off.
        seconds: u32,
    },
    /// The secret is no longer on it.
    Emptied,
}

/// A number of the practice phone book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeNumber {
    /// The digits.
    pub digits: String,
    /// What it plays; the catalogs have a sentence for each.
    pub plays: String,
}

impl From<&keydesk_practice::Entry> for PracticeNumber {
    fn from(entry: &keydesk_practice::Entry) -> Self {
        Self { digits: entry.digits.to_owned(), plays: entry.plays.name().to_owned() }
    }
}
