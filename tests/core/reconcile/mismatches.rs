//! Differences between keychain and store: a run after the start finds them, Home shows them, and the
//! person decides.

use std::sync::Arc;
use std::task::{Context, Waker};

use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};
use keydesk_core::model::{ApiEnvironment, KeyId, KeyStatus, Progress, Step, no_progress};
use keydesk_core::model::{Failure, KeychainTrouble};
use keydesk_core::service::{ClipboardCheck, Home, Kept, KeyCard, NewKey, Outcome, Service, ToDo};

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

/// Adds a production key.
async fn import(service: &Service, key: &str) -> KeyCard {
    service.import.check(Some(key.to_owned().into())).await.unwrap();
    service.import.confirm(about("Web shop"), &no_progress()).await.unwrap().card
}

/// The Home page of the next start, after its first run.
async fn next_start(env: &TestEnv) -> (Service, Home) {
    let service = env.service();
    service.reconciler.wakeup().wait().await;
    service.reconciler.run().await;
    let home = service.keys.home().await.unwrap();
    (service, home)
}

/// Leaves the store as a crash between saving and recording a key does.
fn undo_the_record(env: &TestEnv) {
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store.execute_batch("DELETE FROM key_organizations; DELETE FROM keys").unwrap();
}

fn unlisted(key: &KeyId) -> ToDo {
    ToDo::KeyUnlisted { key: key.clone(), last_four: "e7f0".to_owned() }
}

#[tokio::test]
async fn if_keychain_and_store_agree_home_shows_no_difference() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, KEY).await;
    request(&service, NEW).await.unwrap();
    let (_service, home) = next_start(&env).await;
    assert!(home.to_do.iter().all(|to_do| matches!(to_do, ToDo::KeyUnverified { .. })), "{home:?}");
}

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
async fn a_crash_before_an_imported_key_is_saved_leaves_nothing_of_it() {
    let env = TestEnv::new().await;
    crash_at(&env, Step::SavingInKeychain).await;
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
    let expected = ClipboardCheck::Key { last_four: "e7f0".to_owned(), length: 40, known: None };
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

#[tokio::test]
async fn requesting_a_lost_test_key_again_repairs_it() {
    let env = TestEnv::new().await;
    let before = request(&env.service(), NEW).await.unwrap().key;
    env.keychain.lose(SERVICE, before.id.as_str());

    let (service, home) = next_start(&env).await;
    assert_eq!(home.to_do, [ToDo::KeyLost { key: before.id.clone() }]);
    assert_eq!(home.keys[0].kept, Kept::Nowhere);
    let again = request(&service, NEW).await.unwrap();
    assert_eq!((&again.key.id, again.outcome), (&before.id, Outcome::Same));
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: before.id.clone() }]);
    assert_eq!(home.keys[0].kept, Kept::Keychain);
    assert!(service.tokens.get(&before.id, &no_progress()).await.is_ok());
}

#[tokio::test]
async fn importing_a_lost_key_again_repairs_it() {
    let env = TestEnv::new().await;
    let before = import(&env.service(), KEY).await;
    env.keychain.lose(SERVICE, before.id.as_str());

    let (service, home) = next_start(&env).await;
    assert_eq!(home.to_do, [ToDo::KeyLost { key: before.id.clone() }]);
    let repaired = import(&service, KEY).await;
    assert_eq!((&repaired.id, repaired.kept), (&before.id, Kept::Keychain));
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyUnverified { key: before.id }]);
}

#[tokio::test]
async fn a_lost_key_can_be_removed_from_the_list_unless_it_is_back() {
    let env = TestEnv::new().await;
    let gone = import(&env.service(), KEY).await.id;
    let back = request(&env.service(), NEW).await.unwrap().key.id;
    env.keychain.lose(SERVICE, gone.as_str());
    let (service, _home) = next_start(&env).await;

    service.keys.remove_lost(&gone, &no_progress()).await.unwrap();
    service.keys.remove_lost(&back, &no_progress()).await.unwrap();
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.keys.iter().map(|key| &key.id).collect::<Vec<_>>(), [&back]);
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: back }]);
}

/// Without a lock, the removal could read the keychain before the import saves the key and delete the
/// row after that.
#[tokio::test]
async fn a_lost_key_that_is_imported_during_its_removal_stays_in_the_list() {
    let env = TestEnv::new().await;
    let lost = import(&env.service(), KEY).await.id;
    env.keychain.lose(SERVICE, lost.as_str());
    let service = Arc::new(env.service());
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();

    let removing = Box::pin({
        let (service, lost) = (Arc::clone(&service), lost.clone());
        async move { service.keys.remove_lost(&lost, &no_progress()).await }
    });
    let removing = Arc::new(tokio::sync::Mutex::new(removing));
    let removal_of_import = Arc::clone(&removing);
    let saving: Progress = Arc::new(move |step| {
        if step == Step::SavingInKeychain {
            let mut removal = removal_of_import.try_lock().unwrap();
            let _ = removal.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        }
    });
    service.import.confirm(about("Web shop"), &saving).await.unwrap();
    removing.lock().await.as_mut().await.unwrap();
    assert_eq!(service.keys.list().await.unwrap()[0].id, lost);
}

#[tokio::test]
async fn a_lost_retired_key_is_not_shown_as_lost() {
    let env = TestEnv::new().await;
    let first = request(&env.service(), OTHER).await.unwrap().key;
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store.execute_batch("UPDATE keys SET status = 'retired'").unwrap();
    env.keychain.lose(SERVICE, first.id.as_str());
    let (_service, home) = next_start(&env).await;
    assert_eq!(home.keys[0].status, KeyStatus::Retired);
    assert_eq!(home.to_do, []);
}

#[tokio::test]
async fn a_key_that_is_lost_while_the_app_runs_is_noticed_when_it_is_read() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = import(&service, KEY).await.id;
    service.reconciler.run().await;
    env.keychain.lose(SERVICE, key.as_str());
    let opened = service.keys.secret_of(&key, &no_progress()).await;
    assert_eq!(opened.map(drop), Err(Failure::NotFound));
    assert!(service.reconciler.run().await, "the pages are told");
    assert_eq!(service.keys.home().await.unwrap().to_do, [ToDo::KeyLost { key }]);
}

#[tokio::test]
async fn a_locked_keychain_is_compared_once_it_is_unlocked() {
    let env = TestEnv::new().await;
    let before = import(&env.service(), KEY).await;
    let test_key = request(&env.service(), NEW).await.unwrap().key;
    env.keychain.lose(SERVICE, before.id.as_str());

    env.keychain.set(Mood::Locked);
    let (service, home) = next_start(&env).await;
    assert!(home.to_do.iter().all(|to_do| matches!(to_do, ToDo::KeyUnverified { .. })), "{home:?}");
    assert_eq!(env.keychain.prompts(), 0);

    let copied = service.keys.secret_of(&test_key.id, &no_progress()).await.map(drop);
    assert_eq!(copied, Err(KeychainTrouble::Locked.into()));
    env.keychain.set(Mood::Well);
    service.keys.secret_of(&test_key.id, &no_progress()).await.unwrap();
    service.reconciler.wakeup().wait().await;
    assert!(service.reconciler.run().await);
    assert_eq!(service.keys.home().await.unwrap().to_do[0], ToDo::KeyLost { key: before.id });
}
