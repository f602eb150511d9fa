//! Which store this computer has: Secret Service, macOS keychain, Windows Credential Manager.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keyring_core::{CredentialStore, Result};

use super::Access;
use crate::model::KeychainTrouble;

static CONNECTED_BEFORE: AtomicBool = AtomicBool::new(false);

/// The store that `keyring` chooses for this system.
pub(super) struct ThisComputer;

impl Access for ThisComputer {
    /// `keyring` connects once in a process. On Linux that connection dies with the keychain's
    /// daemon, so later calls connect to the Secret Service directly.
    fn open(&mut self) -> Result<Arc<CredentialStore>> {
        if cfg!(target_os = "linux") && CONNECTED_BEFORE.swap(true, Ordering::Relaxed) {
            return reconnect();
        }
        match keyring::Entry::store_status() {
            Ok(()) => keyring_core::get_default_store().ok_or(keyring_core::Error::NoDefaultStore),
            Err(_) => Err(keyring_core::Error::NoDefaultStore),
        }
    }

    fn in_the_way(&mut self, service: &str) -> Option<KeychainTrouble> {
        in_the_way(service)
    }
}

/// A locked collection is unlocked by whatever uses it, and a missing one is made: both ask for a
/// password. Looking whether it is so asks for none; no secret passes, so nothing is encrypted.
#[cfg(target_os = "linux")]
fn in_the_way(service: &str) -> Option<KeychainTrouble> {
    use secret_service::blocking::SecretService;
    use secret_service::{EncryptionType, Error};

    let is_open = || {
        let keychain = SecretService::connect(EncryptionType::Plain)?;
        let ours = keychain.search_items([("service", service)].into())?;
        let locked = !ours.locked.is_empty() || keychain.get_default_collection()?.is_locked()?;
        Ok::<bool, Error>(!locked)
    };
    match is_open() {
        Ok(true) => None,
        Ok(false) | Err(Error::Locked | Error::Prompt) => Some(KeychainTrouble::Locked),
        Err(_) => Some(KeychainTrouble::Missing),
    }
}

/// Windows never asks. macOS opens the keychain at login; it asks where somebody has locked it since.
#[cfg(not(target_os = "linux"))]
fn in_the_way(_service: &str) -> Option<KeychainTrouble> {
    None
}

#[cfg(target_os = "linux")]
fn reconnect() -> Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(not(target_os = "linux"))]
fn reconnect() -> Result<Arc<CredentialStore>> {
    Err(keyring_core::Error::NoDefaultStore)
}
