//! Known holes in the crates that are used. The list of them is fetched anew each time, so it
//! can't be looked at without a network.

use super::Finding;
use crate::program;

/// Looks every crate up in the advisory database, where it can be fetched.
pub(crate) fn check() -> Finding {
    if program::output(&mut program::cargo(&["deny", "--locked", "fetch", "db"])).is_err() {
        return Finding::NotChecked("the advisory database can't be fetched from here");
    }
    program::run(&mut program::cargo(&["deny", "--locked", "check", "advisories"])).into()
}
