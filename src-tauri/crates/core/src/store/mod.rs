//! The SQLite file of a mode: records of keys without their secrets, attempts to get a key, and guides.
//!
//! What a call has written is on the disk when it returns (write-ahead log, `synchronous = FULL`). Only
//! their owner can open the folder (0700) and the files (0600).
//!
//! ```text
//! <folder>/register.sqlite                     the store; `-wal` and `-shm` beside it belong to it
//! <folder>/register.sqlite.damaged-<date>      a damaged store that was replaced
//! <folder>/register.sqlite.restoring           exists only while a damaged store is replaced, and after a crash then
//! <folder>/backups/<date>-v<step>-<kind>.sqlite
//! ```

mod affiliations;
mod attempts;
mod backup;
mod calendar;
mod checks;
mod file;
mod fold;
mod guides;
mod hand_overs;
mod history;
mod imports;
mod inspect;
mod key_requests;
mod keys;
mod leaks;
mod lists;
mod migrations;
mod named;
mod notified;
mod register;
mod replacements;
mod reviews;
mod token_permissions;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::ErrorCode;

use crate::model::{Backup, BackupId, BackupPreview, Failure};

use inspect::Content;

pub use attempts::{Answer, Attempt, NewAttempt, Refusal};
pub use calendar::CalendarEntry;
pub use file::{private_file, private_folder, replace_file};
pub use hand_overs::NewHandOver;
pub use imports::ImportNote;
pub use lists::ListChange;
pub use register::{KeyAccount, KeyRows, KeySets, is_found};
pub use replacements::StepTaken;
pub use reviews::ReviewDates;

/// How long a connection waits for another one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The store of one mode.
#[derive(Clone, Debug)]
pub struct Store {
    path: Arc<Path>,
    connection: Arc<Mutex<Connection>>,
    /// Set when the file has turned out to be damaged. Every call fails until a backup is restored.
    is_damaged: Arc<AtomicBool>,
}

impl Store {
    /// Opens the store, creates it if it is missing, and brings its tables up to date. Makes a backup before that, if
    /// it has rows. Blocks.
    ///
    /// Fails with `store_unwritable`, with `store_newer`, and with `store_unreadable` if the file is damaged, is no
    /// store, or is missing or empty although there are backups. Writes nothing to such files.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        Ok(Self {
            path: path.into(),
            connection: Arc::new(Mutex::new(Self::connect(path)?)),
            is_damaged: Arc::default(),
        })
    }

    fn connect(path: &Path) -> Result<Connection, Failure> {
        backup::finish_restore(path)?;
        let content = inspect::look(path)?;
        let has_backups = || !backup::all(&backup::folder_of(path)).is_empty();
        match content {
            Content::Store(_) => {}
            Content::Nothing if !has_backups() => {}
            Content::Newer => {
                tracing::error!("a newer version has written the store");
                return Err(Failure::StoreNewer);
            }
            Content::Nothing | Content::NoStore => {
                tracing::error!(?content, "the store's file is damaged");
                return Err(Failure::StoreUnreadable);
            }
        }
        file::prepare(path).map_err(|error| unwritable(&error))?;
        let mut connection = Connection::open(path).map_err(|error| failure(&error))?;
        set_up(&connection).map_err(|error| failure(&error))?;
        if content != Content::Store(migrations::latest()) {
            backup::before_upgrade(path, &connection)?;
            migrations::run(&mut connection)?;
        }
        // Only now, because migrations switch them off.
        connection.pragma_update(None, "foreign_keys", true).map_err(|error| failure(&error))?;
        Ok(connection)
    }

    /// As [`Store::open`], on a thread that may block.
    pub async fn open_in_background(path: PathBuf) -> Result<Self, Failure> {
        in_background(move || Self::open(&path)).await
    }

    /// Replaces a store that can't be opened because it is damaged, as [`Store::restore`] does, and opens it.
    pub(crate) async fn restore_unread(
        path: PathBuf,
        from: Option<BackupId>,
        now: DateTime<Utc>,
    ) -> Result<(Self, Option<PathBuf>), Failure> {
        in_background(move || {
            let aside = backup::restore_unread(&path, from.as_ref(), now)?;
            Ok((Self::open(&path)?, aside))
        })
        .await
    }

    /// The backups of the store with this file that this version can restore, the newest first.
    pub async fn backups(path: PathBuf) -> Result<Vec<Backup>, Failure> {
        in_background(move || Ok(backup::list(&path))).await
    }

    /// What restoring a backup would do; for `None`, the newest one that is not damaged. Returns `None` if there is no
    /// such backup. The store need not be open.
    ///
    /// Fails with `not_found` if the backup is gone.
    pub async fn preview_backup(
        path: PathBuf,
        id: Option<BackupId>,
    ) -> Result<Option<BackupPreview>, Failure> {
        in_background(move || backup::preview(&path, id.as_ref())).await
    }

    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = self.clone();
        in_background(move || {
            let mut connection = store.lock();
            if store.is_damaged() {
                return Err(Failure::StoreUnreadable);
            }
            work(&mut connection).map_err(|error| failure(&error))
        })
        .await
    }

    /// Does work that reads the whole file. If the work finds it damaged, every later call fails.
    async fn noting_damage<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let done = in_background(work).await;
        if matches!(done, Err(Failure::StoreUnreadable)) {
            self.set_damaged(true);
        }
        done
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_damaged(&self) -> bool {
        self.is_damaged.load(Ordering::Relaxed)
    }

    fn set_damaged(&self, is_damaged: bool) {
        self.is_damaged.store(is_damaged, Ordering::Relaxed);
    }
}

/// Deletes a store that is not open, with its backups and the damaged files before it. Skips missing files. Blocks.
pub(crate) fn remove(path: &Path) -> std::io::Result<()> {
    backup::remove_all(path)?;
    file::remove(path)
}

async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(Failure::internal("join", &error)))
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // What was deleted or replaced is overwritten in the file.
    connection.pragma_update(None, "secure_delete", true)
}

/// The failure for an error of SQLite. The log gets the error's code, never a value.
fn failure(error: &rusqlite::Error) -> Failure {
    let code = error.sqlite_error_code();
    tracing::error!(?code, "the store failed");
    match code {
        Some(
            ErrorCode::CannotOpen
            | ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::PermissionDenied
            | ErrorCode::ReadOnly
            | ErrorCode::SystemIoFailure,
        ) => Failure::StoreUnwritable,
        // An error of the program: the file is as it should be.
        Some(ErrorCode::ApiMisuse | ErrorCode::ConstraintViolation | ErrorCode::OutOfMemory) => {
            Failure::internal("store", &"SQLite refused a call")
        }
        _ => Failure::StoreUnreadable,
    }
}

/// The failure for an error of the file system.
fn unwritable(error: &std::io::Error) -> Failure {
    tracing::error!(kind = ?error.kind(), "a file of the store can't be written");
    Failure::StoreUnwritable
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Killing a process can't show what is on the disk, because the system writes its memory later. Only
    /// this setting of the connection decides it.
    #[test]
    fn every_commit_is_synced_to_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let connection = store.connection.lock().unwrap();
        let synchronous: i64 =
            connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        let every_commit_is_synced = 2;
        assert_eq!(synchronous, every_commit_is_synced);
    }

    #[tokio::test]
    async fn what_was_deleted_is_no_longer_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        let store = Store::open(&path).unwrap();
        let name = "Hanse Textil und Partner";
        let at = DateTime::UNIX_EPOCH;
        let run = store.start_guide(crate::model::GuideName::Europe, name, at).await.unwrap();
        let is_in_file = || {
            let file = std::fs::read(&path).unwrap();
            file.windows(name.len()).any(|part| part == name.as_bytes())
        };
        let checkpoint = |store: &Store| {
            let connection = store.connection.lock().unwrap();
            connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        };
        checkpoint(&store);
        assert!(is_in_file());
        store.end_guide(run.id).await.unwrap();
        checkpoint(&store);
        assert!(!is_in_file());
    }
}
