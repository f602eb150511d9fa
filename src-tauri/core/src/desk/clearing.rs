//! Clearing away all that a mode has kept on this computer: its entries in the keychain and its
//! register. For practice alone; nobody clears what opens the real Nova Post.

use std::path::PathBuf;

use super::{KeyId, Progress};
use crate::failure::{Failure, KeychainTrouble};
use crate::register::{self, Register};
use crate::vault::Vault;

/// What a mode has kept on this computer.
#[derive(Clone, Debug)]
pub struct Belongings {
    /// The register's file.
    pub register: PathBuf,
    /// The keychain.
    pub vault: Vault,
}

impl Belongings {
    /// The names of all its entries in the keychain: what the keychain finds, or, where it can't
    /// search, what the register knows. A computer without a keychain has none, unless the register
    /// lists keys that are in it. Fails where they could not be removed, as in a locked keychain.
    pub async fn in_keychain(&self, progress: &Progress) -> Result<Vec<KeyId>, Failure> {
        let entries = match self.vault.names(progress).await {
            Ok(Some(names)) => names,
            Ok(None) => {
                let register = self.register().await?;
                let recorded = register.keys().await?.into_iter().map(|row| row.id);
                recorded.chain(register.unfinished_keys().await?).collect()
            }
            Err(KeychainTrouble::Missing) if self.register().await?.keys().await?.is_empty() => {
                Vec::new()
            }
            Err(trouble) => return Err(trouble.into()),
        };
        // A locked keychain may list what it holds; it is unlocked for whoever reads.
        if let Some(entry) = entries.first() {
            match self.vault.read(entry, progress).await {
                // Whatever it is, if it is no key: it can be removed.
                Ok(_) | Err(KeychainTrouble::Refused) => {}
                Err(trouble) => return Err(trouble.into()),
            }
        }
        Ok(entries)
    }

    /// Removes these entries from the keychain, and then the register with all that is in it. What
    /// has gone already is no failure, so that it can be done again where it was broken off. No desk
    /// may be open there.
    pub async fn clear(&self, entries: &[KeyId], progress: &Progress) -> Result<(), Failure> {
        for entry in entries {
            self.vault.delete(entry, progress).await?;
        }
        let register = self.register.clone();
        let removed = tokio::task::spawn_blocking(move || register::remove(&register)).await;
        match removed {
            Ok(Ok(())) => Ok(()),
            _ => Err(Failure::StoreUnwritable),
        }
    }

    async fn register(&self) -> Result<Register, Failure> {
        Register::open_aside(self.register.clone()).await
    }
}
