//! The folder for the web engine's data. Without one the web engine opens no window.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use keydesk_core::store::private_folder;

/// The web engine's folder.
pub(crate) enum WebData {
    /// A folder in the app's own folder.
    Permanent(PathBuf),
    /// A folder that is deleted when the app ends, because the app's own folder can't be written: the
    /// window must open to say so.
    Temporary(TempDir),
}

impl WebData {
    /// Makes the folder in `home`, or else a temporary one. If neither can be made, returns the one
    /// in `home`, and the web engine reports its error.
    pub(crate) fn open(home: &Path) -> Self {
        let folder = home.join("webview");
        let Err(error) = private_folder(&folder) else { return Self::Permanent(folder) };
        tracing::warn!(kind = ?error.kind(), "the folder for the web engine can't be made");
        tempfile::tempdir().map_or(Self::Permanent(folder), Self::Temporary)
    }

    pub(crate) fn folder(&self) -> &Path {
        match self {
            Self::Permanent(folder) => folder,
            Self::Temporary(folder) => folder.path(),
        }
    }
}
