//! `cargo xtask bench`: measures what has a limit in numbers, all in one run on one machine.

mod key_search;
mod messages;
mod pages;
mod practice;
mod sizes;
mod windows;

use std::process::Command;

use test_driver::{Context, Desktop, Error};

use crate::build::{self, Profile};
use crate::{dist, program, setup, terminal};

/// A measured value. Without a limit it is only printed.
struct Measured {
    what: &'static str,
    value: f64,
    unit: &'static str,
    limit: Option<f64>,
}

/// Measures everything and prints each value with its limit. Fails if a value exceeds its limit.
pub(crate) fn bench() -> Result<(), Error> {
    setup::for_measuring()?;
    let package = dist::dist()?.deb;
    let keydesk = program::target().join("release/keydesk");
    let bare = build::bare_window()?;
    let benchmark = build::package("keydesk-bench", Profile::Release)?;
    let nova_post = build::package("keydesk-practice", Profile::Release)?;

    terminal::heading("Timing core");
    let mut all = core_measured(&benchmark)?;
    terminal::heading("Measuring practice under load");
    all.extend(practice::measured(&benchmark, &nova_post)?);
    all.extend(sizes::measured(&keydesk, &package)?);
    all.extend(messages::measured()?);
    terminal::heading("Searching files for keys");
    all.extend(key_search::measured(&benchmark)?);
    terminal::heading("Opening the windows alternately");
    all.extend(windows::measured(&keydesk, &bare, &benchmark)?);
    terminal::heading("Changing pages");
    all.extend(pages::measured(&keydesk, &benchmark)?);

    terminal::heading("Measured");
    all.iter().for_each(Measured::print);
    match all.iter().filter(|measured| !measured.holds()).count() {
        0 => Ok(()),
        exceeded => Err(Error::new(format!("{exceeded} values exceed their limits"))),
    }
}

/// Runs the benchmark of core on a desktop with a keychain and reads the values it prints.
fn core_measured(benchmark: &std::path::Path) -> Result<Vec<Measured>, Error> {
    let desktop = Desktop::start()?;
    let home = tempfile::tempdir()?;
    let printed = program::output(Command::new(benchmark).envs(desktop.environment(home.path())))?;
    let read = |name| printed_number(&printed, name);
    Ok(vec![
        Measured::unlimited("checking a phone number", read("phone_check_us")?, "µs"),
        Measured::limited(
            "requesting a test key, compared with reqwest alone",
            read("create_test_key_ratio")?,
            "×",
            1.15,
        ),
        Measured::unlimited("requesting a test key", read("create_test_key_ms")?, "ms"),
        Measured::limited(
            "requesting a token, compared with reqwest alone",
            read("authorize_ratio")?,
            "×",
            1.15,
        ),
        Measured::unlimited("requesting a token", read("authorize_ms")?, "ms"),
        Measured::unlimited(
            "time added by intent, keychain and store",
            read("safekeeping_ms")?,
            "ms",
        ),
        Measured::unlimited("reading 10,000 keys from the store", read("store_keys_ms")?, "ms"),
        Measured::unlimited("reading 10,000 runs of guides", read("store_runs_ms")?, "ms"),
        Measured::unlimited("checking a store with 10,000 keys", read("store_check_ms")?, "ms"),
        Measured::unlimited("a backup of 10,000 keys", read("store_backup_ms")?, "ms"),
        Measured::unlimited("the list of 10,000 keys", read("keys_open_ms")?, "ms"),
        Measured::limited(
            "the list of 1,000 keys, compared with 10",
            read("keys_open_1000_ratio")?,
            "×",
            1.5,
        ),
        Measured::limited(
            "the list of 10,000 keys, compared with 10",
            read("keys_open_10000_ratio")?,
            "×",
            1.5,
        ),
        Measured::limited("a search in 1,000 keys", read("keys_search_1000_ms")?, "ms", 30.0),
        Measured::limited("a search in 10,000 keys", read("keys_search_10000_ms")?, "ms", 30.0),
        Measured::unlimited("what Home shows of 10 keys", read("home_10_ms")?, "ms"),
        Measured::unlimited("what Home shows of 10,000 keys", read("home_10000_ms")?, "ms"),
    ])
}

/// The value of a line `name value`.
fn printed_number(printed: &str, name: &str) -> Result<f64, Error> {
    let value = printed.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    value.unwrap_or_default().parse().context(name)
}

impl Measured {
    fn unlimited(what: &'static str, value: f64, unit: &'static str) -> Self {
        Self { what, value, unit, limit: None }
    }

    fn limited(what: &'static str, value: f64, unit: &'static str, limit: f64) -> Self {
        Self { what, value, unit, limit: Some(limit) }
    }

    fn holds(&self) -> bool {
        self.limit.is_none_or(|limit| self.value <= limit)
    }

    fn print(&self) {
        let Self { what, value, unit, limit } = self;
        let limit = limit.map_or_else(String::new, |limit| format!("   (at most {limit} {unit})"));
        let decimals = if value.fract() == 0.0 { 0 } else { 2 };
        let line = format!("{what:<52}{value:>9.decimals$} {unit}{limit}");
        if self.holds() { terminal::success(&line) } else { terminal::failure(&line) }
    }
}

/// The median; 0 if there are no values.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
