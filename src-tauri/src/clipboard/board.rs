//! One clipboard of this computer: the system's, or on Wayland that of GTK.

#[cfg(target_os = "linux")]
use arboard::{ClearExtLinux, GetExtLinux, LinuxClipboardKind};
use arboard::{Clipboard, Set};
use zeroize::Zeroizing;

use keydesk_core::model::Failure;

#[cfg(target_os = "linux")]
use super::toolkit;

/// One of the places that hold a copied text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Selection {
    /// What "Copy" fills and "Paste" inserts.
    Clipboard,
    /// Linux only: the text that was marked last. The middle mouse button inserts it.
    Primary,
}

/// A clipboard. Its methods block, because they may have to wait for other programs.
pub(super) trait Board: Send {
    /// The text of a selection. `None` if it has none, or if the system has no such selection.
    fn text(&mut self, selection: Selection) -> Result<Option<Zeroizing<String>>, Failure>;

    /// Copies a text. A secret is marked, so that clipboard histories leave it out. After an error the
    /// clipboard may have the text without the marks.
    fn set_text(&mut self, text: &str, is_secret: bool) -> Result<(), Failure>;

    /// Removes what a selection has, whichever program it came from.
    fn clear(&mut self, selection: Selection) -> Result<(), Failure>;
}

/// Opens the clipboard. It must stay open after a copy: on Linux the program that copied serves the
/// text.
///
/// Fails with `ClipboardMissing` if this desktop gives programs none.
pub(super) fn open() -> Result<Box<dyn Board>, Failure> {
    #[cfg(target_os = "linux")]
    if toolkit::is_wayland() {
        return Ok(Box::new(toolkit::ToolkitBoard));
    }
    match Clipboard::new() {
        Ok(clipboard) => Ok(Box::new(SystemBoard(clipboard))),
        // There is no display to connect to. Other systems always have a clipboard.
        Err(error) if cfg!(target_os = "linux") => {
            tracing::warn!(%error, "there is no clipboard");
            Err(Failure::ClipboardMissing)
        }
        Err(error) => Err(refused(&error)),
    }
}

struct SystemBoard(Clipboard);

impl Board for SystemBoard {
    fn text(&mut self, selection: Selection) -> Result<Option<Zeroizing<String>>, Failure> {
        let text = match selection {
            Selection::Clipboard => self.0.get_text(),
            #[cfg(target_os = "linux")]
            Selection::Primary => self.0.get().clipboard(LinuxClipboardKind::Primary).text(),
            #[cfg(not(target_os = "linux"))]
            Selection::Primary => return Ok(None),
        };
        match text {
            Ok(text) => Ok(Some(Zeroizing::new(text)).filter(|text| !text.is_empty())),
            Err(arboard::Error::ContentNotAvailable) => Ok(None),
            Err(error) => Err(refused(&error)),
        }
    }

    fn set_text(&mut self, text: &str, is_secret: bool) -> Result<(), Failure> {
        let set = if is_secret { keep_out_of_histories(self.0.set()) } else { self.0.set() };
        set.text(text).map_err(|error| refused(&error))
    }

    fn clear(&mut self, selection: Selection) -> Result<(), Failure> {
        match selection {
            // Desktops such as GNOME and Xfce keep a copy of the clipboard, and put it back when nobody
            // has the clipboard. An empty text replaces that copy as well.
            #[cfg(target_os = "linux")]
            Selection::Clipboard => self.set_text("", true),
            #[cfg(not(target_os = "linux"))]
            Selection::Clipboard => self.0.clear().map_err(|error| refused(&error)),
            #[cfg(target_os = "linux")]
            Selection::Primary => {
                let clear = self.0.clear_with().clipboard(LinuxClipboardKind::Primary);
                clear.map_err(|error| refused(&error))
            }
            #[cfg(not(target_os = "linux"))]
            Selection::Primary => Ok(()),
        }
    }
}

#[cfg(target_os = "linux")]
fn keep_out_of_histories(set: Set<'_>) -> Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn keep_out_of_histories(set: Set<'_>) -> Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn keep_out_of_histories(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
}

fn refused(error: &arboard::Error) -> Failure {
    tracing::warn!(%error, "the clipboard refused");
    Failure::ClipboardRefused
}
