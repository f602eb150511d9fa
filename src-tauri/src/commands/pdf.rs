//! Documents as PDF.

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::service::refuse_secrets;

use crate::saved_lists::SavedLists;
use crate::types::{Failure, PdfDocument, SavedList};

/// Saves a document under this name. Fails with `looks_like_key` if a text has a key in it.
pub(super) async fn save_pdf<R: Runtime>(
    app: &AppHandle<R>,
    name: String,
    document: PdfDocument,
) -> Result<SavedList, Failure> {
    refuse_secrets(document.texts().chain([name.as_str()]))?;
    let rendered = tauri::async_runtime::spawn_blocking(move || document.render()).await;
    let rendered = rendered.map_err(|error| Failure::internal("join", &error))?;
    let content = rendered.map_err(|error| Failure::internal("render_pdf", &error))?;
    app.state::<SavedLists>().save_bytes(name, "pdf", content).await
}
