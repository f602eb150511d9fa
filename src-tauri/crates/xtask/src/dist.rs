//! `cargo xtask dist`: the .deb.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use test_driver::{Context, Error};

use crate::{build, program, setup, terminal};

/// Builds the .deb and returns its path.
pub(crate) fn dist() -> Result<PathBuf, Error> {
    setup::for_building()?;
    build::window()?;
    terminal::heading("Building the .deb");
    let folder = program::target().join("release/bundle/deb");
    // A package of an earlier version would be mistaken for the new one.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let cli = program::ui().join("node_modules/.bin/tauri");
    program::run(
        Command::new(cli).args(["build", "--bundles", "deb"]).current_dir(program::root()),
    )?;
    for entry in fs::read_dir(&folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        if path.extension().is_some_and(|extension| extension == "deb") {
            return Ok(path);
        }
    }
    Err(Error::new("the Tauri CLI built no .deb"))
}
