//! FakeKeychain and store that don't fit together: found at the start, told on Home, put right by the
//! person.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::sync::Arc;
use std::task::{Context, Waker};

use keydesk_core::model::{ApiEnvironment, KeyId, KeyStatus, Progress, Step, no_progress};
use keydesk_core::model::{Failure, KeychainTrouble};
use keydesk_core::service::{ClipboardCheck, Home, Kept, KeyCard, NewKey, Outcome, Service, ToDo};
use support::keychain::Mood;
use support::service::{SERVICE, TestEnv, ask};

const NEW: &str = "498213437654";
const OTHER: &str = "491713920012";
const LOST_ANSWER: &str = "491713920063";
const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

fn about(name: &str) -> NewKey {
    NewKey {
        name: name.to_owned(),
        environment: ApiEnvironment::Production,
        organizations: vec!["Hanse Textil".to_owned()],
        run: None,
    }
}

/// Brings a production key in.
async fn bring_in(service: &Service, key: &str) -> KeyCard {
    service.import.check(Some(key.to_owned().into())).await.unwrap();
    service.import.confirm(about("Web shop"), &no_progress()).await.unwrap().card
}

/// The Home page of the next start, once it has looked.
async fn next_start(room: &TestEnv) -> (Service, Home) {
    let service = room.service();
    service.reconciler.wakeup().wait().await;
    service.reconciler.run().await;
    let home = service.keys.home().await.unwrap();
    (service, home)
}

/// As a crash between the keychain and the store leaves it.
fn forget_the_row(room: &TestEnv) {
    let store = rusqlite::Connection::open(room.store()).unwrap();
    store.execute_batch("DELETE FROM key_organizations; DELETE FROM keys").unwrap();
}

fn unlisted(key: &KeyId) -> ToDo {
    ToDo::KeyUnlisted { key: key.clone(), last_four: "e7f0".to_owned() }
}

#[tokio::test]
async fn where_both_fit_nothing_is_told() {
    let room = TestEnv::new().await;
    let service = room.service();
    bring_in(&service, KEY).await;
    ask(&service, NEW).await.unwrap();
    let (_desk, home) = next_start(&room).await;
    assert!(home.to_do.iter().all(|to_do| matches!(to_do, ToDo::KeyUnverified { .. })), "{home:?}");
}

/// Brings a key in and dies at this step.
async fn crash_at(room: &TestEnv, step: Step) {
    let service = room.service();
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    let dies: Progress = Arc::new(move |reached| assert!(reached != step, "as a crash does"));
    let bringing_in =
        tokio::spawn(async move { service.import.confirm(about("Web shop"), &dies).await });
    assert!(bringing_in.await.unwrap_err().is_panic());
}

#[tokio::test]
async fn a_crash_before_the_keychain_leaves_nothing_of_a_key_that_is_brought_in() {
    let room = TestEnv::new().await;
    crash_at(&room, Step::SavingInKeychain).await;
    let (_desk, home) = next_start(&room).await;
    assert_eq!((home.to_do, home.keys), (vec![], vec![]));
}

#[tokio::test]
async fn a_crash_between_keychain_and_register_leaves_it_to_be_taken_in() {
    for step in [Step::ReadingBack, Step::Recording] {
        let room = TestEnv::new().await;
        crash_at(&room, step).await;
        let (_desk, home) = next_start(&room).await;
        let [ToDo::KeyUnlisted { key, .. }] = &home.to_do[..] else { panic!("{step:?}: {home:?}") };
        assert!(room.keychain.holds(SERVICE, key.as_str()));
    }
}

#[tokio::test]
async fn a_key_that_the_list_does_not_know_is_taken_in_where_it_is() {
    let room = TestEnv::new().await;
    let before = bring_in(&room.service(), KEY).await;
    forget_the_row(&room);

    let (service, home) = next_start(&room).await;
    assert_eq!((home.to_do, home.keys), (vec![unlisted(&before.id)], vec![]));
    let found = service.import.check_unlisted(&before.id, &no_progress()).await.unwrap();
    let expected = ClipboardCheck::Key { last_four: "e7f0".to_owned(), length: 40, known: None };
    assert_eq!(found, expected);
    let taken = service.import.confirm(about("Web shop"), &no_progress()).await.unwrap().card;
    // Under the name that it has there: the entry is not doubled.
    assert_eq!((&taken.id, taken.kept), (&before.id, Kept::Keychain));
    assert_eq!(
        service.keys.home().await.unwrap().to_do,
        [ToDo::KeyUnverified { key: taken.id.clone() }]
    );

    let (service, home) = next_start(&room).await;
    assert_eq!(home.keys, [taken]);
    assert!(service.keys.secret_of(&before.id, &no_progress()).await.unwrap().expose() == KEY);
}

#[tokio::test]
async fn a_key_that_the_list_does_not_know_can_be_removed_and_no_other_can() {
    let room = TestEnv::new().await;
    let orphan = bring_in(&room.service(), KEY).await.id;
    forget_the_row(&room);
    let listed = ask(&room.service(), NEW).await.unwrap().key.id;

    let (service, home) = next_start(&room).await;
    assert_eq!(home.to_do[0], unlisted(&orphan));
    let refused = service.keys.remove_unlisted(&listed, &no_progress()).await;
    assert_eq!(refused, Err(Failure::NotFound));
    service.keys.remove_unlisted(&orphan, &no_progress()).await.unwrap();
    assert!(room.keychain.holds(SERVICE, listed.as_str()));
    assert!(!room.keychain.holds(SERVICE, orphan.as_str()));
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyUnverified { key: listed }]);
}

#[tokio::test]
async fn a_second_copy_of_a_listed_key_is_taken_in_by_leaving_one() {
    let room = TestEnv::new().await;
    let listed = bring_in(&room.service(), KEY).await;
    let copy = KeyId::random();
    room.keychain.plant(SERVICE, copy.as_str(), KEY.as_bytes());

    let (service, home) = next_start(&room).await;
    assert_eq!(home.to_do[0], unlisted(&copy));
    let ClipboardCheck::Key { known: Some(known), .. } =
        service.import.check_unlisted(&copy, &no_progress()).await.unwrap()
    else {
        panic!("the key is known");
    };
    assert_eq!(known.id, listed.id);
    service.import.confirm(about("Web shop"), &no_progress()).await.unwrap();
    assert!(room.keychain.holds(SERVICE, listed.id.as_str()));
    assert!(!room.keychain.holds(SERVICE, copy.as_str()));
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyUnverified { key: listed.id }]);
}

#[tokio::test]
async fn an_entry_that_is_no_key_is_none_of_ours() {
    let room = TestEnv::new().await;
    room.keychain.plant(SERVICE, "a note of somebody", b"not a key");
    let (_desk, home) = next_start(&room).await;
    assert_eq!(home.to_do, []);
}

#[tokio::test]
async fn what_asking_again_brings_back_is_not_told_twice() {
    let room = TestEnv::new().await;
    ask(&room.service(), LOST_ANSWER).await.unwrap_err();
    let store = rusqlite::Connection::open(room.store()).unwrap();
    let name: String = store.query_row("SELECT key FROM attempts", [], |row| row.get(0)).unwrap();
    // As where a full disk took no note of the answer.
    room.keychain.plant(SERVICE, &name, KEY.as_bytes());

    let (service, home) = next_start(&room).await;
    let [ToDo::Unfinished { attempt, .. }] = home.to_do[..] else { panic!("{home:?}") };
    service.test_keys.dismiss_to_do(attempt).await.unwrap();
    let (_desk, home) = next_start(&room).await;
    assert_eq!(home.to_do, [unlisted(&KeyId::from_stored(name))]);
}

#[tokio::test]
async fn a_test_key_that_the_keychain_has_lost_comes_back_by_asking_again() {
    let room = TestEnv::new().await;
    let before = ask(&room.service(), NEW).await.unwrap().key;
    room.keychain.lose(SERVICE, before.id.as_str());

    let (service, home) = next_start(&room).await;
    assert_eq!(home.to_do, [ToDo::KeyLost { key: before.id.clone() }]);
    assert_eq!(home.keys[0].kept, Kept::Nowhere);
    let again = ask(&service, NEW).await.unwrap();
    assert_eq!((&again.key.id, again.outcome), (&before.id, Outcome::Same));
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: before.id.clone() }]);
    assert_eq!(home.keys[0].kept, Kept::Keychain);
    assert!(service.tokens.get(&before.id, &no_progress()).await.is_ok());
}

#[tokio::test]
async fn a_key_that_the_keychain_has_lost_is_mended_by_bringing_it_in_again() {
    let room = TestEnv::new().await;
    let before = bring_in(&room.service(), KEY).await;
    room.keychain.lose(SERVICE, before.id.as_str());

    let (service, home) = next_start(&room).await;
    assert_eq!(home.to_do, [ToDo::KeyLost { key: before.id.clone() }]);
    let mended = bring_in(&service, KEY).await;
    assert_eq!((&mended.id, mended.kept), (&before.id, Kept::Keychain));
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyUnverified { key: before.id }]);
}

#[tokio::test]
async fn a_key_that_the_keychain_has_lost_can_be_taken_off_the_list_unless_it_is_back() {
    let room = TestEnv::new().await;
    let gone = bring_in(&room.service(), KEY).await.id;
    let back = ask(&room.service(), NEW).await.unwrap().key.id;
    room.keychain.lose(SERVICE, gone.as_str());
    let (service, _home) = next_start(&room).await;

    service.keys.remove_lost(&gone, &no_progress()).await.unwrap();
    service.keys.remove_lost(&back, &no_progress()).await.unwrap();
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.keys.iter().map(|key| &key.id).collect::<Vec<_>>(), [&back]);
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: back }]);
}

/// The keychain would be asked just before the key comes into it, and the row removed after that.
#[tokio::test]
async fn a_key_that_is_brought_in_meanwhile_is_not_taken_off_the_list() {
    let room = TestEnv::new().await;
    let lost = bring_in(&room.service(), KEY).await.id;
    room.keychain.lose(SERVICE, lost.as_str());
    let service = Arc::new(room.service());
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();

    let forgetting = Box::pin({
        let (service, lost) = (Arc::clone(&service), lost.clone());
        async move { service.keys.remove_lost(&lost, &no_progress()).await }
    });
    let forgetting = Arc::new(tokio::sync::Mutex::new(forgetting));
    let beside = Arc::clone(&forgetting);
    let saving: Progress = Arc::new(move |step| {
        if step == Step::SavingInKeychain {
            let mut begun = beside.try_lock().unwrap();
            let _ = begun.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        }
    });
    service.import.confirm(about("Web shop"), &saving).await.unwrap();
    forgetting.lock().await.as_mut().await.unwrap();
    assert_eq!(service.keys.list().await.unwrap()[0].id, lost);
}

#[tokio::test]
async fn nobody_misses_a_key_that_opens_nothing_any_more() {
    let room = TestEnv::new().await;
    let first = ask(&room.service(), OTHER).await.unwrap().key;
    let store = rusqlite::Connection::open(room.store()).unwrap();
    store.execute_batch("UPDATE keys SET status = 'retired'").unwrap();
    room.keychain.lose(SERVICE, first.id.as_str());
    let (_desk, home) = next_start(&room).await;
    assert_eq!(home.keys[0].status, KeyStatus::Retired);
    assert_eq!(home.to_do, []);
}

#[tokio::test]
async fn a_key_that_vanishes_while_the_app_runs_is_missed_when_it_is_wanted() {
    let room = TestEnv::new().await;
    let service = room.service();
    let key = bring_in(&service, KEY).await.id;
    service.reconciler.run().await;
    room.keychain.lose(SERVICE, key.as_str());
    let opened = service.keys.secret_of(&key, &no_progress()).await;
    assert_eq!(opened.map(drop), Err(Failure::NotFound));
    assert!(service.reconciler.run().await, "the pages hear of it");
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyLost { key }]);
}

#[tokio::test]
async fn a_keychain_that_cannot_be_asked_quietly_is_compared_once_it_answers() {
    let room = TestEnv::new().await;
    let before = bring_in(&room.service(), KEY).await;
    let test_key = ask(&room.service(), NEW).await.unwrap().key;
    room.keychain.lose(SERVICE, before.id.as_str());

    room.keychain.set(Mood::Locked);
    let (service, home) = next_start(&room).await;
    assert!(home.to_do.iter().all(|to_do| matches!(to_do, ToDo::KeyUnverified { .. })), "{home:?}");
    assert_eq!(room.keychain.prompts(), 0);

    let copied = service.keys.secret_of(&test_key.id, &no_progress()).await.map(drop);
    assert_eq!(copied, Err(KeychainTrouble::Locked.into()));
    room.keychain.set(Mood::Well);
    service.keys.secret_of(&test_key.id, &no_progress()).await.unwrap();
    service.reconciler.wakeup().wait().await;
    assert!(service.reconciler.run().await);
    assert_eq!(service.keys.home().await.unwrap().to_do[0], ToDo::KeyLost { key: before.id });
}
