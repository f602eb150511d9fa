//! `GET clients/authorization` and `GET dictionary/currencies`.

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

#[tokio::test]
async fn a_page_of_currencies_has_the_documented_members() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::NewKey)).await).await;
    let (status, body) = read(desk.currencies(&token, "?limit=1").await).await;
    assert_eq!(status, 200);
    let total = body["total"].as_u64().unwrap();
    assert!(total > 1);
    assert_eq!(
        body,
        json!({
            "current_page": 1, "last_page": total, "per_page": 1, "total": total,
            "from": 1, "to": 1,
            "items": [{ "id": 203, "code": "CZK", "name": "Czech koruna" }],
        })
    );
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::NewKey)).await).await;
    let (_, all) = read(desk.currencies(&token, "").await).await;
    let mut collected = Vec::new();
    let mut page = 1;
    loop {
        let query = format!("?limit=4&page={page}");
        let (_, body) = read(desk.currencies(&token, &query).await).await;
        assert_eq!(body["from"].as_u64().unwrap(), collected.len() as u64 + 1);
        collected.extend(body["items"].as_array().unwrap().clone());
        assert_eq!(body["to"].as_u64().unwrap(), collected.len() as u64);
        if body["last_page"] == page {
            break;
        }
        page += 1;
    }
    assert_eq!(all["items"], json!(collected));
}

#[tokio::test]
async fn a_page_past_the_last_is_empty() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::NewKey)).await).await;
    for page in ["100", "2147483647"] {
        let (status, body) = read(desk.currencies(&token, &format!("?page={page}")).await).await;
        assert_eq!(status, 200);
        assert_eq!((&body["from"], &body["to"]), (&json!(null), &json!(null)));
        assert_eq!(body["items"], json!([]));
    }
}

#[tokio::test]
async fn nonsense_in_limit_or_page_is_a_validation_error() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::NewKey)).await).await;
    for member in ["limit", "page"] {
        for value in ["", "0", "-1", "%2B1", "1.5", "ten", "2147483648", "99999999999999999999999"]
        {
            let query = format!("?{member}={value}");
            let (status, body) = read(desk.currencies(&token, &query).await).await;
            assert_eq!(status, 422, "{query}");
            assert!(is_object_about(&body, member), "{query}");
        }
    }
    assert_eq!(desk.currencies(&token, "?limit=101").await.status(), 422);
    assert_eq!(desk.currencies(&token, "?limit=1&limit=2").await.status(), 422);
}

#[tokio::test]
async fn without_a_token_nothing_is_told() {
    let desk = Desk::new().await;
    let url = desk.url("dictionary/currencies?limit=0");
    let (status, body) = read(desk.http.get(url).send().await.unwrap()).await;
    assert_eq!(status, 401);
    assert!(is_object_about(&body, "authorization"));
}

#[tokio::test]
async fn the_token_is_sent_bare() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::NewKey)).await).await;
    assert_eq!(desk.currencies(&format!("Bearer {token}"), "").await.status(), 401);
}

#[tokio::test]
async fn a_tampered_token_is_refused() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::NewKey)).await).await;
    let parts: Vec<&str> = token.split('.').collect();
    let [head, claims, signature] = parts[..] else { panic!() };
    let other = desk.token(&desk.key(phone(Plays::ActiveKey)).await).await;
    let other_claims = other.split('.').nth(1).unwrap();
    let unsigned = "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0";
    for tampered in [
        format!("{head}.{other_claims}.{signature}"),
        format!("{head}.{claims}."),
        format!("{head}.{claims}"),
        format!("{unsigned}.{claims}."),
        format!("{unsigned}.{claims}.{signature}"),
        format!("{token}x"),
        "not a token".to_owned(),
        String::new(),
    ] {
        let (status, body) = read(desk.currencies(&tampered, "").await).await;
        assert_eq!(status, 401);
        assert!(is_object_about(&body, "authorization"));
    }
}

#[tokio::test]
async fn a_foreign_token_is_refused() {
    let (ours, theirs) = tokio::join!(Desk::new(), Desk::new());
    let token = theirs.token(&theirs.key(phone(Plays::NewKey)).await).await;
    ours.key(phone(Plays::NewKey)).await;
    assert_eq!(theirs.currencies(&token, "").await.status(), 200);
    assert_eq!(ours.currencies(&token, "").await.status(), 401);
}

#[tokio::test]
async fn an_expired_token_is_refused() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::NewKey)).await).await;
    desk.pass(TimeDelta::minutes(59));
    assert_eq!(desk.currencies(&token, "").await.status(), 200);
    desk.pass(TimeDelta::minutes(1));
    assert_eq!(desk.currencies(&token, "").await.status(), 401);
}
