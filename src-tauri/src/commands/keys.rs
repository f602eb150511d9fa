//! Phone numbers, test keys and key records.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;
use keydesk_core::phone;

use super::service;
use crate::types::{
    AttemptId, ClipboardCheck, Country, Failure, Home, KeyCard, KeyId, Region, RequestedKey,
    Verdict,
};

pub(super) async fn countries<R: Runtime>(_app: &AppHandle<R>) -> Result<Vec<Country>, Failure> {
    Ok(phone::countries())
}

pub(super) async fn check_phone<R: Runtime>(
    _app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
) -> Result<Verdict, Failure> {
    Ok(phone::check(&input, country))
}

pub(super) async fn request_test_key<R: Runtime>(
    app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
    second_look: bool,
    progress: Progress,
) -> Result<RequestedKey, Failure> {
    service(app).await?.test_keys.request(&input, country, second_look, &progress).await
}

pub(super) async fn save_key_again<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<KeyCard, Failure> {
    service(app).await?.keys.save_again(&key, &progress).await
}

pub(super) async fn remind_tomorrow<R: Runtime>(
    app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
) -> Result<(), Failure> {
    service(app).await?.test_keys.remind_tomorrow(&input, country).await
}

pub(super) async fn dismiss_import<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<(), Failure> {
    service(app).await?.keys.dismiss_import(&key).await
}

pub(super) async fn dismiss_to_do<R: Runtime>(
    app: &AppHandle<R>,
    attempt: AttemptId,
) -> Result<(), Failure> {
    service(app).await?.test_keys.dismiss_to_do(attempt).await
}

pub(super) async fn check_unlisted_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<ClipboardCheck, Failure> {
    service(app).await?.import.check_unlisted(&key, &progress).await
}

pub(super) async fn remove_unlisted_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    service(app).await?.keys.remove_unlisted(&key, &progress).await
}

pub(super) async fn remove_lost_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    service(app).await?.keys.remove_lost(&key, &progress).await
}

pub(super) async fn home<R: Runtime>(app: &AppHandle<R>) -> Result<Home, Failure> {
    service(app).await?.keys.home().await
}

pub(super) async fn keys<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<KeyCard>, Failure> {
    service(app).await?.keys.list().await
}
