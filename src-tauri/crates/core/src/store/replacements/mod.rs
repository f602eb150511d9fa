//! The replacements of keys. Each change is one transaction with its line of the history, so a crash leaves
//! either the state before it or the one after it.

mod finish;
pub(super) mod people;
mod places;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

use super::named::Named;
use super::{Store, history};
use crate::model::{
    Actor, CheckResult, Failure, HistoryEntry, HistoryEvent, KeyId, KeyRecord, Place, PlaceKind,
    Replacement, ReplacementId, ReplacementPlace, ReplacementRefusal,
};

/// What has come of a step of a replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepTaken {
    /// It was taken. This is the replacement now.
    Done(Replacement),
    /// It is not possible now. Nothing was changed.
    Refused(ReplacementRefusal),
    /// The replacement or a key does not exist, or the replacement is finished.
    Gone,
}

impl Store {
    /// The last replacement of a key, finished or not. Returns `None` if there is none, and if the key is in use
    /// again since it was finished.
    pub async fn replacement_of(&self, old: &KeyId) -> Result<Option<Replacement>, Failure> {
        let old = old.clone();
        self.with(move |connection| {
            let found = connection
                .prepare_cached(
                    "SELECT id FROM replacements
                     WHERE old = ?1 AND (finished_at IS NULL
                        OR EXISTS (SELECT 1 FROM keys WHERE id = ?1
                                   AND status IN ('deactivated', 'replaced')))
                     ORDER BY id DESC LIMIT 1",
                )?
                .query_row([old.as_str()], |row| row.get(0))
                .optional()?;
            found.map_or(Ok(None), |id| one(connection, id))
        })
        .await
    }

    /// All replacements that are not finished, the latest first.
    pub async fn open_replacements(&self) -> Result<Vec<Replacement>, Failure> {
        self.with(|connection| {
            let ids: Vec<ReplacementId> = connection
                .prepare_cached(
                    "SELECT id FROM replacements WHERE finished_at IS NULL ORDER BY id DESC",
                )?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let all = ids.into_iter().map(|id| one(connection, id));
            Ok(all.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect())
        })
        .await
    }

    /// Starts to replace a key: copies its places and the people to whom it was given, and adds a line to its history. If that was started before
    /// and not finished, returns it.
    pub async fn start_replacement(
        &self,
        old: &KeyId,
        at: DateTime<Utc>,
    ) -> Result<StepTaken, Failure> {
        let old = old.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(key) = key(&transaction, &old)? else { return Ok(StepTaken::Gone) };
            let open = transaction
                .prepare_cached(
                    "SELECT id FROM replacements WHERE old = ?1 AND finished_at IS NULL",
                )?
                .query_row([old.as_str()], |row| row.get(0))
                .optional()?;
            if let Some(open) = open {
                return taken(&transaction, open);
            }
            if key.status.is_retired() {
                return Ok(StepTaken::Refused(ReplacementRefusal::OldRetired));
            }
            transaction.execute(
                "INSERT INTO replacements (old, started_at) VALUES (?1, ?2)",
                (old.as_str(), at),
            )?;
            let id = ReplacementId::from_stored(transaction.last_insert_rowid());
            transaction.execute(
                "INSERT OR IGNORE INTO replacement_places (replacement, kind, name)
                 SELECT ?1, kind, name FROM key_places WHERE key = ?2 ORDER BY position",
                (id, old.as_str()),
            )?;
            people::add_recipients(&transaction, id, &old)?;
            let event = HistoryEvent::ReplacementStarted;
            history::add(&transaction, &HistoryEntry::of(&key, Actor::Person, event, at))?;
            commit(transaction, id)
        })
        .await
    }

    /// Sets the new key, or another one, and adds a line to the history of the old key. Places that have another new
    /// key are no longer done, but for the people who have shown with a receipt code that they have the new key.
    pub async fn set_new_key(
        &self,
        id: ReplacementId,
        new: &KeyId,
        at: DateTime<Utc>,
        can_be_named: fn(&str) -> bool,
    ) -> Result<StepTaken, Failure> {
        let new = new.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(before) = open(&transaction, id)? else { return Ok(StepTaken::Gone) };
            let keys = key(&transaction, &before.old)?.zip(key(&transaction, &new)?);
            let Some((old_key, new_key)) = keys else { return Ok(StepTaken::Gone) };
            let refused = if old_key.id == new_key.id {
                Some(ReplacementRefusal::SameKey)
            } else if old_key.environment != new_key.environment {
                Some(ReplacementRefusal::OtherEnvironment)
            } else if new_key.status.is_retired() {
                Some(ReplacementRefusal::NewRetired)
            } else {
                None
            };
            if let Some(refused) = refused {
                return Ok(StepTaken::Refused(refused));
            }
            if before.new.as_ref() != Some(&new) {
                transaction.execute(
                    "UPDATE replacements SET new = ?2, new_set_at = ?3 WHERE id = ?1",
                    (id, new.as_str(), at),
                )?;
                transaction.execute(
                    "UPDATE replacement_places SET done_at = NULL WHERE replacement = ?1",
                    [id],
                )?;
                let event = HistoryEvent::ReplacementKeyChosen { by: new_key.last_four };
                history::add(&transaction, &HistoryEntry::of(&old_key, Actor::Person, event, at))?;
                people::tick_receivers(&transaction, id, &new, at, can_be_named)?;
            }
            commit(transaction, id)
        })
        .await
    }

    /// Deletes a replacement that is not finished, and adds a line to the history of the old key. The keys stay.
    /// Does nothing if there is none.
    pub async fn cancel_replacement(
        &self,
        id: ReplacementId,
        at: DateTime<Utc>,
    ) -> Result<(), Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(before) = open(&transaction, id)? else { return Ok(()) };
            transaction.execute("DELETE FROM replacements WHERE id = ?1", [id])?;
            if let Some(old) = key(&transaction, &before.old)? {
                let event = HistoryEvent::ReplacementCancelled;
                history::add(&transaction, &HistoryEntry::of(&old, Actor::Person, event, at))?;
            }
            transaction.commit()
        })
        .await
    }
}

fn commit(
    transaction: rusqlite::Transaction<'_>,
    id: ReplacementId,
) -> rusqlite::Result<StepTaken> {
    let taken = taken(&transaction, id)?;
    transaction.commit()?;
    Ok(taken)
}

fn taken(connection: &Connection, id: ReplacementId) -> rusqlite::Result<StepTaken> {
    Ok(one(connection, id)?.map_or(StepTaken::Gone, StepTaken::Done))
}

fn open(connection: &Connection, id: ReplacementId) -> rusqlite::Result<Option<Replacement>> {
    Ok(one(connection, id)?.filter(|found| found.finished_at.is_none()))
}

fn key(connection: &Connection, id: &KeyId) -> rusqlite::Result<Option<KeyRecord>> {
    connection
        .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
        .query_row([id.as_str()], KeyRecord::read)
        .optional()
}

fn one(connection: &Connection, id: ReplacementId) -> rusqlite::Result<Option<Replacement>> {
    let found = connection
        .prepare_cached(
            "SELECT replacements.*, last_check_at, last_check_result
             FROM replacements LEFT JOIN keys ON keys.id = replacements.new
             WHERE replacements.id = ?1",
        )?
        .query_row([id], read)
        .optional()?;
    let Some(mut found) = found else { return Ok(None) };
    found.places = connection
        .prepare_cached(
            "SELECT id, kind, name, done_at FROM replacement_places
             WHERE replacement = ?1 ORDER BY id",
        )?
        .query_map([id], read_place)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(found))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Replacement> {
    let new = row.get::<_, Option<String>>("new")?.map(KeyId::from_stored);
    // The time stays in the row when the new key is deleted.
    let new_set_at: Option<DateTime<Utc>> = row.get("new_set_at")?;
    let new_set_at = new_set_at.filter(|_| new.is_some());
    let result = row.get::<_, Option<Named<CheckResult>>>("last_check_result")?;
    let works = result.is_some_and(|result| result.0 == CheckResult::Works);
    let checked_at: Option<DateTime<Utc>> = row.get("last_check_at")?;
    let counts = |at: &DateTime<Utc>| works && new_set_at.is_some_and(|set| *at >= set);
    Ok(Replacement {
        id: row.get("id")?,
        old: KeyId::from_stored(row.get("old")?),
        new,
        started_at: row.get("started_at")?,
        new_set_at,
        new_checked_at: checked_at.filter(counts),
        places: Vec::new(),
        finished_at: row.get("finished_at")?,
    })
}

fn read_place(row: &Row<'_>) -> rusqlite::Result<ReplacementPlace> {
    let kind = row.get::<_, Named<PlaceKind>>("kind")?.0;
    Ok(ReplacementPlace {
        id: row.get("id")?,
        place: Place { kind, name: row.get("name")? },
        done_at: row.get("done_at")?,
    })
}
