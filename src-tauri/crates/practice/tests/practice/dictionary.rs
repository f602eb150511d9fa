//! `GET divisions` and `GET dictionary/…` in both environments.

use std::fs;

use crate::test_server::{TestServer, is_error_about, phone, read, text};
use chrono::TimeDelta;
use keydesk_practice::{Options, Plays};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

pub(crate) const LISTS: [&str; 3] =
    ["divisions", "dictionary/currencies", "dictionary/measurements"];
const KEY: &str = "0123456789abcdef0123456789abcdef01234567";
const ANOTHER: &str = "fedcba9876543210fedcba9876543210";

/// One environment and a token for it.
pub(crate) struct Reader<'a> {
    server: &'a TestServer,
    base: String,
    token: String,
}

impl<'a> Reader<'a> {
    pub(crate) async fn in_sandbox(server: &'a TestServer) -> Self {
        Self::with(server, server.practice.base_url(), &server.key(phone(Plays::NewKey)).await)
            .await
    }

    async fn with(server: &'a TestServer, base: String, key: &str) -> Self {
        let asked =
            server.http.get(format!("{base}clients/authorization")).query(&[("apiKey", key)]);
        let token = text(&read(asked.send().await.unwrap()).await.1, "jwt");
        Self { server, base, token }
    }

    pub(crate) async fn get(&self, list: &str) -> Response {
        self.get_as(&self.token, list).await
    }

    pub(crate) async fn get_as(&self, token: &str, list: &str) -> Response {
        let asked = self.server.http.get(format!("{}{list}", self.base));
        asked.header("Authorization", token).send().await.unwrap()
    }

    pub(crate) async fn page(&self, list: &str) -> Value {
        let (status, page) = read(self.get(list).await).await;
        assert_eq!(status, 200, "{list}");
        page
    }

    /// Every list refuses this token, whatever the query is.
    async fn assert_refused(&self, token: &str) {
        for list in LISTS {
            assert_401(self.get_as(token, list).await).await;
            assert_401(self.get_as(token, &format!("{list}?limit=0")).await).await;
        }
    }
}

pub(crate) async fn assert_401(answer: Response) {
    let (status, body) = read(answer).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(is_error_about(&body, "token"));
}

/// A server with one client and two keys of production.
pub(crate) async fn with_production_keys() -> TestServer {
    let folder = tempfile::tempdir().unwrap();
    let seed = folder.path().join("seed.json");
    let keys = json!({
        "clients": [{ "phone": phone(Plays::NewKey), "apiKey": KEY }],
        "organizations": [{ "name": "Eins GmbH" }],
        "productionKeys": [{ "name": "Shop", "apiKey": KEY }, { "name": "Depot", "apiKey": ANOTHER }],
    });
    fs::write(&seed, keys.to_string()).unwrap();
    TestServer::with(Options { seed: Some(seed), ..Options::default() }).await
}

/// A reader in each environment.
pub(crate) async fn both(server: &TestServer) -> [Reader<'_>; 2] {
    let sandbox = Reader::with(server, server.practice.base_url(), KEY).await;
    [sandbox, Reader::with(server, server.practice.production_url(), KEY).await]
}

#[tokio::test]
async fn a_page_has_the_documented_members() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for list in LISTS {
        let page = reader.page(&format!("{list}?limit=1")).await;
        let total = page["total"].as_u64().unwrap();
        assert!(total > 1, "{list}");
        let items = page["items"].clone();
        assert_eq!(items.as_array().unwrap().len(), 1, "{list}");
        assert_eq!(
            page,
            json!({
                "current_page": 1, "last_page": total, "per_page": 1, "total": total,
                "from": 1, "to": 1, "items": items,
            })
        );
    }
}

#[tokio::test]
async fn pages_have_no_gaps_and_no_repetition() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for list in LISTS {
        let all = reader.page(&format!("{list}?limit=100")).await;
        let mut collected = Vec::new();
        for page in 1.. {
            let body = reader.page(&format!("{list}?limit=4&page={page}")).await;
            assert_eq!(body["from"].as_u64().unwrap(), collected.len() as u64 + 1);
            collected.extend(body["items"].as_array().unwrap().clone());
            assert_eq!(body["to"].as_u64().unwrap(), collected.len() as u64);
            if body["last_page"] == page {
                break;
            }
        }
        assert_eq!(all["items"], json!(collected), "{list}");
    }
}

#[tokio::test]
async fn without_a_limit_a_page_has_fifteen_items() {
    let server = TestServer::new().await;
    let page = Reader::in_sandbox(&server).await.page("divisions").await;
    assert_eq!((&page["per_page"], &page["to"]), (&json!(15), &json!(15)));
    assert_eq!(page["items"].as_array().unwrap().len(), 15);
}

#[tokio::test]
async fn a_page_after_the_last_one_is_empty() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    for list in LISTS {
        for page in ["100", "2147483647"] {
            let body = reader.page(&format!("{list}?page={page}")).await;
            assert_eq!((&body["from"], &body["to"]), (&json!(null), &json!(null)));
            assert_eq!(body["items"], json!([]));
        }
    }
}

#[tokio::test]
async fn an_invalid_limit_or_page_gets_422() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    let above_32_bits = "2147483648";
    let above_64_bits = "99999999999999999999999";
    for list in LISTS {
        for member in ["limit", "page"] {
            for value in ["", "0", "-1", "%2B1", "1.5", "ten", above_32_bits, above_64_bits] {
                let (status, body) =
                    read(reader.get(&format!("{list}?{member}={value}")).await).await;
                assert_eq!(status, 422, "{list}?{member}={value}");
                assert!(is_error_about(&body, member), "{list}?{member}={value}");
            }
        }
        assert_eq!(reader.get(&format!("{list}?limit=101")).await.status(), 422);
        assert_eq!(reader.get(&format!("{list}?limit=1&limit=2")).await.status(), 422);
        assert_eq!(reader.get(&format!("{list}?page=%FF")).await.status(), 422);
    }
}

#[tokio::test]
async fn both_environments_have_the_same_lists() {
    let server = with_production_keys().await;
    let [sandbox, production] = both(&server).await;
    for list in LISTS {
        assert_eq!(sandbox.page(list).await, production.page(list).await, "{list}");
    }
}

#[tokio::test]
async fn a_list_needs_a_token() {
    let server = TestServer::new().await;
    for base in [server.practice.base_url(), server.practice.production_url()] {
        for list in LISTS {
            for query in ["", "?limit=0"] {
                let url = format!("{base}{list}{query}");
                assert_401(server.http.get(url).send().await.unwrap()).await;
            }
        }
    }
}

#[tokio::test]
async fn a_token_with_bearer_is_refused() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    reader.assert_refused(&format!("Bearer {}", reader.token)).await;
}

#[tokio::test]
async fn a_tampered_token_is_refused() {
    let server = with_production_keys().await;
    let other = Reader::with(&server, server.practice.production_url(), ANOTHER).await.token;
    let other_claims = other.split('.').nth(1).unwrap();
    let unsigned = "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0";
    for reader in both(&server).await {
        let parts: Vec<&str> = reader.token.split('.').collect();
        let [head, claims, signature] = parts[..] else { panic!() };
        for tampered in [
            format!("{head}.{other_claims}.{signature}"),
            format!("{head}.{claims}."),
            format!("{head}.{claims}"),
            format!("{unsigned}.{claims}."),
            format!("{unsigned}.{claims}.{signature}"),
            format!("{}x", reader.token),
            "not a token".to_owned(),
            String::new(),
        ] {
            reader.assert_refused(&tampered).await;
        }
    }
}

#[tokio::test]
async fn a_token_of_another_environment_or_server_is_refused() {
    let (ours, theirs) = tokio::join!(with_production_keys(), with_production_keys());
    let [sandbox, production] = both(&ours).await;
    sandbox.assert_refused(&production.token).await;
    production.assert_refused(&sandbox.token).await;
    let [their_sandbox, their_production] = both(&theirs).await;
    sandbox.assert_refused(&their_sandbox.token).await;
    production.assert_refused(&their_production.token).await;
}

#[tokio::test]
async fn an_expired_token_is_refused() {
    let server = with_production_keys().await;
    let readers = both(&server).await;
    server.pass(TimeDelta::minutes(59));
    for reader in &readers {
        assert_eq!(reader.get("divisions").await.status(), 200);
    }
    server.pass(TimeDelta::minutes(1));
    for reader in &readers {
        reader.assert_refused(&reader.token).await;
    }
}
