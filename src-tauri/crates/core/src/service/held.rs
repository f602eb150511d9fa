//! Keys that Nova Post gave and that are not yet safe: they are never dropped while the app runs.

use std::collections::HashMap;
use std::sync::PoisonError;

use super::{Kept, KeyCard, Service};
use crate::model::{Failure, KeyId, KeyRecord, KeychainTrouble, Progress, RunId, Step};
use crate::secret::ApiKey;

pub(super) type HeldKeys = HashMap<KeyId, HeldKey>;

/// A key in memory, and what the store would say about it.
#[derive(Clone)]
pub(super) struct HeldKey {
    pub(super) key: ApiKey,
    pub(super) row: KeyRecord,
    /// The guide that ends with it.
    pub(super) run: Option<RunId>,
    pub(super) stage: Stage,
}

/// Keys that were only in memory at a service that is closed: for the next service in its place.
#[derive(Default)]
pub struct UnsavedKeys(HeldKeys);

/// How far a key has come on its way to safety.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// On its way into keychain and store.
    Saving,
    /// The keychain did not take it.
    Stuck(KeychainTrouble),
    /// In the keychain; the store does not know it yet.
    Unrecorded,
}

impl Service {
    /// Tries once more to make a key safe that is only in memory.
    pub async fn save_key_again(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<KeyCard, Failure> {
        match self.held_key(id) {
            Some(held) => self.make_safe(held.key, held.row, held.run, progress).await,
            None => self.key_card(id).await,
        }
    }

    /// Empties the service, because it is closed: gives the keys that are not safe yet, wipes the rest.
    #[must_use]
    pub fn take_unsaved_keys(&self) -> UnsavedKeys {
        self.keys_move();
        let keys = UnsavedKeys(std::mem::take(&mut *self.held_keys()));
        self.forget_secrets();
        keys
    }

    /// Holds what the service before this one has handed over.
    pub fn adopt_unsaved_keys(&self, keys: UnsavedKeys) {
        self.keys_move();
        self.held_keys().extend(keys.0);
        self.care_is_due();
    }

    /// Keychain, read-back, store. Whatever fails, the key stays in memory until all succeed.
    pub(super) async fn make_safe(
        &self,
        key: ApiKey,
        row: KeyRecord,
        run: Option<RunId>,
        progress: &Progress,
    ) -> Result<KeyCard, Failure> {
        let id = row.id.clone();
        let held = HeldKey { key: key.clone(), row: row.clone(), run, stage: Stage::Saving };
        self.hold(held);
        if let Err(cause) = self.keychain.save(&id, &key, progress).await {
            self.reached(&id, Stage::Stuck(cause));
            self.care_is_due();
            return Err(Failure::SecretNotSaved { key: id, cause });
        }
        progress(Step::Recording);
        let recorded = self.record(&id).await;
        if recorded.is_err() {
            self.reached(&id, Stage::Unrecorded);
        }
        self.keychain_answers();
        recorded?;
        self.key_card(&id).await
    }

    /// Records a held key that is in the keychain, with what was noted about it meanwhile, and lets
    /// it go.
    pub(super) async fn record(&self, id: &KeyId) -> Result<(), Failure> {
        let Some(HeldKey { row, run, .. }) = self.held_key(id) else { return Ok(()) };
        self.store().await?.record(row).await?;
        if let Some(run) = run {
            self.store().await?.set_guide_key(run, id).await?;
        }
        self.let_go(id);
        self.note_no_orphan(id);
        self.there_is_news();
        Ok(())
    }

    /// Holds a key from the moment on when it has arrived.
    pub(super) fn hold(&self, held: HeldKey) {
        self.keys_move();
        self.held_keys().insert(held.row.id.clone(), held);
    }

    pub(super) fn let_go(&self, id: &KeyId) {
        self.keys_move();
        self.held_keys().remove(id);
    }

    /// Notes about a key that the store does not know yet.
    pub(super) fn note_on_held(&self, id: &KeyId, note: impl FnOnce(&mut KeyRecord)) {
        if let Some(held) = self.held_keys().get_mut(id) {
            note(&mut held.row);
        }
    }

    pub(super) fn held_key_of(&self, digits: &str) -> Option<KeyId> {
        let keys = self.held_keys();
        let held = keys.values().find(|held| held.row.digits.as_deref() == Some(digits))?;
        Some(held.row.id.clone())
    }

    pub(super) fn held_key(&self, id: &KeyId) -> Option<HeldKey> {
        self.held_keys().get(id).cloned()
    }

    pub(super) fn held_key_same_as(&self, key: &ApiKey) -> Option<HeldKey> {
        self.held_keys().values().find(|held| held.key.same_as(key)).cloned()
    }

    pub(super) fn held_cards(&self) -> Vec<(KeyCard, Stage)> {
        self.held_keys()
            .values()
            .map(|held| {
                let kept = match held.stage {
                    Stage::Unrecorded => Kept::Keychain,
                    Stage::Saving | Stage::Stuck(_) => Kept::ThisSession,
                };
                (self.card(held.row.clone(), kept), held.stage)
            })
            .collect()
    }

    /// Those that something went wrong with, and that nobody is saving at this moment; the newest
    /// last, as it retires the others of its number.
    pub(super) fn stuck_keys(&self) -> Vec<HeldKey> {
        let keys = self.held_keys();
        let stuck = keys.values().filter(|held| held.stage != Stage::Saving);
        let mut stuck: Vec<HeldKey> = stuck.cloned().collect();
        stuck.sort_by_key(|held| held.row.created_at);
        stuck
    }

    pub(super) fn reached(&self, id: &KeyId, stage: Stage) {
        if let Some(held) = self.held_keys().get_mut(id) {
            held.stage = stage;
        }
    }

    pub(super) fn held_keys(&self) -> std::sync::MutexGuard<'_, HeldKeys> {
        self.held_keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
