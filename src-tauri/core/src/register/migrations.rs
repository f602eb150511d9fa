//! The tables, step by step. A step that has been released is never edited: another follows it.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::failure::Failure;

const STEPS: &[M<'_>] = &[M::up(
    "CREATE TABLE keys (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'production', 'ukraine')),
        last_four TEXT NOT NULL,
        digits TEXT,
        phone TEXT,
        created_at TEXT,
        valid_until TEXT,
        status TEXT NOT NULL CHECK (status IN ('active', 'expired', 'retired', 'refused')),
        last_proven_at TEXT,
        added_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX keys_by_digits ON keys (digits);

    CREATE TABLE attempts (
        id INTEGER PRIMARY KEY NOT NULL,
        key TEXT NOT NULL UNIQUE,
        digits TEXT NOT NULL,
        phone TEXT NOT NULL,
        started_at TEXT NOT NULL,
        answer_created_at TEXT,
        answer_valid_until TEXT,
        answer_last_four TEXT,
        answer_active INTEGER,
        ending TEXT,
        ask_again_from TEXT,
        dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1))
    ) STRICT;
    CREATE INDEX attempts_by_digits ON attempts (digits);",
)];

/// Brings the tables up to date. A register of a newer version is `store_unreadable`.
pub(super) fn run(connection: &mut Connection) -> Result<(), Failure> {
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => super::failure(&err),
        _ => Failure::StoreUnreadable,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_fit_together() {
        Migrations::from_slice(STEPS).validate().unwrap();
    }
}
