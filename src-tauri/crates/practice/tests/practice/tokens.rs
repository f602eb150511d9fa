//! `GET clients/authorization`: a token for a key.

use std::collections::BTreeSet;

use crate::test_server::{TestServer, claims, is_error_about, phone, read, text, token_part};
use chrono::TimeDelta;
use keydesk_practice::Plays;
use serde_json::json;

const NOT_KEYS: [&str; 4] =
    ["short", "g123456789012345678901234567890123456789", "0123456789", "ключ"];

#[tokio::test]
async fn a_token_is_a_jwt_with_the_documented_claims() {
    let server = TestServer::new().await;
    let (status, body) =
        read(server.authorize(&server.key(phone(Plays::NewKey)).await).await).await;
    assert_eq!(status, 200);
    assert_eq!(body.as_object().unwrap().len(), 1);
    let token = text(&body, "jwt");
    assert_eq!(token_part(&token, 0), json!({ "typ": "JWT", "alg": "HS256" }));
    let claims = claims(&token);
    let names: BTreeSet<&str> = claims.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["cid", "exp", "iat", "iss", "ref"]);
    assert_eq!(claims["iat"], server.now().timestamp());
    assert_eq!(claims["exp"], server.now().timestamp() + 3600);
    assert_eq!(text(&claims, "cid").len(), 36);
}

#[tokio::test]
async fn tokens_of_one_client_have_the_same_cid() {
    let server = TestServer::new().await;
    let key = server.key(phone(Plays::NewKey)).await;
    let first = claims(&server.token(&key).await);
    server.pass(TimeDelta::days(1));
    server.key(phone(Plays::NewKey)).await;
    let second = claims(&server.token(&key).await);
    let other = claims(&server.token(&server.key(phone(Plays::ActiveKey)).await).await);
    assert_eq!(first["cid"], second["cid"]);
    assert_ne!(first["cid"], other["cid"]);
}

#[tokio::test]
async fn an_unknown_key_is_refused() {
    let server = TestServer::new().await;
    for key in ["0123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef"] {
        let (status, body) = read(server.authorize(key).await).await;
        assert_eq!(status, 401);
        assert!(is_error_about(&body, "apiKey"));
    }
}

#[tokio::test]
async fn an_expired_key_is_refused() {
    let server = TestServer::new().await;
    let key = server.key(phone(Plays::NewKey)).await;
    server.pass(TimeDelta::days(366));
    assert_eq!(server.authorize(&key).await.status(), 401);
}

#[tokio::test]
async fn a_malformed_key_gets_422() {
    let server = TestServer::new().await;
    for key in NOT_KEYS {
        let (status, body) = read(server.authorize(key).await).await;
        assert_eq!(status, 422);
        assert!(is_error_about(&body, "apiKey"));
    }
}

#[tokio::test]
async fn a_query_without_exactly_one_key_gets_422() {
    let server = TestServer::new().await;
    for query in [
        "",
        "?apiKey=",
        "?apikey=0123456789abcdef0123456789abcdef",
        "?apiKey=%FF%FE",
        "?apiKey=0123456789abcdef0123456789abcdef&apiKey=0123456789abcdef0123456789abcdef",
    ] {
        let url = server.url(&format!("clients/authorization{query}"));
        let (status, body) = read(server.http.get(url).send().await.unwrap()).await;
        assert_eq!(status, 422, "{query}");
        assert!(is_error_about(&body, "apiKey"));
    }
}
