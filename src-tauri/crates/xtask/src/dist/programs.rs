//! The programs of a release, and the list of crates in them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use test_driver::{Context, Error};

use crate::{program, reproducible, terminal};

/// The programs of the packages. The first is the app.
pub(super) const NAMES: [&str; 2] = ["keydesk", "keydesk-practice"];

/// Builds the programs, with the list of their crates in them.
pub(super) fn build() -> Result<(), Error> {
    terminal::heading("Building the programs");
    let mut cargo = program::cargo(&["auditable", "build", "--release", "--locked"]);
    cargo.args(NAMES.iter().flat_map(|name| ["--package", name]));
    program::run(cargo.envs(reproducible::environment()?))
}

/// Where a program is after [`build`].
pub(super) fn path(name: &str) -> PathBuf {
    program::target().join("release").join(name)
}

/// Reads the lists of crates that `cargo auditable` has put into the programs. Fails if there is none.
pub(super) fn crates() -> Result<Vec<Value>, Error> {
    let read = |name: &&str| {
        let list = program::output(Command::new("rust-audit-info").arg(path(name)))?;
        serde_json::from_str(&list).context(format!("the list of crates in {name}"))
    };
    NAMES.iter().map(read).collect()
}

/// Fails if a program names a folder of this machine.
pub(super) fn check_paths() -> Result<(), Error> {
    let folders = reproducible::folders()?;
    for name in NAMES {
        let file = path(name);
        let content = fs::read(&file).context(file.display())?;
        if let Some(folder) = folders.iter().find(|folder| reproducible::names(&content, folder)) {
            return Err(Error::new(format!("{name} names {}", folder.display())));
        }
    }
    Ok(())
}
