//! Adding a key that one of Nova Post's own pages has shown: from the clipboard or typed.

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::Progress;

use super::{mode, service};
use crate::clipboard;
use crate::services::Services;
use crate::types::{ClipboardCheck, Failure, ImportedKey, NewKey};
use crate::windows::popup;

pub(super) async fn check_clipboard<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<ClipboardCheck, Failure> {
    let text = clipboard::read(app).await?;
    service(app).await?.import.check(text).await
}

pub(super) async fn open_key_entry<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    let before = mode(app);
    // If the service fails to open, the main window shows that before anything is typed.
    app.state::<Services>().open(before).await?;
    if mode(app) == before {
        popup::open_enter(app);
    }
    Ok(())
}

pub(super) async fn import_key<R: Runtime>(
    app: &AppHandle<R>,
    about: NewKey,
    progress: Progress,
) -> Result<ImportedKey, Failure> {
    let imported = service(app).await?.import.confirm(about, &progress).await?;
    // The key is saved. A clipboard that refuses is reported in the result; the log has the cause.
    let cleared = clipboard::clear_if_it_holds(app, &imported.key).await;
    Ok(ImportedKey { key: imported.card, clipboard_emptied: cleared.is_ok() })
}

pub(super) async fn cancel_import<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    popup::close_enter(app);
    app.state::<Services>().cancel_import();
    Ok(())
}
