//! Clearing practice. The app writes down what it will delete before it deletes anything, so a
//! clearing that a crash interrupts is finished at the next start.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use keydesk_core::model::{Failure, KeyId, no_progress};
use keydesk_core::service::ModeData;
use keydesk_core::store::replace_file;
use keydesk_practice::state_files;

/// A clearing that has begun and not ended: the content of `clearing.json`.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Clearing {
    /// Whether the presenter's own numbers stay.
    pub(super) keep_numbers: bool,
    /// The keychain entries to delete. Their names are not secret.
    pub(super) entries: Vec<KeyId>,
}

impl Clearing {
    /// The clearing that was interrupted in this folder. `None` if there is none.
    ///
    /// Fails with `StoreUnreadable` if the file can't be read or is damaged.
    pub(super) async fn unfinished(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = file(folder);
        let text = match blocking(move || std::fs::read(path)).await? {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                tracing::error!(kind = ?error.kind(), "clearing.json can't be read");
                return Err(Failure::StoreUnreadable);
            }
        };
        serde_json::from_slice(&text).map(Some).map_err(|error| {
            tracing::error!(%error, "clearing.json is damaged");
            Failure::StoreUnreadable
        })
    }

    /// Writes this clearing to the disk. From then on it is carried out, now or at the next start.
    pub(super) async fn begin(&self, folder: &Path) -> Result<(), Failure> {
        let path = file(folder);
        let text =
            serde_json::to_vec(self).map_err(|error| Failure::internal("serialize", &error))?;
        blocking(move || replace_file(&path, &text)).await?.map_err(|error| unwritable(&error))
    }

    /// Deletes keychain entries and store, and the practice server's files unless the own numbers
    /// stay. In that case the practice server must be reset instead.
    pub(super) async fn delete(&self, mode_data: &ModeData, state: &Path) -> Result<(), Failure> {
        mode_data.clear(&self.entries, &no_progress()).await?;
        if !self.keep_numbers {
            for file in state_files(state) {
                remove(file).await?;
            }
        }
        Ok(())
    }

    /// Deletes `clearing.json`, because nothing is left to delete.
    pub(super) async fn finish(folder: &Path) -> Result<(), Failure> {
        remove(file(folder)).await
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("clearing.json")
}

async fn remove(path: PathBuf) -> Result<(), Failure> {
    match blocking(move || std::fs::remove_file(path)).await? {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unwritable(&error)),
        _ => Ok(()),
    }
}

fn unwritable(error: &io::Error) -> Failure {
    tracing::error!(kind = ?error.kind(), "the practice folder can't be written");
    Failure::StoreUnwritable
}

/// Does file work in a background task, because it waits for the disk.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<io::Result<T>, Failure> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.map_err(|error| Failure::internal("join", &error))
}
