//! The window itself: first paint, mode, settings, places.

use tauri::{AppHandle, Runtime};

use keydesk_core::desk::Mode;
use keydesk_core::failure::Failure;

use super::shell;
use crate::view::{Places, Settings};
use crate::windows;

pub(super) async fn painted<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    windows::show_main(app);
    Ok(())
}

pub(super) async fn choose_mode<R: Runtime>(app: &AppHandle<R>, mode: Mode) -> Result<(), Failure> {
    shell(app).settings.choose_mode(mode)?;
    windows::dress_main(app);
    shell(app).desks.of(mode).await.map(drop)
}

pub(super) async fn save_settings<R: Runtime>(
    app: &AppHandle<R>,
    settings: Settings,
) -> Result<(), Failure> {
    shell(app).settings.save(settings)?;
    windows::dress_main(app);
    Ok(())
}

pub(super) async fn places<R: Runtime>(app: &AppHandle<R>) -> Result<Places, Failure> {
    Ok(shell(app).places())
}
