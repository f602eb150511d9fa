//! What a backup has, and what it does not have. The tables are read as every version has them.

use std::collections::HashSet;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Row};

use super::{BackupFile, all, find, folder_of, is_sound_file};
use crate::model::{
    ApiEnvironment, Backup, BackupId, BackupKey, BackupPreview, Failure, MissingInBackup,
};
use crate::store::named::Named;
use crate::store::{inspect, migrations};

/// How many keys a preview names.
const NAMED: usize = 5;

/// The backups that this version can restore, the newest first. Blocks.
pub(in crate::store) fn list(path: &Path) -> Vec<Backup> {
    readable(path).into_iter().filter_map(|file| summary(&file).ok()).collect()
}

/// The preview of a backup, or of the newest sound one. `None` if there is no sound one. Blocks.
pub(in crate::store) fn preview(
    path: &Path,
    id: Option<&BackupId>,
) -> Result<Option<BackupPreview>, Failure> {
    let file = if let Some(id) = id {
        Some(find(&folder_of(path), id)?)
    } else {
        let is_sound = |file: &BackupFile| is_sound_file(&file.path) == Ok(true);
        readable(path).into_iter().find(|file| is_sound(file) && summary(file).is_ok())
    };
    let Some(file) = file else { return Ok(None) };
    let of_file = |file: &BackupFile| {
        let list = Contents::read(&inspect::read_only(&file.path)?)?;
        Ok((summary(file)?, list))
    };
    let (backup, list) =
        of_file(&file).map_err(|error: rusqlite::Error| crate::store::failure(&error))?;
    // An error means that the list can't be read, which the preview says.
    let present = inspect::read_only(path).and_then(|it| Contents::read(&it)).ok();
    let missing = present.map(|present| present.without(&list));
    let some = list.keys.into_iter().take(NAMED).map(|(_, key)| key).collect();
    Ok(Some(BackupPreview { backup, some, missing }))
}

fn readable(path: &Path) -> Vec<BackupFile> {
    let mut files = all(&folder_of(path));
    files.retain(|file| file.version <= migrations::latest());
    files
}

fn summary(file: &BackupFile) -> rusqlite::Result<Backup> {
    let connection = inspect::read_only(&file.path)?;
    let count = |table| {
        connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
    };
    Ok(Backup {
        id: file.id.clone(),
        at: file.at,
        kind: file.kind,
        keys: count("keys")?,
        guides: if has(&connection, "guide_runs")? { count("guide_runs")? } else { 0 },
    })
}

/// The keys with their ids, the ones that were added last first, and the ids of the runs.
struct Contents {
    keys: Vec<(String, BackupKey)>,
    runs: HashSet<i64>,
}

impl Contents {
    fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let has_organizations = has(connection, "key_organizations")?;
        let organization = if has_organizations {
            "coalesce((SELECT name FROM key_organizations WHERE key = keys.id
                       ORDER BY position LIMIT 1), '')"
        } else {
            "''"
        };
        let keys = connection
            .prepare(&format!(
                "SELECT id, name, environment, last_four, {organization} AS organization
                 FROM keys ORDER BY added_at DESC, id"
            ))?
            .query_map([], read_key)?
            .collect::<rusqlite::Result<_>>()?;
        let mut runs = HashSet::new();
        if has(connection, "guide_runs")? {
            let mut statement = connection.prepare("SELECT id FROM guide_runs")?;
            runs = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        }
        Ok(Self { keys, runs })
    }

    /// What these have and the others do not.
    fn without(self, others: &Self) -> MissingInBackup {
        let known: HashSet<&str> = others.keys.iter().map(|(id, _)| id.as_str()).collect();
        let keys: Vec<BackupKey> = self
            .keys
            .into_iter()
            .filter(|(id, _)| !known.contains(id.as_str()))
            .map(|(_, key)| key)
            .collect();
        MissingInBackup {
            keys: u32::try_from(keys.len()).unwrap_or(u32::MAX),
            some: keys.into_iter().take(NAMED).collect(),
            guides: u32::try_from(self.runs.difference(&others.runs).count()).unwrap_or(u32::MAX),
        }
    }
}

fn read_key(row: &Row<'_>) -> rusqlite::Result<(String, BackupKey)> {
    let key = BackupKey {
        name: row.get("name")?,
        environment: row.get::<_, Named<ApiEnvironment>>("environment")?.0,
        last_four: row.get("last_four")?,
        organization: row.get("organization")?,
    };
    Ok((row.get("id")?, key))
}

/// Whether the database has this table.
pub(super) fn has(connection: &Connection, table: &str) -> rusqlite::Result<bool> {
    connection
        .query_row(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1",
            [table],
            |_| Ok(()),
        )
        .optional()
        .map(|found| found.is_some())
}
