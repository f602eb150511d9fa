//! Everything that the reconciler knows, behind one lock. Nothing here waits for anything.

use std::collections::{HashMap, HashSet};

use super::Trigger;
use crate::model::{AttemptId, KeyId, KeyRecord, KeychainTrouble, RunId};
use crate::secret::ApiKey;

/// What the reconciler has to repair or to report.
#[derive(Default)]
pub(in crate::service) struct State {
    unsaved: HashMap<KeyId, UnsavedKey>,
    pub(super) attempts: AttemptsCheck,
    /// Whether keychain and store have been compared since the start.
    compared: bool,
    lost: HashSet<KeyId>,
    unlisted: Vec<UnlistedKey>,
    /// Grows with every key that is added or removed. If it grows during a comparison, the comparison is
    /// repeated.
    generation: u64,
    /// The pages show something that is no longer true.
    pages_outdated: bool,
    pub(super) is_shut_down: bool,
}

/// A key in memory that is not yet both in the keychain and in the store. It is kept until it is.
#[derive(Clone)]
pub(in crate::service) struct UnsavedKey {
    pub(in crate::service) key: ApiKey,
    /// What the store will record.
    pub(in crate::service) record: KeyRecord,
    /// The request that brought it. `None` if it was added.
    pub(in crate::service) attempt: Option<AttemptId>,
    /// The guide run that ends with this key.
    pub(in crate::service) run: Option<RunId>,
    pub(in crate::service) stage: Stage,
}

/// How far an unsaved key has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::service) enum Stage {
    /// A use case is saving it now. A run leaves it alone.
    Saving,
    /// The keychain did not take it.
    NotInKeychain(KeychainTrouble),
    /// It is in the keychain; recording it in the store failed.
    NotRecorded,
}

/// Whether the attempts that a crash left open have been looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum AttemptsCheck {
    /// Not yet, or the store failed. The next page or run looks at them.
    #[default]
    Due,
    /// The keychain could not be read. The next run looks again; pages do not wait for it a second
    /// time.
    Blocked,
    /// Nothing is left to finish.
    Done,
}

/// An entry of the keychain that the store has no row for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::service) struct UnlistedKey {
    pub(in crate::service) id: KeyId,
    pub(in crate::service) last_four: String,
}

impl State {
    /// Notes what has happened. Returns whether a run is needed now.
    pub(super) fn on(&mut self, trigger: Trigger) -> bool {
        match trigger {
            Trigger::KeychainResponded | Trigger::KeysShown => self.waits_for_keychain(),
            Trigger::KeyChanged => {
                self.pages_outdated = true;
                true
            }
            Trigger::Started
            | Trigger::KeychainRespondedLate
            | Trigger::KeyUnsaved
            | Trigger::ComparisonOvertaken
            | Trigger::Timer => true,
        }
    }

    /// Whether a key is not safe until the keychain answers. Then a run is repeated by a timer.
    pub(super) fn needs_retry(&self) -> bool {
        self.attempts == AttemptsCheck::Blocked || self.retryable().next().is_some()
    }

    fn waits_for_keychain(&self) -> bool {
        self.needs_retry() || !self.compared
    }

    /// Attempts that wait for the keychain are due again.
    pub(super) fn unblock_attempts(&mut self) {
        if self.attempts == AttemptsCheck::Blocked {
            self.attempts = AttemptsCheck::Due;
        }
    }

    /// Returns whether the pages have something new to show, and resets that.
    pub(super) fn take_pages_outdated(&mut self) -> bool {
        std::mem::take(&mut self.pages_outdated)
    }

    // Unsaved keys.

    pub(in crate::service) fn add_unsaved(&mut self, unsaved: UnsavedKey) {
        self.generation += 1;
        self.unsaved.insert(unsaved.record.id.clone(), unsaved);
    }

    /// As [`State::add_unsaved`], for a key that was kept under another id until now: it has turned
    /// out to be a key that the app knew before.
    pub(in crate::service) fn rename_unsaved(&mut self, from: &KeyId, mut unsaved: UnsavedKey) {
        self.unsaved.remove(from);
        if let Some(same) = self.unsaved.get(&unsaved.record.id) {
            unsaved.run = unsaved.run.or(same.run);
            unsaved.attempt = unsaved.attempt.max(same.attempt);
        }
        self.add_unsaved(unsaved);
    }

    pub(in crate::service) fn unsaved(&self, id: &KeyId) -> Option<UnsavedKey> {
        self.unsaved.get(id).cloned()
    }

    pub(in crate::service) fn is_unsaved(&self, id: &KeyId) -> bool {
        self.unsaved.contains_key(id)
    }

    pub(in crate::service) fn all_unsaved(&self) -> Vec<UnsavedKey> {
        self.unsaved.values().cloned().collect()
    }

    pub(in crate::service) fn unsaved_same_as(&self, key: &ApiKey) -> Option<KeyRecord> {
        let unsaved = self.unsaved.values().find(|unsaved| unsaved.key.same_as(key))?;
        Some(unsaved.record.clone())
    }

    /// The unsaved key that was requested with this phone number.
    pub(in crate::service) fn unsaved_with_digits(&self, digits: &str) -> Option<KeyId> {
        let with_digits = |unsaved: &&UnsavedKey| unsaved.record.digits.as_deref() == Some(digits);
        self.unsaved.values().find(with_digits).map(|unsaved| unsaved.record.id.clone())
    }

    /// Notes a fact about a key that the store may not know yet. Does nothing for any other key.
    pub(in crate::service) fn update_unsaved(
        &mut self,
        id: &KeyId,
        update: impl FnOnce(&mut KeyRecord),
    ) {
        if let Some(unsaved) = self.unsaved.get_mut(id) {
            update(&mut unsaved.record);
        }
    }

    /// Reserves an unsaved key for the caller. `None` if it has been saved meanwhile.
    pub(super) fn start_saving(&mut self, id: &KeyId) -> Option<ApiKey> {
        self.generation += 1;
        let unsaved = self.unsaved.get_mut(id)?;
        unsaved.stage = Stage::Saving;
        Some(unsaved.key.clone())
    }

    pub(super) fn set_stage(&mut self, id: &KeyId, stage: Stage) {
        if let Some(unsaved) = self.unsaved.get_mut(id) {
            unsaved.stage = stage;
        }
    }

    /// The unsaved keys that something went wrong with, the newest last: recording it retires the
    /// others of its phone number.
    pub(super) fn keys_to_retry(&self) -> Vec<UnsavedKey> {
        let mut keys: Vec<UnsavedKey> = self.retryable().cloned().collect();
        keys.sort_by_key(|unsaved| unsaved.record.created_at);
        keys
    }

    fn retryable(&self) -> impl Iterator<Item = &UnsavedKey> {
        self.unsaved.values().filter(|unsaved| unsaved.stage != Stage::Saving)
    }

    /// Removes all unsaved keys, and with them all secrets that this holds.
    pub(super) fn take_unsaved(&mut self) -> HashMap<KeyId, UnsavedKey> {
        self.generation += 1;
        std::mem::take(&mut self.unsaved)
    }

    pub(super) fn extend_unsaved(&mut self, keys: HashMap<KeyId, UnsavedKey>) {
        self.generation += 1;
        self.unsaved.extend(keys);
    }

    // Keychain and store compared.

    /// Notes that the key is in the keychain and in the store.
    pub(super) fn note_safe(&mut self, id: &KeyId) {
        self.unsaved.remove(id);
        self.note_no_mismatch(id);
    }

    /// Notes that the key is in both keychain and store, or in neither.
    pub(super) fn note_no_mismatch(&mut self, id: &KeyId) {
        self.generation += 1;
        self.lost.remove(id);
        self.unlisted.retain(|unlisted| unlisted.id != *id);
    }

    /// Notes that the keychain has no entry for a key of the store. Returns whether that is new.
    pub(super) fn note_lost(&mut self, id: &KeyId) -> bool {
        let is_new = self.lost.insert(id.clone());
        if is_new {
            self.generation += 1;
        }
        is_new
    }

    /// The generation that a comparison begins with. `None` if none is needed.
    pub(super) fn begin_comparison(&self) -> Option<u64> {
        (!self.compared).then_some(self.generation)
    }

    /// Takes over what a comparison has found. Returns `false`, and changes nothing, if a key has
    /// come or gone since `generation`: that key could look like a mismatch.
    pub(super) fn end_comparison(
        &mut self,
        generation: u64,
        lost: HashSet<KeyId>,
        unlisted: Vec<UnlistedKey>,
    ) -> bool {
        if self.generation != generation {
            return false;
        }
        self.compared = true;
        self.lost = lost;
        self.unlisted = unlisted;
        true
    }

    /// The list is another one: its attempts and its keys are looked at again.
    pub(super) fn note_other_list(&mut self) {
        self.generation += 1;
        self.attempts = AttemptsCheck::Due;
        self.compared = false;
        self.lost.clear();
        self.unlisted.clear();
    }

    pub(in crate::service) fn is_lost(&self, id: &KeyId) -> bool {
        self.lost.contains(id)
    }

    /// The keys of the store that the keychain has no entry for, in no particular order.
    pub(in crate::service) fn lost(&self) -> Vec<KeyId> {
        self.lost.iter().filter(|id| !self.is_unsaved(id)).cloned().collect()
    }

    pub(in crate::service) fn unlisted(&self) -> Vec<UnlistedKey> {
        self.unlisted.clone()
    }
}
