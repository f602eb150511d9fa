//! The window's types, written anew from Rust.

use test_driver::Error;

use crate::{build, program, say, setup};

/// Writes ui/src/bindings. The test that compares them does it, when it is told to.
pub(crate) fn write() -> Result<(), Error> {
    setup::for_building()?;
    build::window()?;
    say::heading("Writing ui/src/bindings");
    program::run(
        program::cargo(&["test", "--package", "keydesk", "--test", "system", "bindings"])
            .env("KEYDESK_WRITE_BINDINGS", "yes"),
    )
}
