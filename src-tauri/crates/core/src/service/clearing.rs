//! Clearing away all that a mode has kept on this computer: its entries in the keychain and its
//! store. For practice alone; nobody clears what opens the real Nova Post.

use std::path::PathBuf;

use crate::keychain::Keychain;
use crate::model::{Failure, KeyId, KeychainTrouble, Progress};
use crate::store::{self, Store};

/// What a mode has kept on this computer.
#[derive(Clone, Debug)]
pub struct ModeData {
    /// The store's file.
    pub store: PathBuf,
    /// The keychain.
    pub keychain: Keychain,
}

impl ModeData {
    /// The names of all its entries in the keychain: what the keychain finds, or, where it can't
    /// search, what the store knows. A computer without a keychain has none, unless the store
    /// lists keys that are in it. Fails where they could not be removed, as in a locked keychain.
    pub async fn in_keychain(&self, progress: &Progress) -> Result<Vec<KeyId>, Failure> {
        let entries = match self.keychain.names(progress).await {
            Ok(Some(names)) => names,
            Ok(None) => {
                let store = self.store().await?;
                let recorded = store.keys().await?.into_iter().map(|row| row.id);
                recorded.chain(store.unfinished_keys().await?).collect()
            }
            Err(KeychainTrouble::Missing | KeychainTrouble::NoDefault)
                if self.store().await?.keys().await?.is_empty() =>
            {
                Vec::new()
            }
            Err(trouble) => return Err(trouble.into()),
        };
        // A locked keychain may list what it holds; it is unlocked for whoever reads.
        if let Some(entry) = entries.first() {
            match self.keychain.read(entry, progress).await {
                // Whatever it is, if it is no key: it can be removed.
                Ok(_) | Err(KeychainTrouble::Refused) => {}
                Err(trouble) => return Err(trouble.into()),
            }
        }
        Ok(entries)
    }

    /// Removes these entries from the keychain, and then the store with all that is in it. What
    /// has gone already is no failure, so that it can be done again where it was broken off. No service
    /// may be open there.
    pub async fn clear(&self, entries: &[KeyId], progress: &Progress) -> Result<(), Failure> {
        for entry in entries {
            self.keychain.delete(entry, progress).await?;
        }
        let store = self.store.clone();
        let removed = tokio::task::spawn_blocking(move || store::remove(&store)).await;
        match removed {
            Ok(Ok(())) => Ok(()),
            _ => Err(Failure::StoreUnwritable),
        }
    }

    async fn store(&self) -> Result<Store, Failure> {
        Store::open_in_background(self.store.clone()).await
    }
}
