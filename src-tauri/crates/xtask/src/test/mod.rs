//! `cargo xtask test`: every check that a change must pass.

mod advisories;
mod contract;
mod licences;
pub(crate) mod workflows;

use std::thread;
use std::time::{Duration, Instant};

use test_driver::Error;

use crate::{build, cross, program, setup, terminal, tidy};

enum Outcome {
    Passed,
    /// It could not be checked here, and why.
    Skipped(&'static str),
    Failed(Error),
}

struct Check {
    name: &'static str,
    run: fn() -> Outcome,
}

type CheckResult = (&'static str, Outcome, Duration);

/// The first check: the window must be built before Rust, because the app includes it.
const WINDOW: Check = Check { name: "build of the window", run: || build::window().into() };

/// Checks of the window. They print only when they fail, because they run beside [`MAIN`].
const BESIDE: &[Check] = &[
    Check { name: "types and style of the window", run: || npm(&["run", "check"]) },
    Check { name: "tests of the window", run: || npm(&["test"]) },
];

/// The other checks, quick ones first.
const MAIN: &[Check] = &[
    Check { name: "format of the Rust code", run: || cargo(&["fmt", "--all", "--check"]) },
    Check { name: "rules of the source text", run: || tidy::tidy().into() },
    Check { name: "licences of the window's packages", run: || licences::check().into() },
    Check { name: "workflows of GitHub Actions", run: || workflows::check().into() },
    Check { name: "unused dependencies", run: unused_dependencies },
    Check { name: "licences, sources and bans of crates", run: dependencies },
    Check { name: "security advisories", run: advisories::check },
    Check { name: "lints of the Rust code", run: lints },
    Check { name: "lints for Windows", run: || lints_for(cross::windows::lint) },
    Check { name: "lints for macOS", run: || lints_for(cross::macos::lint) },
    Check { name: "build of the tests", run: || nextest(&["--no-run"]) },
    Check { name: "tests", run: || nextest(&["--no-fail-fast"]) },
    Check { name: "practice answers as its description says", run: || contract::check().into() },
    Check {
        name: "examples in the documentation",
        run: || cargo(&["test", "--doc", "--workspace", "--locked", "--quiet"]),
    },
];

/// Runs all checks, also after one has failed, and prints how long each took.
pub(crate) fn test() -> Result<(), Error> {
    let started = Instant::now();
    let set_up = setup::for_testing()?.into_iter();
    let mut results: Vec<CheckResult> =
        set_up.map(|(name, duration)| (name, Outcome::Passed, duration)).collect();
    results.push(run(&WINDOW));
    thread::scope(|scope| {
        let beside = scope.spawn(|| BESIDE.iter().map(run_beside).collect::<Vec<_>>());
        results.extend(MAIN.iter().map(run));
        results.extend(beside.join().unwrap_or_else(|_| {
            let error = Error::new("a thread panicked");
            vec![("checks of the window", Outcome::Failed(error), Duration::ZERO)]
        }));
    });
    terminal::heading("Summary");
    results.iter().for_each(print);
    terminal::note(&format!("in total {}", terminal::duration(started.elapsed())));
    let count = |is: fn(&Outcome) -> bool| results.iter().filter(|result| is(&result.1)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    terminal::count("checks", count(|outcome| matches!(outcome, Outcome::Passed)), failed);
    if failed == 0 { Ok(()) } else { Err(Error::new(format!("{failed} checks failed"))) }
}

fn run(check: &Check) -> CheckResult {
    terminal::heading(check.name);
    let result = run_beside(check);
    print(&result);
    result
}

fn run_beside(check: &Check) -> CheckResult {
    let started = Instant::now();
    let outcome = (check.run)();
    (check.name, outcome, started.elapsed())
}

fn print((name, outcome, duration): &CheckResult) {
    let duration = terminal::duration(*duration);
    match outcome {
        Outcome::Passed => terminal::success(&format!("{name} ({duration})")),
        Outcome::Skipped(why) => terminal::note(&format!("{name}: not checked, {why}")),
        Outcome::Failed(error) => terminal::failure(&format!("{name} ({duration}): {error}")),
    }
}

fn lints() -> Outcome {
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--quiet"];
    program::run(program::cargo(&clippy).args(["--", "-D", "warnings"])).into()
}

fn lints_for(lint: fn() -> Result<(), Error>) -> Outcome {
    cross::unavailable().map_or_else(|| lint().into(), Outcome::Skipped)
}

fn nextest(arguments: &[&str]) -> Outcome {
    let nextest = ["nextest", "run", "--workspace", "--locked"];
    program::run(program::cargo(&nextest).args(arguments)).into()
}

fn dependencies() -> Outcome {
    cargo(&["deny", "--locked", "check", "bans", "licenses", "sources"])
}

fn unused_dependencies() -> Outcome {
    // As `cargo machete` it would search the folder in which the task was started.
    program::run(std::process::Command::new("cargo-machete").current_dir(program::root())).into()
}

fn cargo(arguments: &[&str]) -> Outcome {
    program::run(&mut program::cargo(arguments)).into()
}

fn npm(arguments: &[&str]) -> Outcome {
    program::run_silent(&mut program::npm(arguments)).into()
}

impl From<Result<(), Error>> for Outcome {
    fn from(result: Result<(), Error>) -> Self {
        match result {
            Ok(()) => Self::Passed,
            Err(error) => Self::Failed(error),
        }
    }
}
