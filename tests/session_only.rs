//! Keys that are in memory only, because the keychain was in the way: they become saved keys by themselves
//! as soon as it is not, and no system asks for a password because of it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use keydesk_core::keychain::Timeouts;
use keydesk_core::model::{ApiEnvironment, KeyId, KeyStatus, no_progress};
use keydesk_core::model::{Failure, KeychainTrouble};
use keydesk_core::service::{Kept, NewKey, Service, ToDo};
use keydesk_practice::Plays;
use support::keychain::Mood;
use support::service::{SERVICE, TestEnv, ask};

const NEW: &str = "498213437654";
const OTHER: &str = "491713920012";
const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

const SOON: Duration = Duration::from_millis(20);
const NEVER: Duration = Duration::from_hours(1);
/// Looks again only when there is a reason.
const CALM: Timeouts = Timeouts { slow_after: NEVER, give_up_after: NEVER, retry_after: NEVER };
/// Waits hardly at all.
const HASTY: Timeouts = Timeouts { slow_after: SOON, give_up_after: SOON, retry_after: NEVER };

/// Asks for a key that the keychain does not take.
async fn stuck(service: &Service) -> KeyId {
    let Err(Failure::SecretNotSaved { key, .. }) = ask(service, NEW).await else {
        panic!("the key is not safe and this was not said");
    };
    key
}

/// Takes care when it is due, until the pages have something else to show.
async fn cared_for(service: &Service) {
    loop {
        service.reconciler.wakeup().wait().await;
        if service.reconciler.run().await {
            return;
        }
    }
}

async fn is_safe(room: &TestEnv, service: &Service, key: &KeyId) {
    assert_eq!(
        service.keys.home().await.unwrap().to_do,
        [ToDo::KeyUnverified { key: key.clone() }]
    );
    assert!(room.keychain.holds(SERVICE, key.as_str()));
    let after_restart = room.service().keys.list().await.unwrap();
    assert_eq!((&after_restart[0].id, after_restart[0].kept), (key, Kept::Keychain));
    assert_eq!(after_restart.len(), 1);
}

#[tokio::test]
async fn a_key_is_saved_when_the_keychain_is_back_whatever_was_in_the_way() {
    for mood in [Mood::Locked, Mood::Missing, Mood::Refusing, Mood::Forgetful] {
        let room = TestEnv::new().await;
        let service = room.desk_with(Timeouts { retry_after: SOON, ..CALM });
        room.keychain.set(mood);
        let key = stuck(&service).await;
        assert_eq!(service.keys.list().await.unwrap()[0].kept, Kept::ThisSession);
        room.keychain.set(Mood::Well);
        cared_for(&service).await;
        is_safe(&room, &service, &key).await;
    }
}

#[tokio::test]
async fn a_page_that_is_looked_at_is_reason_enough_to_try() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    cared_for_at_the_start(&service).await;
    room.keychain.set(Mood::Locked);
    let key = stuck(&service).await;
    service.reconciler.wakeup().wait().await;
    assert!(!service.reconciler.run().await);

    room.keychain.set(Mood::Well);
    service.keys.home().await.unwrap();
    cared_for(&service).await;
    is_safe(&room, &service, &key).await;
}

#[tokio::test]
async fn a_keychain_that_answers_for_another_key_takes_this_one_too() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    let first = ask(&service, OTHER).await.unwrap().key.id;
    cared_for_at_the_start(&service).await;
    room.keychain.set(Mood::Locked);
    let key = stuck(&service).await;
    service.reconciler.wakeup().wait().await;
    service.reconciler.run().await;

    room.keychain.set(Mood::Well);
    service.keys.secret_of(&first, &no_progress()).await.unwrap();
    cared_for(&service).await;
    assert!(room.keychain.holds(SERVICE, key.as_str()));
    assert!(service.keys.list().await.unwrap().iter().all(|key| key.kept == Kept::Keychain));
}

#[tokio::test]
async fn a_locked_keychain_is_never_asked_for_its_password_by_itself() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    room.keychain.set(Mood::Locked);
    let key = stuck(&service).await;
    let asked_by_the_person = room.keychain.prompts();
    for _ in 0..3 {
        assert!(!service.reconciler.run().await);
        service.keys.home().await.unwrap();
    }
    assert_eq!(room.keychain.prompts(), asked_by_the_person);
    let to_do = ToDo::SaveAgain { key, cause: Some(KeychainTrouble::Locked) };
    assert_eq!(service.keys.home().await.unwrap().to_do[0], to_do);
}

#[tokio::test]
async fn a_save_that_succeeds_after_it_was_given_up_on_is_noticed() {
    let room = TestEnv::new().await;
    let service = room.desk_with(HASTY);
    cared_for_at_the_start(&service).await;
    room.keychain.set(Mood::Silent);
    let key = stuck(&service).await;
    let to_do = ToDo::SaveAgain { key: key.clone(), cause: Some(KeychainTrouble::Slow) };
    assert_eq!(service.keys.home().await.unwrap().to_do[0], to_do);
    room.keychain.set(Mood::Well);
    cared_for(&service).await;
    is_safe(&room, &service, &key).await;
}

#[tokio::test]
async fn a_silent_keychain_keeps_no_page_waiting() {
    let room = TestEnv::new().await;
    let service = Arc::new(room.desk_with(CALM));
    room.keychain.set(Mood::Silent);
    let caring = tokio::spawn({
        let service = Arc::clone(&service);
        async move { service.reconciler.run().await }
    });
    room.keychain.is_waited_for().await;
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
    assert!(!caring.is_finished());
    room.keychain.set(Mood::Well);
    caring.await.unwrap();
}

#[tokio::test]
async fn a_silent_keychain_does_not_keep_care_from_ending_and_no_key_is_lost_by_it() {
    let room = TestEnv::new().await;
    let service = Arc::new(room.desk_with(CALM));
    cared_for_at_the_start(&service).await;
    room.keychain.set(Mood::Locked);
    let key = stuck(&service).await;
    room.keychain.set(Mood::Silent);
    let caring = tokio::spawn({
        let service = Arc::clone(&service);
        async move { service.reconciler.run().await }
    });
    room.keychain.is_waited_for().await;
    service.reconciler.shut_down().await;
    assert!(!caring.await.unwrap());
    assert!(!service.reconciler.run().await, "nothing begins any more");

    let next = room.desk_with(CALM);
    next.reconciler.adopt_unsaved_keys(service.take_unsaved_keys());
    assert_eq!(service.keys.list().await.unwrap(), []);
    assert_eq!(next.keys.list().await.unwrap()[0].kept, Kept::ThisSession);
    room.keychain.set(Mood::Well);
    cared_for(&next).await;
    is_safe(&room, &next, &key).await;
}

/// A number that is taken away and added again gets another key each time.
#[tokio::test]
async fn of_several_keys_of_one_number_the_newest_stays_whatever_order_they_are_saved_in() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    room.keychain.set(Mood::Missing);
    let number = "447700900123";
    let mut newest = None;
    for _ in 0..6 {
        room.practice.add_number(number, Plays::NewKey).await.unwrap();
        let Err(Failure::SecretNotSaved { key, .. }) = ask(&service, number).await else {
            panic!("the key is not safe and this was not said");
        };
        newest = Some(key);
        room.practice.remove_number(number).await.unwrap();
        room.clock.pass(Duration::from_hours(48));
    }
    room.keychain.set(Mood::Well);
    cared_for(&service).await;
    let keys = service.keys.list().await.unwrap();
    let active = keys.iter().filter(|key| key.status != KeyStatus::Retired);
    assert_eq!(active.map(|key| Some(key.id.clone())).collect::<Vec<_>>(), [newest]);
    assert_eq!(keys.len(), 6);
}

#[tokio::test]
async fn an_older_key_that_is_saved_late_retires_no_newer_one() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    let number = "447700900123";
    room.practice.add_number(number, Plays::NewKey).await.unwrap();
    room.keychain.set(Mood::Missing);
    let Err(Failure::SecretNotSaved { key: older, .. }) = ask(&service, number).await else {
        panic!("the key is not safe and this was not said");
    };
    room.practice.remove_number(number).await.unwrap();
    room.practice.add_number(number, Plays::NewKey).await.unwrap();
    room.clock.pass(Duration::from_hours(48));
    room.keychain.set(Mood::Well);
    let newer = ask(&service, number).await.unwrap().key;
    service.keys.save_again(&older, &no_progress()).await.unwrap();
    let keys = service.keys.list().await.unwrap();
    let newer = keys.iter().find(|key| key.id == newer.id).unwrap();
    assert_eq!(newer.status, KeyStatus::Active);
}

#[tokio::test]
async fn a_key_that_left_the_keychain_between_writing_and_reading_back_is_saved_later() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    room.keychain.set(Mood::LeavingAfterWriting);
    let key = stuck(&service).await;
    room.keychain.set(Mood::Well);
    cared_for(&service).await;
    is_safe(&room, &service, &key).await;
}

#[tokio::test]
async fn a_key_that_was_brought_in_is_saved_later_too() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    room.keychain.set(Mood::Locked);
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    let about = NewKey {
        name: "Web shop".to_owned(),
        environment: ApiEnvironment::Production,
        organizations: vec![],
        run: None,
    };
    let brought = service.import.confirm(about, &no_progress()).await;
    assert!(matches!(brought.map(drop), Err(Failure::SecretNotSaved { .. })));
    room.keychain.set(Mood::Well);
    cared_for(&service).await;
    let keys = service.keys.list().await.unwrap();
    assert_eq!((keys[0].name.as_str(), keys[0].kept), ("Web shop", Kept::Keychain));
}

#[tokio::test]
async fn a_key_that_a_crash_left_in_a_locked_keychain_is_recorded_when_it_answers() {
    let room = TestEnv::new().await;
    let before = ask(&room.service(), NEW).await.unwrap().key;
    let other = ask(&room.service(), OTHER).await.unwrap().key;
    let store = rusqlite::Connection::open(room.store()).unwrap();
    store
        .execute_batch(&format!(
            "DELETE FROM keys WHERE id = '{id}'; UPDATE attempts SET ending = NULL WHERE key = '{id}'",
            id = before.id
        ))
        .unwrap();

    let service = room.desk_with(CALM);
    room.keychain.set(Mood::Locked);
    // Looking at the page twice must not end the wait for the keychain.
    for _ in 0..2 {
        let home = service.keys.home().await.unwrap();
        assert!(matches!(home.to_do[0], ToDo::Unfinished { .. }), "{home:?}");
    }
    assert_eq!(room.keychain.prompts(), 0);
    room.keychain.set(Mood::Well);
    service.keys.secret_of(&other.id, &no_progress()).await.unwrap();
    cared_for(&service).await;
    assert!(service.keys.list().await.unwrap().iter().any(|key| key.id == before.id));
}

#[tokio::test]
async fn nothing_of_a_key_in_memory_is_written_anywhere() {
    let room = TestEnv::new().await;
    let service = room.desk_with(CALM);
    room.keychain.set(Mood::Missing);
    let key = stuck(&service).await;
    service.reconciler.run().await;
    let secret = service.keys.secret_of(&key, &no_progress()).await.unwrap();
    for file in std::fs::read_dir(room.store().parent().unwrap()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let found =
            bytes.windows(secret.expose().len()).any(|part| part == secret.expose().as_bytes());
        assert!(!found);
    }
}

/// What a start looks for, and does not find.
async fn cared_for_at_the_start(service: &Service) {
    service.reconciler.wakeup().wait().await;
    service.reconciler.run().await;
}
