//! Saving a key: write it to the keychain, read it back, record it in the store. A key stays in
//! memory until all three have succeeded.

use std::collections::HashMap;

use super::{Reconciler, Stage, Trigger, UnsavedKey};
use crate::model::{Failure, KeyId, KeyRecord, KeychainTrouble, Progress, Step, no_progress};

/// The unsaved keys of a service that has ended, for the next service of its mode. Dropping them
/// wipes them.
#[derive(Default)]
pub struct UnsavedKeys(HashMap<KeyId, UnsavedKey>);

impl Reconciler {
    /// Takes the unsaved keys out of this reconciler.
    pub(in crate::service) fn take_unsaved_keys(&self) -> UnsavedKeys {
        UnsavedKeys(self.state().take_unsaved())
    }

    /// Whether a key is only in memory.
    pub fn has_unsaved_keys(&self) -> bool {
        !self.state().all_unsaved().is_empty()
    }

    /// Keeps the unsaved keys of the service before this one.
    pub fn adopt_unsaved_keys(&self, keys: UnsavedKeys) {
        self.state().extend_unsaved(keys.0);
        self.notify(Trigger::KeyUnsaved);
    }

    /// Saves an unsaved key. Returns what the store has recorded. For a key that has been saved
    /// already, returns its row.
    ///
    /// Fails with `secret_not_saved` if the keychain fails, or with the failure of the store. The
    /// key stays in memory then, and runs try again.
    pub(in crate::service) async fn save(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<KeyRecord, Failure> {
        let key = self.state().start_saving(id);
        let Some(key) = key else { return self.recorded(id).await };
        if let Err(cause) = self.keychain.save(id, &key, progress).await {
            self.stopped_at(id, Stage::NotInKeychain(cause));
            return Err(Failure::SecretNotSaved { key: id.clone(), cause });
        }
        progress(Step::Recording);
        let recorded = self.record(id).await;
        if recorded.is_err() {
            self.stopped_at(id, Stage::NotRecorded);
        }
        recorded
    }

    /// Saves every unsaved key that no use case is saving now.
    pub(super) async fn save_unsaved_keys(&self) {
        let keychain = self.keychain.non_interactive();
        let unsaved_keys = self.state().keys_to_retry();
        for UnsavedKey { key, record, stage, .. } in unsaved_keys {
            let id = &record.id;
            if stage != Stage::NotRecorded {
                match self.unless_shut_down(keychain.save(id, &key, &no_progress())).await {
                    Ok(()) => self.state().set_stage(id, Stage::NotRecorded),
                    Err(KeychainTrouble::Refused) => continue,
                    // The keychain is not available, so it takes no other key either.
                    Err(_) => return,
                }
            }
            match self.record(id).await {
                Ok(_) => tracing::info!("a key that was only in memory is saved"),
                Err(failure) => tracing::warn!(?failure, "a key in the keychain is not recorded"),
            }
        }
    }

    /// Records an unsaved key that is in the keychain, with what was noted about it meanwhile, and
    /// drops it from memory.
    async fn record(&self, id: &KeyId) -> Result<KeyRecord, Failure> {
        let unsaved = self.state().unsaved(id);
        let Some(UnsavedKey { record, attempt, run, .. }) = unsaved else {
            return self.recorded(id).await;
        };
        let store = self.store.get().await?;
        let record = store.record(record, attempt, self.clock.now()).await?;
        if let Some(run) = run {
            store.set_guide_key(run, id).await?;
        }
        self.state().note_safe(id);
        self.notify(Trigger::KeyChanged);
        Ok(record)
    }

    async fn recorded(&self, id: &KeyId) -> Result<KeyRecord, Failure> {
        self.store.get().await?.key(id).await?.ok_or(Failure::NotFound)
    }

    fn stopped_at(&self, id: &KeyId, stage: Stage) {
        self.state().set_stage(id, stage);
        self.notify(Trigger::KeyUnsaved);
    }
}
