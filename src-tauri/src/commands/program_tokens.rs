//! The programs that may have tokens of a key without asking.

use tauri::{AppHandle, Runtime};

use super::service;
use crate::types::{Failure, KeyId, TokenPermission};

pub(super) async fn token_permissions<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Vec<TokenPermission>, Failure> {
    service(app).await?.program_tokens.permissions(&key).await
}

pub(super) async fn end_token_permission<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    program: String,
) -> Result<(), Failure> {
    service(app).await?.program_tokens.end_permission(&key, &program).await
}
