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
        (json!("seed"), "used: expected an object (line 1, column 6)"),
        (json!([]), "used: expected an object (line 1, column "),
        (json!([[], [], [], []]), "used: expected an object (line 1, column "),
        (
            json!({ "clients": [["4915100000001", null, KEY, null, null]] }),
            "clients, entry 1: expected an object",
        ),
        (json!({ "organizations": [["Eins", ""]] }), "organizations, entry 1: expected an object"),
        (json!({ "client": [] }), "client: there is no member client ("),
        (
            json!({ "clients": [{ "phone": "4915100000001", "key": KEY }] }),
            "clients, entry 1, key: there is no member key (",
        ),
        (json!({ "clients": [{ "apiKey": KEY }] }), "clients, entry 1: phone is missing ("),
        (
            json!({ "clients": [{ "phone": 4_915_100_000_001_u64 }] }),
            "clients, entry 1, phone: expected a string (",
        ),
        (
            json!({ "clients": [twice, { "phone": "4915100000002", "plays": KEY }] }),
            "clients, entry 2, plays: expected one of new_key, ",
        ),
        (
            json!({ "clients": [{ "phone": "4915100000002", "expDate": KEY }] }),
            "clients, entry 1, expDate: the value can't be read (",
        ),
        (
            json!({ "productionKeys": [{ "name": "Shop", "organizations": [KEY, 1] }] }),
            "productionKeys, entry 1, organizations, entry 2: expected a string (",
        ),
        (json!({ "numbers": { "digits": KEY } }), "numbers: expected a list ("),
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

/// A text as editors on Windows can save it.
fn encodings(text: &str) -> [Vec<u8>; 4] {
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    [
        text.into(),
        ["\u{FEFF}", text].concat().into(),
        utf16([0xFF, 0xFE], u16::to_le_bytes),
        utf16([0xFE, 0xFF], u16::to_be_bytes),
    ]
}

#[tokio::test]
async fn a_seed_and_a_state_are_read_in_every_encoding_of_an_editor() {
    let seed = json!({ "clients": [{ "phone": "4915100000001", "apiKey": KEY }],
                       "organizations": [{ "name": "Ромашка 🌼" }] });
    for seed in encodings(&seed.to_string()) {
        let folder = SeedFolder::with(&json!({}));
        fs::write(folder.seed(), seed).unwrap();
        let server = TestServer::with(folder.options()).await;
        assert_eq!(server.authorize(KEY).await.status(), 200);
        server.practice.stop().await;
        let state = folder.folder.path().join("state.json");
        for edited in encodings(&fs::read_to_string(&state).unwrap()) {
            fs::write(&state, edited).unwrap();
            let server = TestServer::with(folder.options()).await;
            assert_eq!(server.authorize(KEY).await.status(), 200);
            server.practice.stop().await;
        }
    }
}

#[tokio::test]
async fn another_encoding_is_an_error_that_says_so() {
    let without_mark = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for seed in [without_mark, vec![b'"', 0xCA, b'"'], vec![0x1F, 0x8B, 8, 0]] {
        let folder = SeedFolder::with(&json!({}));
        fs::write(folder.seed(), seed).unwrap();
        let error = Practice::start(folder.options()).await.unwrap_err().to_string();
        assert!(error.ends_with("it is not text in UTF-8, nor in UTF-16 with a byte order mark"));
        assert_eq!(error.lines().count(), 1);
    }
}

#[tokio::test]
async fn a_seed_beside_a_saved_state_is_reported_as_unused() {
    let folder = SeedFolder::with(&seed());
    for is_unused in [false, true, true] {
        let server = TestServer::with(folder.options()).await;
        assert_eq!(server.practice.is_seed_unused(), is_unused);
        server.practice.stop().await;
    }
    let without_seed = Options { seed: None, ..folder.options() };
    let server = TestServer::with(without_seed).await;
    assert!(!server.practice.is_seed_unused());
    server.practice.stop().await;
    fs::remove_file(folder.folder.path().join("state.json")).unwrap();
    assert!(!TestServer::with(folder.options()).await.practice.is_seed_unused());
}
