//! A panic of the system's library. It must not end the thread that calls it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keydesk_core::keychain::{Keychain, Timeouts};
use keydesk_core::model::{KeyId, KeychainTrouble, no_progress};

use super::{SERVICE, errors, key};
use crate::support::fake_keychain::{FakeKeychain, Mood};

/// A panic whose message has the key in it, as a library's message may.
const MOOD: Mood = Mood::PanickingOnce("no room for 0123456789abcdef0123456789abcdef");

/// Calls each operation with a library that panics, and returns the failures.
async fn operations(fake: &FakeKeychain, keychain: &Keychain, id: &KeyId) -> [KeychainTrouble; 4] {
    fake.set(MOOD);
    let save = keychain.save(id, &key(), &no_progress()).await.unwrap_err();
    fake.set(MOOD);
    let read = keychain.read(id, &no_progress()).await.map(drop).unwrap_err();
    fake.set(MOOD);
    let delete = keychain.delete(id, &no_progress()).await.unwrap_err();
    fake.set(MOOD);
    let names = keychain.names(&no_progress()).await.unwrap_err();
    [save, read, delete, names]
}

#[tokio::test]
async fn fails_one_operation_and_the_next_one_works() {
    let log = errors::log();
    let (fake, id) = (FakeKeychain::new(), KeyId::random());
    let keychain = fake.keychain(SERVICE);
    keychain.save(&id, &key(), &no_progress()).await.unwrap();

    for calls in [keychain.clone(), keychain.non_interactive()] {
        let failures = operations(&fake, &calls, &id).await;
        assert_eq!(failures, [KeychainTrouble::Refused; 4]);
        let read = calls.read(&id, &no_progress()).await.unwrap();
        assert!(read.unwrap().same_as(&key()), "the key is still there");
    }

    let log = String::from_utf8_lossy(&log.lock().unwrap()).into_owned();
    for operation in ["write", "read", "delete", "names"] {
        assert!(log.contains(&format!("operation=\"{operation}\"")), "{operation} in {log}");
    }
    assert!(!log.contains("0123456789abcdef"), "{log}");
}

#[tokio::test]
async fn makes_the_next_operation_open_the_store_again() {
    let (fake, id) = (FakeKeychain::new(), KeyId::random());
    let keychain = fake.keychain(SERVICE);
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    let opened = fake.opened();
    fake.set(MOOD);
    keychain.read(&id, &no_progress()).await.unwrap_err();
    keychain.read(&id, &no_progress()).await.unwrap();
    assert_eq!(fake.opened(), opened + 1);
}

#[tokio::test]
async fn while_the_store_is_opened_leaves_the_keychain_usable() {
    let fake = FakeKeychain::new();
    let has_panicked = Arc::new(AtomicBool::new(false));
    let store: Arc<keyring_core::CredentialStore> = Arc::new(fake);
    let open = move || {
        assert!(has_panicked.swap(true, Ordering::SeqCst), "the library panics once");
        Ok(Arc::clone(&store))
    };
    let (keychain, id) =
        (Keychain::with_store(SERVICE, open, Timeouts::default()), KeyId::random());
    let failed = keychain.save(&id, &key(), &no_progress()).await;
    assert_eq!(failed, Err(KeychainTrouble::Refused));
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
}
