//! Phone numbers, test keys and the store.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::{AttemptId, Failure, KeyId, Progress};
use keydesk_core::phone::{Country, Region, Verdict};
use keydesk_core::service::{Home, KeyCard, OnClipboard, RequestedKey, Service};

use super::shell;

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
    shell(app).service().await?.request_test_key(&input, country, second_look, &progress).await
}

pub(super) async fn save_key_again<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<KeyCard, Failure> {
    shell(app).service().await?.save_key_again(&key, &progress).await
}

pub(super) async fn remind_tomorrow<R: Runtime>(
    app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
) -> Result<(), Failure> {
    shell(app).service().await?.remind_tomorrow(&input, country).await
}

pub(super) async fn dismiss_to_do<R: Runtime>(
    app: &AppHandle<R>,
    attempt: AttemptId,
) -> Result<(), Failure> {
    shell(app).service().await?.dismiss_to_do(attempt).await
}

pub(super) async fn offer_unlisted<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<OnClipboard, Failure> {
    shell(app).service().await?.offer_unlisted(&key, &progress).await
}

pub(super) async fn remove_unlisted<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    shell(app).service().await?.remove_unlisted(&key, &progress).await
}

pub(super) async fn forget_lost<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    shell(app).service().await?.forget_lost(&key, &progress).await
}

pub(super) async fn home<R: Runtime>(app: &AppHandle<R>) -> Result<Home, Failure> {
    shell(app).service().await?.home().await
}

pub(super) async fn keys<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<KeyCard>, Failure> {
    shell(app).service().await?.keys().await
}
