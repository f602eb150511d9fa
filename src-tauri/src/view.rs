//! What the window gets from the shell itself: start, settings, clipboard, places.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::model::Mode;
use keydesk_core::service::KeyCard;

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
    /// Presenter view; none: it was never opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub presenter: Option<Presenter>,
}

/// What the person has set, the same in practice and live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// The window's language; none: the system's.
    pub language: Option<String>,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// How large everything is.
    pub text_size: TextSize,
    /// Seconds until a copied secret is taken off the clipboard.
    pub clipboard_seconds: u32,
    /// Seconds until the window that shows a key closes by itself.
    pub show_seconds: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            text_size: TextSize::default(),
            clipboard_seconds: 30,
            show_seconds: 30,
        }
    }
}

/// Presenter view, which is there in practice only, and how far its script has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Presenter {
    /// Everything is larger, and no secret is shown.
    pub on: bool,
    /// How large everything is meanwhile.
    pub text_size: TextSize,
    /// The script, by its name in ui/scripts; none is chosen yet.
    pub script: Option<String>,
    /// The ids of its steps that have happened.
    pub done: Vec<String>,
    /// The step that is up; none: the script is at its end.
    pub step: Option<String>,
    /// The script is folded away.
    pub folded: bool,
}

impl Default for Presenter {
    fn default() -> Self {
        Self {
            on: false,
            text_size: TextSize::from(150),
            script: None,
            done: vec![],
            step: None,
            folded: false,
        }
    }
}

/// How large everything in the window is, in percent of the usual size: one of a few steps. Any
/// other number, from a file that somebody edited, becomes the step below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(from = "i64")]
#[ts(type = "100 | 125 | 150 | 175 | 200 | 300 | 400")]
pub struct TextSize(u16);

impl TextSize {
    const STEPS: [u16; 7] = [100, 125, 150, 175, 200, 300, 400];

    /// How many times larger than usual.
    #[must_use]
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(Self::STEPS[0])
    }
}

impl From<i64> for TextSize {
    fn from(percent: i64) -> Self {
        let below = Self::STEPS.into_iter().rfind(|step| i64::from(*step) <= percent);
        below.map_or_else(Self::default, Self)
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

/// A key was brought in from the clipboard.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BroughtInKey {
    /// The key, safe in the keychain.
    pub key: KeyCard,
    /// It is no longer on the clipboard.
    pub clipboard_emptied: bool,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_size_that_is_no_step_becomes_the_step_below() {
        for (stored, taken) in
            [(-5, 100), (0, 100), (100, 100), (199, 175), (200, 200), (399, 300), (99_999, 400)]
        {
            assert_eq!(TextSize::from(stored), TextSize(taken), "{stored}");
        }
    }

    #[test]
    fn the_window_knows_the_same_steps() {
        let steps = TextSize::STEPS.map(|step| step.to_string()).join(" | ");
        assert_eq!(TextSize::decl(&ts_rs::Config::new()), format!("type TextSize = {steps};"));
    }
}
