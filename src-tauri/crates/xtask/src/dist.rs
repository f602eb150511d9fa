//! What is given to people: the .deb.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use test_driver::{Context, Error};

use crate::{build, program, say, setup};

/// Builds the package and gives its file.
pub(crate) fn dist() -> Result<PathBuf, Error> {
    setup::for_building()?;
    build::window()?;
    say::heading("Building the .deb");
    let folder = program::target().join("release/bundle/deb");
    // Packages of earlier versions would be taken for this one.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let cli = program::ui().join("node_modules/.bin/tauri");
    program::run(
        Command::new(cli).args(["build", "--bundles", "deb"]).current_dir(program::root()),
    )?;
    let built =
        fs::read_dir(&folder).context(folder.display())?.flatten().map(|entry| entry.path());
    built
        .filter(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .last()
        .ok_or_else(|| Error::new("the Tauri CLI left no .deb"))
}
