//! What the processes have left in the store and in the keychain.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use keydesk_core::secret::ApiKey;
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
    keyring::Entry::store_status().as_ref().context("the keychain")?;
    let keychain = keyring_core::get_default_store().ok_or_else(|| Error::new("no keychain"))?;
    let found = keychain.search(&HashMap::from([("service", service)])).context("the keychain")?;
    let read = |entry: &keyring_core::Entry| {
        let mut attributes = entry.get_attributes().context("an entry")?;
        let name = attributes.remove("username").ok_or_else(|| Error::new("a nameless entry"))?;
        let text =
            String::from_utf8(entry.get_secret().context("an entry")?).context("an entry")?;
        Ok((name, ApiKey::new(text).map_err(|_| Error::new("an entry without a key"))?))
    };
    found.iter().map(read).collect()
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
