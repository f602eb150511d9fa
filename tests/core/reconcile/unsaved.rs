//! A key that the keychain did not take is saved by a run as soon as the keychain takes it. No run makes
//! the system ask for a password.

use std::sync::Arc;
use std::time::Duration;

use super::about;
use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};
use keydesk_core::keychain::Timeouts;
use keydesk_core::model::{Failure, KeyId, KeyStatus, KeychainTrouble, no_progress};
use keydesk_core::service::{Kept, Service, ToDo};
use keydesk_practice::Plays;

const NEW: &str = "498213437654";
const OTHER: &str = "491713920012";
const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

const SOON: Duration = Duration::from_millis(20);
const NEVER: Duration = Duration::from_hours(1);
/// No timeout ends: a run follows only from a trigger.
const NO_TIMEOUTS: Timeouts =
    Timeouts { slow_after: NEVER, give_up_after: NEVER, retry_after: NEVER };
/// The keychain is slow and given up at once.
const AT_ONCE: Timeouts = Timeouts { slow_after: SOON, give_up_after: SOON, retry_after: NEVER };

/// Requests a key that the keychain does not take.
async fn request_unsaved(service: &Service) -> KeyId {
    let Err(Failure::SecretNotSaved { key, .. }) = request(service, NEW).await else {
        panic!("the request did not fail with secret_not_saved");
    };
    key
}

/// Runs on each trigger until the pages have something new to show.
async fn run_until_changed(service: &Service) {
    loop {
        service.reconciler.wakeup().wait().await;
        if service.reconciler.run().await {
            return;
        }
    }
}

async fn assert_saved(env: &TestEnv, service: &Service, key: &KeyId) {
    assert_eq!(
        service.keys.home().await.unwrap().to_do,
        [ToDo::KeyUnverified { key: key.clone() }]
    );
    assert!(env.keychain.holds(SERVICE, key.as_str()));
    let after_restart = env.service().keys.list().await.unwrap();
    assert_eq!((&after_restart[0].id, after_restart[0].kept), (key, Kept::Keychain));
    assert_eq!(after_restart.len(), 1);
}

#[tokio::test]
async fn an_unsaved_key_is_saved_when_the_keychain_works_again() {
    let panicking = Mood::PanickingOnce("a library's own mistake");
    for mood in [Mood::Locked, Mood::Missing, Mood::Refusing, Mood::Forgetful, panicking] {
        let env = TestEnv::new().await;
        let service = env.service_with(Timeouts { retry_after: SOON, ..NO_TIMEOUTS });
        env.keychain.set(mood);
        let key = request_unsaved(&service).await;
        assert_eq!(service.keys.list().await.unwrap()[0].kept, Kept::ThisSession);
        env.keychain.set(Mood::Well);
        run_until_changed(&service).await;
        assert_saved(&env, &service, &key).await;
    }
}

#[tokio::test]
async fn a_page_that_shows_the_keys_triggers_a_run() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    run_after_start(&service).await;
    env.keychain.set(Mood::Locked);
    let key = request_unsaved(&service).await;
    service.reconciler.wakeup().wait().await;
    assert!(!service.reconciler.run().await);

    env.keychain.set(Mood::Well);
    service.keys.home().await.unwrap();
    run_until_changed(&service).await;
    assert_saved(&env, &service, &key).await;
}

#[tokio::test]
async fn reading_another_key_from_the_keychain_triggers_a_run() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    let first = request(&service, OTHER).await.unwrap().key.id;
    run_after_start(&service).await;
    env.keychain.set(Mood::Locked);
    let key = request_unsaved(&service).await;
    service.reconciler.wakeup().wait().await;
    service.reconciler.run().await;

    env.keychain.set(Mood::Well);
    service.keys.secret_of(&first, &no_progress()).await.unwrap();
    run_until_changed(&service).await;
    assert!(env.keychain.holds(SERVICE, key.as_str()));
    assert!(service.keys.list().await.unwrap().iter().all(|key| key.kept == Kept::Keychain));
}

#[tokio::test]
async fn no_run_makes_a_locked_keychain_ask_for_its_password() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    env.keychain.set(Mood::Locked);
    let key = request_unsaved(&service).await;
    let prompts_of_the_person = env.keychain.prompts();
    for _ in 0..3 {
        assert!(!service.reconciler.run().await);
        service.keys.home().await.unwrap();
    }
    assert_eq!(env.keychain.prompts(), prompts_of_the_person);
    let to_do = ToDo::SaveAgain { key, cause: Some(KeychainTrouble::Locked) };
    assert_eq!(service.keys.home().await.unwrap().to_do[0], to_do);
}

#[tokio::test]
async fn a_key_that_is_saved_after_the_timeout_is_noticed() {
    let env = TestEnv::new().await;
    let service = env.service_with(AT_ONCE);
    run_after_start(&service).await;
    env.keychain.set(Mood::Silent);
    let key = request_unsaved(&service).await;
    let to_do = ToDo::SaveAgain { key: key.clone(), cause: Some(KeychainTrouble::Slow) };
    assert_eq!(service.keys.home().await.unwrap().to_do[0], to_do);
    env.keychain.set(Mood::Well);
    run_until_changed(&service).await;
    assert_saved(&env, &service, &key).await;
}

#[tokio::test]
async fn a_page_does_not_wait_for_a_keychain_that_does_not_answer() {
    let env = TestEnv::new().await;
    let service = Arc::new(env.service_with(NO_TIMEOUTS));
    env.keychain.set(Mood::Silent);
    let running = tokio::spawn({
        let service = Arc::clone(&service);
        async move { service.reconciler.run().await }
    });
    env.keychain.is_waited_for().await;
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
    assert!(!running.is_finished());
    env.keychain.set(Mood::Well);
    running.await.unwrap();
}

#[tokio::test]
async fn the_reconciler_shuts_down_while_the_keychain_does_not_answer_and_no_key_is_lost() {
    let env = TestEnv::new().await;
    let service = Arc::new(env.service_with(NO_TIMEOUTS));
    run_after_start(&service).await;
    env.keychain.set(Mood::Locked);
    let key = request_unsaved(&service).await;
    env.keychain.set(Mood::Silent);
    let running = tokio::spawn({
        let service = Arc::clone(&service);
        async move { service.reconciler.run().await }
    });
    env.keychain.is_waited_for().await;
    service.reconciler.shut_down().await;
    assert!(!running.await.unwrap());
    assert!(!service.reconciler.run().await, "no run after the shutdown");

    let next = env.service_with(NO_TIMEOUTS);
    next.reconciler.adopt_unsaved_keys(service.take_unsaved_keys());
    assert_eq!(service.keys.list().await.unwrap(), []);
    assert_eq!(next.keys.list().await.unwrap()[0].kept, Kept::ThisSession);
    env.keychain.set(Mood::Well);
    run_until_changed(&next).await;
    assert_saved(&env, &next, &key).await;
}

/// A practice number that is removed and added again gets another key each time.
#[tokio::test]
async fn of_several_unsaved_keys_of_a_number_the_newest_stays_active() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    env.keychain.set(Mood::Missing);
    let number = "447700900123";
    let mut newest = None;
    for _ in 0..6 {
        env.practice.add_number(number, Plays::NewKey).await.unwrap();
        let Err(Failure::SecretNotSaved { key, .. }) = request(&service, number).await else {
            panic!("the request did not fail with secret_not_saved");
        };
        newest = Some(key);
        env.practice.remove_number(number).await.unwrap();
        env.clock.pass(Duration::from_hours(48));
    }
    env.keychain.set(Mood::Well);
    run_until_changed(&service).await;
    let keys = service.keys.list().await.unwrap();
    let active = keys.iter().filter(|key| key.status != KeyStatus::Replaced);
    assert_eq!(active.map(|key| Some(key.id.clone())).collect::<Vec<_>>(), [newest]);
    assert_eq!(keys.len(), 6);
}

#[tokio::test]
async fn an_older_key_that_is_saved_late_does_not_retire_a_newer_one() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    let number = "447700900123";
    env.practice.add_number(number, Plays::NewKey).await.unwrap();
    env.keychain.set(Mood::Missing);
    let Err(Failure::SecretNotSaved { key: older, .. }) = request(&service, number).await else {
        panic!("the request did not fail with secret_not_saved");
    };
    env.practice.remove_number(number).await.unwrap();
    env.practice.add_number(number, Plays::NewKey).await.unwrap();
    env.clock.pass(Duration::from_hours(48));
    env.keychain.set(Mood::Well);
    let newer = request(&service, number).await.unwrap().key;
    service.keys.save_again(&older, &no_progress()).await.unwrap();
    let keys = service.keys.list().await.unwrap();
    let newer = keys.iter().find(|key| key.id == newer.id).unwrap();
    assert_eq!(newer.status, KeyStatus::Active);
}

#[tokio::test]
async fn a_key_that_could_be_written_but_not_read_back_is_saved_later() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    env.keychain.set(Mood::LeavingAfterWriting);
    let key = request_unsaved(&service).await;
    env.keychain.set(Mood::Well);
    run_until_changed(&service).await;
    assert_saved(&env, &service, &key).await;
}

#[tokio::test]
async fn an_unsaved_imported_key_is_saved_later() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    env.keychain.set(Mood::Locked);
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    let imported = service.import.confirm(about("Web shop"), &no_progress()).await;
    assert!(matches!(imported.map(drop), Err(Failure::SecretNotSaved { .. })));
    env.keychain.set(Mood::Well);
    run_until_changed(&service).await;
    let keys = service.keys.list().await.unwrap();
    assert_eq!((keys[0].name.as_str(), keys[0].kept), ("Web shop", Kept::Keychain));
}

#[tokio::test]
async fn a_key_that_a_crash_left_in_a_locked_keychain_is_recorded_once_it_is_unlocked() {
    let env = TestEnv::new().await;
    let before = request(&env.service(), NEW).await.unwrap().key;
    let other = request(&env.service(), OTHER).await.unwrap().key;
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store
        .execute_batch(&format!(
            "DELETE FROM keys WHERE id = '{id}'; UPDATE attempts SET ending = NULL WHERE key = '{id}'",
            id = before.id
        ))
        .unwrap();

    let service = env.service_with(NO_TIMEOUTS);
    env.keychain.set(Mood::Locked);
    // The second look must not end the wait for the keychain.
    for _ in 0..2 {
        let home = service.keys.home().await.unwrap();
        assert!(matches!(home.to_do[0], ToDo::Unfinished { .. }), "{home:?}");
    }
    assert_eq!(env.keychain.prompts(), 0);
    env.keychain.set(Mood::Well);
    service.keys.secret_of(&other.id, &no_progress()).await.unwrap();
    run_until_changed(&service).await;
    assert!(service.keys.list().await.unwrap().iter().any(|key| key.id == before.id));
}

#[tokio::test]
async fn no_file_contains_an_unsaved_key() {
    let env = TestEnv::new().await;
    let service = env.service_with(NO_TIMEOUTS);
    env.keychain.set(Mood::Missing);
    let key = request_unsaved(&service).await;
    service.reconciler.run().await;
    let secret = service.keys.secret_of(&key, &no_progress()).await.unwrap();
    for file in std::fs::read_dir(env.store().parent().unwrap()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let found =
            bytes.windows(secret.expose().len()).any(|part| part == secret.expose().as_bytes());
        assert!(!found);
    }
}

/// The run that follows a start.
async fn run_after_start(service: &Service) {
    service.reconciler.wakeup().wait().await;
    service.reconciler.run().await;
}
