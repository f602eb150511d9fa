//! Tokens: get one, look at it, prove it.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::{Failure, KeyId, Progress};
use keydesk_core::service::TokenCard;

use super::shell;

pub(super) async fn get_token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<TokenCard, Failure> {
    shell(app).service().await?.get_token(&key, &progress).await
}

pub(super) async fn token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Option<TokenCard>, Failure> {
    shell(app).service().await?.token(&key).await
}

pub(super) async fn prove_token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<TokenCard, Failure> {
    shell(app).service().await?.prove_token(&key).await
}
