//! The two commands of the small window that shows a key. No other window may send them.

use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use keydesk_core::failure::Failure;

use super::shell;

/// The key that this window was opened for; once, and only to this window.
#[tauri::command]
pub(crate) async fn revealed_secret<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<String, Failure> {
    let shown = shell(&app).take_shown(window.label()).ok_or(Failure::KeyRefused)?;
    let secret = shell(&app).desk().await?.secret_of(&shown).await?;
    Ok(secret.expose().to_owned())
}

/// Closes the small window.
#[tauri::command]
pub(crate) async fn close_reveal<R: Runtime>(app: AppHandle<R>) -> Result<(), Failure> {
    if let Some(window) = app.get_webview_window(crate::windows::REVEAL) {
        let _ = window.destroy();
    }
    Ok(())
}
