//! Backups over the use cases: what a person finds after the list was damaged.

use std::fs;

use chrono::TimeDelta;

use crate::support::test_env::{SERVICE, TestEnv, request};
use keydesk_core::model::{ApiEnvironment, BackupKind, Failure, HistoryEvent, no_progress};
use keydesk_core::service::{Kept, ModeData, NewExpiry, NewKey, Service, ToDo};
use keydesk_core::store::Store;

const NEW: &str = "498213437654";
const KEY: &str = "c3f58b0e9a7d41c2b6e88d90f1a2b3c4d5e6e7f0";
const DAMAGED: &[u8] = b"half of a file that once was";

/// Adds a key by hand. The test key of the phone book can be requested again; this one only the keychain has.
async fn add(service: &Service, name: &str) {
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    let about = NewKey {
        holder: None,
        expiry: NewExpiry::NotAsked,
        name: name.to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(vec!["Hanse Textil".to_owned()]),
        run: None,
        second_look: false,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap();
}

/// A list with a test key that has a backup, and an added key that came later. Then the file is damaged.
async fn damaged() -> TestEnv {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, NEW).await.unwrap();
    service.backups.keep().await;
    add(&service, "Web shop").await;
    drop(service);
    let _ = fs::remove_file(env.store().with_extension("sqlite-wal"));
    fs::write(env.store(), DAMAGED).unwrap();
    env
}

#[tokio::test]
async fn a_damaged_list_is_restored_and_a_later_key_is_added_back_from_the_keychain() {
    let env = damaged().await;
    let service = env.service();
    assert_eq!(service.keys.home().await, Err(Failure::StoreUnreadable));
    let preview = service.backups.preview(None).await.unwrap().unwrap();
    assert_eq!((preview.backup.kind, preview.backup.keys), (BackupKind::Daily, 1));
    assert_eq!(preview.missing, None, "the present list can't be read");

    let restored = service.backups.restore(Some(preview.backup.id)).await.unwrap();
    assert_eq!(fs::read(restored.set_aside.unwrap()).unwrap(), DAMAGED);
    assert!(service.reconciler.run().await, "the pages are told");
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.keys.len(), 1);
    let unlisted = home.to_do.iter().find_map(|to_do| match to_do {
        ToDo::KeyUnlisted { key, last_four } if last_four == "e7f0" => Some(key),
        _ => None,
    });
    service.import.check_unlisted(unlisted.unwrap(), &no_progress()).await.unwrap();
    let about = NewKey {
        holder: None,
        expiry: NewExpiry::NotAsked,
        name: "Web shop".to_owned(),
        environment: ApiEnvironment::Production,
        organizations: None,
        run: None,
        second_look: false,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap();
    let keys = env.service().keys.list().await.unwrap();
    assert_eq!(keys.iter().map(|key| key.kept).collect::<Vec<_>>(), [Kept::Keychain; 2]);
}

#[tokio::test]
async fn every_key_of_the_keychain_can_be_added_to_an_empty_list() {
    let env = damaged().await;
    let service = env.service();
    service.backups.restore(None).await.unwrap();
    service.reconciler.run().await;
    let home = service.keys.home().await.unwrap();
    let is_unlisted = |to_do: &&ToDo| matches!(to_do, ToDo::KeyUnlisted { .. });
    assert_eq!((home.keys.len(), home.to_do.iter().filter(is_unlisted).count()), (0, 2));
}

#[tokio::test]
async fn damage_that_only_the_check_finds_is_shown_on_the_pages() {
    let env = TestEnv::new().await;
    let service = env.service();
    for number in 0..40 {
        service
            .guides
            .start(keydesk_core::model::GuideName::Europe, &"x".repeat(400 + number))
            .await
            .unwrap();
    }
    drop(service);
    let mut bytes = fs::read(env.store()).unwrap();
    let last_page = bytes.len() - 4096;
    bytes[last_page] ^= 0x40;
    fs::write(env.store(), &bytes).unwrap();

    let service = env.service();
    service.keys.list().await.unwrap();
    service.reconciler.run().await;
    service.backups.keep().await;
    assert!(service.reconciler.run().await, "the pages are told");
    assert_eq!(service.keys.list().await, Err(Failure::StoreUnreadable));
    assert_eq!(fs::read(env.store()).unwrap(), bytes, "nothing is written to it");
    service.backups.keep().await;
    assert!(!service.reconciler.run().await, "the pages are told once");
}

#[tokio::test]
async fn a_restore_is_in_the_history_and_can_be_taken_back() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, NEW).await.unwrap();
    service.backups.keep().await;
    add(&service, "Web shop").await;
    let daily = service.backups.list().await.unwrap().backups.remove(0);
    env.clock.pass(TimeDelta::minutes(1).to_std().unwrap());
    let restored = service.backups.restore(Some(daily.id)).await.unwrap();
    assert_eq!(restored.set_aside, None);
    assert_eq!(service.keys.list().await.unwrap().len(), 1);

    let before = service.backups.list().await.unwrap().backups.remove(0);
    assert_eq!((before.kind, before.keys), (BackupKind::Restore, 2));
    service.backups.restore(Some(before.id)).await.unwrap();
    assert_eq!(service.keys.list().await.unwrap().len(), 2);
    drop(service);
    let store = Store::open(&env.store()).unwrap();
    let history = store.history(None).await.unwrap();
    let restored = history.iter().filter(|line| line.event == HistoryEvent::Restored);
    assert_eq!(restored.count(), 2);
}

#[tokio::test]
async fn a_new_backup_follows_on_the_next_day_only() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, NEW).await.unwrap();
    for (hours, expected) in [(0, 1), (0, 1), (24, 2), (0, 2)] {
        env.clock.set(env.now() + TimeDelta::hours(hours));
        service.backups.keep().await;
        assert_eq!(service.backups.list().await.unwrap().backups.len(), expected);
    }
}

#[tokio::test]
async fn practice_and_the_real_account_have_separate_backups_and_clearing_takes_only_its_own() {
    let (practice, live) = (TestEnv::new().await, TestEnv::new().await);
    for env in [&practice, &live] {
        let service = env.service();
        request(&service, NEW).await.unwrap();
        service.backups.keep().await;
    }
    let mode_data =
        ModeData { store: practice.store(), keychain: practice.keychain.keychain(SERVICE) };
    mode_data.clear(&[], &no_progress()).await.unwrap();
    assert_eq!(practice.service().backups.list().await.unwrap().backups, []);
    assert_eq!(practice.service().keys.list().await, Ok(vec![]));
    assert!(!live.service().backups.list().await.unwrap().backups.is_empty());
}

#[tokio::test]
async fn after_the_end_of_a_service_no_backup_is_made() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, NEW).await.unwrap();
    service.backups.shut_down().await;
    service.backups.keep().await;
    assert_eq!(service.backups.list().await.unwrap().backups, []);
}
