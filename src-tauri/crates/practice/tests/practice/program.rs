//! The program: its output, flags and exit codes.

use std::ffi::OsStr;
use std::process::{Output, Stdio};

use crate::test_server::{http, phone, read, text};
use keydesk_practice::Plays;
use serde_json::{Value, json};
#[cfg(unix)]
use tokio::io::AsyncReadExt;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStdout, Command};

fn program<S: AsRef<OsStr>>(flags: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keydesk-practice"));
    command.args(flags).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.kill_on_drop(true);
    command
}

/// A running program and its address.
pub(crate) struct Running {
    child: Child,
    #[cfg_attr(not(unix), expect(dead_code, reason = "keeps the pipe open"))]
    out: BufReader<ChildStdout>,
    pub(crate) base_url: String,
}

impl Running {
    pub(crate) async fn new<S: AsRef<OsStr>>(flags: &[S]) -> Self {
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

    /// Reads `/practice/clock`.
    async fn clock(&self) -> Value {
        let origin = self.base_url.strip_suffix("v.1.0/").unwrap();
        let (status, clock) =
            read(http().get(format!("{origin}practice/clock")).send().await.unwrap()).await;
        assert_eq!(status, 200);
        clock
    }

    /// Ends the program with a signal. Returns the rest of its output and its exit code.
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
async fn it_prints_one_line_and_ends_with_exit_code_0() {
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
        &["--seed"],
        &["--seed", "/nowhere/seed.json"],
        &["--now", "tomorrow"],
        &["--now", "2026-03-05"],
        &["--now", "2100-01-01T00:00:00Z"],
        &["--speed", "0"],
        &["--speed", "100001"],
        &["--speed", "1.5"],
        &["--latency", "-1"],
        &["--latency", "600001"],
        &["--log", "file"],
        &["--control", "yes"],
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
async fn a_state_in_use_is_one_line_and_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let flags = [OsStr::new("--state"), file.as_os_str()];
    let running = Running::new(&flags).await;
    let said = fails(&flags).await;
    assert!(said.ends_with("is in use by another program\n"), "{said}");
    running.key().await;
}

#[tokio::test]
async fn a_damaged_state_is_one_line_and_exit_code_2_and_is_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    std::fs::write(&file, "{\"version\":1,").unwrap();
    let said = fails(&[OsStr::new("--state"), file.as_os_str()]).await;
    assert!(said.contains("damaged"), "{said}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{\"version\":1,");
}

#[cfg(unix)]
#[tokio::test]
async fn a_path_with_a_line_break_is_one_line_too() {
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join("one\ntwo\u{2028}\u{1b}три");
    for flag in ["--seed", "--state"] {
        let file = odd.join("practice.json");
        let said = fails(&[OsStr::new(flag), file.as_os_str()]).await;
        assert!(said.contains(r"/one\ntwo\u{2028}\u{1b}три/practice.json"), "{said}");
    }
}

#[tokio::test]
async fn a_damaged_seed_is_one_line_and_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("seed.json");
    std::fs::write(&file, r#"{"clients":[{"phone":"12"}]}"#).unwrap();
    let said = fails(&[OsStr::new("--seed"), file.as_os_str()]).await;
    assert!(
        said.ends_with("clients, entry 1: the phone is not 7 to 15 digits with a country code\n")
    );
}

#[cfg(unix)]
#[tokio::test]
async fn a_seed_beside_a_saved_state_is_mentioned() {
    let folder = tempfile::tempdir().unwrap();
    let [seed, state] = ["seed.json", "state.json"].map(|name| folder.path().join(name));
    std::fs::write(&seed, "{}").unwrap();
    let flags = [OsStr::new("--state"), state.as_os_str(), OsStr::new("--seed"), seed.as_os_str()];
    for mentioned in [false, true] {
        let mut running = Running::new(&flags).await;
        let mut told = running.child.stderr.take().unwrap();
        running.end("TERM").await;
        let mut text = String::new();
        told.read_to_string(&mut text).await.unwrap();
        assert_eq!(text.contains("the seed counts only after a reset"), mentioned, "{text}");
        assert_eq!(text.lines().count(), usize::from(mentioned));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn every_flag_works() {
    let folder = tempfile::tempdir().unwrap();
    let seed = folder.path().join("seed.json");
    let key = "0123456789abcdef0123456789abcdef01234567";
    let client = json!({ "phone": "4915123456789", "apiKey": key });
    std::fs::write(&seed, json!({ "clients": [client] }).to_string()).unwrap();
    let seed = seed.to_str().unwrap();
    let mut running = Running::new(&[
        "--seed",
        seed,
        "--now",
        "2030-01-01T00:00:00Z",
        "--speed",
        "1000",
        "--log",
        "--control",
    ])
    .await;
    let url = format!("{}clients/authorization", running.base_url);
    let authorized = http().get(url).query(&[("apiKey", key)]).send().await.unwrap();
    assert_eq!(authorized.status(), 200);
    let clock = running.clock().await;
    assert_eq!(clock["speed"], 1000);
    assert!(text(&clock, "now").starts_with("2030-01-01T"), "{clock}");
    let mut later = clock.clone();
    for _ in 0..1_000 {
        if later["ahead"] == clock["ahead"] {
            later = running.clock().await;
        }
    }
    assert_ne!(later["ahead"], clock["ahead"], "the clock is not faster");
    let mut told = running.child.stderr.take().unwrap();
    running.end("TERM").await;
    let mut log = String::new();
    told.read_to_string(&mut log).await.unwrap();
    let lines: Vec<&str> = log.lines().collect();
    let [first, second, ..] = lines[..] else { panic!("{log}") };
    assert!(first.starts_with("2030-01-01T00:"), "{first}");
    assert!(first.contains(" GET /v.1.0/clients/authorization 200 "), "{first}");
    assert!(first.ends_with(" ms") && !first.contains(key), "{first}");
    assert!(second.contains(" GET /practice/clock 200 "), "{second}");
}

#[tokio::test]
async fn only_answers_of_the_api_are_delayed() {
    let mut running = Running::new(&["--latency", "600000", "--log", "--control"]).await;
    let url = reqwest::Url::parse(&running.base_url).unwrap();
    let mut waiting = TcpStream::connect(("127.0.0.1", url.port().unwrap())).await.unwrap();
    let request = format!("GET /v.1.0/divisions HTTP/1.1\r\nHost: {}\r\n\r\n", url.authority());
    waiting.write_all(request.as_bytes()).await.unwrap();
    drop(waiting);
    running.clock().await;
    let mut log = BufReader::new(running.child.stderr.take().unwrap()).lines();
    let mut told = Vec::new();
    for _ in 0..2 {
        told.push(log.next_line().await.unwrap().unwrap());
    }
    // Without a delay the answer would be ready before the server notices that the client has gone.
    assert!(told.iter().any(|line| line.contains(" /v.1.0/divisions gave up ")), "{told:?}");
    assert!(told.iter().any(|line| line.contains(" /practice/clock 200 ")), "{told:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_killed_process_frees_its_port() {
    let running = Running::new(&["--port", "0"]).await;
    let port = reqwest::Url::parse(&running.base_url).unwrap().port().unwrap();
    running.key().await;
    running.end("KILL").await;
    let connected = TcpStream::connect(("127.0.0.1", port)).await;
    assert_eq!(connected.unwrap_err().kind(), std::io::ErrorKind::ConnectionRefused);
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
async fn every_flag_of_the_help_is_documented() {
    let help = String::from_utf8(program(&["--help"]).output().await.unwrap().stdout).unwrap();
    let documentation = include_str!("../../../../../docs/practice.md");
    let words = help.split_whitespace().filter(|word| word.starts_with("--"));
    let flags: Vec<&str> = words.filter(|word| !["--help", "--version"].contains(word)).collect();
    assert_eq!(flags.len(), 8, "{help}");
    for flag in flags {
        assert!(documentation.contains(&format!("| `{flag}")), "{flag}");
    }
}

#[tokio::test]
async fn help_and_version_exit_with_code_0() {
    for flag in ["--help", "--version"] {
        let output = program(&[flag]).output().await.unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(!output.stdout.is_empty());
    }
}
