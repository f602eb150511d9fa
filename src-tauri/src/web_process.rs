//! What happens when the web process of a window ends before its window: the page has crashed, or the
//! system was short of memory.

use tauri::{AppHandle, Manager, Runtime, Url, WebviewWindow};

use crate::shell::Shell;
use crate::small_windows;
use crate::windows::{self, MAIN};

/// The part of a page's address that tells it what holds. The other end is `ui/src/platform/tauri.ts`.
const START: &str = "start";

/// Watches over the web process of a window. On macOS the builder of the app does, for all windows;
/// `WebView2` shows a page of its own, from which ours can be loaded again.
#[cfg_attr(
    not(target_os = "linux"),
    expect(unused_variables, reason = "only WebKitGTK has a signal")
)]
pub(crate) fn watch<R: Runtime>(window: &WebviewWindow<R>) {
    #[cfg(target_os = "linux")]
    {
        use webkit2gtk::WebViewExt;
        let watched = window.clone();
        let connected = window.with_webview(move |webview| {
            webview.inner().connect_web_process_terminated(move |_, reason| {
                tracing::error!(window = watched.label(), ?reason, "a web process has ended");
                on_end(watched.app_handle(), watched.label());
            });
        });
        if let Err(error) = connected {
            tracing::warn!(%error, "the end of the web process would go unnoticed");
        }
    }
}

/// A small window goes with what it held. The main window draws its page anew: it is empty otherwise.
pub(crate) fn on_end<R: Runtime>(app: &AppHandle<R>, label: &str) {
    let Some(window) = app.get_webview_window(label) else { return };
    if label != MAIN {
        let _ = window.destroy();
        return;
    }
    small_windows::close_all(app);
    // Nobody is left to say what the key is that was copied or typed.
    app.state::<Shell>().services.withdraw();
    if !app.state::<Shell>().page.note_ended() {
        tracing::error!("the page ends before it is drawn");
        return;
    }
    let again =
        window.url().and_then(|page| window.navigate(as_of_now(page, &app.state::<Shell>())));
    if let Err(error) = again {
        tracing::error!(%error, "the page can't be drawn again");
    }
}

/// The main window loads this page. If nobody here has asked for that, it is loaded once more, as of
/// now: it would believe what was true when the window opened, or when it was told last.
pub(crate) fn on_loading<R: Runtime>(app: &AppHandle<R>, page: &Url) {
    let shell = app.state::<Shell>();
    let knows = |now: &str| page.query_pairs().any(|(name, told)| name == START && told == now);
    if knows(&windows::start_info(&shell)) {
        shell.page.note_loading_again();
        return;
    }
    if !shell.page.stands() {
        return;
    }
    let app = app.clone();
    // Not out of the engine's own report of the loading.
    tauri::async_runtime::spawn(async move { on_end(&app, MAIN) });
}

/// What was injected when the window opened may be true no more: the mode, above all. So the page is
/// told anew, in its address.
fn as_of_now(mut page: Url, shell: &Shell) -> Url {
    page.set_fragment(None);
    page.query_pairs_mut().clear().append_pair(START, &windows::start_info(shell));
    page
}
