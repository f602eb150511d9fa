//! The page that makes a test key answers by the sandbox's own rules.

use chrono::TimeDelta;
use keydesk_practice::{Plays, phone_book};
use reqwest::header;

use super::{Visitor, read};
use crate::desk::{claims, phone, text};

#[tokio::test]
async fn the_page_and_the_call_bring_the_same_key() {
    let visitor = Visitor::new().await;
    let page = visitor.send("/test-key", &[("phone", phone(Plays::NewKey))]).await;
    let key = page.newest_key();
    assert_eq!(visitor.desk.key(phone(Plays::NewKey)).await, key);
    assert_eq!(visitor.desk.authorize(&key).await.status(), 200);
    assert!(page.has("5 March 2026</time>") && page.has("5 March 2027</time>"));
    let again = visitor.send("/test-key", &[("phone", phone(Plays::NewKey))]).await;
    assert_eq!(again.newest_key(), key);
}

#[tokio::test]
async fn a_token_does_not_lead_to_its_key() {
    let visitor = Visitor::new().await;
    let page = visitor.send("/test-key", &[("phone", phone(Plays::NewKey))]).await;
    let token = visitor.desk.token(&page.newest_key()).await;
    for claim in ["ref", "cid"] {
        let way = format!("/test-key/{}", text(&claims(&token), claim));
        assert_eq!(visitor.visit(&way).await.status, 404, "{claim}");
    }
}

#[tokio::test]
async fn a_key_that_was_cleaned_up_is_no_longer_shown() {
    let visitor = Visitor::new().await;
    let fields = [("phone", phone(Plays::NewKey))];
    let sent = visitor.sending("/test-key", &fields).send().await.unwrap();
    let place = sent.headers()[header::LOCATION].to_str().unwrap().to_owned();
    visitor.desk.pass(TimeDelta::days(400));
    assert!(visitor.visit(&place).await.has("chip expired"));
    visitor.desk.pass(TimeDelta::days(90));
    let page = visitor.visit(&place).await;
    assert_eq!(page.status, 404);
    assert!(page.keys().is_empty());
}

#[tokio::test]
async fn every_number_that_gets_no_key_hears_why() {
    let visitor = Visitor::new().await;
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
        let page = visitor.send("/test-key", &[("phone", phone)]).await;
        assert_eq!(page.status, status, "{phone}");
        assert!(page.has(&format!("{status} {sentence}")), "{phone}: {}", page.html);
        assert!(page.has(&format!("value=\"{phone}\"")), "what was typed stays: {phone}");
        assert!(page.keys().is_empty());
    }
}

#[tokio::test]
async fn an_answer_that_breaks_or_gets_lost_is_asked_for_again() {
    let visitor = Visitor::new().await;
    for plays in [Plays::CutAnswer, Plays::LostAnswer] {
        let page = visitor.send("/test-key", &[("phone", phone(plays))]).await;
        assert_eq!(page.status, 502, "{}", plays.name());
        assert!(page.has("Ask again"), "{}", plays.name());
    }
    let page = visitor.send("/test-key", &[("phone", phone(Plays::LostAnswer))]).await;
    assert_eq!(page.newest_key(), visitor.desk.key(phone(Plays::LostAnswer)).await);
}

#[tokio::test]
async fn a_web_page_promises_no_key() {
    let visitor = Visitor::new().await;
    let page = visitor.send("/test-key", &[("phone", phone(Plays::WebPage))]).await;
    assert_eq!(page.status, 502);
    assert!(page.has("A web page came in place of Nova Post’s answer"), "{}", page.html);
    assert!(!page.has("the same key comes"));
}

#[tokio::test]
async fn no_number_of_the_book_is_forgotten() {
    let visitor = Visitor::new().await;
    for entry in phone_book().iter().filter(|entry| entry.plays != Plays::NoAnswer) {
        let sent = visitor.sending("/test-key", &[("phone", entry.digits)]).send().await.unwrap();
        let brings_key = sent.headers().contains_key(header::LOCATION);
        let page = read(sent).await;
        let says_why = page.has("data-testid=\"error-summary\"");
        assert!(brings_key != says_why, "{}", entry.plays.name());
    }
}
