//! Why the app can't start, and how a person learns it.

use std::io::Write;

use fluent_bundle::FluentArgs;

use crate::sentences::Sentences;
use crate::start_config::Refused;
use crate::view::Settings;

/// The page from which Microsoft's `WebView2` is downloaded.
#[cfg(windows)]
const WEB_ENGINE_PAGE: &str = "https://go.microsoft.com/fwlink/p/?LinkId=2124703";

/// Why the app can't start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartFailure {
    /// An environment variable can't be used.
    Refused(Refused),
    /// Windows has no `WebView2`, which shows the pages.
    NoWebEngine,
    /// Another process uses the same data folder: in another session of the same person.
    FolderInUse,
    /// `keydesk token` has to ask the person, and there is no desktop to show a window on.
    NoDesktop,
    /// An error of Tauri, such as a window that can't be made. Holds its text.
    Other(String),
}

impl StartFailure {
    /// Fails if the system has no web engine to show pages with.
    pub(crate) fn check_web_engine() -> Result<(), Self> {
        if cfg!(windows) && tauri::webview_version().is_err() {
            return Err(Self::NoWebEngine);
        }
        Ok(())
    }

    /// Says why on the standard error, and on Windows and macOS in a message box: there a program that
    /// is not started from a console has no visible standard error. Returns when the box is closed.
    pub(crate) fn show(&self) {
        let text = self.print();
        self.show_box(&text);
    }

    /// Says why on the standard error only. Returns the sentence.
    pub(crate) fn print(&self) -> String {
        let text = self.text(&Sentences::of(&Settings::default()));
        tracing::error!(reason = ?self, "the app can't start");
        // If the standard error is closed, the exit code still says that the app did not start.
        let _ = writeln!(std::io::stderr(), "{text}");
        text
    }

    fn text(&self, sentences: &Sentences) -> String {
        let mut arguments = FluentArgs::new();
        let id = match self {
            Self::Refused(Refused::Address(variable)) => {
                arguments.set("variable", *variable);
                "start-refused-address"
            }
            Self::Refused(Refused::Start) => "start-refused-start",
            Self::NoWebEngine => "start-no-web-engine",
            Self::FolderInUse => "start-folder-in-use",
            Self::NoDesktop => "start-no-desktop",
            Self::Other(error) => {
                arguments.set("error", error.as_str());
                "start-failed"
            }
        };
        sentences.say_with(id, &arguments)
    }

    #[cfg(any(windows, target_os = "macos"))]
    fn show_box(&self, text: &str) {
        use rfd::{MessageButtons, MessageDialog, MessageDialogResult, MessageLevel};

        let offers_download = cfg!(windows) && *self == Self::NoWebEngine;
        let buttons = if offers_download { MessageButtons::OkCancel } else { MessageButtons::Ok };
        let pressed = MessageDialog::new()
            .set_level(MessageLevel::Error)
            .set_title("Key Desk")
            .set_description(text)
            .set_buttons(buttons)
            .show();
        #[cfg(windows)]
        if offers_download && pressed == MessageDialogResult::Ok {
            // The box names the address, too.
            let _ = tauri_plugin_opener::open_url(WEB_ENGINE_PAGE, None::<&str>);
        }
        #[cfg(not(windows))]
        let _: MessageDialogResult = pressed;
    }

    #[cfg(not(any(windows, target_os = "macos")))]
    #[expect(clippy::unused_self, reason = "other systems show a message box")]
    fn show_box(&self, _text: &str) {}
}

impl From<Refused> for StartFailure {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<tauri::Error> for StartFailure {
    fn from(error: tauri::Error) -> Self {
        Self::Other(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_sentence_in_every_language() {
        for failure in [
            StartFailure::Refused(Refused::Start),
            StartFailure::Refused(Refused::Address("KEYDESK_SANDBOX_URL")),
            StartFailure::NoWebEngine,
            StartFailure::FolderInUse,
            StartFailure::NoDesktop,
            StartFailure::Other("the window can't be made".to_owned()),
        ] {
            let say = |language: &str| {
                let settings = Settings { language: Some(language.into()), ..Settings::default() };
                failure.text(&Sentences::of(&settings))
            };
            let (english, ukrainian) = (say("en"), say("uk"));
            assert!(english.starts_with("Key Desk") && english != ukrainian, "{english}");
        }
    }
}
