//! Changes that a list brings, written together.

use rusqlite::Connection;

use super::named::Named;
use super::{Store, history, keys};
use crate::model::{Failure, HistoryEntry, KeyId, KeyRecord};

/// A key that a list changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListChange {
    /// As the person has seen it before the change.
    pub before: KeyRecord,
    /// As it will be.
    pub after: KeyRecord,
}

impl Store {
    /// Adds and changes keys, and adds lines to the history, all in one transaction.
    ///
    /// Returns `false`, and changes nothing, if a key is no longer as it was before, or has been deleted.
    pub async fn import_list(
        &self,
        added: Vec<KeyRecord>,
        changed: Vec<ListChange>,
        lines: Vec<HistoryEntry>,
    ) -> Result<bool, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let is_as_before = {
                let now = keys::all(&transaction)?;
                let now: std::collections::HashMap<_, _> =
                    now.iter().map(|key| (&key.id, key)).collect();
                changed.iter().all(|change| now.get(&change.before.id) == Some(&&change.before))
            };
            if !is_as_before {
                return Ok(false);
            }
            for key in added.iter().chain(changed.iter().map(|change| &change.after)) {
                write(&transaction, key)?;
            }
            // Only now: a key may be replaced by one that was added after it.
            for key in added.iter().chain(changed.iter().map(|change| &change.after)) {
                write_successor(&transaction, key)?;
            }
            for line in &lines {
                history::add(&transaction, line)?;
            }
            transaction.commit()?;
            Ok(true)
        })
        .await
    }
}

fn write_successor(connection: &Connection, key: &KeyRecord) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE keys SET replaced_by = ?2 WHERE id = ?1")?
        .execute((key.id.as_str(), key.replaced_by.as_ref().map(KeyId::as_str)))?;
    Ok(())
}

/// Writes a record with what the person wrote about it, and with the company that it opens.
fn write(connection: &Connection, key: &KeyRecord) -> rusqlite::Result<()> {
    key.write(connection)?;
    let company = key.company.as_ref();
    connection
        .prepare_cached(
            "UPDATE keys SET holder = ?2, notes = ?3, company_name = ?4, company_code = ?5
             WHERE id = ?1",
        )?
        .execute((
            key.id.as_str(),
            &key.holder,
            &key.notes,
            company.map(|company| &company.name),
            company.map(|company| &company.code),
        ))?;
    connection.execute("DELETE FROM key_places WHERE key = ?1", [key.id.as_str()])?;
    for (position, place) in (0_i64..).zip(&key.places) {
        connection
            .prepare_cached(
                "INSERT INTO key_places (key, position, kind, name) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((key.id.as_str(), position, Named(place.kind), &place.name))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::model::{Actor, ApiEnvironment, HistoryEvent, Place, PlaceKind};

    fn key(name: &str) -> KeyRecord {
        let at = DateTime::UNIX_EPOCH;
        let id = KeyId::random();
        let key = KeyRecord::new(id, ApiEnvironment::Production, "4bf2".to_owned(), at);
        KeyRecord { name: name.to_owned(), had_secret: false, ..key }
    }

    #[tokio::test]
    async fn keys_of_a_list_are_written_with_all_that_the_list_says() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let before = key("Shop");
        let line =
            HistoryEntry::of(&before, Actor::Person, HistoryEvent::Imported, before.added_at);
        assert!(store.import_list(vec![before.clone()], vec![], vec![line.clone()]).await.unwrap());
        let after = KeyRecord {
            holder: "Олена Коваль".to_owned(),
            notes: "two\nlines".to_owned(),
            organizations: vec!["Hanse Textil".to_owned()],
            places: vec![Place { kind: PlaceKind::System, name: "Shop".to_owned() }],
            valid_until: Some(DateTime::UNIX_EPOCH),
            ..before.clone()
        };
        let change = ListChange { before, after: after.clone() };
        assert!(store.import_list(vec![], vec![change.clone()], vec![]).await.unwrap());
        assert_eq!(store.keys().await.unwrap(), [after]);
        assert_eq!(store.history(None).await.unwrap(), [line]);
    }

    #[tokio::test]
    async fn nothing_is_written_if_a_key_has_changed_since_the_preview() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let stored = key("Shop");
        store.import_list(vec![stored.clone()], vec![], vec![]).await.unwrap();
        let before = KeyRecord { notes: "older".to_owned(), ..stored.clone() };
        let after = KeyRecord { notes: "newer".to_owned(), ..stored.clone() };
        let change = ListChange { before, after };
        assert!(!store.import_list(vec![key("Other")], vec![change], vec![]).await.unwrap());
        assert_eq!(store.keys().await.unwrap(), [stored]);
    }
}
