//! The file `updates.json`: when the app last looked, and what it was installing. It is not part of the settings,
//! because the window writes those as a whole.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use keydesk_core::store::{private_file, replace_file};

/// Between two looks that the app makes by itself.
const EVERY: TimeDelta = TimeDelta::hours(24);

/// The file, which is read when it is first needed.
pub(super) struct RecordFile {
    path: PathBuf,
    record: Mutex<Option<Record>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Record {
    /// When the app last looked, whatever came of it.
    pub(super) last_check: Option<DateTime<Utc>>,
    /// The version whose installation has begun.
    pub(super) installing: Option<String>,
    /// The version that was installed, until the person has read that.
    pub(super) installed: Option<String>,
}

impl RecordFile {
    pub(super) fn in_folder(home: &Path) -> Self {
        Self { path: home.join("updates.json"), record: Mutex::default() }
    }

    /// What the file says. A file that can't be read counts as missing: nothing in it is worth a question.
    pub(super) fn get(&self) -> Record {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        record.get_or_insert_with(|| read(&self.path)).clone()
    }

    /// Changes the file. If it can't be written, the change counts until the app ends.
    pub(super) fn change(&self, change: impl FnOnce(&mut Record)) {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        let record = record.get_or_insert_with(|| read(&self.path));
        change(record);
        let written = serde_json::to_vec(record)
            .map_err(std::io::Error::from)
            .and_then(|text| replace_file(&self.path, &text));
        if let Err(error) = written {
            tracing::warn!(kind = ?error.kind(), "the record of updates can't be written");
        }
    }
}

impl Record {
    /// Whether the app looks by itself now. A look in the future means that the clock was set back since: waiting for
    /// that time could take for ever.
    pub(super) fn is_check_due(&self, now: DateTime<Utc>) -> bool {
        self.last_check.is_none_or(|last| last > now || now - last >= EVERY)
    }
}

fn read(path: &Path) -> Record {
    if !path.exists() {
        return Record::default();
    }
    let text = private_file(path).and_then(|()| std::fs::read(path));
    let record = text.and_then(|text| Ok(serde_json::from_slice(&text)?));
    record.unwrap_or_else(|error| {
        tracing::warn!(kind = ?error.kind(), "the record of updates can't be read");
        Record::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_looks_at_most_once_a_day_also_across_restarts() {
        let folder = tempfile::tempdir().unwrap();
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let first = RecordFile::in_folder(folder.path());
        assert!(first.get().is_check_due(now));
        first.change(|record| record.last_check = Some(now));
        let next = RecordFile::in_folder(folder.path()).get();
        assert!(!next.is_check_due(now));
        assert!(!next.is_check_due(now + TimeDelta::hours(23)));
        assert!(next.is_check_due(now + TimeDelta::hours(24)));
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_stop_the_looks() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let record = Record { last_check: Some(now + TimeDelta::days(400)), ..Record::default() };
        assert!(record.is_check_due(now));
    }

    #[test]
    fn a_damaged_file_counts_as_missing() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("updates.json"), "{\"lastCheck\":").unwrap();
        let file = RecordFile::in_folder(folder.path());
        assert_eq!(file.get(), Record::default());
        file.change(|record| record.installing = Some("0.2.0".to_owned()));
        let next = RecordFile::in_folder(folder.path()).get();
        assert_eq!(next.installing.as_deref(), Some("0.2.0"));
    }
}
