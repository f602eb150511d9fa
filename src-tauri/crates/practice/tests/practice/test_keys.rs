//! `POST test-api-keys`: the rules that hold for any number.

use crate::desk::{Desk, list, phone, read};
use chrono::TimeDelta;
use keydesk_practice::Plays;
use serde_json::{Value, json};

async fn refused_with(body: Value, sentence: &str) {
    let desk = Desk::new().await;
    let (status, answer) = read(desk.asking(&body).send().await.unwrap()).await;
    assert_eq!((status.as_u16(), answer), (400, list(sentence)), "{body}");
}

#[tokio::test]
async fn without_a_phone_it_is_missing() {
    for body in [json!({}), json!({ "phone": null })] {
        refused_with(body, "Missing required parameter: phone").await;
    }
}

#[tokio::test]
async fn a_phone_is_text_of_digits_with_the_country_code() {
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
        refused_with(json!({ "phone": phone }), "Invalid phone format").await;
    }
}

#[tokio::test]
async fn phone_is_the_only_member_allowed() {
    for body in [
        json!({ "phone": "498213437654", "email": "someone@example.com" }),
        json!({ "Phone": "498213437654" }),
    ] {
        refused_with(body, "Only the parameter phone is allowed").await;
    }
}

#[tokio::test]
async fn a_body_that_is_no_object_is_invalid() {
    for body in [json!("498213437654"), json!(["phone"]), json!(null), json!(1)] {
        refused_with(body, "Invalid JSON").await;
    }
}

#[tokio::test]
async fn a_number_in_no_book_is_not_registered() {
    let desk = Desk::new().await;
    for phone in ["491713920099", "4982134376541", "48221234567"] {
        let (status, body) = read(desk.ask(phone).await).await;
        assert_eq!((status.as_u16(), body), (404, list("Client not found")));
    }
}

#[tokio::test]
async fn a_ukrainian_number_is_not_registered() {
    let desk = Desk::new().await;
    let (status, body) = read(desk.ask("380441234567").await).await;
    assert_eq!((status.as_u16(), body), (404, list("Client not found")));
}

#[tokio::test]
async fn the_same_day_gives_the_same_answer_and_the_next_a_year_more() {
    let desk = Desk::new().await;
    let (_, first) = read(desk.ask(phone(Plays::NewKey)).await).await;
    desk.pass(TimeDelta::hours(15));
    let (_, same_day) = read(desk.ask(phone(Plays::NewKey)).await).await;
    assert_eq!(same_day, first);
    desk.pass(TimeDelta::hours(1));
    let (_, next_day) = read(desk.ask(phone(Plays::NewKey)).await).await;
    assert_eq!(next_day["apiKey"], first["apiKey"]);
    assert_eq!(next_day["createdAt"], first["createdAt"]);
    assert_eq!(next_day["expDate"], "2028-03-05T23:59:59.000Z");
}

#[tokio::test]
async fn many_at_once_get_one_key() {
    let desk = std::sync::Arc::new(Desk::new().await);
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let desk = std::sync::Arc::clone(&desk);
        asked.spawn(async move { desk.key(phone(Plays::NewKey)).await });
    }
    let keys: std::collections::HashSet<String> = asked.join_all().await.into_iter().collect();
    assert_eq!(keys.len(), 1);
}
