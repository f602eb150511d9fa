//! The commands of the popup window in which a key is typed.

use tauri::{Manager, Runtime, WebviewWindow};
use zeroize::Zeroizing;

use super::mode;
use crate::sealed::OneTimeKey;
use crate::services::Services;
use crate::types::{ClipboardCheck, Failure, Mode, Sealed};
use crate::windows::popup::{self, PopupWindows};
use crate::{clipboard, events};

/// Fails with `Internal` if the system has no random numbers.
pub(super) async fn entry_public_key<R: Runtime>(
    window: &WebviewWindow<R>,
) -> Result<Vec<u8>, Failure> {
    let key = OneTimeKey::random().map_err(|error| Failure::internal("random", &error))?;
    let public_key = key.public_key().to_vec();
    window.state::<PopupWindows>().set_entry_key(window.label(), key);
    Ok(public_key)
}

/// Fails with `Superseded` if this window has not asked for a public key since the last submission,
/// and with `Internal` if the text was not sealed for that public key.
pub(super) async fn submit_entered_key<R: Runtime>(
    window: &WebviewWindow<R>,
    sealed: Sealed,
) -> Result<ClipboardCheck, Failure> {
    let key = window.state::<PopupWindows>().take_entry_key(window.label());
    let key = key.ok_or(Failure::Superseded)?;
    let typed = key.open(sealed).map_err(|error| Failure::internal("unseal", &error))?;
    let opened_in = mode(window.app_handle());
    import(window, opened_in, Some(typed)).await
}

pub(super) async fn submit_pasted_key<R: Runtime>(
    window: &WebviewWindow<R>,
) -> Result<ClipboardCheck, Failure> {
    let opened_in = mode(window.app_handle());
    let copied = clipboard::read(window.app_handle()).await?;
    import(window, opened_in, copied).await
}

pub(super) async fn submit_marked_key<R: Runtime>(
    window: &WebviewWindow<R>,
) -> Result<ClipboardCheck, Failure> {
    let opened_in = mode(window.app_handle());
    let marked = clipboard::read_marked(window.app_handle()).await?;
    import(window, opened_in, marked).await
}

pub(super) async fn close_enter<R: Runtime>(window: &WebviewWindow<R>) -> Result<(), Failure> {
    popup::close(window);
    Ok(())
}

/// Checks the text. A possible key becomes the pending import; the main window receives an event, and
/// this window closes.
///
/// Fails with `Superseded` if the mode has changed meanwhile.
async fn import<R: Runtime>(
    window: &WebviewWindow<R>,
    opened_in: Mode,
    text: Option<Zeroizing<String>>,
) -> Result<ClipboardCheck, Failure> {
    let app = window.app_handle();
    let service = app.state::<Services>().open(opened_in).await?;
    let check = service.import.check(text).await?;
    if mode(app) != opened_in {
        service.import.cancel();
        return Err(Failure::Superseded);
    }
    if matches!(check, ClipboardCheck::Key { .. }) {
        events::import_pending(app, check.clone());
        popup::close(window);
    }
    Ok(check)
}
