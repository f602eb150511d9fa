//! Deletes all that a mode has stored on this computer: its keychain entries and its store. Only for
//! practice.

use std::path::PathBuf;

use crate::keychain::Keychain;
use crate::model::{Failure, KeyId, KeychainTrouble, Progress};
use crate::store::{self, Store};

/// What a mode has stored on this computer.
#[derive(Clone, Debug)]
pub struct ModeData {
    /// The store's file.
    pub store: PathBuf,
    /// The keychain entries of the mode.
    pub keychain: Keychain,
}

impl ModeData {
    /// The ids of all keychain entries of the mode. If the keychain can't search, these are the keys
    /// that the store knows. Without a keychain there are none, unless the store has keys.
    ///
    /// Fails if the entries could not be deleted, for example because the keychain is locked.
    pub async fn in_keychain(&self, progress: &Progress) -> Result<Vec<KeyId>, Failure> {
        let entries = match self.keychain.names(progress).await {
            Ok(Some(names)) => names,
            Ok(None) => {
                let store = self.open_store().await?;
                let recorded = store.key_ids().await?.into_iter().map(|(id, _)| id);
                let noted = store.import_notes().await?.into_iter().map(|note| note.key);
                recorded.chain(store.unfinished_keys().await?).chain(noted).collect()
            }
            Err(
                KeychainTrouble::Missing
                | KeychainTrouble::NoDefault
                | KeychainTrouble::BlockedByPolicy,
            ) if self.open_store().await?.key_ids().await?.is_empty() => Vec::new(),
            Err(failure) => return Err(failure.into()),
        };
        // A locked keychain may list its entries. Reading one unlocks it, or fails.
        if let Some(entry) = entries.first() {
            match self.keychain.read(entry, progress).await {
                // An entry that is no key can be deleted too.
                Ok(_) | Err(KeychainTrouble::Refused) => {}
                Err(failure) => return Err(failure.into()),
            }
        }
        Ok(entries)
    }

    /// Deletes these entries from the keychain, and then the store. What does not exist is skipped,
    /// so that this can be repeated after it was interrupted. No service may use the store.
    pub async fn clear(&self, entries: &[KeyId], progress: &Progress) -> Result<(), Failure> {
        for entry in entries {
            self.keychain.delete(entry, progress).await?;
        }
        let store = self.store.clone();
        let removed = tokio::task::spawn_blocking(move || store::remove(&store)).await;
        removed.map_err(|error| Failure::internal("join", &error))?.map_err(|error| {
            tracing::error!(kind = ?error.kind(), "the store's files can't be deleted");
            Failure::StoreUnwritable
        })
    }

    async fn open_store(&self) -> Result<Store, Failure> {
        Store::open_in_background(self.store.clone()).await
    }
}
