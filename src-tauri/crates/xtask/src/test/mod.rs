//! `cargo xtask test`: everything that must hold before a change is taken.

mod advisories;
mod contract;
mod licences;
mod workshop;

use std::process::Command;
use std::time::{Duration, Instant};

use test_driver::Error;

use crate::{build, program, say, setup};

/// What a check found.
enum Finding {
    Holds,
    /// Could not be looked at here, and why.
    NotChecked(&'static str),
    Fails(Error),
}

struct Check {
    name: &'static str,
    look: fn() -> Finding,
}

/// The cheap checks first. The window is built before the first compilation: the app carries it.
const CHECKS: &[Check] = &[
    Check { name: "format of the Rust code", look: || cargo(&["fmt", "--all", "--check"]) },
    Check { name: "types and style of the window", look: || npm(&["run", "check"]) },
    Check { name: "tests of the window", look: || npm(&["test"]) },
    Check { name: "build of the window", look: || build::window().into() },
    Check { name: "nothing of the workshop in the window", look: || workshop::check().into() },
    Check { name: "licences of the window's packages", look: || licences::check().into() },
    Check { name: "unused dependencies", look: || program::run(&mut machete()).into() },
    Check { name: "licences, sources and bans of crates", look: deny },
    Check { name: "security advisories", look: advisories::check },
    Check { name: "lints of the Rust code", look: clippy },
    Check {
        name: "tests",
        look: || cargo(&["nextest", "run", "--workspace", "--locked", "--no-fail-fast"]),
    },
    Check { name: "practice answers what it describes", look: || contract::check().into() },
    Check {
        name: "examples in the documentation",
        look: || cargo(&["test", "--doc", "--workspace", "--locked", "--quiet"]),
    },
];

/// Runs all checks, the later ones too when one fails, and sums up.
pub(crate) fn test() -> Result<(), Error> {
    setup::for_testing()?;
    let results: Vec<(&str, Finding, Duration)> = CHECKS.iter().map(run).collect();
    say::heading("In sum");
    for (name, finding, time) in &results {
        tell(name, finding, *time);
    }
    let failed = results.iter().filter(|(_, finding, _)| matches!(finding, Finding::Fails(_)));
    let failed = failed.count();
    let passed = results.iter().filter(|(_, finding, _)| matches!(finding, Finding::Holds)).count();
    say::count("checks", passed, failed);
    if failed == 0 { Ok(()) } else { Err(Error::new("not everything holds")) }
}

fn run(check: &Check) -> (&'static str, Finding, Duration) {
    say::heading(check.name);
    let begun = Instant::now();
    let finding = (check.look)();
    tell(check.name, &finding, begun.elapsed());
    (check.name, finding, begun.elapsed())
}

fn tell(name: &str, finding: &Finding, time: Duration) {
    let time = say::time(time);
    match finding {
        Finding::Holds => say::done(&format!("{name} ({time})")),
        Finding::NotChecked(why) => say::note(&format!("{name}: not checked, {why}")),
        Finding::Fails(trouble) => say::failed(&format!("{name} ({time}): {trouble}")),
    }
}

fn clippy() -> Finding {
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ])
}

fn deny() -> Finding {
    cargo(&["deny", "--locked", "check", "bans", "licenses", "sources"])
}

fn machete() -> Command {
    // Called as a cargo subcommand it would search the folder from which the chore was started.
    let mut command = Command::new("cargo-machete");
    command.current_dir(program::root());
    command
}

fn cargo(arguments: &[&str]) -> Finding {
    program::run(&mut program::cargo(arguments)).into()
}

fn npm(arguments: &[&str]) -> Finding {
    program::run(&mut program::npm(arguments)).into()
}

impl From<Result<(), Error>> for Finding {
    fn from(outcome: Result<(), Error>) -> Self {
        match outcome {
            Ok(()) => Self::Holds,
            Err(trouble) => Self::Fails(trouble),
        }
    }
}
