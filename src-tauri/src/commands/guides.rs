//! The guides: how far they have come, the affiliation e-mail, and the key that they end with.

use tauri::{AppHandle, Runtime};

use keydesk_core::email::EmailVerdict;
use keydesk_core::model::{Account, Affiliation, Failure, GuideName, GuideRun, Progress, RunId};
use keydesk_core::service::{NewKey, OnClipboard, Service};

use super::shell;
use crate::view::BroughtInKey;
use crate::{clipboard, small_windows};

pub(super) async fn guide_runs<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<GuideRun>, Failure> {
    shell(app).service().await?.guide_runs().await
}

pub(super) async fn start_guide<R: Runtime>(
    app: &AppHandle<R>,
    guide: GuideName,
    organization: String,
) -> Result<GuideRun, Failure> {
    shell(app).service().await?.start_guide(guide, &organization).await
}

pub(super) async fn rename_guide_run<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    organization: String,
) -> Result<Option<GuideRun>, Failure> {
    shell(app).service().await?.rename_guide_run(run, &organization).await
}

pub(super) async fn set_guide_step<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    step: String,
    done: bool,
    answer: Option<String>,
) -> Result<Option<GuideRun>, Failure> {
    shell(app).service().await?.set_guide_step(run, &step, done, answer).await
}

pub(super) async fn end_guide<R: Runtime>(app: &AppHandle<R>, run: RunId) -> Result<(), Failure> {
    shell(app).service().await?.end_guide(run).await
}

pub(super) async fn affiliation<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
) -> Result<Affiliation, Failure> {
    shell(app).service().await?.affiliation(run).await
}

pub(super) async fn keep_affiliation<R: Runtime>(
    app: &AppHandle<R>,
    run: RunId,
    form: Affiliation,
) -> Result<(), Failure> {
    shell(app).service().await?.keep_affiliation(run, form).await
}

pub(super) async fn account<R: Runtime>(app: &AppHandle<R>) -> Result<Account, Failure> {
    shell(app).service().await?.account().await
}

pub(super) async fn keep_account<R: Runtime>(
    app: &AppHandle<R>,
    account: Account,
) -> Result<(), Failure> {
    shell(app).service().await?.keep_account(account).await
}

pub(super) async fn check_email<R: Runtime>(
    _app: &AppHandle<R>,
    input: String,
) -> Result<EmailVerdict, Failure> {
    Ok(Service::check_email(&input))
}

pub(super) async fn look_at_clipboard<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<OnClipboard, Failure> {
    let service = shell(app).service().await?;
    service.offer(clipboard::read(app).await?).await
}

pub(super) async fn type_key<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    // A service that does not open is told of in the main window, before anything is typed.
    let mode = shell(app).mode();
    shell(app).services.of(mode).await?;
    if shell(app).mode() == mode {
        small_windows::open_enter(app);
    }
    Ok(())
}

pub(super) async fn bring_in<R: Runtime>(
    app: &AppHandle<R>,
    about: NewKey,
    progress: Progress,
) -> Result<BroughtInKey, Failure> {
    let brought = shell(app).service().await?.bring_in(about, &progress).await?;
    let clipboard_emptied = clipboard::empty_of(app, brought.key.expose()).await.is_ok();
    Ok(BroughtInKey { key: brought.card, clipboard_emptied })
}

pub(super) async fn withdraw_key<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    small_windows::close_enter(app);
    shell(app).services.withdraw();
    Ok(())
}
