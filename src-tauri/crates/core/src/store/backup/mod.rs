//! Backups of the store: files in the folder `backups` beside it that only their owner can open.
//!
//! A backup is copied with `SQLite`'s online backup into a temporary file, checked, synced to the disk, and then
//! gets its name. Older ones are deleted only after that. A backup has what the store has, so no secret.

mod name;
mod preview;
mod restore;

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::{self, StepResult};
use tempfile::TempPath;

use super::inspect::{self, Content};
use super::{Store, failure, file, unwritable};
use crate::clock::{Clock, SystemClock};
use crate::model::{BackupId, BackupKind, Failure};

pub(super) use name::BackupFile;
pub(super) use preview::{list, preview};
pub(super) use restore::{finish_restore, remove_all, restore_unread};

/// How many backups of a kind are kept.
fn kept(kind: BackupKind) -> usize {
    match kind {
        BackupKind::Daily => 7,
        BackupKind::Upgrade | BackupKind::Restore => 5,
    }
}

/// The names of files that a crash has left unfinished begin with this.
const UNFINISHED: &str = "making-";

impl Store {
    /// Makes today's backup, unless there is one or the store is empty. Returns whether it made one. Uses another
    /// connection, so that no other call waits.
    ///
    /// Fails with `store_unreadable` if the store is damaged, which the backup has shown.
    pub async fn back_up_daily(&self, now: DateTime<Utc>) -> Result<bool, Failure> {
        let path = self.path.clone();
        self.noting_damage(move || {
            let folder = folder_of(&path);
            let is_of_today = |file: &BackupFile| {
                file.kind == BackupKind::Daily && file.at.date_naive() == now.date_naive()
            };
            if all(&folder).iter().any(is_of_today) {
                return Ok(false);
            }
            let connection = inspect::read_only(&path).map_err(|error| failure(&error))?;
            if !inspect::has_rows(&connection).map_err(|error| failure(&error))? {
                return Ok(false);
            }
            make(&connection, &folder, BackupKind::Daily, now)?;
            Ok(true)
        })
        .await
    }

    /// Checks the structure of the whole file, beside other calls.
    ///
    /// Fails with `store_unreadable` if it is damaged. Every later call of the store then fails like that.
    pub async fn check_structure(&self) -> Result<(), Failure> {
        let path = self.path.clone();
        self.noting_damage(move || {
            let connection = inspect::read_only(&path).map_err(|error| failure(&error))?;
            let is_sound = inspect::is_sound(&connection).map_err(|error| failure(&error))?;
            if is_sound { Ok(()) } else { Err(Failure::StoreUnreadable) }
        })
        .await
    }
}

/// Makes a backup before the tables of a store are changed, if it has rows.
///
/// Fails with `store_unreadable` if the store is damaged, and with `store_unwritable` if the backup can't be
/// written. The tables are not changed then.
pub(super) fn before_upgrade(path: &Path, connection: &Connection) -> Result<(), Failure> {
    if !inspect::has_rows(connection).map_err(|error| failure(&error))? {
        return Ok(());
    }
    let now = SystemClock::default().now();
    make(connection, &folder_of(path), BackupKind::Upgrade, now).map(drop)
}

/// Makes a backup and deletes the oldest ones of its kind.
///
/// Fails with `store_unreadable` if the database is damaged. Deletes nothing then.
fn make(
    connection: &Connection,
    folder: &Path,
    kind: BackupKind,
    now: DateTime<Utc>,
) -> Result<BackupFile, Failure> {
    let Content::Store(version) = inspect::read(connection).map_err(|error| failure(&error))?
    else {
        return Err(Failure::StoreUnreadable);
    };
    let temporary = temporary_in(folder)?;
    copy(connection, &temporary).map_err(|error| failure(&error))?;
    if !is_sound_file(&temporary)? {
        tracing::error!("a backup is damaged");
        let is_original_sound = inspect::is_sound(connection).map_err(|error| failure(&error))?;
        let of_disk = Failure::StoreUnwritable;
        return Err(if is_original_sound { of_disk } else { Failure::StoreUnreadable });
    }
    let made = BackupFile::unused(folder, now, version, kind);
    sync(&temporary)
        .and_then(|()| file::persist(temporary, &made.path))
        .and_then(|()| file::sync_folder(folder))
        .map_err(|error| unwritable(&error))?;
    tracing::info!(?kind, version, "a backup was made");
    delete_old(folder, kind, now, &made);
    Ok(made)
}

/// Deletes the oldest backups of a kind. One that is dated later than now is older than any other: the
/// clock was wrong. The new one stays in any case.
fn delete_old(folder: &Path, kind: BackupKind, now: DateTime<Utc>, made: &BackupFile) {
    let mut old = all(folder);
    old.retain(|file| file.kind == kind && file != made);
    old.sort_by_key(|file| (file.at <= now, file.at));
    let surplus = (old.len() + 1).saturating_sub(kept(kind));
    for file in old.into_iter().take(surplus) {
        if let Err(error) = std::fs::remove_file(&file.path) {
            tracing::warn!(kind = ?error.kind(), "an old backup can't be deleted");
        }
    }
}

/// Copies a database that may be in use. The copy is one file, without a write-ahead log.
fn copy(from: &Connection, to: &Path) -> rusqlite::Result<()> {
    let mut target = Connection::open(to)?;
    copy_all(from, &mut target)?;
    drop(target);
    // The copy says that it has a write-ahead log, as the original does. A new connection reads that.
    let target = Connection::open(to)?;
    target.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    target.pragma_update(None, "journal_mode", "DELETE")
}

/// Replaces the content of a database by that of another one, in one transaction.
fn copy_all(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    const ALL_PAGES: i32 = -1;
    match backup::Backup::new(from, to)?.step(ALL_PAGES)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        )),
    }
}

/// A new file in the folder of backups. Deletes what a crash has left there.
fn temporary_in(folder: &Path) -> Result<TempPath, Failure> {
    let make = || {
        file::private_folder(folder)?;
        for entry in std::fs::read_dir(folder)?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                std::fs::remove_file(entry.path())?;
            }
        }
        let file =
            tempfile::Builder::new().prefix(UNFINISHED).suffix(".sqlite").tempfile_in(folder)?;
        Ok(file.into_temp_path())
    };
    make().map_err(|error: std::io::Error| unwritable(&error))
}

fn is_sound_file(path: &Path) -> Result<bool, Failure> {
    inspect::read_only(path)
        .and_then(|connection| inspect::is_sound(&connection))
        .map_err(|error| failure(&error))
}

fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::OpenOptions::new().write(true).open(path)?.sync_all()
}

/// The folder with the backups of a store.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    path.with_file_name("backups")
}

/// All backups, the newest first. None if there is no folder.
pub(super) fn all(folder: &Path) -> Vec<BackupFile> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.filter_map(|entry| BackupFile::of(&entry.path())).collect();
    files.sort_by_key(|file| Reverse(file.at));
    files
}

/// The backup with this id. Fails with `not_found` if there is none.
fn find(folder: &Path, id: &BackupId) -> Result<BackupFile, Failure> {
    all(folder).into_iter().find(|file| file.id == *id).ok_or(Failure::NotFound)
}

#[cfg(test)]
mod tests;
