//! Restoring a backup. The list that is replaced is never deleted: it becomes a backup, or, if it is
//! damaged, its files get another name.
//!
//! A damaged store is replaced in steps that survive a crash:
//!
//! | killed | what the next start finds | what it does |
//! |---|---|---|
//! | before the damaged file has another name | the damaged file, and perhaps a prepared one | offers the backup again |
//! | after that | no store, and a prepared file | gives the prepared file the name of the store |
//!
//! A sound store is replaced in one transaction of `SQLite`.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use tempfile::TempPath;

use super::name::dated;
use super::preview::has;
use super::{copy_all, find, folder_of, is_sound_file, make, sync, temporary_in};
use crate::model::{Actor, BackupId, BackupKind, Failure, HistoryEntry, HistoryEvent};
use crate::store::file::{self, OTHER_FILES, with_suffix};
use crate::store::{Store, failure, history, in_background, inspect, migrations, unwritable};

/// What the name of a prepared file that waits for the damaged one to be away ends with.
const RESTORING: &str = ".restoring";

/// What the name of a damaged store has after the name of the store, before the date.
const DAMAGED: &str = ".damaged-";

impl Store {
    /// Replaces the list by that of a backup, or by an empty one for `None`. The lines of the history stay.
    /// Returns where the damaged file is kept; `None` if the list was not damaged and is a backup now.
    ///
    /// Fails, and changes nothing, if the list can't be backed up because the disk is full, and if the backup is
    /// damaged (`store_unreadable`), is of a newer version (`store_newer`) or is gone (`not_found`).
    pub async fn restore(
        &self,
        from: Option<BackupId>,
        now: DateTime<Utc>,
    ) -> Result<Option<PathBuf>, Failure> {
        let store = self.clone();
        in_background(move || store.restore_blocking(from.as_ref(), now)).await
    }

    fn restore_blocking(
        &self,
        from: Option<&BackupId>,
        now: DateTime<Utc>,
    ) -> Result<Option<PathBuf>, Failure> {
        let mut connection = self.lock();
        let folder = folder_of(&self.path);
        let is_damaged = self.is_damaged()
            || match make(&connection, &folder, BackupKind::Restore, now) {
                Ok(_) => false,
                Err(Failure::StoreUnreadable) => true,
                Err(failure) => return Err(failure),
            };
        let prepared = prepare(&self.path, from, now)?;
        if !is_damaged {
            inspect::read_only(&prepared)
                .and_then(|from| copy_all(&from, &mut connection))
                .map_err(|error| failure(&error))?;
            return Ok(None);
        }
        // Until the store is open again, a connection without tables is in its place. It also closes the files, which
        // Windows needs to rename them.
        *connection = Connection::open_in_memory().map_err(|error| failure(&error))?;
        self.set_damaged(true);
        let aside = put_in_place(&self.path, prepared, now)?;
        *connection = Store::connect(&self.path)?;
        self.set_damaged(false);
        Ok(aside)
    }
}

/// As [`Store::restore`], for a store that can't be opened because it is damaged. Blocks.
pub(in crate::store) fn restore_unread(
    path: &Path,
    from: Option<&BackupId>,
    now: DateTime<Utc>,
) -> Result<Option<PathBuf>, Failure> {
    let prepared = prepare(path, from, now)?;
    put_in_place(path, prepared, now)
}

/// Goes on with a restore that a crash has interrupted. Blocks.
pub(in crate::store) fn finish_restore(path: &Path) -> Result<(), Failure> {
    let prepared = prepared_for(path);
    if !prepared.exists() {
        return Ok(());
    }
    let finish = || {
        if path.exists() {
            // It had not begun. The person is asked again.
            return fs::remove_file(&prepared);
        }
        let now = fs::metadata(&prepared)?.modified()?.into();
        take_place(path, &prepared, now)
    };
    finish().map_err(|error| unwritable(&error))
}

/// A file with the tables of this version and what the backup has. The readable lines of the present history are
/// in it too, because a history loses nothing, and what calendars were told.
fn prepare(path: &Path, from: Option<&BackupId>, now: DateTime<Utc>) -> Result<TempPath, Failure> {
    let folder = folder_of(path);
    let prepared = temporary_in(&folder)?;
    if let Some(id) = from {
        let backup = find(&folder, id)?;
        if backup.version > migrations::latest() {
            return Err(Failure::StoreNewer);
        }
        if !is_sound_file(&backup.path)? {
            tracing::error!("the chosen backup is damaged");
            return Err(Failure::StoreUnreadable);
        }
        fs::copy(&backup.path, &prepared).map_err(|error| unwritable(&error))?;
    }
    let mut connection = Connection::open(&prepared).map_err(|error| failure(&error))?;
    migrations::run(&mut connection)?;
    for kept in [keep_history(&connection, path), keep_calendar(&connection, path)] {
        if let Err(error) = kept {
            let code = error.sqlite_error_code();
            tracing::warn!(?code, "the history or the calendar can't be read to its end");
        }
    }
    let noted = from.map_or(Ok(()), |_| history::add(&connection, &restored(now)));
    noted
        .and_then(|()| connection.close().map_err(|(_, error)| error))
        .map_err(|error| failure(&error))?;
    sync(&prepared).map_err(|error| unwritable(&error))?;
    Ok(prepared)
}

fn restored(at: DateTime<Utc>) -> HistoryEntry {
    HistoryEntry::without_key(Actor::Person, HistoryEvent::Restored, at)
}

/// Adds the lines of the present history that the other one does not have.
fn keep_history(to: &Connection, path: &Path) -> rusqlite::Result<()> {
    keep(
        (to, path),
        "history",
        "SELECT at, actor, key, key_name, last_four, event FROM history ORDER BY id",
        "INSERT INTO history (at, actor, key, key_name, last_four, event)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6
         WHERE NOT EXISTS (SELECT 1 FROM history
                           WHERE at = ?1 AND actor = ?2 AND key IS ?3 AND event = ?6)",
    )
}

/// Keeps what the last calendar file said of each key. A calendar ignores an event with a smaller SEQUENCE than it
/// has, and the next file cancels the events of keys that the restored list does not have.
fn keep_calendar(to: &Connection, path: &Path) -> rusqlite::Result<()> {
    keep(
        (to, path),
        "calendar_entries",
        "SELECT key, day, content, sequence, changed_at, is_cancelled FROM calendar_entries",
        "INSERT INTO calendar_entries (key, day, content, sequence, changed_at, is_cancelled)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (key) DO UPDATE
            SET day = ?2, content = ?3, sequence = ?4, changed_at = ?5, is_cancelled = ?6
            WHERE ?4 >= sequence",
    )
}

/// Adds rows of the present store to another one. Stops at the first row that can't be read.
fn keep(
    (to, path): (&Connection, &Path),
    table: &str,
    select: &str,
    insert: &str,
) -> rusqlite::Result<()> {
    let present = inspect::read_only(path)?;
    if !has(&present, table)? {
        return Ok(());
    }
    let mut rows = present.prepare(select)?;
    let columns = rows.column_count();
    let mut add = to.prepare(insert)?;
    let transaction = to.unchecked_transaction()?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next().transpose() {
        let values = row.and_then(|row| {
            (0..columns)
                .map(|column| row.get(column))
                .collect::<rusqlite::Result<Vec<rusqlite::types::Value>>>()
        });
        match values {
            Ok(values) => add.execute(rusqlite::params_from_iter(values)).map(drop)?,
            Err(error) => {
                transaction.commit()?;
                return Err(error);
            }
        }
    }
    transaction.commit()
}

/// Gives the damaged file another name, and the prepared one the name of the store.
fn put_in_place(
    path: &Path,
    prepared: TempPath,
    now: DateTime<Utc>,
) -> Result<Option<PathBuf>, Failure> {
    let waiting = prepared_for(path);
    let replace = || {
        // From here on a start finds it, once the damaged file is away.
        file::persist(prepared, &waiting)?;
        sync_folder_of(path)?;
        let aside = unused_aside(path, now);
        let is_there = path.exists();
        if is_there {
            file::rename(path, &aside)?;
            sync_folder_of(path)?;
        }
        move_others(path, &aside)?;
        file::rename(&waiting, path)?;
        sync_folder_of(path)?;
        Ok(is_there.then_some(aside))
    };
    let aside = replace().map_err(|error: std::io::Error| unwritable(&error))?;
    tracing::warn!(is_kept = aside.is_some(), "a damaged store was replaced");
    Ok(aside)
}

/// Gives a prepared file the name of the store, which is missing.
fn take_place(path: &Path, prepared: &Path, now: DateTime<Utc>) -> std::io::Result<()> {
    move_others(path, &unused_aside(path, now))?;
    file::rename(prepared, path)?;
    sync_folder_of(path)
}

/// What `SQLite` had beside the damaged file belongs to that file. Beside another one it would damage that too.
fn move_others(path: &Path, aside: &Path) -> std::io::Result<()> {
    for suffix in OTHER_FILES {
        let other = with_suffix(path, suffix);
        if other.exists() {
            file::rename(&other, &with_suffix(aside, suffix))?;
        }
    }
    Ok(())
}

fn sync_folder_of(path: &Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), file::sync_folder)
}

/// The path of a prepared file that waits for the damaged one to be away.
fn prepared_for(path: &Path) -> PathBuf {
    with_suffix(path, RESTORING)
}

/// A path for the damaged file that no other file has.
fn unused_aside(path: &Path, now: DateTime<Utc>) -> PathBuf {
    let named = with_suffix(path, &format!("{DAMAGED}{}", dated(now)));
    let numbered = (2..).map(|number: u32| with_suffix(&named, &format!("-{number}")));
    let mut unused = std::iter::once(named.clone()).chain(numbered).filter(|path| !path.exists());
    unused.next().unwrap_or(named)
}

/// Deletes all backups of a store that is not open, and the damaged files before it. Blocks.
pub(in crate::store) fn remove_all(path: &Path) -> std::io::Result<()> {
    if let Err(error) = fs::remove_dir_all(folder_of(path))
        && error.kind() != std::io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let beside = |entry: &fs::DirEntry| {
        let (name, store) = (entry.file_name(), path.file_name().unwrap_or_default());
        let rest =
            name.to_string_lossy().strip_prefix(&*store.to_string_lossy()).map(str::to_owned);
        rest.is_some_and(|rest| rest.starts_with(DAMAGED) || rest == RESTORING)
    };
    let entries = path.parent().map(fs::read_dir).into_iter().flatten().flatten().flatten();
    entries.filter(beside).try_for_each(|entry| fs::remove_file(entry.path()))
}
