//! The guides: their runs, and the affiliation email.

use tauri::{AppHandle, Runtime};

use keydesk_core::email;

use super::service;
use crate::types::{Affiliation, EmailForm, EmailVerdict, Failure, GuideName, GuideRun, RunId};

pub(super) async fn guide_runs<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<GuideRun>, Failure> {
    service(app).await?.guides.list().await
}

pub(super) async fn start_guide<R: Runtime>(
    app: &AppHandle<R>,
    guide: GuideName,
    organization: String,
) -> Result<GuideRun, Failure> {
    service(app).await?.guides.start(guide, &organization).await
}

pub(super) async fn rename_guide_run<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    organization: String,
) -> Result<Option<GuideRun>, Failure> {
    service(app).await?.guides.rename(run, &organization).await
}

pub(super) async fn set_guide_step<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    step: String,
    done: bool,
    answer: Option<String>,
) -> Result<Option<GuideRun>, Failure> {
    service(app).await?.guides.set_step(run, &step, done, answer).await
}

pub(super) async fn end_guide<R: Runtime>(app: &AppHandle<R>, run: RunId) -> Result<(), Failure> {
    service(app).await?.guides.end(run).await
}

pub(super) async fn affiliation<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
) -> Result<EmailForm, Failure> {
    service(app).await?.affiliations.get(run).await
}

pub(super) async fn save_affiliation<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    form: Affiliation,
) -> Result<(), Failure> {
    service(app).await?.affiliations.save(run, form).await
}

pub(super) async fn check_email<R: Runtime>(
    _app: &AppHandle<R>,
    input: String,
) -> Result<EmailVerdict, Failure> {
    Ok(email::check(&input))
}
