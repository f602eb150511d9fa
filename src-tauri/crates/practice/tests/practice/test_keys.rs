//! `POST test-api-keys`: the rules for all numbers.

use crate::test_server::{TestServer, error_list, phone, read};
use chrono::TimeDelta;
use keydesk_practice::Plays;
use serde_json::{Value, json};

async fn assert_refused(body: Value, sentence: &str) {
    let server = TestServer::new().await;
    let (status, answer) = read(server.key_request(&body).send().await.unwrap()).await;
    assert_eq!((status.as_u16(), answer), (400, error_list(sentence)), "{body}");
}

#[tokio::test]
async fn a_missing_phone_gets_400() {
    for body in [json!({}), json!({ "phone": null })] {
        assert_refused(body, "Missing required parameter: phone").await;
    }
}

#[tokio::test]
async fn a_phone_is_a_string_of_digits_with_the_country_code() {
    for phone in [
        json!(""),
        json!("+498213437654"),
        json!("498213437654 "),
        json!("49 8213 437654"),
        json!("0498213437654"),
        json!("٤٩٨٢١٣٤٣٧٦٥٤"),
        json!("498213"),
        json!("4982134376541234"),
        json!(498_213_437_654_u64),
        json!(["498213437654"]),
        json!({ "digits": "498213437654" }),
        json!(true),
    ] {
        assert_refused(json!({ "phone": phone }), "Invalid phone format").await;
    }
}

#[tokio::test]
async fn phone_is_the_only_member_allowed() {
    for body in [
        json!({ "phone": "498213437654", "email": "someone@example.com" }),
        json!({ "Phone": "498213437654" }),
    ] {
        assert_refused(body, "Only the parameter phone is allowed").await;
    }
}

#[tokio::test]
async fn a_body_must_be_an_object() {
    for body in [json!("498213437654"), json!(["phone"]), json!(null), json!(1)] {
        assert_refused(body, "Invalid JSON").await;
    }
}

#[tokio::test]
async fn an_unknown_number_is_not_registered() {
    let server = TestServer::new().await;
    for phone in ["491713920099", "4982134376541", "48221234567"] {
        let (status, body) = read(server.request_key(phone).await).await;
        assert_eq!((status.as_u16(), body), (404, error_list("Client not found")));
    }
}

#[tokio::test]
async fn a_ukrainian_number_is_not_registered() {
    let server = TestServer::new().await;
    let (status, body) = read(server.request_key("380441234567").await).await;
    assert_eq!((status.as_u16(), body), (404, error_list("Client not found")));
}

#[tokio::test]
async fn the_same_day_gives_the_same_answer_and_the_next_day_another_year() {
    let server = TestServer::new().await;
    let (_, first) = read(server.request_key(phone(Plays::NewKey)).await).await;
    server.pass(TimeDelta::hours(15));
    let (_, same_day) = read(server.request_key(phone(Plays::NewKey)).await).await;
    assert_eq!(same_day, first);
    server.pass(TimeDelta::hours(1));
    let (_, next_day) = read(server.request_key(phone(Plays::NewKey)).await).await;
    assert_eq!(next_day["apiKey"], first["apiKey"]);
    assert_eq!(next_day["createdAt"], first["createdAt"]);
    assert_eq!(next_day["expDate"], "2028-03-05T23:59:59.000Z");
}

#[tokio::test]
async fn simultaneous_requests_get_the_same_key() {
    let server = std::sync::Arc::new(TestServer::new().await);
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let server = std::sync::Arc::clone(&server);
        asked.spawn(async move { server.key(phone(Plays::NewKey)).await });
    }
    let keys: std::collections::HashSet<String> = asked.join_all().await.into_iter().collect();
    assert_eq!(keys.len(), 1);
}
