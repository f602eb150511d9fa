//! The tests that can run under Wine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, UNIX_EPOCH};

use serde_json::Value;
use test_driver::{Context, Error};

use super::{LOADER, Wine, loader};
use crate::cross::{self, Toolchain};
use crate::{program, terminal};

/// Tests that fail for a reason of Wine 8, each with the reason.
const LEFT_OUT: &[(&str, &str)] = &[
    ("nova_post::hosts::a_secret_is_sent_to_the_host_of_its_address_only", CHAIN_ENGINE),
    ("nova_post::hosts::an_eavesdropper_cannot_read_a_secret", CHAIN_ENGINE),
    ("nova_post::hosts::no_redirect_is_followed_to_any_host", CHAIN_ENGINE),
    ("nova_post::tls::only_a_valid_certificate_for_this_host_", CHAIN_ENGINE),
    ("nova_post::tls::the_two_newest_versions_of_tls_are_supported", CHAIN_ENGINE),
];

const CHAIN_ENGINE: &str = "Wine can't add a trusted authority to a chain engine";

/// Wine's list of credentials has pointers that are not aligned. That is undefined behaviour in Rust,
/// and a check of debug builds aborts. The processor accepts such pointers, so the check is disabled for
/// the crate that reads the list.
const WITHOUT_ALIGNMENT_CHECK: &str =
    "profile.dev.package.windows-native-keyring-store.debug-assertions=false";

/// A safety net for a program that hangs.
const TIMEOUT: Duration = Duration::from_mins(40);

/// The test program of the kill test, and how it is started.
const KILL_TEST: (&str, &[&str]) =
    ("core::crash", &["--ignored", "--exact", "kills_at_random_times_lose_no_key", "--nocapture"]);
const KILLS: (&str, &str) = ("KEYDESK_CRASH_KILLS", "200");

/// A program with tests, and how to start it.
#[derive(Clone)]
struct TestProgram {
    name: String,
    file: PathBuf,
    /// The folder of its package, in which Cargo runs tests.
    package: PathBuf,
    arguments: Vec<&'static str>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
}

/// Builds all tests and runs the programs that have changed since they passed.
pub(super) fn run(toolchain: &Toolchain, wine: &Wine) -> Result<(), Error> {
    terminal::heading("Building the tests for Windows");
    let mut programs = build(toolchain)?;
    programs.extend(kill_test(&programs));
    let debug = toolchain.programs("debug");
    fs::copy(loader(&debug)?, debug.join("deps").join(LOADER))?;
    terminal::heading("Running the tests under Wine");
    let (mut total, mut is_failed) = (Counts::default(), false);
    for test in &programs {
        let started = Instant::now();
        let counts = match passed_before(test) {
            Some(counts) => counts,
            None => run_program(test, wine)?,
        };
        let Counts { passed, failed, ignored } = counts;
        let line = format!(
            "{}: {passed} passed, {failed} failed, {ignored} ignored ({})",
            test.name,
            terminal::duration(started.elapsed())
        );
        if failed == 0 {
            terminal::success(&line);
            if test.arguments == KILL_TEST.1 {
                terminal::note(&format!(
                    "table of the kills: {}",
                    program::from_root(&log_of(test))
                ));
            }
        } else {
            is_failed = true;
            terminal::failure(&line);
        }
        total.passed += passed;
        total.failed += failed;
    }
    for (test, reason) in LEFT_OUT {
        terminal::note(&format!("left out: {test}, {reason}"));
    }
    terminal::count("tests under Wine", total.passed, total.failed);
    if is_failed { Err(Error::new("tests failed under Wine")) } else { Ok(()) }
}

/// Builds the tests, and reads from Cargo's messages where they are.
fn build(toolchain: &Toolchain) -> Result<Vec<TestProgram>, Error> {
    let mut cargo = toolchain.cargo(&["test", "--workspace", "--locked", "--no-run"]);
    cargo.args(["--exclude", "xtask", "--exclude", "keydesk-bench"]);
    cargo.args(["--config", WITHOUT_ALIGNMENT_CHECK]);
    cargo.args(["--message-format", "json-render-diagnostics"]).stderr(Stdio::inherit());
    let messages = program::output(&mut cargo)?;
    let programs = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        if message["profile"]["test"] != true {
            return None;
        }
        let manifest = Path::new(message["manifest_path"].as_str()?);
        Some(TestProgram {
            name: format!(
                "{}::{}",
                manifest.parent()?.file_name()?.to_string_lossy(),
                message["target"]["name"].as_str()?
            ),
            file: message["executable"].as_str()?.into(),
            package: manifest.parent()?.to_owned(),
            arguments: LEFT_OUT.iter().flat_map(|(test, _)| ["--skip", test]).collect(),
        })
    });
    Ok(programs.collect())
}

fn kill_test(programs: &[TestProgram]) -> Option<TestProgram> {
    let program = programs.iter().find(|test| test.name == KILL_TEST.0)?.clone();
    let name = format!("{} ({} kills)", program.name, KILLS.1);
    Some(TestProgram { name, arguments: KILL_TEST.1.to_vec(), ..program })
}

fn run_program(test: &TestProgram, wine: &Wine) -> Result<Counts, Error> {
    let log = log_of(test);
    let file = fs::File::create(&log).context(log.display())?;
    let mut command = wine.command(&test.file);
    command.current_dir(&test.package).stdin(Stdio::null());
    // Listing credentials damages the heap of Wine's process when a test beside it saves one.
    command.args(&test.arguments).arg("--test-threads=1").env(KILLS.0, KILLS.1);
    // The keychain belongs to the prefix of Wine.
    command.env("KEYDESK_TESTS_EMPTY_KEYCHAIN", "yes");
    command.stdout(file.try_clone()?).stderr(file);
    let is_success = succeeds_in_time(&mut command)?;
    let output = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    let mut counts = counts_in(&output).unwrap_or_default();
    if is_success {
        fs::write(stamp_of(test), format!("{}\n{output}", version(&test.file)?))?;
    } else {
        // A program that ends without a result has failed as a whole.
        counts.failed = counts.failed.max(1);
        terminal::note(&format!("output of the tests: {}", program::from_root(&log)));
    }
    Ok(counts)
}

#[expect(clippy::disallowed_methods, reason = "std can't wait for the end of a program or a time")]
fn succeeds_in_time(command: &mut Command) -> Result<bool, Error> {
    let mut program = command.spawn()?;
    let started = Instant::now();
    loop {
        if let Some(status) = program.try_wait()? {
            return Ok(status.success());
        }
        if started.elapsed() > TIMEOUT {
            program.kill()?;
            program.wait()?;
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The counts of the last run, if this build of the program has passed. `None` otherwise.
fn passed_before(test: &TestProgram) -> Option<Counts> {
    let stamp = fs::read_to_string(stamp_of(test)).ok()?;
    let (version_then, output) = stamp.split_once('\n')?;
    counts_in(output).filter(|_| version(&test.file).is_ok_and(|now| now == version_then))
}

/// What changes when a program is built again: its size and time.
fn version(file: &Path) -> Result<String, Error> {
    let found = fs::metadata(file).context(file.display())?;
    let time = found.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("{} {}", found.len(), time.as_nanos()))
}

/// The counts in the last line of a test program.
fn counts_in(output: &str) -> Option<Counts> {
    let line = output.lines().rev().find(|line| line.starts_with("test result: "))?;
    let count = |what: &str| {
        let words: Vec<&str> =
            line.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
        words.windows(2).find(|pair| pair[1] == what)?[0].parse().ok()
    };
    Some(Counts { passed: count("passed")?, failed: count("failed")?, ignored: count("ignored")? })
}

fn log_of(test: &TestProgram) -> PathBuf {
    results().join(format!("{}.log", file_name(test)))
}

fn stamp_of(test: &TestProgram) -> PathBuf {
    results().join(format!("{}.passed", file_name(test)))
}

fn file_name(test: &TestProgram) -> String {
    test.name.replace("::", "-").replace(['(', ')'], "").replace(' ', "-")
}

fn results() -> PathBuf {
    let folder = cross::windows::folder().join("tests");
    let _ = fs::create_dir_all(&folder);
    folder
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[test]
    fn the_last_line_of_a_test_program_has_the_counts() {
        let output = "running 3 tests\ntest a ... ok\n\ntest result: FAILED. 2 passed; 1 failed; \
                      4 ignored; 0 measured; 5 filtered out; finished in 0.03s\n";
        assert_eq!(counts_in(output), Some(Counts { passed: 2, failed: 1, ignored: 4 }));
        assert_eq!(counts_in("thread panicked"), None);
    }
}
