//! The log. Every line is redacted, then written to the log files; warnings and errors also go to the
//! standard error, where an administrator looks.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::time::Duration;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::prelude::*;
use tracing_subscriber::util::SubscriberInitExt;

use super::log_files::LogFiles;
use super::redact::redact;

/// How many lines may wait for the disk. Further lines are lost, because the app never waits for its
/// log.
const QUEUE_LENGTH: usize = 1024;
/// How long the end of the app waits for the last lines.
const FINISH_TIMEOUT: Duration = Duration::from_secs(1);

/// Sends lines to the thread that writes the log.
#[derive(Debug)]
pub(super) struct Writer {
    lines: SyncSender<Entry>,
}

enum Entry {
    Line(Vec<u8>),
    /// Answered when all earlier lines are written.
    Finish(Sender<()>),
}

/// Starts the log of this process: everything from the app's own crates, warnings and errors of
/// libraries. Only the first call in a process has an effect.
pub(super) fn begin(folder: PathBuf) -> Writer {
    let (lines, waiting) = sync_channel(QUEUE_LENGTH);
    let files = LogFiles::in_folder(folder);
    // If the system starts no thread, all lines are lost. There is no log yet that could say so.
    let _ = std::thread::Builder::new().name("log".to_owned()).spawn(|| write(files, waiting));

    let to_disk = lines.clone();
    let to_disk = layer()
        .with_ansi(false)
        .with_writer(move || Redacting(Queue(to_disk.clone())))
        .with_filter(
            Targets::new()
                .with_default(LevelFilter::WARN)
                .with_target("keydesk", LevelFilter::INFO),
        );
    let to_stderr = layer()
        .with_ansi(false)
        .with_writer(|| Redacting(io::stderr()))
        .with_filter(LevelFilter::WARN);
    // Fails if this process has a log already.
    let _ = tracing_subscriber::registry().with(to_disk).with(to_stderr).try_init();
    Writer { lines }
}

impl Writer {
    /// Waits until all lines are written, for [`FINISH_TIMEOUT`] at most.
    pub(super) fn finish(&self) {
        let (done, finished) = channel();
        if self.lines.try_send(Entry::Finish(done)).is_ok() {
            // After the timeout the app ends all the same.
            let _ = finished.recv_timeout(FINISH_TIMEOUT);
        }
    }
}

fn write(mut files: LogFiles, entries: Receiver<Entry>) {
    for entry in entries {
        match entry {
            // If the disk is full, the line is lost. The log can't say so.
            Entry::Line(line) => drop(files.append(&line)),
            // An error says that the app no longer waits.
            Entry::Finish(done) => drop(done.send(())),
        }
    }
}

struct Queue(SyncSender<Entry>);

impl Write for Queue {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // If the queue is full, the line is lost.
        let _ = self.0.try_send(Entry::Line(line.to_vec()));
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Redacts before it writes. Each write is one whole line, with its fields and those of its spans.
struct Redacting<W>(W);

impl<W: Write> Write for Redacting<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.write_all(redact(&String::from_utf8_lossy(line)).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
