//! What a person changes about a key. Each change writes its line of the history in the same transaction.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::model::{
    Actor, Failure, HistoryEntry, HistoryEvent, KeyDates, KeyDetails, KeyId, KeyRecord, KeyStatus,
};
use crate::store::keys::{Lists, write_organizations};
use crate::store::named::Named;
use crate::store::{Store, history};

impl Store {
    /// Replaces what the person has written about a key. The history names what is different; if nothing is, it
    /// gets no line. Returns `false` if there is no such key.
    pub async fn change_details(
        &self,
        id: &KeyId,
        details: KeyDetails,
        at: DateTime<Utc>,
    ) -> Result<bool, Failure> {
        self.change(id, at, move |connection, key| {
            let before = Lists::of(connection, &key.id)?.complete(key.clone());
            let fields = details.differing_from(&before);
            if fields.is_empty() {
                return Ok(vec![]);
            }
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
            Ok(vec![HistoryEvent::DetailsChanged { fields }])
        })
        .await
    }

    /// Sets the dates of a key, entered by hand. A key that had expired is active again if its end is not over, and if
    /// Nova Post did not say in the last check that it has expired or is not accepted.
    /// Nova Post has told when it created a key with a phone number, so that date stays. Returns `false` if there
    /// is no such key.
    pub async fn change_dates(
        &self,
        id: &KeyId,
        to: KeyDates,
        at: DateTime<Utc>,
    ) -> Result<bool, Failure> {
        self.change(id, at, move |connection, key| {
            let created = if key.digits.is_some() { key.created_at } else { to.created_at };
            let end = to.valid_until;
            let (was_created, was_end) = (key.created_at, key.valid_until);
            key.valid_until = end;
            let checked = key.checked_status();
            let is_over = end.is_some_and(|end| end < at);
            let status = match (key.status, checked) {
                (KeyStatus::Active, KeyStatus::Refused | KeyStatus::Expired) => checked,
                (KeyStatus::Expired, _) if !is_over => checked,
                (status, _) => status,
            };
            connection.execute(
                "UPDATE keys SET created_at = ?2, valid_until = ?3, status = ?4 WHERE id = ?1",
                (key.id.as_str(), created, end, Named(status)),
            )?;
            let created = (was_created != created)
                .then_some(HistoryEvent::CreationChanged { from: was_created, to: created });
            let end =
                (was_end != end).then_some(HistoryEvent::ExpiryChanged { from: was_end, to: end });
            Ok(created.into_iter().chain(end).collect())
        })
        .await
    }

    /// Marks a key as replaced, by another key of its environment if `by` names one. A replacement that was begun
    /// ends. Returns `false` if one of the keys does not exist, or if `by` can't replace it.
    pub async fn mark_replaced(
        &self,
        id: &KeyId,
        by: Option<&KeyId>,
        at: DateTime<Utc>,
    ) -> Result<bool, Failure> {
        let by = match by {
            None => None,
            Some(by) => {
                let (old, new) = (self.key(id).await?, self.key(by).await?);
                match old.zip(new) {
                    Some((old, new))
                        if old.id != new.id
                            && old.environment == new.environment
                            && !new.status.is_retired() =>
                    {
                        Some(new)
                    }
                    _ => return Ok(false),
                }
            }
        };
        self.change(id, at, move |connection, key| {
            let ended = connection.execute(
                "DELETE FROM replacements WHERE old = ?1 AND finished_at IS NULL",
                [key.id.as_str()],
            )?;
            connection.execute(
                "UPDATE keys SET status = 'replaced', replaced_by = ?2 WHERE id = ?1",
                (key.id.as_str(), by.as_ref().map(|by| by.id.as_str())),
            )?;
            let replaced =
                HistoryEvent::Replaced { by: by.map_or_else(String::new, |by| by.last_four) };
            let cancelled = (ended > 0).then_some(HistoryEvent::ReplacementCancelled);
            Ok(cancelled.into_iter().chain([replaced]).collect())
        })
        .await
    }

    /// Marks a key as deactivated, or as in use again: then its status is the one of its last check. Returns `false` if there is no such key.
    pub async fn mark_deactivated(
        &self,
        id: &KeyId,
        is_deactivated: bool,
        at: DateTime<Utc>,
    ) -> Result<bool, Failure> {
        self.change(id, at, move |connection, key| {
            let (status, event) = if is_deactivated {
                (KeyStatus::Deactivated, HistoryEvent::Deactivated)
            } else {
                (key.checked_status(), HistoryEvent::Reactivated)
            };
            connection.execute(
                "UPDATE keys SET status = ?2, replaced_by = NULL WHERE id = ?1",
                (key.id.as_str(), Named(status)),
            )?;
            Ok(vec![event])
        })
        .await
    }

    /// Deletes a key that the person has deleted. Its history stays. Returns `false` if there is no such key.
    pub async fn delete(&self, id: &KeyId, at: DateTime<Utc>) -> Result<bool, Failure> {
        self.change(id, at, |connection, key| {
            connection.execute("DELETE FROM keys WHERE id = ?1", [key.id.as_str()])?;
            Ok(vec![HistoryEvent::Deleted])
        })
        .await
    }

    /// Adds a line to the history of a key for something that changes nothing in the store: the key was copied, a
    /// token was received for it. Does nothing if there is no such key.
    pub async fn note_use(
        &self,
        id: &KeyId,
        actor: Actor,
        event: HistoryEvent,
        at: DateTime<Utc>,
    ) -> Result<(), Failure> {
        self.change_by(actor, id, at, |_, _| Ok(vec![event])).await.map(drop)
    }

    async fn change(
        &self,
        id: &KeyId,
        at: DateTime<Utc>,
        change: impl FnOnce(&Connection, &mut KeyRecord) -> rusqlite::Result<Vec<HistoryEvent>>
        + Send
        + 'static,
    ) -> Result<bool, Failure> {
        self.change_by(Actor::Person, id, at, change).await
    }

    async fn change_by(
        &self,
        actor: Actor,
        id: &KeyId,
        at: DateTime<Utc>,
        change: impl FnOnce(&Connection, &mut KeyRecord) -> rusqlite::Result<Vec<HistoryEvent>>
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
            for event in change(&transaction, &mut key)? {
                history::add(&transaction, &HistoryEntry::of(&key, actor, event, at))?;
            }
            transaction.commit()?;
            Ok(true)
        })
        .await
    }
}

#[cfg(test)]
mod tests;
