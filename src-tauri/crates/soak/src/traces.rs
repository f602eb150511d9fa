//! What the processes of a round have left: rows of the store, entries of the keychain.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use keydesk_core::secret::ApiKey;
use rusqlite::Connection;

use crate::moment::Moment;
use crate::place::Place;

/// What stands in the store and in the keychain.
pub(crate) struct Traces {
    /// Intents.
    pub(crate) attempts: u32,
    /// Intents whose answer is noted.
    pub(crate) answers: u32,
    /// The names of the keys in the store.
    pub(crate) rows: Vec<String>,
    /// The names and the keys in the keychain.
    pub(crate) entries: Vec<(String, ApiKey)>,
}

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The store and the keychain have the key of Nova Post, once.
    Safe,
    /// No row of the store leads to it.
    Lost,
    /// More than one row or entry is there.
    Doubled,
}

impl Traces {
    /// Looks at both without touching them: the next start has to find what the killed process left.
    pub(crate) fn at(place: &Place) -> Result<Self, Box<dyn Error>> {
        let entries = keychain_entries(&place.service)?
            .iter()
            .map(|entry| {
                let attributes = entry.get_attributes()?;
                let name = attributes.get("username").cloned().ok_or("an entry without a name")?;
                let key = ApiKey::new(String::from_utf8(entry.get_secret()?)?)
                    .map_err(|_| "an entry that is no key")?;
                Ok((name, key))
            })
            .collect::<Result<_, Box<dyn Error>>>()?;
        let copy = tempfile::tempdir()?;
        let Some(store) = copied(&place.store, copy.path())? else {
            return Ok(Self { attempts: 0, answers: 0, rows: Vec::new(), entries });
        };
        Ok(Self {
            attempts: count(&store, "SELECT id FROM attempts")?,
            answers: count(&store, "SELECT id FROM attempts WHERE answer_created_at IS NOT NULL")?,
            rows: store
                .prepare("SELECT id FROM keys")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?,
            entries,
        })
    }

    /// Whether they are what a request leaves that was killed at this moment of a first start.
    pub(crate) fn are_of(&self, moment: Moment) -> bool {
        let expected = match moment {
            Moment::Started | Moment::NotingDown => (0, 0, 0, 0),
            Moment::IntentWritten
            | Moment::RequestArrived
            | Moment::AnswerSent
            | Moment::AnswerReceived => (1, 0, 0, 0),
            Moment::AnswerNoted => (1, 1, 0, 0),
            Moment::KeyWritten | Moment::KeyReadBack => (1, 1, 1, 0),
            Moment::Recorded => (1, 1, 1, 1),
        };
        expected == (self.attempts, self.answers, self.entries.len(), self.rows.len())
    }

    /// What became of the key that Nova Post has given.
    pub(crate) fn verdict(&self, given: &ApiKey) -> Verdict {
        let leads_to_it = |row: &&String| {
            self.entries.iter().any(|(name, key)| name == *row && key.same_as(given))
        };
        match (self.rows.iter().filter(leads_to_it).count(), self.rows.len(), self.entries.len()) {
            (0, ..) => Verdict::Lost,
            (1, 1, 1) => Verdict::Safe,
            _ => Verdict::Doubled,
        }
    }
}

/// Takes everything out of the keychain that a round has put there.
pub(crate) fn clear_keychain(place: &Place) -> Result<(), Box<dyn Error>> {
    for entry in keychain_entries(&place.service)? {
        entry.delete_credential()?;
    }
    Ok(())
}

fn keychain_entries(service: &str) -> Result<Vec<keyring_core::Entry>, Box<dyn Error>> {
    keyring::Entry::store_status().as_ref().map_err(|_| "no keychain runs here")?;
    let store = keyring_core::get_default_store().ok_or("no keychain runs here")?;
    Ok(store.search(&HashMap::from([("service", service)]))?)
}

/// A copy of the store with what is still in its write-ahead log, if it has tables already.
fn copied(store: &Path, folder: &Path) -> Result<Option<Connection>, Box<dyn Error>> {
    let copy = folder.join("register.sqlite");
    for ending in ["", "-wal"] {
        let with_ending = |path: &Path| {
            let mut path = path.as_os_str().to_owned();
            path.push(ending);
            path
        };
        if fs::exists(with_ending(store))? {
            fs::copy(with_ending(store), with_ending(&copy))?;
        }
    }
    let copy = Connection::open(copy)?;
    Ok(copy.table_exists(None, "attempts")?.then_some(copy))
}

fn count(store: &Connection, rows: &str) -> rusqlite::Result<u32> {
    store.query_row(&format!("SELECT count(*) FROM ({rows})"), [], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> ApiKey {
        ApiKey::new(text.repeat(16)).unwrap()
    }

    fn verdict(rows: &[&str], entries: &[(&str, &str)]) -> Verdict {
        let rows = rows.iter().map(|row| (*row).to_owned()).collect();
        let entries = entries.iter().map(|(name, text)| ((*name).to_owned(), key(text))).collect();
        Traces { attempts: 1, answers: 1, rows, entries }.verdict(&key("ab"))
    }

    #[test]
    fn a_key_is_safe_once_in_keychain_and_register() {
        assert_eq!(verdict(&["one"], &[("one", "ab")]), Verdict::Safe);
    }

    #[test]
    fn a_key_that_no_row_leads_to_is_lost() {
        assert_eq!(verdict(&[], &[]), Verdict::Lost);
        assert_eq!(verdict(&["one"], &[]), Verdict::Lost);
        assert_eq!(verdict(&["one"], &[("one", "cd")]), Verdict::Lost);
        assert_eq!(verdict(&[], &[("one", "ab")]), Verdict::Lost);
        assert_eq!(verdict(&["two"], &[("one", "ab")]), Verdict::Lost);
    }

    #[test]
    fn a_key_that_is_there_more_than_once_is_doubled() {
        assert_eq!(verdict(&["one"], &[("one", "ab"), ("two", "ab")]), Verdict::Doubled);
        assert_eq!(verdict(&["one", "two"], &[("one", "ab"), ("two", "ab")]), Verdict::Doubled);
        assert_eq!(verdict(&["one", "two"], &[("one", "ab")]), Verdict::Doubled);
    }
}
