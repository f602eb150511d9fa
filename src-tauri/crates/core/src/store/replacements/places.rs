//! The places of a replacement: each one needs the new key.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{StepTaken, commit, key, open};
use crate::model::{
    Actor, Failure, HistoryEntry, HistoryEvent, Place, Replacement, ReplacementId,
    ReplacementPlace, ReplacementPlaceId,
};
use crate::store::named::Named;
use crate::store::{Store, history};

impl Store {
    /// Adds a place that needs the new key. Does nothing if the list has it, or if it has no name.
    pub async fn add_replacement_place(
        &self,
        id: ReplacementId,
        place: Place,
    ) -> Result<StepTaken, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            if open(&transaction, id)?.is_none() {
                return Ok(StepTaken::Gone);
            }
            transaction.execute(
                "INSERT OR IGNORE INTO replacement_places (replacement, kind, name)
                 SELECT ?1, ?2, ?3 WHERE ?3 <> ''",
                (id, Named(place.kind), place.name),
            )?;
            commit(transaction, id)
        })
        .await
    }

    /// Notes at `at` that a place has the new key, or that it does not have it yet, and adds a line to the history of
    /// the old key. The line has the name of the place if `can_be_named` accepts it. Does nothing if it is noted
    /// already.
    pub async fn tick_replacement_place(
        &self,
        id: ReplacementId,
        place: ReplacementPlaceId,
        is_done: bool,
        at: DateTime<Utc>,
        can_be_named: fn(&str) -> bool,
    ) -> Result<StepTaken, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(before) = open(&transaction, id)? else { return Ok(StepTaken::Gone) };
            let is_ticked =
                |it: &ReplacementPlace| it.id == place && it.done_at.is_some() != is_done;
            let Some(ticked) = before.places.iter().find(|it| is_ticked(it)) else {
                return commit(transaction, id);
            };
            let done_at = is_done.then_some(at);
            note(&transaction, &before, ticked, done_at, at, Actor::Person, can_be_named)?;
            commit(transaction, id)
        })
        .await
    }
}

/// Notes since when a place has the new key, or for `None` that it does not have it, with a line in the history of the
/// old key.
pub(super) fn note(
    connection: &Connection,
    replacement: &Replacement,
    place: &ReplacementPlace,
    done_at: Option<DateTime<Utc>>,
    at: DateTime<Utc>,
    actor: Actor,
    can_be_named: fn(&str) -> bool,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE replacement_places SET done_at = ?3 WHERE replacement = ?1 AND id = ?2",
        )?
        .execute((replacement.id, place.id, done_at))?;
    let Some(old) = key(connection, &replacement.old)? else { return Ok(()) };
    let name = Some(place.place.name.clone()).filter(|name| can_be_named(name));
    let place = name.unwrap_or_default();
    let event = match done_at {
        Some(_) => HistoryEvent::PlaceTicked { place },
        None => HistoryEvent::PlaceUnticked { place },
    };
    history::add(connection, &HistoryEntry::of(&old, actor, event, at))
}
