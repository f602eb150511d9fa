//! Practice's own time: moved, seen by everybody, kept.

use crate::desk::{Desk, date, phone, read};
use chrono::{DateTime, TimeDelta, Utc};
use keydesk_practice::{ChangeError, Move, Plays, TooFar};

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[tokio::test]
async fn at_first_practices_time_is_the_computers() {
    let desk = Desk::new().await;
    assert!(desk.practice.shift().is_now());
    assert_eq!(desk.practice.shift().shown, desk.now());
    assert_eq!(desk.practice.clock().now(), desk.now());
}

#[tokio::test]
async fn a_computers_clock_that_is_set_back_leaves_practice_ahead() {
    let desk = Desk::new().await;
    let shown = desk.practice.shift().shown;
    desk.pass(TimeDelta::hours(-3));
    let shift = desk.practice.shift();
    assert_eq!((shift.shown, shift.ahead, shift.is_now()), (shown, TimeDelta::hours(3), false));
    desk.practice.set_time(Move::Now).await.unwrap();
    assert!(desk.practice.shift().is_now());
    assert_eq!(desk.practice.shift().shown, desk.now());
}

#[tokio::test]
async fn every_copy_of_the_clock_and_every_answer_shows_the_moved_time() {
    let desk = Desk::new().await;
    let clock = desk.practice.clock();
    desk.practice.set_time(Move::Ahead(TimeDelta::days(40))).await.unwrap();
    let ahead = desk.now() + TimeDelta::days(40);
    assert_eq!(clock.now(), ahead);
    assert_eq!(desk.practice.shift().ahead, TimeDelta::days(40));
    assert_eq!(date(&desk.ask(phone(Plays::NotRegistered)).await), ahead);
    desk.pass(TimeDelta::hours(1));
    assert_eq!(clock.now(), ahead + TimeDelta::hours(1));
}

#[tokio::test]
async fn moves_add_up_and_now_takes_them_all_back() {
    let desk = Desk::new().await;
    let practice = &desk.practice;
    practice.set_time(Move::Ahead(TimeDelta::days(1))).await.unwrap();
    practice.set_time(Move::Months(13)).await.unwrap();
    assert_eq!(practice.shift().shown, time("2027-04-06T08:03:02Z"));
    practice.set_time(Move::To(time("2030-01-01T00:00:00Z"))).await.unwrap();
    assert_eq!(practice.shift().shown, time("2030-01-01T00:00:00Z"));
    practice.set_time(Move::Now).await.unwrap();
    assert!(practice.shift().is_now());
    assert_eq!(practice.shift().shown, desk.now());
}

#[tokio::test]
async fn nobody_goes_further_than_twenty_years() {
    let desk = Desk::new().await;
    let practice = &desk.practice;
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
async fn keys_are_prolonged_expire_and_are_cleaned_up_as_time_is_moved() {
    let desk = Desk::new().await;
    let key = desk.key(phone(Plays::NewKey)).await;
    let token = desk.token(&key).await;
    desk.practice.set_time(Move::Ahead(TimeDelta::hours(1))).await.unwrap();
    assert_eq!(desk.currencies(&token, "").await.status(), 401);
    desk.practice.set_time(Move::Months(13)).await.unwrap();
    assert_eq!(desk.authorize(&key).await.status(), 401);
    assert_eq!(desk.key(phone(Plays::NewKey)).await, key, "reactivated");
    assert_eq!(desk.authorize(&key).await.status(), 200);
    desk.practice.set_time(Move::Months(28)).await.unwrap();
    assert_ne!(desk.key(phone(Plays::NewKey)).await, key, "cleaned up");
}

#[tokio::test]
async fn a_moved_time_survives_a_restart_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let first = Desk::kept_in(&file).await;
    first.practice.set_time(Move::Months(13)).await.unwrap();
    let ahead = first.practice.shift().ahead;
    first.practice.stop().await;
    let second = Desk::kept_in(&file).await;
    second.pass(TimeDelta::days(2));
    assert_eq!(second.practice.shift().ahead, ahead);
    assert_eq!(second.practice.clock().now(), second.now() + ahead);
    second.practice.set_time(Move::Now).await.unwrap();
    second.practice.stop().await;
    assert!(Desk::kept_in(&file).await.practice.shift().is_now());
}

#[tokio::test]
async fn a_move_that_cannot_be_kept_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let desk = Desk::kept_in(&file).await;
    std::fs::create_dir(folder.path().join("practice.json.new")).unwrap();
    let said = desk.practice.set_time(Move::Months(1)).await.unwrap_err();
    assert!(matches!(said, ChangeError::NotKept(_)));
}

#[tokio::test]
async fn a_reset_takes_clients_keys_tokens_and_time_back_to_the_first_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let desk = Desk::kept_in(&file).await;
    let key = desk.key(phone(Plays::NewKey)).await;
    let token = desk.token(&key).await;
    desk.practice.add_number("491713929999", Plays::ShortTokens).await.unwrap();
    desk.practice.set_time(Move::Ahead(TimeDelta::minutes(1))).await.unwrap();
    desk.practice.reset().await.unwrap();
    assert!(desk.practice.shift().is_now());
    assert_eq!(desk.currencies(&token, "").await.status(), 401);
    assert_eq!(desk.authorize(&key).await.status(), 401);
    assert_eq!(desk.practice.numbers().iter().filter(|number| number.own).count(), 1);
    assert!(!std::fs::read_to_string(&file).unwrap().contains(&key));
    assert_eq!(read(desk.ask(phone(Plays::NewKey)).await).await.0, 200);
    desk.practice.reset_all().await.unwrap();
    assert!(desk.practice.numbers().iter().all(|number| !number.own));
}
