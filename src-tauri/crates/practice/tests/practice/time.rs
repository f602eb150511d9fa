//! Practice's time.

use crate::test_server::{TestServer, date, phone, read};
use chrono::{DateTime, TimeDelta, Utc};
use keydesk_practice::{ChangeError, Move, Plays, TooFar};

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[tokio::test]
async fn at_the_first_start_practices_time_is_the_computers() {
    let server = TestServer::new().await;
    assert!(server.practice.shift().is_now());
    assert_eq!(server.practice.shift().shown, server.now());
    assert_eq!(server.practice.clock().now(), server.now());
}

#[tokio::test]
async fn practices_time_does_not_go_back_with_the_computers() {
    let server = TestServer::new().await;
    let shown = server.practice.shift().shown;
    server.pass(TimeDelta::hours(-3));
    let shift = server.practice.shift();
    assert_eq!((shift.shown, shift.ahead, shift.is_now()), (shown, TimeDelta::hours(3), false));
    server.practice.set_time(Move::Now).await.unwrap();
    assert!(server.practice.shift().is_now());
    assert_eq!(server.practice.shift().shown, server.now());
}

#[tokio::test]
async fn every_clone_of_the_clock_and_every_answer_shows_the_moved_time() {
    let server = TestServer::new().await;
    let clock = server.practice.clock();
    server.practice.set_time(Move::Ahead(TimeDelta::days(40))).await.unwrap();
    let ahead = server.now() + TimeDelta::days(40);
    assert_eq!(clock.now(), ahead);
    assert_eq!(server.practice.shift().ahead, TimeDelta::days(40));
    assert_eq!(date(&server.request_key(phone(Plays::NotRegistered)).await), ahead);
    server.pass(TimeDelta::hours(1));
    assert_eq!(clock.now(), ahead + TimeDelta::hours(1));
}

#[tokio::test]
async fn moves_add_up_until_the_clock_is_reset() {
    let server = TestServer::new().await;
    let practice = &server.practice;
    practice.set_time(Move::Ahead(TimeDelta::days(1))).await.unwrap();
    practice.set_time(Move::Months(13)).await.unwrap();
    assert_eq!(practice.shift().shown, time("2027-04-06T08:03:02Z"));
    practice.set_time(Move::To(time("2030-01-01T00:00:00Z"))).await.unwrap();
    assert_eq!(practice.shift().shown, time("2030-01-01T00:00:00Z"));
    practice.set_time(Move::Now).await.unwrap();
    assert!(practice.shift().is_now());
    assert_eq!(practice.shift().shown, server.now());
}

#[tokio::test]
async fn the_clock_moves_at_most_twenty_years() {
    let server = TestServer::new().await;
    let practice = &server.practice;
    practice.set_time(Move::Months(240)).await.unwrap();
    for further in [
        Move::Ahead(TimeDelta::seconds(1)),
        Move::Months(1),
        Move::Months(u32::MAX),
        Move::Ahead(TimeDelta::MAX),
        Move::To(DateTime::<Utc>::MAX_UTC),
        Move::To(DateTime::<Utc>::MIN_UTC),
    ] {
        let refused = practice.set_time(further).await.unwrap_err();
        assert!(matches!(refused, ChangeError::Refused(TooFar)), "{further:?}");
    }
    assert_eq!(practice.shift().shown, time("2046-03-05T08:03:02Z"));
}

#[tokio::test]
async fn keys_and_tokens_expire_by_practices_time() {
    let server = TestServer::new().await;
    let key = server.key(phone(Plays::NewKey)).await;
    let token = server.token(&key).await;
    server.practice.set_time(Move::Ahead(TimeDelta::hours(1))).await.unwrap();
    assert_eq!(server.currencies(&token, "").await.status(), 401);
    server.practice.set_time(Move::Months(13)).await.unwrap();
    assert_eq!(server.authorize(&key).await.status(), 401);
    assert_eq!(server.key(phone(Plays::NewKey)).await, key, "reactivated");
    assert_eq!(server.authorize(&key).await.status(), 200);
    server.practice.set_time(Move::Months(28)).await.unwrap();
    assert_ne!(server.key(phone(Plays::NewKey)).await, key, "deleted");
}

#[tokio::test]
async fn a_moved_time_continues_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let first = TestServer::with_state_file(&file).await;
    first.practice.set_time(Move::Months(13)).await.unwrap();
    let ahead = first.practice.shift().ahead;
    first.practice.stop().await;
    let second = TestServer::with_state_file(&file).await;
    second.pass(TimeDelta::days(2));
    assert_eq!(second.practice.shift().ahead, ahead);
    assert_eq!(second.practice.clock().now(), second.now() + ahead);
    second.practice.set_time(Move::Now).await.unwrap();
    second.practice.stop().await;
    assert!(TestServer::with_state_file(&file).await.practice.shift().is_now());
}

#[tokio::test]
async fn a_move_that_cannot_be_saved_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    std::fs::create_dir(folder.path().join("practice.json.new")).unwrap();
    let error = server.practice.set_time(Move::Months(1)).await.unwrap_err();
    assert!(matches!(error, ChangeError::NotKept(_)));
}

#[tokio::test]
async fn a_reset_restores_clients_keys_tokens_and_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    let key = server.key(phone(Plays::NewKey)).await;
    let token = server.token(&key).await;
    server.practice.add_number("491713929999", Plays::ShortTokens).await.unwrap();
    server.practice.set_time(Move::Ahead(TimeDelta::minutes(1))).await.unwrap();
    server.practice.reset().await.unwrap();
    assert!(server.practice.shift().is_now());
    assert_eq!(server.currencies(&token, "").await.status(), 401);
    assert_eq!(server.authorize(&key).await.status(), 401);
    assert_eq!(server.practice.numbers().iter().filter(|number| number.own).count(), 1);
    assert!(!std::fs::read_to_string(&file).unwrap().contains(&key));
    assert_eq!(read(server.request_key(phone(Plays::NewKey)).await).await.0, 200);
    server.practice.reset_all().await.unwrap();
    assert!(server.practice.numbers().iter().all(|number| !number.own));
}
