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
    M::up(
        // A column's CHECK can only be changed by making the table again. Foreign keys are off meanwhile.
        "CREATE TABLE new_keys (
            id TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL,
            environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'production', 'ukraine')),
            last_four TEXT NOT NULL,
            digits TEXT,
            phone TEXT,
            holder TEXT NOT NULL DEFAULT '',
            notes TEXT NOT NULL DEFAULT '',
            created_at TEXT,
            valid_until TEXT,
            status TEXT NOT NULL
                CHECK (status IN ('active', 'expired', 'refused', 'deactivated', 'replaced')),
            replaced_by TEXT REFERENCES keys (id) ON DELETE SET NULL,
            last_verified_at TEXT,
            last_check_at TEXT,
            last_check_result TEXT CHECK (last_check_result IN ('works', 'refused', 'expired')),
            client TEXT,
            company_name TEXT,
            company_code TEXT,
            added_at TEXT NOT NULL,
            CHECK ((last_check_at IS NULL) = (last_check_result IS NULL)),
            CHECK ((company_name IS NULL) = (company_code IS NULL))
        ) STRICT;
        INSERT INTO new_keys (id, name, environment, last_four, digits, phone, created_at, valid_until,
                              status, last_verified_at, last_check_at, last_check_result, added_at)
            SELECT id, name, environment, last_four, digits, phone, created_at, valid_until,
                   CASE status WHEN 'retired' THEN 'replaced' ELSE status END,
                   last_proven_at, last_proven_at,
                   CASE WHEN last_proven_at IS NULL THEN NULL ELSE 'works' END, added_at
            FROM keys;
        DROP TABLE keys;
        ALTER TABLE new_keys RENAME TO keys;
        CREATE INDEX keys_by_digits ON keys (digits);

        CREATE TABLE key_places (
            key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('system', 'person')),
            name TEXT NOT NULL,
            PRIMARY KEY (key, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE history (
            id INTEGER PRIMARY KEY NOT NULL,
            at TEXT NOT NULL,
            actor TEXT NOT NULL CHECK (actor IN ('person', 'app')),
            key TEXT,
            key_name TEXT NOT NULL,
            last_four TEXT NOT NULL,
            event TEXT NOT NULL
        ) STRICT;
        CREATE INDEX history_by_key ON history (key);
        CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
            BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
            BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;",
    )
    .foreign_key_check(),
    M::up(
        "ALTER TABLE keys ADD COLUMN had_secret INTEGER NOT NULL DEFAULT 1 CHECK (had_secret IN (0, 1));

        CREATE TABLE calendar_entries (
            key TEXT PRIMARY KEY NOT NULL,
            day TEXT NOT NULL,
            content TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            changed_at TEXT NOT NULL,
            is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1))
        ) STRICT, WITHOUT ROWID;",
    ),
    M::up(
        // `search` and `sort_name` are computed in Rust, because SQLite changes the case of ASCII letters only.
        // NULL: not computed since the key was changed. Triggers set it, so that no writer can forget it.
        "ALTER TABLE keys ADD COLUMN search TEXT;
        ALTER TABLE keys ADD COLUMN sort_name TEXT;
        CREATE INDEX keys_to_fold ON keys (id) WHERE search IS NULL;
        CREATE INDEX keys_by_name ON keys (sort_name);
        CREATE INDEX keys_by_end ON keys (valid_until);
        CREATE INDEX keys_by_check ON keys (last_check_at);
        CREATE INDEX keys_by_creation ON keys (created_at);
        CREATE INDEX keys_by_addition ON keys (added_at);
        CREATE INDEX key_organizations_by_name ON key_organizations (name);
        CREATE TRIGGER keys_changed AFTER UPDATE OF
            name, last_four, phone, holder, notes, company_name, company_code ON keys
            BEGIN UPDATE keys SET search = NULL WHERE id = new.id; END;
        CREATE TRIGGER organizations_added AFTER INSERT ON key_organizations
            BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
        CREATE TRIGGER organizations_changed AFTER UPDATE ON key_organizations
            BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
        CREATE TRIGGER organizations_removed AFTER DELETE ON key_organizations
            BEGIN UPDATE keys SET search = NULL WHERE id = old.key; END;
        CREATE TRIGGER places_added AFTER INSERT ON key_places
            BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
        CREATE TRIGGER places_changed AFTER UPDATE ON key_places
            BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
        CREATE TRIGGER places_removed AFTER DELETE ON key_places
            BEGIN UPDATE keys SET search = NULL WHERE id = old.key; END;

        CREATE TABLE keys_view (
            only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
            view TEXT NOT NULL
        ) STRICT;",
    ),
    M::up(
        "ALTER TABLE guide_runs ADD COLUMN stepped_at TEXT;
        -- When a step was done was not noted before. The wait for Nova Post is counted from now on.
        UPDATE guide_runs SET stepped_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now');

        -- The last stage at which the person was notified of a thing that is due.
        CREATE TABLE notified (
            thing TEXT PRIMARY KEY NOT NULL,
            stage INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;",
    ),
    M::up(
        // The number of a replacement is not used again, because a page may still refer to one that is gone.
        "CREATE TABLE replacements (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            old TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
            new TEXT REFERENCES keys (id) ON DELETE SET NULL CHECK (new <> old),
            started_at TEXT NOT NULL,
            new_set_at TEXT,
            finished_at TEXT
        ) STRICT;
        CREATE UNIQUE INDEX replacement_of_key ON replacements (old) WHERE finished_at IS NULL;
        CREATE INDEX replacements_by_old ON replacements (old);
        CREATE INDEX replacements_by_new ON replacements (new);

        CREATE TABLE replacement_places (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            replacement INTEGER NOT NULL REFERENCES replacements (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('system', 'person')),
            name TEXT NOT NULL,
            done_at TEXT,
            UNIQUE (replacement, kind, name)
        ) STRICT;",
    ),
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

/// The number of the newest step, which `user_version` of an up-to-date store has.
pub(super) fn latest() -> usize {
    STEPS.len()
}

/// Brings the tables up to date. Fails with `store_newer` if a newer version has written the store.
///
/// Switches foreign keys off, because a step may make a table again, which would delete the rows that refer to it.
pub(super) fn run(connection: &mut Connection) -> Result<(), Failure> {
    // SQLite's bundled build switches them on by itself.
    connection
        .pragma_update(None, "foreign_keys", false)
        .map_err(|error| super::failure(&error))?;
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => super::failure(&err),
        rusqlite_migration::Error::MigrationDefinition(
            rusqlite_migration::MigrationDefinitionError::DatabaseTooFarAhead,
        ) => Failure::StoreNewer,
        other => {
            tracing::error!(error = %other, "the store's tables can't be brought up to date");
            Failure::StoreUnreadable
        }
    })
}

/// Brings the tables of an empty database to an earlier version.
#[cfg(test)]
pub(super) fn run_to(connection: &mut Connection, version: usize) {
    Migrations::from_slice(STEPS).to_version(connection, version).unwrap();
}

#[cfg(test)]
mod tests;
