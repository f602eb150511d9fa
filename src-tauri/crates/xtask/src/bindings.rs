//! `cargo xtask bindings`: the window's types, generated from Rust.

use test_driver::Error;

use crate::{build, program, setup, terminal};

/// Writes ui/src/bindings. The test that compares the folder with Rust writes it if
/// `KEYDESK_WRITE_BINDINGS` is set.
pub(crate) fn write() -> Result<(), Error> {
    setup::for_building()?;
    build::window()?;
    terminal::heading("Writing ui/src/bindings");
    program::run(
        program::cargo(&["test", "--package", "keydesk", "--test", "system", "bindings"])
            .env("KEYDESK_WRITE_BINDINGS", "yes"),
    )
}
