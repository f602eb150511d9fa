//! Backups of the list of keys.

use tauri::{AppHandle, Runtime};

use super::service;
use crate::types::{BackupId, BackupList, BackupPreview, Failure, RestoredBackup};

pub(super) async fn backups<R: Runtime>(app: &AppHandle<R>) -> Result<BackupList, Failure> {
    service(app).await?.backups.list().await
}

pub(super) async fn preview_backup<R: Runtime>(
    app: &AppHandle<R>,
    backup: Option<BackupId>,
) -> Result<Option<BackupPreview>, Failure> {
    service(app).await?.backups.preview(backup).await
}

pub(super) async fn restore_backup<R: Runtime>(
    app: &AppHandle<R>,
    backup: Option<BackupId>,
) -> Result<RestoredBackup, Failure> {
    service(app).await?.backups.restore(backup).await
}
