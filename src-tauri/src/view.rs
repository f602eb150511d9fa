//! Data that crosses between the windows and the app itself: start, settings, clipboard, popup windows.
//! `keydesk_core` has the data about keys.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::model::{ApiEnvironment, Mode};
use keydesk_core::service::KeyCard;

use crate::policy::PolicyInfo;
use crate::sealed::Sealed;

/// What a page knows before it runs, so that its first paint waits for no command.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartInfo {
    /// `None` until the person has chosen a mode on the Welcome page.
    pub mode: Option<Mode>,
    /// The version of the app, such as `0.1.0`.
    pub version: String,
    /// `linux`, `macos` or `windows`.
    pub system: String,
    /// The system's languages (BCP 47), the preferred one first.
    pub languages: Vec<String>,
    /// The system's region (ISO 3166-1 alpha-2). `None` if no language of the system names one.
    pub region: Option<String>,
    /// The settings, or their defaults.
    pub settings: Settings,
    /// The addresses of live mode that are not Nova Post's, because environment variables or the policy say so.
    pub other_addresses: Vec<OtherAddress>,
    /// The host of the address for updates, if an environment variable says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub other_update_address: Option<String>,
    /// The policy of the organization.
    pub policy: PolicyInfo,
    /// The full path of a settings file that could not be read at this start, and was kept there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub settings_kept_aside: Option<String>,
    /// `None` if presenter view was never opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub presenter: Option<Presenter>,
}

/// An environment variable or the policy replaces Nova Post's address: keys and tokens go to another host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OtherAddress {
    /// The environment that has another address.
    pub environment: ApiEnvironment,
    /// The host, with its port if that is not the usual one.
    pub host: String,
}

/// The person's settings, the same in practice and live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// A language of the catalogs, such as `uk`. `None` for the system's language.
    pub language: Option<String>,
    /// Light, dark, or the system's theme.
    pub theme: Theme,
    /// Outside presenter view.
    pub text_size: TextSize,
    /// Seconds until a copied secret is cleared from the clipboard.
    pub clipboard_seconds: u32,
    /// Seconds until the popup window that shows a key closes by itself.
    pub show_seconds: u32,
    /// Whether the desktop shows notifications of what is due.
    pub notifications: bool,
    /// Whether the app looks for new versions by itself.
    pub look_for_updates: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            text_size: TextSize::default(),
            clipboard_seconds: 30,
            show_seconds: 30,
            notifications: true,
            look_for_updates: true,
        }
    }
}

impl Settings {
    /// The shortest and the longest time for which a secret is on the clipboard or shown, in seconds. The
    /// window offers times between them; a file that was edited by hand may have others.
    const SECONDS: std::ops::RangeInclusive<u32> = 10..=300;

    /// The settings with their times within the bounds.
    #[must_use]
    pub(crate) fn bounded(self) -> Self {
        let bounded = |seconds: u32| seconds.clamp(*Self::SECONDS.start(), *Self::SECONDS.end());
        Self {
            clipboard_seconds: bounded(self.clipboard_seconds),
            show_seconds: bounded(self.show_seconds),
            ..self
        }
    }
}

/// Presenter view, which exists in practice only, and the progress of its script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Presenter {
    /// While on, text is larger and no secret is shown.
    pub on: bool,
    /// While presenter view is on.
    pub text_size: TextSize,
    /// The name of the script in ui/scripts. `None` until one is chosen.
    pub script: Option<String>,
    /// The ids of the steps that are done.
    pub done: Vec<String>,
    /// The id of the current step. `None` at the end of the script.
    pub step: Option<String>,
    /// Whether the script panel is folded.
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

/// The text size in percent of the usual size: one of a few steps. Another number, from a file that was
/// edited by hand, becomes the step below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(from = "i64")]
#[ts(type = "100 | 125 | 150 | 175 | 200 | 300 | 400")]
pub struct TextSize(u16);

impl TextSize {
    const STEPS: [u16; 7] = [100, 125, 150, 175, 200, 300, 400];

    /// The factor to the usual size.
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

/// The theme of all windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// The system's theme, also when it changes.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Where data and secrets are stored on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StorageLocations {
    /// The full path of the folder for everything that the app writes.
    pub data_folder: String,
    /// The name under which the keychain lists the secrets of the chosen mode.
    pub keychain_service: String,
}

/// A secret was copied to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Seconds until it is cleared.
    pub clears_after: u32,
}

/// A key was imported.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedKey {
    /// The key, which the keychain has.
    pub key: KeyCard,
    /// Whether the key is certainly not on the clipboard. `false` if the clipboard refused.
    pub clipboard_emptied: bool,
}

/// The kind of a copied secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopiedWhat {
    /// An API key.
    Key,
    /// A token that an API key got.
    Token,
}

/// The payload of the event `clipboard`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClipboardState {
    /// A secret was copied.
    Holds {
        /// The kind of secret.
        what: CopiedWhat,
        /// Seconds until it is cleared.
        seconds: u32,
    },
    /// The secret was cleared or replaced.
    Emptied,
}

/// What the popup window shows.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Revealed {
    /// The text to show.
    pub(crate) secret: Sealed,
    /// Whether it is the passphrase of a sealed key. Otherwise it is a key.
    pub(crate) is_passphrase: bool,
    /// Whether the text is not the secret but dots, for a key with the last four characters, because presenter view
    /// is on.
    pub(crate) is_covered: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_text_size_becomes_the_step_below_it() {
        for (stored, taken) in
            [(-5, 100), (0, 100), (100, 100), (199, 175), (200, 200), (399, 300), (99_999, 400)]
        {
            assert_eq!(TextSize::from(stored), TextSize(taken), "{stored}");
        }
    }

    #[test]
    fn the_typescript_type_has_the_same_steps() {
        let steps = TextSize::STEPS.map(|step| step.to_string()).join(" | ");
        assert_eq!(TextSize::decl(&ts_rs::Config::new()), format!("type TextSize = {steps};"));
    }
}
