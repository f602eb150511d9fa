//! Stores of every version that was released, in real files. The steps of the tables are never edited, so the
//! files are made by running them.

use std::collections::BTreeMap;

use rusqlite::types::Value;

use super::*;
use crate::store::migrations;

/// The rows that a store of this version may have, one statement for each table.
fn fill(version: usize) -> String {
    // Their names were others until the fifth step.
    let replaced = if version < 5 { "retired" } else { "replaced" };
    let verified = if version < 5 { "last_proven_at" } else { "last_verified_at" };
    let mut sql = format!(
        "INSERT INTO keys (id, name, environment, last_four, digits, phone, created_at, valid_until,
                           status, {verified}, added_at)
         VALUES ('k1', 'Київ', 'sandbox', '4bf2', '498213437654', '+49 821 3437654',
                 '2026-01-02T03:04:05Z', '2027-01-02T03:04:05Z', 'active', '2026-02-03T00:00:00Z',
                 '2026-01-02T03:04:06Z'),
                ('k2', '', 'sandbox', '0a77', '498213437654', '+49 821 3437654', NULL, NULL,
                 '{replaced}', NULL, '2025-01-02T03:04:06Z'),
                ('k3', 'Shop; \"Web\"', 'production', '91c0', NULL, NULL, NULL, NULL, 'refused',
                 '2026-03-03T00:00:00Z', '2026-01-05T00:00:00Z'),
                ('k4', 'Склад', 'ukraine', '7d1e', NULL, NULL, NULL, NULL, 'expired', NULL,
                 '2026-01-06T00:00:00Z');
         INSERT INTO attempts (key, digits, phone, started_at, answer_created_at, answer_valid_until,
                               answer_last_four, answer_active, ending, ask_again_from, dismissed)
         VALUES ('k1', '498213437654', '+49 821 3437654', '2026-01-02T03:04:00Z', NULL, NULL, NULL,
                 NULL, 'key_received', NULL, 0),
                ('k9', '491713920063', '+49 171 3920063', '2026-01-03T03:04:00Z',
                 '2026-01-03T03:04:01Z', '2027-01-03T03:04:01Z', '1234', 1, NULL,
                 '2026-01-04T00:00:00Z', 1);"
    );
    if version >= 2 {
        sql += "INSERT INTO key_organizations (key, position, name)
                VALUES ('k3', 0, 'Hanse Textil'), ('k3', 1, 'Nordlicht OÜ'), ('k4', 0, 'ТОВ Склад');
                INSERT INTO guide_runs (id, guide, organization, started_at, key)
                VALUES (3, 'europe', 'Hanse Textil', '2026-01-01T00:00:00Z', 'k3'),
                       (5, 'ukraine', '', '2026-01-02T00:00:00Z', NULL);
                INSERT INTO guide_steps (run, step, done, answer)
                VALUES (3, 'account', 1, NULL), (3, 'person', 0, 'other'), (5, 'choose', 1, 'a');
                INSERT INTO affiliations (run, organization, country, tax_code, full_name, phone,
                                          phone_country, email, manager_email, language)
                VALUES (3, 'Hanse', 'DE', '12', 'Zoë', '1', 'DE', 'z@firma.example', '', 'uk');";
    }
    if version == 2 || version == 3 {
        sql += "INSERT INTO account (only, full_name, phone, phone_country, email)
                VALUES (1, 'Zoë', '+49', NULL, 'z@firma.example');";
    }
    if version >= 3 {
        sql += "INSERT INTO imports (key, environment, organization, last_four, started_at)
                VALUES ('k8', 'production', 'Firma', 'e7f0', '2026-01-07T00:00:00Z');";
    }
    if version >= 5 {
        sql += "UPDATE keys SET holder = 'Olena', notes = 'for the shop', replaced_by = 'k1',
                       client = '400512', company_name = 'ТОВ', company_code = '12345678',
                       last_check_at = '2026-01-08T00:00:00Z', last_check_result = 'works'
                WHERE id = 'k2';
                INSERT INTO key_places (key, position, kind, name) VALUES ('k3', 0, 'system', 'Shop');
                INSERT INTO history (at, actor, key, key_name, last_four, event)
                VALUES ('2026-01-08T00:00:00Z', 'app', 'k1', '', '4bf2', '{\"event\":\"received\"}');";
    }
    if version >= 6 {
        sql +=
            "INSERT INTO calendar_entries (key, day, content, sequence, changed_at, is_cancelled)
                VALUES ('k1', '2027-01-02', 'Київ', 1, '2026-01-08T00:00:00Z', 0);";
    }
    if version >= 7 {
        sql += "INSERT INTO keys_view (only, view) VALUES (1, '{}');";
    }
    if version >= 8 {
        sql += "INSERT INTO notified (thing, stage) VALUES ('ends k1 2027-01-02', 1);";
    }
    if version >= 9 {
        sql += "INSERT INTO replacements (old, new, started_at) VALUES ('k3', NULL, '2026-01-08T00:00:00Z');
                INSERT INTO replacement_places (replacement, kind, name) VALUES (1, 'system', 'Shop');";
    }
    if version >= 10 {
        sql += "INSERT INTO history (at, actor, key, key_name, last_four, event)
                VALUES ('2026-01-09T00:00:00Z', 'person', NULL, '', '',
                        '{\"event\":\"file_saved\",\"file\":\"calendar\"}');";
    }
    if version >= 11 {
        sql += "INSERT INTO hand_overs (key, started_at, receiver, recipient, word)
                VALUES ('k3', '2026-01-10T00:00:00Z', 'sdk', 'Oleh', 'dubikola');
                INSERT INTO recipients (name, public_key, used_at)
                VALUES ('Oleh', 'age1', '2026-01-10T00:00:00Z');
                INSERT INTO sender_facts (organization, company, tax_code, payer_contract, sender_name,
                                          phone, email, country, city, division, address)
                VALUES ('', 'Hanse', '12', '', '', '', '', '', '', '', '');";
    }
    if version >= 12 {
        sql += "UPDATE recipients SET compared_at = '2026-01-11T00:00:00Z';
                INSERT INTO key_requests (request, kept_at)
                VALUES ('{\"keyRequest\": 1}', '2026-01-11T00:00:00Z');
                INSERT INTO token_permissions (program, key, until)
                VALUES ('/usr/bin/python3', 'k3', '2026-01-11T01:00:00Z');
                INSERT INTO leaks (key, cause, started_at, done)
                VALUES ('k3', 'email', '2026-01-11T00:00:00Z', '[]');
                INSERT INTO reviews (started_at, answers, signed_by)
                VALUES ('2026-01-11T00:00:00Z', '{}', '');
                INSERT INTO review_keys (review, key, key_name, last_four, answers, reviewed_at)
                VALUES (1, 'k3', 'Shop', '4bf2', '{}', '2026-01-11T00:00:00Z');";
    }
    sql
}

type Row = BTreeMap<String, Value>;

/// All rows of all tables.
fn rows(connection: &Connection) -> BTreeMap<String, Vec<Row>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let mut tables = connection.prepare(sql).unwrap();
    let tables: Vec<String> =
        tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let rows_of = |table: &String| {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> =
            statement.column_names().into_iter().map(str::to_owned).collect();
        let row = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Row> {
            columns.iter().map(|name| Ok((name.clone(), row.get(name.as_str())?))).collect()
        };
        statement.query_map([], row).unwrap().map(Result::unwrap).collect()
    };
    tables.iter().map(|table| (table.clone(), rows_of(table))).collect()
}

/// What the row of an older version is called now.
fn renamed(table: &str, mut row: Row) -> Row {
    if table == "keys" {
        if let Some(at) = row.remove("last_proven_at") {
            row.insert("last_verified_at".to_owned(), at);
        }
        if row["status"] == Value::Text("retired".to_owned()) {
            row.insert("status".to_owned(), Value::Text("replaced".to_owned()));
        }
    }
    row
}

fn of_version(version: usize) -> Env {
    let env = Env::new();
    let mut connection = Connection::open(env.path()).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    migrations::run_to(&mut connection, version);
    connection.execute_batch(&fill(version)).unwrap();
    env
}

#[tokio::test]
async fn an_upgrade_from_every_version_loses_nothing_and_leaves_a_backup() {
    for version in 1..=migrations::latest() {
        let env = of_version(version);
        let before = rows(&Connection::open(env.path()).unwrap());
        let filled = before.values().filter(|rows| !rows.is_empty()).count();
        assert_eq!(filled, before.len(), "a table of version {version} has no row in this test");

        let store = env.open();
        assert_eq!(store.keys().await.unwrap().len(), 4, "version {version}");
        let after = rows(&store.lock());
        // What was typed about the account is moved into forms of emails, and its table is dropped.
        // The steps of guides have their own test, because those of earlier versions are other ones.
        let is_compared = |table: &str| !matches!(table, "account" | "guide_steps");
        for (table, old) in before.iter().filter(|(table, _)| is_compared(table)) {
            assert_eq!(old.len(), after[table].len(), "{table} of version {version}");
            for (old, new) in old.iter().zip(&after[table]) {
                for (column, value) in renamed(table, old.clone()) {
                    assert_eq!(new.get(&column), Some(&value), "{table}.{column} of {version}");
                }
            }
        }

        let backups = env.backups();
        if version == migrations::latest() {
            assert_eq!(backups, [], "nothing was changed");
        } else {
            assert_eq!(backups.len(), 1, "version {version}");
            assert_eq!((backups[0].kind, backups[0].version), (BackupKind::Upgrade, version));
            assert_eq!(rows(&inspect::read_only(&backups[0].path).unwrap()), before);
        }
    }
}

#[tokio::test]
async fn a_backup_of_every_version_can_be_restored() {
    for version in 1..migrations::latest() {
        let env = of_version(version);
        let store = env.open();
        let mut upgraded = rows(&store.lock());
        store.delete(&KeyId::from_stored("k3".to_owned()), DateTime::UNIX_EPOCH).await.unwrap();
        let id = env.backups().remove(0).id;
        let shown = preview(&env.path(), Some(&id)).unwrap().unwrap();
        assert_eq!((shown.backup.keys, shown.some.len()), (4, 4), "version {version}");
        assert_eq!(store.restore(Some(id), day(0)).await, Ok(None));
        let mut restored = rows(&store.lock());
        let is_later = |line: &Row| {
            let event = |name| Value::Text(format!("{{\"event\":\"{name}\"}}"));
            line["event"] == event("restored") || line["event"] == event("deleted")
        };
        restored.get_mut("history").unwrap().retain(|line| !is_later(line));
        // The upgrade sets it to the present moment.
        for rows in [&mut restored, &mut upgraded] {
            rows.get_mut("guide_runs").unwrap().iter_mut().for_each(|run| {
                run.remove("stepped_at");
            });
        }
        assert_eq!(restored, upgraded, "version {version}");
    }
}

/// A full disk fails in the same place.
#[tokio::test]
async fn without_a_backup_the_tables_are_not_changed() {
    let env = of_version(1);
    std::fs::write(folder_of(&env.path()), "no folder").unwrap();
    let before = env.bytes();
    assert_eq!(env.open_failure(), Failure::StoreUnwritable);
    assert_eq!(env.bytes(), before);
    std::fs::remove_file(folder_of(&env.path())).unwrap();
    assert_eq!(env.open().keys().await.unwrap().len(), 4);
    assert_eq!(env.backups().len(), 1);
}

fn set_newer(connection: &Connection) {
    let newer = i64::try_from(migrations::latest() + 1).unwrap();
    connection.pragma_update(None, "user_version", newer).unwrap();
}

#[test]
fn a_store_without_rows_is_upgraded_without_a_backup() {
    let env = Env::new();
    migrations::run_to(&mut Connection::open(env.path()).unwrap(), 1);
    env.open();
    assert_eq!(env.backups(), []);
}

#[tokio::test]
async fn an_older_program_refuses_the_file_of_a_newer_one_and_leaves_it_as_it_is() {
    let env = Env::with_keys(3).await;
    env.open().back_up_daily(day(0)).await.unwrap();
    let connection = Connection::open(env.path()).unwrap();
    let sql = "ALTER TABLE keys ADD COLUMN colour TEXT; CREATE TABLE tags (name TEXT)";
    connection.execute_batch(sql).unwrap();
    set_newer(&connection);
    drop(connection);
    let before = env.bytes();
    assert_eq!(env.open_failure(), Failure::StoreNewer);
    assert_eq!(env.bytes(), before);
    assert_eq!(env.beside("register").len(), 1);
}

/// The newer program was killed, and its last changes are in the log.
#[tokio::test]
async fn a_newer_version_is_seen_in_the_write_ahead_log() {
    let env = Env::with_keys(1).await;
    let connection = Connection::open(env.path()).unwrap();
    set_newer(&connection);
    let log = std::fs::read(file::with_suffix(&env.path(), "-wal")).unwrap();
    assert!(!log.is_empty());
    // Copied while the log is there, as a crash leaves the files.
    let crashed = Env::new();
    for suffix in ["", "-wal"] {
        let from = file::with_suffix(&env.path(), suffix);
        std::fs::copy(from, file::with_suffix(&crashed.path(), suffix)).unwrap();
    }
    let before = crashed.bytes();
    assert_eq!(crashed.open_failure(), Failure::StoreNewer);
    assert_eq!(crashed.bytes(), before);
    assert_eq!(std::fs::read(file::with_suffix(&crashed.path(), "-wal")).unwrap(), log);
}
