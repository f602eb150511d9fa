//! schemathesis, a Python program, in the project's virtual environment.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use test_driver::{Context, Error};

use crate::{program, terminal};

/// The path of schemathesis. [`install`] installs it.
pub(crate) fn schemathesis() -> PathBuf {
    environment().join("bin/schemathesis")
}

/// Installs exactly what requirements.txt says, by hash. Does it again when that file changes.
pub(super) fn install() -> Result<(), Error> {
    let requirements =
        program::root().join("src-tauri/crates/xtask/src/test/contract/requirements.txt");
    let wanted = fs::read_to_string(&requirements).context(requirements.display())?;
    // This copy is written last: an environment without it is not complete.
    let installed = environment().join("requirements.txt");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    terminal::note("installing schemathesis in a virtual environment, with pip");
    let mut create = Command::new("python3");
    program::run(create.args(["-m", "venv", "--clear"]).arg(environment()))?;
    let mut pip = Command::new(environment().join("bin/python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    program::run(pip.args(["--require-hashes", "--requirement"]).arg(&requirements))?;
    fs::write(&installed, wanted).context(installed.display())
}

fn environment() -> PathBuf {
    program::target().join("python")
}
