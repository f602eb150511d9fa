//! What the app writes for support: a log and reports of panics, without secrets. And no core dumps.

mod hardening;
mod log;
mod log_files;
mod panic;
mod redact;

use std::path::{Path, PathBuf};

pub use hardening::{close_to_others, disable_core_dumps};
pub use redact::redact;

use self::log::Writer;

/// The folder for logs in `home`, the folder for everything that the app writes.
#[must_use]
pub fn logs(home: &Path) -> PathBuf {
    home.join("logs")
}

/// The folder for reports of panics in `home`.
#[must_use]
pub fn reports(home: &Path) -> PathBuf {
    home.join("reports")
}

/// Keeps the log open. When dropped, waits until the last lines are written, for a second at most.
#[derive(Debug)]
pub struct Diagnostics {
    writer: Writer,
}

/// Starts the log and the reports of panics. Creates no file before there is something to write. If
/// the disk refuses, lines and reports are lost, and the app goes on.
#[must_use]
pub fn begin(home: &Path) -> Diagnostics {
    let writer = log::begin(logs(home));
    panic::report_to(reports(home));
    Diagnostics { writer }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        self.writer.finish();
    }
}
