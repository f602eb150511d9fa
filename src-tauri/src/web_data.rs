//! Where the web engine keeps its data. It won't open a window without a folder.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use keydesk_core::store::private_folder;

/// The engine's folder.
pub(crate) enum WebData {
    /// In the app's own folder.
    Ours(PathBuf),
    /// One that goes with the app, because nothing can be written in the app's own: a window that
    /// says so beats none.
    Passing(TempDir),
}

impl WebData {
    /// Makes the folder in `home`, or else a temporary one. If even that can't be made, `home` has to
    /// do, and the engine says why it doesn't.
    pub(crate) fn open(home: &Path) -> Self {
        let ours = home.join("webview");
        if private_folder(&ours).is_ok() {
            return Self::Ours(ours);
        }
        tempfile::tempdir().map_or(Self::Ours(ours), Self::Passing)
    }

    pub(crate) fn folder(&self) -> &Path {
        match self {
            Self::Ours(folder) => folder,
            Self::Passing(folder) => folder.path(),
        }
    }
}
