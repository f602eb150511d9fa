//! The commands that only the small window has which a key is typed into.

use tauri::{AppHandle, Emitter, Runtime, WebviewWindow};

use keydesk_core::model::{Failure, Mode};
use keydesk_core::service::OnClipboard;
use zeroize::Zeroizing;

use super::shell;
use crate::clipboard;
use crate::sealed::{Lock, Sealed};
use crate::windows::MAIN;

/// A public key to seal what was typed for; once, and only for this window.
#[tauri::command]
pub(crate) async fn entry_lock<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Vec<u8>, Failure> {
    let lock = Lock::new().map_err(|_| Failure::KeyMalformed)?;
    let public_key = lock.public_key().to_vec();
    shell(&app).small_windows.expect_sealed(window.label(), lock);
    Ok(public_key)
}

/// Judges what was typed, as if it had been copied.
#[tauri::command]
pub(crate) async fn entered_key<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    sealed: Sealed,
) -> Result<OnClipboard, Failure> {
    let lock = shell(&app).small_windows.take_lock(window.label()).ok_or(Failure::KeyMalformed)?;
    let typed = lock.open(sealed).map_err(|_| Failure::KeyMalformed)?;
    let mode = shell(&app).mode();
    offer(&app, &window, mode, Some(typed)).await
}

/// Judges what is on the clipboard, for it was pasted into this window. Rust reads it: what the web
/// engine pastes goes through its buffers in this process.
#[tauri::command]
pub(crate) async fn pasted_key<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<OnClipboard, Failure> {
    let mode = shell(&app).mode();
    let copied = clipboard::read(&app).await?;
    offer(&app, &window, mode, copied).await
}

/// Closes the small window that asks.
#[tauri::command]
pub(crate) async fn close_enter<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Failure> {
    // One that is closing already needs no closing.
    let _ = window.destroy();
    Ok(())
}

/// A key waits in Rust, the main window hears of it, and the small window has done its work. It has
/// gone already if the mode was changed meanwhile; then there is nobody to say what the key is.
async fn offer<R: Runtime>(
    app: &AppHandle<R>,
    window: &WebviewWindow<R>,
    mode: Mode,
    text: Option<Zeroizing<String>>,
) -> Result<OnClipboard, Failure> {
    let service = shell(app).services.of(mode).await?;
    let judged = service.offer(text).await?;
    if shell(app).mode() != mode {
        service.withdraw();
        return Err(Failure::KeyMalformed);
    }
    if matches!(judged, OnClipboard::Key { .. }) {
        let _ = app.emit_to(MAIN, "offered", &judged);
        let _ = window.destroy();
    }
    Ok(judged)
}
