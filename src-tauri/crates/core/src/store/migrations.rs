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
    M::up(GUIDES_OF_NOVEMBER_2026),
];

/// The guides ask first whether the organization is offered. Runs that were started before keep their
/// progress:
///
/// - Two steps have another id.
/// - The guide for Ukraine has one step in place of four. It is done if the last of the four is.
/// - A run whose email was sent has the answer "no". One whose key was created without an email has "yes".
/// - The notes about the account go into the form of each run that still has to write its email. Nothing
///   else reads the table, and it holds personal data, so it is dropped.
const GUIDES_OF_NOVEMBER_2026: &str = "
    UPDATE guide_steps SET step = 'add_key' WHERE step = 'bring_in';
    UPDATE guide_steps SET step = 'check' WHERE step = 'prove';

    DELETE FROM guide_steps
    WHERE step IN ('settings', 'security', 'create')
      AND run IN (SELECT id FROM guide_runs WHERE guide = 'ukraine');
    UPDATE guide_steps SET step = 'create'
    WHERE step = 'copy' AND run IN (SELECT id FROM guide_runs WHERE guide = 'ukraine');

    INSERT INTO guide_steps (run, step, done, answer)
    SELECT id, 'offered', 1, 'no' FROM guide_runs
    WHERE guide = 'europe' AND id IN (
        SELECT run FROM guide_steps WHERE done = 1 AND step IN ('affiliate', 'answer'));
    INSERT OR IGNORE INTO guide_steps (run, step, done, answer)
    SELECT id, 'offered', 1, 'yes' FROM guide_runs
    WHERE guide = 'europe' AND (
        key IS NOT NULL
        OR id IN (SELECT run FROM guide_steps WHERE done = 1 AND step = 'create'));

    INSERT OR IGNORE INTO affiliations (run, organization, country, tax_code, full_name, phone,
                                        phone_country, email, manager_email, language)
    SELECT guide_runs.id, guide_runs.organization, NULL, '', account.full_name, account.phone,
           account.phone_country, account.email, '', ''
    FROM guide_runs, account
    WHERE guide = 'europe' AND account.full_name || account.phone || account.email <> ''
      AND guide_runs.id IN (SELECT run FROM guide_steps WHERE done = 1 AND step = 'account')
      AND guide_runs.id NOT IN (SELECT run FROM guide_steps WHERE step = 'offered');
    DROP TABLE account;";

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

    /// A store with runs as the version before wrote them.
    fn store_with_runs() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        Migrations::from_slice(STEPS).to_version(&mut connection, 3).unwrap();
        connection
            .execute_batch(
                "INSERT INTO keys (id, name, environment, last_four, status, added_at)
                 VALUES ('k', 'Shop', 'production', '91c0', 'active', '2026-11-01T00:00:00Z');
                 INSERT INTO guide_runs (id, guide, organization, started_at, key) VALUES
                    (1, 'europe', 'Sent', '2026-11-01T00:00:00Z', NULL),
                    (2, 'europe', 'Account', '2026-11-01T00:00:00Z', NULL),
                    (3, 'europe', 'Key', '2026-11-01T00:00:00Z', 'k'),
                    (4, 'europe', 'New', '2026-11-01T00:00:00Z', NULL),
                    (5, 'ukraine', 'Created', '2026-11-01T00:00:00Z', NULL),
                    (6, 'ukraine', 'Copied', '2026-11-01T00:00:00Z', NULL);
                 INSERT INTO guide_steps (run, step, done, answer) VALUES
                    (1, 'account', 1, NULL), (1, 'affiliate', 1, '2026-11-02T00:00:00Z'),
                    (2, 'account', 1, NULL), (3, 'person', 1, 'natural'),
                    (4, 'bring_in', 0, 'a'), (4, 'prove', 0, 'b'),
                    (5, 'cabinet', 1, NULL), (5, 'create', 1, NULL),
                    (6, 'cabinet', 1, NULL), (6, 'settings', 1, NULL), (6, 'security', 1, NULL),
                    (6, 'create', 1, NULL), (6, 'copy', 1, NULL);
                 INSERT INTO account VALUES (1, 'Anna Schmidt', '0821 343', 'DE', 'anna@hanse.example');",
            )
            .unwrap();
        connection
    }

    /// The steps of a run, each with `+` if it is done, and with its answer.
    fn steps_of(connection: &Connection, run: i64) -> Vec<String> {
        connection
            .prepare(
                "SELECT step || iif(done, '+', '-') || coalesce(' ' || answer, '')
                 FROM guide_steps WHERE run = ?1 ORDER BY step",
            )
            .unwrap()
            .query_map([run], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    }

    #[test]
    fn runs_of_the_version_before_keep_their_progress() {
        let mut connection = store_with_runs();
        run(&mut connection).unwrap();
        for (run, steps) in [
            (1, &["account+", "affiliate+ 2026-11-02T00:00:00Z", "offered+ no"][..]),
            (2, &["account+"]),
            (3, &["offered+ yes", "person+ natural"]),
            (4, &["add_key- a", "check- b"]),
            (5, &["cabinet+"]),
            (6, &["cabinet+", "create+"]),
        ] {
            assert_eq!(steps_of(&connection, run), steps, "run {run}");
        }
    }

    #[test]
    fn the_notes_about_the_account_go_into_the_emails_that_are_still_to_write() {
        let mut connection = store_with_runs();
        run(&mut connection).unwrap();
        let forms: Vec<(i64, String, String, String)> = connection
            .prepare("SELECT run, organization, full_name, phone_country FROM affiliations")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        let expected = (2, "Account".to_owned(), "Anna Schmidt".to_owned(), "DE".to_owned());
        assert_eq!(forms, [expected]);
        assert!(!connection.table_exists(None, "account").unwrap());
    }
}
