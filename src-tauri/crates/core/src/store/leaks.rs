//! The cases of keys that others may have seen. Each change is one transaction with its line of the history.

use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use super::named::Named;
use super::{Store, history};
use crate::model::{
    Actor, Failure, HistoryEntry, HistoryEvent, KeyId, KeyRecord, Leak, LeakCause, LeakId,
};

impl Store {
    /// The cases of a key, the newest first.
    pub async fn leaks(&self, key: &KeyId) -> Result<Vec<Leak>, Failure> {
        let key = key.clone();
        self.with(move |connection| {
            connection
                .prepare_cached("SELECT * FROM leaks WHERE key = ?1 ORDER BY id DESC")?
                .query_map([key.as_str()], read)?
                .collect()
        })
        .await
    }

    /// All cases that are not closed, the latest first.
    pub async fn open_leaks(&self) -> Result<Vec<Leak>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT * FROM leaks WHERE closed_at IS NULL ORDER BY id DESC")?
                .query_map([], read)?
                .collect()
        })
        .await
    }

    /// Opens a case for a key. If one is open, notes this cause in it, and its steps stay. Returns `None` if there is
    /// no such key.
    pub async fn report_leak(
        &self,
        key: &KeyId,
        cause: LeakCause,
        at: DateTime<Utc>,
    ) -> Result<Option<Leak>, Failure> {
        let id = key.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(key) = record(&transaction, &id)? else { return Ok(None) };
            let before = transaction
                .prepare_cached("SELECT * FROM leaks WHERE key = ?1 AND closed_at IS NULL")?
                .query_row([id.as_str()], read)
                .optional()?;
            let leak = match before {
                Some(before) if before.cause == cause => return Ok(Some(before)),
                Some(before) => {
                    transaction.execute(
                        "UPDATE leaks SET cause = ?2 WHERE id = ?1",
                        (before.id, Named(cause)),
                    )?;
                    before.id
                }
                None => {
                    transaction.execute(
                        "INSERT INTO leaks (key, cause, started_at, done) VALUES (?1, ?2, ?3, '[]')",
                        (id.as_str(), Named(cause), at),
                    )?;
                    LeakId::from_stored(transaction.last_insert_rowid())
                }
            };
            let event = HistoryEvent::LeakReported { cause };
            history::add(&transaction, &HistoryEntry::of(&key, Actor::Person, event, at))?;
            let leak = one(&transaction, leak)?;
            transaction.commit()?;
            Ok(leak)
        })
        .await
    }

    /// Marks a step of an open case as done or not done. Returns `None` if there is no such case, or it is closed.
    pub async fn set_leak_step(
        &self,
        id: LeakId,
        step: &str,
        is_done: bool,
    ) -> Result<Option<Leak>, Failure> {
        let step = step.to_owned();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(mut leak) = open(&transaction, id)? else { return Ok(None) };
            leak.done.retain(|done| *done != step);
            if is_done {
                leak.done.push(step);
            }
            let done = serde_json::to_string(&leak.done)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
            transaction.execute("UPDATE leaks SET done = ?2 WHERE id = ?1", (id, done))?;
            transaction.commit()?;
            Ok(Some(leak))
        })
        .await
    }

    /// Closes a case. Returns one that is closed as it is, and `None` if there is no such case.
    pub async fn close_leak(&self, id: LeakId, at: DateTime<Utc>) -> Result<Option<Leak>, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(before) = open(&transaction, id)? else { return one(&transaction, id) };
            transaction.execute("UPDATE leaks SET closed_at = ?2 WHERE id = ?1", (id, at))?;
            if let Some(key) = record(&transaction, &before.key)? {
                let event = HistoryEvent::LeakClosed;
                history::add(&transaction, &HistoryEntry::of(&key, Actor::Person, event, at))?;
            }
            let closed = one(&transaction, id)?;
            transaction.commit()?;
            Ok(closed)
        })
        .await
    }
}

fn record(connection: &Connection, id: &KeyId) -> rusqlite::Result<Option<KeyRecord>> {
    connection
        .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
        .query_row([id.as_str()], KeyRecord::read)
        .optional()
}

fn open(connection: &Connection, id: LeakId) -> rusqlite::Result<Option<Leak>> {
    Ok(one(connection, id)?.filter(|leak| leak.closed_at.is_none()))
}

fn one(connection: &Connection, id: LeakId) -> rusqlite::Result<Option<Leak>> {
    connection.prepare_cached("SELECT * FROM leaks WHERE id = ?1")?.query_row([id], read).optional()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Leak> {
    let column = row.as_ref().column_index("done")?;
    let done: String = row.get(column)?;
    let done = serde_json::from_str(&done).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
    })?;
    Ok(Leak {
        id: row.get("id")?,
        key: KeyId::from_stored(row.get("key")?),
        cause: row.get::<_, Named<LeakCause>>("cause")?.0,
        started_at: row.get("started_at")?,
        done,
        closed_at: row.get("closed_at")?,
    })
}

#[cfg(test)]
mod tests;
