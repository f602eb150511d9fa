//! A list of ten thousand keys: scrolled, turned round and searched.

use std::fs;

use keydesk_core::store::Store;
use rusqlite::Connection;
use test_driver::{Error, Window, flows, with_app};

use crate::practice;

const KEYS: usize = 10_000;
/// So many rows come by scrolling.
const SCROLLED: usize = 1_000;

/// A store with keys that a list has told: their secrets were never on this computer. One of them differs from
/// the others.
fn filled_store() -> Result<Vec<u8>, Error> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("register.sqlite");
    drop(Store::open(&path).unwrap());
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch(&format!(
            "BEGIN;
             CREATE TEMP TABLE numbers AS
                 WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {KEYS})
                 SELECT i FROM n;
             INSERT INTO keys (id, name, environment, last_four, had_secret, status, holder,
                               created_at, valid_until, added_at)
                 SELECT printf('%08x-0000-4000-8000-000000000000', i), 'Web shop ' || i, 'production',
                        printf('%04x', i), 0, 'active', 'Olena Kovalenko',
                        '2026-01-20 12:00:00+00:00',
                        iif(i = 7321, '2031-05-17 12:00:00+00:00', '2030-08-27 12:00:00+00:00'),
                        datetime('2026-01-21', i || ' seconds') || '+00:00'
                 FROM numbers;
             INSERT INTO key_organizations (key, position, name)
                 SELECT id, 0, 'Firma ' || (rowid % 40) FROM keys;
             COMMIT;
             PRAGMA wal_checkpoint(TRUNCATE);"
        ))
        .unwrap();
    drop(connection);
    Ok(fs::read(path)?)
}

async fn rows(window: &Window, count: usize) -> Result<(), Error> {
    let script =
        format!("return document.querySelectorAll('[data-testid=key-row]').length === {count}");
    window.wait_until(&format!("{count} rows"), &script).await
}

/// Scrolls to the end of what is loaded, until that many rows are.
async fn scroll(window: &Window, count: usize) -> Result<(), Error> {
    let script = format!(
        "document.querySelector('[data-testid=keys-more]')?.scrollIntoView();
         return document.querySelectorAll('[data-testid=key-row]').length >= {count}"
    );
    window.wait_until(&format!("{count} rows"), &script).await
}

#[test]
fn ten_thousand_keys_are_scrolled_turned_round_and_searched() -> Result<(), Error> {
    with_app(practice().with_file("practice/register.sqlite", filled_store()?), async |app| {
        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.wait_for_words("Keys: 10,000").await?;
        rows(window, 25).await?;
        scroll(window, SCROLLED).await?;
        // The other end of the list.
        window.click("keys-direction").await?;
        window.wait_for_words("Web shop 1\n").await?;

        window.type_into("keys-search", "2031-05 production").await?;
        rows(window, 1).await?;
        window.wait_for_words("Web shop 7321").await?;
        window.type_into("keys-search", "17 may 2031 shop test").await?;
        window.wait_for("keys-show-all").await?;
        flows::open_key(window, "17 may 2031").await?;
        assert_eq!(window.heading().await?, "Web shop 7321");
        Ok(())
    })
}
