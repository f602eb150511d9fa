//! Stores of each version, kept as SQL in `stores`. A step of the tables that was edited after its release makes
//! other tables in a new store than in these.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::Connection;
use rusqlite::types::Value;

use keydesk_core::model::HistoryEvent;
use keydesk_core::store::Store;

/// One for each version. Those of released versions are never edited.
const STORES: [&str; 12] = [
    include_str!("stores/v01.sql"),
    include_str!("stores/v02.sql"),
    include_str!("stores/v03.sql"),
    include_str!("stores/v04.sql"),
    include_str!("stores/v05.sql"),
    include_str!("stores/v06.sql"),
    include_str!("stores/v07.sql"),
    include_str!("stores/v08.sql"),
    include_str!("stores/v09.sql"),
    include_str!("stores/v10.sql"),
    include_str!("stores/v11.sql"),
    include_str!("stores/v12.sql"),
];

type Row = BTreeMap<String, Value>;

/// The rows of all tables.
fn rows(path: &PathBuf) -> BTreeMap<String, Vec<Row>> {
    let store = Connection::open(path).unwrap();
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let mut tables = store.prepare(sql).unwrap();
    let names = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap);
    let rows_of = |table: String| {
        let mut all = store.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> = all.column_names().into_iter().map(str::to_owned).collect();
        let row = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Row> {
            columns.iter().map(|name| Ok((name.clone(), row.get(name.as_str())?))).collect()
        };
        let rows = all.query_map([], row).unwrap().map(Result::unwrap).collect();
        (table, rows)
    };
    names.map(rows_of).collect()
}

/// What a store has besides rows: its version, its tables, indexes and triggers.
fn schema(path: &PathBuf) -> (i64, BTreeMap<String, Option<String>>) {
    let store = Connection::open(path).unwrap();
    let version = store.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let mut all = store.prepare("SELECT type || ' ' || name, sql FROM sqlite_schema").unwrap();
    let parts = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    (version, parts.map(Result::unwrap).collect())
}

fn only_file(folder: &std::path::Path) -> PathBuf {
    let mut files = std::fs::read_dir(folder).unwrap();
    let file = files.next().unwrap().unwrap().path();
    assert!(files.next().is_none());
    file
}

/// A row of an older version as it is now.
fn renamed(table: &str, mut row: Row) -> Row {
    if table == "keys" {
        if let Some(at) = row.remove("last_proven_at") {
            row.insert("last_verified_at".to_owned(), at);
        }
        if row["status"] == Value::Text("retired".to_owned()) {
            row.insert("status".to_owned(), Value::Text("replaced".to_owned()));
        }
        // They are computed again.
        row.remove("search");
        row.remove("sort_name");
    }
    row
}

#[tokio::test]
async fn a_store_of_each_version_becomes_a_store_of_this_one_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new.sqlite");
    drop(Store::open_in_background(new.clone()).await.unwrap());
    let expected = schema(&new);
    assert_eq!(expected.0, i64::try_from(STORES.len()).unwrap(), "a version has no store here");
    for (version, dump) in (1..).zip(STORES) {
        let path = folder.path().join(format!("{version}/register.sqlite"));
        std::fs::create_dir(path.parent().unwrap()).unwrap();
        Connection::open(&path).unwrap().execute_batch(dump).unwrap();
        assert_eq!(schema(&path).0, version);
        let before = rows(&path);
        assert!(before.values().all(|rows| !rows.is_empty()), "version {version}");
        let store = Store::open_in_background(path.clone()).await.unwrap();
        let history = store.history(None).await.unwrap();
        let lines = before.get("history").map_or(0, Vec::len);
        assert_eq!(history.len(), lines, "the history of version {version}");
        assert!(history.iter().all(|line| line.event != HistoryEvent::Unknown), "{history:?}");
        drop(store);
        assert_eq!(schema(&path), expected, "version {version}");
        // A person who goes back to the version before gets this list.
        if version < expected.0 {
            let backup = only_file(&path.with_file_name("backups"));
            assert_eq!(schema(&backup).0, version);
            assert_eq!(rows(&backup), before, "the backup of version {version}");
        }
        let after = rows(&path);
        // The notes about the account are moved into the forms of emails, and the guides got other steps.
        let is_kept = |table: &str| !matches!(table, "account" | "guide_steps");
        for (table, old) in before.into_iter().filter(|(table, _)| is_kept(table)) {
            assert_eq!(old.len(), after[&table].len(), "{table} of version {version}");
            for (old, new) in old.into_iter().zip(&after[&table]) {
                for (column, value) in renamed(&table, old) {
                    assert_eq!(new.get(&column), Some(&value), "{table}.{column} of {version}");
                }
            }
        }
    }
}
