//! The vault on a keychain that does not always do what it is asked.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use keydesk_core::desk::{KeyId, Progress, Step, quietly};
use keydesk_core::failure::KeychainTrouble;
use keydesk_core::secret::ApiKey;
use keydesk_core::vault::Patience;
use support::desk::listening;
use support::keychain::{Keychain, Mood};

const SERVICE: &str = "Key Desk tests";
const SOON: Duration = Duration::from_millis(20);

fn key() -> ApiKey {
    ApiKey::new("0123456789abcdef0123456789abcdef".to_owned()).unwrap()
}

#[tokio::test]
async fn a_saved_key_is_read_back_before_it_counts_as_saved() {
    let keychain = Keychain::new();
    let (progress, heard) = listening();
    let id = KeyId::random();
    keychain.vault(SERVICE).save(&id, &key(), &progress).await.unwrap();
    assert_eq!(*heard.lock().unwrap(), [Step::SavingInKeychain, Step::ReadingBack]);

    let after_restart = keychain.vault(SERVICE);
    let read = after_restart.read(&id, &quietly()).await.unwrap().unwrap();
    assert!(read.same_as(&key()));
}

#[tokio::test]
async fn practice_and_live_do_not_see_each_others_keys() {
    let keychain = Keychain::new();
    let id = KeyId::random();
    keychain.vault("practice").save(&id, &key(), &quietly()).await.unwrap();
    assert!(keychain.vault("live").read(&id, &quietly()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_deleted_key_is_gone_and_deleting_it_again_is_no_failure() {
    let keychain = Keychain::new();
    let vault = keychain.vault(SERVICE);
    let id = KeyId::random();
    vault.save(&id, &key(), &quietly()).await.unwrap();
    vault.delete(&id, &quietly()).await.unwrap();
    vault.delete(&id, &quietly()).await.unwrap();
    assert!(vault.read(&id, &quietly()).await.unwrap().is_none());
}

#[tokio::test]
async fn each_trouble_of_the_keychain_is_told_apart() {
    for (mood, trouble) in [
        (Mood::Missing, KeychainTrouble::Missing),
        (Mood::Locked, KeychainTrouble::Locked),
        (Mood::Refusing, KeychainTrouble::Refused),
        (Mood::Forgetful, KeychainTrouble::Refused),
    ] {
        let keychain = Keychain::new();
        let vault = keychain.vault(SERVICE);
        let id = KeyId::random();
        keychain.set(mood);
        assert_eq!(vault.save(&id, &key(), &quietly()).await, Err(trouble), "{mood:?}");

        keychain.set(Mood::Well);
        vault.save(&id, &key(), &quietly()).await.unwrap();
    }
}

#[tokio::test]
async fn a_keychain_that_was_restarted_is_connected_to_again() {
    let keychain = Keychain::new();
    let vault = keychain.vault(SERVICE);
    let id = KeyId::random();
    vault.save(&id, &key(), &quietly()).await.unwrap();
    keychain.set(Mood::Restarted);
    assert!(vault.read(&id, &quietly()).await.unwrap().is_some());
}

#[tokio::test]
async fn a_slow_keychain_is_told_of_and_then_waited_for() {
    let keychain = Keychain::new();
    let patience = Patience { slow_after: SOON, ..Patience::default() };
    let vault = keychain.vault_with(SERVICE, patience);
    let id = KeyId::random();
    keychain.set(Mood::Silent);

    let waking = keychain.clone();
    let (progress, heard) = listening();
    let remembering = Arc::clone(&progress);
    let wakes: Progress = Arc::new(move |step| {
        remembering(step);
        if step == Step::KeychainSlow {
            waking.set(Mood::Well);
        }
    });
    vault.save(&id, &key(), &wakes).await.unwrap();
    assert!(heard.lock().unwrap().contains(&Step::KeychainSlow));
}

#[tokio::test]
async fn a_keychain_that_never_answers_lets_the_caller_go() {
    let keychain = Keychain::new();
    let patience = Patience { slow_after: SOON, give_up_after: 2 * SOON };
    let vault = keychain.vault_with(SERVICE, patience);
    let id = KeyId::random();
    keychain.set(Mood::Silent);
    assert_eq!(vault.save(&id, &key(), &quietly()).await, Err(KeychainTrouble::Slow));

    // The request itself went on: what was given up on is there once the keychain wakes up.
    keychain.set(Mood::Well);
    while !matches!(vault.read(&id, &quietly()).await, Ok(Some(_))) {}
}
