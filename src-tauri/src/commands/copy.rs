//! Takes a secret out of the app because the person asked for it: to the clipboard or to a popup
//! window.

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::{HistoryEvent, Progress};

use super::{mode, service};
use crate::clipboard;
use crate::services::Services;
use crate::types::{Copied, Failure, KeyId};
use crate::view::CopiedWhat;
use crate::windows::popup;
use crate::windows::shown::Shown;

pub(super) async fn copy_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<Copied, Failure> {
    let service = service(app).await?;
    let secret = service.keys.secret_of(&key, &progress).await?;
    let copied = clipboard::copy_secret(app, secret.expose(), CopiedWhat::Key).await?;
    service.keys.note_use(&key, HistoryEvent::Copied).await;
    Ok(copied)
}

pub(super) async fn copy_token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Copied, Failure> {
    let service = service(app).await?;
    let token = service.tokens.jwt(&key)?;
    let copied = clipboard::copy_secret(app, token.expose(), CopiedWhat::Token).await?;
    service.keys.note_use(&key, HistoryEvent::TokenCopied).await;
    Ok(copied)
}

pub(super) async fn clear_clipboard<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    clipboard::clear_secret(app).await
}

pub(super) async fn copy_text<R: Runtime>(app: &AppHandle<R>, text: String) -> Result<(), Failure> {
    clipboard::copy_text(app, text).await
}

pub(super) async fn show_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    let before = mode(app);
    // If the keychain fails, the main window shows that, not an empty popup window.
    let service = app.state::<Services>().open(before).await?;
    service.keys.secret_of(&key, &progress).await?;
    // If the mode has changed, the person has left the page that asked.
    if mode(app) == before {
        service.keys.note_use(&key, HistoryEvent::Shown).await;
        popup::open_reveal(app, before, Shown::Key(key));
    }
    Ok(())
}
