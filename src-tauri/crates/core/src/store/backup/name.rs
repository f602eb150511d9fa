//! The file of a backup has its date, its schema version and its kind in its name:
//! `2026-11-30T02-41-20.123Z-v4-daily.sqlite`.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use crate::model::{BackupId, BackupKind};

/// A date in a name of a file. Windows allows no colon in it.
const DATE: &str = "%Y-%m-%dT%H-%M-%S%.3fZ";

/// A file in the folder of backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct BackupFile {
    pub(in crate::store) path: PathBuf,
    pub(in crate::store) id: BackupId,
    pub(in crate::store) at: DateTime<Utc>,
    /// The migration step of its tables.
    pub(in crate::store) version: usize,
    pub(in crate::store) kind: BackupKind,
}

impl BackupFile {
    /// A name that no file of the folder has. Two backups of one moment are a millisecond apart.
    pub(super) fn unused(
        folder: &Path,
        mut at: DateTime<Utc>,
        version: usize,
        kind: BackupKind,
    ) -> Self {
        loop {
            let name = format!("{}-v{version}-{}.sqlite", dated(at), name_of(kind));
            let path = folder.join(&name);
            if !path.exists() {
                return Self { path, id: BackupId::of_file(name), at, version, kind };
            }
            at += TimeDelta::milliseconds(1);
        }
    }

    /// `None` if the name is not that of a backup.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let (rest, kind) = name.strip_suffix(".sqlite")?.rsplit_once('-')?;
        let (date, version) = rest.rsplit_once("-v")?;
        let at = NaiveDateTime::parse_from_str(date, DATE).ok()?.and_utc();
        let kind = KINDS.into_iter().find(|known| name_of(*known) == kind)?;
        let version = version.parse().ok()?;
        let id = BackupId::of_file(name.to_owned());
        Some(Self { path: path.to_owned(), id, at, version, kind })
    }
}

/// The moment in the form that names of files have.
pub(in crate::store) fn dated(at: DateTime<Utc>) -> String {
    at.format(DATE).to_string()
}

const KINDS: [BackupKind; 3] = [BackupKind::Daily, BackupKind::Upgrade, BackupKind::Restore];

fn name_of(kind: BackupKind) -> &'static str {
    match kind {
        BackupKind::Daily => "daily",
        BackupKind::Upgrade => "upgrade",
        BackupKind::Restore => "restore",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_what_the_backup_is() {
        let at = DateTime::from_timestamp_millis(1_796_006_480_123).unwrap();
        let folder = Path::new("backups");
        for kind in KINDS {
            let file = BackupFile::unused(folder, at, 14, kind);
            assert_eq!(BackupFile::of(&file.path), Some(file));
        }
    }

    #[test]
    fn other_files_are_no_backups() {
        for name in [
            "register.sqlite",
            "2026-11-30T02-41-20.123Z-v4-weekly.sqlite",
            "2026-11-30T02-41-20.123Z-daily.sqlite",
            "2026-11-31T02-41-20.123Z-v4-daily.sqlite",
            "2026-11-30T02-41-20.123Z-v4-daily.sqlite-wal",
            "making-abc.sqlite",
        ] {
            assert_eq!(BackupFile::of(Path::new(name)), None, "{name}");
        }
    }
}
