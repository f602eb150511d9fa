//! The list of keys, and what a person changes about a key.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;

use super::service;
use crate::types::{
    Failure, HistoryEntry, KeyCard, KeyDates, KeyDetails, KeyId, KeyPage, KeyQuery, KeysView,
};

pub(super) async fn find_keys<R: Runtime>(
    app: &AppHandle<R>,
    query: KeyQuery,
) -> Result<KeyPage, Failure> {
    service(app).await?.register.find(query).await
}

pub(super) async fn keys_by_id<R: Runtime>(
    app: &AppHandle<R>,
    keys: Vec<KeyId>,
) -> Result<Vec<KeyCard>, Failure> {
    service(app).await?.register.cards(&keys).await
}

pub(super) async fn key_organizations<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Vec<String>, Failure> {
    service(app).await?.register.organizations().await
}

pub(super) async fn keys_view<R: Runtime>(app: &AppHandle<R>) -> Result<KeysView, Failure> {
    service(app).await?.register.view().await
}

pub(super) async fn save_keys_view<R: Runtime>(
    app: &AppHandle<R>,
    view: KeysView,
) -> Result<(), Failure> {
    service(app).await?.register.save_view(&view).await
}

pub(super) async fn key_history<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Vec<HistoryEntry>, Failure> {
    service(app).await?.register.history(&key).await
}

pub(super) async fn change_key_details<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    details: KeyDetails,
) -> Result<KeyCard, Failure> {
    service(app).await?.register.change_details(&key, details).await
}

pub(super) async fn change_key_dates<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    to: KeyDates,
) -> Result<KeyCard, Failure> {
    service(app).await?.register.change_dates(&key, to).await
}

pub(super) async fn mark_key_replaced<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    by: Option<KeyId>,
) -> Result<KeyCard, Failure> {
    service(app).await?.register.mark_replaced(&key, by.as_ref()).await
}

pub(super) async fn mark_key_deactivated<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    deactivated: bool,
) -> Result<KeyCard, Failure> {
    service(app).await?.register.mark_deactivated(&key, deactivated).await
}

pub(super) async fn delete_key<R: Runtime>(app: &AppHandle<R>, key: KeyId) -> Result<(), Failure> {
    service(app).await?.register.delete(&key).await
}

pub(super) async fn undo_key_deletion<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<(), Failure> {
    service(app).await?.register.undo_deletion(&key);
    Ok(())
}

pub(super) async fn finish_key_deletion<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    service(app).await?.register.finish_deletion(&key, &progress).await
}
