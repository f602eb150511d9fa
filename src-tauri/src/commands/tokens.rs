//! Tokens: get one, show it, verify it.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;

use super::service;
use crate::types::{Failure, KeyId, TokenCard};

pub(super) async fn get_token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<Option<TokenCard>, Failure> {
    service(app).await?.tokens.try_get(&key, &progress).await
}

pub(super) async fn token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Option<TokenCard>, Failure> {
    service(app).await?.tokens.current(&key).await
}

pub(super) async fn verify_token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<TokenCard, Failure> {
    service(app).await?.tokens.verify(&key).await
}
