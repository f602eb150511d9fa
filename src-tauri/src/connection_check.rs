//! The connection check: what is on this computer, and the check that runs. `keydesk_core` checks the way to Nova Post.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tokio::sync::Notify;
use tokio::time::timeout;
use ts_rs::TS;

use keydesk_core::keychain::Keychain;
use keydesk_core::model::ConnectionFinding as Found;
use keydesk_core::model::ConnectionTopic as Topic;
use keydesk_core::model::ConnectionVerdict::{self, Bad, Good, Look};
use keydesk_core::model::{ConnectionLine, Failure, KeychainTrouble, no_progress};
use keydesk_core::nova_post::OnLine;

/// The time for the keychain, and for the disk.
const PART: Duration = Duration::from_secs(12);

/// Below this the database may be unable to write, in megabytes.
const TOO_FULL: u64 = 20;
/// Below this the person should have a look, in megabytes.
const NEARLY_FULL: u64 = 500;

/// What a check found.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectionReport {
    /// The lines, in the order of the page.
    pub(crate) lines: Vec<ConnectionLine>,
    /// Whether the person cancelled it, so that lines are missing.
    pub(crate) is_cancelled: bool,
}

/// The checks of the connection. A new one cancels the one before.
#[derive(Default)]
pub(crate) struct ConnectionChecks {
    cancelled: Notify,
}

impl ConnectionChecks {
    /// Runs a check until it ends or is cancelled. `on_line` gets each line at once.
    pub(crate) async fn run<F: Future<Output = ()>>(
        &self,
        on_line: impl Fn(ConnectionLine) + Send + Sync + 'static,
        check: impl FnOnce(OnLine) -> F,
    ) -> ConnectionReport {
        self.cancel();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let recorded = Arc::clone(&lines);
        let record: OnLine = Arc::new(move |line: ConnectionLine| {
            on_line(line.clone());
            recorded.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        });
        let is_cancelled = tokio::select! {
            () = check(record) => false,
            () = self.cancelled.notified() => true,
        };
        let mut lines = lines.lock().unwrap_or_else(PoisonError::into_inner).clone();
        lines.sort_by_key(|line| line.topic);
        ConnectionReport { lines, is_cancelled }
    }

    /// Cancels the running check.
    pub(crate) fn cancel(&self) {
        self.cancelled.notify_waiters();
    }
}

/// Checks the keychain, the data folder, its disk and the web engine.
pub(crate) async fn computer(home: PathBuf, keychain: &str, on_line: &OnLine) {
    let report = |topic, (verdict, found)| on_line(ConnectionLine::new(topic, verdict, found));
    report(Topic::WebEngine, web_engine());
    let (of_folder, of_disk) = (home.clone(), home);
    tokio::join!(
        async { report(Topic::Keychain, of_keychain(keychain).await) },
        async { report(Topic::DataFolder, in_background(move || folder(&of_folder)).await) },
        async { report(Topic::Disk, in_background(move || disk(&of_disk)).await) },
    );
}

async fn in_background(
    check: impl FnOnce() -> (ConnectionVerdict, Found) + Send + 'static,
) -> (ConnectionVerdict, Found) {
    match timeout(PART, tauri::async_runtime::spawn_blocking(check)).await {
        Ok(Ok(found)) => found,
        Ok(Err(error)) => (Bad, Found::Failed { failure: Failure::internal("join", &error) }),
        Err(_) => (Bad, Found::NoResult),
    }
}

/// Reads the names of the entries, without a password prompt: a check that was not asked for one shows none.
async fn of_keychain(service: &str) -> (ConnectionVerdict, Found) {
    let keychain = Keychain::of_this_computer(service).non_interactive();
    match timeout(PART, keychain.names(&no_progress())).await {
        Ok(Ok(_)) => (Good, Found::KeychainWorks),
        // The system asks for its password as soon as the keychain is needed.
        Ok(Err(KeychainTrouble::Locked)) => {
            (Look, Found::Failed { failure: Failure::KeychainLocked })
        }
        Ok(Err(trouble)) => (Bad, Found::Failed { failure: trouble.into() }),
        Err(_) => (Bad, Found::Failed { failure: Failure::KeychainSlow }),
    }
}

/// Writes a file into the data folder, and deletes it.
fn folder(home: &Path) -> (ConnectionVerdict, Found) {
    use std::io::Write;

    let written = tempfile::Builder::new().prefix(".check-").tempfile_in(home).and_then(|file| {
        let mut file = file.as_file();
        file.write_all(&[0; 4096])?;
        file.sync_all()
    });
    match written {
        Ok(()) => (Good, Found::FolderWritable),
        Err(error) => {
            tracing::warn!(kind = ?error.kind(), "the data folder can't be written");
            (Bad, Found::Failed { failure: Failure::StoreUnwritable })
        }
    }
}

fn disk(home: &Path) -> (ConnectionVerdict, Found) {
    let Some(bytes) = free_bytes(home) else { return (Look, Found::NoResult) };
    let megabytes = bytes / 1_000_000;
    let verdict = match megabytes {
        ..TOO_FULL => Bad,
        TOO_FULL..NEARLY_FULL => Look,
        _ => Good,
    };
    (verdict, Found::DiskSpace { megabytes })
}

/// The free space for this person on the disk of a folder. `None` if the system does not tell it.
#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// The free space on the disk of a folder. `None` if the system does not tell it.
#[cfg(windows)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let disks = sysinfo::Disks::new_with_refreshed_list().ok()?;
    let holds = |disk: &&sysinfo::Disk| folder.starts_with(disk.mount_point());
    let disk = disks.iter().filter(holds);
    let disk = disk.max_by_key(|disk| disk.mount_point().as_os_str().len())?;
    Some(disk.available_space())
}

fn web_engine() -> (ConnectionVerdict, Found) {
    match tauri::webview_version() {
        Ok(version) => (Good, Found::WebEngineVersion { version }),
        Err(error) => {
            tracing::warn!(%error, "the web engine's version is unknown");
            (Look, Found::NoResult)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(topic: Topic) -> ConnectionLine {
        ConnectionLine::new(topic, Good, Found::FolderWritable)
    }

    #[tokio::test]
    async fn the_lines_of_a_report_are_in_the_order_of_the_page() {
        let checks = ConnectionChecks::default();
        let report = checks.run(
            |_| {},
            async |on_line| {
                on_line(line(Topic::Disk));
                on_line(line(Topic::Names));
            },
        );
        let report = report.await;
        assert_eq!(report.lines, [line(Topic::Names), line(Topic::Disk)]);
        assert!(!report.is_cancelled);
    }

    #[tokio::test]
    async fn a_cancelled_check_keeps_the_lines_that_were_there() {
        let checks = Arc::new(ConnectionChecks::default());
        let cancelling = Arc::clone(&checks);
        let report = checks.run(
            move |_| cancelling.cancel(),
            async |on_line| {
                // The cancellation counts once the check waits.
                tokio::task::yield_now().await;
                on_line(line(Topic::Names));
                std::future::pending::<()>().await;
            },
        );
        let report = report.await;
        assert_eq!((report.lines, report.is_cancelled), (vec![line(Topic::Names)], true));
    }

    #[test]
    fn a_folder_that_is_no_folder_cannot_be_written() {
        let folder_of = |path: &Path| folder(path);
        let home = tempfile::tempdir().unwrap();
        assert_eq!(folder_of(home.path()), (Good, Found::FolderWritable));
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
        let missing = folder_of(&home.path().join("missing"));
        assert_eq!(missing, (Bad, Found::Failed { failure: Failure::StoreUnwritable }));
    }

    #[test]
    fn the_disk_of_a_folder_has_some_space() {
        let home = tempfile::tempdir().unwrap();
        assert!(matches!(disk(home.path()).1, Found::DiskSpace { megabytes: 1.. }));
        assert_eq!(free_bytes(Path::new("/no/such/folder")), None);
    }
}
