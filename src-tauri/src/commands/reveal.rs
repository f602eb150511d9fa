//! The commands of the popup window that shows a key or a passphrase.

use tauri::{Manager, Runtime, WebviewWindow};

use keydesk_core::model::no_progress;

use super::mode;
use crate::sealed::seal;
use crate::services::Services;
use crate::settings::SettingsFile;
use crate::types::{Failure, Revealed};
use crate::windows::popup::{self, PopupWindows};
use crate::windows::shown::Shown;

/// In presenter view the secret stays in Rust: the window gets dots and, of a key, the last four characters.
///
/// Fails with `Superseded` if this window has had its secret, or if the mode has changed.
pub(super) async fn reveal_secret<R: Runtime>(
    window: &WebviewWindow<R>,
    public_key: Vec<u8>,
) -> Result<Revealed, Failure> {
    let app = window.app_handle();
    let asked = app.state::<PopupWindows>().take_shown(window.label());
    let (opened_in, shown) = asked.ok_or(Failure::Superseded)?;
    let key = match &shown {
        Shown::Key(key) => {
            let service = app.state::<Services>().open(opened_in).await?;
            Some(service.keys.secret_of(key, &no_progress()).await?)
        }
        Shown::Passphrase(_) => None,
    };
    if mode(app) != opened_in {
        return Err(Failure::Superseded);
    }
    let is_covered = app.state::<SettingsFile>().presenter_text_size().is_some();
    let sealed = match (&shown, &key) {
        (Shown::Passphrase(passphrase), _) if is_covered => seal(&passphrase.masked(), &public_key),
        (Shown::Passphrase(passphrase), _) => seal(passphrase.expose(), &public_key),
        (Shown::Key(_), Some(key)) if is_covered => seal(&key.masked(), &public_key),
        (Shown::Key(_), Some(key)) => seal(key.expose(), &public_key),
        (Shown::Key(_), None) => return Err(Failure::Superseded),
    };
    popup::close_later(app, window.label());
    let secret = sealed.map_err(|error| Failure::internal("seal", &error))?;
    let is_passphrase = matches!(shown, Shown::Passphrase(_));
    Ok(Revealed { secret, is_passphrase, is_covered })
}

pub(super) async fn close_reveal<R: Runtime>(window: &WebviewWindow<R>) -> Result<(), Failure> {
    popup::close(window);
    Ok(())
}
