//! The guides: their runs, the affiliation email, and the notes about the account.

use tauri::{AppHandle, Runtime};

use keydesk_core::service::Service;

use super::service;
use super::types::{Account, Affiliation, EmailVerdict, Failure, GuideName, GuideRun, RunId};

pub(super) async fn guide_runs<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<GuideRun>, Failure> {
    service(app).await?.guide_runs().await
}

pub(super) async fn start_guide<R: Runtime>(
    app: &AppHandle<R>,
    guide: GuideName,
    organization: String,
) -> Result<GuideRun, Failure> {
    service(app).await?.start_guide(guide, &organization).await
}

pub(super) async fn rename_guide_run<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    organization: String,
) -> Result<Option<GuideRun>, Failure> {
    service(app).await?.rename_guide_run(run, &organization).await
}

pub(super) async fn set_guide_step<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    step: String,
    done: bool,
    answer: Option<String>,
) -> Result<Option<GuideRun>, Failure> {
    service(app).await?.set_guide_step(run, &step, done, answer).await
}

pub(super) async fn end_guide<R: Runtime>(app: &AppHandle<R>, run: RunId) -> Result<(), Failure> {
    service(app).await?.end_guide(run).await
}

pub(super) async fn affiliation<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
) -> Result<Affiliation, Failure> {
    service(app).await?.affiliation(run).await
}

pub(super) async fn save_affiliation<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    form: Affiliation,
) -> Result<(), Failure> {
    service(app).await?.keep_affiliation(run, form).await
}

pub(super) async fn account<R: Runtime>(app: &AppHandle<R>) -> Result<Account, Failure> {
    service(app).await?.account().await
}

pub(super) async fn save_account<R: Runtime>(
    app: &AppHandle<R>,
    account: Account,
) -> Result<(), Failure> {
    service(app).await?.keep_account(account).await
}

pub(super) async fn check_email<R: Runtime>(
    _app: &AppHandle<R>,
    input: String,
) -> Result<EmailVerdict, Failure> {
    Ok(Service::check_email(&input))
}
