//! The hand-overs of keys. Each change is one transaction with its line of the history.

mod facts;
mod recipients;

use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::de::DeserializeOwned;

use super::named::Named;
use super::replacements::people;
use super::{Store, history};
use crate::model::{
    Actor, Failure, HandOver, HandOverId, HandOverMethod, HistoryEntry, HistoryEvent, KeyId,
    KeyRecord, PlaceKind, Receipt, ReceiptResult, Receiver,
};

/// A hand-over that is started.
#[derive(Clone, Debug)]
pub struct NewHandOver {
    /// The key.
    pub key: KeyId,
    /// The system that needs it.
    pub receiver: Receiver,
    /// The person who gets it; may be empty.
    pub recipient: String,
    /// The public key of that person, to remember; `None` keeps the one from before.
    pub public_key: Option<String>,
    /// The word of the receipt code.
    pub word: String,
}

impl Store {
    /// The hand-overs of a key, the newest first.
    pub async fn hand_overs(&self, key: &KeyId) -> Result<Vec<HandOver>, Failure> {
        let key = key.clone();
        self.with(move |connection| {
            connection
                .prepare_cached("SELECT * FROM hand_overs WHERE key = ?1 ORDER BY id DESC")?
                .query_map([key.as_str()], read)?
                .collect()
        })
        .await
    }

    /// One hand-over. Returns `None` if there is no such one.
    pub async fn hand_over(&self, id: HandOverId) -> Result<Option<HandOver>, Failure> {
        self.with(move |connection| one(connection, id)).await
    }

    /// Starts a hand-over, and remembers its recipient. Returns `None` if there is no such key.
    pub async fn start_hand_over(
        &self,
        new: NewHandOver,
        at: DateTime<Utc>,
    ) -> Result<Option<HandOver>, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            if key(&transaction, &new.key)?.is_none() {
                return Ok(None);
            }
            transaction.execute(
                "INSERT INTO hand_overs (key, started_at, receiver, recipient, word)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (new.key.as_str(), at, Named(new.receiver), &new.recipient, new.word),
            )?;
            let id = HandOverId::from_stored(transaction.last_insert_rowid());
            recipients::remember(&transaction, &new.recipient, new.public_key.as_deref(), at)?;
            let started = one(&transaction, id)?;
            transaction.commit()?;
            Ok(started)
        })
        .await
    }

    /// Deletes a hand-over with which the key was not given yet. Does nothing to another one.
    pub async fn delete_hand_over(&self, id: HandOverId) -> Result<(), Failure> {
        self.with(move |connection| {
            connection.execute("DELETE FROM hand_overs WHERE id = ?1 AND method IS NULL", [id])?;
            Ok(())
        })
        .await
    }

    /// Notes how the key is given, with a line in the history, and adds the recipient to the places of the key, and of its
    /// replacement if there is one. The
    /// line has the recipient's name if `can_be_named` accepts it. `public_key`: remembered for the recipient.
    ///
    /// Returns `None` if there is no such hand-over.
    pub async fn note_handed_over(
        &self,
        id: HandOverId,
        method: HandOverMethod,
        public_key: Option<String>,
        at: DateTime<Utc>,
        can_be_named: fn(&str) -> bool,
    ) -> Result<Option<HandOver>, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(before) = one(&transaction, id)? else { return Ok(None) };
            let Some(key) = key(&transaction, &before.key)? else { return Ok(None) };
            transaction
                .execute("UPDATE hand_overs SET method = ?2 WHERE id = ?1", (id, json(&method)?))?;
            add_place(&transaction, &key.id, &before.recipient)?;
            people::add_recipient(&transaction, &key.id, &before.recipient)?;
            recipients::remember(&transaction, &before.recipient, public_key.as_deref(), at)?;
            let recipient = Some(before.recipient).filter(|name| can_be_named(name));
            let recipient = recipient.unwrap_or_default();
            let event = HistoryEvent::HandedOver { recipient, how: method };
            history::add(&transaction, &HistoryEntry::of(&key, Actor::Person, event, at))?;
            let noted = one(&transaction, id)?;
            transaction.commit()?;
            Ok(noted)
        })
        .await
    }

    /// Notes what a receipt code has shown, with a line in the history. A receipt that was complete stays. It ticks the
    /// recipient in a replacement whose new key this is; `can_be_named` decides whether the history has the name.
    ///
    /// Returns `None` if there is no such hand-over.
    pub async fn note_receipt(
        &self,
        id: HandOverId,
        receipt: Receipt,
        can_be_named: fn(&str) -> bool,
    ) -> Result<Option<HandOver>, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(before) = one(&transaction, id)? else { return Ok(None) };
            if before.is_complete() {
                return Ok(Some(before));
            }
            let Receipt { at, result } = receipt;
            transaction.execute(
                "UPDATE hand_overs SET receipt_at = ?2, receipt_result = ?3 WHERE id = ?1",
                (id, at, json(&result)?),
            )?;
            if let Some(key) = key(&transaction, &before.key)? {
                let event = HistoryEvent::ReceiptChecked { result };
                history::add(&transaction, &HistoryEntry::of(&key, Actor::Person, event, at))?;
            }
            let noted = one(&transaction, id)?;
            if noted.as_ref().is_some_and(HandOver::is_complete) {
                let (key, recipient) = (&before.key, &before.recipient);
                people::tick_receiver(&transaction, key, recipient, at, can_be_named)?;
            }
            transaction.commit()?;
            Ok(noted)
        })
        .await
    }
}

/// Adds a person to the places of a key, unless the person is there, or has no name.
fn add_place(connection: &Connection, key: &KeyId, person: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO key_places (key, position, kind, name)
             SELECT ?1, (SELECT coalesce(max(position) + 1, 0) FROM key_places WHERE key = ?1),
                    ?2, ?3
             WHERE ?3 <> ''
               AND NOT EXISTS (SELECT 1 FROM key_places
                               WHERE key = ?1 AND kind = ?2 AND name = ?3)",
        )?
        .execute((key.as_str(), Named(PlaceKind::Person), person))?;
    Ok(())
}

fn key(connection: &Connection, id: &KeyId) -> rusqlite::Result<Option<KeyRecord>> {
    connection
        .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
        .query_row([id.as_str()], KeyRecord::read)
        .optional()
}

fn one(connection: &Connection, id: HandOverId) -> rusqlite::Result<Option<HandOver>> {
    connection
        .prepare_cached("SELECT * FROM hand_overs WHERE id = ?1")?
        .query_row([id], read)
        .optional()
}

fn read(row: &Row<'_>) -> rusqlite::Result<HandOver> {
    let result: Option<ReceiptResult> = read_json(row, "receipt_result")?;
    let at: Option<DateTime<Utc>> = row.get("receipt_at")?;
    Ok(HandOver {
        id: row.get("id")?,
        key: KeyId::from_stored(row.get("key")?),
        at: row.get("started_at")?,
        receiver: row.get::<_, Named<Receiver>>("receiver")?.0,
        recipient: row.get("recipient")?,
        method: read_json(row, "method")?,
        word: row.get("word")?,
        receipt: at.zip(result).map(|(at, result)| Receipt { at, result }),
    })
}

fn json(value: &impl serde::Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn read_json<T: DeserializeOwned>(row: &Row<'_>, name: &str) -> rusqlite::Result<Option<T>> {
    let column = row.as_ref().column_index(name)?;
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text)).transpose().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
    })
}

#[cfg(test)]
mod tests;
