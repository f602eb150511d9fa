//! What the processes have left in the store and in the keychain.

use std::fs;
use std::path::Path;

use keydesk_core::secret::ApiKey;
use keyring_core::Entry;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use test_driver::{Context, Error};

use crate::moment::Moment;

/// The numbers of rows and entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Left {
    pub(crate) attempts: u32,
    /// Attempts whose answer is noted.
    pub(crate) answers: u32,
    pub(crate) entries: u32,
    pub(crate) rows: u32,
}

impl Left {
    /// What the first request of a new store leaves when it is killed at `moment`.
    pub(crate) fn by(moment: Moment) -> Self {
        let (attempts, answers, entries, rows) = match moment {
            Moment::Started | Moment::Opening => (0, 0, 0, 0),
            Moment::IntentWritten
            | Moment::RequestSent
            | Moment::AnswerSent
            | Moment::AnswerReceived => (1, 0, 0, 0),
            Moment::AnswerNoted => (1, 1, 0, 0),
            Moment::KeyWritten | Moment::KeyReadBack => (1, 1, 1, 0),
            Moment::Recorded => (1, 1, 1, 1),
        };
        Self { attempts, answers, entries, rows }
    }

    pub(crate) fn now(store: &Path, service: &str) -> Result<Self, Error> {
        let entries = u32::try_from(entries(service)?.len()).context("the entries")?;
        let folder = tempfile::tempdir()?;
        let Some(store) = copy_of(store, folder.path())? else {
            return Ok(Self { attempts: 0, answers: 0, entries, rows: 0 });
        };
        let count = |what: &str| {
            store
                .query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0))
                .context(what)
        };
        Ok(Self {
            attempts: count("attempts")?,
            answers: count("attempts WHERE answer_created_at IS NOT NULL")?,
            entries,
            rows: count("keys")?,
        })
    }
}

/// The names of the keys in the store.
pub(crate) fn rows(store: &Path) -> Result<Vec<String>, Error> {
    let store = Connection::open(store).context("the store")?;
    let mut query = store.prepare("SELECT id FROM keys").context("the store")?;
    let rows = query.query_map([], |row| row.get(0)).context("the store")?;
    rows.collect::<rusqlite::Result<_>>().context("the store")
}

/// The names and the keys in the keychain.
pub(crate) fn entries(service: &str) -> Result<Vec<(String, ApiKey)>, Error> {
    let read = |(name, entry): (String, Entry)| {
        let text =
            String::from_utf8(entry.get_secret().context("an entry")?).context("an entry")?;
        Ok((name, ApiKey::new(text).map_err(|_| Error::new("an entry without a key"))?))
    };
    search(service)?.into_iter().map(read).collect()
}

pub(crate) fn delete_entries(service: &str) -> Result<(), Error> {
    search(service)?.iter().try_for_each(|(_, entry)| entry.delete_credential().context("an entry"))
}

/// The entries with their names.
fn search(service: &str) -> Result<Vec<(String, Entry)>, Error> {
    keyring::Entry::store_status().as_ref().context("the keychain")?;
    let keychain = keyring_core::get_default_store().ok_or_else(|| Error::new("no keychain"))?;
    // Windows' store can only search with a regular expression, which the service name is not.
    let query = (!cfg!(windows)).then_some(("service", service));
    let found = match keychain.search(&query.into_iter().collect()) {
        Err(keyring_core::Error::NoEntry) => Vec::new(),
        found => found.context("the keychain")?,
    };
    let named = found.into_iter().filter_map(|entry| {
        let (of, name) = entry.get_specifiers()?;
        (of == service).then_some((name, entry))
    });
    Ok(named.collect())
}

/// A copy of the store with its write-ahead log, so that the next start finds the original as the
/// killed process left it. `None` if there are no tables yet.
fn copy_of(store: &Path, folder: &Path) -> Result<Option<Connection>, Error> {
    let copy = folder.join("copy.sqlite");
    for ending in ["", "-wal"] {
        let source = format!("{}{ending}", store.display());
        if fs::exists(&source)? {
            fs::copy(source, format!("{}{ending}", copy.display()))?;
        }
    }
    let copy = Connection::open(copy).context("the copy of the store")?;
    let has_tables = copy.table_exists(None, "attempts").context("the copy of the store")?;
    Ok(has_tables.then_some(copy))
}
