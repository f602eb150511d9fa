//! New versions of the app: looks for them, offers them, and installs one that the person wants.
//!
//! Nothing is downloaded or installed without a press of a button. Until the system installs the file, it is in memory
//! only, so nothing is left of a download that fails or is cancelled. `docs/decisions/updates.md` has the reasons.

mod install;
mod record;
mod source;
mod steps;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use tauri::{AppHandle, Manager, Runtime};
use tokio::sync::Notify;

use keydesk_core::clock::{Clock, SystemClock};
use keydesk_core::model::Failure;
use keydesk_core::updates::{Package, Release};

use self::record::RecordFile;
use self::source::source;
use self::steps::{ask, fetch, put_in_place, until_quiet};
use crate::events;
use crate::policy::Policy;
use crate::settings::SettingsFile;
use crate::update_view::{UpdateAvailability, UpdateOffer, UpdatePhase, UpdateState};

/// From the first paint to the first look.
const FIRST_LOOK: Duration = Duration::from_mins(1);

/// Between two times at which the app asks itself whether a look is due.
const PAUSE: Duration = Duration::from_mins(10);

/// What is known of new versions, and what is being done.
pub(crate) struct Updates {
    record: RecordFile,
    found: Mutex<Found>,
    is_started: AtomicBool,
    /// Held by a look or an installation: there is one at a time.
    working: tokio::sync::Mutex<()>,
    cancelled: Notify,
}

struct Found {
    phase: UpdatePhase,
    offer: Option<Offer>,
    is_postponed: bool,
    check_failure: Option<Failure>,
    install_failure: Option<Failure>,
    installed: Option<String>,
}

/// A newer version with a file for this copy.
#[derive(Clone)]
struct Offer {
    release: Release,
    package: Package,
}

impl Updates {
    /// Looks for nothing until [`start`]. `home`: the data folder.
    pub(crate) fn new(home: &Path) -> Self {
        Self {
            record: RecordFile::in_folder(home),
            found: Mutex::new(Found {
                phase: UpdatePhase::Idle,
                offer: None,
                is_postponed: false,
                check_failure: None,
                install_failure: None,
                installed: None,
            }),
            is_started: AtomicBool::new(false),
            working: tokio::sync::Mutex::default(),
            cancelled: Notify::new(),
        }
    }

    fn found(&self) -> MutexGuard<'_, Found> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says what came of the last installation, and starts to look once a day. Does nothing the second time.
pub(crate) fn start<R: Runtime>(app: &AppHandle<R>) {
    if app.state::<Updates>().is_started.swap(true, Ordering::Relaxed) {
        return;
    }
    note_result(app);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(FIRST_LOOK).await;
        loop {
            if is_wanted(&app) && app.state::<Updates>().record.get().is_check_due(now()) {
                check(&app).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    });
}

/// Whether the person, or the organization, wants to hear of new versions.
fn is_wanted<R: Runtime>(app: &AppHandle<R>) -> bool {
    let by_policy = app.state::<Policy>().updates();
    by_policy.unwrap_or_else(|| app.state::<SettingsFile>().settings().look_for_updates)
}

/// For the window.
pub(crate) fn state<R: Runtime>(app: &AppHandle<R>) -> UpdateState {
    let updates = app.state::<Updates>();
    let availability = source(app).err().unwrap_or(UpdateAvailability::Ready);
    let last_check = updates.record.get().last_check;
    let found = updates.found();
    UpdateState {
        availability,
        phase: found.phase,
        offer: found.offer.as_ref().map(|Offer { release, .. }| UpdateOffer {
            version: release.version.clone(),
            notes: release.notes.clone(),
        }),
        is_postponed: found.is_postponed,
        last_check,
        check_failure: found.check_failure.clone(),
        install_failure: found.install_failure.clone(),
        installed: found.installed.clone(),
    }
}

/// Looks for a new version. Does nothing if this copy can't, or if a look or an installation is under way.
pub(crate) async fn check<R: Runtime>(app: &AppHandle<R>) {
    let updates = app.state::<Updates>();
    let (Ok(source), Ok(_working)) = (source(app), updates.working.try_lock()) else { return };
    updates.record.change(|record| record.last_check = Some(now()));
    change(app, |found| found.phase = UpdatePhase::Checking);
    let asked = ask(app, &source).await;
    change(app, |found| {
        found.phase = UpdatePhase::Idle;
        match asked {
            Ok(offer) => {
                found.offer = offer;
                found.is_postponed = false;
                found.check_failure = None;
            }
            Err(failure) => found.check_failure = Some(failure),
        }
    });
}

/// Downloads the file of the offered version, installs it and starts the app again. The state says how that went.
pub(crate) async fn install<R: Runtime>(app: &AppHandle<R>) {
    let updates = app.state::<Updates>();
    let Ok(source) = source(app) else { return };
    if !matches!(updates.found().phase, UpdatePhase::Idle | UpdatePhase::Checking) {
        return;
    }
    // A look that is under way may find something else.
    let _working = updates.working.lock().await;
    let Some(offer) = updates.found().offer.clone() else { return };
    change(app, |found| found.install_failure = None);
    let installed = match fetch(app, &offer).await {
        Ok(Some(file)) => put_in_place(app, source, offer, file).await,
        Ok(None) => Ok(false),
        Err(failure) => Err(failure),
    };
    if let Ok(true) = installed {
        change(app, |found| found.phase = UpdatePhase::Restarting);
        // A request can have begun while the system asked for a password.
        until_quiet(app).await;
        tracing::info!("starting again after an update");
        app.request_restart();
        return;
    }
    change(app, |found| {
        found.phase = UpdatePhase::Idle;
        found.install_failure = installed.err();
    });
}

/// Stops a download. Does nothing once the system installs the file.
pub(crate) fn cancel<R: Runtime>(app: &AppHandle<R>) {
    app.state::<Updates>().cancelled.notify_waiters();
}

/// Hides the offer until the next look or the next start.
pub(crate) fn postpone<R: Runtime>(app: &AppHandle<R>) {
    change(app, |found| found.is_postponed = true);
}

/// Forgets what came of a look or an installation, because the person has read it.
pub(crate) fn dismiss_result<R: Runtime>(app: &AppHandle<R>) {
    let updates = app.state::<Updates>();
    if updates.record.get().installed.is_some() {
        updates.record.change(|record| record.installed = None);
    }
    change(app, |found| {
        found.installed = None;
        found.install_failure = None;
        found.check_failure = None;
    });
}

/// Whether the app must not end, because the system is installing the new version.
pub(crate) fn is_installing<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.try_state::<Updates>().is_some_and(|it| it.found().phase == UpdatePhase::Installing)
}

/// Says what came of the last installation. It can have left the version before in place: the computer was switched
/// off, say. And a person may have gone back to that version since.
fn note_result<R: Runtime>(app: &AppHandle<R>) {
    let updates = app.state::<Updates>();
    let before = updates.record.get();
    let running = app.package_info().version.to_string();
    let (is_there, is_missing) = match &before.installing {
        Some(version) => (*version == running, *version != running),
        None => (before.installed.as_ref() == Some(&running), false),
    };
    let installed = is_there.then_some(running);
    if before.installing.is_some() || before.installed != installed {
        updates.record.change(|record| {
            record.installing = None;
            record.installed.clone_from(&installed);
        });
    }
    if is_there || is_missing {
        change(app, |found| {
            found.install_failure = is_missing.then_some(Failure::UpdateNotInstalled);
            found.installed = installed;
        });
    }
}

fn now() -> DateTime<Utc> {
    SystemClock::default().now()
}

/// Changes what is known, and tells the window.
fn change<R: Runtime>(app: &AppHandle<R>, change: impl FnOnce(&mut Found)) {
    change(&mut app.state::<Updates>().found());
    events::update_changed(app, state(app));
}
