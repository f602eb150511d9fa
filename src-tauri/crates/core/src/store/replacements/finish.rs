//! The end of a replacement: the old key is marked as replaced.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{StepTaken, commit, key, one};
use crate::model::{
    Actor, DetailField, Failure, HistoryEntry, HistoryEvent, KeyId, KeyStanding, Replacement,
    ReplacementId,
};
use crate::store::named::Named;
use crate::store::{Store, history};

impl Store {
    /// Marks the old key as replaced, and gives the new key the places of the replacement. `without_places`: also
    /// if some places do not have the new key yet. Returns a finished replacement as it is.
    pub async fn finish_replacement(
        &self,
        id: ReplacementId,
        without_places: bool,
        at: DateTime<Utc>,
    ) -> Result<StepTaken, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let Some(now) = one(&transaction, id)? else { return Ok(StepTaken::Gone) };
            if now.finished_at.is_some() {
                return Ok(StepTaken::Done(now));
            }
            let new = match &now.new {
                Some(new) => key(&transaction, new)?,
                None => None,
            };
            let is_usable = new.as_ref().is_some_and(|new| {
                !matches!(
                    KeyStanding::of(new, at),
                    KeyStanding::Refused
                        | KeyStanding::Expired
                        | KeyStanding::Deactivated
                        | KeyStanding::Replaced
                )
            });
            let Some(old) = key(&transaction, &now.old)? else { return Ok(StepTaken::Gone) };
            let same_environment =
                new.as_ref().is_none_or(|new| new.environment == old.environment);
            if let Some(refused) = now.obstacle(is_usable, same_environment, without_places) {
                return Ok(StepTaken::Refused(refused));
            }
            let Some(new) = new else { return Ok(StepTaken::Gone) };
            transaction.execute(
                "UPDATE keys SET status = 'replaced', replaced_by = ?2 WHERE id = ?1",
                (old.id.as_str(), new.id.as_str()),
            )?;
            transaction
                .execute("UPDATE replacements SET finished_at = ?2 WHERE id = ?1", (id, at))?;
            let event = HistoryEvent::Replaced { by: new.last_four.clone() };
            history::add(&transaction, &HistoryEntry::of(&old, Actor::Person, event, at))?;
            if add_places(&transaction, &new.id, &now)? {
                let event = HistoryEvent::DetailsChanged { fields: vec![DetailField::Places] };
                history::add(&transaction, &HistoryEntry::of(&new, Actor::Person, event, at))?;
            }
            commit(transaction, id)
        })
        .await
    }
}

/// Adds the places to those of the new key. Returns whether one was missing there.
fn add_places(
    connection: &Connection,
    new: &KeyId,
    replacement: &Replacement,
) -> rusqlite::Result<bool> {
    let mut added = 0;
    for place in &replacement.places {
        added += connection
            .prepare_cached(
                "INSERT INTO key_places (key, position, kind, name)
                 SELECT ?1, (SELECT coalesce(max(position) + 1, 0) FROM key_places WHERE key = ?1),
                        ?2, ?3
                 WHERE NOT EXISTS (SELECT 1 FROM key_places
                                   WHERE key = ?1 AND kind = ?2 AND name = ?3)",
            )?
            .execute((new.as_str(), Named(place.place.kind), &place.place.name))?;
    }
    Ok(added > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ApiEnvironment, CheckResult, KeyCheck, KeyRecord, KeyStatus, ReplacementRefusal,
    };

    #[tokio::test]
    async fn a_key_that_was_moved_to_another_environment_does_not_replace() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let at = DateTime::UNIX_EPOCH;
        let works = KeyCheck { at, result: CheckResult::Works };
        let key = || {
            let id = KeyId::random();
            KeyRecord::new(id, ApiEnvironment::Production, "4bf2".to_owned(), at)
        };
        let (old, new) = (key(), key());
        for key in [&old, &new] {
            store.record(key.clone(), None, at).await.unwrap();
        }
        let StepTaken::Done(begun) = store.start_replacement(&old.id, at).await.unwrap() else {
            panic!("it can be replaced")
        };
        store.set_new_key(begun.id, &new.id, at, |_| true).await.unwrap();
        let finish = async || store.finish_replacement(begun.id, true, at).await.unwrap();
        let move_to = async |to| store.move_key(&new.id, to, works.clone(), None).await.unwrap();
        move_to(ApiEnvironment::Sandbox).await;
        assert_eq!(finish().await, StepTaken::Refused(ReplacementRefusal::OtherEnvironment));
        assert_eq!(store.key(&old.id).await.unwrap().unwrap().status, KeyStatus::Active);
        move_to(ApiEnvironment::Production).await;
        assert!(matches!(finish().await, StepTaken::Done(_)));
    }
}
