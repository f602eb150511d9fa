//! A keychain that takes its time, never answers, goes away in between, or serves two apps at once.
//!
//! Three seconds are "slow" and two minutes "given up": what answers after 2, 10 and 200 seconds lies
//! before, between and behind. Here each store answers when the test says so, so the two limits are moved
//! instead.

use std::sync::Arc;
use std::time::Duration;

use keydesk_core::keychain::{Keychain, Timeouts};
use keydesk_core::model::KeychainTrouble;
use keydesk_core::model::{KeyId, Progress, Step, no_progress};
use keydesk_core::secret::ApiKey;

use super::support::keychain::{FakeKeychain, Mood};
use super::support::service::listening;
use super::{SERVICE, key};

const SOON: Duration = Duration::from_millis(20);
const NEVER: Duration = Duration::from_hours(1);

/// Two seconds, as long as three are needed to be slow.
const NOT_SLOW: Timeouts = Timeouts { slow_after: NEVER, give_up_after: NEVER, retry_after: NEVER };
/// Ten seconds.
const SLOW: Timeouts = Timeouts { slow_after: SOON, ..NOT_SLOW };
/// Two hundred seconds, or never.
const GIVEN_UP: Timeouts =
    Timeouts { slow_after: SOON, give_up_after: Duration::from_millis(40), retry_after: NEVER };

#[test]
fn two_ten_and_two_hundred_seconds_lie_before_between_and_behind_the_two_limits() {
    let Timeouts { slow_after, give_up_after, .. } = Timeouts::default();
    let limits = [slow_after, give_up_after].map(|limit| limit.as_secs());
    assert!(matches!(limits, [3..10, 11..200]), "{limits:?}");
}

#[tokio::test]
async fn a_keychain_that_answers_after_two_seconds_is_only_waited_for() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, NOT_SLOW);
    fake.set(Mood::Silent);
    let (progress, heard) = listening();
    let id = KeyId::random();
    let wakes = async {
        fake.is_waited_for().await;
        fake.set(Mood::Well);
    };
    let key = key();
    let (saved, ()) = tokio::join!(keychain.save(&id, &key, &progress), wakes);
    saved.unwrap();
    assert_eq!(*heard.lock().unwrap(), [Step::SavingInKeychain, Step::ReadingBack]);
}

#[tokio::test]
async fn a_keychain_that_answers_after_ten_seconds_is_told_of_and_then_waited_for() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, SLOW);
    let id = KeyId::random();
    fake.set(Mood::Silent);

    let waking = fake.clone();
    let (progress, heard) = listening();
    let remembering = Arc::clone(&progress);
    let wakes: Progress = Arc::new(move |step| {
        remembering(step);
        if step == Step::KeychainSlow {
            waking.set(Mood::Well);
        }
    });
    keychain.save(&id, &key(), &wakes).await.unwrap();
    assert!(heard.lock().unwrap().contains(&Step::KeychainSlow));
}

#[tokio::test]
async fn a_keychain_that_answers_after_two_hundred_seconds_is_given_up_on_and_then_noticed() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, GIVEN_UP);
    let id = KeyId::random();
    fake.set(Mood::Silent);
    assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(KeychainTrouble::Slow));

    // The request itself went on, for a person may have been typing a password.
    fake.set(Mood::Well);
    keychain.wait_for_late_answer().await;
    assert!(fake.holds(SERVICE, id.as_str()));
    assert!(keychain.read(&id, &no_progress()).await.unwrap().unwrap().same_as(&key()));
}

#[tokio::test]
async fn a_keychain_that_never_answers_lets_every_caller_go() {
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
async fn what_nobody_asked_for_and_nobody_waits_for_is_not_done_late() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, GIVEN_UP);
    let (asked, unasked) = (KeyId::random(), KeyId::random());
    fake.set(Mood::Silent);
    assert_eq!(keychain.save(&asked, &key(), &no_progress()).await, Err(KeychainTrouble::Slow));
    let saved = keychain.non_interactive().save(&unasked, &key(), &no_progress()).await;
    assert_eq!(saved, Err(KeychainTrouble::Slow));

    fake.set(Mood::Well);
    // Both stand before this one.
    while keychain.names(&no_progress()).await != Ok(Some(vec![asked.clone()])) {}
    assert!(!fake.holds(SERVICE, unasked.as_str()));
}

#[tokio::test]
async fn a_keychain_that_vanishes_before_the_key_is_read_back_has_not_saved_it() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain(SERVICE);
    let id = KeyId::random();
    fake.set(Mood::LeavingAfterWriting);
    assert_eq!(keychain.save(&id, &key(), &no_progress()).await, Err(KeychainTrouble::Missing));
    fake.set(Mood::Well);
    assert!(keychain.read(&id, &no_progress()).await.unwrap().is_some(), "it had written it");
}

#[tokio::test]
async fn a_keychain_that_vanishes_while_it_is_asked_is_missing_until_it_is_back() {
    let fake = FakeKeychain::new();
    let keychain = fake.keychain_with(SERVICE, NOT_SLOW);
    let id = KeyId::random();
    keychain.save(&id, &key(), &no_progress()).await.unwrap();
    for leaves_while in ["reading", "deleting", "searching"] {
        fake.set(Mood::Silent);
        let heard = no_progress();
        let asks = async {
            match leaves_while {
                "reading" => keychain.read(&id, &heard).await.map(drop),
                "deleting" => keychain.delete(&id, &heard).await,
                _ => keychain.names(&heard).await.map(drop),
            }
        };
        let leaves = async {
            fake.is_waited_for().await;
            fake.set(Mood::Missing);
        };
        let (answer, ()) = tokio::join!(asks, leaves);
        assert_eq!(answer, Err(KeychainTrouble::Missing), "{leaves_while}");
        fake.set(Mood::Well);
        assert!(keychain.read(&id, &no_progress()).await.unwrap().is_some(), "{leaves_while}");
    }
}

#[tokio::test]
async fn two_apps_on_one_keychain_do_not_disturb_each_other() {
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
async fn a_key_that_another_app_changes_before_it_is_read_back_is_not_saved() {
    for others_deed in ["deletes", "overwrites"] {
        let fake = FakeKeychain::new();
        let (one, other): (Keychain, Keychain) = (fake.keychain(SERVICE), fake.keychain(SERVICE));
        let id = KeyId::random();
        let (interfering, name) = (fake.clone(), id.clone());
        let interferes: Progress = Arc::new(move |step| {
            if step == Step::ReadingBack && others_deed == "deletes" {
                interfering.lose(SERVICE, name.as_str());
            } else if step == Step::ReadingBack {
                interfering.plant(SERVICE, name.as_str(), b"another key of another app");
            }
        });
        let saved = one.save(&id, &key(), &interferes).await;
        assert_eq!(saved, Err(KeychainTrouble::Refused), "{others_deed}");
        one.save(&id, &key(), &no_progress()).await.unwrap();
        assert!(other.read(&id, &no_progress()).await.unwrap().unwrap().same_as(&key()));
    }
}
