//! Tests that use the keychain from their own process: a process finds the keychain through its
//! environment, which it gets when it is started.

use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::bus::Bus;
use crate::desktop::Desktop;
use crate::error::Error;
use crate::test_process;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

const MARK: &str = "KEYDESK_TEST_ON_DESKTOP";

/// Starts a desktop and runs the calling test again in a process on that desktop, where `body` is called.
/// The test passes if it passed there.
///
/// Windows and macOS have one desktop and one keychain. There `body` is called in this process, one test at a
/// time. Tests that lock the keychain or need a desktop without one are left out.
///
/// ```ignore
/// on_desktop(Desktop::start, |bus| bus.lock_keychain())
/// ```
pub fn on_desktop(
    desktop: fn() -> Result<Desktop, Error>,
    body: impl FnOnce(&Bus) -> Result<(), Error>,
) -> Result<(), Error> {
    if cfg!(not(target_os = "linux")) {
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        return body(&Bus::at(String::new()));
    }
    if std::env::var_os(MARK).is_some() {
        return body(&Bus::of_this_process()?);
    }
    let command_line = test_process::command_line()?;
    let desktop = desktop()?;
    let home = tempfile::tempdir()?;
    let mut again = Command::new(&command_line[0]);
    again.args(&command_line[1..]).envs(desktop.environment(home.path())).env(MARK, "yes");
    test_process::run(&mut again, "on its own desktop")
}
