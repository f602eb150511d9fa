//! The keys as the pages show them, and the secret of one key. `home` adds what to do next.

use std::sync::Arc;

use chrono::NaiveDate;

use super::accounts::Accounts;
use super::deletions::Deletions;
use super::deps::{Deps, KeyChangeLock, LazyStore};
use super::reconcile::{Reconciler, Stage, Trigger, UnsavedKey};
use super::{Kept, KeyCard};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{
    Actor, Failure, HistoryEntry, HistoryEvent, KeyId, KeyRecord, Progress, Step, no_progress,
};
use crate::secret::ApiKey;

/// Lists keys, reads their secrets and removes what is left of them.
pub struct Keys {
    pub(super) store: Arc<LazyStore>,
    keychain: Keychain,
    pub(super) clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    pub(super) reconciler: Arc<Reconciler>,
    pub(super) deletions: Arc<Deletions>,
}

impl Keys {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            keychain: deps.keychain.clone(),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            reconciler,
            deletions: Arc::clone(&deps.deletions),
        }
    }

    /// Today in the person's calendar.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.clock.day_of(self.clock.now())
    }

    /// All keys: the unsaved ones, then those of the store with the newest first.
    pub async fn list(&self) -> Result<Vec<KeyCard>, Failure> {
        self.reconciler.finish_due_attempts().await?;
        self.reconciler.notify(Trigger::KeysShown);
        let rows = self.store.get().await?.keys().await?;
        let unsaved = self.reconciler.state().all_unsaved();
        let is_unsaved = |row: &KeyRecord| unsaved.iter().any(|key| key.record.id == row.id);
        let shown: Vec<KeyRecord> = rows
            .into_iter()
            .filter(|row| !is_unsaved(row) && !self.deletions.is_pending(&row.id))
            .collect();
        let recorded = self.cards_with_accounts(shown).await?;
        let unsaved = unsaved.into_iter().map(|unsaved| self.unsaved_card(unsaved));
        Ok(unsaved.chain(recorded).collect())
    }

    /// The accounts of the keys in use.
    pub(super) async fn accounts(&self) -> Result<Accounts, Failure> {
        Ok(Accounts::new(self.store.get().await?.key_accounts().await?))
    }

    /// The cards of recorded keys, each with a key of another account if it was made under another one than most.
    pub(super) async fn cards_with_accounts(
        &self,
        rows: Vec<KeyRecord>,
    ) -> Result<Vec<KeyCard>, Failure> {
        let has_account = rows.iter().any(|row| row.client.is_some());
        let accounts = if has_account { self.accounts().await? } else { Accounts::default() };
        let card = |row: KeyRecord| {
            let other_account = accounts.other_than(&row);
            KeyCard { other_account, ..self.recorded_card(row) }
        };
        Ok(rows.into_iter().map(card).collect())
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
            // A key that only a list names was never here, so it is not lost.
            let recorded = self.store.get().await?.keys_of(std::slice::from_ref(id)).await?;
            if recorded.first().is_none_or(|record| record.had_secret) {
                self.reconciler.note_lost(id);
            }
            return Err(Failure::NotFound);
        };
        self.reconciler.notify(Trigger::KeychainResponded);
        Ok(key)
    }

    /// Adds to the history what the person has done with a key: copied or seen it, for example. That is done
    /// already, so a failure of the store is only logged.
    pub async fn note_use(&self, id: &KeyId, event: HistoryEvent) {
        self.note_use_by(Actor::Person, id, event).await;
    }

    /// As [`Keys::note_use`], for what a person or the app has done.
    pub(super) async fn note_use_by(&self, actor: Actor, id: &KeyId, event: HistoryEvent) {
        let noted = match self.store.get().await {
            Ok(store) => store.note_use(id, actor, event, self.clock.now()).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = noted {
            tracing::warn!(?failure, "the use of a key is not in its history");
        }
    }

    /// Tries again to save a key that is only in memory.
    pub async fn save_again(&self, id: &KeyId, progress: &Progress) -> Result<KeyCard, Failure> {
        let record = self.reconciler.save(id, progress).await?;
        Ok(self.recorded_card(record))
    }

    /// Deletes an unlisted key from the keychain for good. The history gets a line with its last four characters. The
    /// key is deleted then, so a failure of that line is only logged.
    ///
    /// Fails with `not_found` if the key is in the list of keys: then it is not unlisted, and stays.
    pub async fn remove_unlisted(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // An import of this key would record it while its entry is deleted.
        let _no_other_change = self.key_change.lock().await;
        let unlisted = self.reconciler.state().unlisted();
        let last_four = unlisted.into_iter().find(|key| key.id == *id).map(|key| key.last_four);
        self.delete_unlisted(id, progress).await?;
        let line = HistoryEntry {
            at: self.clock.now(),
            actor: Actor::Person,
            key: Some(id.clone()),
            key_name: String::new(),
            last_four: last_four.unwrap_or_default(),
            event: HistoryEvent::Deleted,
        };
        if let Err(failure) = self.store.get().await?.add_history(line).await {
            tracing::warn!(?failure, "a deleted key is not in the history");
        }
        Ok(())
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
            self.store.get().await?.delete(id, self.clock.now()).await?;
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
        let kept = match (record.had_secret, is_lost) {
            (false, _) => Kept::NeverHere,
            (true, true) => Kept::Nowhere,
            (true, false) => Kept::Keychain,
        };
        KeyCard::new(record, kept, self.clock.now())
    }

    pub(super) fn unsaved_card(&self, unsaved: UnsavedKey) -> KeyCard {
        let kept = if is_only_in_memory(&unsaved) { Kept::ThisSession } else { Kept::Keychain };
        KeyCard::new(unsaved.record, kept, self.clock.now())
    }

    /// The row of this key. Reads only the entries whose last four characters are equal. A row whose
    /// entry is lost is taken for this key, so that saving the key again repairs it.
    pub(super) async fn find_recorded(&self, key: &ApiKey) -> Result<Option<KeyRecord>, Failure> {
        let mut lost = None;
        for row in self.store.get().await?.keys_ending_in(key.last_four()).await? {
            match self.keychain.read(&row.id, &no_progress()).await? {
                Some(kept) if kept.same_as(key) => return Ok(Some(row)),
                Some(_another) => {}
                None => lost = lost.or(Some(row)),
            }
        }
        Ok(lost)
    }
}

/// Whether the secret of an unsaved key is not in the keychain yet.
pub(super) fn is_only_in_memory(unsaved: &UnsavedKey) -> bool {
    match unsaved.stage {
        Stage::NotRecorded => false,
        Stage::Saving | Stage::NotInKeychain(_) => true,
    }
}
