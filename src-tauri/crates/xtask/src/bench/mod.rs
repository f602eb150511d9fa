//! `cargo xtask bench`: what is promised in numbers, measured in one run on one machine.

mod messages;
mod pages;
mod practice;
mod sizes;
mod windows;

use std::process::Command;

use test_driver::{Context, Desktop, Error};

use crate::build::{self, Profile};
use crate::{dist, program, say, setup};

/// A number, what it may be at most, and its unit. Without a limit it is only told.
struct Measured {
    what: &'static str,
    value: f64,
    unit: &'static str,
    limit: Option<f64>,
}

/// Measures everything and prints it beside its limits; fails if one is passed.
pub(crate) fn bench() -> Result<(), Error> {
    setup::for_driving()?;
    let package = dist::dist()?;
    let keydesk = program::target().join("release/keydesk");
    let plain = build::package("keydesk-bench-window", Profile::Release)?;
    let benchmark = build::package("keydesk-bench", Profile::Release)?;
    let nova_post = build::package("keydesk-practice", Profile::Release)?;

    say::heading("Timing core");
    let mut all = core_measured(&benchmark)?;
    say::heading("Putting practice under load");
    all.extend(practice::measured(&benchmark, &nova_post)?);
    all.extend(sizes::measured(&keydesk, &package)?);
    all.extend(messages::measured()?);
    say::heading("Opening both windows in turns");
    all.extend(windows::measured(&keydesk, &plain)?);
    say::heading("Changing pages");
    all.extend(pages::measured(&keydesk)?);

    say::heading("Measured");
    all.iter().for_each(Measured::tell);
    match all.iter().filter(|measured| !measured.holds()).count() {
        0 => Ok(()),
        beyond => Err(Error::new(format!("{beyond} beyond their limits"))),
    }
}

/// Runs the benchmark of core on a desktop with a keychain and reads what it prints.
fn core_measured(benchmark: &std::path::Path) -> Result<Vec<Measured>, Error> {
    let desktop = Desktop::start()?;
    let home = tempfile::tempdir()?;
    let printed = program::output(Command::new(benchmark).envs(desktop.environment(home.path())))?;
    let read = |name| printed_number(&printed, name);
    Ok(vec![
        Measured::told("judging a phone number", read("phone_check_us")?, "µs"),
        Measured::limited(
            "asking for a test key, to bare reqwest",
            read("create_test_key_ratio")?,
            "×",
            1.15,
        ),
        Measured::told("asking for a test key", read("create_test_key_ms")?, "ms"),
        Measured::limited(
            "asking for a token, to bare reqwest",
            read("authorize_ratio")?,
            "×",
            1.15,
        ),
        Measured::told("asking for a token", read("authorize_ms")?, "ms"),
        Measured::told("what intent, keychain and register add", read("safekeeping_ms")?, "ms"),
    ])
}

/// The value of a line `name value`.
fn printed_number(printed: &str, name: &str) -> Result<f64, Error> {
    let value = printed.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    value.unwrap_or_default().parse().context(name)
}

impl Measured {
    fn told(what: &'static str, value: f64, unit: &'static str) -> Self {
        Self { what, value, unit, limit: None }
    }

    fn limited(what: &'static str, value: f64, unit: &'static str, limit: f64) -> Self {
        Self { what, value, unit, limit: Some(limit) }
    }

    fn holds(&self) -> bool {
        self.limit.is_none_or(|limit| self.value <= limit)
    }

    fn tell(&self) {
        let Self { what, value, unit, limit } = self;
        let limit = limit.map_or_else(String::new, |limit| format!("   (at most {limit} {unit})"));
        let decimals = if value.fract() == 0.0 { 0 } else { 2 };
        let line = format!("{what:<48}{value:>9.decimals$} {unit}{limit}");
        if self.holds() { say::done(&line) } else { say::failed(&line) }
    }
}

/// The median; 0 of nothing.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
