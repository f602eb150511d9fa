//! The search of this computer for keys.

use std::sync::Arc;

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::Progress;
use keydesk_core::service::OnSearchProgress;

use super::service;
use crate::search_folders::{self, SearchFolders};
use crate::start_config::StartConfig;
use crate::types::{Failure, KeySearchResult, SearchFolder};
use crate::{events, links};

pub(super) async fn search_folders<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Vec<SearchFolder>, Failure> {
    Ok(app.state::<SearchFolders>().usual())
}

pub(super) async fn choose_search_folder<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Option<SearchFolder>, Failure> {
    let chosen = search_folders::choose(app).await;
    Ok(chosen.map(|path| app.state::<SearchFolders>().add_chosen(path)))
}

pub(super) async fn search_for_keys<R: Runtime>(
    app: &AppHandle<R>,
    folders: Vec<u32>,
    progress: Progress,
) -> Result<KeySearchResult, Failure> {
    let window = app.clone();
    let on_progress: OnSearchProgress =
        Arc::new(move |progress| events::key_search_progress(&window, progress));
    let folders = app.state::<SearchFolders>().paths(&folders);
    let skipped = search_folders::skipped(&app.state::<StartConfig>().home);
    let service = service(app).await?;
    service.key_search.search(folders, skipped, &on_progress, &progress).await
}

pub(super) async fn cancel_key_search<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    service(app).await?.key_search.cancel();
    Ok(())
}

/// Fails with `not_found` if the last search has no such place.
pub(super) async fn show_found_key<R: Runtime>(
    app: &AppHandle<R>,
    place: u32,
) -> Result<(), Failure> {
    let path = service(app).await?.key_search.path(place).ok_or(Failure::NotFound)?;
    links::show_file(&path);
    Ok(())
}
