//! Cold start and memory, compared with the smallest Tauri window: the example `bench-window`.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use test_driver::{Context, Desktop, Error, Launch};

use super::{Measured, median};
use crate::terminal;

const ROUNDS: usize = 10;

/// A program, and the test id of an element that is there when its first page can be used.
struct Contender<'a> {
    program: &'a Path,
    ready: &'a str,
}

#[derive(Default)]
struct Opened {
    start_ms: Vec<f64>,
    memory_mb: Vec<f64>,
}

/// Opens both alternately, each time with a new home folder, and compares the medians.
pub(crate) fn measured(keydesk: &Path, plain: &Path) -> Result<Vec<Measured>, Error> {
    let keydesk = Contender { program: keydesk, ready: "welcome-practice" };
    let plain = Contender { program: plain, ready: "heading" };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (mut ours, mut smallest) = (Opened::default(), Opened::default());
    // The first round fills the disk's cache for both.
    for round in 0..=ROUNDS {
        for (contender, opened) in [(&keydesk, &mut ours), (&plain, &mut smallest)] {
            let (start, memory) = runtime.block_on(open(contender))?;
            if round > 0 {
                opened.start_ms.push(start.as_secs_f64() * 1_000.0);
                opened.memory_mb.push(memory);
            }
        }
        terminal::note(&format!("round {round} of {ROUNDS}"));
    }
    let (start, memory) = (median(&mut ours.start_ms), median(&mut ours.memory_mb));
    let (plain_start, plain_memory) =
        (median(&mut smallest.start_ms), median(&mut smallest.memory_mb));
    Ok(vec![
        Measured::limited("start, compared with the plain window", start / plain_start, "×", 1.3),
        Measured::unlimited("from start to the main button", start, "ms"),
        Measured::limited(
            "memory, compared with the plain window",
            memory / plain_memory,
            "×",
            1.2,
        ),
        Measured::unlimited("memory of all processes (PSS)", memory, "MB"),
    ])
}

/// Returns the time from the program's start until its first page can be used, and its memory then in
/// megabytes.
async fn open(contender: &Contender<'_>) -> Result<(Duration, f64), Error> {
    let desktop = Desktop::without_keychain()?;
    let mut app = Launch::of(contender.program).open_on(desktop).await?;
    app.window()?.wait_for(contender.ready).await?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock")?;
    let start = now.saturating_sub(app.started_at()?);
    let memory = app.processes()?.into_iter().map(proportional_kilobytes).sum::<Option<f64>>();
    app.close().await?;
    let memory = memory.ok_or_else(|| Error::new("/proc has no memory figures"))?;
    Ok((start, memory / 1_000.0))
}

fn proportional_kilobytes(process: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
