//! Cold start and memory, beside a window of the same Tauri with one heading and nothing else.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use test_driver::{Context, Desktop, Error, Launch};

use super::{Measured, median};
use crate::say;

const TURNS: usize = 10;

/// A program, and what is there once its first page can be used.
struct Contender<'a> {
    program: &'a Path,
    ready: &'a str,
}

#[derive(Default)]
struct Opened {
    start_ms: Vec<f64>,
    memory_mb: Vec<f64>,
}

/// Opens both in turns, each time in a new home, and compares the medians.
pub(crate) fn measured(keydesk: &Path, plain: &Path) -> Result<Vec<Measured>, Error> {
    let keydesk = Contender { program: keydesk, ready: "welcome-practice" };
    let plain = Contender { program: plain, ready: "heading" };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (mut ours, mut bare) = (Opened::default(), Opened::default());
    // The first turn fills the disk's cache for both.
    for turn in 0..=TURNS {
        for (contender, opened) in [(&keydesk, &mut ours), (&plain, &mut bare)] {
            let (start, memory) = runtime.block_on(open(contender))?;
            if turn > 0 {
                opened.start_ms.push(start.as_secs_f64() * 1_000.0);
                opened.memory_mb.push(memory);
            }
        }
        say::note(&format!("turn {turn} of {TURNS}"));
    }
    let (start, memory) = (median(&mut ours.start_ms), median(&mut ours.memory_mb));
    let (bare_start, bare_memory) = (median(&mut bare.start_ms), median(&mut bare.memory_mb));
    Ok(vec![
        Measured::limited("start, to the plain window", start / bare_start, "×", 1.3),
        Measured::told("start until the main button is there", start, "ms"),
        Measured::limited("memory, to the plain window", memory / bare_memory, "×", 1.2),
        Measured::told("memory of all processes (PSS)", memory, "MB"),
    ])
}

/// Time from the program's start until its first page can be used, and megabytes then.
async fn open(contender: &Contender<'_>) -> Result<(Duration, f64), Error> {
    let desktop = Desktop::without_keychain()?;
    let mut app = Launch::of(contender.program).open_on(desktop).await?;
    app.window()?.wait_for(contender.ready).await?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock")?;
    let start = now.saturating_sub(app.started_at()?);
    let memory = app.processes()?.into_iter().map(proportional_kilobytes).sum::<Option<f64>>();
    app.close().await?;
    let memory = memory.ok_or_else(|| Error::new("/proc tells no memory"))?;
    Ok((start, memory / 1_000.0))
}

fn proportional_kilobytes(process: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
