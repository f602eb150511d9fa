//! Restoring a backup.

use super::*;
use crate::store::CalendarEntry;

const DAMAGED: &[u8] = b"half of a file that once was";

/// A store with three keys and a backup of them, and a fourth key that came later.
async fn with_a_later_key() -> Env {
    let env = Env::with_keys(3).await;
    let store = env.open();
    store.back_up_daily(day(0)).await.unwrap();
    store.record(key(3), None, DateTime::UNIX_EPOCH).await.unwrap();
    env
}

fn newest(env: &Env) -> BackupId {
    preview(&env.path(), None).unwrap().unwrap().backup.id
}

/// What a store that is damaged is replaced by.
fn restored(env: &Env, from: Option<&BackupId>) -> (Store, PathBuf) {
    let aside = restore_unread(&env.path(), from, day(1)).unwrap().unwrap();
    (env.open(), aside)
}

#[tokio::test]
async fn a_list_is_restored_and_the_one_before_is_a_backup() {
    let env = with_a_later_key().await;
    let store = env.open();
    let at = day(1);
    let line = HistoryEntry::of(&key(3), Actor::Person, HistoryEvent::Added, at);
    store.add_history(line.clone()).await.unwrap();
    assert_eq!(store.restore(Some(newest(&env)), at).await, Ok(None));
    assert_eq!(names(store.keys().await.unwrap()), ["0000", "0001", "0002"]);
    assert_eq!(store.keys().await.unwrap()[0].organizations, ["Firma 2"]);
    let history = store.history(None).await.unwrap();
    // The other lines say that the keys were added.
    assert_eq!((history.len(), &history[1]), (6, &line), "a restored history has lost nothing");
    assert_eq!((&history[0].event, history[0].at), (&HistoryEvent::Restored, at));

    let before = env.backups().remove(0);
    assert_eq!(before.kind, BackupKind::Restore);
    store.restore(Some(before.id), at + TimeDelta::seconds(1)).await.unwrap();
    assert_eq!(names(store.keys().await.unwrap()), ["0000", "0001", "0002", "0003"]);
    let history = store.history(None).await.unwrap();
    assert_eq!(history.len(), 7, "one more line says that it was restored");
    assert_eq!(history.iter().filter(|it| **it == line).count(), 1);
    drop(store);
    assert_eq!(env.open().keys().await.unwrap().len(), 4);
    assert_eq!(env.beside("damaged"), [] as [PathBuf; 0]);
}

/// The events in the last calendar file: key, SEQUENCE, text.
async fn events(store: &Store) -> Vec<(String, u32, String)> {
    let entries = store.update_calendar(|entries| entries).await.unwrap();
    let event = |it: CalendarEntry| (it.key.as_str().to_owned(), it.sequence, it.content);
    entries.into_iter().map(event).collect()
}

#[tokio::test]
async fn a_restore_does_not_set_back_what_calendars_were_told() {
    let env = with_a_later_key().await;
    let store = env.open();
    let entry = |key: &str, sequence: u32| CalendarEntry {
        key: KeyId::from_stored(key.to_owned()),
        day: day(9).date_naive(),
        content: format!("text {sequence}"),
        sequence,
        changed_at: day(0),
        is_cancelled: false,
    };
    let told = |key: &str, sequence: u32| (key.to_owned(), sequence, format!("text {sequence}"));
    let first = vec![entry("changed", 1), entry("same", 4)];
    store.update_calendar(move |_| first).await.unwrap();
    store.back_up_daily(day(1)).await.unwrap();
    let later = vec![entry("changed", 3), entry("new", 0), entry("same", 4)];
    store.update_calendar(move |_| later).await.unwrap();
    let kept = [told("changed", 3), told("new", 0), told("same", 4)];
    for from in [Some(newest(&env)), None] {
        store.restore(from, day(2)).await.unwrap();
        // The next file cancels those whose keys are not in the list.
        assert_eq!(events(&store).await, kept);
    }
}

#[tokio::test]
async fn the_restored_list_can_be_written_and_read_at_the_next_start() {
    let env = with_a_later_key().await;
    let store = env.open();
    store.restore(Some(newest(&env)), day(1)).await.unwrap();
    store.record(key(9), None, DateTime::UNIX_EPOCH).await.unwrap();
    drop(store);
    let store = env.open();
    assert_eq!(names(store.keys().await.unwrap()), ["0000", "0001", "0002", "0009"]);
    assert_eq!(store.check_structure().await, Ok(()));
}

#[tokio::test]
async fn a_damaged_file_is_kept_under_another_name() {
    let env = with_a_later_key().await;
    env.write(DAMAGED);
    assert_eq!(env.open_failure(), Failure::StoreUnreadable);
    let (store, aside) = restored(&env, Some(&newest(&env)));
    assert_eq!(std::fs::read(&aside).unwrap(), DAMAGED);
    assert!(aside.to_string_lossy().contains(".damaged-2024-10-05T"), "{}", aside.display());
    assert_eq!(names(store.keys().await.unwrap()), ["0000", "0001", "0002"]);
    assert_eq!(env.beside("restoring"), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn damage_that_is_found_late_stops_every_call_until_a_backup_is_restored() {
    let env = Env::with_keys(60).await;
    let store = env.open();
    store.back_up_daily(day(0)).await.unwrap();
    drop(store);
    let mut damaged = env.bytes();
    let last = damaged.len() - 4096;
    damaged[last] ^= 0x40;
    env.write(&damaged);
    let store = env.open();
    assert_eq!(store.check_structure().await, Err(Failure::StoreUnreadable));
    assert_eq!(
        store.record(key(61), None, DateTime::UNIX_EPOCH).await,
        Err(Failure::StoreUnreadable)
    );
    let aside = store.restore(Some(newest(&env)), day(1)).await.unwrap().unwrap();
    assert_eq!(std::fs::read(aside).unwrap(), damaged);
    assert_eq!(store.keys().await.unwrap().len(), 60);
    store.record(key(61), None, DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(store.check_structure().await, Ok(()));
}

#[tokio::test]
async fn without_a_backup_an_empty_list_can_take_the_place_of_a_damaged_one() {
    let env = Env::new();
    env.write(DAMAGED);
    assert_eq!(preview(&env.path(), None), Ok(None));
    let (store, aside) = restored(&env, None);
    assert_eq!(std::fs::read(aside).unwrap(), DAMAGED);
    assert_eq!(store.keys().await, Ok(vec![]));
    assert_eq!(store.history(None).await, Ok(vec![]));
}

#[tokio::test]
async fn a_damaged_backup_is_passed_over_and_can_not_be_restored() {
    let env = with_a_later_key().await;
    let store = env.open();
    store.back_up_daily(day(2)).await.unwrap();
    let damaged = env.backups().remove(0);
    std::fs::write(&damaged.path, DAMAGED).unwrap();
    assert_ne!(newest(&env), damaged.id);
    let failed = store.restore(Some(damaged.id), day(2)).await;
    assert_eq!(failed, Err(Failure::StoreUnreadable));
    assert_eq!(store.keys().await.unwrap().len(), 4, "nothing has changed");
}

#[tokio::test]
async fn a_crash_before_the_damaged_file_is_away_changes_nothing() {
    let env = with_a_later_key().await;
    env.write(DAMAGED);
    let waiting = file::with_suffix(&env.path(), ".restoring");
    std::fs::copy(&env.backups()[0].path, &waiting).unwrap();
    assert_eq!(env.open_failure(), Failure::StoreUnreadable);
    assert_eq!(env.bytes(), DAMAGED);
    assert!(!waiting.exists());
}

#[tokio::test]
async fn a_crash_after_the_damaged_file_is_away_is_finished_by_the_next_start() {
    let env = with_a_later_key().await;
    let log = file::with_suffix(&env.path(), "-wal");
    // With a whole log of another store, SQLite would mix the two.
    let other = Env::with_keys(2).await;
    let store = other.open();
    store.record(key(77), None, DateTime::UNIX_EPOCH).await.unwrap();
    std::fs::copy(file::with_suffix(&other.path(), "-wal"), &log).unwrap();
    let aside = file::with_suffix(&env.path(), ".damaged-1");
    std::fs::rename(env.path(), &aside).unwrap();
    std::fs::copy(&env.backups()[0].path, file::with_suffix(&env.path(), ".restoring")).unwrap();
    let store = env.open();
    assert_eq!(names(store.keys().await.unwrap()), ["0000", "0001", "0002"]);
    assert_eq!(env.beside("restoring"), [] as [PathBuf; 0]);
    assert_eq!(env.beside(".damaged-").len(), 2, "the file and the log");
    assert_eq!(store.check_structure().await, Ok(()));
}

#[tokio::test]
async fn a_deleted_store_takes_its_backups_and_damaged_files_along() {
    let env = with_a_later_key().await;
    env.write(DAMAGED);
    drop(restored(&env, Some(&newest(&env))));
    crate::store::remove(&env.path()).unwrap();
    assert_eq!(env.0.path().read_dir().unwrap().count(), 0);
    assert_eq!(env.open().keys().await, Ok(vec![]));
}
