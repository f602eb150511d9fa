//! Where log lines go: through the redaction, to the log and, from warnings on, to the standard
//! error, where an administrator looks.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::time::Duration;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::prelude::*;
use tracing_subscriber::util::SubscriberInitExt;

use super::pages::Pages;
use super::redact::redact;

/// Lines that may wait for the disk. More are lost: nobody waits for a log.
const WAITING: usize = 1024;
/// How long the end of the app may take for the last lines.
const A_MOMENT: Duration = Duration::from_secs(1);

/// The thread that writes the log.
#[derive(Debug)]
pub(super) struct Writer {
    lines: SyncSender<Entry>,
}

enum Entry {
    Line(Vec<u8>),
    /// All that came before is written.
    Written(Sender<()>),
}

/// Makes this the place for what all crates have to say, libraries only from warnings on. The first
/// call in a process wins.
pub(super) fn begin(folder: PathBuf) -> Writer {
    let (lines, waiting) = sync_channel(WAITING);
    let pages = Pages::in_folder(folder);
    let _ = std::thread::Builder::new().name("log".to_owned()).spawn(|| write(pages, waiting));

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
    let _ = tracing_subscriber::registry().with(to_disk).with(to_stderr).try_init();
    Writer { lines }
}

impl Writer {
    /// Waits until all lines are written, but not for a disk that doesn't answer.
    pub(super) fn finish(&self) {
        let (written, wait) = channel();
        if self.lines.try_send(Entry::Written(written)).is_ok() {
            let _ = wait.recv_timeout(A_MOMENT);
        }
    }
}

fn write(mut pages: Pages, entries: Receiver<Entry>) {
    for entry in entries {
        match entry {
            // A full disk loses the line, and nothing else.
            Entry::Line(line) => drop(pages.add(&line)),
            Entry::Written(tell) => drop(tell.send(())),
        }
    }
}

struct Queue(SyncSender<Entry>);

impl Write for Queue {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let _ = self.0.try_send(Entry::Line(line.to_vec()));
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Each write is one whole line, with all its fields and those of its spans: nothing passes beside.
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
