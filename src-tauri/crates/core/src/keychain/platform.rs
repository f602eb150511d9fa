//! This computer's credential store: Secret Service, macOS Keychain, Windows Credential Manager.

#[cfg(target_os = "macos")]
use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keyring_core::{CredentialStore, Result};

use super::{Access, Attribute};
use crate::model::KeychainTrouble;

static CONNECTED_BEFORE: AtomicBool = AtomicBool::new(false);

/// The store that `keyring` chooses for this system.
pub(super) struct ThisComputer;

impl Access for ThisComputer {
    /// `keyring` connects once in a process. On Linux that connection ends with the keychain's
    /// daemon, so later calls connect to the Secret Service directly.
    fn open(&mut self) -> Result<Arc<CredentialStore>> {
        if cfg!(target_os = "linux") && CONNECTED_BEFORE.swap(true, Ordering::Relaxed) {
            return reconnect();
        }
        match keyring::Entry::store_status() {
            Ok(()) => keyring_core::get_default_store().ok_or(keyring_core::Error::NoDefaultStore),
            Err(error) => {
                // No secret has been read yet, so the error can't hold one.
                tracing::warn!(%error, "no credential store");
                Err(keyring_core::Error::NoDefaultStore)
            }
        }
    }

    fn unavailable_without_prompt(&mut self, service: &str) -> Option<KeychainTrouble> {
        unavailable_without_prompt(service)
    }

    fn create_default(&mut self) -> bool {
        create_default()
    }

    #[cfg(target_os = "macos")]
    fn forbid_prompts(&mut self) -> Option<Box<dyn Any>> {
        use security_framework::os::macos::keychain::SecKeychain;
        SecKeychain::disable_user_interaction().ok().map(|lock| Box::new(lock) as Box<dyn Any>)
    }

    /// By default Windows may copy an entry to the person's other computers (`Enterprise`).
    fn attribute(&self) -> Option<Attribute> {
        cfg!(windows).then_some(("persistence", "Local"))
    }
}

/// Any use of a locked collection unlocks it, and a missing default collection is created on
/// demand: both show a password prompt. These queries show none. No secret is transferred, so the
/// session needs no encryption.
#[cfg(target_os = "linux")]
fn unavailable_without_prompt(service: &str) -> Option<KeychainTrouble> {
    use secret_service::blocking::SecretService;
    use secret_service::{EncryptionType, Error};

    let is_locked = || {
        let keychain = SecretService::connect(EncryptionType::Plain)?;
        let found = keychain.search_items([("service", service)].into())?;
        let locked = !found.locked.is_empty() || keychain.get_default_collection()?.is_locked()?;
        Ok::<bool, Error>(locked)
    };
    match is_locked() {
        Ok(false) => None,
        Ok(true) | Err(Error::Locked | Error::Prompt) => Some(KeychainTrouble::Locked),
        Err(Error::NoResult) => Some(KeychainTrouble::NoDefault),
        Err(error) => {
            tracing::warn!(%error, "no Secret Service");
            Some(KeychainTrouble::Missing)
        }
    }
}

/// Creates the default collection, as libsecret does when a program saves a secret and there is none.
/// Blocks until the person has typed a new password. Source: libsecret, `secret_service_store`.
#[cfg(target_os = "linux")]
fn create_default() -> bool {
    use secret_service::EncryptionType;
    use secret_service::blocking::SecretService;

    let created = SecretService::connect(EncryptionType::Plain)
        .and_then(|keychain| keychain.create_collection("Default keyring", "default").map(drop));
    if let Err(error) = &created {
        tracing::warn!(%error, "no default keychain was created");
    }
    created.is_ok()
}

#[cfg(not(target_os = "linux"))]
fn create_default() -> bool {
    false
}

/// Windows shows no prompt. On macOS [`Access::forbid_prompts`] makes an operation fail that needs one.
#[cfg(not(target_os = "linux"))]
fn unavailable_without_prompt(_service: &str) -> Option<KeychainTrouble> {
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
