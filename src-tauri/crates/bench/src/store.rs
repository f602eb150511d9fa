//! A store with many keys: reading the list, checking the file, and making a backup.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use keydesk_core::store::Store;
use rusqlite::Connection;

use crate::failed;
use crate::timing::median_ms;

const ROUNDS: i32 = 9;

/// The median times, in milliseconds.
pub(crate) struct Times {
    pub(crate) keys: f64,
    pub(crate) runs: f64,
    pub(crate) check: f64,
    pub(crate) backup: f64,
}

/// The times with this many keys, each with two organizations, two places and five lines of history, and as many runs of
/// guides with five steps each.
pub(crate) async fn times(keys: u32) -> Result<Times, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("register.sqlite");
    drop(Store::open(&path).map_err(failed)?);
    fill(&path, keys)?;
    let store = Store::open(&path).map_err(failed)?;
    let (mut listed, mut runs, mut checked, mut backed_up) = (vec![], vec![], vec![], vec![]);
    for round in 0..ROUNDS {
        listed.push(timed(store.keys()).await?);
        runs.push(timed(store.guide_runs()).await?);
        checked.push(timed(store.check_structure()).await?);
        let day: DateTime<Utc> = DateTime::UNIX_EPOCH + TimeDelta::days(round.into());
        backed_up.push(timed(store.back_up_daily(day)).await?);
    }
    Ok(Times {
        keys: median_ms(&listed),
        runs: median_ms(&runs),
        check: median_ms(&checked),
        backup: median_ms(&backed_up),
    })
}

async fn timed<T>(
    work: impl Future<Output = Result<T, keydesk_core::model::Failure>>,
) -> Result<Duration, String> {
    let started = Instant::now();
    let done = work.await;
    let time = started.elapsed();
    done.map_err(failed)?;
    Ok(time)
}

fn fill(path: &Path, keys: u32) -> rusqlite::Result<()> {
    Connection::open(path)?.execute_batch(&format!(
        "BEGIN;
         CREATE TEMP TABLE numbers AS
             WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {keys})
             SELECT i FROM n;
         INSERT INTO keys (id, name, environment, last_four, valid_until, status, holder, notes, added_at)
             SELECT printf('%08x-0000-4000-8000-000000000000', i), 'Web shop ' || i, 'production',
                    printf('%04x', i % 65536), '2027-11-30T00:00:00Z', 'active', 'Olena Kovalenko',
                    'for the warehouse', '2026-11-30T00:00:00Z'
             FROM numbers;
         INSERT INTO key_organizations (key, position, name)
             SELECT id, p, 'Firma ' || p FROM keys, (SELECT 0 AS p UNION SELECT 1);
         INSERT INTO key_places (key, position, kind, name)
             SELECT id, p, 'system', 'Shop ' || p FROM keys, (SELECT 0 AS p UNION SELECT 1);
         INSERT INTO history (at, actor, key, key_name, last_four, event)
             SELECT '2026-11-30T00:00:00Z', 'app', id, name, last_four, '{{\"event\":\"copied\"}}'
             FROM keys, (SELECT 0 AS p UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4);
         INSERT INTO guide_runs (id, guide, organization, started_at)
             SELECT i, 'europe', 'Firma ' || i, '2026-11-30T00:00:00Z' FROM numbers;
         INSERT INTO guide_steps (run, step, done)
             SELECT i, step, 1 FROM numbers,
                    (SELECT 'a' AS step UNION SELECT 'b' UNION SELECT 'c' UNION SELECT 'd' UNION SELECT 'e');
         COMMIT;"
    ))
}
