//! The keys as the pages show them, what to do next, and the secret of one key.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::deps::{Deps, KeyChangeLock, LazyStore};
use super::reconcile::{Reconciler, Stage, Trigger, UnsavedKey};
use super::{Home, Kept, KeyCard, ToDo};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{
    ApiEnvironment, Failure, KeyId, KeyRecord, KeyStatus, Progress, Step, no_progress,
};
use crate::secret::ApiKey;
use crate::store::{Attempt, ImportNote};

/// How long before its expiry Home asks the person to do something about a key.
const ENDS_SOON: TimeDelta = TimeDelta::days(30);

/// Lists keys, reads their secrets and removes what is left of them.
pub struct Keys {
    store: Arc<LazyStore>,
    keychain: Keychain,
    clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    reconciler: Arc<Reconciler>,
}

impl Keys {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            keychain: deps.keychain.clone(),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            reconciler,
        }
    }

    /// What the Home page shows.
    pub async fn home(&self) -> Result<Home, Failure> {
        let keys = self.list().await?;
        let store = self.store.get().await?;
        let attempts = store.open_attempts().await?;
        let notes = store.import_notes().await?;
        let runs = store.guide_runs().await?;
        let now = self.clock.now();

        let mut to_do = self.interrupted(&keys, attempts, now);
        to_do.extend(self.lost_imports(notes));
        to_do.extend(keys.iter().filter_map(|key| ends_soon(key, now)));
        to_do.extend(runs.into_iter().map(|run| ToDo::Guide { run }));
        let unverified = keys.iter().filter(|key| is_unverified(key));
        to_do.extend(unverified.map(|key| ToDo::KeyUnverified { key: key.id.clone() }));
        Ok(Home { to_do, keys })
    }

    /// All keys: the unsaved ones, then those of the store with the newest first.
    pub async fn list(&self) -> Result<Vec<KeyCard>, Failure> {
        self.reconciler.finish_due_attempts().await?;
        self.reconciler.notify(Trigger::KeysShown);
        let rows = self.store.get().await?.keys().await?;
        let unsaved = self.reconciler.state().all_unsaved();
        let is_unsaved = |row: &KeyRecord| unsaved.iter().any(|key| key.record.id == row.id);
        let recorded: Vec<KeyCard> = rows
            .into_iter()
            .filter(|row| !is_unsaved(row))
            .map(|row| self.recorded_card(row))
            .collect();
        let unsaved = unsaved.into_iter().map(|unsaved| self.unsaved_card(unsaved));
        Ok(unsaved.chain(recorded).collect())
    }

    /// The key itself: the person wants to copy or see it, or it is sent to Nova Post.
    ///
    /// Fails with `not_found` if the keychain has no entry for it. The key is shown as lost then.
    pub async fn secret_of(&self, id: &KeyId, progress: &Progress) -> Result<ApiKey, Failure> {
        let unsaved = self.reconciler.state().unsaved(id);
        if let Some(unsaved) = unsaved {
            return Ok(unsaved.key);
        }
        progress(Step::OpeningKeychain);
        let Some(key) = self.keychain.read(id, progress).await? else {
            self.reconciler.note_lost(id);
            return Err(Failure::NotFound);
        };
        self.reconciler.notify(Trigger::KeychainResponded);
        Ok(key)
    }

    /// Tries again to save a key that is only in memory.
    pub async fn save_again(&self, id: &KeyId, progress: &Progress) -> Result<KeyCard, Failure> {
        let record = self.reconciler.save(id, progress).await?;
        Ok(self.recorded_card(record))
    }

    /// Deletes an unlisted key from the keychain for good.
    ///
    /// Fails with `not_found` if the key is in the list of keys: then it is not unlisted, and stays.
    pub async fn remove_unlisted(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // An import of this key would record it while its entry is deleted.
        let _no_other_change = self.key_change.lock().await;
        self.delete_unlisted(id, progress).await
    }

    /// As [`Keys::remove_unlisted`], for a caller that holds the lock.
    pub(super) async fn delete_unlisted(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<(), Failure> {
        let is_unsaved = self.reconciler.state().is_unsaved(id);
        if is_unsaved || self.store.get().await?.key(id).await?.is_some() {
            return Err(Failure::NotFound);
        }
        self.keychain.delete(id, progress).await?;
        self.store.get().await?.delete_import_note(id).await?;
        self.reconciler.note_removed(id);
        Ok(())
    }

    /// Forgets a key that was added by hand and not saved: the person does not need to be told of it.
    pub async fn dismiss_import(&self, id: &KeyId) -> Result<(), Failure> {
        self.store.get().await?.delete_import_note(id).await
    }

    /// Deletes the record of a key that the keychain has lost. Does nothing if the keychain has the
    /// key again.
    pub async fn remove_lost(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // An import of this key would save it while its row is deleted.
        let _no_other_change = self.key_change.lock().await;
        let is_unsaved = self.reconciler.state().is_unsaved(id);
        if !is_unsaved && self.keychain.read(id, progress).await?.is_none() {
            self.store.get().await?.remove(id).await?;
        }
        self.reconciler.note_removed(id);
        Ok(())
    }

    /// One key. Fails with `not_found` if there is no such key.
    pub(super) async fn card(&self, id: &KeyId) -> Result<KeyCard, Failure> {
        let unsaved = self.reconciler.state().unsaved(id);
        if let Some(unsaved) = unsaved {
            return Ok(self.unsaved_card(unsaved));
        }
        let row = self.store.get().await?.key(id).await?.ok_or(Failure::NotFound)?;
        Ok(self.recorded_card(row))
    }

    pub(super) fn recorded_card(&self, record: KeyRecord) -> KeyCard {
        let is_lost = self.reconciler.state().is_lost(&record.id);
        let kept = if is_lost { Kept::Nowhere } else { Kept::Keychain };
        KeyCard::new(record, kept, self.clock.now())
    }

    fn unsaved_card(&self, unsaved: UnsavedKey) -> KeyCard {
        let kept = match unsaved.stage {
            Stage::NotRecorded => Kept::Keychain,
            Stage::Saving | Stage::NotInKeychain(_) => Kept::ThisSession,
        };
        KeyCard::new(unsaved.record, kept, self.clock.now())
    }

    /// The row of this key. Reads only the entries whose last four characters are equal. A row whose
    /// entry is lost is taken for this key, so that saving the key again repairs it.
    pub(super) async fn find_recorded(&self, key: &ApiKey) -> Result<Option<KeyRecord>, Failure> {
        let mut lost = None;
        for row in self.store.get().await?.keys().await? {
            if row.last_four != key.last_four() {
                continue;
            }
            match self.keychain.read(&row.id, &no_progress()).await? {
                Some(kept) if kept.same_as(key) => return Ok(Some(row)),
                Some(_another) => {}
                None => lost = lost.or(Some(row)),
            }
        }
        Ok(lost)
    }

    /// The keys that were added by hand and were lost with the app's memory. One that has reached the
    /// keychain is not among them: it is an unlisted key.
    fn lost_imports(&self, notes: Vec<ImportNote>) -> Vec<ToDo> {
        let state = self.reconciler.state();
        let unlisted = state.unlisted();
        let is_lost = |note: &ImportNote| {
            !state.is_unsaved(&note.key) && unlisted.iter().all(|found| found.id != note.key)
        };
        let lost = notes.into_iter().filter(is_lost);
        lost.map(|note| ToDo::ImportLost {
            key: note.key,
            last_four: note.last_four,
            environment: note.environment,
            organization: note.organization,
            at: note.started_at,
        })
        .collect()
    }

    /// What a failure, a crash or another program has left unfinished.
    fn interrupted(
        &self,
        keys: &[KeyCard],
        attempts: Vec<Attempt>,
        now: DateTime<Utc>,
    ) -> Vec<ToDo> {
        let is_listed = |id: &KeyId| keys.iter().any(|key| key.id == *id);
        let state = self.reconciler.state();
        let unsaved = state.all_unsaved().into_iter().filter_map(save_again);
        let attempts = attempts
            .into_iter()
            .filter(|attempt| state.unsaved_with_digits(&attempt.digits).is_none())
            .map(|attempt| open_attempt(attempt, now));
        let lost = state.lost().into_iter().filter(is_listed).map(|key| ToDo::KeyLost { key });
        let unlisted = state
            .unlisted()
            .into_iter()
            .filter(|found| !is_listed(&found.id))
            .map(|found| ToDo::KeyUnlisted { key: found.id, last_four: found.last_four });
        unsaved.chain(attempts).chain(lost).chain(unlisted).collect()
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

fn open_attempt(attempt: Attempt, now: DateTime<Utc>) -> ToDo {
    let Attempt { id: attempt, phone, started_at, ask_again_from, is_unregistered, .. } = attempt;
    match ask_again_from {
        None if is_unregistered => ToDo::NotRegistered { attempt, phone },
        Some(from) => ToDo::AskAgain { attempt, phone, from, due: from <= now },
        None => ToDo::Unfinished {
            attempt,
            phone,
            started_at,
            same_day: started_at.date_naive() == now.date_naive(),
        },
    }
}

fn ends_soon(key: &KeyCard, now: DateTime<Utc>) -> Option<ToDo> {
    let at = key.valid_until?;
    let can_be_renewed = matches!(key.status, KeyStatus::Active | KeyStatus::Expired)
        // `ToDo::KeyLost` says what to do about a lost key.
        && key.kept != Kept::Nowhere;
    (can_be_renewed && at < now + ENDS_SOON).then(|| ToDo::KeyEnds { key: key.id.clone(), at })
}

fn is_unverified(key: &KeyCard) -> bool {
    // A key is verified with a token, and the app gets no token for a key of Ukraine.
    key.environment != ApiEnvironment::Ukraine
        && key.status == KeyStatus::Active
        && key.last_verified_at.is_none()
        && key.kept != Kept::Nowhere
}
