//! The use cases, against the Nova Post of practice: what the person gets.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use std::time::Duration;

use keydesk_core::model::Failure;
use keydesk_core::model::{KeyStatus, Step, no_progress};
use keydesk_core::service::{Kept, Outcome, ToDo};
use support::service::{SERVICE, TestEnv, ask, listening};

const NEW: &str = "498213437654";

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_new_key_is_safe_in_keychain_and_register_before_it_is_shown() {
    let room = TestEnv::new().await;
    let service = room.service();
    let (progress, heard) = listening();
    let requested = service
        .test_keys
        .request("0821 343 7654", Some("DE".to_owned().try_into().unwrap()), false, &progress)
        .await
        .unwrap();

    assert_eq!(requested.outcome, Outcome::Created);
    assert_eq!(requested.key.kept, Kept::Keychain);
    assert_eq!(requested.key.phone.as_deref(), Some("+49 821 3437654"));
    assert!(room.keychain.holds(SERVICE, requested.key.id.as_str()));
    assert_eq!(service.keys.list().await.unwrap(), [requested.key]);
    assert_eq!(
        *heard.lock().unwrap(),
        [
            Step::NotingDown,
            Step::AskingNovaPost,
            Step::SavingInKeychain,
            Step::ReadingBack,
            Step::Recording
        ]
    );
}

#[tokio::test]
async fn asking_twice_on_one_day_gives_the_same_key_once() {
    let room = TestEnv::new().await;
    let service = room.service();
    let first = ask(&service, NEW).await.unwrap();
    let second = ask(&service, NEW).await.unwrap();
    assert_eq!((second.outcome, second.key.id), (Outcome::Same, first.key.id));
    assert_eq!(service.keys.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn asking_on_another_day_prolongs_the_key_by_a_year() {
    let room = TestEnv::new().await;
    let service = room.service();
    let first = ask(&service, NEW).await.unwrap();
    room.clock.pass(2 * DAY);
    let second = ask(&service, NEW).await.unwrap();
    let (from, to) = (first.key.valid_until.unwrap(), second.key.valid_until.unwrap());
    assert_eq!(second.outcome, Outcome::Prolonged { from, to });
    assert_eq!((to - from).num_days().clamp(365, 366), (to - from).num_days());
}

#[tokio::test]
async fn the_phone_book_plays_every_outcome() {
    let room = TestEnv::new().await;
    let service = room.service();
    assert!(matches!(
        ask(&service, "491713920010").await.unwrap().outcome,
        Outcome::Prolonged { .. }
    ));
    assert!(matches!(
        ask(&service, "491713920011").await.unwrap().outcome,
        Outcome::Reactivated { .. }
    ));
    assert_eq!(ask(&service, "491713920012").await.unwrap().outcome, Outcome::Created);
}

#[tokio::test]
async fn the_daily_limit_can_be_remembered_until_tomorrow() {
    let room = TestEnv::new().await;
    let service = room.service();
    let Err(Failure::DailyLimit { again_at, key: None }) = ask(&service, "491713920029").await
    else {
        panic!("no daily limit");
    };
    assert!(again_at > room.now());
    service.test_keys.remind_tomorrow("+491713920029", None).await.unwrap();
    assert!(matches!(
        service.keys.home().await.unwrap().to_do[..],
        [ToDo::AskAgain { due: false, .. }]
    ));
    room.clock.pass(2 * DAY);
    assert!(matches!(
        service.keys.home().await.unwrap().to_do[..],
        [ToDo::AskAgain { due: true, .. }]
    ));
}

#[tokio::test]
async fn a_number_of_ukraine_is_never_sent() {
    let room = TestEnv::new().await;
    let service = room.desk_at("http://127.0.0.1:9/");
    assert_eq!(ask(&service, "380501234567").await, Err(Failure::PhoneUkraine));
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
}

#[cfg(unix)]
#[tokio::test]
async fn a_token_is_proven_and_the_key_remembers_it() {
    let room = TestEnv::new().await;
    let service = room.service();
    let key = ask(&service, NEW).await.unwrap().key.id;
    let token = service.tokens.get(&key, &no_progress()).await.unwrap();
    assert_eq!((token.seconds_left.clamp(3590, 3600), token.assumed), (token.seconds_left, false));
    assert!(token.claims.client.is_some());

    let proven = service.tokens.verify(&key).await.unwrap();
    assert!(proven.verification.unwrap().currencies > 0);
    assert_eq!(room.service().keys.list().await.unwrap()[0].last_verified_at, Some(room.now()));
    assert!(
        room.service().tokens.current(&key).await.unwrap().is_none(),
        "a token does not survive the app"
    );
}

#[tokio::test]
async fn a_token_dies_and_proving_it_gets_a_new_one() {
    let room = TestEnv::new().await;
    let service = room.service();
    let key = ask(&service, "491713920071").await.unwrap().key.id;
    assert_eq!(service.tokens.get(&key, &no_progress()).await.unwrap().seconds_in_all, 120);
    room.clock.pass(Duration::from_secs(121));
    assert_eq!(service.tokens.current(&key).await.unwrap().unwrap().seconds_left, 0);
    let copied = service.tokens.jwt(&key).map(drop);
    assert_eq!(copied, Err(Failure::TokenExpired), "an expired token is not copied");
    assert!(service.tokens.verify(&key).await.unwrap().seconds_left > 0);
}

#[tokio::test]
async fn a_refused_key_is_marked_in_the_register() {
    let room = TestEnv::new().await;
    let service = room.service();
    let key = ask(&service, "491713920070").await.unwrap().key.id;
    assert_eq!(service.tokens.get(&key, &no_progress()).await, Err(Failure::KeyRefused));
    assert_eq!(service.keys.list().await.unwrap()[0].status, KeyStatus::Refused);
}

#[tokio::test]
async fn a_wrong_clock_is_said_and_shortens_no_token() {
    let room = TestEnv::new().await;
    let service = room.service();
    let requested = ask(&service, "491713920072").await.unwrap();
    assert_eq!(requested.outcome, Outcome::Created);
    assert_eq!(requested.warning, Some(Failure::ClockWrong { minutes_behind: 120 }));
    let token = service.tokens.get(&requested.key.id, &no_progress()).await.unwrap();
    assert_eq!(token.warning, Some(Failure::ClockWrong { minutes_behind: 120 }));
    assert!(token.seconds_left > 3500);
}

#[tokio::test]
async fn a_key_that_ends_soon_asks_for_attention() {
    let room = TestEnv::new().await;
    let service = room.service();
    let key = ask(&service, NEW).await.unwrap().key;
    room.clock.set(key.valid_until.unwrap() - chrono::TimeDelta::days(20));
    let ends = ToDo::KeyEnds { key: key.id, at: key.valid_until.unwrap() };
    assert!(service.keys.home().await.unwrap().to_do.contains(&ends));
    room.clock.set(key.valid_until.unwrap() + chrono::TimeDelta::days(1));
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.keys[0].status, KeyStatus::Expired);
    assert!(home.to_do.contains(&ends));
}
