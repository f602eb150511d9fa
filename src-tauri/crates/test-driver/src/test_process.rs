//! Tests that need another environment than the one the test runner has given them, such as a keychain or a
//! disk: the test starts its own program again, in that environment, with nothing but itself to run.

use std::ffi::OsString;
use std::process::Command;

use crate::error::{Context, Error};

/// The full name of the test that runs on this thread, such as `journeys::failures::a_lost_answer`. Fails on
/// a thread that a test has started.
pub fn test_name() -> Result<String, Error> {
    match std::thread::current().name() {
        // The test runner names each test's thread after the test.
        Some(name) if name != "main" => Ok(name.to_owned()),
        _ => Err(Error::new("this is not the thread of a test")),
    }
}

/// The command line that runs the calling test alone.
pub fn command_line() -> Result<Vec<OsString>, Error> {
    let program = std::env::current_exe()?.into_os_string();
    Ok(vec![program, "--exact".into(), test_name()?.into(), "--nocapture".into()])
}

/// Runs a command that ends in [`command_line`]. Fails with all that it has printed unless the test passed.
pub(crate) fn run(command: &mut Command, place: &str) -> Result<(), Error> {
    let output = command.output().context(place)?;
    let printed = String::from_utf8_lossy(&output.stdout);
    // With a name that no test has, the program would run nothing and succeed.
    if output.status.success() && printed.contains("1 passed") {
        return Ok(());
    }
    let complaints = String::from_utf8_lossy(&output.stderr);
    Err(Error::new(format!("{place}:\n{printed}\n{complaints}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_knows_its_name() {
        assert_eq!(test_name().unwrap(), "test_process::tests::a_test_knows_its_name");
        assert!(std::thread::spawn(test_name).join().unwrap().is_err());
    }
}
