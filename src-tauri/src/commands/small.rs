//! The command that both small windows have.

use tauri::{AppHandle, Runtime, WebviewWindow};

use keydesk_core::model::Failure;

use crate::small_windows;

/// The person needs longer, or is typing: the time after which the window that asks is closed begins
/// anew.
#[tauri::command]
pub(crate) async fn stay_open<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<(), Failure> {
    small_windows::close_in_time(&app, window.label());
    Ok(())
}
