//! Compiling for Windows.

use std::path::PathBuf;

use test_driver::Error;

use super::{Toolchain, linker_variable};
use crate::program;
use crate::setup::system;

const TARGET: &str = "x86_64-pc-windows-gnu";

/// Where everything for Windows is built.
pub(crate) fn folder() -> PathBuf {
    program::target().join("windows")
}

/// Installs what is missing for compiling.
pub(crate) fn toolchain() -> Result<Toolchain, Error> {
    system::install(system::FOR_WINDOWS)?;
    let linker = (linker_variable(TARGET), PathBuf::from("x86_64-w64-mingw32-gcc"));
    Toolchain::install(TARGET, &folder(), vec![linker])
}

/// Installs what is missing and checks all crates and all tests with Clippy for Windows.
pub(crate) fn lint() -> Result<(), Error> {
    super::lint(&toolchain()?)
}
