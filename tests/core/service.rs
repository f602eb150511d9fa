//! Requesting keys and getting tokens from the practice server.

use std::time::Duration;

use crate::support::test_env::{SERVICE, TestEnv, recording, request};
use keydesk_core::model::Failure;
use keydesk_core::model::{KeyStatus, Step, no_progress};
use keydesk_core::service::{Kept, Outcome, ToDo};

const NEW: &str = "498213437654";

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_new_key_is_saved_and_recorded_before_it_is_returned() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (progress, steps) = recording();
    let requested = service
        .test_keys
        .request("0821 343 7654", Some("DE".to_owned().try_into().unwrap()), false, &progress)
        .await
        .unwrap();

    assert_eq!(requested.outcome, Outcome::Created);
    assert_eq!(requested.key.kept, Kept::Keychain);
    assert_eq!(requested.key.phone.as_deref(), Some("+49 821 3437654"));
    assert!(env.keychain.holds(SERVICE, requested.key.id.as_str()));
    assert_eq!(service.keys.list().await.unwrap(), [requested.key]);
    assert_eq!(
        *steps.lock().unwrap(),
        [
            Step::NotingDown,
            Step::AskingNovaPost,
            Step::SavingInKeychain,
            Step::ReadingBack,
            Step::Recording
        ]
    );
}

/// The digits stay the same when the app repeats the request with the spelling that it stored.
#[tokio::test]
async fn a_number_in_doubt_is_requested_only_after_a_second_look() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (progress, steps) = recording();
    let typed = "Olena: +49 821 3437654";
    let refused = service.test_keys.request(typed, None, false, &progress).await;
    assert_eq!(refused.err(), Some(Failure::PhoneInvalid));
    for several in ["+49 821 3437654/55", "+49 821 3437654; +49 171 3920010"] {
        let refused = service.test_keys.request(several, None, true, &progress).await;
        assert_eq!(refused.err(), Some(Failure::PhoneInvalid), "{several}");
    }
    assert!(steps.lock().unwrap().is_empty());

    let requested = service.test_keys.request(typed, None, true, &progress).await.unwrap();
    assert_eq!(requested.key.phone.as_deref(), Some("+49 821 3437654"));
    let again = request(&service, NEW).await.unwrap();
    assert_eq!((again.outcome, again.key.id), (Outcome::Same, requested.key.id));
}

#[tokio::test]
async fn two_requests_on_one_day_give_one_key() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = request(&service, NEW).await.unwrap();
    let second = request(&service, NEW).await.unwrap();
    assert_eq!((second.outcome, second.key.id), (Outcome::Same, first.key.id));
    assert_eq!(service.keys.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_request_on_another_day_prolongs_the_key_by_a_year() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = request(&service, NEW).await.unwrap();
    env.clock.pass(2 * DAY);
    let second = request(&service, NEW).await.unwrap();
    let (from, to) = (first.key.valid_until.unwrap(), second.key.valid_until.unwrap());
    assert_eq!(second.outcome, Outcome::Prolonged { from, to });
    assert_eq!((to - from).num_days().clamp(365, 366), (to - from).num_days());
}

/// Nova Post cleans up a key that expired more than 90 days ago, and makes a new one.
#[tokio::test]
async fn a_request_that_brings_another_key_names_the_one_before() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = request(&service, NEW).await.unwrap();
    assert_eq!(first.replaced, None);
    env.clock.pass(460 * DAY);
    let second = request(&service, NEW).await.unwrap();
    assert_eq!(second.outcome, Outcome::Created);
    let replaced = second.replaced.unwrap();
    assert_eq!(replaced.id, first.key.id);
    assert_eq!(replaced.valid_until, first.key.valid_until);
    assert_eq!(replaced.status, KeyStatus::Replaced);
    let again = request(&service, NEW).await.unwrap();
    assert_eq!((again.outcome, again.replaced), (Outcome::Same, None));
}

#[tokio::test]
async fn the_practice_numbers_simulate_every_outcome() {
    let env = TestEnv::new().await;
    let service = env.service();
    assert!(matches!(
        request(&service, "491713920010").await.unwrap().outcome,
        Outcome::Prolonged { .. }
    ));
    assert!(matches!(
        request(&service, "491713920011").await.unwrap().outcome,
        Outcome::Reactivated { .. }
    ));
    assert_eq!(request(&service, "491713920012").await.unwrap().outcome, Outcome::Created);
}

#[tokio::test]
async fn home_reminds_of_a_request_that_met_the_daily_limit() {
    let env = TestEnv::new().await;
    let service = env.service();
    let Err(Failure::DailyLimit { again_at, key: None }) = request(&service, "491713920029").await
    else {
        panic!("no daily limit");
    };
    assert!(again_at > env.now());
    service.test_keys.remind_tomorrow("+491713920029", None).await.unwrap();
    assert!(matches!(
        service.keys.home().await.unwrap().to_do[..],
        [ToDo::AskAgain { due: false, .. }]
    ));
    env.clock.pass(2 * DAY);
    assert!(matches!(
        service.keys.home().await.unwrap().to_do[..],
        [ToDo::AskAgain { due: true, .. }]
    ));
}

#[tokio::test]
async fn home_keeps_a_number_that_nova_post_does_not_know_until_it_is_removed() {
    let env = TestEnv::new().await;
    let service = env.service();
    for number in ["491713920044", "491713920044", "491713920049", "491713920040"] {
        request(&service, number).await.unwrap_err();
    }
    let to_do = service.keys.home().await.unwrap().to_do;
    let [ToDo::NotRegistered { attempt, phone }] = &to_do[..] else { panic!("{to_do:?}") };
    assert_eq!(phone, "+49 171 3920044");
    service.test_keys.dismiss_to_do(*attempt).await.unwrap();
    assert!(service.keys.home().await.unwrap().to_do.is_empty());
}

#[tokio::test]
async fn a_number_of_ukraine_is_never_sent() {
    let env = TestEnv::new().await;
    let service = env.service_at("http://127.0.0.1:9/");
    assert_eq!(request(&service, "380501234567").await, Err(Failure::PhoneUkraine));
    assert_eq!(service.keys.home().await.unwrap().to_do, []);
}

#[cfg(unix)]
#[tokio::test]
async fn a_verified_token_marks_its_key_as_verified() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, NEW).await.unwrap().key.id;
    let token = service.tokens.get(&key, &no_progress()).await.unwrap();
    assert_eq!((token.seconds_left.clamp(3590, 3600), token.assumed), (token.seconds_left, false));
    assert!(token.claims.client.is_some());

    let verified = service.tokens.verify(&key).await.unwrap();
    assert!(verified.verification.unwrap().currencies > 0);
    assert_eq!(env.service().keys.list().await.unwrap()[0].last_verified_at, Some(env.now()));
    assert!(env.service().tokens.current(&key).await.unwrap().is_none(), "no token is stored");
}

#[tokio::test]
async fn verifying_an_expired_token_gets_a_new_one() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, "491713920071").await.unwrap().key.id;
    assert_eq!(service.tokens.get(&key, &no_progress()).await.unwrap().seconds_in_all, 120);
    env.clock.pass(Duration::from_secs(121));
    assert_eq!(service.tokens.current(&key).await.unwrap().unwrap().seconds_left, 0);
    let copied = service.tokens.jwt(&key).map(drop);
    assert_eq!(copied, Err(Failure::TokenExpired), "an expired token is not copied");
    assert!(service.tokens.verify(&key).await.unwrap().seconds_left > 0);
}

#[tokio::test]
async fn a_refused_key_is_recorded_as_refused() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, "491713920070").await.unwrap().key.id;
    assert_eq!(service.tokens.get(&key, &no_progress()).await, Err(Failure::KeyRefused));
    assert_eq!(service.keys.list().await.unwrap()[0].status, KeyStatus::Refused);
}

#[tokio::test]
async fn a_wrong_clock_is_reported_and_does_not_shorten_a_token() {
    let env = TestEnv::new().await;
    let service = env.service();
    let requested = request(&service, "491713920072").await.unwrap();
    assert_eq!(requested.outcome, Outcome::Created);
    assert_eq!(requested.warning, Some(Failure::ClockWrong { minutes_behind: 120 }));
    let token = service.tokens.get(&requested.key.id, &no_progress()).await.unwrap();
    assert_eq!(token.warning, Some(Failure::ClockWrong { minutes_behind: 120 }));
    assert!(token.seconds_left > 3500);
}

#[tokio::test]
async fn home_shows_a_key_that_ends_soon() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, NEW).await.unwrap().key;
    env.clock.set(key.valid_until.unwrap() - chrono::TimeDelta::days(20));
    let ends = ToDo::KeyEnds { key: key.id, at: key.valid_until.unwrap(), extend_until: None };
    assert!(service.keys.home().await.unwrap().to_do.contains(&ends));
    env.clock.set(key.valid_until.unwrap() + chrono::TimeDelta::days(1));
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.keys[0].status, KeyStatus::Expired);
    assert!(home.to_do.contains(&ends));
}

#[tokio::test]
async fn a_store_that_refuses_to_write_takes_no_token_and_no_check_away() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, NEW).await.unwrap().key;
    let no_progress = no_progress();
    service.tokens.get(&key.id, &no_progress).await.unwrap();
    let store = rusqlite::Connection::open(env.store()).unwrap();
    let refused =
        "CREATE TRIGGER refuse BEFORE UPDATE ON keys BEGIN SELECT RAISE(FAIL, 'full'); END";
    let is_told = |warning: &Option<Failure>| matches!(warning, Some(Failure::Internal { .. }));

    store.execute("UPDATE keys SET status = 'refused'", ()).unwrap();
    store.execute(refused, ()).unwrap();
    let got = service.tokens.get(&key.id, &no_progress).await.unwrap();
    assert!(is_told(&got.warning), "{:?}", got.warning);
    assert_eq!(got.key.status, KeyStatus::Active);
    assert!(service.tokens.jwt(&key.id).is_ok(), "the fresh token is kept");

    let verified = service.tokens.verify(&key.id).await.unwrap();
    assert!(is_told(&verified.warning), "{:?}", verified.warning);
    assert!(verified.verification.is_some());
    assert_eq!(verified.key.last_verified_at, Some(env.now()));

    store.execute("DROP TRIGGER refuse", ()).unwrap();
    let verified = service.tokens.verify(&key.id).await.unwrap();
    assert_eq!(verified.warning, None);
    let listed = &service.keys.list().await.unwrap()[0];
    assert_eq!(listed.last_verified_at, verified.key.last_verified_at);
}
