//! Keys that the store lists and the keychain has lost.

use std::sync::Arc;
use std::task::{Context, Waker};

use super::{KEY, NEW, OTHER, about, import, next_start};
use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};
use chrono::TimeDelta;
use keydesk_core::model::{
    Failure, KeyId, KeyStatus, KeychainTrouble, Progress, Step, no_progress,
};
use keydesk_core::service::{Kept, Outcome, ToDo};

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
async fn a_lost_replaced_key_is_not_shown_as_lost() {
    let env = TestEnv::new().await;
    let first = request(&env.service(), OTHER).await.unwrap().key;
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store.execute_batch("UPDATE keys SET status = 'replaced'").unwrap();
    env.keychain.lose(SERVICE, first.id.as_str());
    let (_service, home) = next_start(&env).await;
    assert_eq!(home.keys[0].status, KeyStatus::Replaced);
    assert_eq!(home.to_do, []);
}

/// As on another computer, where a backup of the list was restored.
#[tokio::test]
async fn home_shows_the_newest_of_many_lost_keys_and_counts_the_others() {
    let env = TestEnv::new().await;
    let first = import(&env.service(), KEY).await;
    let added = |hours| first.added_at - TimeDelta::hours(hours);
    let mut newest = vec![ToDo::KeyLost { key: first.id.clone() }];
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store.execute_batch("CREATE TEMP TABLE copied AS SELECT * FROM keys").unwrap();
    let copy = |hours, had_secret| {
        let id = KeyId::random();
        let change = "UPDATE copied SET id = ?1, added_at = ?2, had_secret = ?3";
        store.execute(change, (id.as_str(), added(hours), had_secret)).unwrap();
        store.execute("INSERT INTO keys SELECT * FROM copied", ()).unwrap();
        ToDo::KeyLost { key: id }
    };
    newest.extend((1..40).map(|hours| copy(hours, true)));
    // A key that only a list names.
    copy(0, false);
    env.keychain.lose(SERVICE, first.id.as_str());

    let (_service, home) = next_start(&env).await;
    let lost = |to_do: &&ToDo| matches!(to_do, ToDo::KeyLost { .. });
    newest.truncate(10);
    assert_eq!(home.to_do.iter().filter(lost).cloned().collect::<Vec<_>>(), newest);
    assert_eq!(home.more_due, 30);
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
