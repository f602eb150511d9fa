//! A keychain that is slow, never answers, disappears in between, or is used by two apps.
//!
//! After three seconds the keychain is slow, after two minutes the caller gives up. The tests simulate
//! answers after 2, 10 and 200 seconds: they change the timeouts and let the store answer.

use std::sync::Arc;
use std::time::Duration;

use keydesk_core::keychain::{Keychain, Timeouts};
use keydesk_core::model::KeychainTrouble;
use keydesk_core::model::{KeyId, Progress, Step, no_progress};
use keydesk_core::secret::ApiKey;

use super::{SERVICE, key};
use crate::support::fake_keychain::{FakeKeychain, Mood};
use crate::support::test_env::recording;

const SOON: Duration = Duration::from_millis(20);
const NEVER: Duration = Duration::from_hours(1);

/// For an answer after 2 seconds.
const NOT_SLOW: Timeouts = Timeouts { slow_after: NEVER, give_up_after: NEVER, retry_after: NEVER };
/// For an answer after 10 seconds.
const SLOW: Timeouts = Timeouts { slow_after: SOON, ..NOT_SLOW };
/// For an answer after 200 seconds, or none.
const GIVEN_UP: Timeouts =
    Timeouts { slow_after: SOON, give_up_after: Duration::from_millis(40), retry_after: NEVER };

#[test]
fn ten_seconds_are_slow_and_two_hundred_are_given_up() {
    let Timeouts { slow_after, give_up_after, .. } = Timeouts::default();
    let limits = [slow_after, give_up_after].map(|limit| limit.as_secs());
    assert!(matches!(limits, [3..10, 11..200]), "{limits:?}");
}

#[tokio::test]
async fn an_answer_after_two_seconds_is_not_reported_as_slow() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, NOT_SLOW);
    fake.set(Mood::Silent);
    let (progress, steps) = recording();
    let id = KeyId::random();
    let answers = async {
        fake.is_waited_for().await;
        fake.set(Mood::Well);
    };
    let key = key();
    let (saved, ()) = tokio::join!(keychain.save(&id, &key, &progress), answers);
    saved.unwrap();
    assert_eq!(*steps.lock().unwrap(), [Step::SavingInKeychain, Step::ReadingBack]);
}

#[tokio::test]
async fn an_answer_after_ten_seconds_is_reported_as_slow_and_arrives() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, SLOW);
    let id = KeyId::random();
    fake.set(Mood::Silent);

    let waking = fake.clone();
    let (progress, steps) = recording();
    let remembering = Arc::clone(&progress);
    let answers: Progress = Arc::new(move |step| {
        remembering(step);
        if step == Step::KeychainSlow {
            waking.set(Mood::Well);
        }
    });
    keychain.save(&id, &key(), &answers).await.unwrap();
    assert!(steps.lock().unwrap().contains(&Step::KeychainSlow));
}

#[tokio::test]
async fn an_answer_after_two_hundred_seconds_is_late_and_is_noticed() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, GIVEN_UP);
    let id = KeyId::random();
    fake.set(Mood::Silent);
    assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(KeychainTrouble::Slow));

    // The operation goes on, because a person may be typing the password.
    fake.set(Mood::Well);
    keychain.wait_for_late_answer().await;
    assert!(fake.holds(SERVICE, id.as_str()));
    assert!(keychain.read(&id, &no_progress()).await.unwrap().unwrap().same_as(&key()));
}

#[tokio::test]
async fn every_caller_gives_up_on_a_keychain_that_never_answers() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, GIVEN_UP);
    let id = KeyId::random();
    fake.set(Mood::Silent);
    for keychain in [keychain.clone(), keychain.non_interactive()] {
        assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(KeychainTrouble::Slow));
        assert_eq!(keychain.read(&id, &no_progress()).await.map(drop), Err(KeychainTrouble::Slow));
        assert_eq!(keychain.names(&no_progress()).await, Err(KeychainTrouble::Slow));
    }
    assert_eq!(keychain.delete(&id, &no_progress()).await, Err(KeychainTrouble::Slow));
    fake.set(Mood::Well);
}

#[tokio::test]
async fn a_background_write_that_was_given_up_is_not_done_late() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, GIVEN_UP);
    let (asked, background) = (KeyId::random(), KeyId::random());
    fake.set(Mood::Silent);
    assert_eq!(keychain.save(&asked, &key(), &no_progress()).await, Err(KeychainTrouble::Slow));
    let saved = keychain.non_interactive().save(&background, &key(), &no_progress()).await;
    assert_eq!(saved, Err(KeychainTrouble::Slow));

    fake.set(Mood::Well);
    // The worker takes both requests before this one.
    while keychain.names(&no_progress()).await != Ok(Some(vec![asked.clone()])) {}
    assert!(!fake.holds(SERVICE, background.as_str()));
}

#[tokio::test]
async fn a_keychain_that_disappears_before_the_read_back_has_not_saved_the_key() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain(SERVICE);
    let id = KeyId::random();
    fake.set(Mood::LeavingAfterWriting);
    assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(KeychainTrouble::Missing));
    fake.set(Mood::Well);
    assert!(keychain.read(&id, &no_progress()).await.unwrap().is_some(), "the key was written");
}

#[tokio::test]
async fn a_keychain_that_disappears_during_an_operation_is_missing_until_it_is_back() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, NOT_SLOW);
    let id = KeyId::random();
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    for during in ["reading", "deleting", "searching"] {
        fake.set(Mood::Silent);
        let progress = no_progress();
        let operation = async {
            match during {
                "reading" => keychain.read(&id, &progress).await.map(drop),
                "deleting" => keychain.delete(&id, &progress).await,
                _ => keychain.names(&progress).await.map(drop),
            }
        };
        let disappears = async {
            fake.is_waited_for().await;
            fake.set(Mood::Missing);
        };
        let (answer, ()) = tokio::join!(operation, disappears);
        assert_eq!(answer, Err(KeychainTrouble::Missing), "{during}");
        fake.set(Mood::Well);
        assert!(keychain.read(&id, &no_progress()).await.unwrap().is_some(), "{during}");
    }
}

#[tokio::test]
async fn two_apps_on_one_keychain_read_their_keys() {
    let fake = FakeKeychain::new();
    let apps = [fake.keychain(SERVICE), fake.keychain(SERVICE)];
    let mut saving = tokio::task::JoinSet::new();
    for number in 0..100 {
        let keychain = apps[number % 2].clone();
        saving.spawn(async move {
            let (id, key) = (KeyId::random(), ApiKey::new(format!("{number:032x}")).unwrap());
            keychain.save(&id, &key, &no_progress()).await.unwrap();
            (id, key)
        });
    }
    let saved = saving.join_all().await;
    for keychain in &apps {
        assert_eq!(keychain.names(&no_progress()).await.unwrap().unwrap().len(), 100);
        for (id, key) in &saved {
            assert!(keychain.read(id, &no_progress()).await.unwrap().unwrap().same_as(key));
        }
    }
}

#[tokio::test]
async fn a_key_that_another_app_changes_before_the_read_back_is_not_saved() {
    for other_app in ["deletes", "overwrites"] {
        let fake = FakeKeychain::new();
        let (one, other): (Keychain, Keychain) = (fake.keychain(SERVICE), fake.keychain(SERVICE));
        let id = KeyId::random();
        let (interfering, name) = (fake.clone(), id.clone());
        let interferes: Progress = Arc::new(move |step| {
            if step == Step::ReadingBack && other_app == "deletes" {
                interfering.lose(SERVICE, name.as_str());
            } else if step == Step::ReadingBack {
                interfering.plant(SERVICE, name.as_str(), b"another key of another app");
            }
        });
        let saved = one.save(&id, &key(), &interferes).await;
        assert_eq!(saved, Err(KeychainTrouble::Refused), "{other_app}");
        one.save(&id, &key(), &no_progress()).await.unwrap();
        assert!(other.read(&id, &no_progress()).await.unwrap().unwrap().same_as(&key()));
    }
}
