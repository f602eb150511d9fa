//! A key that was added by hand and was not saved: what the next start says about it.

use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv};
use keydesk_core::model::{ApiEnvironment, Failure, no_progress};
use keydesk_core::service::{NewExpiry, NewKey, Service, ToDo};

const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

fn of_hanse() -> NewKey {
    NewKey {
        name: "Web shop".to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(vec!["Hanse Textil".to_owned()]),
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: false,
        record: None,
    }
}

/// Adds the key and returns whether it was saved.
async fn add(service: &Service) -> bool {
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    match service.import.confirm(of_hanse(), &no_progress()).await {
        Ok(_) => true,
        Err(Failure::SecretNotSaved { .. }) => false,
        Err(other) => panic!("{other:?}"),
    }
}

/// What Home says of keys that were added and not saved.
async fn told(service: &Service) -> Vec<ToDo> {
    service.reconciler.run().await;
    let home = service.keys.home().await.unwrap();
    home.to_do.into_iter().filter(|to_do| matches!(to_do, ToDo::ImportLost { .. })).collect()
}

/// The start that follows an app that ended while the keychain did not accept the key.
async fn start_after_loss(env: &TestEnv, mood: Mood) -> Service {
    env.keychain.set(mood);
    assert!(!add(&env.service()).await);
    env.service()
}

#[tokio::test]
async fn a_key_that_the_keychain_did_not_take_is_told_of_at_the_next_start() {
    for mood in [Mood::Locked, Mood::Missing, Mood::Refusing] {
        let env = TestEnv::new().await;
        let service = start_after_loss(&env, mood).await;
        let said = told(&service).await;
        let [ToDo::ImportLost { last_four, environment, organization, at, .. }] = &said[..] else {
            panic!("{mood:?}: {said:?}")
        };
        assert_eq!((last_four.as_str(), organization.as_str()), ("e7f0", "Hanse Textil"));
        assert_eq!((*environment, *at), (ApiEnvironment::Production, env.now()));
        // The note has nothing of the key but its last four characters.
        let digits = &KEY[20..28];
        for file in env.store().parent().unwrap().read_dir().unwrap() {
            let file = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!file.windows(digits.len()).any(|part| part == digits.as_bytes()));
        }
    }
}

#[tokio::test]
async fn while_the_app_has_the_key_in_memory_it_offers_to_save_it_instead() {
    let env = TestEnv::new().await;
    env.keychain.set(Mood::Locked);
    let service = env.service();
    assert!(!add(&service).await);
    let home = service.keys.home().await.unwrap();
    assert!(matches!(home.to_do[0], ToDo::SaveAgain { .. }), "{home:?}");
    assert_eq!(told(&service).await, []);

    env.keychain.set(Mood::Well);
    let key = home.keys[0].id.clone();
    service.keys.save_again(&key, &no_progress()).await.unwrap();
    assert_eq!(told(&env.service()).await, []);
}

#[tokio::test]
async fn nothing_is_told_of_a_key_that_was_saved() {
    let env = TestEnv::new().await;
    assert!(add(&env.service()).await);
    assert_eq!(told(&env.service()).await, []);
    // Adding it again, while the keychain is locked, concerns a key of the list.
    let service = env.service();
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    env.keychain.set(Mood::Locked);
    drop(service.import.confirm(of_hanse(), &no_progress()).await);
    env.keychain.set(Mood::Well);
    assert_eq!(told(&env.service()).await, []);
}

#[tokio::test]
async fn copying_the_key_again_ends_what_home_says() {
    let env = TestEnv::new().await;
    let service = start_after_loss(&env, Mood::Locked).await;
    assert_eq!(told(&service).await.len(), 1);
    env.keychain.set(Mood::Well);
    assert!(add(&service).await);
    assert_eq!(told(&service).await, []);
    assert_eq!(told(&env.service()).await, []);
}

#[tokio::test]
async fn the_person_can_dismiss_what_home_says() {
    let env = TestEnv::new().await;
    let service = start_after_loss(&env, Mood::Missing).await;
    let said = told(&service).await;
    let ToDo::ImportLost { key, .. } = &said[0] else { panic!("{said:?}") };
    service.keys.dismiss_import(key).await.unwrap();
    assert_eq!(told(&service).await, []);
    assert_eq!(told(&env.service()).await, []);
}

/// Leaves store and keychain as a crash between them does.
async fn end_after_the_keychain(env: &TestEnv) {
    assert!(add(&env.service()).await);
    let store = rusqlite::Connection::open(env.store()).unwrap();
    store
        .execute_batch(
            "INSERT INTO imports (key, environment, organization, last_four, started_at)
             SELECT id, environment, 'Hanse Textil', last_four, added_at FROM keys;
             DELETE FROM keys",
        )
        .unwrap();
}

#[tokio::test]
async fn a_key_that_reached_the_keychain_before_a_crash_is_unlisted_and_not_lost() {
    let env = TestEnv::new().await;
    end_after_the_keychain(&env).await;
    let service = env.service();
    assert_eq!(told(&service).await, []);
    let home = service.keys.home().await.unwrap();
    let [ToDo::KeyUnlisted { key, .. }] = &home.to_do[..] else { panic!("{home:?}") };
    assert!(env.keychain.holds(SERVICE, key.as_str()));
    service.keys.remove_unlisted(key, &no_progress()).await.unwrap();
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
    assert_eq!(env.service().keys.home().await.unwrap().to_do, []);
}

#[tokio::test]
async fn the_note_is_written_before_the_keychain_is_asked() {
    let env = TestEnv::new().await;
    env.keychain.set(Mood::Silent);
    let service = env.service();
    let progress = no_progress();
    let killed = async {
        service.import.check(Some(KEY.to_owned().into())).await.unwrap();
        service.import.confirm(of_hanse(), &progress).await
    };
    let looks = async {
        env.keychain.is_waited_for().await;
        // Another start sees what a kill at this moment would leave.
        let store = rusqlite::Connection::open(env.store()).unwrap();
        let notes: i64 =
            store.query_row("SELECT count(*) FROM imports", [], |row| row.get(0)).unwrap();
        env.keychain.set(Mood::Well);
        notes
    };
    let (saved, notes) = tokio::join!(killed, looks);
    assert_eq!(notes, 1);
    saved.unwrap();
    assert_eq!(told(&env.service()).await, []);
}
