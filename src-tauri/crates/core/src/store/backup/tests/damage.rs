//! A damaged file is found, and nothing is written to it.

use super::*;

/// The size of a page of SQLite, in bytes.
const PAGE: usize = 4096;

#[tokio::test]
async fn a_truncated_file_is_found_when_it_is_opened() {
    let env = Env::with_keys(60).await;
    let whole = env.bytes();
    let pages = whole.len() / PAGE;
    assert!(pages > 8, "{pages}");
    for length in (1..pages).map(|pages| pages * PAGE).chain([1, 100, 1000, whole.len() - PAGE - 1])
    {
        env.write(&whole[..length]);
        assert_eq!(env.open_failure(), Failure::StoreUnreadable, "{length}");
        assert_eq!(env.bytes(), &whole[..length]);
    }
}

#[tokio::test]
async fn a_page_with_a_flipped_bit_is_found_before_an_older_backup_goes() {
    let env = Env::with_keys(60).await;
    env.open().back_up_daily(day(0)).await.unwrap();
    let good = env.backups();
    let whole = env.bytes();
    let mut found_late = 0;
    for page in 0..whole.len() / PAGE {
        let mut damaged = whole.clone();
        // The type of the page, after the header of the file.
        let kind = if page == 0 { 100 } else { page * PAGE };
        damaged[kind] ^= 0x40;
        env.write(&damaged);
        match Store::open(&env.path()) {
            Err(failure) => assert_eq!(failure, Failure::StoreUnreadable, "page {page}"),
            Ok(store) => {
                found_late += 1;
                assert_eq!(store.back_up_daily(day(1)).await, Err(Failure::StoreUnreadable));
                assert_eq!(store.keys().await, Err(Failure::StoreUnreadable), "page {page}");
            }
        }
        assert_eq!(env.backups(), good, "page {page}");
        assert_eq!(preview(&env.path(), None).unwrap().unwrap().backup.keys, 60, "page {page}");
    }
    assert!(found_late > 0);
}

/// A text has no checksum, so not every flipped bit can be found. None ends the program.
#[tokio::test]
async fn wherever_a_bit_is_flipped_the_answer_is_a_list_or_a_failure() {
    let env = Env::with_keys(20).await;
    let whole = env.bytes();
    for position in (0..whole.len()).step_by(397) {
        let mut damaged = whole.clone();
        damaged[position] ^= 1 << (position % 8);
        env.write(&damaged);
        let Ok(store) = Store::open(&env.path()) else { continue };
        if store.check_structure().await.is_ok() {
            // A date or a name of an enum may be damaged, which reading finds.
            assert!(matches!(store.keys().await, Ok(_) | Err(Failure::StoreUnreadable)));
        } else {
            assert_eq!(store.keys().await, Err(Failure::StoreUnreadable));
        }
    }
}

#[tokio::test]
async fn a_file_that_is_empty_or_missing_although_there_are_backups_is_damaged() {
    let env = Env::with_keys(1).await;
    env.open().back_up_daily(day(0)).await.unwrap();
    env.write(b"");
    assert_eq!(env.open_failure(), Failure::StoreUnreadable);
    assert_eq!(env.bytes(), b"");
    std::fs::remove_file(env.path()).unwrap();
    assert_eq!(env.open_failure(), Failure::StoreUnreadable);
    assert!(!env.path().exists());
}

#[test]
fn an_empty_file_of_a_first_start_becomes_a_store() {
    let env = Env::new();
    env.write(b"");
    env.open();
}

#[tokio::test]
async fn an_empty_file_with_a_log_beside_it_is_damaged_and_keeps_the_log() {
    let env = Env::with_keys(1).await;
    env.write(b"");
    let log = file::with_suffix(&env.path(), "-wal");
    std::fs::write(&log, "what was written last").unwrap();
    assert_eq!(env.open_failure(), Failure::StoreUnreadable);
    assert_eq!(std::fs::read(&log).unwrap(), b"what was written last");
}

#[test]
fn a_foreign_file_is_not_written_to() {
    let env = Env::new();
    for text in [&b"a letter"[..], &[0; 5000], b"SQLite format 3\0 and then something else"] {
        env.write(text);
        assert_eq!(env.open_failure(), Failure::StoreUnreadable);
        assert_eq!(env.bytes(), text);
    }
}

#[test]
fn the_database_of_another_program_is_not_written_to() {
    for sql in [
        "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY)",
        "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY); PRAGMA user_version = 3",
        "CREATE TABLE keys (id INTEGER PRIMARY KEY, value BLOB); PRAGMA user_version = 2",
        "CREATE TABLE keys (id INTEGER PRIMARY KEY, value BLOB); PRAGMA journal_mode = WAL",
    ] {
        let env = Env::new();
        Connection::open(env.path()).unwrap().execute_batch(sql).unwrap();
        let before = env.bytes();
        assert_eq!(env.open_failure(), Failure::StoreUnreadable, "{sql}");
        assert_eq!(env.bytes(), before, "{sql}");
        assert_eq!(env.beside("register").len(), 1, "{sql}");
    }
}
