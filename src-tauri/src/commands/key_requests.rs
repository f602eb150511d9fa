//! Developers' requests for a key.

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::KeyRequestProblem;

use super::service;
use crate::key_request_inbox::{KeyRequestInbox, Opened};
use crate::types::{
    Failure, HandOver, KeptKeyRequest, KeyId, KeyRequest, KeyRequestCheck, KeyRequestId,
};

pub(super) async fn opened_key_request<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Option<KeyRequestCheck>, Failure> {
    // The service first: if it can't be opened, the request waits on.
    let service = service(app).await?;
    match app.state::<KeyRequestInbox>().take() {
        None => Ok(None),
        Some(Opened::File(content)) => service.key_requests.check_file(&content).await.map(Some),
        Some(Opened::Unreadable) => {
            Ok(Some(KeyRequestCheck::NotReadable { problem: KeyRequestProblem::NotText }))
        }
    }
}

pub(super) async fn check_key_request<R: Runtime>(
    app: &AppHandle<R>,
    text: String,
) -> Result<KeyRequestCheck, Failure> {
    service(app).await?.key_requests.check_text(&text).await
}

pub(super) async fn check_key_request_again<R: Runtime>(
    app: &AppHandle<R>,
    request: KeyRequest,
) -> Result<KeyRequestCheck, Failure> {
    service(app).await?.key_requests.check_again(&request).await
}

pub(super) async fn note_words_compared<R: Runtime>(
    app: &AppHandle<R>,
    request: KeyRequest,
) -> Result<KeyRequestCheck, Failure> {
    service(app).await?.key_requests.note_words_compared(&request).await
}

pub(super) async fn keep_key_request<R: Runtime>(
    app: &AppHandle<R>,
    request: KeyRequest,
) -> Result<KeyRequestCheck, Failure> {
    service(app).await?.key_requests.keep(&request).await
}

pub(super) async fn kept_key_requests<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Vec<KeptKeyRequest>, Failure> {
    service(app).await?.key_requests.kept().await
}

pub(super) async fn delete_key_request<R: Runtime>(
    app: &AppHandle<R>,
    request: KeyRequestId,
) -> Result<(), Failure> {
    service(app).await?.key_requests.delete(request).await
}

pub(super) async fn forget_key_request<R: Runtime>(
    app: &AppHandle<R>,
    request: KeyRequest,
) -> Result<(), Failure> {
    service(app).await?.key_requests.forget(&request).await
}

pub(super) async fn start_requested_hand_over<R: Runtime>(
    app: &AppHandle<R>,
    request: KeyRequest,
    key: KeyId,
) -> Result<Option<HandOver>, Failure> {
    service(app).await?.key_requests.start(&request, &key).await
}
