//! The keychain on a keychain that does not always do what it is asked.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod errors;
mod slow;
#[path = "../support/mod.rs"]
mod support;

use keydesk_core::model::KeychainTrouble;
use keydesk_core::model::{KeyId, Step, no_progress};
use keydesk_core::secret::ApiKey;
use support::keychain::{FakeKeychain, Mood};
use support::service::listening;

const SERVICE: &str = "Key Desk tests";

fn key() -> ApiKey {
    ApiKey::new("0123456789abcdef0123456789abcdef".to_owned()).unwrap()
}

#[tokio::test]
async fn a_saved_key_is_read_back_before_it_counts_as_saved() {
    let fake = FakeKeychain::new();
    let (progress, heard) = listening();
    let id = KeyId::random();
    fake.keychain(SERVICE).save(&id, &key(), &progress).await.unwrap();
    assert_eq!(*heard.lock().unwrap(), [Step::SavingInKeychain, Step::ReadingBack]);

    let after_restart = fake.keychain(SERVICE);
    let read = after_restart.read(&id, &no_progress()).await.unwrap().unwrap();
    assert!(read.same_as(&key()));
}

#[tokio::test]
async fn practice_and_live_do_not_see_each_others_keys() {
    let fake = FakeKeychain::new();
    let id = KeyId::random();
    fake.keychain("practice").save(&id, &key(), &no_progress()).await.unwrap();
    assert!(fake.keychain("live").read(&id, &no_progress()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_deleted_key_is_gone_and_deleting_it_again_is_no_failure() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain(SERVICE);
    let id = KeyId::random();
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    keychain.delete(&id, &no_progress()).await.unwrap();
    keychain.delete(&id, &no_progress()).await.unwrap();
    assert!(keychain.read(&id, &no_progress()).await.unwrap().is_none());
}

#[tokio::test]
async fn each_trouble_of_the_keychain_is_told_apart() {
    for (mood, trouble) in [
        (Mood::Missing, KeychainTrouble::Missing),
        (Mood::Locked, KeychainTrouble::Locked),
        (Mood::Refusing, KeychainTrouble::Refused),
        (Mood::Forgetful, KeychainTrouble::Refused),
    ] {
        let fake = FakeKeychain::new();
        let keychain = fake.keychain(SERVICE);
        let id = KeyId::random();
        fake.set(mood);
        assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(trouble), "{mood:?}");

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
async fn the_keys_of_a_service_are_named_and_no_others() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain("Key Desk");
    let id = KeyId::random();
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    fake.keychain("Key Desk practice")
        .save(&KeyId::random(), &key(), &no_progress())
        .await
        .unwrap();
    assert_eq!(keychain.names(&no_progress()).await.unwrap(), Some(vec![id]));
}

#[tokio::test]
async fn what_nobody_asked_for_makes_no_system_ask_for_its_password() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain(SERVICE);
    let id = KeyId::random();
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    for (mood, trouble) in
        [(Mood::Locked, KeychainTrouble::Locked), (Mood::Missing, KeychainTrouble::Missing)]
    {
        fake.set(mood);
        let unasked = keychain.non_interactive();
        assert_eq!(unasked.save(&id, &key(), &no_progress()).await, Err(trouble));
        assert_eq!(unasked.read(&id, &no_progress()).await.map(drop), Err(trouble));
        assert_eq!(unasked.delete(&id, &no_progress()).await, Err(trouble));
        assert_eq!(unasked.names(&no_progress()).await, Err(trouble));
    }
    assert_eq!(fake.prompts(), 0);
}
