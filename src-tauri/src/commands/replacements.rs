//! Replacing a key, over days.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;

use super::service;
use crate::types::{
    Failure, KeyId, NewestShipment, Place, Replacement, ReplacementId, ReplacementPlaceId,
    ReplacementStep,
};

pub(super) async fn replacement<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Option<Replacement>, Failure> {
    service(app).await?.replacements.of(&key).await
}

pub(super) async fn start_replacement<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<ReplacementStep, Failure> {
    service(app).await?.replacements.start(&key).await
}

pub(super) async fn set_replacement_key<R: Runtime>(
    app: &AppHandle<R>,
    replacement: ReplacementId,
    key: KeyId,
) -> Result<ReplacementStep, Failure> {
    service(app).await?.replacements.set_new_key(replacement, &key).await
}

pub(super) async fn add_replacement_place<R: Runtime>(
    app: &AppHandle<R>,
    replacement: ReplacementId,
    place: Place,
) -> Result<Replacement, Failure> {
    service(app).await?.replacements.add_place(replacement, place).await
}

pub(super) async fn tick_replacement_place<R: Runtime>(
    app: &AppHandle<R>,
    replacement: ReplacementId,
    place: ReplacementPlaceId,
    done: bool,
) -> Result<Replacement, Failure> {
    service(app).await?.replacements.tick(replacement, place, done).await
}

pub(super) async fn finish_replacement<R: Runtime>(
    app: &AppHandle<R>,
    replacement: ReplacementId,
    without_places: bool,
) -> Result<ReplacementStep, Failure> {
    service(app).await?.replacements.finish(replacement, without_places).await
}

pub(super) async fn cancel_replacement<R: Runtime>(
    app: &AppHandle<R>,
    replacement: ReplacementId,
) -> Result<(), Failure> {
    service(app).await?.replacements.cancel(replacement).await
}

pub(super) async fn newest_shipment<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<NewestShipment, Failure> {
    service(app).await?.shipments.newest(&key, &progress).await
}
