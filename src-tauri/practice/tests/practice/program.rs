//! The program: its one line, its flags, its exit codes.

use std::ffi::OsStr;
use std::process::{Output, Stdio};

use crate::desk::{http, phone, read, text};
use keydesk_practice::Plays;
use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

fn program<S: AsRef<OsStr>>(flags: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keydesk-practice"));
    command.args(flags).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.kill_on_drop(true);
    command
}

/// A program that is ready, and its address.
struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    base_url: String,
}

impl Running {
    async fn new<S: AsRef<OsStr>>(flags: &[S]) -> Self {
        let mut child = program(flags).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).await.unwrap();
        let base_url = line.strip_prefix("listening on ").unwrap().strip_suffix('\n').unwrap();
        Self { child, out, base_url: base_url.to_owned() }
    }

    async fn key(&self) -> String {
        let body = json!({ "phone": phone(Plays::NewKey) });
        let asked = http().post(format!("{}test-api-keys", self.base_url)).json(&body);
        text(&read(asked.send().await.unwrap()).await.1, "apiKey")
    }

    /// Ends it by a signal; what it still printed, and how it exited.
    #[cfg(unix)]
    async fn end(mut self, signal: &str) -> (String, Option<i32>) {
        let id = self.child.id().unwrap().to_string();
        let sent = Command::new("kill").args(["-s", signal, &id]).status().await.unwrap();
        assert!(sent.success());
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).await.unwrap();
        (rest, self.child.wait().await.unwrap().code())
    }
}

async fn fails<S: AsRef<OsStr>>(flags: &[S]) -> String {
    let Output { status, stdout, stderr } = program(flags).output().await.unwrap();
    let said = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(stdout, b"");
    said
}

#[cfg(unix)]
#[tokio::test]
async fn it_says_one_line_and_ends_in_good_order() {
    for signal in ["INT", "TERM"] {
        let running = Running::new(&["--port", "0"]).await;
        let url = reqwest::Url::parse(&running.base_url).unwrap();
        assert_eq!((url.host_str(), url.path()), (Some("127.0.0.1"), "/v.1.0/"));
        running.key().await;
        assert_eq!(running.end(signal).await, (String::new(), Some(0)));
    }
}

#[tokio::test]
async fn a_bad_flag_is_one_line_and_exit_code_2() {
    for flags in [
        &["--port"][..],
        &["--port", "many"],
        &["--port", "65536"],
        &["--port", "-1"],
        &["--prot", "0"],
        &["--state"],
        &["extra"],
        &["--port", "0", "--port", "0"],
    ] {
        assert!(fails(flags).await.starts_with("error: "), "{flags:?}");
    }
}

#[tokio::test]
async fn a_port_in_use_is_one_line_and_exit_code_2() {
    let running = Running::new(&["--port", "0"]).await;
    let port = reqwest::Url::parse(&running.base_url).unwrap().port().unwrap();
    let said = fails(&["--port", &port.to_string()]).await;
    assert_eq!(said, format!("error: port {port} is in use\n"));
}

#[tokio::test]
async fn a_damaged_state_is_one_line_and_exit_code_2_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    std::fs::write(&file, "{\"version\":1,").unwrap();
    let said = fails(&[OsStr::new("--state"), file.as_os_str()]).await;
    assert!(said.contains("damaged"), "{said}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{\"version\":1,");
}

#[cfg(unix)]
#[tokio::test]
async fn a_key_survives_a_kill_right_after_its_answer() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let flags = [OsStr::new("--state"), file.as_os_str()];
    let first = Running::new(&flags).await;
    let key = first.key().await;
    first.end("KILL").await;
    let second = Running::new(&flags).await;
    assert_eq!(second.key().await, key);
}

#[tokio::test]
async fn help_and_version_are_no_errors() {
    for flag in ["--help", "--version"] {
        let output = program(&[flag]).output().await.unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(!output.stdout.is_empty());
    }
}
