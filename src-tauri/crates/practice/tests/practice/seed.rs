//! Seeds: initial states.

use std::fs;
use std::path::{Path, PathBuf};

use crate::test_server::{TestServer, date, phone, read};
use keydesk_practice::{Options, Plays, Practice, StartError};
use serde_json::{Value, json};
use tempfile::TempDir;

const KEY: &str = "0123456789abcdef0123456789abcdef01234567";
const LIVE: &str = "fedcba9876543210fedcba9876543210";

/// A folder with a seed and a state file.
struct SeedFolder {
    folder: TempDir,
}

impl SeedFolder {
    fn with(seed: &Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("seed.json"), seed.to_string()).unwrap();
        Self { folder }
    }

    fn seed(&self) -> PathBuf {
        self.folder.path().join("seed.json")
    }

    fn options(&self) -> Options {
        let state = Some(self.folder.path().join("state.json"));
        Options { seed: Some(self.seed()), state, ..Options::default() }
    }
}

fn seed() -> Value {
    json!({
        "numbers": [{ "digits": "4915123456789", "plays": "daily_limit" }],
        "clients": [
            { "phone": "4915100000001", "apiKey": KEY, "createdAt": "2025-03-05T10:00:00Z" },
            { "phone": "4915100000002", "expDate": "2026-03-01T23:59:59Z",
              "createdAt": "2025-03-01T10:00:00Z", "plays": "short_tokens" },
        ],
        "organizations": [{ "name": "Eins GmbH", "taxCode": "DE123456788" }, { "name": "Zwei GmbH" }],
        "productionKeys": [{ "name": "Shop", "apiKey": LIVE, "organizations": ["Zwei GmbH"] }],
    })
}

async fn authorized_in_production(server: &TestServer, key: &str) -> u16 {
    let url = format!("{}clients/authorization", server.practice.production_url());
    let asked = server.http.get(url).query(&[("apiKey", key)]);
    asked.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn practice_starts_with_the_seed() {
    let folder = SeedFolder::with(&seed());
    let server = TestServer::with(folder.options()).await;
    assert_eq!(server.request_key("4915123456789").await.status(), 429);
    assert_eq!(server.authorize(KEY).await.status(), 200);
    assert_eq!(authorized_in_production(&server, LIVE).await, 200);
    assert_eq!(server.key("4915100000001").await, KEY);
    let (status, expired) = read(server.request_key("4915100000002").await).await;
    assert_eq!(status, 200);
    assert_eq!(expired["expDate"], "2027-03-01T23:59:59.000Z", "reactivated");
}

#[tokio::test]
async fn the_seed_in_the_documentation_works() {
    let documentation = include_str!("../../../../../docs/practice.md");
    let example = documentation.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    let server = TestServer::with(SeedFolder::with(&example.parse().unwrap()).options()).await;
    assert_eq!(server.authorize(KEY).await.status(), 200);
    assert_eq!(authorized_in_production(&server, LIVE).await, 200);
}

#[tokio::test]
async fn a_saved_state_is_used_instead_of_the_seed() {
    let folder = SeedFolder::with(&seed());
    let first = TestServer::with(folder.options()).await;
    first.practice.remove_number("4915123456789").await.unwrap();
    first.practice.stop().await;
    let second = TestServer::with(folder.options()).await;
    assert_eq!(second.request_key("4915123456789").await.status(), 404);
    assert_eq!(second.authorize(KEY).await.status(), 200);
}

#[tokio::test]
async fn a_reset_applies_the_seed_again() {
    let folder = SeedFolder::with(&seed());
    let server = TestServer::with(folder.options()).await;
    server.practice.add_number("4915100000009", Plays::SeveralClients).await.unwrap();
    let key = server.key(phone(Plays::NewKey)).await;
    server.practice.reset().await.unwrap();
    assert_eq!(server.authorize(&key).await.status(), 401);
    assert_eq!(server.authorize(KEY).await.status(), 200);
    assert_eq!(server.request_key("4915100000009").await.status(), 409);
    server.practice.reset_all().await.unwrap();
    assert_eq!(server.request_key("4915100000009").await.status(), 404);
    assert_eq!(server.request_key("4915123456789").await.status(), 429);
}

#[tokio::test]
async fn practice_starts_at_the_given_time_also_after_a_reset() {
    let folder = SeedFolder::with(&json!({ "clients": [{ "phone": "4915100000001" }] }));
    let begin_at = "2027-01-31T12:00:00Z".parse().unwrap();
    let server = TestServer::with(Options { begin_at: Some(begin_at), ..folder.options() }).await;
    let answer = server.request_key("4915100000001").await;
    assert_eq!(date(&answer), begin_at);
    assert_eq!(read(answer).await.1["createdAt"], "2027-01-31T12:00:00.000000Z");
    server.practice.set_time(keydesk_practice::Move::Now).await.unwrap();
    server.practice.reset().await.unwrap();
    assert_eq!(server.practice.shift().shown, begin_at);
}

#[tokio::test]
async fn the_given_time_continues_after_a_restart() {
    let folder = SeedFolder::with(&json!({}));
    for begin_at in ["2027-01-31T12:00:00Z", "2028-02-29T12:00:00Z"] {
        let begin_at = Some(begin_at.parse().unwrap());
        let first = TestServer::with(Options { begin_at, ..folder.options() }).await;
        first.practice.stop().await;
        let second = TestServer::with(folder.options()).await;
        assert_eq!(Some(second.practice.shift().shown), begin_at);
        second.practice.stop().await;
    }
}

#[tokio::test]
async fn a_failed_start_does_not_change_the_saved_time() {
    let folder = SeedFolder::with(&json!({}));
    TestServer::with(folder.options()).await.practice.stop().await;
    let server = TestServer::new().await;
    let kept = fs::read(folder.folder.path().join("state.json")).unwrap();
    let begin_at = Some("2027-01-31T12:00:00Z".parse().unwrap());
    let options = Options { begin_at, port: server.port(), ..folder.options() };
    assert!(matches!(Practice::start(options).await.unwrap_err(), StartError::PortInUse(_)));
    assert_eq!(fs::read(folder.folder.path().join("state.json")).unwrap(), kept);
}

#[tokio::test]
async fn an_invalid_seed_gives_an_error_of_one_line_and_no_state_file() {
    let twice = json!({ "phone": "4915100000001", "apiKey": KEY });
    let also = json!({ "phone": "4915100000002", "apiKey": KEY });
    for (seed, message) in [
        (json!("seed"), "unreadable at line 1"),
        (json!([]), "unreadable at line 1"),
        (json!([[], [], [], []]), "unreadable at line 1"),
        (json!({ "clients": [["4915100000001", null, KEY, null, null]] }), "unreadable at line 1"),
        (json!({ "organizations": [["Eins", ""]] }), "unreadable at line 1"),
        (json!({ "client": [] }), "unreadable at line 1"),
        (json!({ "clients": [{ "phone": "4915100000001", "key": KEY }] }), "unreadable at line 1"),
        (json!({ "clients": [{ "apiKey": KEY }] }), "unreadable at line 1"),
        (
            json!({ "numbers": [{ "digits": "380671234567", "plays": "new_key" }] }),
            "numbers, entry 1: a number of Ukraine",
        ),
        (json!({ "clients": [twice, twice] }), "clients, entry 2: the phone is listed twice"),
        (json!({ "clients": [twice, also] }), "clients, entry 2: the key is another's already"),
        (
            json!({ "clients": [{ "phone": "4915100000001", "apiKey": "xyz" }] }),
            "clients, entry 1: the key is not 32 or 40 hex digits",
        ),
        (json!({ "organizations": [{ "name": "" }] }), "organizations, entry 1: "),
        (
            json!({ "productionKeys": [{ "name": "Shop" }] }),
            "productionKeys, entry 1: no organization",
        ),
        (
            json!({ "organizations": [{ "name": "Eins" }],
                 "productionKeys": [{ "name": "Shop", "organizations": ["Zwei"] }] }),
            "productionKeys, entry 1: an unknown organization",
        ),
        (
            json!({ "organizations": [{ "name": "Eins" }], "productionKeys": [{ "name": " " }] }),
            "productionKeys, entry 1: the name is missing",
        ),
        (
            json!({ "organizations": [{ "name": "Eins" }],
                 "productionKeys": [{ "name": "Shop", "createdAt": "2020-01-02T00:00:00Z",
                    "expDate": "2020-01-01T00:00:00Z" }] }),
            "productionKeys, entry 1: the key ends before it begins",
        ),
        (
            json!({ "organizations": [{ "name": "Eins" }],
                 "productionKeys": [{ "name": "Shop", "deactivatedAt": "+10000-01-01T00:00:00Z" }] }),
            "productionKeys, entry 1: a date lies before 1970 or after 9999",
        ),
        (
            json!({ "organizations": vec![json!({ "name": "Eins" }); 101] }),
            "organizations, entry 101: more than 100 organizations",
        ),
    ] {
        let folder = SeedFolder::with(&seed);
        let error = Practice::start(folder.options()).await.unwrap_err();
        assert!(matches!(error, StartError::SeedDamaged(..)), "{error}");
        let line = error.to_string();
        assert!(line.contains(message), "{line}");
        assert!(!line.contains(KEY) && line.lines().count() == 1, "{line}");
        assert!(!folder.folder.path().join("state.json").exists());
    }
}

#[tokio::test]
async fn a_missing_seed_is_an_error() {
    let seed = Some(Path::new("/nowhere/seed.json").to_owned());
    let error = Practice::start(Options { seed, ..Options::default() }).await.unwrap_err();
    assert!(matches!(error, StartError::SeedUnreachable(..)), "{error}");
}
