//! What a database file is, seen without writing to it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::file::{OTHER_FILES, with_suffix};
use super::{BUSY_TIMEOUT, failure, migrations};
use crate::model::Failure;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// It is missing, or has no tables.
    Nothing,
    /// A store with the tables of this migration step.
    Store(usize),
    /// A store of a newer version of the app.
    Newer,
    /// It is damaged, or it is something else.
    NoStore,
}

/// Looks at a file that no connection of this process has open. Blocks.
///
/// Fails with `store_unwritable` if the system refuses to open the file.
pub(super) fn look(path: &Path) -> Result<Content, Failure> {
    let length = |path: &Path| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    match length(path) {
        // What SQLite has not yet written to the file. It would delete that.
        0 if length(&with_suffix(path, "-wal")) > 0 => return Ok(Content::NoStore),
        0 => return Ok(Content::Nothing),
        // SQLite takes a file of one byte for an empty one.
        1 => return Ok(Content::NoStore),
        _ => {}
    }
    match read_only(path).and_then(|connection| read(&connection)) {
        Ok(content) => Ok(content),
        Err(error) => match failure(&error) {
            Failure::StoreUnreadable => Ok(Content::NoStore),
            other => Err(other),
        },
    }
}

/// The newest step of the tables in this database.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Content> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if (version, tables) == (0, 0) {
        return Ok(Content::Nothing);
    }
    // Every version until now has these eight columns. A later one may have fewer of them.
    let known: i64 = connection.query_row(
        "SELECT (SELECT count(*) FROM pragma_table_info('keys')
                 WHERE name IN ('id', 'name', 'environment', 'last_four', 'added_at'))
              + (SELECT count(*) FROM pragma_table_info('attempts')
                 WHERE name IN ('key', 'digits', 'started_at'))",
        [],
        |row| row.get(0),
    )?;
    Ok(match usize::try_from(version) {
        Ok(version) if version > migrations::latest() && known > 0 => Content::Newer,
        Ok(version @ 1..) if known == 8 => Content::Store(version),
        _ => Content::NoStore,
    })
}

/// Whether the database has a row in any table.
pub(super) fn has_rows(connection: &Connection) -> rusqlite::Result<bool> {
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for table in tables {
        let quoted = table.replace('"', "\"\"");
        let sql = format!("SELECT EXISTS (SELECT 1 FROM \"{quoted}\")");
        if connection.query_row(&sql, [], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether `SQLite` finds the structure of the database sound. Reads all of it.
pub(super) fn is_sound(connection: &Connection) -> rusqlite::Result<bool> {
    let checked = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match checked {
        Ok(found) if found == "ok" => Ok(true),
        // It may quote values, so the log does not get it.
        Ok(_) => Ok(false),
        Err(error) if failure(&error) == Failure::StoreUnreadable => Ok(false),
        Err(error) => Err(error),
    }
}

/// Opens a database that is only read, also while another connection has it open.
pub(super) fn read_only(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let absolute = std::path::absolute(path).ok();
    let address = absolute.and_then(|path| url::Url::from_file_path(path).ok());
    let connection = match address {
        Some(mut address) if !may_be_in_use(path) => {
            // Without this, SQLite leaves two files beside a database in WAL mode.
            address.set_query(Some("immutable=1"));
            Connection::open_with_flags(address.as_str(), flags | OpenFlags::SQLITE_OPEN_URI)
        }
        _ => Connection::open_with_flags(path, flags),
    }?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    Ok(connection)
}

/// Whether there is a write-ahead log to read, or an open connection. Every connection to a store has a `-shm`.
fn may_be_in_use(path: &Path) -> bool {
    OTHER_FILES.iter().any(|suffix| with_suffix(path, suffix).exists())
}
