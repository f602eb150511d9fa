//! The commands of the popup window that shows a key.

use tauri::{Manager, Runtime, WebviewWindow};

use keydesk_core::model::no_progress;

use super::mode;
use crate::sealed::seal;
use crate::services::Services;
use crate::settings::SettingsFile;
use crate::types::{Failure, Revealed};
use crate::windows::popup::{self, PopupWindows};

/// In presenter view the key stays in Rust: the window gets dots and the last four characters.
///
/// Fails with `Superseded` if this window has had its key, or if the mode has changed.
pub(super) async fn reveal_secret<R: Runtime>(
    window: &WebviewWindow<R>,
    public_key: Vec<u8>,
) -> Result<Revealed, Failure> {
    let app = window.app_handle();
    let asked = app.state::<PopupWindows>().take_shown_key(window.label());
    let (opened_in, key) = asked.ok_or(Failure::Superseded)?;
    let services = app.state::<Services>();
    let secret = services.open(opened_in).await?.keys.secret_of(&key, &no_progress()).await?;
    if mode(app) != opened_in {
        return Err(Failure::Superseded);
    }
    let is_covered = app.state::<SettingsFile>().presenter_text_size().is_some();
    let sealed = if is_covered {
        seal(&secret.masked(), &public_key)
    } else {
        seal(secret.expose(), &public_key)
    };
    popup::close_later(app, window.label());
    let secret = sealed.map_err(|error| Failure::internal("seal", &error))?;
    Ok(Revealed { secret, is_covered })
}

pub(super) async fn close_reveal<R: Runtime>(window: &WebviewWindow<R>) -> Result<(), Failure> {
    popup::close(window);
    Ok(())
}
