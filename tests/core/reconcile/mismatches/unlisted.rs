//! Keys that the keychain has and the store does not list.

use std::sync::Arc;

use super::{KEY, LOST_ANSWER, NEW, about, import, next_start, undo_the_record, unlisted};
use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};
use keydesk_core::model::{Failure, KeyId, Progress, Step, no_progress};
use keydesk_core::service::{ClipboardCheck, Kept, ToDo};

/// Adds a key and crashes at this step.
async fn crash_at(env: &TestEnv, step: Step) {
    let service = env.service();
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    let crashes: Progress = Arc::new(move |reached| assert!(reached != step, "a simulated crash"));
    let importing =
        tokio::spawn(async move { service.import.confirm(about("Web shop"), &crashes).await });
    assert!(importing.await.unwrap_err().is_panic());
}

#[tokio::test]
async fn a_crash_before_an_imported_key_is_saved_is_told_of_until_the_person_dismisses_it() {
    let env = TestEnv::new().await;
    crash_at(&env, Step::SavingInKeychain).await;
    let (service, home) = next_start(&env).await;
    let [ToDo::ImportLost { key, last_four, .. }] = &home.to_do[..] else { panic!("{home:?}") };
    assert_eq!((last_four.as_str(), home.keys), ("e7f0", vec![]));
    service.keys.dismiss_import(key).await.unwrap();
    let (_service, home) = next_start(&env).await;
    assert_eq!((home.to_do, home.keys), (vec![], vec![]));
}

#[tokio::test]
async fn a_crash_before_an_imported_key_is_recorded_leaves_an_unlisted_key() {
    for step in [Step::ReadingBack, Step::Recording] {
        let env = TestEnv::new().await;
        crash_at(&env, step).await;
        let (_service, home) = next_start(&env).await;
        let [ToDo::KeyUnlisted { key, .. }] = &home.to_do[..] else { panic!("{step:?}: {home:?}") };
        assert!(env.keychain.holds(SERVICE, key.as_str()));
    }
}

#[tokio::test]
async fn an_unlisted_key_is_added_under_the_id_of_its_entry() {
    let env = TestEnv::new().await;
    let before = import(&env.service(), KEY).await;
    undo_the_record(&env);

    let (service, home) = next_start(&env).await;
    assert_eq!((home.to_do, home.keys), (vec![unlisted(&before.id)], vec![]));
    let found = service.import.check_unlisted(&before.id, &no_progress()).await.unwrap();
    let expected = ClipboardCheck::Key {
        last_four: "e7f0".to_owned(),
        length: 40,
        known: None,
        question: None,
    };
    assert_eq!(found, expected);
    let added = service.import.confirm(about("Web shop"), &no_progress()).await.unwrap().card;
    // Under another id the keychain would have it twice.
    assert_eq!((&added.id, added.kept), (&before.id, Kept::Keychain));
    assert_eq!(
        service.keys.home().await.unwrap().to_do,
        [ToDo::KeyUnverified { key: added.id.clone() }]
    );

    let (service, home) = next_start(&env).await;
    assert_eq!(home.keys, [added]);
    assert!(service.keys.secret_of(&before.id, &no_progress()).await.unwrap().expose() == KEY);
}

#[tokio::test]
async fn only_an_unlisted_key_can_be_removed_from_the_keychain() {
    let env = TestEnv::new().await;
    let unlisted_id = import(&env.service(), KEY).await.id;
    undo_the_record(&env);
    let listed = request(&env.service(), NEW).await.unwrap().key.id;

    let (service, home) = next_start(&env).await;
    assert_eq!(home.to_do[0], unlisted(&unlisted_id));
    let refused = service.keys.remove_unlisted(&listed, &no_progress()).await;
    assert_eq!(refused, Err(Failure::NotFound));
    service.keys.remove_unlisted(&unlisted_id, &no_progress()).await.unwrap();
    assert!(env.keychain.holds(SERVICE, listed.as_str()));
    assert!(!env.keychain.holds(SERVICE, unlisted_id.as_str()));
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyUnverified { key: listed }]);
}

#[tokio::test]
async fn an_unlisted_key_that_another_program_has_deleted_is_no_longer_shown() {
    let env = TestEnv::new().await;
    let before = import(&env.service(), KEY).await;
    undo_the_record(&env);
    let (service, home) = next_start(&env).await;
    assert_eq!(home.to_do, [unlisted(&before.id)]);

    env.keychain.lose(SERVICE, before.id.as_str());
    let found = service.import.check_unlisted(&before.id, &no_progress()).await;
    assert_eq!(found, Err(Failure::NotFound));
    assert!(service.reconciler.run().await, "the pages are told");
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn a_comparison_during_which_a_key_arrives_is_repeated() {
    let env = TestEnv::new().await;
    let service = Arc::new(env.service());
    let lost = import(&service, KEY).await.id;
    env.keychain.lose(SERVICE, lost.as_str());
    env.keychain.set(Mood::Silent);
    let running = tokio::spawn({
        let service = Arc::clone(&service);
        async move { service.reconciler.run().await }
    });
    env.keychain.is_waited_for().await;
    let requesting = tokio::spawn({
        let service = Arc::clone(&service);
        async move { request(&service, NEW).await }
    });
    // The request waits for the keychain too, after its key has arrived.
    while service.keys.list().await.unwrap().len() < 2 {
        tokio::task::yield_now().await;
    }
    env.keychain.set(Mood::Well);
    requesting.await.unwrap().unwrap();
    running.await.unwrap();
    let shown = service.keys.home().await.unwrap().to_do;
    assert!(!shown.contains(&ToDo::KeyLost { key: lost.clone() }), "{shown:?}");

    service.reconciler.wakeup().wait().await;
    assert!(service.reconciler.run().await);
    assert_eq!(service.keys.home().await.unwrap().to_do[0], ToDo::KeyLost { key: lost });
}

#[tokio::test]
async fn importing_a_second_copy_of_a_listed_key_deletes_the_copy() {
    let env = TestEnv::new().await;
    let listed = import(&env.service(), KEY).await;
    let copy = KeyId::random();
    env.keychain.plant(SERVICE, copy.as_str(), KEY.as_bytes());

    let (service, home) = next_start(&env).await;
    assert_eq!(home.to_do[0], unlisted(&copy));
    let ClipboardCheck::Key { known: Some(known), .. } =
        service.import.check_unlisted(&copy, &no_progress()).await.unwrap()
    else {
        panic!("the key is not known");
    };
    assert_eq!(known.id, listed.id);
    service.import.confirm(about("Web shop"), &no_progress()).await.unwrap();
    assert!(env.keychain.holds(SERVICE, listed.id.as_str()));
    assert!(!env.keychain.holds(SERVICE, copy.as_str()));
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyUnverified { key: listed.id }]);
}

#[tokio::test]
async fn an_entry_that_is_not_a_key_is_ignored() {
    let env = TestEnv::new().await;
    env.keychain.plant(SERVICE, "a note", b"not a key");
    let (_service, home) = next_start(&env).await;
    assert_eq!(home.to_do, []);
}

#[tokio::test]
async fn the_key_of_an_unfinished_request_is_not_shown_as_unlisted_until_the_request_is_dismissed()
{
    let env = TestEnv::new().await;
    request(&env.service(), LOST_ANSWER).await.unwrap_err();
    let store = rusqlite::Connection::open(env.store()).unwrap();
    let name: String = store.query_row("SELECT key FROM attempts", [], |row| row.get(0)).unwrap();
    // The answer was not recorded, as on a full disk.
    env.keychain.plant(SERVICE, &name, KEY.as_bytes());

    let (service, home) = next_start(&env).await;
    let [ToDo::Unfinished { attempt, .. }] = home.to_do[..] else { panic!("{home:?}") };
    service.test_keys.dismiss_to_do(attempt).await.unwrap();
    let (_service, home) = next_start(&env).await;
    assert_eq!(home.to_do, [unlisted(&KeyId::from_stored(name))]);
}
