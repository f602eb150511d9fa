//! What practice begins with.

use std::fs;
use std::path::{Path, PathBuf};

use crate::desk::{Desk, date, phone, read};
use keydesk_practice::{Options, Plays, Practice, StartError};
use serde_json::{Value, json};
use tempfile::TempDir;

const KEY: &str = "0123456789abcdef0123456789abcdef01234567";
const LIVE: &str = "fedcba9876543210fedcba9876543210";

struct Garden {
    folder: TempDir,
}

impl Garden {
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

async fn authorized_in_production(desk: &Desk, key: &str) -> u16 {
    let url = format!("{}clients/authorization", desk.practice.production_url());
    let asked = desk.http.get(url).query(&[("apiKey", key)]);
    asked.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn practice_begins_with_what_was_sown() {
    let garden = Garden::with(&seed());
    let desk = Desk::with(garden.options()).await;
    assert_eq!(desk.ask("4915123456789").await.status(), 429);
    assert_eq!(desk.authorize(KEY).await.status(), 200);
    assert_eq!(authorized_in_production(&desk, LIVE).await, 200);
    assert_eq!(desk.key("4915100000001").await, KEY);
    let (status, expired) = read(desk.ask("4915100000002").await).await;
    assert_eq!(status, 200);
    assert_eq!(expired["expDate"], "2027-03-01T23:59:59.000Z", "reactivated");
}

#[tokio::test]
async fn the_documented_seed_is_one() {
    let documentation = include_str!("../../../../../docs/practice.md");
    let example = documentation.split_once("```json\n").unwrap().1.split_once("```").unwrap().0;
    let desk = Desk::with(Garden::with(&example.parse().unwrap()).options()).await;
    assert_eq!(desk.authorize(KEY).await.status(), 200);
    assert_eq!(authorized_in_production(&desk, LIVE).await, 200);
}

#[tokio::test]
async fn what_is_kept_already_is_not_sown_again() {
    let garden = Garden::with(&seed());
    let first = Desk::with(garden.options()).await;
    first.practice.remove_number("4915123456789").await.unwrap();
    first.practice.stop().await;
    let second = Desk::with(garden.options()).await;
    assert_eq!(second.ask("4915123456789").await.status(), 404);
    assert_eq!(second.authorize(KEY).await.status(), 200);
}

#[tokio::test]
async fn after_a_reset_practice_begins_with_its_seed_again() {
    let garden = Garden::with(&seed());
    let desk = Desk::with(garden.options()).await;
    desk.practice.add_number("4915100000009", Plays::SeveralClients).await.unwrap();
    let key = desk.key(phone(Plays::NewKey)).await;
    desk.practice.reset().await.unwrap();
    assert_eq!(desk.authorize(&key).await.status(), 401);
    assert_eq!(desk.authorize(KEY).await.status(), 200);
    assert_eq!(desk.ask("4915100000009").await.status(), 409);
    desk.practice.reset_all().await.unwrap();
    assert_eq!(desk.ask("4915100000009").await.status(), 404);
    assert_eq!(desk.ask("4915123456789").await.status(), 429);
}

#[tokio::test]
async fn practice_begins_at_the_time_it_is_told_and_does_so_after_a_reset() {
    let garden = Garden::with(&json!({ "clients": [{ "phone": "4915100000001" }] }));
    let begin_at = "2027-01-31T12:00:00Z".parse().unwrap();
    let desk = Desk::with(Options { begin_at: Some(begin_at), ..garden.options() }).await;
    let answer = desk.ask("4915100000001").await;
    assert_eq!(date(&answer), begin_at);
    assert_eq!(read(answer).await.1["createdAt"], "2027-01-31T12:00:00.000000Z");
    desk.practice.set_time(keydesk_practice::Move::Now).await.unwrap();
    desk.practice.reset().await.unwrap();
    assert_eq!(desk.practice.shift().shown, begin_at);
}

#[tokio::test]
async fn the_time_that_practice_begins_with_goes_on_after_a_restart() {
    let garden = Garden::with(&json!({}));
    for begin_at in ["2027-01-31T12:00:00Z", "2028-02-29T12:00:00Z"] {
        let begin_at = Some(begin_at.parse().unwrap());
        let first = Desk::with(Options { begin_at, ..garden.options() }).await;
        first.practice.stop().await;
        let second = Desk::with(garden.options()).await;
        assert_eq!(Some(second.practice.shift().shown), begin_at);
        second.practice.stop().await;
    }
}

#[tokio::test]
async fn a_start_that_fails_does_not_move_the_time_that_is_kept() {
    let garden = Garden::with(&json!({}));
    Desk::with(garden.options()).await.practice.stop().await;
    let desk = Desk::new().await;
    let kept = fs::read(garden.folder.path().join("state.json")).unwrap();
    let begin_at = Some("2027-01-31T12:00:00Z".parse().unwrap());
    let options = Options { begin_at, port: desk.port(), ..garden.options() };
    assert!(matches!(Practice::start(options).await.unwrap_err(), StartError::PortInUse(_)));
    assert_eq!(fs::read(garden.folder.path().join("state.json")).unwrap(), kept);
}

#[tokio::test]
async fn a_seed_that_cannot_be_used_is_said_in_one_line_and_nothing_is_made() {
    let twice = json!({ "phone": "4915100000001", "apiKey": KEY });
    let also = json!({ "phone": "4915100000002", "apiKey": KEY });
    for (seed, said) in [
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
        (json!({ "clients": [twice, twice] }), "clients, entry 2: the phone stands there twice"),
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
        let garden = Garden::with(&seed);
        let error = Practice::start(garden.options()).await.unwrap_err();
        assert!(matches!(error, StartError::SeedDamaged(..)), "{error}");
        let line = error.to_string();
        assert!(line.contains(said), "{line}");
        assert!(!line.contains(KEY) && line.lines().count() == 1, "{line}");
        assert!(!garden.folder.path().join("state.json").exists());
    }
}

#[tokio::test]
async fn a_seed_that_is_not_there_is_said() {
    let seed = Some(Path::new("/nowhere/seed.json").to_owned());
    let error = Practice::start(Options { seed, ..Options::default() }).await.unwrap_err();
    assert!(matches!(error, StartError::SeedUnreachable(..)), "{error}");
}
