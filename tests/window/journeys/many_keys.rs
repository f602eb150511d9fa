//! A list of ten thousand keys: scrolled, sorted and searched.

use std::fs;

use keydesk_core::store::Store;
use rusqlite::Connection;
use test_driver::{Error, Window, with_app};

use crate::practice;

const KEYS: usize = 10_000;
/// So many rows come by scrolling.
const SCROLLED: usize = 3_000;

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

/// Scrolls to the end of what is loaded, until that many rows are. Few of them are in the page.
async fn scroll(window: &Window, count: usize) -> Result<(), Error> {
    let script = format!(
        "document.querySelector('[data-testid=keys-more]')?.scrollIntoView();
         const rows = [...document.querySelectorAll('[data-testid=key-row]')];
         return Number(rows.at(-1)?.getAttribute('aria-rowindex')) > {count} && rows.length < 1_000"
    );
    window.wait_until(&format!("row {count}"), &script).await
}

/// Scrolls back to the first row, which was removed in the meantime.
async fn scroll_back(window: &Window) -> Result<(), Error> {
    window.run("document.querySelector('h1').scrollIntoView()").await?;
    let first = "return document.querySelector('[data-testid=key-row]')
                     ?.getAttribute('aria-rowindex') === '2'";
    window.wait_until("the first row", first).await
}

#[test]
fn ten_thousand_keys_are_scrolled_sorted_and_searched() -> Result<(), Error> {
    with_app(practice().with_file("practice/register.sqlite", filled_store()?), async |app| {
        let window = app.window()?;
        window.turn_to("nav-keys").await?;
        window.wait_for_words("Keys: 10,000").await?;
        rows(window, 16).await?;
        scroll(window, SCROLLED).await?;
        scroll_back(window).await?;
        // The other end of the list.
        window.click("keys-direction").await?;
        window.wait_for_words("Web shop 1\n").await?;

        window.type_into("keys-search", "2031-05 production").await?;
        rows(window, 1).await?;
        window.wait_for_words("Web shop 7321").await?;
        window.type_into("keys-search", "17 may 2031 shop test").await?;
        window.wait_for("keys-show-all").await?;
        window.type_into("keys-search", "17 may 2031").await?;
        rows(window, 1).await?;
        window.click_first_button_of("key-row").await?;
        window.wait_for("key-card").await?;
        assert_eq!(window.heading().await?, "Web shop 7321");
        Ok(())
    })
}
