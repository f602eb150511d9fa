//! Which store this computer has: Secret Service, macOS keychain, Windows Credential Manager.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keyring_core::{CredentialStore, Result};

static CONNECTED_BEFORE: AtomicBool = AtomicBool::new(false);

/// Opens the store that `keyring` chooses for this system.
///
/// `keyring` connects once in a process. On Linux that connection dies with the keychain's
/// daemon, so later calls connect to the Secret Service directly.
pub(super) fn open() -> Result<Arc<CredentialStore>> {
    if cfg!(target_os = "linux") && CONNECTED_BEFORE.swap(true, Ordering::Relaxed) {
        return reconnect();
    }
    match keyring::Entry::store_status() {
        Ok(()) => keyring_core::get_default_store().ok_or(keyring_core::Error::NoDefaultStore),
        Err(_) => Err(keyring_core::Error::NoDefaultStore),
    }
}

#[cfg(target_os = "linux")]
fn reconnect() -> Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(not(target_os = "linux"))]
fn reconnect() -> Result<Arc<CredentialStore>> {
    Err(keyring_core::Error::NoDefaultStore)
}
