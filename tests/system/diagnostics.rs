//! The log and the crash reports have no secrets in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use keydesk::diagnostics;
use test_driver::{Error, command_line, files_with};

const KEY: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJrZXlkZXNrIn0.c2lnbmF0dXJlLW9mLWEtdG9rZW4";
const PHONE: &str = "498213437654";

/// Tells the second process where to write. The log and the panic hook belong to a whole process.
const HOME: &str = "KEYDESK_TEST_HOME";

/// Runs the calling test again in a separate process, where `body` is called with diagnostics in `home`. Gives
/// what that process has printed.
fn in_own_process(home: &Path, body: impl FnOnce()) -> String {
    if let Some(home) = std::env::var_os(HOME) {
        let traces = diagnostics::begin(Path::new(&home));
        body();
        drop(traces);
        std::process::exit(0);
    }
    let command_line = command_line().unwrap();
    let mut command = Command::new(&command_line[0]);
    let output = command.args(&command_line[1..]).env(HOME, home).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8(printed).unwrap();
    assert!(output.status.success() && !printed.contains("running 0 tests"), "{printed}");
    printed
}

fn panic_with(message: impl Into<String>) {
    let message = message.into();
    let thread = std::thread::Builder::new().name("unlucky".to_owned());
    thread.spawn(move || std::panic::panic_any(message)).unwrap().join().unwrap_err();
}

fn reports(home: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(diagnostics::reports(home)).unwrap();
    let mut reports: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    reports.sort();
    reports
}

fn log(home: &Path) -> String {
    fs::read_to_string(diagnostics::logs(home).join("keydesk.log")).unwrap()
}

#[test]
fn a_panic_leaves_a_report_without_the_secret_in_its_message() -> Result<(), Error> {
    let home = tempfile::tempdir()?;
    let printed = in_own_process(home.path(), || {
        panic_with(format!("refused: {KEY}, {JWT} of {PHONE}"));
    });
    let report = fs::read_to_string(&reports(home.path())[0])?;
    for expected in [
        concat!("Key Desk ", env!("CARGO_PKG_VERSION")),
        std::env::consts::OS,
        "thread: unlucky",
        "place: tests/system/diagnostics.rs:",
        "message: refused: [removed], [removed] of [removed]",
        "panic_with",
    ] {
        assert!(report.contains(expected), "{expected} is missing in\n{report}");
    }
    assert!(log(home.path()).contains("panic: refused: [removed]"));
    for secret in [KEY, JWT, PHONE] {
        assert_eq!(files_with(secret, home.path())?, Vec::<PathBuf>::new());
        assert!(!printed.contains(secret));
    }
    Ok(())
}

#[test]
fn a_panic_without_text_is_reported_too() {
    let home = tempfile::tempdir().unwrap();
    in_own_process(home.path(), || {
        std::thread::spawn(|| std::panic::panic_any(42)).join().unwrap_err();
    });
    assert!(fs::read_to_string(&reports(home.path())[0]).unwrap().contains("message: no text"));
}

#[test]
fn the_latest_five_reports_are_kept() {
    let home = tempfile::tempdir().unwrap();
    in_own_process(home.path(), || {
        for number in 1..=7 {
            panic_with(format!("number {number}"));
        }
    });
    let told: Vec<_> =
        reports(home.path()).iter().map(|report| fs::read_to_string(report).unwrap()).collect();
    assert_eq!(told.len(), 5);
    for (report, number) in told.iter().zip(3..) {
        assert!(report.contains(&format!("message: number {number}\n")), "{report}");
    }
}

#[test]
fn every_field_and_message_of_the_log_is_redacted() -> Result<(), Error> {
    let home = tempfile::tempdir()?;
    let printed = in_own_process(home.path(), || {
        let span = tracing::warn_span!("asking", phone = PHONE, key = KEY);
        let _inside = span.enter();
        tracing::warn!(answer = JWT, bytes = KEY.len(), "said {KEY}");
        tracing::error!(target: "hyper::client", "GET /clients/authorization?apiKey={KEY}");
    });
    let log = log(home.path());
    assert_eq!(log.lines().count(), 2, "{log}");
    assert!(log.contains("bytes=40") && log.contains("/clients/authorization?apiKey=[removed]"));
    for secret in [KEY, JWT, PHONE] {
        assert_eq!(files_with(secret, home.path())?, Vec::<PathBuf>::new(), "{log}");
        assert!(!printed.contains(secret));
    }
    Ok(())
}

#[test]
fn the_log_has_warnings_of_libraries_and_information_of_the_app() {
    let home = tempfile::tempdir().unwrap();
    in_own_process(home.path(), || {
        tracing::info!(target: "hyper::client", "chatter");
        tracing::warn!(target: "zbus", "a warning");
        tracing::info!(target: "keydesk_core::nova_post", "an answer");
        tracing::debug!(target: "keydesk_core::nova_post", "detail");
    });
    let log = log(home.path());
    assert!(log.contains("a warning") && log.contains("an answer"), "{log}");
    assert!(!log.contains("chatter") && !log.contains("detail"), "{log}");
}

#[test]
fn where_no_log_can_be_written_everything_else_works() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("a file");
    fs::write(&home, "as it was").unwrap();
    let printed = in_own_process(&home, || {
        tracing::warn!("a warning");
        panic_with("a panic");
    });
    assert!(printed.contains("a warning") && printed.contains("panic: a panic"), "{printed}");
    assert_eq!(fs::read_to_string(home).unwrap(), "as it was");
}
