//! Every row of the phone book, over HTTP.

use std::time::Duration;

use crate::desk::{Desk, claims, date, is_object_about, list, phone, read, text};
use chrono::TimeDelta;
use keydesk_practice::Plays;
use serde_json::json;

async fn refused_with(plays: Plays, status: u16, sentence: &str) {
    let desk = Desk::new().await;
    let (got, body) = read(desk.ask(phone(plays)).await).await;
    assert_eq!((got.as_u16(), body), (status, list(sentence)));
}

#[tokio::test]
async fn a_new_key_has_the_four_documented_members() {
    let desk = Desk::new().await;
    let (status, body) = read(desk.ask("498213437654").await).await;
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
async fn the_active_key_is_prolonged_by_a_year() {
    let desk = Desk::new().await;
    let (_, body) = read(desk.ask(phone(Plays::ActiveKey)).await).await;
    assert_eq!(body["createdAt"], "2026-01-24T08:03:02.000000Z");
    assert_eq!(body["expDate"], "2028-01-24T23:59:59.000Z");
    assert_eq!(body["status"], "Active");
}

#[tokio::test]
async fn the_expired_key_is_reactivated() {
    let desk = Desk::new().await;
    let (_, body) = read(desk.ask(phone(Plays::ExpiredKey)).await).await;
    assert_eq!(body["createdAt"], "2025-02-03T08:03:02.000000Z");
    assert_eq!(body["expDate"], "2027-02-03T23:59:59.000Z");
    assert_eq!(body["status"], "Active");
}

#[tokio::test]
async fn a_key_that_was_cleaned_up_is_made_anew() {
    let desk = Desk::new().await;
    let (_, body) = read(desk.ask(phone(Plays::CleanedUpKey)).await).await;
    assert_eq!(body["createdAt"], "2026-03-05T08:03:02.000000Z");
    assert_eq!(body["expDate"], "2027-03-05T23:59:59.000Z");
}

#[tokio::test]
async fn a_number_that_looks_right_can_be_refused() {
    refused_with(Plays::PhoneRefused, 400, "Invalid phone format").await;
}

#[tokio::test]
async fn nobody_is_registered_with_it() {
    refused_with(Plays::NotRegistered, 404, "Client not found").await;
}

#[tokio::test]
async fn several_accounts_carry_it() {
    refused_with(Plays::SeveralClients, 409, "Multiple matching clients found").await;
}

#[tokio::test]
async fn the_daily_limit_is_reached_today_and_tomorrow() {
    let desk = Desk::new().await;
    for _ in 0..3 {
        let (status, body) = read(desk.ask(phone(Plays::DailyLimit)).await).await;
        assert_eq!((status.as_u16(), body), (429, list("Daily limit reached")));
        desk.pass(TimeDelta::days(1));
    }
}

#[tokio::test]
async fn their_service_breaks_or_times_out_with_an_object_of_errors() {
    let desk = Desk::new().await;
    for (plays, expected) in [(Plays::ServiceError, 500), (Plays::ServiceUnavailable, 503)] {
        let (status, body) = read(desk.ask(phone(plays)).await).await;
        assert_eq!(status, expected);
        assert!(is_object_about(&body, "service"));
    }
}

#[tokio::test]
async fn no_answer_comes_while_others_are_answered() {
    let desk = Desk::new().await;
    let silent = desk.asking(&json!({ "phone": phone(Plays::NoAnswer) }));
    let impatient = silent.timeout(Duration::from_millis(300)).send();
    let (silent, other) = tokio::join!(impatient, desk.ask(phone(Plays::NewKey)));
    assert!(silent.unwrap_err().is_timeout());
    assert_eq!(other.status(), 200);
}

#[tokio::test]
async fn a_web_page_comes_with_status_200() {
    let desk = Desk::new().await;
    let response = desk.ask(phone(Plays::WebPage)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    assert!(response.text().await.unwrap().starts_with("<!doctype html>"));
}

#[tokio::test]
async fn the_json_stops_in_the_middle_of_a_proper_http_answer() {
    let desk = Desk::new().await;
    let response = desk.ask(phone(Plays::CutAnswer)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/json");
    let length: usize = response.headers()["content-length"].to_str().unwrap().parse().unwrap();
    let body = response.text().await.unwrap();
    assert_eq!(body.len(), length);
    assert!(body.starts_with(r#"{""#));
    assert!(serde_json::from_str::<serde_json::Value>(&body).unwrap_err().is_eof());
}

#[tokio::test]
async fn a_lost_answer_can_be_asked_for_again() {
    let desk = Desk::new().await;
    let asked = desk.asking(&json!({ "phone": phone(Plays::LostAnswer) })).send().await;
    let error = asked.unwrap_err();
    assert!(error.is_request() && !error.is_connect() && !error.is_timeout(), "dropped on us");
    let (status, body) = read(desk.ask(phone(Plays::LostAnswer)).await).await;
    assert_eq!(status, 200);
    assert_eq!(desk.authorize(&text(&body, "apiKey")).await.status(), 200);
    assert_eq!(desk.key(phone(Plays::LostAnswer)).await, text(&body, "apiKey"));
}

#[tokio::test]
async fn the_refused_key_gets_no_token() {
    let desk = Desk::new().await;
    let key = desk.key(phone(Plays::KeyRefused)).await;
    let (status, body) = read(desk.authorize(&key).await).await;
    assert_eq!(status, 401);
    assert!(is_object_about(&body, "apiKey"));
}

#[tokio::test]
async fn a_good_key_can_get_no_token_for_three_more_reasons() {
    for (plays, expected, about) in [
        (Plays::AccessForbidden, 403, "apiKey"),
        (Plays::TooManyTokens, 429, "tokens"),
        (Plays::TokenUnavailable, 503, "service"),
    ] {
        let desk = Desk::new().await;
        let key = desk.key(phone(plays)).await;
        for _ in 0..2 {
            let (status, body) = read(desk.authorize(&key).await).await;
            assert_eq!(status, expected);
            assert!(is_object_about(&body, about));
        }
        desk.pass(TimeDelta::days(366));
        assert_eq!(desk.authorize(&key).await.status(), 401, "expired");
    }
}

#[tokio::test]
async fn a_short_token_says_two_minutes_and_lives_two_minutes() {
    let desk = Desk::new().await;
    let token = desk.token(&desk.key(phone(Plays::ShortTokens)).await).await;
    let said = claims(&token);
    assert_eq!(said["exp"].as_i64().unwrap() - said["iat"].as_i64().unwrap(), 120);
    assert_eq!(desk.currencies(&token, "").await.status(), 200);
    desk.pass(TimeDelta::minutes(2));
    assert_eq!(desk.currencies(&token, "").await.status(), 401);
}

#[tokio::test]
async fn the_clock_ahead_shows_in_every_answer_to_this_client() {
    let desk = Desk::new().await;
    let ahead = desk.now() + TimeDelta::hours(2);
    let answer = desk.ask(phone(Plays::ClockAhead)).await;
    assert_eq!(date(&answer), ahead);
    let key = text(&read(answer).await.1, "apiKey");
    let answer = desk.authorize(&key).await;
    assert_eq!(date(&answer), ahead);
    let token = text(&read(answer).await.1, "jwt");
    assert_eq!(claims(&token)["iat"], ahead.timestamp());
    assert_eq!(claims(&token)["exp"], ahead.timestamp() + 3600);
    assert_eq!(date(&desk.currencies(&token, "").await), ahead);
    assert_eq!(date(&desk.currencies(&token, "?limit=0").await), ahead);
}

#[tokio::test]
async fn all_others_see_the_clock_of_practice() {
    let desk = Desk::new().await;
    let answers = [
        desk.ask(phone(Plays::NewKey)).await,
        desk.ask(phone(Plays::NotRegistered)).await,
        desk.http.get(desk.url("nowhere")).send().await.unwrap(),
    ];
    for answer in &answers {
        assert_eq!(date(answer), desk.now());
    }
}
