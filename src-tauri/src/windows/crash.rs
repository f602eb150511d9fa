//! What happens when the web process of a window ends before its window.

use tauri::{AppHandle, Manager, Runtime, Url};

use super::page_state::PageState;
use super::{factory, popup};
use crate::capabilities::MAIN;
use crate::services::Services;

/// The query parameter that holds the page's start info. `ui/src/ipc/tauri.ts` reads it.
const START: &str = "start";

/// Destroys a popup window with its secret. Reloads the page of the main window, which would stay
/// empty otherwise.
pub(crate) fn on_end<R: Runtime>(app: &AppHandle<R>, label: &str) {
    let Some(window) = app.get_webview_window(label) else { return };
    if label != MAIN {
        popup::close(&window);
        return;
    }
    popup::close_all(app);
    // The page has lost its state, so nobody can say what the pending key is for.
    app.state::<Services>().cancel_import();
    if !app.state::<PageState>().note_ended() {
        tracing::error!("the page ends before it is painted");
        return;
    }
    let navigated = window.url().and_then(|page| window.navigate(with_start_info(page, app)));
    if let Err(error) = navigated {
        tracing::error!(%error, "the page can't be loaded again");
    }
}

/// The main window starts to load this page. If the app has not asked for that, the page is loaded
/// once more with current start info: the one it has may be as old as the window.
pub(super) fn on_page_load<R: Runtime>(app: &AppHandle<R>, page: &Url) {
    let now = factory::start_info(app);
    if page.query_pairs().any(|(name, start_info)| name == START && start_info == now) {
        app.state::<PageState>().note_reloading();
        return;
    }
    if !app.state::<PageState>().is_painted() {
        return;
    }
    let app = app.clone();
    // In a task: the web engine must not be told to load a page while it reports a loading.
    tauri::async_runtime::spawn(async move { on_end(&app, MAIN) });
}

/// Adds the current start info to the page's address. The script that sets it was injected when the
/// window opened, and the mode may have changed since.
fn with_start_info<R: Runtime>(mut page: Url, app: &AppHandle<R>) -> Url {
    page.set_fragment(None);
    page.query_pairs_mut().clear().append_pair(START, &factory::start_info(app));
    page
}
