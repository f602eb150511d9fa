//! What the chores need on a machine that has only Rust and Node.js: found missing, said,
//! installed.

mod python;
mod system;

use std::fs;
use std::time::SystemTime;

use test_driver::Error;

use crate::{program, say};

pub(crate) use python::schemathesis;

/// Programs that Cargo installs: the command, the package and the line of versions it is taken
/// from, and whether it is built without optimization because compiling it takes longer than all
/// that it does here.
const TAURI_DRIVER: Tool = Tool { command: "tauri-driver", version: "^2.1", quickly: false };
const NEXTEST: Tool = Tool { command: "cargo-nextest", version: "^0.9", quickly: true };
const DENY: Tool = Tool { command: "cargo-deny", version: "^0.20", quickly: true };
const MACHETE: Tool = Tool { command: "cargo-machete", version: "^0.9", quickly: true };

struct Tool {
    command: &'static str,
    version: &'static str,
    quickly: bool,
}

/// For building the app.
pub(crate) fn for_building() -> Result<(), Error> {
    say::heading("What is needed");
    system::install(system::BUILDING)?;
    node_packages()
}

/// For building the app and driving its window on a virtual screen.
pub(crate) fn for_driving() -> Result<(), Error> {
    for_building()?;
    system::install(system::DRIVING)?;
    TAURI_DRIVER.install()
}

/// For everything that must hold before a change is taken.
pub(crate) fn for_testing() -> Result<(), Error> {
    for_driving()?;
    [NEXTEST, DENY, MACHETE].iter().try_for_each(Tool::install)?;
    system::install(system::TESTING)?;
    python::install()
}

/// The window's packages, exactly as its lock file says.
fn node_packages() -> Result<(), Error> {
    if !program::is_there("npm") {
        return Err(Error::new("Node.js 20.19 or newer is needed, with npm"));
    }
    let changed = |file: &str| -> Option<SystemTime> {
        fs::metadata(program::ui().join(file)).and_then(|found| found.modified()).ok()
    };
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    // Not `npm ci`: it refuses a lock file that lacks the builds of a tool for other systems, which
    // some registries don't carry. This installs what the lock file says and leaves it alone.
    let arguments = ["install", "--no-save", "--no-audit", "--no-fund"];
    say::note(&format!("installing the window's packages: npm {}", arguments.join(" ")));
    program::run(&mut program::npm(&arguments))
}

impl Tool {
    fn install(&self) -> Result<(), Error> {
        if program::is_there(self.command) {
            return Ok(());
        }
        let mut arguments = vec!["install", "--locked", self.command, "--version", self.version];
        if self.quickly {
            arguments.push("--debug");
        }
        say::note(&format!(
            "installing {}, which takes minutes: cargo {}",
            self.command,
            arguments.join(" ")
        ));
        program::run(&mut program::cargo(&arguments))
    }
}
