//! Other programs: the browser, the mail program, the file manager.

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::service::refuse_secrets;

use crate::email::EmailFiles;
use crate::sentences::Sentences;
use crate::services::Services;
use crate::settings::SettingsFile;
use crate::types::{EmailDraft, EmailHandoff, Failure, Link, Mode, SavedEmail};
use crate::{clipboard, links};

pub(super) async fn open_link<R: Runtime>(
    app: &AppHandle<R>,
    link: Link,
) -> Result<Option<String>, Failure> {
    let address = address_of(app, link).await?;
    let is_open = links::open(address.clone()).await;
    Ok((!is_open).then_some(address))
}

pub(super) async fn compose_email<R: Runtime>(
    app: &AppHandle<R>,
    email: EmailDraft,
) -> Result<EmailHandoff, Failure> {
    refuse_secrets([&email.subject, &email.body])?;
    let (address, handoff) = email.mailto();
    if handoff == EmailHandoff::WithoutText {
        clipboard::copy_text(app, email.body).await?;
    }
    // Without a mail program the person can copy the email from the page, which says so.
    links::open(address).await;
    Ok(handoff)
}

pub(super) async fn save_email<R: Runtime>(
    app: &AppHandle<R>,
    email: EmailDraft,
    sender: String,
    name: String,
) -> Result<SavedEmail, Failure> {
    refuse_secrets([&email.subject, &email.body, &sender, &name])?;
    app.state::<EmailFiles>().save(&email, &sender, name).await
}

pub(super) async fn show_saved_email<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    if let Some(path) = app.state::<EmailFiles>().last_saved() {
        links::show_file(&path);
    }
    Ok(())
}

/// The address of a page, in the window's language if it is there. In practice, the practice server has
/// pages in place of some of them.
async fn address_of<R: Runtime>(app: &AppHandle<R>, link: Link) -> Result<String, Failure> {
    let language = Sentences::of(&app.state::<SettingsFile>().settings()).language();
    let site = link.in_practice().filter(|_| super::mode(app) == Mode::Practice);
    let Some(site) = site else { return Ok(link.address(language).to_owned()) };
    Ok(app.state::<Services>().practice.nova_post().await?.page_url(site, language))
}
