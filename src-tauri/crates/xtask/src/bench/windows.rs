//! Cold start and memory, compared with the smallest Tauri program (the project `bare-window`), and the start
//! with 10,000 keys, compared with an empty list of keys.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use test_driver::{Context, Desktop, Error, Launch};

use super::{Measured, median};
use crate::{program, terminal};

const ROUNDS: usize = 10;

/// From the moment when the first page can be used until the memory is measured. What the app does in the
/// background after its start counts too.
const SETTLED: Duration = Duration::from_secs(3);

/// A program, and the test id of an element that is there when its first page can be used.
struct Contender {
    launch: Launch,
    ready: &'static str,
    opened: Opened,
}

#[derive(Default)]
struct Opened {
    start_ms: Vec<f64>,
    memory_mb: Vec<f64>,
}

/// Opens all alternately, each time with a new home folder, and compares the medians. `benchmark` fills a
/// store.
pub(crate) fn measured(
    keydesk: &Path,
    bare: &Path,
    benchmark: &Path,
) -> Result<Vec<Measured>, Error> {
    let live = || Launch::of(keydesk).with("KEYDESK_START", "live");
    let filled = live().with_file("live/register.sqlite", filled_store(benchmark, 10_000)?);
    let mut contenders = [
        Contender::new(Launch::of(keydesk), "welcome-practice"),
        Contender::new(Launch::of(bare), "heading"),
        Contender::new(live(), "start-test-key"),
        Contender::new(filled, "start-test-key"),
    ];
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // The first round fills the disk's cache for all.
    for round in 0..=ROUNDS {
        for contender in &mut contenders {
            let (start, memory) = runtime.block_on(contender.open())?;
            if round > 0 {
                contender.opened.start_ms.push(start.as_secs_f64() * 1_000.0);
                contender.opened.memory_mb.push(memory);
            }
        }
        terminal::note(&format!("round {round} of {ROUNDS}"));
    }
    let [start, bare_start, empty_start, filled_start] =
        contenders.each_mut().map(|contender| median(&mut contender.opened.start_ms));
    let [memory, bare_memory, ..] =
        contenders.each_mut().map(|contender| median(&mut contender.opened.memory_mb));
    Ok(vec![
        Measured::limited("start, compared with the bare window", start / bare_start, "×", 1.1),
        Measured::unlimited("from start to the main button", start, "ms"),
        Measured::limited(
            "start with 10,000 keys, compared with none",
            filled_start / empty_start,
            "×",
            1.05,
        ),
        Measured::limited("memory, compared with the bare window", memory / bare_memory, "×", 1.1),
        Measured::unlimited("memory of all processes (PSS)", memory, "MB"),
    ])
}

/// The file of a store with this many keys.
pub(super) fn filled_store(benchmark: &Path, keys: usize) -> Result<Vec<u8>, Error> {
    let folder = tempfile::tempdir()?;
    let store = folder.path().join("register.sqlite");
    program::run(Command::new(benchmark).arg("fill").arg(&store).arg(keys.to_string()))?;
    Ok(fs::read(store)?)
}

impl Contender {
    fn new(launch: Launch, ready: &'static str) -> Self {
        Self { launch, ready, opened: Opened::default() }
    }

    /// Returns the time from the program's start until its first page can be used, and its memory
    /// [`SETTLED`] later in megabytes.
    async fn open(&self) -> Result<(Duration, f64), Error> {
        let desktop = Desktop::without_keychain()?;
        let mut app = self.launch.clone().open_on(desktop).await?;
        app.window()?.wait_for(self.ready).await?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock")?;
        let start = now.saturating_sub(app.started_at()?);
        tokio::time::sleep(SETTLED).await;
        let memory = app.processes()?.into_iter().map(proportional_kilobytes).sum::<Option<f64>>();
        app.close().await?;
        let memory = memory.ok_or_else(|| Error::new("/proc has no memory figures"))?;
        Ok((start, memory / 1_000.0))
    }
}

fn proportional_kilobytes(process: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
