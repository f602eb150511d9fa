//! The command that both kinds of popup window may call.

use tauri::{Manager, Runtime, WebviewWindow};

use super::types::Failure;
use crate::windows::popup;

pub(super) async fn stay_open<R: Runtime>(window: &WebviewWindow<R>) -> Result<(), Failure> {
    popup::close_later(window.app_handle(), window.label());
    Ok(())
}
