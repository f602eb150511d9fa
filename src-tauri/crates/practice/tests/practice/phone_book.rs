//! Every outcome of the phone book, over HTTP.

use std::time::Duration;

use crate::test_server::{TestServer, claims, date, error_list, is_error_about, phone, read, text};
use chrono::TimeDelta;
use keydesk_practice::Plays;
use serde_json::json;

async fn assert_refused(plays: Plays, status: u16, sentence: &str) {
    let server = TestServer::new().await;
    let (got, body) = read(server.request_key(phone(plays)).await).await;
    assert_eq!((got.as_u16(), body), (status, error_list(sentence)));
}

#[tokio::test]
async fn a_new_key_has_the_four_documented_members() {
    let server = TestServer::new().await;
    let (status, body) = read(server.request_key("498213437654").await).await;
    assert_eq!(status, 200);
    let key = text(&body, "apiKey");
    assert_eq!(key.len(), 40);
    assert_eq!(
        body,
        json!({
            "apiKey": key,
            "createdAt": "2026-03-05T08:03:02.000000Z",
            "expDate": "2027-03-05T23:59:59.000Z",
            "status": "Active",
        })
    );
}

#[tokio::test]
async fn the_active_key_is_extended_by_a_year() {
    let server = TestServer::new().await;
    let (_, body) = read(server.request_key(phone(Plays::ActiveKey)).await).await;
    assert_eq!(body["createdAt"], "2026-01-24T08:03:02.000000Z");
    assert_eq!(body["expDate"], "2028-01-24T23:59:59.000Z");
    assert_eq!(body["status"], "Active");
}

#[tokio::test]
async fn the_expired_key_is_reactivated() {
    let server = TestServer::new().await;
    let (_, body) = read(server.request_key(phone(Plays::ExpiredKey)).await).await;
    assert_eq!(body["createdAt"], "2025-02-03T08:03:02.000000Z");
    assert_eq!(body["expDate"], "2027-02-03T23:59:59.000Z");
    assert_eq!(body["status"], "Active");
}

#[tokio::test]
async fn a_deleted_key_is_replaced_by_a_new_one() {
    let server = TestServer::new().await;
    let (_, body) = read(server.request_key(phone(Plays::CleanedUpKey)).await).await;
    assert_eq!(body["createdAt"], "2026-03-05T08:03:02.000000Z");
    assert_eq!(body["expDate"], "2027-03-05T23:59:59.000Z");
}

#[tokio::test]
async fn a_valid_number_can_be_refused() {
    assert_refused(Plays::PhoneRefused, 400, "Invalid phone format").await;
}

#[tokio::test]
async fn a_number_can_be_unregistered() {
    assert_refused(Plays::NotRegistered, 404, "Client not found").await;
}

#[tokio::test]
async fn several_accounts_can_have_a_number() {
    assert_refused(Plays::SeveralClients, 409, "Multiple matching clients found").await;
}

#[tokio::test]
async fn the_daily_limit_is_reached_today_and_tomorrow() {
    let server = TestServer::new().await;
    for _ in 0..3 {
        let (status, body) = read(server.request_key(phone(Plays::DailyLimit)).await).await;
        assert_eq!((status.as_u16(), body), (429, error_list("Daily limit reached")));
        server.pass(TimeDelta::days(1));
    }
}

#[tokio::test]
async fn errors_500_and_503_have_an_object_of_errors() {
    let server = TestServer::new().await;
    for (plays, expected, sentence) in [
        (Plays::ServiceError, 500, "Internal server error"),
        (Plays::ServiceUnavailable, 503, "Service is unavailable"),
    ] {
        let (status, body) = read(server.request_key(phone(plays)).await).await;
        assert_eq!(status, expected);
        assert!(is_error_about(&body, sentence));
    }
}

#[tokio::test]
async fn a_missing_answer_does_not_block_others() {
    let server = TestServer::new().await;
    let silent = server.key_request(&json!({ "phone": phone(Plays::NoAnswer) }));
    let with_timeout = silent.timeout(Duration::from_millis(300)).send();
    let (silent, other) = tokio::join!(with_timeout, server.request_key(phone(Plays::NewKey)));
    assert!(silent.unwrap_err().is_timeout());
    assert_eq!(other.status(), 200);
}

#[tokio::test]
async fn a_web_page_comes_with_status_200() {
    let server = TestServer::new().await;
    let response = server.request_key(phone(Plays::WebPage)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    assert!(response.text().await.unwrap().starts_with("<!doctype html>"));
}

#[tokio::test]
async fn the_json_ends_in_the_middle_of_a_correct_http_response() {
    let server = TestServer::new().await;
    let response = server.request_key(phone(Plays::CutAnswer)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/json");
    let length: usize = response.headers()["content-length"].to_str().unwrap().parse().unwrap();
    let body = response.text().await.unwrap();
    assert_eq!(body.len(), length);
    assert!(body.starts_with(r#"{""#));
    assert!(serde_json::from_str::<serde_json::Value>(&body).unwrap_err().is_eof());
}

#[tokio::test]
async fn a_lost_key_comes_with_the_next_request() {
    let server = TestServer::new().await;
    let asked = server.key_request(&json!({ "phone": phone(Plays::LostAnswer) })).send().await;
    let error = asked.unwrap_err();
    assert!(
        error.is_request() && !error.is_connect() && !error.is_timeout(),
        "the server closed the connection"
    );
    let (status, body) = read(server.request_key(phone(Plays::LostAnswer)).await).await;
    assert_eq!(status, 200);
    assert_eq!(server.authorize(&text(&body, "apiKey")).await.status(), 200);
    assert_eq!(server.key(phone(Plays::LostAnswer)).await, text(&body, "apiKey"));
}

#[tokio::test]
async fn the_refused_key_gets_no_token() {
    let server = TestServer::new().await;
    let key = server.key(phone(Plays::KeyRefused)).await;
    let (status, body) = read(server.authorize(&key).await).await;
    assert_eq!(status, 401);
    assert!(is_error_about(&body, "apiKey"));
}

#[tokio::test]
async fn an_active_key_can_be_refused_with_403_429_and_503() {
    for (plays, expected, about) in [
        (Plays::AccessForbidden, 403, "Forbidden"),
        (Plays::TooManyTokens, 429, "tokens"),
        (Plays::TokenUnavailable, 503, "Service"),
    ] {
        let server = TestServer::new().await;
        let key = server.key(phone(plays)).await;
        for _ in 0..2 {
            let (status, body) = read(server.authorize(&key).await).await;
            assert_eq!(status, expected);
            assert!(is_error_about(&body, about));
        }
        server.pass(TimeDelta::days(366));
        assert_eq!(server.authorize(&key).await.status(), 401, "expired");
    }
}

#[tokio::test]
async fn the_lists_can_be_missing_or_unavailable() {
    for (plays, expected, sentence) in
        [(Plays::ListNotFound, 404, "not found"), (Plays::ListUnavailable, 503, "Service")]
    {
        let server = TestServer::new().await;
        let token = server.token(&server.key(phone(plays)).await).await;
        for list in ["divisions", "dictionary/currencies?limit=0", "dictionary/measurements"] {
            let asked = server.http.get(server.url(list)).header("Authorization", &token);
            let (status, body) = read(asked.send().await.unwrap()).await;
            assert_eq!(status, expected, "{list}");
            assert!(is_error_about(&body, sentence), "{body}");
        }
        server.pass(TimeDelta::hours(1));
        assert_eq!(server.currencies(&token, "").await.status(), 401, "expired");
    }
}

#[tokio::test]
async fn a_short_token_is_valid_for_two_minutes() {
    let server = TestServer::new().await;
    let token = server.token(&server.key(phone(Plays::ShortTokens)).await).await;
    let said = claims(&token);
    assert_eq!(said["exp"].as_i64().unwrap() - said["iat"].as_i64().unwrap(), 120);
    assert_eq!(server.currencies(&token, "").await.status(), 200);
    server.pass(TimeDelta::minutes(2));
    assert_eq!(server.currencies(&token, "").await.status(), 401);
}

#[tokio::test]
async fn a_server_clock_ahead_shows_in_every_answer_to_this_client() {
    let server = TestServer::new().await;
    let ahead = server.now() + TimeDelta::hours(2);
    let answer = server.request_key(phone(Plays::ClockAhead)).await;
    assert_eq!(date(&answer), ahead);
    let key = text(&read(answer).await.1, "apiKey");
    let answer = server.authorize(&key).await;
    assert_eq!(date(&answer), ahead);
    let token = text(&read(answer).await.1, "jwt");
    assert_eq!(claims(&token)["iat"], ahead.timestamp());
    assert_eq!(claims(&token)["exp"], ahead.timestamp() + 3600);
    assert_eq!(date(&server.currencies(&token, "").await), ahead);
    assert_eq!(date(&server.currencies(&token, "?limit=0").await), ahead);
}

#[tokio::test]
async fn all_other_clients_see_practices_time() {
    let server = TestServer::new().await;
    let answers = [
        server.request_key(phone(Plays::NewKey)).await,
        server.request_key(phone(Plays::NotRegistered)).await,
        server.http.get(server.url("nowhere")).send().await.unwrap(),
    ];
    for answer in &answers {
        assert_eq!(date(answer), server.now());
    }
}
