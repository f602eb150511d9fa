//! The clipboard. A copied secret has a lease: after some seconds it is cleared, unless something else
//! was copied since. It is kept out of clipboard histories where the system allows that.

mod board;
#[cfg(test)]
mod fake_board;
mod state;
#[cfg(target_os = "linux")]
mod toolkit;

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager, Runtime};
use zeroize::Zeroizing;

use keydesk_core::model::Failure;
use keydesk_core::secret::ApiKey;

use crate::events;
use crate::settings::SettingsFile;
use crate::view::{ClipboardState, Copied, CopiedWhat};
use state::State;

/// The first and the longest pause between two tries to clear a clipboard that another program keeps busy.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How long the end of the app tries to clear the clipboard.
const EXIT_TIMEOUT: Duration = Duration::from_secs(1);
/// The pause between two tries at the end of the app.
const EXIT_PAUSE: Duration = Duration::from_millis(20);
/// After this time the clipboard probably waits for the thread that ends the app.
const SERVE_AFTER: Duration = Duration::from_millis(200);

/// The clipboard, and the lease of the secret on it.
#[derive(Default)]
pub(crate) struct ClipboardLease {
    state: Mutex<State>,
}

/// Copies a secret. It is cleared after the time in the settings. After a failure nothing is left on the
/// clipboard.
pub(crate) async fn copy_secret<R: Runtime>(
    app: &AppHandle<R>,
    secret: &str,
    what: CopiedWhat,
) -> Result<Copied, Failure> {
    let seconds = app.state::<SettingsFile>().settings().clipboard_seconds;
    let time = Duration::from_secs(seconds.into());
    let secret = Zeroizing::new(secret.to_owned());
    let (copied, lease) = blocking(app, move |state| {
        let copied = state.copy_secret(secret, what, Instant::now() + time);
        Ok((copied, state.latest_lease()))
    })
    .await?;
    clear_later(app, lease, if copied.is_ok() { time } else { FIRST_PAUSE });
    if let Err(not_copied) = copied {
        if not_copied.ended {
            events::clipboard(app, ClipboardState::Emptied);
        }
        return Err(not_copied.failure);
    }
    events::clipboard(app, ClipboardState::Holds { what, seconds });
    Ok(Copied { clears_after: seconds })
}

/// Sends the clipboard event again, because the page that received it was reloaded.
pub(crate) fn announce_again<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let held = app.state::<ClipboardLease>().held();
        if let Some(held) = held {
            events::clipboard(&app, held);
        }
    });
}

/// Clears the copied secret now. Fails if another program keeps the clipboard busy; the lease goes on
/// then, and its end clears the secret.
pub(crate) async fn clear_secret<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    end_lease(app, None).await
}

/// Clears the copied secret, because the app ends. Blocks for [`EXIT_TIMEOUT`] at most. After
/// [`SERVE_AFTER`] this thread serves GTK, which may be asked for the marked text, and on Wayland for
/// the clipboard.
#[expect(clippy::disallowed_methods, reason = "no event tells when the clipboard is free")]
pub(crate) fn clear_at_exit<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    let end = Instant::now() + EXIT_TIMEOUT;
    let (done, finished) = mpsc::channel();
    std::thread::spawn(move || {
        while app.state::<ClipboardLease>().lock().close().is_err() && Instant::now() < end {
            std::thread::sleep(EXIT_PAUSE);
        }
        // An error says that the app no longer waits.
        let _ = done.send(());
    });
    let mut wait = SERVE_AFTER;
    while finished.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        wait = EXIT_PAUSE;
        if Instant::now() >= end {
            tracing::warn!("the clipboard was not cleared in time");
            return;
        }
        #[cfg(target_os = "linux")]
        toolkit::serve_main_thread();
    }
}

/// The text on the clipboard. `None` if it holds no text.
pub(crate) async fn read<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Option<Zeroizing<String>>, Failure> {
    blocking(app, State::text).await
}

/// The text that is marked in some window, which the middle mouse button pastes. `None` if there is none,
/// or if the system has no such thing.
pub(crate) async fn read_marked<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Option<Zeroizing<String>>, Failure> {
    blocking(app, State::marked_text).await
}

/// Clears the clipboard, and on Linux the marked text, if it holds this key, whichever program copied it
/// and whatever is around it.
pub(crate) async fn clear_if_it_holds<R: Runtime>(
    app: &AppHandle<R>,
    key: &ApiKey,
) -> Result<(), Failure> {
    let key = key.clone();
    if blocking(app, move |state| state.clear_if_it_holds(&key)).await? {
        events::clipboard(app, ClipboardState::Emptied);
    }
    Ok(())
}

/// Copies text that is not a secret.
pub(crate) async fn copy_text<R: Runtime>(app: &AppHandle<R>, text: String) -> Result<(), Failure> {
    if blocking(app, move |state| state.copy_text(&text)).await? {
        events::clipboard(app, ClipboardState::Emptied);
    }
    Ok(())
}

impl ClipboardLease {
    /// The secret that may still be on the clipboard, with the seconds left. `None` without a lease.
    fn held(&self) -> Option<ClipboardState> {
        let (what, until) = self.lock().lease()?;
        let left = until.saturating_duration_since(Instant::now()).as_millis().div_ceil(1000);
        Some(ClipboardState::Holds { what, seconds: u32::try_from(left).unwrap_or_default() })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the lease with this number in some time. While another program keeps the clipboard busy, it
/// tries again, until it works or the app ends.
fn clear_later<R: Runtime>(app: &AppHandle<R>, lease: u64, time: Duration) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(time).await;
        for pause in pauses() {
            if end_lease(&app, Some(lease)).await.is_ok() {
                return;
            }
            tokio::time::sleep(pause).await;
        }
    });
}

/// The pauses between two tries, without end.
fn pauses() -> impl Iterator<Item = Duration> {
    std::iter::successors(Some(FIRST_PAUSE), |pause| Some(LONGEST_PAUSE.min(2 * *pause)))
}

/// Ends the lease with this number, or the latest one if `None`.
async fn end_lease<R: Runtime>(app: &AppHandle<R>, lease: Option<u64>) -> Result<(), Failure> {
    let ended = blocking(app, move |state| {
        if lease.is_none_or(|lease| lease == state.latest_lease()) {
            state.clear_secret()
        } else {
            Ok(false)
        }
    })
    .await?;
    if ended {
        events::clipboard(app, ClipboardState::Emptied);
    }
    Ok(())
}

/// Runs `work` in a background task, because the clipboard may have to wait for other programs.
async fn blocking<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    work: impl FnOnce(&mut State) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let app = app.clone();
    let done = tauri::async_runtime::spawn_blocking(move || {
        work(&mut app.state::<ClipboardLease>().lock())
    });
    done.await.unwrap_or_else(|error| Err(Failure::internal("join", &error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_clipboard_is_tried_again_without_end_and_less_and_less_often() {
        let seconds: Vec<u64> = pauses().take(8).map(|pause| pause.as_secs()).collect();
        assert_eq!(seconds, [1, 2, 4, 8, 16, 30, 30, 30]);
        assert_eq!(pauses().nth(100_000), Some(LONGEST_PAUSE));
    }
}
