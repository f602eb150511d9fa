//! Keys that others may have seen.

use tauri::{AppHandle, Runtime};

use super::service;
use crate::types::{Failure, KeyId, Leak, LeakCause, LeakId};

pub(super) async fn leaks<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Vec<Leak>, Failure> {
    service(app).await?.leaks.of(&key).await
}

pub(super) async fn report_leak<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    cause: LeakCause,
) -> Result<Leak, Failure> {
    service(app).await?.leaks.report(&key, cause).await
}

pub(super) async fn set_leak_step<R: Runtime>(
    app: &AppHandle<R>,
    leak: LeakId,
    step: String,
    done: bool,
) -> Result<Leak, Failure> {
    service(app).await?.leaks.set_step(leak, &step, done).await
}

pub(super) async fn close_leak<R: Runtime>(
    app: &AppHandle<R>,
    leak: LeakId,
) -> Result<Leak, Failure> {
    service(app).await?.leaks.close(leak).await
}
