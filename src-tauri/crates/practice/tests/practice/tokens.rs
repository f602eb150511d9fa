//! `GET clients/authorization`: a key for a token.

use std::collections::BTreeSet;

use crate::desk::{Desk, claims, is_object_about, part_of_token, phone, read, text};
use chrono::TimeDelta;
use keydesk_practice::Plays;
use serde_json::json;

const TEXTS_THAT_ARE_NO_KEY: [&str; 4] =
    ["short", "g123456789012345678901234567890123456789", "0123456789", "ключ"];

#[tokio::test]
async fn a_token_is_a_jwt_with_the_documented_claims() {
    let desk = Desk::new().await;
    let (status, body) = read(desk.authorize(&desk.key(phone(Plays::NewKey)).await).await).await;
    assert_eq!(status, 200);
    assert_eq!(body.as_object().unwrap().len(), 1);
    let token = text(&body, "jwt");
    assert_eq!(part_of_token(&token, 0), json!({ "typ": "JWT", "alg": "HS256" }));
    let claims = claims(&token);
    let names: BTreeSet<&str> = claims.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["cid", "exp", "iat", "iss", "ref"]);
    assert_eq!(claims["iat"], desk.now().timestamp());
    assert_eq!(claims["exp"], desk.now().timestamp() + 3600);
    assert_eq!(text(&claims, "cid").len(), 36);
}

#[tokio::test]
async fn tokens_of_one_client_name_the_same_client() {
    let desk = Desk::new().await;
    let key = desk.key(phone(Plays::NewKey)).await;
    let first = claims(&desk.token(&key).await);
    desk.pass(TimeDelta::days(1));
    desk.key(phone(Plays::NewKey)).await;
    let second = claims(&desk.token(&key).await);
    let other = claims(&desk.token(&desk.key(phone(Plays::ActiveKey)).await).await);
    assert_eq!(first["cid"], second["cid"]);
    assert_ne!(first["cid"], other["cid"]);
}

#[tokio::test]
async fn an_unknown_key_is_refused() {
    let desk = Desk::new().await;
    for key in ["0123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef"] {
        let (status, body) = read(desk.authorize(key).await).await;
        assert_eq!(status, 401);
        assert!(is_object_about(&body, "apiKey"));
    }
}

#[tokio::test]
async fn an_expired_key_is_refused() {
    let desk = Desk::new().await;
    let key = desk.key(phone(Plays::NewKey)).await;
    desk.pass(TimeDelta::days(366));
    assert_eq!(desk.authorize(&key).await.status(), 401);
}

#[tokio::test]
async fn what_cannot_be_a_key_is_a_validation_error() {
    let desk = Desk::new().await;
    for key in TEXTS_THAT_ARE_NO_KEY {
        let (status, body) = read(desk.authorize(key).await).await;
        assert_eq!(status, 422);
        assert!(is_object_about(&body, "apiKey"));
    }
}

#[tokio::test]
async fn a_query_without_one_readable_key_is_a_validation_error() {
    let desk = Desk::new().await;
    for query in [
        "",
        "?apiKey=",
        "?apikey=0123456789abcdef0123456789abcdef",
        "?apiKey=%FF%FE",
        "?apiKey=0123456789abcdef0123456789abcdef&apiKey=0123456789abcdef0123456789abcdef",
    ] {
        let url = desk.url(&format!("clients/authorization{query}"));
        let (status, body) = read(desk.http.get(url).send().await.unwrap()).await;
        assert_eq!(status, 422, "{query}");
        assert!(is_object_about(&body, "apiKey"));
    }
}
