//! The store as cards, and what to do next.

use chrono::{DateTime, TimeDelta, Utc};

use super::reconcile::{Stage, Trigger, UnsavedKey};
use super::{Home, Kept, KeyCard, Service, ToDo};
use crate::model::{ApiEnvironment, Failure, KeyId, KeyRecord, KeyStatus, Progress};
use crate::store::Attempt;

/// How long before its end a key asks for attention.
const ENDS_SOON: TimeDelta = TimeDelta::days(30);

impl Service {
    /// What the Home page shows.
    pub async fn home(&self) -> Result<Home, Failure> {
        let keys = self.keys().await?;
        let attempts = self.store().await?.open_attempts().await?;
        let runs = self.store().await?.guide_runs().await?;
        let now = self.deps.clock.now();

        let mut to_do = Vec::new();
        {
            let state = self.reconciler.state();
            to_do.extend(state.all_unsaved().into_iter().filter_map(save_again));
            to_do.extend(
                attempts
                    .into_iter()
                    .filter(|attempt| state.unsaved_with_digits(&attempt.digits).is_none())
                    .map(|attempt| told(attempt, now)),
            );
            let is_listed = |id: &KeyId| keys.iter().any(|key| key.id == *id);
            let lost = state.lost().into_iter().filter(is_listed);
            to_do.extend(lost.map(|key| ToDo::KeyLost { key }));
            let unlisted = state.unlisted().into_iter().filter(|found| !is_listed(&found.id));
            to_do.extend(
                unlisted
                    .map(|found| ToDo::KeyUnlisted { key: found.id, last_four: found.last_four }),
            );
        }
        to_do.extend(keys.iter().filter_map(|key| ending(key, now)));
        to_do.extend(runs.into_iter().map(|run| ToDo::Guide { run }));
        to_do.extend(
            keys.iter()
                .filter(|key| unproven(key))
                .map(|key| ToDo::KeyUnproven { key: key.id.clone() }),
        );
        Ok(Home { to_do, keys })
    }

    /// All keys, the newest first, with those that are only in memory before them.
    pub async fn keys(&self) -> Result<Vec<KeyCard>, Failure> {
        self.reconciler.finish_due_attempts().await?;
        self.reconciler.notify(Trigger::KeysShown);
        let rows = self.store().await?.keys().await?;
        let unsaved = self.reconciler.state().all_unsaved();
        let is_recorded =
            |row: &KeyRecord| unsaved.iter().all(|unsaved| unsaved.record.id != row.id);
        let recorded: Vec<KeyCard> =
            rows.into_iter().filter(is_recorded).map(|row| self.recorded_card(row)).collect();
        let unsaved = unsaved.into_iter().map(|unsaved| self.unsaved_card(unsaved));
        Ok(unsaved.chain(recorded).collect())
    }

    pub(super) async fn key_card(&self, id: &KeyId) -> Result<KeyCard, Failure> {
        let unsaved = self.reconciler.state().unsaved(id);
        if let Some(unsaved) = unsaved {
            return Ok(self.unsaved_card(unsaved));
        }
        let row = self.store().await?.key(id).await?.ok_or(Failure::StoreUnreadable)?;
        Ok(self.recorded_card(row))
    }

    /// Tries once more to make a key safe that is only in memory.
    pub async fn save_key_again(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<KeyCard, Failure> {
        let record = self.reconciler.save(id, progress).await?;
        Ok(self.recorded_card(record))
    }

    /// Takes a key out of the keychain that the store doesn't know, for good.
    ///
    /// Refuses with `keychain_refused` to do so with any other key.
    pub async fn remove_unlisted(&self, entry: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // Not while it is being brought in: it would be taken out of the keychain behind its row.
        let _one_at_a_time = self.deps.key_change.lock().await;
        self.remove_entry(entry, progress).await
    }

    /// As [`Service::remove_unlisted`], for whoever brings a key in.
    pub(super) async fn remove_entry(
        &self,
        entry: &KeyId,
        progress: &Progress,
    ) -> Result<(), Failure> {
        let is_unsaved = self.reconciler.state().is_unsaved(entry);
        if is_unsaved || self.store().await?.key(entry).await?.is_some() {
            return Err(Failure::KeychainRefused);
        }
        self.deps.keychain.delete(entry, progress).await?;
        self.reconciler.note_removed(entry);
        Ok(())
    }

    /// Takes a key off the store that the keychain has no more. One that has come back stays.
    pub async fn forget_lost(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // Not while it is being brought in: its row would go from beside its entry.
        let _one_at_a_time = self.deps.key_change.lock().await;
        let is_unsaved = self.reconciler.state().is_unsaved(id);
        if !is_unsaved && self.deps.keychain.read(id, progress).await?.is_none() {
            self.store().await?.remove(id).await?;
        }
        self.reconciler.note_removed(id);
        Ok(())
    }

    fn unsaved_card(&self, unsaved: UnsavedKey) -> KeyCard {
        let kept = match unsaved.stage {
            Stage::NotRecorded => Kept::Keychain,
            Stage::Saving | Stage::NotInKeychain(_) => Kept::ThisSession,
        };
        self.card(unsaved.record, kept)
    }

    pub(super) fn recorded_card(&self, row: KeyRecord) -> KeyCard {
        let kept =
            if self.reconciler.state().is_lost(&row.id) { Kept::Nowhere } else { Kept::Keychain };
        self.card(row, kept)
    }

    pub(super) fn card(&self, row: KeyRecord, kept: Kept) -> KeyCard {
        let past = row.valid_until.is_some_and(|end| end < self.deps.clock.now());
        let status =
            if past && row.status == KeyStatus::Active { KeyStatus::Expired } else { row.status };
        KeyCard {
            id: row.id,
            name: row.name,
            environment: row.environment,
            last_four: row.last_four,
            phone: row.phone,
            created_at: row.created_at,
            valid_until: row.valid_until,
            status,
            last_proven_at: row.last_proven_at,
            kept,
            added_at: row.added_at,
            organizations: row.organizations,
        }
    }
}

fn save_again(unsaved: UnsavedKey) -> Option<ToDo> {
    let key = unsaved.record.id;
    match unsaved.stage {
        Stage::Saving => None,
        Stage::NotInKeychain(cause) => Some(ToDo::SaveAgain { key, cause: Some(cause) }),
        Stage::NotRecorded => Some(ToDo::SaveAgain { key, cause: None }),
    }
}

fn told(attempt: Attempt, now: DateTime<Utc>) -> ToDo {
    let Attempt { id: attempt, phone, started_at, ask_again_from, .. } = attempt;
    match ask_again_from {
        Some(from) => ToDo::AskAgain { attempt, phone, from, due: from <= now },
        None => ToDo::Unfinished {
            attempt,
            phone,
            started_at,
            same_day: started_at.date_naive() == now.date_naive(),
        },
    }
}

fn ending(key: &KeyCard, now: DateTime<Utc>) -> Option<ToDo> {
    let at = key.valid_until?;
    let concerned = matches!(key.status, KeyStatus::Active | KeyStatus::Expired)
        // What is to be done about it says a thing to do of its own.
        && key.kept != Kept::Nowhere;
    (concerned && at < now + ENDS_SOON).then(|| ToDo::KeyEnds { key: key.id.clone(), at })
}

fn unproven(key: &KeyCard) -> bool {
    // The Ukrainian API knows no tokens (seed): there is nothing to prove a key of it with.
    key.environment != ApiEnvironment::Ukraine
        && key.status == KeyStatus::Active
        && key.last_proven_at.is_none()
        && key.kept != Kept::Nowhere
}
