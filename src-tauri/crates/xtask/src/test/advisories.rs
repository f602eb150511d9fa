//! Known vulnerabilities of the crates. The check needs a network, because it fetches the advisory
//! database each time.

use super::Outcome;
use crate::program;

/// Looks up every crate in the advisory database. Skipped if the database can't be fetched.
pub(crate) fn check() -> Outcome {
    if program::output(&mut program::cargo(&["deny", "--locked", "fetch", "db"])).is_err() {
        return Outcome::Skipped("the advisory database can't be fetched from here");
    }
    program::run(&mut program::cargo(&["deny", "--locked", "check", "advisories"])).into()
}
