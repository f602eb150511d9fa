//! Phone numbers, test keys and key records.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;
use keydesk_core::service::Service;

use super::service;
use super::types::{
    AttemptId, ClipboardCheck, Country, Failure, Home, KeyCard, KeyId, Region, RequestedKey,
    Verdict,
};

pub(super) async fn countries<R: Runtime>(_app: &AppHandle<R>) -> Result<Vec<Country>, Failure> {
    Ok(Service::countries())
}

pub(super) async fn check_phone<R: Runtime>(
    _app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
) -> Result<Verdict, Failure> {
    Ok(Service::check_phone(&input, country))
}

pub(super) async fn request_test_key<R: Runtime>(
    app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
    second_look: bool,
    progress: Progress,
) -> Result<RequestedKey, Failure> {
    service(app).await?.request_test_key(&input, country, second_look, &progress).await
}

pub(super) async fn save_key_again<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<KeyCard, Failure> {
    service(app).await?.save_key_again(&key, &progress).await
}

pub(super) async fn remind_tomorrow<R: Runtime>(
    app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
) -> Result<(), Failure> {
    service(app).await?.remind_tomorrow(&input, country).await
}

pub(super) async fn dismiss_to_do<R: Runtime>(
    app: &AppHandle<R>,
    attempt: AttemptId,
) -> Result<(), Failure> {
    service(app).await?.dismiss_to_do(attempt).await
}

pub(super) async fn check_unlisted_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<ClipboardCheck, Failure> {
    service(app).await?.offer_unlisted(&key, &progress).await
}

pub(super) async fn remove_unlisted_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    service(app).await?.remove_unlisted(&key, &progress).await
}

pub(super) async fn remove_lost_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    service(app).await?.forget_lost(&key, &progress).await
}

pub(super) async fn home<R: Runtime>(app: &AppHandle<R>) -> Result<Home, Failure> {
    service(app).await?.home().await
}

pub(super) async fn keys<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<KeyCard>, Failure> {
    service(app).await?.keys().await
}
