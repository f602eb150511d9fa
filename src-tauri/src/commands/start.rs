//! The main window itself: first paint, mode, settings.

use tauri::{AppHandle, Manager, Runtime};

use crate::notifications;
use crate::services::{Services, keychain_service};
use crate::settings::SettingsFile;
use crate::start_config::StartConfig;
use crate::types::{Failure, Mode, Presenter, Settings, StorageLocations};
use crate::updates;
use crate::windows::{main, popup};

pub(super) async fn window_painted<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    main::page_painted(app);
    notifications::start(app);
    updates::start(app);
    Ok(())
}

/// Opens the service and saves the choice before anything changes: the practice banner is never shown
/// over live data. The popup windows, the check of all keys and the search for keys belong to the old mode.
pub(super) async fn choose_mode<R: Runtime>(app: &AppHandle<R>, mode: Mode) -> Result<(), Failure> {
    app.state::<Services>().open(mode).await?;
    write(app, move |settings| settings.choose_mode(mode)).await?;
    app.state::<Services>().cancel_checks();
    popup::close_all(app);
    main::apply_settings(app);
    Ok(())
}

pub(super) async fn save_settings<R: Runtime>(
    app: &AppHandle<R>,
    settings: Settings,
) -> Result<(), Failure> {
    write(app, move |file| file.save(settings)).await?;
    main::apply_settings(app);
    Ok(())
}

pub(super) async fn save_presenter<R: Runtime>(
    app: &AppHandle<R>,
    presenter: Presenter,
) -> Result<(), Failure> {
    let before = app.state::<SettingsFile>().presenter_text_size();
    write(app, move |settings| settings.save_presenter(presenter)).await?;
    if app.state::<SettingsFile>().presenter_text_size() != before {
        popup::close_all(app);
        main::apply_settings(app);
    }
    Ok(())
}

pub(super) async fn storage_locations<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<StorageLocations, Failure> {
    Ok(StorageLocations {
        data_folder: app.state::<StartConfig>().home.display().to_string(),
        keychain_service: keychain_service(super::mode(app)).to_owned(),
    })
}

/// Writes the settings in a background task, because writing waits for the disk.
async fn write<R: Runtime>(
    app: &AppHandle<R>,
    write: impl FnOnce(&SettingsFile) -> Result<(), Failure> + Send + 'static,
) -> Result<(), Failure> {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || write(&app.state::<SettingsFile>()))
        .await
        .unwrap_or_else(|error| Err(Failure::internal("join", &error)))
}
