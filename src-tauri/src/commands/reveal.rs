//! The two commands that only the small window has which shows a key.

use serde::Serialize;
use tauri::{AppHandle, Runtime, WebviewWindow};

use keydesk_core::model::{Failure, no_progress};

use super::shell;
use crate::sealed::{Sealed, seal};
use crate::small_windows;

/// What the small window is to show.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Revealed {
    secret: Sealed,
    /// It is not the key, but dots and its last four characters.
    is_covered: bool,
}

/// The key that this window was opened for, sealed for its public key; once, and only to this window.
/// In presenter view it stays here: the window gets dots and the last four characters.
#[tauri::command]
pub(crate) async fn revealed_secret<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    public_key: Vec<u8>,
) -> Result<Revealed, Failure> {
    let shell = shell(&app);
    let (mode, key) = shell.small_windows.take_shown(window.label()).ok_or(Failure::KeyRefused)?;
    let secret = shell.services.of(mode).await?.secret_of(&key, &no_progress()).await?;
    if shell.mode() != mode {
        return Err(Failure::KeyRefused);
    }
    let is_covered = shell.settings.presented().is_some();
    let sealed = if is_covered {
        seal(&secret.masked(), &public_key)
    } else {
        seal(secret.expose(), &public_key)
    };
    small_windows::close_in_time(&app, window.label());
    Ok(Revealed { secret: sealed.map_err(|_| Failure::KeyRefused)?, is_covered })
}

/// Closes the small window that asks.
#[tauri::command]
pub(crate) async fn close_reveal<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Failure> {
    // One that is closing already needs no closing.
    let _ = window.destroy();
    Ok(())
}
