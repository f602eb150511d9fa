//! What happens when the web process of a window ends before its window.

use tauri::{AppHandle, Manager, Runtime, Url};

use super::page_state::PageState;
use super::{factory, popup};
use crate::capabilities::MAIN;
use crate::message_box;
use crate::sentences::Sentences;
use crate::services::Services;
use crate::settings::SettingsFile;

/// The query parameter that holds the page's start info. `ui/src/ipc/tauri.ts` reads it.
const START: &str = "start";

/// The message for a person whose main window has lost its page twice. On Linux a graphics driver is
/// the likely cause, and there is a way around it: docs/platforms.md, "Wayland".
const STOPPED_TWICE: &str =
    if cfg!(target_os = "linux") { "page-stopped-twice-linux" } else { "page-stopped-twice" };

/// Destroys a popup window with its secret. Reloads the page of the main window, which would stay
/// empty otherwise, and the second time also says so in a message box.
pub(crate) fn on_end<R: Runtime>(app: &AppHandle<R>, label: &str) {
    let Some(window) = app.get_webview_window(label) else { return };
    if label != MAIN {
        popup::close(&window);
        return;
    }
    let ended = app.state::<PageState>().note_ended();
    forget_page(app);
    if ended.reload {
        load_again(app);
    } else {
        tracing::error!("the page ends before it is painted");
        // If it never was, the window is still hidden. An empty window can be closed.
        factory::log_failure("show the main window", window.show());
    }
    if ended.tell {
        let sentences = Sentences::of(&app.state::<SettingsFile>().settings());
        message_box::show(app, sentences.say(STOPPED_TWICE));
    }
}

/// Closes the popup windows and drops the pending import. The page has lost its state, so it can't ask
/// what the key is for.
fn forget_page<R: Runtime>(app: &AppHandle<R>) {
    popup::close_all(app);
    app.state::<Services>().cancel_import();
}

fn load_again<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let navigated = window.url().and_then(|page| window.navigate(with_start_info(page, app)));
    if let Err(error) = navigated {
        tracing::error!(%error, "the page can't be loaded again");
    }
}

/// Called when the main window starts to load a page. If the app has not asked for that, it loads the page
/// once more with current start info, because the start info of the page may be as old as the window.
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
    tauri::async_runtime::spawn(async move {
        forget_page(&app);
        if app.state::<PageState>().note_outdated() {
            load_again(&app);
        }
    });
}

/// Adds the current start info to the page's address. The script that sets it was injected when the
/// window opened, and the mode may have changed since.
fn with_start_info<R: Runtime>(mut page: Url, app: &AppHandle<R>) -> Url {
    page.set_fragment(None);
    page.query_pairs_mut().clear().append_pair(START, &factory::start_info(app));
    page
}
