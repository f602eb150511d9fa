use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::store::{Answer, NewAttempt};

const DIGITS: &str = "498213437654";

fn day(number: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(number)
}

fn key(created: i64) -> KeyRecord {
    let (id, last_four) = (KeyId::random(), format!("{created:04}"));
    KeyRecord {
        digits: Some(DIGITS.to_owned()),
        created_at: Some(day(created)),
        status: KeyStatus::Active,
        ..KeyRecord::new(id, ApiEnvironment::Sandbox, last_four, day(created))
    }
}

struct Stored {
    store: Store,
    _folder: tempfile::TempDir,
}

impl Stored {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        Self { store, _folder: folder }
    }

    /// An open request whose key is this one.
    async fn attempt(&self, key: &KeyRecord) -> AttemptId {
        let attempt = NewAttempt {
            key: key.id.clone(),
            digits: DIGITS.to_owned(),
            phone: format!("+{DIGITS}"),
            started_at: key.added_at,
        };
        self.store.intend(attempt).await.unwrap()
    }

    async fn open(&self) -> Vec<AttemptId> {
        let open = self.store.unfinished_attempts_of(DIGITS).await.unwrap();
        open.iter().map(|attempt| attempt.id).collect()
    }

    async fn statuses(&self) -> Vec<KeyStatus> {
        self.store.keys().await.unwrap().iter().map(|key| key.status).collect()
    }
}

#[tokio::test]
async fn a_key_ends_its_request_and_the_earlier_ones() {
    let stored = Stored::new();
    stored.attempt(&key(1)).await;
    let received = key(2);
    let attempt = stored.attempt(&received).await;
    stored.store.record(received, Some(attempt), DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(stored.open().await, []);
}

#[tokio::test]
async fn a_key_that_is_recorded_late_leaves_later_requests_open() {
    let stored = Stored::new();
    let late = key(1);
    let attempt = stored.attempt(&late).await;
    let later = stored.attempt(&key(2)).await;
    stored.store.record(late, Some(attempt), DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(stored.open().await, [later]);
}

#[tokio::test]
async fn a_key_that_was_added_ends_only_its_own_request() {
    let stored = Stored::new();
    let added = key(1);
    let other = stored.attempt(&key(2)).await;
    stored.store.record(added.clone(), None, DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(stored.open().await, [other], "no request was for this key");

    let received = stored.attempt(&key(1)).await;
    let answer = Answer {
        created_at: day(1),
        valid_until: day(366),
        last_four: added.last_four.clone(),
        active: true,
    };
    stored.store.note_answer(received, answer).await.unwrap();
    stored.store.record(added, None, DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(stored.open().await, [other], "the answer named this key");
}

#[tokio::test]
async fn a_key_that_is_recorded_late_does_not_replace_a_newer_one() {
    let stored = Stored::new();
    stored.store.record(key(2), None, DateTime::UNIX_EPOCH).await.unwrap();
    let late = stored.store.record(key(1), None, DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(late.status, KeyStatus::Replaced);
    assert_eq!(stored.statuses().await, [KeyStatus::Active, KeyStatus::Replaced]);
}

#[tokio::test]
async fn recording_a_replaced_key_again_does_not_revive_it() {
    let stored = Stored::new();
    let replaced = key(1);
    stored.store.record(replaced.clone(), None, DateTime::UNIX_EPOCH).await.unwrap();
    stored.store.record(key(2), None, DateTime::UNIX_EPOCH).await.unwrap();
    stored.store.record(replaced, None, DateTime::UNIX_EPOCH).await.unwrap();
    assert_eq!(stored.statuses().await, [KeyStatus::Active, KeyStatus::Replaced]);
}

#[tokio::test]
async fn a_key_without_a_date_replaces_none() {
    let stored = Stored::new();
    stored.store.record(key(2), None, DateTime::UNIX_EPOCH).await.unwrap();
    stored
        .store
        .record(KeyRecord { created_at: None, ..key(1) }, None, DateTime::UNIX_EPOCH)
        .await
        .unwrap();
    assert_eq!(stored.statuses().await, [KeyStatus::Active, KeyStatus::Active]);
}
