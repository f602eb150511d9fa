//! Reports of panics for support: where each happened, with a backtrace. The message of a panic may
//! contain anything, so it is redacted.

use std::backtrace::Backtrace;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use keydesk_core::clock::{Clock, SystemClock};
use keydesk_core::store::private_folder;

use super::redact::redact;

/// How many reports are kept. Older ones are deleted.
const MAX_REPORTS: usize = 5;

/// From here on every panic of any thread is written to a report in this folder and to the log. Replaces
/// the default hook, which would print the message without redaction.
pub(super) fn report_to(folder: PathBuf) {
    std::panic::set_hook(Box::new(move |panic| {
        let report = Report::of(panic);
        if let Err(error) = save(&report, &folder) {
            tracing::warn!(kind = ?error.kind(), "the report of a panic can't be written");
        }
        tracing::error!(
            place = report.location,
            thread = report.thread,
            "panic: {}",
            report.message
        );
    }));
}

struct Report {
    time: DateTime<Utc>,
    thread: String,
    location: String,
    message: String,
    /// Names of functions only, so it holds no secret.
    backtrace: Backtrace,
}

impl Report {
    fn of(panic: &PanicHookInfo<'_>) -> Self {
        Self {
            time: SystemClock::default().now(),
            thread: std::thread::current().name().unwrap_or("without a name").to_owned(),
            location: panic.location().map_or_else(String::new, ToString::to_string),
            message: redact(panic.payload_as_str().unwrap_or("no text")),
            backtrace: Backtrace::force_capture(),
        }
    }

    fn text(&self) -> String {
        format!(
            "Key Desk {}\nsystem: {} {}\ntime: {}\nthread: {}\nplace: {}\nmessage: {}\n\n{}\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            self.time.to_rfc3339(),
            self.thread,
            self.location,
            self.message,
            self.backtrace,
        )
    }

    fn name(&self) -> String {
        self.time.format("panic-%Y%m%dT%H%M%S%.6fZ.txt").to_string()
    }
}

fn save(report: &Report, folder: &Path) -> io::Result<()> {
    private_folder(folder)?;
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(folder.join(report.name()))?.write_all(report.text().as_bytes())?;
    delete_old_reports(folder)
}

fn delete_old_reports(folder: &Path) -> io::Result<()> {
    let mut names: Vec<String> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("panic-"))
        .collect();
    names.sort_unstable_by(|one, other| other.cmp(one));
    names.iter().skip(MAX_REPORTS).try_for_each(|name| fs::remove_file(folder.join(name)))
}
