//! Building the window and the app.

use std::path::PathBuf;

use test_driver::Error;

use crate::{program, say};

/// How the app is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Debug,
    /// As it is shipped.
    Release,
}

/// Builds the window, which the app then carries in itself.
pub(crate) fn window() -> Result<(), Error> {
    say::heading("Building the window");
    program::run(&mut program::npm(&["run", "build"]))
}

/// Builds the window with what serves whoever builds the app: the gallery, and the language that
/// nobody speaks. It lies where the other one lies, until that is built again.
pub(crate) fn window_with_gallery() -> Result<(), Error> {
    say::heading("Building the window with the gallery");
    program::run(&mut program::npm(&["run", "build:gallery"]))
}

/// Builds window and app; gives the program.
pub(crate) fn app(profile: Profile) -> Result<PathBuf, Error> {
    window()?;
    package("keydesk", profile)
}

/// Builds the program of one package.
pub(crate) fn package(name: &str, profile: Profile) -> Result<PathBuf, Error> {
    say::heading(&format!("Building {name}"));
    let mut arguments = vec!["build", "--package", name];
    if profile == Profile::Release {
        arguments.push("--release");
    }
    program::run(&mut program::cargo(&arguments))?;
    let folder = if profile == Profile::Release { "release" } else { "debug" };
    Ok(program::target().join(folder).join(name))
}
