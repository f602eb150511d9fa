//! The clipboard. A copied secret has a lease: after some seconds it is cleared, unless something else
//! was copied since. It is kept out of clipboard histories where the system allows that.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use arboard::{Clipboard, Set};
use tauri::{AppHandle, Manager, Runtime};
use zeroize::Zeroizing;

use keydesk_core::model::Failure;
use keydesk_core::secret::ApiKey;
use keydesk_core::service::text_holds_key;

use crate::events;
use crate::settings::SettingsFile;
use crate::view::{ClipboardState, Copied, CopiedWhat};

/// How often the app tries to clear a clipboard that another program keeps busy, once a second.
const CLEAR_TRIES: u32 = 30;
/// How long the end of the app waits for the clipboard.
const EXIT_TIMEOUT: Duration = Duration::from_secs(1);

/// The clipboard, and the lease of the secret on it.
#[derive(Default)]
pub(crate) struct ClipboardLease {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Stays open after a copy: on X11 the program that copied must serve the text.
    board: Option<Clipboard>,
    /// The copied secret, while it may be on the clipboard.
    secret: Option<Zeroizing<String>>,
    /// Which secret was copied last, and when its lease ends.
    lease: Option<(CopiedWhat, Instant)>,
    /// The number of leases so far: the timer of one must not end the next.
    leases: u64,
}

/// Copies a secret. It is cleared after the time in the settings.
pub(crate) async fn copy_secret<R: Runtime>(
    app: &AppHandle<R>,
    secret: &str,
    what: CopiedWhat,
) -> Result<Copied, Failure> {
    let seconds = app.state::<SettingsFile>().settings().clipboard_seconds;
    let secret = Zeroizing::new(secret.to_owned());
    let lease = blocking(app, move |state| {
        state.set_text(&secret, true)?;
        state.secret = Some(secret);
        state.lease = Some((what, Instant::now() + Duration::from_secs(seconds.into())));
        state.leases += 1;
        Ok(state.leases)
    })
    .await?;
    events::clipboard(app, ClipboardState::Holds { what, seconds });

    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(Duration::from_secs(seconds.into())).await;
        for _ in 0..CLEAR_TRIES {
            if end_lease(&app, Some(lease)).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
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

/// Clears the copied secret, because the app ends. Blocks for [`EXIT_TIMEOUT`] at most: the system may
/// be asking this thread for the text on the clipboard.
pub(crate) fn clear_at_exit<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    let (done, finished) = mpsc::channel();
    std::thread::spawn(move || {
        app.state::<ClipboardLease>().lock().close();
        // An error says that the app no longer waits.
        let _ = done.send(());
    });
    if finished.recv_timeout(EXIT_TIMEOUT).is_err() {
        tracing::warn!("the clipboard was not cleared in time");
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

/// Clears the clipboard if it holds this key, whichever program copied it and whatever is around it.
pub(crate) async fn clear_if_it_holds<R: Runtime>(
    app: &AppHandle<R>,
    key: &ApiKey,
) -> Result<(), Failure> {
    let key = key.clone();
    let had_lease = blocking(app, move |state| match state.text()? {
        Some(text) if text_holds_key(&text, &key) => {
            state.board()?.clear().map_err(|error| refused(&error))?;
            Ok(state.secret.take().is_some())
        }
        _ => Ok(false),
    })
    .await?;
    if had_lease {
        events::clipboard(app, ClipboardState::Emptied);
    }
    Ok(())
}

/// Copies text that is not a secret.
pub(crate) async fn copy_text<R: Runtime>(app: &AppHandle<R>, text: String) -> Result<(), Failure> {
    let replaced_secret = blocking(app, move |state| {
        state.set_text(&text, false)?;
        Ok(state.secret.take().is_some())
    })
    .await?;
    if replaced_secret {
        events::clipboard(app, ClipboardState::Emptied);
    }
    Ok(())
}

impl ClipboardLease {
    /// The secret that may still be on the clipboard, with the seconds left. `None` without a lease.
    fn held(&self) -> Option<ClipboardState> {
        let state = self.lock();
        let (what, until) = state.secret.as_ref().and(state.lease)?;
        let left = until.saturating_duration_since(Instant::now()).as_millis().div_ceil(1000);
        Some(ClipboardState::Holds { what, seconds: u32::try_from(left).unwrap_or_default() })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn set_text(&mut self, text: &str, is_secret: bool) -> Result<(), Failure> {
        let board = self.board()?;
        let set = if is_secret { keep_out_of_histories(board.set()) } else { board.set() };
        set.text(text).map_err(|error| refused(&error))
    }

    /// Clears the copied secret and closes the clipboard. On X11, arboard's thread that serves the text
    /// keeps a copy until some time after the clearing; closing waits for the end of that thread.
    fn close(&mut self) {
        // With a secret still on it, closing would hand the secret to the clipboard manager.
        if self.clear_secret().is_ok() {
            self.board = None;
        }
    }

    fn text(&mut self) -> Result<Option<Zeroizing<String>>, Failure> {
        match self.board()?.get_text() {
            Ok(text) => Ok(Some(Zeroizing::new(text))),
            Err(arboard::Error::ContentNotAvailable) => Ok(None),
            Err(error) => Err(refused(&error)),
        }
    }

    #[cfg(target_os = "linux")]
    fn marked_text(&mut self) -> Result<Option<Zeroizing<String>>, Failure> {
        use arboard::{Error, GetExtLinux, LinuxClipboardKind};
        match self.board()?.get().clipboard(LinuxClipboardKind::Primary).text() {
            Ok(text) => Ok(Some(Zeroizing::new(text))),
            // Some Wayland compositors keep what is marked to themselves.
            Err(Error::ContentNotAvailable | Error::ClipboardNotSupported) => Ok(None),
            Err(error) => Err(refused(&error)),
        }
    }

    /// Only Linux pastes what is marked. A clipboard that refuses is a failure everywhere.
    #[cfg(not(target_os = "linux"))]
    fn marked_text(&mut self) -> Result<Option<Zeroizing<String>>, Failure> {
        self.board().map(|_| None)
    }

    fn board(&mut self) -> Result<&mut Clipboard, Failure> {
        let board = match self.board.take() {
            Some(board) => board,
            None => Clipboard::new().map_err(|error| refused(&error))?,
        };
        Ok(self.board.insert(board))
    }

    /// Clears the clipboard if the copied secret is still on it. Returns whether a lease has ended.
    /// After a failure the secret is still remembered, to be cleared later.
    fn clear_secret(&mut self) -> Result<bool, Failure> {
        let (Some(secret), Some(board)) = (&self.secret, &mut self.board) else {
            return Ok(false);
        };
        match board.get_text().map(Zeroizing::new) {
            Ok(text) if *text == **secret => board.clear().map_err(|error| refused(&error))?,
            // Something else was copied since, text or not. It stays.
            Ok(_) | Err(arboard::Error::ContentNotAvailable) => {}
            Err(error) => return Err(refused(&error)),
        }
        self.secret = None;
        Ok(true)
    }
}

/// Ends the lease with this number, or the latest one if `None`.
async fn end_lease<R: Runtime>(app: &AppHandle<R>, lease: Option<u64>) -> Result<(), Failure> {
    let ended = blocking(app, move |state| {
        if lease.is_none_or(|lease| lease == state.leases) {
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

#[cfg(target_os = "linux")]
fn keep_out_of_histories(set: Set<'_>) -> Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn keep_out_of_histories(set: Set<'_>) -> Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn keep_out_of_histories(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
}

fn refused(error: &arboard::Error) -> Failure {
    tracing::warn!(%error, "the clipboard refused");
    Failure::ClipboardRefused
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
