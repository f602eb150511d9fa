//! `cargo xtask soak`: the once-a-day call, killed at every moment, and what was lost by it.

use std::process::Command;

use test_driver::{Desktop, Error};

use crate::build::{self, Profile};
use crate::{program, say, setup};

/// Kills and counts, on a desktop of its own; takes the flags of the program, `--kills` and
/// `--seed`. Fails if a key was lost, is there twice, or was not told of.
pub(crate) fn soak(flags: impl Iterator<Item = String>) -> Result<(), Error> {
    setup::for_driving()?;
    let soak = build::package("keydesk-soak", Profile::Debug)?;
    let desktop = Desktop::start()?;
    let home = tempfile::tempdir()?;
    say::heading("Killing the request of a test key");
    program::run(Command::new(soak).args(flags).envs(desktop.environment(home.path())))
}
