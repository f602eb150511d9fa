//! Building the window and the programs.

use std::path::PathBuf;

use test_driver::Error;

use crate::{program, terminal};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

/// Builds the window into `ui/dist`. The next build of the app includes it.
pub(crate) fn window() -> Result<(), Error> {
    terminal::heading("Building the window");
    program::run(&mut program::npm(&["run", "build"]))
}

/// Builds the window with what is only for development, the gallery and the pseudo language, into
/// the same folder.
pub(crate) fn window_with_gallery() -> Result<(), Error> {
    terminal::heading("Building the window with the gallery");
    program::run(&mut program::npm(&["run", "build:gallery"]))
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

/// Builds the example `name` of the app's package and returns its program.
pub(crate) fn example(name: &str, profile: Profile) -> Result<PathBuf, Error> {
    terminal::heading(&format!("Building {name}"));
    build(&["--package", "keydesk", "--example", name], profile)?;
    Ok(folder(profile).join("examples").join(name))
}

/// The program `name` as the tests use it. Building the tests again costs nothing after a test run,
/// while a build of one package would compile its dependencies again with other features.
pub(crate) fn with_tests(name: &str) -> Result<PathBuf, Error> {
    let arguments = ["test", "--workspace", "--locked", "--no-run", "--quiet"];
    program::run(&mut program::cargo(&arguments))?;
    Ok(folder(Profile::Debug).join(name))
}

fn build(what: &[&str], profile: Profile) -> Result<(), Error> {
    let release = (profile == Profile::Release).then_some("--release");
    program::run(program::cargo(&["build"]).args(what).args(release))
}

fn folder(profile: Profile) -> PathBuf {
    program::target().join(if profile == Profile::Release { "release" } else { "debug" })
}
