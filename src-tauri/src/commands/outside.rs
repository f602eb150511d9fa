//! What leaves the app because the person asked for it: clipboard, small window, browser, mail.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::{Failure, KeyId, Progress};

use super::shell;
use crate::letters::{Handed, Letter, SavedLetter};
use crate::links::{self, Link};
use crate::view::{Copied, CopiedWhat};
use crate::{clipboard, small_windows};

pub(super) async fn copy_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<Copied, Failure> {
    let secret = shell(app).service().await?.secret_of(&key, &progress).await?;
    clipboard::lend(app, secret.expose(), CopiedWhat::Key).await
}

pub(super) async fn copy_token<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
) -> Result<Copied, Failure> {
    let token = shell(app).service().await?.token_of(&key).ok_or(Failure::KeyRefused)?;
    clipboard::lend(app, token.expose(), CopiedWhat::Token).await
}

pub(super) async fn empty_clipboard<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    clipboard::take_back(app).await
}

pub(super) async fn copy_text<R: Runtime>(app: &AppHandle<R>, text: String) -> Result<(), Failure> {
    clipboard::copy_text(app, text).await
}

pub(super) async fn show_key<R: Runtime>(
    app: &AppHandle<R>,
    key: KeyId,
    progress: Progress,
) -> Result<(), Failure> {
    let mode = shell(app).mode();
    // A keychain that fails is told of in the main window, not in an empty small one.
    shell(app).services.of(mode).await?.secret_of(&key, &progress).await?;
    // Whoever has changed the mode meanwhile has left the page that asked.
    if shell(app).mode() == mode {
        small_windows::open_reveal(app, mode, key);
    }
    Ok(())
}

pub(super) async fn open_link<R: Runtime>(app: &AppHandle<R>, link: Link) -> Result<(), Failure> {
    links::open(&shell(app).address_of(link).await?);
    Ok(())
}

pub(super) async fn write_letter<R: Runtime>(
    app: &AppHandle<R>,
    letter: Letter,
) -> Result<Handed, Failure> {
    let (address, handed) = letter.mailto();
    if handed == Handed::WithoutText {
        clipboard::copy_text(app, letter.body).await?;
    }
    links::open(&address);
    Ok(handed)
}

pub(super) async fn save_letter<R: Runtime>(
    app: &AppHandle<R>,
    letter: Letter,
    sender: String,
    name: String,
) -> Result<SavedLetter, Failure> {
    shell(app).save_letter(letter.message(Some(&sender)), name).await
}

pub(super) async fn show_saved_letter<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    shell(app).show_saved_letter();
    Ok(())
}
