//! A short soak with a kill at every moment; `cargo xtask soak` runs the long one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

use std::process::{Command, Output};

use test_driver::{Desktop, Error};

fn soak(flags: &[&str]) -> Result<Output, Error> {
    let desktop = Desktop::start()?;
    let home = tempfile::tempdir()?;
    let output = Command::new(env!("CARGO_BIN_EXE_keydesk-soak"))
        .args(["--kills", "12", "--seed", "4"])
        .args(flags)
        .envs(desktop.environment(home.path()))
        .output()?;
    Ok(output)
}

/// The numbers on the last line of the table.
fn in_all(output: &Output) -> Vec<usize> {
    let table = String::from_utf8_lossy(&output.stdout);
    let sums = table.lines().find_map(|line| line.strip_prefix("in all"));
    let sums = sums.unwrap_or_else(|| panic!("{table}{}", String::from_utf8_lossy(&output.stderr)));
    sums.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

#[test]
fn a_kill_at_every_moment_of_the_request_loses_no_key() -> Result<(), Error> {
    let output = soak(&[])?;
    let [kills, by_itself, asked_again, told, untold, lost, doubled] = in_all(&output)[..] else {
        panic!("another table");
    };
    assert_eq!((kills, by_itself + asked_again), (12, 12));
    assert_eq!((untold, lost, doubled), (0, 0, 0));
    // Between the keychain and the record the next start finishes by itself, before that it tells.
    assert!(by_itself >= 3 && told >= 5, "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success());
    Ok(())
}

#[test]
fn a_keychain_that_keeps_nothing_is_noticed_as_a_loss() -> Result<(), Error> {
    let output = soak(&["--forgetful-keychain"])?;
    let [.., lost, _doubled] = in_all(&output)[..] else { panic!("another table") };
    assert!(lost > 0);
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}
