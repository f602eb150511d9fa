//! Building the window and the programs.

use std::fs;
use std::path::{Path, PathBuf};

use test_driver::{Context, Error};

use crate::{program, reproducible, terminal};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

/// Builds the window into `ui/dist`. The next build of the app includes it.
pub(crate) fn window() -> Result<(), Error> {
    terminal::heading("Building the window");
    window_with("build")
}

/// Builds the window with what is only for development, the gallery and the pseudo language, into
/// the same folder.
pub(crate) fn window_with_gallery() -> Result<(), Error> {
    terminal::heading("Building the window with the gallery");
    window_with("build:gallery")
}

/// Builds into a folder beside `ui/dist`, and writes what differs to `ui/dist`. Cargo compiles the app
/// again when the time of a file there changes, and Vite writes every file.
fn window_with(script: &str) -> Result<(), Error> {
    let built = program::target().join("window");
    let mut npm = program::npm(&["run", script, "--", "--emptyOutDir", "--outDir"]);
    program::run(npm.arg(&built))?;
    mirror(&built, &program::ui().join("dist"))
}

/// Makes the folder `to` equal to `from`, and leaves equal files as they are.
fn mirror(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to).context(to.display())?;
    for entry in fs::read_dir(to).context(to.display())?.flatten() {
        if from.join(entry.file_name()).exists() {
            continue;
        }
        let path = entry.path();
        let removed =
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.context(path.display())?;
    }
    for entry in fs::read_dir(from).context(from.display())?.flatten() {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            mirror(&source, &target)?;
            continue;
        }
        let content = fs::read(&source).context(source.display())?;
        if fs::read(&target).ok().as_ref() != Some(&content) {
            fs::write(&target, content).context(target.display())?;
        }
    }
    Ok(())
}

/// Builds the window and the app; returns the program.
pub(crate) fn app(profile: Profile) -> Result<PathBuf, Error> {
    window()?;
    package("keydesk", profile)
}

/// Builds the package `name` and returns its program, which has the same name.
pub(crate) fn package(name: &str, profile: Profile) -> Result<PathBuf, Error> {
    terminal::heading(&format!("Building {name}"));
    build(&["--package", name], profile)?;
    Ok(folder(profile).join(name))
}

/// Builds the release of the smallest Tauri program, which is a Cargo project outside of the workspace;
/// returns the program.
pub(crate) fn bare_window() -> Result<PathBuf, Error> {
    terminal::heading("Building the bare window");
    let manifest = program::root().join("src-tauri/crates/bench/bare-window/Cargo.toml");
    let target = program::target().join("bare-window");
    let mut cargo = program::cargo(&["build", "--release", "--locked"]);
    cargo.arg("--manifest-path").arg(manifest).arg("--target-dir").arg(&target);
    program::run(&mut cargo)?;
    Ok(target.join("release/bare-window"))
}

/// The program `name` as the tests use it. Building the tests again costs nothing after a test run,
/// while a build of one package would compile its dependencies again with other features.
pub(crate) fn with_tests(name: &str) -> Result<PathBuf, Error> {
    let arguments = ["test", "--workspace", "--locked", "--no-run", "--quiet"];
    program::run(&mut program::cargo(&arguments))?;
    Ok(folder(Profile::Debug).join(name))
}

fn build(what: &[&str], profile: Profile) -> Result<(), Error> {
    let mut cargo = program::cargo(&["build"]);
    if profile == Profile::Release {
        // As the packages are built, so that what they have in common is built once.
        cargo.arg("--release").envs(reproducible::environment()?);
    }
    program::run(cargo.args(what))
}

fn folder(profile: Profile) -> PathBuf {
    program::target().join(if profile == Profile::Release { "release" } else { "debug" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_differ_are_written() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for (file, text) in [("from/page", "new"), ("from/in/same", "s"), ("to/page", "old")] {
            write(&folder.path().join(file), text);
        }
        for (file, text) in [("to/in/same", "s"), ("to/gone", ""), ("to/left/file", "")] {
            write(&folder.path().join(file), text);
        }
        let long_ago = std::time::SystemTime::UNIX_EPOCH;
        let same = fs::File::options().append(true).open(to.join("in/same")).unwrap();
        same.set_modified(long_ago).unwrap();

        mirror(&from, &to).unwrap();

        assert_eq!(fs::read_to_string(to.join("page")).unwrap(), "new");
        assert_eq!(fs::metadata(to.join("in/same")).unwrap().modified().unwrap(), long_ago);
        assert!(!to.join("gone").exists() && !to.join("left").exists());
    }

    fn write(file: &Path, text: &str) {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}
