//! The list of keys with 10, 1,000 and 10,000 keys: opening it, searching it, and Home.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use keydesk_core::clock::{Clock, SystemClock};
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{
    ApiEnvironment, CheckResult, KeyCheck, KeyId, KeyQuery, KeyRecord, KeyStatus, KeysView, Period,
    SearchWord,
};
use keydesk_core::service::{Rules, Service, ServiceConfig};
use keydesk_core::store::{KeySets, Store};

use crate::timing::median_ms;
use crate::{base_url, failed};

const ROUNDS: usize = 100;
/// Found in some keys, in all, in none, and in many dates.
const SEARCHES: [&str; 4] = ["київ склад 7", "к", "zz", "1 2 20"];
/// The window looks for a word in the days of these years before and after now.
const YEARS: u64 = 3;
/// As many keys as the smallest list has, so that all lists show the same number.
const PART: u32 = 10;
/// The first query makes the app compare the keys with the keychain, once.
const COMPARED_AFTER: Duration = Duration::from_secs(1);

/// The medians for one number of keys, in milliseconds.
#[derive(Debug)]
pub(crate) struct Times {
    pub(crate) open: f64,
    /// The slowest of the [`SEARCHES`].
    pub(crate) search: f64,
    pub(crate) home: f64,
}

/// Fills a store with this many keys and measures.
pub(crate) async fn times(url: &str, keys: usize) -> Result<Times, Box<dyn Error>> {
    let folder = in_memory()?;
    let store = folder.path().join("register.sqlite");
    fill(&store, keys).await?;
    let service = Service::new(ServiceConfig {
        store,
        keychain: Keychain::of_this_computer("Key Desk bench"),
        sandbox: base_url(url)?,
        production: base_url(url)?,
        ukraine: base_url(url)?,
        clock: Arc::new(SystemClock::default()),
        rules: Rules::default(),
    });
    service.register.find(query("")).await.map_err(failed)?;
    tokio::time::sleep(COMPARED_AFTER).await;
    let (mut open, mut home) = (Vec::new(), Vec::new());
    let mut searches = SEARCHES.map(|_| Vec::new());
    // One after the other: a search reads the whole table, and what follows it finds nothing in the processor's cache.
    for _ in 0..ROUNDS {
        open.push(timed(service.register.find(query(""))).await?);
    }
    for _ in 0..ROUNDS {
        home.push(timed(service.keys.home()).await?);
        for (words, search) in SEARCHES.iter().zip(&mut searches) {
            search.push(timed(service.register.find(query(words))).await?);
        }
    }
    let search = searches.iter().map(|search| median_ms(search)).fold(0.0, f64::max);
    Ok(Times { open: median_ms(&open), search, home: median_ms(&home) })
}

fn query(search: &str) -> KeyQuery {
    let view = KeysView::default();
    KeyQuery { view, search: search.split_whitespace().map(word).collect(), offset: 0, limit: PART }
}

/// A word with all that the window may send with it: the days whose text contains it, and as many ends and checks of
/// which the list shows a distance with it.
fn word(text: &str) -> SearchWord {
    let today = SystemClock::default().now().date_naive();
    let first = today - Days::new(YEARS * 365);
    let days = first.iter_days().take_while(|day| *day < today + Days::new(YEARS * 365));
    let found = days.filter(|day| day.to_string().contains(text));
    let mut periods: Vec<Period> = Vec::new();
    for from in found.map(|day| day.and_time(NaiveTime::MIN).and_utc()) {
        let until = from + TimeDelta::days(1);
        match periods.last_mut() {
            Some(last) if last.until == from => last.until = until,
            _ => periods.push(Period { from, until }),
        }
    }
    SearchWord {
        text: text.to_owned(),
        ends: periods.clone(),
        checks: periods.clone(),
        days: periods,
        ..SearchWord::default()
    }
}

async fn timed<T>(
    work: impl Future<Output = Result<T, keydesk_core::model::Failure>>,
) -> Result<Duration, Box<dyn Error>> {
    let started = Instant::now();
    work.await.map_err(failed)?;
    Ok(started.elapsed())
}

/// A folder without a disk: the keys are recorded one after the other, and a disk writes each one down.
fn in_memory() -> std::io::Result<tempfile::TempDir> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }
}

/// Records this many keys in a new store, as if they came from a list: the keychain has none of them. Every tenth key
/// is something to do.
pub(crate) async fn fill(path: &Path, keys: usize) -> Result<(), Box<dyn Error>> {
    let store = Store::open_in_background(path.to_owned()).await.map_err(failed)?;
    let now = SystemClock::default().now();
    for number in 0..keys {
        let key = record(number, now - TimeDelta::minutes(i64::try_from(number)?), now);
        store.record(key, None, now).await.map_err(failed)?;
    }
    // The first query after a key is recorded computes its search text, once.
    store.find_keys(query(""), now, KeySets::default()).await.map_err(failed)?;
    Ok(())
}

fn record(number: usize, added_at: DateTime<Utc>, now: DateTime<Utc>) -> KeyRecord {
    let days = if number.is_multiple_of(10) { 10 } else { 200 };
    KeyRecord {
        id: KeyId::random(),
        name: format!("Київський склад {number}"),
        environment: ApiEnvironment::Production,
        last_four: format!("{:04x}", number % 0x10000),
        had_secret: false,
        digits: None,
        phone: None,
        created_at: Some(added_at),
        valid_until: Some(now + TimeDelta::days(days)),
        status: KeyStatus::Active,
        replaced_by: None,
        last_verified_at: Some(now),
        last_check: Some(KeyCheck { at: now, result: CheckResult::Works }),
        holder: "Олена Коваленко".to_owned(),
        notes: "Für die Buchhaltung, von Zażółć verlangt.".to_owned(),
        client: None,
        company: None,
        places: Vec::new(),
        added_at,
        organizations: vec![format!("ТОВ «Організація {}»", number % 40)],
    }
}
