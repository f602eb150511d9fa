//! The two commands of the small window that shows a key. No other window may send them.

use tauri::{AppHandle, Runtime, WebviewWindow};

use keydesk_core::desk::quietly;
use keydesk_core::failure::Failure;

use super::shell;
use crate::sealed::{Sealed, seal};

/// The key that this window was opened for, sealed for its public key; once, and only to this window.
/// In presenter view it stays here: the window gets dots and the last four characters.
#[tauri::command]
pub(crate) async fn revealed_secret<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    public_key: Vec<u8>,
) -> Result<Sealed, Failure> {
    let shown = shell(&app).small_windows.take_shown(window.label()).ok_or(Failure::KeyRefused)?;
    let secret = shell(&app).desk().await?.secret_of(&shown, &quietly()).await?;
    let sealed = match shell(&app).settings.presented() {
        Some(_) => seal(&secret.masked(), &public_key),
        None => seal(secret.expose(), &public_key),
    };
    sealed.map_err(|_| Failure::KeyRefused)
}

/// Closes the small window that asks.
#[tauri::command]
pub(crate) async fn close_reveal<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Failure> {
    // One that is closing already needs no closing.
    let _ = window.destroy();
    Ok(())
}
