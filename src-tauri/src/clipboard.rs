//! Secrets on the clipboard: lent for a while, kept out of histories where the system allows it,
//! and taken back if they are still there.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use arboard::{Clipboard, Set};
use tauri::{AppHandle, Emitter, Manager, Runtime};
use zeroize::Zeroizing;

use keydesk_core::model::Failure;

use crate::shell::Shell;
use crate::view::{ClipboardState, Copied, CopiedWhat};
use crate::windows::MAIN;

/// How often a clipboard that another program keeps busy is tried, once a second.
const TRIES: u32 = 30;
/// How long the end of the app may wait for the clipboard.
const A_MOMENT: Duration = Duration::from_secs(1);

/// The clipboard, and the secret of ours that is on it.
#[derive(Default)]
pub(crate) struct Lent {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Kept open: on X11 the owner of the clipboard serves what is on it.
    board: Option<Clipboard>,
    secret: Option<Zeroizing<String>>,
    /// Which secret that is, and until when.
    lent: Option<(CopiedWhat, Instant)>,
    /// Counts the loans, so that the end of one doesn't end the next.
    loan: u64,
}

/// Puts a secret on the clipboard for as long as the settings say.
pub(crate) async fn lend<R: Runtime>(
    app: &AppHandle<R>,
    secret: &str,
    what: CopiedWhat,
) -> Result<Copied, Failure> {
    let seconds = app.state::<Shell>().settings.settings().clipboard_seconds;
    let secret = Zeroizing::new(secret.to_owned());
    let loan = aside(app, move |state| {
        state.put(&secret, true)?;
        state.secret = Some(secret);
        state.lent = Some((what, Instant::now() + Duration::from_secs(seconds.into())));
        state.loan += 1;
        Ok(state.loan)
    })
    .await?;
    tell(app, ClipboardState::Holds { what, seconds });

    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(Duration::from_secs(seconds.into())).await;
        for _ in 0..TRIES {
            if end(&app, Some(loan)).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    Ok(Copied { clears_after: seconds })
}

/// Says once more what is on the clipboard: the page that was told has gone.
pub(crate) fn tell_again<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let state = app.state::<Shell>().clipboard.still_lent();
        if let Some(state) = state {
            tell(&app, state);
        }
    });
}

/// Takes the secret off the clipboard now. Fails if another program keeps the clipboard busy; the
/// secret is then still known, to be taken back later.
pub(crate) async fn take_back<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    end(app, None).await
}

/// Takes the secret off the clipboard because the app ends. The clipboard may be asking this very
/// thread for what is on it, so nothing waits for it longer than a moment.
pub(crate) fn take_back_at_exit<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    let (done, finished) = mpsc::channel();
    std::thread::spawn(move || {
        app.state::<Shell>().clipboard.lock().close();
        let _ = done.send(());
    });
    let _ = finished.recv_timeout(A_MOMENT);
}

/// The text on the clipboard, a key perhaps; none: it holds no text.
pub(crate) async fn read<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Option<Zeroizing<String>>, Failure> {
    aside(app, State::text).await
}

/// Takes a secret off the clipboard, if it is still there, wherever it was copied. Blanks around it
/// were copied with it.
pub(crate) async fn empty_of<R: Runtime>(app: &AppHandle<R>, secret: &str) -> Result<(), Failure> {
    let secret = Zeroizing::new(secret.to_owned());
    let was_lent = aside(app, move |state| match state.text()? {
        Some(text) if text.trim() == secret.as_str() => {
            state.board()?.clear().map_err(refused)?;
            Ok(state.secret.take().is_some())
        }
        _ => Ok(false),
    })
    .await?;
    if was_lent {
        tell(app, ClipboardState::Emptied);
    }
    Ok(())
}

/// Puts text that is no secret on the clipboard.
pub(crate) async fn copy_text<R: Runtime>(app: &AppHandle<R>, text: String) -> Result<(), Failure> {
    let replaced = aside(app, move |state| {
        state.put(&text, false)?;
        Ok(state.secret.take().is_some())
    })
    .await?;
    if replaced {
        tell(app, ClipboardState::Emptied);
    }
    Ok(())
}

impl Lent {
    fn still_lent(&self) -> Option<ClipboardState> {
        let state = self.lock();
        let (what, until) = state.secret.as_ref().and(state.lent)?;
        let left = until.saturating_duration_since(Instant::now()).as_millis().div_ceil(1000);
        Some(ClipboardState::Holds { what, seconds: u32::try_from(left).unwrap_or_default() })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn put(&mut self, text: &str, secret: bool) -> Result<(), Failure> {
        let board = self.board()?;
        let set = if secret { kept_out_of_histories(board.set()) } else { board.set() };
        set.text(text).map_err(refused)
    }

    /// Takes the secret back and lets the clipboard go. On X11 a thread serves what is on it, and
    /// hears only some time after it was emptied that it may forget that: now it has ended.
    fn close(&mut self) {
        // With a secret still on it, the last owner would hand it to the clipboard's history.
        if self.take_back().is_ok() {
            self.board = None;
        }
    }

    fn text(&mut self) -> Result<Option<Zeroizing<String>>, Failure> {
        match self.board()?.get_text() {
            Ok(text) => Ok(Some(Zeroizing::new(text))),
            Err(arboard::Error::ContentNotAvailable) => Ok(None),
            Err(error) => Err(refused(error)),
        }
    }

    fn board(&mut self) -> Result<&mut Clipboard, Failure> {
        let board = match self.board.take() {
            Some(board) => board,
            None => Clipboard::new().map_err(refused)?,
        };
        Ok(self.board.insert(board))
    }

    /// Empties the clipboard if our secret is still on it. Whether there was one to take back. As
    /// long as that is not known to be done, the secret is remembered.
    fn take_back(&mut self) -> Result<bool, Failure> {
        let (Some(secret), Some(board)) = (&self.secret, &mut self.board) else {
            return Ok(false);
        };
        match board.get_text().map(Zeroizing::new) {
            Ok(text) if *text == **secret => board.clear().map_err(refused)?,
            // Something else was copied since, text or not: it is not ours to take away.
            Ok(_) | Err(arboard::Error::ContentNotAvailable) => {}
            Err(error) => return Err(refused(error)),
        }
        self.secret = None;
        Ok(true)
    }
}

/// Ends a loan, or whichever there is.
async fn end<R: Runtime>(app: &AppHandle<R>, loan: Option<u64>) -> Result<(), Failure> {
    let ended = aside(app, move |state| {
        if loan.is_none_or(|loan| loan == state.loan) { state.take_back() } else { Ok(false) }
    })
    .await?;
    if ended {
        tell(app, ClipboardState::Emptied);
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn kept_out_of_histories(set: Set<'_>) -> Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn kept_out_of_histories(set: Set<'_>) -> Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn kept_out_of_histories(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
}

fn refused(_error: arboard::Error) -> Failure {
    tracing::warn!("the clipboard refused");
    Failure::ClipboardRefused
}

/// The clipboard asks other programs and may have to wait for them: not on a thread that answers.
async fn aside<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    work: impl FnOnce(&mut State) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || work(&mut app.state::<Shell>().clipboard.lock()))
        .await
        .unwrap_or(Err(Failure::ClipboardRefused))
}

fn tell<R: Runtime>(app: &AppHandle<R>, state: ClipboardState) {
    // A window that has gone needs no news.
    let _ = app.emit_to(MAIN, "clipboard", state);
}
