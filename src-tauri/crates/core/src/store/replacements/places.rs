//! The places of a replacement: each one needs the new key.

use chrono::{DateTime, Utc};

use super::{StepTaken, commit, key, open};
use crate::model::{
    Actor, Failure, HistoryEntry, HistoryEvent, Place, ReplacementId, ReplacementPlace,
    ReplacementPlaceId,
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
            let Some(ticked) = before.places.into_iter().find(is_ticked) else {
                return commit(transaction, id);
            };
            transaction.execute(
                "UPDATE replacement_places SET done_at = ?3 WHERE replacement = ?1 AND id = ?2",
                (id, place, is_done.then_some(at)),
            )?;
            if let Some(old) = key(&transaction, &before.old)? {
                let name = Some(ticked.place.name).filter(|name| can_be_named(name));
                let place = name.unwrap_or_default();
                let event = if is_done {
                    HistoryEvent::PlaceTicked { place }
                } else {
                    HistoryEvent::PlaceUnticked { place }
                };
                history::add(&transaction, &HistoryEntry::of(&old, Actor::Person, event, at))?;
            }
            commit(transaction, id)
        })
        .await
    }
}
