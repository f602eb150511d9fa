//! `cargo xtask dist reproduce`: builds the packages of the last commit in two folders, and compares their bytes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{Context, Error};

use super::PUBLISHED;
use crate::{program, setup, terminal};

/// The names of the folders differ in their length: a path in a program would shift what is behind it.
const FOLDERS: [&str; 2] = ["one", "the-other-folder"];

/// Fails, after diffoscope has shown the difference, if a file differs.
pub(super) fn reproduce() -> Result<(), Error> {
    setup::for_comparing()?;
    let base = program::target().join("reproduce");
    if base.exists() {
        fs::remove_dir_all(&base).context(base.display())?;
    }
    let [one, other] = FOLDERS.map(|name| base.join(name));
    for folder in [&one, &other] {
        terminal::heading(&format!("Building in {}", program::from_root(folder)));
        build_in(folder)?;
    }
    terminal::heading("Comparing");
    let [one, other] = [one, other].map(|folder| folder.join("target").join(PUBLISHED));
    let mut differing = Vec::new();
    for file in files_in(&one)? {
        let equal = fs::read(one.join(&file))? == fs::read(other.join(&file)).context(&file)?;
        if equal {
            terminal::success(&format!("{file} has the same bytes"));
        } else {
            // It fails because there is a difference.
            let _ =
                program::run(Command::new("diffoscope").args([one.join(&file), other.join(&file)]));
            differing.push(file);
        }
    }
    if differing.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!("these files differ: {}", differing.join(", "))))
}

/// Builds the packages of the last commit in a new folder.
fn build_in(folder: &Path) -> Result<(), Error> {
    let mut clone = Command::new("git");
    clone.args(["clone", "--quiet", "--no-hardlinks"]).args([&program::root(), folder]);
    program::run(&mut clone)?;
    // Cargo's own variables would lead back into this folder.
    let mut dist = Command::new("cargo");
    dist.args(["xtask", "dist"]).current_dir(folder);
    for variable in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_TARGET_DIR"] {
        dist.env_remove(variable);
    }
    program::run(&mut dist)
}

fn files_in(folder: &Path) -> Result<Vec<String>, Error> {
    let entries = fs::read_dir(folder).context(folder.display())?;
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let mut names: Vec<String> = paths
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    Ok(names)
}
