//! What a person changes about a key. Each change writes its line of the history in the same transaction.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::model::{
    Actor, Failure, HistoryEntry, HistoryEvent, KeyDetails, KeyId, KeyRecord, KeyStatus,
};
use crate::store::keys::write_organizations;
use crate::store::named::Named;
use crate::store::{Store, history};

impl Store {
    /// Replaces what the person has written about a key. Returns `false` if there is no such key.
    pub async fn change_details(
        &self,
        id: &KeyId,
        details: KeyDetails,
        at: DateTime<Utc>,
    ) -> Result<bool, Failure> {
        self.change(id, at, move |connection, key| {
            let KeyDetails { name, holder, notes, organizations, places } = details;
            connection.execute(
                "UPDATE keys SET name = ?2, holder = ?3, notes = ?4 WHERE id = ?1",
                (key.id.as_str(), &name, holder, notes),
            )?;
            write_organizations(connection, &key.id, &organizations)?;
            connection.execute("DELETE FROM key_places WHERE key = ?1", [key.id.as_str()])?;
            for (position, place) in (0_i64..).zip(places) {
                connection.execute(
                    "INSERT INTO key_places (key, position, kind, name) VALUES (?1, ?2, ?3, ?4)",
                    (key.id.as_str(), position, Named(place.kind), place.name),
                )?;
            }
            key.name = name;
            Ok(HistoryEvent::DetailsChanged)
        })
        .await
    }

    /// Sets the end of a key's validity, entered by hand. A key that had expired is active again if the end
    /// is not over. Returns `false` if there is no such key.
    pub async fn change_expiry(
        &self,
        id: &KeyId,
        to: Option<DateTime<Utc>>,
        at: DateTime<Utc>,
    ) -> Result<bool, Failure> {
        self.change(id, at, move |connection, key| {
            connection.execute(
                "UPDATE keys SET valid_until = ?2,
                    status = iif(status = 'expired' AND ?3, 'active', status)
                 WHERE id = ?1",
                (key.id.as_str(), to, to.is_none_or(|end| end >= at)),
            )?;
            Ok(HistoryEvent::ExpiryChanged { from: key.valid_until, to })
        })
        .await
    }

    /// Marks a key as deactivated, or as in use again. Returns `false` if there is no such key.
    pub async fn mark_deactivated(
        &self,
        id: &KeyId,
        is_deactivated: bool,
        at: DateTime<Utc>,
    ) -> Result<bool, Failure> {
        let (status, event) = if is_deactivated {
            (KeyStatus::Deactivated, HistoryEvent::Deactivated)
        } else {
            (KeyStatus::Active, HistoryEvent::Reactivated)
        };
        self.change(id, at, move |connection, key| {
            connection.execute(
                "UPDATE keys SET status = ?2 WHERE id = ?1",
                (key.id.as_str(), Named(status)),
            )?;
            Ok(event)
        })
        .await
    }

    /// Deletes a key that the person has deleted. Its history stays. Returns `false` if there is no such key.
    pub async fn delete(&self, id: &KeyId, at: DateTime<Utc>) -> Result<bool, Failure> {
        self.change(id, at, |connection, key| {
            connection.execute("DELETE FROM keys WHERE id = ?1", [key.id.as_str()])?;
            Ok(HistoryEvent::Deleted)
        })
        .await
    }

    /// Adds a line to the history of a key that a person has copied or seen. Does nothing if there is no such key.
    pub async fn note_use(
        &self,
        id: &KeyId,
        event: HistoryEvent,
        at: DateTime<Utc>,
    ) -> Result<(), Failure> {
        self.change(id, at, |_, _| Ok(event)).await.map(drop)
    }

    async fn change(
        &self,
        id: &KeyId,
        at: DateTime<Utc>,
        change: impl FnOnce(&Connection, &mut KeyRecord) -> rusqlite::Result<HistoryEvent>
        + Send
        + 'static,
    ) -> Result<bool, Failure> {
        let id = id.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let key = transaction
                .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
                .query_row([id.as_str()], KeyRecord::read)
                .optional()?;
            let Some(mut key) = key else { return Ok(false) };
            let event = change(&transaction, &mut key)?;
            history::add(&transaction, &HistoryEntry::of(&key, Actor::Person, event, at))?;
            transaction.commit()?;
            Ok(true)
        })
        .await
    }
}
