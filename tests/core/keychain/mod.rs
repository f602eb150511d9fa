//! The keychain: a fake store that fails in every way, and the real ones of Linux and Windows.

#[cfg(windows)]
mod credential_manager;
mod errors;
mod panics;
#[cfg(target_os = "linux")]
mod real;
mod slow;

pub(crate) use errors::log;

use keydesk_core::model::{KeyId, KeychainTrouble, no_progress};
use keydesk_core::secret::ApiKey;

use crate::support::fake_keychain::{FakeKeychain, Mood};

const SERVICE: &str = "Key Desk tests";

fn key() -> ApiKey {
    ApiKey::new("0123456789abcdef0123456789abcdef".to_owned()).unwrap()
}

#[tokio::test]
async fn each_failure_of_the_keychain_has_its_code() {
    for (mood, failure) in [
        (Mood::Missing, KeychainTrouble::Missing),
        (Mood::Locked, KeychainTrouble::Locked),
        (Mood::Refusing, KeychainTrouble::Refused),
        (Mood::Forgetful, KeychainTrouble::Refused),
    ] {
        let fake = FakeKeychain::new();
        let keychain = fake.keychain(SERVICE);
        let id = KeyId::random();
        fake.set(mood);
        assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(failure), "{mood:?}");

        fake.set(Mood::Well);
        keychain.save(&id, &key(), &no_progress()).await.unwrap();
    }
}

#[tokio::test]
async fn a_keychain_that_was_restarted_is_connected_to_again() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain(SERVICE);
    let id = KeyId::random();
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    fake.set(Mood::Restarted);
    assert!(keychain.read(&id, &no_progress()).await.unwrap().is_some());
}

#[tokio::test]
async fn a_non_interactive_keychain_never_asks_for_a_password() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain(SERVICE);
    let id = KeyId::random();
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    for (mood, failure) in
        [(Mood::Locked, KeychainTrouble::Locked), (Mood::Missing, KeychainTrouble::Missing)]
    {
        fake.set(mood);
        let background = keychain.non_interactive();
        assert_eq!(background.save(&id, &key(), &no_progress()).await, Err(failure));
        assert_eq!(background.read(&id, &no_progress()).await.map(drop), Err(failure));
        assert_eq!(background.delete(&id, &no_progress()).await, Err(failure));
        assert_eq!(background.names(&no_progress()).await, Err(failure));
    }
    assert_eq!(fake.prompts(), 0);
}
