//! The steps from the question to the installation.

use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::{Failure, Mode};
use keydesk_core::updates::{UpdateAddress, UpdateServer};

use super::source::UpdateSource;
use super::{Offer, Updates, change, install};
use crate::policy::Policy;
use crate::services::Services;
use crate::update_view::UpdatePhase;

/// How long the app waits for the end of a request before it installs.
const QUIET_WITHIN: Duration = Duration::from_secs(20);

/// Between two looks at what is under way.
const QUIET_PAUSE: Duration = Duration::from_millis(200);

/// The offered version, if it is newer than this one.
pub(super) async fn ask<R: Runtime>(
    app: &AppHandle<R>,
    source: &UpdateSource,
) -> Result<Option<Offer>, Failure> {
    let address = UpdateAddress::parse(&source.address)?;
    let release = server(app).await?.latest(&address).await?;
    let offered: semver::Version =
        release.version.parse().map_err(|_| Failure::UpdateAnswerUnreadable { status: 200 })?;
    let running = &app.package_info().version;
    tracing::info!(%offered, %running, "looked for a new version");
    if offered < *running {
        return Err(Failure::UpdateOlder { version: release.version });
    }
    if offered == *running {
        return Ok(None);
    }
    let package = release.package(&source.targets)?;
    Ok(Some(Offer { release, package }))
}

/// The client, which reads the trust store.
async fn server<R: Runtime>(app: &AppHandle<R>) -> Result<UpdateServer, Failure> {
    let proxies = app.state::<Policy>().proxies();
    tauri::async_runtime::spawn_blocking(move || UpdateServer::new(&proxies))
        .await
        .unwrap_or_else(|error| Err(Failure::internal("join", &error)))
}

/// Downloads the file, waits until nothing is under way, and makes a backup. `None` if the person cancels that.
pub(super) async fn fetch<R: Runtime>(
    app: &AppHandle<R>,
    offer: &Offer,
) -> Result<Option<Vec<u8>>, Failure> {
    let updates = app.state::<Updates>();
    let fetching = async {
        change(app, |found| found.phase = UpdatePhase::Downloading { percent: None });
        let server = server(app).await?;
        let on_received = |received, size| note_received(app, received, size);
        let file = server.download(&offer.package, &on_received).await?;
        change(app, |found| found.phase = UpdatePhase::Preparing);
        tokio::time::timeout(QUIET_WITHIN, until_quiet(app))
            .await
            .map_err(|_| Failure::UpdateNotNow)?;
        app.state::<Services>().open(Mode::Live).await?.backups.keep().await;
        Ok(file)
    };
    tokio::select! {
        fetched = fetching => fetched.map(Some),
        () = updates.cancelled.notified() => Ok(None),
    }
}

fn note_received<R: Runtime>(app: &AppHandle<R>, received: u64, size: Option<u64>) {
    let percent = size.filter(|size| *size > 0).map(|size| received * 100 / size);
    let percent = percent.and_then(|percent| u8::try_from(percent).ok());
    let phase = UpdatePhase::Downloading { percent };
    if app.state::<Updates>().found().phase != phase {
        change(app, |found| found.phase = phase);
    }
}

/// Checks the signature and lets the system install the file. Returns `true`.
pub(super) async fn put_in_place<R: Runtime>(
    app: &AppHandle<R>,
    source: UpdateSource,
    offer: Offer,
    file: Vec<u8>,
) -> Result<bool, Failure> {
    let updates = app.state::<Updates>();
    let version = offer.release.version.clone();
    updates.record.change(|record| record.installing = Some(version));
    change(app, |found| found.phase = UpdatePhase::Installing);
    let installing = {
        let app = app.clone();
        move || install::install(&app, &source, &offer, &file)
    };
    let installed = tauri::async_runtime::spawn_blocking(installing)
        .await
        .unwrap_or_else(|error| Err(Failure::internal("join", &error)));
    if installed.is_err() {
        updates.record.change(|record| record.installing = None);
    }
    installed.map(|()| true)
}

/// Waits until the app may end without losing anything: no request is under way, every key is saved, and no popup
/// window is open.
pub(super) async fn until_quiet<R: Runtime>(app: &AppHandle<R>) {
    while !app.state::<Services>().is_live_idle() || app.webview_windows().len() > 1 {
        tokio::time::sleep(QUIET_PAUSE).await;
    }
}
