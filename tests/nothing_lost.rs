//! What is never lost: a key that the keychain does not take, an answer that does not arrive, a crash
//! at the worst moment, a folder that can't be written.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use keydesk_core::model::{Failure, KeychainTrouble};
use keydesk_core::model::{KeyStatus, no_progress};
use keydesk_core::service::{Kept, Outcome, ToDo};
use support::keychain::Mood;
use support::service::{SERVICE, TestEnv, ask};

const NEW: &str = "498213437654";
const LOST_ANSWER: &str = "491713920063";

#[tokio::test]
async fn a_key_that_the_keychain_does_not_take_is_kept_and_saved_later() {
    for (mood, cause) in [
        (Mood::Locked, KeychainTrouble::Locked),
        (Mood::Missing, KeychainTrouble::Missing),
        (Mood::Refusing, KeychainTrouble::Refused),
        (Mood::Forgetful, KeychainTrouble::Refused),
    ] {
        let room = TestEnv::new().await;
        let service = room.service();
        room.keychain.set(mood);
        let Err(Failure::SecretNotSaved { key, cause: told }) = ask(&service, NEW).await else {
            panic!("{mood:?}: the key is not safe and this was not said");
        };
        assert_eq!(told, cause);
        let home = service.keys.home().await.unwrap();
        assert_eq!(home.keys[0].kept, Kept::ThisSession);
        assert_eq!(home.to_do[0], ToDo::SaveAgain { key: key.clone(), cause: Some(cause) });
        assert!(service.tokens.get(&key, &no_progress()).await.is_ok(), "it can be used meanwhile");

        room.keychain.set(Mood::Well);
        let saved = service.keys.save_again(&key, &no_progress()).await.unwrap();
        assert_eq!(saved.kept, Kept::Keychain);
        assert!(room.keychain.holds(SERVICE, key.as_str()));
        assert_eq!(room.service().keys.list().await.unwrap(), [saved]);
    }
}

#[tokio::test]
async fn a_key_in_memory_is_not_doubled_by_asking_again() {
    let room = TestEnv::new().await;
    let service = room.service();
    room.keychain.set(Mood::Locked);
    ask(&service, NEW).await.unwrap_err();
    room.keychain.set(Mood::Well);
    ask(&service, NEW).await.unwrap();
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.keys.len(), 1);
    assert!(!home.to_do.iter().any(|to_do| matches!(to_do, ToDo::SaveAgain { .. })));
}

#[tokio::test]
async fn a_lost_answer_is_told_of_after_a_restart_and_asked_for_again() {
    let room = TestEnv::new().await;
    assert_eq!(ask(&room.service(), LOST_ANSWER).await, Err(Failure::Unreachable));

    let restarted = room.service();
    let home = restarted.keys.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { same_day: true, .. }]), "{home:?}");

    let requested = ask(&restarted, LOST_ANSWER).await.unwrap();
    assert_eq!(requested.outcome, Outcome::Created);
    let home = restarted.keys.home().await.unwrap();
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: requested.key.id }]);
}

/// As a crash leaves the store between the keychain and the record.
fn forget_the_record(room: &TestEnv) {
    let store = rusqlite::Connection::open(room.store()).unwrap();
    store.execute_batch("DELETE FROM keys; UPDATE attempts SET ending = NULL").unwrap();
}

#[tokio::test]
async fn a_key_that_reached_the_keychain_before_a_crash_is_recorded_at_the_next_start() {
    let room = TestEnv::new().await;
    let before = ask(&room.service(), NEW).await.unwrap().key;
    forget_the_record(&room);

    let home = room.service().keys.home().await.unwrap();
    assert_eq!(home.keys.len(), 1);
    assert_eq!(home.keys[0].id, before.id);
    assert_eq!(home.keys[0].valid_until, before.valid_until);
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: before.id }]);
}

#[tokio::test]
async fn a_key_asked_for_again_before_the_start_has_looked_is_kept_once() {
    for days in [0, 2] {
        let room = TestEnv::new().await;
        let before = ask(&room.service(), NEW).await.unwrap().key;
        forget_the_record(&room);

        room.clock.pass(std::time::Duration::from_hours(24 * days));
        let service = room.service();
        let again = ask(&service, NEW).await.unwrap().key;
        // Under its first name: under another one it would stand in the keychain twice.
        assert_eq!(again.id, before.id);
        assert_eq!(service.keys.list().await.unwrap(), [again]);
    }
}

#[tokio::test]
async fn a_locked_keychain_after_a_crash_delays_the_record_and_loses_nothing() {
    let room = TestEnv::new().await;
    let before = ask(&room.service(), NEW).await.unwrap().key;
    forget_the_record(&room);

    let service = room.service();
    room.keychain.set(Mood::Locked);
    let home = service.keys.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]) && home.keys.is_empty());
    room.keychain.set(Mood::Well);
    assert_eq!(room.service().keys.list().await.unwrap()[0].id, before.id);
}

#[tokio::test]
async fn what_is_not_the_key_in_the_keychain_is_not_recorded_as_the_key() {
    let room = TestEnv::new().await;
    let service = room.service();
    room.keychain.set(Mood::Forgetful);
    ask(&service, NEW).await.unwrap_err();
    assert_eq!(service.keys.home().await.unwrap().keys[0].kept, Kept::ThisSession);
    // The app ends without having saved it: what the keychain holds then is something else.
    let home = room.service().keys.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]), "{home:?}");
    assert_eq!(home.keys, []);
}

#[tokio::test]
async fn asking_again_with_a_locked_keychain_does_not_take_the_key_for_another() {
    let room = TestEnv::new().await;
    let service = room.service();
    let first = ask(&service, NEW).await.unwrap().key;
    room.keychain.set(Mood::Locked);
    assert!(
        matches!(ask(&service, NEW).await, Err(Failure::SecretNotSaved { key, .. }) if key == first.id)
    );
    room.keychain.set(Mood::Well);
    service.keys.save_again(&first.id, &no_progress()).await.unwrap();
    let keys = service.keys.list().await.unwrap();
    assert_eq!(
        keys.iter().map(|key| (&key.id, key.status)).collect::<Vec<_>>(),
        [(&first.id, KeyStatus::Active)]
    );
}

#[tokio::test]
async fn a_key_proven_before_it_is_safe_is_proven_afterwards() {
    let room = TestEnv::new().await;
    let service = room.service();
    room.keychain.set(Mood::Locked);
    let Err(Failure::SecretNotSaved { key, .. }) = ask(&service, NEW).await else {
        panic!("the key is not safe and this was not said");
    };
    service.tokens.verify(&key).await.unwrap();
    room.keychain.set(Mood::Well);
    let saved = service.keys.save_again(&key, &no_progress()).await.unwrap();
    assert_eq!(saved.last_verified_at, Some(room.now()));
}

#[tokio::test]
async fn an_unfinished_request_can_be_dismissed() {
    let room = TestEnv::new().await;
    let service = room.service();
    ask(&service, LOST_ANSWER).await.unwrap_err();
    let [ToDo::Unfinished { attempt, .. }] = service.keys.home().await.unwrap().to_do[..] else {
        panic!("the request is not told of");
    };
    service.test_keys.dismiss_to_do(attempt).await.unwrap();
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn a_definite_no_leaves_nothing_unfinished() {
    let room = TestEnv::new().await;
    let service = room.service();
    assert_eq!(ask(&service, "491713920044").await, Err(Failure::ClientNotFound));
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn without_a_place_for_the_intent_nothing_is_asked() {
    let room = TestEnv::new().await;
    std::fs::write(room.store().parent().unwrap(), "a file where the folder should be").unwrap();
    assert_eq!(ask(&room.service(), NEW).await, Err(Failure::StoreUnwritable));

    std::fs::remove_file(room.store().parent().unwrap()).unwrap();
    let first = ask(&room.service(), NEW).await.unwrap();
    assert_eq!(first.outcome, Outcome::Created);
}

#[tokio::test]
async fn a_damaged_register_is_said_and_kept() {
    let room = TestEnv::new().await;
    std::fs::create_dir_all(room.store().parent().unwrap()).unwrap();
    std::fs::write(room.store(), "not a database, and longer than its header ".repeat(40)).unwrap();
    assert_eq!(room.service().keys.list().await, Err(Failure::StoreUnreadable));
    assert!(std::fs::read_to_string(room.store()).unwrap().starts_with("not a database"));
}

#[tokio::test]
async fn only_its_owner_can_open_the_register() {
    use std::os::unix::fs::PermissionsExt;
    let room = TestEnv::new().await;
    ask(&room.service(), NEW).await.unwrap();
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = room.store().parent().unwrap().to_owned();
    assert_eq!(mode(&folder), 0o700);
    for file in std::fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&file.unwrap().path()), 0o600);
    }
}
