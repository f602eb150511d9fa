//! The small windows: one shows a secret, once; one takes the typing of a key. Each has a web process
//! of its own that ends with it, and a capability of its own.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime, WebviewWindow, WindowEvent};

use keydesk_core::model::{KeyId, Mode};

use crate::sealed::Lock;
use crate::shell::Shell;
use crate::web_process;
use crate::windows::{self, builder};

/// The labels are `reveal-1`, `enter-2`, `reveal-3`…: one may still be closing when the next opens.
const REVEAL: &str = "reveal-";
const ENTER: &str = "enter-";

/// How much later than its page Rust closes a window that shows a key.
const GRACE: Duration = Duration::from_secs(3);

/// When Rust closes the window for typing: its page does so after ten minutes in which nothing is
/// typed, and tells of typing every ten seconds only (`ui/src/enter/Enter.svelte`).
const TYPING: Duration = Duration::from_secs(10 * 60 + 30);

/// What the small windows have been opened for.
#[derive(Default)]
pub(crate) struct SmallWindows {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    opened: u32,
    /// The key that the latest small window may still ask for, and whose service has it.
    shown: Option<(String, Mode, KeyId)>,
    /// The windows that are closed in time, and how often the counting began; the latest counts.
    countings: HashMap<String, u32>,
    counted: u32,
    /// Opens what the latest small window sends next.
    lock: Option<(String, Lock)>,
}

/// Opens the small window that shows one key, and nothing else, once.
pub(crate) fn open_reveal<R: Runtime>(app: &AppHandle<R>, mode: Mode, key: KeyId) {
    close(app, REVEAL);
    let label = app.state::<Shell>().small_windows.will_show(mode, key);
    let title = "window-title-reveal";
    if let Some(window) = open(app, &label, "reveal.html", title, (520.0, 300.0)) {
        destroy_when_left(&window);
    }
}

/// Opens the small window that a key is typed into, or brings it to the front.
pub(crate) fn open_enter<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = all(app, ENTER).next() {
        let _ = window.set_focus();
    } else {
        let label = app.state::<Shell>().small_windows.next_label(ENTER);
        open(app, &label, "enter.html", "window-title-enter", (560.0, 490.0));
        close_in_time(app, &label);
    }
}

/// Closes a small window when its time is over, counted from now on. Its page does so a little
/// earlier: this is for one that hangs and shows what it shows.
pub(crate) fn close_in_time<R: Runtime>(app: &AppHandle<R>, label: &str) {
    let shell = app.state::<Shell>();
    let time = if label.starts_with(REVEAL) {
        Duration::from_secs(shell.settings.settings().show_seconds.into()) + GRACE
    } else {
        TYPING
    };
    let counting = shell.small_windows.begin_counting(label);
    let (app, label) = (app.clone(), label.to_owned());
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(time).await;
        let is_over = app.state::<Shell>().small_windows.end_counting(&label, counting);
        if let Some(window) = app.get_webview_window(&label).filter(|_| is_over) {
            let _ = window.destroy();
        }
    });
}

/// Closes the window for typing: what would be typed is not waited for any more.
pub(crate) fn close_enter<R: Runtime>(app: &AppHandle<R>) {
    close(app, ENTER);
}

/// Closes all of them.
pub(crate) fn close_all<R: Runtime>(app: &AppHandle<R>) {
    close(app, REVEAL);
    close(app, ENTER);
}

impl SmallWindows {
    /// Remembers which key the next small window is for, and gives that window its label.
    fn will_show(&self, mode: Mode, key: KeyId) -> String {
        let label = self.next_label(REVEAL);
        self.lock().shown = Some((label.clone(), mode, key));
        label
    }

    /// The key that the window with this label was opened for, and whose service has it; once.
    pub(crate) fn take_shown(&self, of: &str) -> Option<(Mode, KeyId)> {
        let (_, mode, key) = self.lock().shown.take_if(|(label, ..)| label == of)?;
        Some((mode, key))
    }

    /// Remembers what opens the next thing that the window with this label sends.
    pub(crate) fn expect_sealed(&self, of: &str, lock: Lock) {
        self.lock().lock = Some((of.to_owned(), lock));
    }

    /// What opens that; once.
    pub(crate) fn take_lock(&self, of: &str) -> Option<Lock> {
        let (_, lock) = self.lock().lock.take_if(|(label, _)| label == of)?;
        Some(lock)
    }

    fn begin_counting(&self, label: &str) -> u32 {
        let mut state = self.lock();
        state.counted += 1;
        let counting = state.counted;
        state.countings.insert(label.to_owned(), counting);
        counting
    }

    /// Whether it has not begun anew since.
    fn end_counting(&self, label: &str, counting: u32) -> bool {
        let countings = &mut self.lock().countings;
        let is_over = countings.get(label) == Some(&counting);
        if is_over {
            countings.remove(label);
        }
        is_over
    }

    fn next_label(&self, kind: &str) -> String {
        let mut state = self.lock();
        state.opened += 1;
        format!("{kind}{}", state.opened)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `size`: at the usual text size, in pixels. Larger text than twice as large scrolls, in a window
/// that still fits on the screen.
fn open<R: Runtime>(
    app: &AppHandle<R>,
    label: &str,
    page: &str,
    title: &str,
    (width, height): (f64, f64),
) -> Option<WebviewWindow<R>> {
    let shell = app.state::<Shell>();
    let text_size = shell.settings.text_size().factor();
    let growth = text_size.min(2.0);
    let opened = builder(app, label, page)
        .title(windows::title(&shell, title))
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
            web_process::watch(&window);
            let _ = window.set_zoom(text_size);
            Some(window)
        }
        Err(error) => {
            tracing::error!(%error, "the small window did not open");
            None
        }
    }
}

/// The page closes when it is left, and so does this. The page wipes the key before its window goes;
/// a page that hangs wipes nothing, and its window must go all the same.
fn destroy_when_left<R: Runtime>(window: &WebviewWindow<R>) {
    let left = window.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Focused(false)) {
            let _ = left.destroy();
        }
    });
}

fn close<R: Runtime>(app: &AppHandle<R>, kind: &'static str) {
    for window in all(app, kind) {
        let _ = window.destroy();
    }
}

fn all<R: Runtime>(
    app: &AppHandle<R>,
    kind: &'static str,
) -> impl Iterator<Item = WebviewWindow<R>> {
    let windows = app.webview_windows().into_iter();
    windows.filter(move |(label, _)| label.starts_with(kind)).map(|(_, window)| window)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_shown_once_and_only_in_the_window_that_was_opened_for_it() {
        let (windows, key) = (SmallWindows::default(), KeyId::random());
        let first = windows.will_show(Mode::Live, key.clone());
        let second = windows.will_show(Mode::Live, key.clone());
        assert_eq!(windows.take_shown(&first), None);
        assert_eq!(windows.take_shown("main"), None);
        assert_eq!(windows.take_shown(&second), Some((Mode::Live, key)));
        assert_eq!(windows.take_shown(&second), None);
    }

    #[test]
    fn who_asks_for_more_time_has_all_of_it_again() {
        let windows = SmallWindows::default();
        let first = windows.begin_counting("reveal-1");
        let other = windows.begin_counting("enter-2");
        let again = windows.begin_counting("reveal-1");
        assert!(!windows.end_counting("reveal-1", first));
        assert!(windows.end_counting("reveal-1", again));
        assert!(windows.end_counting("enter-2", other));
        assert!(windows.lock().countings.is_empty());
    }

    #[test]
    fn what_is_sent_is_opened_once_and_only_for_the_window_that_asked() {
        let windows = SmallWindows::default();
        windows.expect_sealed("enter-1", Lock::new().unwrap());
        assert!(windows.take_lock("enter-2").is_none());
        assert!(windows.take_lock("enter-1").is_some());
        assert!(windows.take_lock("enter-1").is_none());
    }
}
