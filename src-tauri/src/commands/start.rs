//! The window itself: first paint, mode, settings, places.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::{Failure, Mode};

use super::shell;
use crate::shell::Shell;
use crate::view::{Places, Presenter, Settings};
use crate::{small_windows, windows};

pub(super) async fn painted<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    windows::main_is_drawn(app);
    Ok(())
}

/// The service is opened and the choice written before anything is switched: the banner never stands
/// over the wrong Nova Post. The small windows belong to the other mode.
pub(super) async fn choose_mode<R: Runtime>(app: &AppHandle<R>, mode: Mode) -> Result<(), Failure> {
    shell(app).services.of(mode).await?;
    aside(app, move |shell| shell.settings.choose_mode(mode)).await?;
    small_windows::close_all(app);
    windows::dress_main(app);
    Ok(())
}

pub(super) async fn save_settings<R: Runtime>(
    app: &AppHandle<R>,
    settings: Settings,
) -> Result<(), Failure> {
    aside(app, move |shell| shell.settings.save(settings)).await?;
    windows::dress_main(app);
    Ok(())
}

pub(super) async fn keep_presenter<R: Runtime>(
    app: &AppHandle<R>,
    presenter: Presenter,
) -> Result<(), Failure> {
    let before = shell(app).settings.presented();
    aside(app, move |shell| shell.settings.keep_presenter(presenter)).await?;
    if shell(app).settings.presented() != before {
        small_windows::close_all(app);
        windows::dress_main(app);
    }
    Ok(())
}

pub(super) async fn places<R: Runtime>(app: &AppHandle<R>) -> Result<Places, Failure> {
    Ok(shell(app).places())
}

/// Writing waits for the disk: not on a thread that answers.
async fn aside<R: Runtime>(
    app: &AppHandle<R>,
    work: impl FnOnce(&Shell) -> Result<(), Failure> + Send + 'static,
) -> Result<(), Failure> {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || work(&shell(&app)))
        .await
        .unwrap_or(Err(Failure::StoreUnwritable))
}
