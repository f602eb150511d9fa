//! Checks of keys.

use std::sync::Arc;

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;
use keydesk_core::service::OnCheckProgress;

use super::service;
use crate::events;
use crate::types::{ApiEnvironment, CheckedKey, CheckedKeys, Failure, KeyCard, KeyId};

pub(super) async fn check_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<CheckedKey, Failure> {
    service(app).await?.checks.check(&key, &progress).await
}

pub(super) async fn check_key_elsewhere<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    service(app).await?.checks.check_elsewhere(&key, &progress).await
}

pub(super) async fn move_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    environment: ApiEnvironment,
) -> Result<KeyCard, Failure> {
    service(app).await?.checks.move_key(&key, environment).await
}

pub(super) async fn keep_company<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<KeyCard, Failure> {
    service(app).await?.checks.keep_company(&key).await
}

pub(super) async fn check_all_keys<R: Runtime>(app: &AppHandle<R>) -> Result<CheckedKeys, Failure> {
    let window = app.clone();
    let on_progress: OnCheckProgress =
        Arc::new(move |progress| events::check_progress(&window, progress));
    service(app).await?.checks.check_all(&on_progress).await
}

pub(super) async fn cancel_check_of_all_keys<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<(), Failure> {
    service(app).await?.checks.cancel_all();
    Ok(())
}
