//! No key is lost: when the keychain fails, when an answer does not arrive, after a crash at any moment,
//! and when the folder can't be written.

use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};
use keydesk_core::model::{Failure, KeychainTrouble};
use keydesk_core::model::{KeyStatus, no_progress};
use keydesk_core::service::{Kept, Outcome, ToDo};

const NEW: &str = "498213437654";
const LOST_ANSWER: &str = "491713920063";

#[tokio::test]
async fn a_key_that_the_keychain_does_not_take_stays_in_memory_and_can_be_saved_again() {
    for (mood, cause) in [
        (Mood::Locked, KeychainTrouble::Locked),
        (Mood::Missing, KeychainTrouble::Missing),
        (Mood::Refusing, KeychainTrouble::Refused),
        (Mood::Forgetful, KeychainTrouble::Refused),
    ] {
        let env = TestEnv::new().await;
        let service = env.service();
        env.keychain.set(mood);
        let Err(Failure::SecretNotSaved { key, cause: reported }) = request(&service, NEW).await
        else {
            panic!("{mood:?}: the request did not fail with secret_not_saved");
        };
        assert_eq!(reported, cause);
        let home = service.keys.home().await.unwrap();
        assert_eq!(home.keys[0].kept, Kept::ThisSession);
        assert_eq!(home.to_do[0], ToDo::SaveAgain { key: key.clone(), cause: Some(cause) });
        assert!(
            service.tokens.get(&key, &no_progress()).await.is_ok(),
            "an unsaved key can be used"
        );

        env.keychain.set(Mood::Well);
        let saved = service.keys.save_again(&key, &no_progress()).await.unwrap();
        assert_eq!(saved.kept, Kept::Keychain);
        assert!(env.keychain.holds(SERVICE, key.as_str()));
        assert_eq!(env.service().keys.list().await.unwrap(), [saved]);
    }
}

#[tokio::test]
async fn requesting_an_unsaved_key_again_does_not_list_it_twice() {
    let env = TestEnv::new().await;
    let service = env.service();
    env.keychain.set(Mood::Locked);
    request(&service, NEW).await.unwrap_err();
    env.keychain.set(Mood::Well);
    request(&service, NEW).await.unwrap();
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.keys.len(), 1);
    assert!(!home.to_do.iter().any(|to_do| matches!(to_do, ToDo::SaveAgain { .. })));
}

#[tokio::test]
async fn a_request_without_an_answer_is_shown_after_a_restart_and_can_be_repeated() {
    let env = TestEnv::new().await;
    assert_eq!(request(&env.service(), LOST_ANSWER).await, Err(Failure::Unreachable));

    let restarted = env.service();
    let home = restarted.keys.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { same_day: true, .. }]), "{home:?}");

    let requested = request(&restarted, LOST_ANSWER).await.unwrap();
    assert_eq!(requested.outcome, Outcome::Created);
    let home = restarted.keys.home().await.unwrap();
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: requested.key.id }]);
}

/// Leaves the store as a crash between saving and recording a key does.
fn undo_the_record(env: &TestEnv) {
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store.execute_batch("DELETE FROM keys; UPDATE attempts SET ending = NULL").unwrap();
}

#[tokio::test]
async fn a_key_that_reached_the_keychain_before_a_crash_is_recorded_at_the_next_start() {
    let env = TestEnv::new().await;
    let before = request(&env.service(), NEW).await.unwrap().key;
    undo_the_record(&env);

    let home = env.service().keys.home().await.unwrap();
    assert_eq!(home.keys.len(), 1);
    assert_eq!(home.keys[0].id, before.id);
    assert_eq!(home.keys[0].valid_until, before.valid_until);
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: before.id }]);
}

#[tokio::test]
async fn a_key_that_is_requested_again_before_the_first_run_is_saved_once() {
    for days in [0, 2] {
        let env = TestEnv::new().await;
        let before = request(&env.service(), NEW).await.unwrap().key;
        undo_the_record(&env);

        env.clock.pass(std::time::Duration::from_hours(24 * days));
        let service = env.service();
        let again = request(&service, NEW).await.unwrap().key;
        // Under another id the keychain would have it twice.
        assert_eq!(again.id, before.id);
        assert_eq!(service.keys.list().await.unwrap(), [again]);
    }
}

#[tokio::test]
async fn after_a_crash_a_key_in_a_locked_keychain_is_recorded_later() {
    let env = TestEnv::new().await;
    let before = request(&env.service(), NEW).await.unwrap().key;
    undo_the_record(&env);

    let service = env.service();
    env.keychain.set(Mood::Locked);
    let home = service.keys.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]) && home.keys.is_empty());
    env.keychain.set(Mood::Well);
    assert_eq!(env.service().keys.list().await.unwrap()[0].id, before.id);
}

#[tokio::test]
async fn an_entry_that_is_not_the_key_of_the_request_is_not_recorded() {
    let env = TestEnv::new().await;
    let service = env.service();
    env.keychain.set(Mood::Forgetful);
    request(&service, NEW).await.unwrap_err();
    assert_eq!(service.keys.home().await.unwrap().keys[0].kept, Kept::ThisSession);
    // The app ends before the key is saved, so the entry in the keychain is not this key.
    let home = env.service().keys.home().await.unwrap();
    assert!(matches!(home.to_do[..], [ToDo::Unfinished { .. }]), "{home:?}");
    assert_eq!(home.keys, []);
}

#[tokio::test]
async fn requesting_a_key_again_with_a_locked_keychain_does_not_list_it_twice() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = request(&service, NEW).await.unwrap().key;
    env.keychain.set(Mood::Locked);
    assert!(
        matches!(request(&service, NEW).await, Err(Failure::SecretNotSaved { key, .. }) if key == first.id)
    );
    env.keychain.set(Mood::Well);
    service.keys.save_again(&first.id, &no_progress()).await.unwrap();
    let keys = service.keys.list().await.unwrap();
    assert_eq!(
        keys.iter().map(|key| (&key.id, key.status)).collect::<Vec<_>>(),
        [(&first.id, KeyStatus::Active)]
    );
}

#[tokio::test]
async fn a_key_that_is_verified_before_it_is_saved_is_recorded_as_verified() {
    let env = TestEnv::new().await;
    let service = env.service();
    env.keychain.set(Mood::Locked);
    let Err(Failure::SecretNotSaved { key, .. }) = request(&service, NEW).await else {
        panic!("the request did not fail with secret_not_saved");
    };
    service.tokens.verify(&key).await.unwrap();
    env.keychain.set(Mood::Well);
    let saved = service.keys.save_again(&key, &no_progress()).await.unwrap();
    assert_eq!(saved.last_verified_at, Some(env.now()));
}

#[tokio::test]
async fn an_unfinished_request_can_be_dismissed() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, LOST_ANSWER).await.unwrap_err();
    let [ToDo::Unfinished { attempt, .. }] = service.keys.home().await.unwrap().to_do[..] else {
        panic!("Home does not show the request");
    };
    service.test_keys.dismiss_to_do(attempt).await.unwrap();
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn a_refused_request_is_not_shown_as_unfinished() {
    let env = TestEnv::new().await;
    let service = env.service();
    assert_eq!(request(&service, "491713920049").await, Err(Failure::SeveralClients));
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn no_request_is_sent_if_its_intent_can_not_be_recorded() {
    let env = TestEnv::new().await;
    std::fs::write(env.store().parent().unwrap(), "a file where the folder should be").unwrap();
    assert_eq!(request(&env.service(), NEW).await, Err(Failure::StoreUnwritable));

    std::fs::remove_file(env.store().parent().unwrap()).unwrap();
    let first = request(&env.service(), NEW).await.unwrap();
    assert_eq!(first.outcome, Outcome::Created);
}

#[tokio::test]
async fn a_damaged_store_is_reported_and_not_overwritten() {
    let env = TestEnv::new().await;
    std::fs::create_dir_all(env.store().parent().unwrap()).unwrap();
    std::fs::write(env.store(), "not a database, and longer than its header ".repeat(40)).unwrap();
    assert_eq!(env.service().keys.list().await, Err(Failure::StoreUnreadable));
    assert!(std::fs::read_to_string(env.store()).unwrap().starts_with("not a database"));
}

#[cfg(unix)]
#[tokio::test]
async fn only_their_owner_can_open_the_files_of_the_store() {
    use std::os::unix::fs::PermissionsExt;
    let env = TestEnv::new().await;
    request(&env.service(), NEW).await.unwrap();
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = env.store().parent().unwrap().to_owned();
    assert_eq!(mode(&folder), 0o700);
    for file in std::fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&file.unwrap().path()), 0o600);
    }
}
