//! Backups of the store, as the window shows them. A backup holds what the store holds, so no secret.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ApiEnvironment;

/// Identifies a backup of the current mode: the name of its file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BackupId(String);

impl BackupId {
    /// The id of the backup with this file name.
    #[must_use]
    pub fn of_file(name: String) -> Self {
        Self(name)
    }

    /// The name of its file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// The app makes one on each day on which it runs.
    Daily,
    /// A newer version of the app was about to change the tables.
    Upgrade,
    /// Another backup was about to be restored.
    Restore,
}

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// Its id.
    pub id: BackupId,
    /// When it was made, UTC.
    pub at: DateTime<Utc>,
    /// Why it was made.
    pub kind: BackupKind,
    /// How many keys it lists.
    pub keys: u32,
    /// How many runs of guides it lists.
    pub guides: u32,
}

/// The backups that can be restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupList {
    /// The newest first.
    pub backups: Vec<Backup>,
    /// Whether the last backup could not be made, for example because the disk was full.
    pub last_failed: bool,
}

/// A key of a backup or of the present list, for a preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupKey {
    /// The person's name for it; may be empty.
    pub name: String,
    /// The environment that accepts it.
    pub environment: ApiEnvironment,
    /// Its last four characters.
    pub last_four: String,
    /// The first of its organizations; may be empty.
    pub organization: String,
}

/// What restoring a backup would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupPreview {
    /// The backup.
    pub backup: Backup,
    /// A few of its keys, the ones that were added last.
    pub some: Vec<BackupKey>,
    /// What the present list has and the backup does not. `None` if the present list can't be read.
    pub missing: Option<MissingInBackup>,
}

/// What the present list has and a backup does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MissingInBackup {
    /// How many keys.
    pub keys: u32,
    /// A few of these keys, the ones that were added last.
    pub some: Vec<BackupKey>,
    /// How many runs of guides.
    pub guides: u32,
}

/// What has become of the list before a restored one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoredBackup {
    /// The full path at which the damaged file is kept. `None` if the list before is a backup now.
    pub set_aside: Option<String>,
}
