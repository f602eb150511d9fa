//! Practice: its phone numbers, its time, and deleting its data.

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::phone;

use crate::practice::saved;
use crate::services::Services;
use crate::types::{
    Failure, NumberAdded, PracticeNumber, PracticeTime, Region, SimulatedOutcome, TimeMove,
};
use crate::windows::popup;
use crate::{clipboard, events};

pub(super) async fn practice_numbers<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Vec<PracticeNumber>, Failure> {
    let numbers = app.state::<Services>().practice.nova_post().await?.numbers();
    Ok(numbers.into_iter().map(PracticeNumber::from).collect())
}

pub(super) async fn add_practice_number<R: Runtime>(
    app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
    plays: SimulatedOutcome,
) -> Result<NumberAdded, Failure> {
    let digits = match NumberAdded::digits(phone::check(&input, country)) {
        Ok(digits) => digits,
        Err(refusal) => return Ok(refusal),
    };
    let services = app.state::<Services>();
    let nova_post = services.practice.nova_post().await?;
    let added = saved(nova_post.add_number(&digits, plays.0).await)?;
    Ok(added.map_or_else(NumberAdded::from, |()| NumberAdded::Added))
}

pub(super) async fn remove_practice_number<R: Runtime>(
    app: &AppHandle<R>,
    digits: String,
) -> Result<(), Failure> {
    let services = app.state::<Services>();
    let nova_post = services.practice.nova_post().await?;
    // A refusal means that the number was removed before, which is what the person wants.
    saved(nova_post.remove_number(&digits).await).map(drop)
}

pub(super) async fn practice_time<R: Runtime>(app: &AppHandle<R>) -> Result<PracticeTime, Failure> {
    Ok(app.state::<Services>().practice.nova_post().await?.shift().into())
}

pub(super) async fn move_practice_time<R: Runtime>(
    app: &AppHandle<R>,
    to: TimeMove,
) -> Result<Option<PracticeTime>, Failure> {
    let services = app.state::<Services>();
    let nova_post = services.practice.nova_post().await?;
    let moved = saved(nova_post.set_time(to.into()).await)?;
    // Keys and tokens may have expired.
    events::keys_changed(app);
    Ok(moved.ok().map(|()| nova_post.shift().into()))
}

pub(super) async fn unlock_practice<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    app.state::<Services>().practice.unlock().await
}

/// Clears the session first: if that fails, popup windows and clipboard stay as they are.
pub(super) async fn clear_practice<R: Runtime>(
    app: &AppHandle<R>,
    keep_numbers: bool,
) -> Result<(), Failure> {
    app.state::<Services>().practice.clear(keep_numbers).await?;
    popup::close_all(app);
    if clipboard::clear_secret(app).await.is_err() {
        tracing::info!("the clipboard is cleared when its lease ends");
    }
    Ok(())
}
