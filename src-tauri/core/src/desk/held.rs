//! Keys that Nova Post gave and that are not yet safe: they are never dropped while the app runs.

use std::collections::HashMap;
use std::sync::PoisonError;

use super::{Desk, Kept, KeyCard, KeyId, Progress, Step};
use crate::failure::{Failure, KeychainTrouble};
use crate::register::KeyRow;
use crate::secret::ApiKey;

pub(super) type HeldKeys = HashMap<KeyId, HeldKey>;

/// A key in memory, and what the register would say about it.
#[derive(Clone)]
pub(super) struct HeldKey {
    pub(super) key: ApiKey,
    pub(super) row: KeyRow,
    /// What keeps it from being safe; none: it is in the keychain, and the register failed.
    pub(super) cause: Option<KeychainTrouble>,
}

impl Desk {
    /// Tries once more to make a key safe that is only in memory.
    pub async fn save_key_again(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<KeyCard, Failure> {
        match self.held_key(id) {
            Some(held) => self.make_safe(held.key, held.row, progress).await,
            None => self.key_card(id).await,
        }
    }

    /// Keychain, read-back, register. Whatever fails, the key stays in memory until all succeed.
    pub(super) async fn make_safe(
        &self,
        key: ApiKey,
        row: KeyRow,
        progress: &Progress,
    ) -> Result<KeyCard, Failure> {
        let id = row.id.clone();
        self.hold(HeldKey { key: key.clone(), row: row.clone(), cause: None });
        if let Err(cause) = self.vault.save(&id, &key, progress).await {
            self.hold(HeldKey { key, row, cause: Some(cause) });
            return Err(Failure::SecretNotSaved { key: id, cause });
        }
        progress(Step::Recording);
        self.register().await?.record(row).await?;
        self.let_go(&id);
        self.key_card(&id).await
    }

    pub(super) fn held_key(&self, id: &KeyId) -> Option<HeldKey> {
        self.held_keys().get(id).cloned()
    }

    pub(super) fn held_key_same_as(&self, key: &ApiKey) -> Option<HeldKey> {
        self.held_keys().values().find(|held| held.key.same_as(key)).cloned()
    }

    pub(super) fn held_cards(&self) -> Vec<(KeyCard, Option<KeychainTrouble>)> {
        self.held_keys()
            .values()
            .map(|held| {
                let kept = held.cause.map_or(Kept::Keychain, |_| Kept::ThisSession);
                (self.card(held.row.clone(), kept), held.cause)
            })
            .collect()
    }

    fn hold(&self, held: HeldKey) {
        self.held_keys().insert(held.row.id.clone(), held);
    }

    fn let_go(&self, id: &KeyId) {
        self.held_keys().remove(id);
    }

    fn held_keys(&self) -> std::sync::MutexGuard<'_, HeldKeys> {
        self.held_keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
