//! Practice: its phone book, its time, and clearing it away.

use tauri::{AppHandle, Runtime};

use keydesk_core::model::Failure;
use keydesk_core::phone::Region;
use keydesk_core::service::Service;

use super::shell;
use crate::practice::{NumberAdded, Part, PracticeNumber, PracticeTime, TimeMove, refused};
use crate::{clipboard, small_windows};

pub(super) async fn practice_book<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Vec<PracticeNumber>, Failure> {
    let numbers = shell(app).services.practice.nova_post().await?.numbers();
    Ok(numbers.into_iter().map(PracticeNumber::from).collect())
}

pub(super) async fn add_practice_number<R: Runtime>(
    app: &AppHandle<R>,
    input: String,
    country: Option<Region>,
    plays: Part,
) -> Result<NumberAdded, Failure> {
    let digits = match NumberAdded::digits(Service::check_phone(&input, country)) {
        Ok(digits) => digits,
        Err(why) => return Ok(why),
    };
    let shell = shell(app);
    let nova_post = shell.services.practice.nova_post().await?;
    let added = refused(nova_post.add_number(&digits, plays.0).await)?;
    Ok(added.map_or_else(NumberAdded::from, |()| NumberAdded::Added))
}

pub(super) async fn remove_practice_number<R: Runtime>(
    app: &AppHandle<R>,
    digits: String,
) -> Result<(), Failure> {
    let shell = shell(app);
    let nova_post = shell.services.practice.nova_post().await?;
    // One that isn't there any more needs no removing.
    refused(nova_post.remove_number(&digits).await).map(drop)
}

pub(super) async fn practice_time<R: Runtime>(app: &AppHandle<R>) -> Result<PracticeTime, Failure> {
    Ok(shell(app).services.practice.nova_post().await?.shift().into())
}

pub(super) async fn move_practice_time<R: Runtime>(
    app: &AppHandle<R>,
    to: TimeMove,
) -> Result<Option<PracticeTime>, Failure> {
    let shell = shell(app);
    let nova_post = shell.services.practice.nova_post().await?;
    let moved = refused(nova_post.set_time(to.into()).await)?;
    // What the pages show has aged.
    shell.services.tell_news();
    Ok(moved.ok().map(|()| nova_post.shift().into()))
}

pub(super) async fn unlock_practice<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    shell(app).services.practice.unlock().await
}

/// What practice has lent to the outside goes last: a clearing that is refused changes nothing.
pub(super) async fn clear_practice<R: Runtime>(
    app: &AppHandle<R>,
    keep_numbers: bool,
) -> Result<(), Failure> {
    shell(app).services.practice.clear(keep_numbers).await?;
    small_windows::close_all(app);
    // A clipboard that another program keeps busy is emptied later.
    let _ = clipboard::take_back(app).await;
    Ok(())
}
