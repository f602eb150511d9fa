//! docs/practice.md, tried line by line.

use std::process::Stdio;

use crate::program::Running;
use crate::test_server::{TestServer, read};
use chrono::{DateTime, Utc};
use keydesk_practice::{Options, phone_book, ukraine_keys};
use serde_json::Value;
use tokio::process::Command;

const DOCUMENTATION: &str = include_str!("../../../../../docs/practice.md");
const DOCUMENTED: &str = "127.0.0.1:8080";

/// The contents of the code blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let start = format!("\n```{language}\n");
    let blocks = DOCUMENTATION.split(start.as_str()).skip(1);
    blocks.map(|block| block.split("\n```").next().unwrap()).collect()
}

/// The commands of all shell blocks, one a line.
fn commands() -> Vec<String> {
    let joined = blocks("sh").join("\n").replace("\\\n", " ");
    joined.lines().map(str::to_owned).collect()
}

/// The status that the text around a command promises.
fn promised_status(command: &str) -> &'static str {
    if command.contains("491713920029") {
        "429"
    } else if command.contains("=0123456789abcdef0123456789abcdef") {
        "401"
    } else if command.contains("/practice/reset")
        || command.contains("-X DELETE http://127.0.0.1:8080/practice/clients")
    {
        "204"
    } else if command.contains("Origin:") && !command.contains(" -L ") {
        "303"
    } else {
        "200"
    }
}

/// Runs all commands in one shell. Returns what each of them printed, and the last HTTP status.
async fn run(port: u16, commands: &[String]) -> Vec<(String, String)> {
    // `-w` prints the status on standard error, because some of the commands pass their output on.
    let curl = "curl() { command curl -sS --noproxy '*' -w '%{stderr}%{http_code}\n' \"$@\"; }";
    let end = "printf '\\n--\\n'; printf -- '--\\n' >&2";
    let script = [curl].into_iter().chain(commands.iter().flat_map(|command| [command, end]));
    let script = script.collect::<Vec<_>>().join("\n");
    let script = script.replace(DOCUMENTED, &format!("127.0.0.1:{port}"));
    let shell = Command::new("sh").arg("-euc").arg(script).stdin(Stdio::null()).output();
    let output = shell.await.unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    assert!(output.status.success(), "{out}{err}");
    let statuses =
        err.split("--\n").map(|status| status.lines().last().unwrap_or_default().to_owned());
    out.split("\n--\n").map(str::to_owned).zip(statuses).take(commands.len()).collect()
}

#[tokio::test]
async fn every_command_does_what_the_text_says() {
    let [start] = blocks("")[..1] else { panic!() };
    let (command, listening) = start.split_once('\n').unwrap();
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("practice.json");
    let flags = command.strip_prefix("keydesk-practice ").unwrap();
    let flags = flags.replace("8080", "0").replace("practice.json", state.to_str().unwrap());
    let flags: Vec<&str> = flags.split(' ').chain(["--control"]).collect();
    let running = Running::new(&flags).await;
    let port = reqwest::Url::parse(&running.base_url).unwrap().port().unwrap();
    let own = format!("127.0.0.1:{port}");
    assert_eq!(format!("listening on {}", running.base_url), listening.replace(DOCUMENTED, &own));

    let commands = commands();
    assert!(commands.len() >= 15, "{commands:?}");
    let results = run(port, &commands).await;
    for (command, (printed, status)) in commands.iter().zip(&results) {
        assert_eq!(status, promised_status(command), "{command}\n{printed}");
    }
    let printed = |part: &str| {
        let found = commands.iter().position(|command| command.contains(part)).unwrap();
        results[found].0.as_str()
    };
    let json = |part| serde_json::from_str::<Value>(printed(part)).unwrap();
    assert_eq!(json("currencies?limit=1")["items"][0]["code"], "CZK");
    let divisions = json("divisions?countryCodes[]=DE");
    assert_eq!(divisions["total"], 2);
    assert_eq!(divisions["items"][0]["divisionCategory"], "PUDO");
    assert_eq!(json("openapi.json")["openapi"], "3.0.3");
    assert_eq!(json("491713920029")["errors"][0], "Daily limit reached");
    assert_eq!(json("/ukraine/v2.0/json/")["data"][0]["EDRPOU"], "12345670");
    assert!(json("=0123456789abcdef")["errors"]["errorMessage"].is_string());
    assert_eq!(json("P40D")["ahead"], 40 * 86_400);
    assert_eq!(json("short_tokens")["plays"], "short_tokens");
    assert!(printed("name=Shop").contains("data-testid=\"key\">"));
    assert!(state.exists());
}

#[tokio::test]
async fn the_seed_has_no_key_from_the_future_at_the_documented_time() {
    let flag = DOCUMENTATION.split_once("| `--now RFC3339` |").unwrap().1;
    let now = flag.split('`').nth(1).unwrap();
    let now: DateTime<Utc> = now.parse().unwrap();
    let [seed] = blocks("json")[..] else { panic!() };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("seed.json");
    std::fs::write(&file, seed).unwrap();
    let options =
        Options { seed: Some(file), begin_at: Some(now), control: true, ..Options::default() };
    let server = TestServer::with(options).await;
    let clients = server.http.get(format!("http://127.0.0.1:{}/practice/clients", server.port()));
    let (_, clients) = read(clients.send().await.unwrap()).await;
    let seed: Value = seed.parse().unwrap();
    let dates = [&clients["clients"], &seed["clients"], &seed["productionKeys"]].map(|list| {
        let dates =
            list.as_array().unwrap().iter().map(|entry| entry["createdAt"].as_str().unwrap());
        dates.map(|date| date.parse::<DateTime<Utc>>().unwrap()).collect::<Vec<_>>()
    });
    assert!(dates.iter().all(|dates| !dates.is_empty()));
    assert!(dates.concat().into_iter().all(|created_at| created_at <= now), "{dates:?}");
}

#[test]
fn every_number_of_the_phone_book_has_its_row() {
    for entry in phone_book() {
        let row = format!("| {} | `{}` | ", entry.digits, entry.plays.name());
        assert!(DOCUMENTATION.contains(&row), "{row}");
    }
    assert_eq!(DOCUMENTATION.matches("| 49171392").count() + 1, phone_book().len());
}

#[test]
fn every_key_of_ukraine_has_its_row() {
    let (start, _) =
        DOCUMENTATION.split_once("## Keys of Ukraine").unwrap().1.split_once("| key |").unwrap();
    for key in ukraine_keys() {
        let (beginning, end) = key.code.split_at(28);
        assert!(start.contains(&format!("`{beginning}`")));
        let row = format!("| …{end} | `{}` | ", key.plays.name());
        assert!(DOCUMENTATION.contains(&row), "{row}");
    }
    assert_eq!(DOCUMENTATION.matches("\n| …").count(), ukraine_keys().len());
}
