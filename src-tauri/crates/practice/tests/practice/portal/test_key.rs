//! The page that creates a test key follows the rules of the sandbox.

use chrono::TimeDelta;
use keydesk_practice::{Plays, phone_book};
use reqwest::header;

use super::{Browser, read};
use crate::test_server::{claims, phone, text};

#[tokio::test]
async fn the_page_and_the_api_give_the_same_key() {
    let browser = Browser::new().await;
    let page = browser.send("/test-key", &[("phone", phone(Plays::NewKey))]).await;
    let key = page.newest_key();
    assert_eq!(browser.server.key(phone(Plays::NewKey)).await, key);
    assert_eq!(browser.server.authorize(&key).await.status(), 200);
    assert!(page.has("5 March 2026</time>") && page.has("5 March 2027</time>"));
    let again = browser.send("/test-key", &[("phone", phone(Plays::NewKey))]).await;
    assert_eq!(again.newest_key(), key);
}

#[tokio::test]
async fn a_token_does_not_reveal_the_address_of_its_key() {
    let browser = Browser::new().await;
    let page = browser.send("/test-key", &[("phone", phone(Plays::NewKey))]).await;
    let token = browser.server.token(&page.newest_key()).await;
    for claim in ["ref", "cid"] {
        let link = format!("/test-key/{}", text(&claims(&token), claim));
        assert_eq!(browser.open(&link).await.status, 404, "{claim}");
    }
}

#[tokio::test]
async fn a_deleted_key_is_no_longer_shown() {
    let browser = Browser::new().await;
    let fields = [("phone", phone(Plays::NewKey))];
    let sent = browser.form_request("/test-key", &fields).send().await.unwrap();
    let place = sent.headers()[header::LOCATION].to_str().unwrap().to_owned();
    browser.server.pass(TimeDelta::days(400));
    assert!(browser.open(&place).await.has("chip expired"));
    browser.server.pass(TimeDelta::days(90));
    let page = browser.open(&place).await;
    assert_eq!(page.status, 404);
    assert!(page.keys().is_empty());
}

#[tokio::test]
async fn a_refusal_shows_its_reason() {
    let browser = Browser::new().await;
    for (phone, status, sentence) in [
        ("", 400, "Missing required parameter: phone"),
        ("+498213437654", 400, "Invalid phone format"),
        ("0498213437654", 400, "Invalid phone format"),
        ("49 8213437654", 400, "Invalid phone format"),
        (phone(Plays::PhoneRefused), 400, "Invalid phone format"),
        (phone(Plays::NotRegistered), 404, "Client not found"),
        ("380441234567", 404, "Client not found"),
        (phone(Plays::SeveralClients), 409, "Multiple matching clients found"),
        (phone(Plays::DailyLimit), 429, "Daily limit reached"),
        (phone(Plays::ServiceError), 500, "Internal server error"),
        (phone(Plays::ServiceUnavailable), 503, "Service is unavailable"),
    ] {
        let page = browser.send("/test-key", &[("phone", phone)]).await;
        assert_eq!(page.status, status, "{phone}");
        assert!(page.has(&format!("{status} {sentence}")), "{phone}: {}", page.html);
        assert!(page.has(&format!("value=\"{phone}\"")), "the typed text stays: {phone}");
        assert!(page.keys().is_empty());
    }
}

#[tokio::test]
async fn after_a_broken_or_lost_answer_the_page_offers_to_ask_again() {
    let browser = Browser::new().await;
    for plays in [Plays::CutAnswer, Plays::LostAnswer] {
        let page = browser.send("/test-key", &[("phone", phone(plays))]).await;
        assert_eq!(page.status, 502, "{}", plays.name());
        assert!(
            page.has("You can safely ask again: Nova Post sends the key or"),
            "{}",
            plays.name()
        );
    }
    let page = browser.send("/test-key", &[("phone", phone(Plays::LostAnswer))]).await;
    assert_eq!(page.newest_key(), browser.server.key(phone(Plays::LostAnswer)).await);
}

#[tokio::test]
async fn a_web_page_in_place_of_json_is_reported() {
    let browser = Browser::new().await;
    let page = browser.send("/test-key", &[("phone", phone(Plays::WebPage))]).await;
    assert_eq!(page.status, 502);
    assert!(page.has("A web page came instead of Nova Post’s answer"), "{}", page.html);
    assert!(!page.has("sends the key"));
}

#[tokio::test]
async fn every_built_in_number_gets_a_key_or_a_reason() {
    let browser = Browser::new().await;
    for entry in phone_book().iter().filter(|entry| entry.plays != Plays::NoAnswer) {
        let sent =
            browser.form_request("/test-key", &[("phone", entry.digits)]).send().await.unwrap();
        let has_key = sent.headers().contains_key(header::LOCATION);
        let page = read(sent).await;
        let has_reason = page.has("data-testid=\"error-summary\"");
        assert!(has_key != has_reason, "{}", entry.plays.name());
    }
}
