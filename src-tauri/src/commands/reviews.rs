//! The yearly review of all keys.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Progress;

use super::pdf::save_pdf;
use super::service;
use crate::types::{
    AccountAnswers, Failure, KeyAnswers, KeyId, PdfDocument, Review, ReviewFacts, ReviewId,
    Reviewing, SavedList, WebhookList,
};

pub(super) async fn reviews<R: Runtime>(app: &AppHandle<R>) -> Result<Reviewing, Failure> {
    service(app).await?.reviews.overview().await
}

pub(super) async fn start_review<R: Runtime>(app: &AppHandle<R>) -> Result<Review, Failure> {
    service(app).await?.reviews.start().await
}

pub(super) async fn review_facts<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<ReviewFacts, Failure> {
    service(app).await?.reviews.facts(&key).await
}

pub(super) async fn answer_review_key<R: Runtime>(
    app: &AppHandle<R>,
    review: ReviewId,
    key: KeyId,
    answers: KeyAnswers,
) -> Result<Review, Failure> {
    service(app).await?.reviews.answer_key(review, &key, answers).await
}

pub(super) async fn answer_review<R: Runtime>(
    app: &AppHandle<R>,
    review: ReviewId,
    answers: AccountAnswers,
) -> Result<Review, Failure> {
    service(app).await?.reviews.answer(review, answers).await
}

pub(super) async fn webhooks<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<WebhookList, Failure> {
    service(app).await?.webhooks.list(&key, &progress).await
}

pub(super) async fn sign_review<R: Runtime>(
    app: &AppHandle<R>,
    review: ReviewId,
    name: String,
) -> Result<Review, Failure> {
    service(app).await?.reviews.sign(review, &name).await
}

pub(super) async fn discard_review<R: Runtime>(
    app: &AppHandle<R>,
    review: ReviewId,
) -> Result<(), Failure> {
    service(app).await?.reviews.discard(review).await
}

pub(super) async fn review<R: Runtime>(
    app: &AppHandle<R>,
    review: ReviewId,
) -> Result<Review, Failure> {
    service(app).await?.reviews.get(review).await
}

pub(super) async fn save_review_report<R: Runtime>(
    app: &AppHandle<R>,
    name: String,
    document: PdfDocument,
) -> Result<SavedList, Failure> {
    save_pdf(app, name, document).await
}
