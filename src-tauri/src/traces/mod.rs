//! What the app leaves behind: a log and reports of crashes, neither with a secret in it, and no
//! image of its memory.

mod hardening;
mod log;
mod pages;
mod panic;
mod redact;

use std::path::{Path, PathBuf};

pub use hardening::{close_to_others, keep_no_dumps};
pub use redact::redact;

use self::log::Writer;

/// The folder for logs, in the folder for everything that the app writes.
#[must_use]
pub fn logs(home: &Path) -> PathBuf {
    home.join("logs")
}

/// The folder for reports of crashes, likewise.
#[must_use]
pub fn reports(home: &Path) -> PathBuf {
    home.join("reports")
}

/// Writes what was still to be written when dropped: kept until the app ends.
#[derive(Debug)]
pub struct Traces {
    writer: Writer,
}

/// Begins to log, and to report panics. Nothing is written before there is something to write; a
/// disk that takes nothing loses lines and reports, and disturbs nothing else.
#[must_use]
pub fn begin(home: &Path) -> Traces {
    let writer = log::begin(logs(home));
    panic::report_to(reports(home));
    Traces { writer }
}

impl Drop for Traces {
    fn drop(&mut self) {
        self.writer.finish();
    }
}
