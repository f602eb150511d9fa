//! Which backups are made, and which are kept.

use super::*;

fn daily(env: &Env) -> Vec<i64> {
    let daily = env.backups().into_iter().filter(|file| file.kind == BackupKind::Daily);
    daily.map(|file| (file.at - day(0)).num_days()).collect()
}

#[tokio::test]
async fn one_backup_a_day_is_made_and_seven_are_kept() {
    let env = Env::with_keys(1).await;
    let store = env.open();
    for number in 0..9 {
        assert_eq!(store.back_up_daily(day(number)).await, Ok(true));
        let later = day(number) + TimeDelta::hours(23);
        assert_eq!(store.back_up_daily(later).await, Ok(false), "the same day");
    }
    assert_eq!(daily(&env), [8, 7, 6, 5, 4, 3, 2]);
}

#[tokio::test]
async fn an_empty_list_gets_no_backup() {
    let env = Env::new();
    assert_eq!(env.open().back_up_daily(day(0)).await, Ok(false));
    assert_eq!(env.backups(), []);
}

/// Else the new backups would go, once the clock is right again.
#[tokio::test]
async fn backups_of_a_clock_that_was_ahead_go_first() {
    let env = Env::with_keys(1).await;
    let store = env.open();
    for number in 1000..1007 {
        store.back_up_daily(day(number)).await.unwrap();
    }
    for number in 0..7 {
        store.back_up_daily(day(number)).await.unwrap();
        assert_eq!(daily(&env).len(), 7);
    }
    assert_eq!(daily(&env), [6, 5, 4, 3, 2, 1, 0]);
}

#[tokio::test]
async fn a_backup_is_made_while_the_store_is_used_and_has_what_was_committed() {
    let env = Env::with_keys(3).await;
    let store = env.open();
    let last = key(3);
    // It is in the write-ahead log only.
    store.record(last.clone(), None, DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(store.back_up_daily(day(1)).await, Ok(true));
    let copy = env.backups().remove(0).path;
    assert!(!file::with_suffix(&copy, "-wal").exists());
    assert_eq!(list(&env.path())[0].keys, 4);
    assert_eq!(store.keys().await.unwrap()[0].id, last.id);
}

#[cfg(unix)]
#[tokio::test]
async fn only_their_owner_can_open_the_backups() {
    use std::os::unix::fs::PermissionsExt;
    let env = Env::with_keys(1).await;
    env.open().back_up_daily(day(0)).await.unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder_of(&env.path())), 0o700);
    assert_eq!(mode(&env.backups()[0].path), 0o600);
}

#[tokio::test]
async fn what_a_crash_left_unfinished_is_deleted_with_the_next_backup() {
    let env = Env::with_keys(1).await;
    let folder = folder_of(&env.path());
    file::private_folder(&folder).unwrap();
    std::fs::write(folder.join("making-abc.sqlite"), "half").unwrap();
    env.open().back_up_daily(day(0)).await.unwrap();
    assert_eq!(folder.read_dir().unwrap().count(), 1);
}

#[tokio::test]
async fn a_preview_tells_what_the_backup_has_and_what_it_does_not() {
    let env = Env::with_keys(7).await;
    let store = env.open();
    store.back_up_daily(day(1)).await.unwrap();
    store.record(key(7), None, DateTime::UNIX_EPOCH).await.unwrap();
    store.start_guide(GuideName::Europe, "Firma", day(1)).await.unwrap();
    let shown = preview(&env.path(), None).unwrap().unwrap();
    assert_eq!((shown.backup.keys, shown.backup.guides), (7, 0));
    let some: Vec<_> = shown.some.iter().map(|key| key.last_four.as_str()).collect();
    assert_eq!(some, ["0006", "0005", "0004", "0003", "0002"]);
    assert_eq!(shown.some[0].organization, "Firma 6");
    let missing = shown.missing.unwrap();
    assert_eq!((missing.keys, missing.guides), (1, 1));
    assert_eq!(missing.some[0].last_four, "0007");
    let gone = BackupId::of_file("../register.sqlite".to_owned());
    assert_eq!(preview(&env.path(), Some(&gone)), Err(Failure::NotFound));
}
