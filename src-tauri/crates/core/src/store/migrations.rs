//! The tables. A migration step that was released is never edited; changes get another step.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::model::Failure;

const STEPS: &[M<'_>] = &[
    M::up(
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
    ),
    M::up(
        "CREATE TABLE key_organizations (
            key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (key, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE guide_runs (
            id INTEGER PRIMARY KEY NOT NULL,
            guide TEXT NOT NULL CHECK (guide IN ('europe', 'ukraine', 'method_1')),
            organization TEXT NOT NULL,
            started_at TEXT NOT NULL,
            key TEXT REFERENCES keys (id) ON DELETE SET NULL
        ) STRICT;

        CREATE TABLE guide_steps (
            run INTEGER NOT NULL REFERENCES guide_runs (id) ON DELETE CASCADE,
            step TEXT NOT NULL,
            done INTEGER NOT NULL CHECK (done IN (0, 1)),
            answer TEXT,
            PRIMARY KEY (run, step)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE affiliations (
            run INTEGER PRIMARY KEY NOT NULL REFERENCES guide_runs (id) ON DELETE CASCADE,
            organization TEXT NOT NULL,
            country TEXT,
            tax_code TEXT NOT NULL,
            full_name TEXT NOT NULL,
            phone TEXT NOT NULL,
            phone_country TEXT,
            email TEXT NOT NULL,
            manager_email TEXT NOT NULL,
            language TEXT NOT NULL
        ) STRICT;

        CREATE TABLE account (
            only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
            full_name TEXT NOT NULL,
            phone TEXT NOT NULL,
            phone_country TEXT,
            email TEXT NOT NULL
        ) STRICT;",
    ),
    M::up(
        "CREATE TABLE imports (
            key TEXT PRIMARY KEY NOT NULL,
            environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'production', 'ukraine')),
            organization TEXT NOT NULL,
            last_four TEXT NOT NULL,
            started_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;",
    ),
];

/// Brings the tables up to date. Fails with `store_unreadable` if a newer version has written the store.
pub(super) fn run(connection: &mut Connection) -> Result<(), Failure> {
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => super::failure(&err),
        other => {
            tracing::error!(error = %other, "the store's tables can't be brought up to date");
            Failure::StoreUnreadable
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_valid() {
        Migrations::from_slice(STEPS).validate().unwrap();
    }

    #[test]
    fn a_store_of_the_first_release_keeps_its_keys() {
        let mut connection = Connection::open_in_memory().unwrap();
        Migrations::from_slice(STEPS).to_version(&mut connection, 1).unwrap();
        connection
            .execute_batch(
                "INSERT INTO keys (id, name, environment, last_four, status, added_at)
                 VALUES ('k', 'Shop', 'sandbox', '4bf2', 'active', '2026-11-01T00:00:00Z')",
            )
            .unwrap();
        run(&mut connection).unwrap();
        let names: (String, i64) = connection
            .query_row(
                "SELECT name, (SELECT count(*) FROM key_organizations) FROM keys",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .unwrap();
        assert_eq!(names, ("Shop".to_owned(), 0));
    }
}
