//! Stores in files that are damaged, old, newer, or something else.

mod damage;
mod keeping;
mod restoring;
mod upgrades;

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::model::{
    Actor, ApiEnvironment, GuideName, HistoryEntry, HistoryEvent, KeyId, KeyRecord,
};

/// A folder with a store.
struct Env(tempfile::TempDir);

impl Env {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With a store that has this many keys, each with a long name, and is closed.
    async fn with_keys(count: usize) -> Self {
        let env = Self::new();
        let store = env.open();
        for number in 0..count {
            store.record(key(number), None, DateTime::UNIX_EPOCH).await.unwrap();
        }
        env
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("register.sqlite")
    }

    fn open(&self) -> Store {
        Store::open(&self.path()).unwrap()
    }

    fn open_failure(&self) -> Failure {
        Store::open(&self.path()).unwrap_err()
    }

    fn backups(&self) -> Vec<BackupFile> {
        all(&folder_of(&self.path()))
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path()).unwrap()
    }

    fn write(&self, bytes: &[u8]) {
        std::fs::write(self.path(), bytes).unwrap();
    }

    /// The files beside the store whose names contain this.
    fn beside(&self, part: &str) -> Vec<PathBuf> {
        let entries = self.0.path().read_dir().unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> =
            entries.filter(|path| path.to_string_lossy().contains(part)).collect();
        files.sort();
        files
    }
}

fn day(number: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000 + number)
}

fn key(number: usize) -> KeyRecord {
    let added_at = day(0) + TimeDelta::seconds(i64::try_from(number).unwrap());
    let last_four = format!("{number:04x}");
    KeyRecord {
        name: format!("Key {number} {}", "of a company with a long name ".repeat(8)),
        organizations: vec![format!("Firma {number}")],
        ..KeyRecord::new(KeyId::random(), ApiEnvironment::Production, last_four, added_at)
    }
}

fn names(mut keys: Vec<KeyRecord>) -> Vec<String> {
    keys.sort_by_key(|key| key.added_at);
    keys.into_iter().map(|key| key.last_four).collect()
}
