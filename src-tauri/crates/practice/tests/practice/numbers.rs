//! Numbers that a person adds to the phone book.

use crate::test_server::{TestServer, phone, read};
use keydesk_practice::{ChangeError, NumberRefused, NumberStays, Plays, phone_book};
use serde_json::json;

const OWN: &str = "4915123456789";

#[tokio::test]
async fn an_added_number_can_have_any_outcome() {
    let server = TestServer::new().await;
    for (place, entry) in phone_book().iter().enumerate() {
        let digits = format!("4915123456{place:03}");
        server.practice.add_number(&digits, entry.plays).await.unwrap();
    }
    for (digits, status) in [("4915123456000", 200), ("4915123456004", 400), ("4915123456007", 429)]
    {
        assert_eq!(server.request_key(digits).await.status(), status, "{digits}");
    }
    let numbers = server.practice.numbers();
    assert_eq!(numbers.len(), 2 * phone_book().len());
    assert_eq!(numbers.iter().filter(|number| number.own).count(), phone_book().len());
    assert_eq!(numbers[0].digits, phone_book()[0].digits, "built-in numbers come first");
}

#[tokio::test]
async fn a_refusal_has_its_reason() {
    let server = TestServer::new().await;
    server.practice.add_number(OWN, Plays::NewKey).await.unwrap();
    for (digits, why) in [
        ("", NumberRefused::NotAPhone),
        ("+4915123456789", NumberRefused::NotAPhone),
        ("0151234567", NumberRefused::NotAPhone),
        ("123456", NumberRefused::NotAPhone),
        ("1234567890123456", NumberRefused::NotAPhone),
        ("380671234567", NumberRefused::Ukrainian),
        (phone(Plays::ActiveKey), NumberRefused::InTheBook),
        (OWN, NumberRefused::AddedAlready),
    ] {
        let refused = server.practice.add_number(digits, Plays::NewKey).await.unwrap_err();
        let ChangeError::Refused(reason) = refused else { panic!() };
        assert_eq!(reason, why, "{digits}");
    }
    for (digits, why) in
        [(phone(Plays::ActiveKey), NumberStays::InTheBook), ("4915100000000", NumberStays::Unknown)]
    {
        let refused = server.practice.remove_number(digits).await.unwrap_err();
        let ChangeError::Refused(reason) = refused else { panic!() };
        assert_eq!(reason, why, "{digits}");
    }
}

#[tokio::test]
async fn at_most_a_thousand_numbers_can_be_added() {
    let server = TestServer::new().await;
    for place in 0..1_000 {
        let digits = format!("49151234{place:04}");
        server.practice.add_number(&digits, Plays::NewKey).await.unwrap();
    }
    let refused = server.practice.add_number(OWN, Plays::NewKey).await.unwrap_err();
    assert!(matches!(refused, ChangeError::Refused(NumberRefused::TooMany)));
}

#[tokio::test]
async fn a_removed_number_is_not_registered_and_its_key_is_deleted() {
    let server = TestServer::new().await;
    server.practice.add_number(OWN, Plays::NewKey).await.unwrap();
    let others = server.key(phone(Plays::NewKey)).await;
    let key = server.key(OWN).await;
    let later = server.key(phone(Plays::ActiveKey)).await;
    let token = server.token(&key).await;
    server.practice.remove_number(OWN).await.unwrap();
    let (status, body) = read(server.request_key(OWN).await).await;
    assert_eq!((status.as_u16(), &body["errors"]), (404, &json!(["Client not found"])));
    assert_eq!(server.authorize(&key).await.status(), 401);
    assert_eq!(server.currencies(&token, "").await.status(), 401);
    for other in [others, later] {
        assert_eq!(server.authorize(&other).await.status(), 200);
    }
    server.practice.add_number(OWN, Plays::DailyLimit).await.unwrap();
    assert_eq!(server.request_key(OWN).await.status(), 429, "it has another outcome now");
}

#[tokio::test]
async fn added_numbers_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let first = TestServer::with_state_file(&file).await;
    first.practice.add_number(OWN, Plays::SeveralClients).await.unwrap();
    first.practice.stop().await;
    let second = TestServer::with_state_file(&file).await;
    assert_eq!(second.request_key(OWN).await.status(), 409);
    second.practice.remove_number(OWN).await.unwrap();
    second.practice.stop().await;
    assert_eq!(TestServer::with_state_file(&file).await.request_key(OWN).await.status(), 404);
}
