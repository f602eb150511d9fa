//! The SQLite file of a mode: records of keys without their secrets, attempts to get a key, and guides.
//!
//! What a call has written is on the disk when it returns (write-ahead log, `synchronous = FULL`). Only
//! their owner can open the folder (0700) and the files (0600).

mod affiliations;
mod attempts;
mod file;
mod guides;
mod imports;
mod keys;
mod migrations;
mod named;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::ErrorCode;

use crate::model::Failure;

pub use attempts::{Answer, Attempt, NewAttempt, Refusal};
pub(crate) use file::remove;
pub use file::{private_file, private_folder, replace_file};
pub use imports::ImportNote;

/// The store of one mode.
#[derive(Clone, Debug)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the store, creates it if it is missing, and brings its tables up to date. Blocks.
    ///
    /// Fails with `store_unwritable` or `store_unreadable`.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        file::prepare(path).map_err(|error| {
            tracing::error!(kind = ?error.kind(), "the store's file can't be created");
            Failure::StoreUnwritable
        })?;
        let mut connection = Connection::open(path).map_err(|error| failure(&error))?;
        set_up(&connection).map_err(|error| failure(&error))?;
        migrations::run(&mut connection)?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)) })
    }

    /// As [`Store::open`], on a thread that may block.
    pub async fn open_in_background(path: PathBuf) -> Result<Self, Failure> {
        tokio::task::spawn_blocking(move || Self::open(&path))
            .await
            .unwrap_or_else(|error| Err(Failure::internal("join", &error)))
    }

    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let connection = Arc::clone(&self.connection);
        tokio::task::spawn_blocking(move || {
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut connection).map_err(|error| failure(&error))
        })
        .await
        .unwrap_or_else(|error| Err(Failure::internal("join", &error)))
    }
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
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
        _ => Failure::StoreUnreadable,
    }
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
        let at = chrono::DateTime::UNIX_EPOCH;
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
