//! The popup windows: `reveal` shows one key or passphrase once; in `enter` a key is typed; `ask` is in `ask.rs`. Each
//! has its own web process, which ends with the window, and its own capability.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime, WebviewWindow, WindowEvent};

use keydesk_core::model::Mode;

use super::factory::{self, builder, log_failure};
use super::shown::Shown;
use crate::sealed::OneTimeKey;
use crate::settings::SettingsFile;

/// The labels are `reveal-1`, `enter-2`, `reveal-3`…: a number is never used twice, because a window
/// may still be closing when the next one opens.
const REVEAL: &str = "reveal-";
const ENTER: &str = "enter-";
pub(super) const ASK: &str = "ask-";

/// A window that gets the focus back within this time stays open.
const FOCUS_PAUSE: Duration = Duration::from_millis(200);

/// The event for which `ui/src/windows/reveal/Reveal.svelte` listens.
const TELL_TO_CLOSE: &str = "window.dispatchEvent(new Event('keydesk-left'))";

/// After this time Rust closes a window whose page was told to close.
const PAGE_CLOSES_WITHIN: Duration = Duration::from_millis(500);

/// How much later than the page Rust closes a window that shows a key.
const REVEAL_GRACE: Duration = Duration::from_secs(3);

/// When Rust closes the window in which a key is typed. Its page closes it after ten minutes without
/// typing, and reports typing at most every ten seconds.
const ENTER_TIMEOUT: Duration = Duration::from_secs(10 * 60 + 30);

/// What the popup windows were opened for.
#[derive(Default)]
pub(crate) struct PopupWindows {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The number of windows that were opened.
    opened: u32,
    /// The label of the latest reveal window, and the mode and the secret that it may still ask for.
    shown: Option<(String, Mode, Shown)>,
    /// The number of timers that were started.
    timers: u32,
    /// The latest timer of each window that Rust will close.
    latest_timer: HashMap<String, u32>,
    /// The label of the latest enter window, and the key that opens what it submits next.
    entry_key: Option<(String, OneTimeKey)>,
}

/// Opens the popup window that shows one secret. Returns whether it is open.
pub(crate) fn open_reveal<R: Runtime>(app: &AppHandle<R>, mode: Mode, shown: Shown) -> bool {
    close_kind(app, REVEAL);
    let title = match shown {
        Shown::Key(_) => "window-title-reveal",
        Shown::Passphrase(_) => "window-title-reveal-passphrase",
    };
    let label = app.state::<PopupWindows>().label_for(mode, shown);
    let opened = open(app, &label, "reveal.html", title, (520.0, 300.0));
    match &opened {
        Some(window) => close_on_blur(window),
        None => app.state::<PopupWindows>().forget_shown(&label),
    }
    opened.is_some()
}

/// Opens the popup window in which a key is typed, or brings it to the front.
pub(crate) fn open_enter<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = windows(app, ENTER).next() {
        log_failure("focus a popup window", window.set_focus());
    } else {
        let label = app.state::<PopupWindows>().next_label(ENTER);
        open(app, &label, "enter.html", "window-title-enter", (560.0, 490.0));
        close_later(app, &label);
    }
}

/// Starts, or restarts, the timer that closes a popup window. Its page closes the window a little
/// earlier: this is for a page that hangs while it shows a secret.
pub(crate) fn close_later<R: Runtime>(app: &AppHandle<R>, label: &str) {
    let timeout = if label.starts_with(REVEAL) {
        let seconds = app.state::<SettingsFile>().settings().show_seconds;
        Duration::from_secs(seconds.into()) + REVEAL_GRACE
    } else {
        ENTER_TIMEOUT
    };
    let timer = app.state::<PopupWindows>().start_timer(label);
    let (app, label) = (app.clone(), label.to_owned());
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(timeout).await;
        let is_latest = app.state::<PopupWindows>().end_timer(&label, timer);
        if let Some(window) = app.get_webview_window(&label).filter(|_| is_latest) {
            close(&window);
        }
    });
}

/// Closes the window in which a key is typed, if it is open.
pub(crate) fn close_enter<R: Runtime>(app: &AppHandle<R>) {
    close_kind(app, ENTER);
}

/// Closes all popup windows.
pub(crate) fn close_all<R: Runtime>(app: &AppHandle<R>) {
    close_kind(app, REVEAL);
    close_kind(app, ENTER);
    close_kind(app, ASK);
}

/// Destroys a popup window without asking its page.
pub(crate) fn close<R: Runtime>(window: &WebviewWindow<R>) {
    window.state::<PopupWindows>().forget_shown(window.label());
    log_failure("close a popup window", window.destroy());
}

impl PopupWindows {
    /// A label for the next reveal window, which may ask for this secret.
    fn label_for(&self, mode: Mode, shown: Shown) -> String {
        let label = self.next_label(REVEAL);
        self.lock().shown = Some((label.clone(), mode, shown));
        label
    }

    /// The mode and the secret that the window with this label was opened for. `None` if it has asked
    /// before, or if another window was opened since.
    pub(crate) fn take_shown(&self, label: &str) -> Option<(Mode, Shown)> {
        let (_, mode, shown) = self.lock().shown.take_if(|(shown_in, ..)| shown_in == label)?;
        Some((mode, shown))
    }

    /// Forgets the secret that a window with this label did not ask for.
    fn forget_shown(&self, label: &str) {
        drop(self.take_shown(label));
    }

    /// Stores the key that opens what the window with this label submits next.
    pub(crate) fn set_entry_key(&self, label: &str, key: OneTimeKey) {
        self.lock().entry_key = Some((label.to_owned(), key));
    }

    /// The key that opens what the window with this label submits. `None` if it was taken before.
    pub(crate) fn take_entry_key(&self, label: &str) -> Option<OneTimeKey> {
        let (_, key) = self.lock().entry_key.take_if(|(made_for, _)| made_for == label)?;
        Some(key)
    }

    fn start_timer(&self, label: &str) -> u32 {
        let mut state = self.lock();
        state.timers += 1;
        let timer = state.timers;
        state.latest_timer.insert(label.to_owned(), timer);
        timer
    }

    /// Ends a timer. Returns whether it is the latest of this window.
    fn end_timer(&self, label: &str, timer: u32) -> bool {
        let latest_timer = &mut self.lock().latest_timer;
        let is_latest = latest_timer.get(label) == Some(&timer);
        if is_latest {
            latest_timer.remove(label);
        }
        is_latest
    }

    pub(super) fn next_label(&self, kind: &str) -> String {
        let mut state = self.lock();
        state.opened += 1;
        format!("{kind}{}", state.opened)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens a popup window of this size: width and height in pixels at the usual text size. The window
/// grows with the text, but to no more than twice the size, so that it fits on the screen; then its
/// page scrolls.
pub(super) fn open<R: Runtime>(
    app: &AppHandle<R>,
    label: &str,
    page: &str,
    title: &str,
    (width, height): (f64, f64),
) -> Option<WebviewWindow<R>> {
    let settings = app.state::<SettingsFile>();
    let text_size = settings.text_size().factor();
    let growth = text_size.min(2.0);
    let opened = builder(app, label, page)
        .title(factory::title(&settings, title))
        .inner_size(width * growth, height * growth)
        .resizable(false)
        .minimizable(false)
        .maximizable(false)
        .always_on_top(true)
        .content_protected(true)
        .visible(true)
        .build();
    match opened {
        Ok(window) => {
            factory::on_web_process_end(&window, close);
            log_failure("set the zoom", window.set_zoom(text_size));
            Some(window)
        }
        Err(error) => {
            tracing::error!(%error, "a popup window did not open");
            None
        }
    }
}

/// Closes the window when the person has turned to another one. Its page removes the key first and
/// closes the window; a page that hangs does neither, but its window must close all the same.
///
/// On Windows the page also loses the focus while the window is moved by its title bar. Then the
/// window still has the focus, and stays.
fn close_on_blur<R: Runtime>(window: &WebviewWindow<R>) {
    let popup = window.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Focused(false)) {
            let popup = popup.clone();
            tauri::async_runtime::spawn(async move {
                tokio::time::sleep(FOCUS_PAUSE).await;
                if popup.is_focused().unwrap_or(false) {
                    return;
                }
                log_failure("tell a popup window to close", popup.eval(TELL_TO_CLOSE));
                tokio::time::sleep(PAGE_CLOSES_WITHIN).await;
                if popup.get_webview_window(popup.label()).is_some() {
                    close(&popup);
                }
            });
        }
    });
}

fn close_kind<R: Runtime>(app: &AppHandle<R>, kind: &'static str) {
    for window in windows(app, kind) {
        close(&window);
    }
}

fn windows<R: Runtime>(
    app: &AppHandle<R>,
    kind: &'static str,
) -> impl Iterator<Item = WebviewWindow<R>> {
    let windows = app.webview_windows().into_iter();
    windows.filter(move |(label, _)| label.starts_with(kind)).map(|(_, window)| window)
}

#[cfg(test)]
mod tests;
