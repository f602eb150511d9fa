//! Lists, calendar files and the files of hand-overs, which the person opens with other programs.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use ts_rs::TS;

use keydesk_core::hand_over::RenderedFile;
use keydesk_core::model::Failure;
use keydesk_core::service::RegisterFile;

use crate::{email, hand_over_files};

/// A list, a calendar, or a part of a hand-over that was saved as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SavedList {
    /// The full path of the folder.
    pub(crate) folder: String,
    /// The name of the file, with its extension.
    pub(crate) file: String,
    /// How many texts were left out because they look like a key or a token.
    pub(crate) left_out: usize,
}

/// The folder in which lists are saved, and the one that was saved last.
pub(crate) struct SavedLists {
    folder: PathBuf,
    last_saved: Mutex<Option<PathBuf>>,
}

impl SavedLists {
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        Self { folder, last_saved: Mutex::default() }
    }

    /// Saves a file under this name, or with a number after it if the name is taken.
    pub(crate) async fn save(
        &self,
        name: String,
        extension: &'static str,
        file: RegisterFile,
    ) -> Result<SavedList, Failure> {
        let RegisterFile { content, left_out } = file;
        let saved = self.save_bytes(name, extension, content.into_bytes()).await?;
        Ok(SavedList { left_out, ..saved })
    }

    /// Saves a file that is not text, under this name or with a number after it.
    pub(crate) async fn save_bytes(
        &self,
        name: String,
        extension: &'static str,
        content: Vec<u8>,
    ) -> Result<SavedList, Failure> {
        let folder = self.folder.clone();
        self.saved_by(move || email::save(&folder, &name, extension, &content)).await
    }

    /// Saves a file of a hand-over: one part under this name, several in a folder with this name. A number comes after
    /// a name that is taken.
    pub(crate) async fn save_parts(
        &self,
        name: String,
        parts: Vec<RenderedFile>,
    ) -> Result<SavedList, Failure> {
        let folder = self.folder.clone();
        self.saved_by(move || hand_over_files::save(&folder, &name, &parts)).await
    }

    async fn saved_by(
        &self,
        save: impl FnOnce() -> io::Result<PathBuf> + Send + 'static,
    ) -> Result<SavedList, Failure> {
        let saved = tauri::async_runtime::spawn_blocking(save).await;
        let saved = saved.map_err(|error| Failure::internal("join", &error))?;
        let path = saved.map_err(|error| {
            tracing::error!(kind = ?error.kind(), "a list can't be saved");
            Failure::StoreUnwritable
        })?;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        *self.last_saved.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        Ok(SavedList { folder: self.folder.display().to_string(), file, left_out: 0 })
    }

    /// The folder in which files are saved.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file that was saved last. `None` if none was saved since the app started.
    pub(crate) fn last_saved(&self) -> Option<PathBuf> {
        self.last_saved.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
