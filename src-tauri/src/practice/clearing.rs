//! What is to be cleared away, written down before anything goes: so a crash in the middle leaves
//! nothing half.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use keydesk_core::model::{Failure, KeyId, no_progress};
use keydesk_core::service::ModeData;
use keydesk_practice::kept_files;

/// A clearing that has begun and not ended.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Clearing {
    /// The presenter's own numbers stay.
    pub(super) keep_numbers: bool,
    /// The names of the entries in the keychain that go; they say nothing about the keys.
    pub(super) entries: Vec<KeyId>,
}

impl Clearing {
    /// The one that was begun in this folder; none: there is nothing to finish.
    pub(super) async fn under_way(folder: &Path) -> Result<Option<Self>, Failure> {
        let note = note(folder);
        let read = aside(move || std::fs::read(note)).await;
        match read {
            Ok(text) => match serde_json::from_slice(&text) {
                Ok(clearing) => Ok(Some(clearing)),
                Err(_) => Err(Failure::StoreUnreadable),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(_) => Err(Failure::StoreUnreadable),
        }
    }

    /// Writes down that it begins: from here on it is carried out, now or at the next start.
    pub(super) async fn begin(&self, folder: &Path) -> Result<(), Failure> {
        let note = note(folder);
        let text = serde_json::to_vec(self).map_err(|_| Failure::StoreUnwritable)?;
        aside(move || write(&note, &text)).await.map_err(|_| Failure::StoreUnwritable)
    }

    /// Removes keychain entries and store, and the files of practice's Nova Post unless its own
    /// numbers are to stay; then it is for its Nova Post to forget the rest.
    pub(super) async fn clear(&self, mode_data: &ModeData, state: &Path) -> Result<(), Failure> {
        mode_data.clear(&self.entries, &no_progress()).await?;
        if !self.keep_numbers {
            for file in kept_files(state) {
                remove(file).await?;
            }
        }
        Ok(())
    }

    /// Writes down that nothing is left.
    pub(super) async fn end(folder: &Path) -> Result<(), Failure> {
        remove(note(folder)).await
    }
}

fn note(folder: &Path) -> PathBuf {
    folder.join("clearing.json")
}

/// Whole or not at all, and on the disk when it returns.
fn write(path: &Path, text: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

async fn remove(path: PathBuf) -> Result<(), Failure> {
    match aside(move || std::fs::remove_file(path)).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::StoreUnwritable),
        _ => Ok(()),
    }
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(io::Error::other("ended")))
}
