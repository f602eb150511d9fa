//! Tests that need a desktop around their own process: a keychain is found through the
//! environment, which a process gets when it is started.

use std::process::Command;

use crate::bus::Bus;
use crate::desktop::Desktop;
use crate::error::{Context, Error};

const MARK: &str = "KEYDESK_TEST_INSIDE";

/// Makes a desktop and runs the test called `test` again, in a process that lives on it; there,
/// `body` is run. The test passes if it passed there.
pub fn inside(
    desktop: fn() -> Result<Desktop, Error>,
    test: &str,
    body: impl FnOnce(&Bus) -> Result<(), Error>,
) -> Result<(), Error> {
    if std::env::var_os(MARK).is_some() {
        return body(&Bus::of_this_process()?);
    }
    let desktop = desktop()?;
    let home = tempfile::tempdir()?;
    let output = Command::new(std::env::current_exe()?)
        .args(["--exact", test, "--nocapture"])
        .envs(desktop.environment(home.path()))
        .env(MARK, "yes")
        .output()
        .context(test)?;
    let printed = String::from_utf8_lossy(&output.stdout);
    // A name that no test has would run nothing and succeed.
    if output.status.success() && printed.contains("1 passed") {
        return Ok(());
    }
    let complaints = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!("on a desktop of its own:\n{printed}\n{complaints}")))
}
