//! The check of the connection.

use std::sync::Arc;

use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::clock::SystemClock;
use keydesk_core::nova_post::ConnectionCheck;
use keydesk_core::service::{RegisterFile, refuse_secrets};

use super::{mode, service};
use crate::connection_check::{ConnectionChecks, computer};
use crate::events;
use crate::policy::Policy;
use crate::saved_lists::SavedLists;
use crate::services::keychain_service;
use crate::start_config::StartConfig;
use crate::types::{ConnectionReport, Failure, SavedList};

pub(super) async fn check_connection<R: Runtime>(
    app: &AppHandle<R>,
    real: bool,
) -> Result<ConnectionReport, Failure> {
    let check = if real {
        let StartConfig { sandbox, production, ukraine, .. } = app.state::<StartConfig>().inner();
        let addresses = [sandbox, production, ukraine].map(Clone::clone);
        let proxies = app.state::<Policy>().proxies();
        ConnectionCheck::new(addresses, proxies, Arc::new(SystemClock::default()))
    } else {
        service(app).await?.connection.clone()
    };
    let home = app.state::<StartConfig>().home.clone();
    let keychain = keychain_service(mode(app));
    let window = app.clone();
    let on_line = move |line| events::connection_check_progress(&window, line);
    let checks = app.state::<ConnectionChecks>();
    let report = checks.run(on_line, |on_line| async move {
        tokio::join!(check.run(&on_line), computer(home, keychain, &on_line));
    });
    Ok(report.await)
}

pub(super) async fn cancel_connection_check<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    app.state::<ConnectionChecks>().cancel();
    Ok(())
}

/// Fails with `looks_like_key` if the text has a key or a token in it.
pub(super) async fn save_connection_report<R: Runtime>(
    app: &AppHandle<R>,
    name: String,
    text: String,
) -> Result<SavedList, Failure> {
    refuse_secrets([&name, &text])?;
    let file = RegisterFile { content: text, left_out: 0 };
    app.state::<SavedLists>().save(name, "txt", file).await
}
