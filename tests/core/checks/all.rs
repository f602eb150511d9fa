//! The check of all keys.

use std::sync::{Arc, Mutex};

use crate::support::test_env::{TestEnv, request};
use keydesk_core::model::{ApiEnvironment, CheckResult, Failure, KeyStatus};
use keydesk_core::service::{CheckEnd, CheckProgress, CheckStop, OnCheckProgress};
use keydesk_core::store::Store;
use keydesk_practice::UkrainePlays;

use super::{TEST, add, add_ukrainian, check, service};

/// A callback that keeps what it gets.
fn recording() -> (OnCheckProgress, Arc<Mutex<Vec<CheckProgress>>>) {
    let told = Arc::new(Mutex::new(vec![]));
    let kept = Arc::clone(&told);
    (Arc::new(move |progress| kept.lock().unwrap().push(progress)), told)
}

#[tokio::test]
async fn all_keys_are_checked_one_after_the_other() {
    let env = TestEnv::new().await;
    let service = service(&env);
    let works = request(&service, TEST).await.unwrap().key.id;
    let refused = add_ukrainian(&service, UkrainePlays::Refused).await;
    let expired = add_ukrainian(&service, UkrainePlays::Expired).await;
    let unclear = add_ukrainian(&service, UkrainePlays::OtherError).await;
    let unused = add_ukrainian(&service, UkrainePlays::Works).await;
    let store = Store::open_in_background(env.store()).await.unwrap();
    store.set_status(&unused, KeyStatus::Deactivated).await.unwrap();
    check(&service, &works).await.unwrap();

    let (on_progress, told) = recording();
    let checked = service.checks.check_all(&on_progress).await.unwrap();
    assert_eq!((checked.total, checked.left_out, checked.stopped), (4, 1, None));
    assert_eq!((checked.works, checked.refused, checked.expired, checked.failed), (1, 1, 1, 1));
    let told = told.lock().unwrap().clone();
    assert_eq!(told.len(), 8);
    let ends: Vec<_> =
        told.iter().filter_map(|told| Some((&told.key, told.end.clone()?))).collect();
    let end_of = |id| &ends.iter().find(|(key, _)| *key == id).unwrap().1;
    let answered = |result| CheckEnd::Answered { result };
    assert_eq!(*end_of(&refused), answered(CheckResult::Refused));
    assert_eq!(*end_of(&expired), answered(CheckResult::Expired));
    assert!(matches!(end_of(&unclear), CheckEnd::Failed { .. }));
    assert_eq!(ends.last().unwrap().0, &works, "what was checked last comes last");
    let numbers: Vec<u32> = told.iter().map(|told| told.number).collect();
    assert_eq!(numbers, [1, 1, 2, 2, 3, 3, 4, 4]);
}

#[tokio::test]
async fn too_many_requests_stop_the_check_of_all_keys() {
    let env = TestEnv::new().await;
    let service = service(&env);
    let later = add_ukrainian(&service, UkrainePlays::Works).await;
    check(&service, &later).await.unwrap();
    add_ukrainian(&service, UkrainePlays::TooManyRequests).await;
    let (on_progress, told) = recording();
    let checked = service.checks.check_all(&on_progress).await.unwrap();
    let failure = Failure::TooManyRequests { retry_after: None };
    assert_eq!(checked.stopped, Some(CheckStop::Failed { failure }));
    assert_eq!((checked.total, checked.works, checked.failed), (2, 0, 1));
    assert!(told.lock().unwrap().iter().all(|told| told.key != later));
}

#[tokio::test]
async fn the_check_of_all_keys_ends_when_it_is_cancelled() {
    let env = TestEnv::new().await;
    let service = Arc::new(service(&env));
    add_ukrainian(&service, UkrainePlays::Works).await;
    // The key that was added last is checked first. Its answer would take a minute.
    add_ukrainian(&service, UkrainePlays::NoAnswer).await;
    let stopping = Arc::clone(&service);
    let on_progress: OnCheckProgress = Arc::new(move |_| stopping.checks.cancel_all());
    let checked = service.checks.check_all(&on_progress).await.unwrap();
    assert_eq!(checked.stopped, Some(CheckStop::Cancelled));
    assert_eq!((checked.total, checked.works, checked.failed), (2, 0, 0));
}

#[tokio::test]
async fn the_check_of_all_keys_stops_if_an_answer_about_a_key_can_not_be_recorded() {
    const UNKNOWN: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
    let env = TestEnv::new().await;
    let service = service(&env);
    let keys = [
        (request(&service, TEST).await.unwrap().key.id, (1, 0, 0)),
        (add(&service, UNKNOWN, ApiEnvironment::Production).await, (0, 1, 0)),
        (add_ukrainian(&service, UkrainePlays::Works).await, (1, 0, 0)),
        (add_ukrainian(&service, UkrainePlays::Refused).await, (0, 1, 0)),
        (add_ukrainian(&service, UkrainePlays::Expired).await, (0, 0, 1)),
    ];
    let store = rusqlite::Connection::open(env.store()).unwrap();
    let on_progress: OnCheckProgress = Arc::new(|_| {});
    for (first, counts) in keys {
        // The key that was never checked comes first.
        let checked = "UPDATE keys SET last_check_at = '2026-01-01T00:00:00+00:00',
                                       last_check_result = 'works'";
        store.execute(checked, []).unwrap();
        let unchecked =
            "UPDATE keys SET last_check_at = NULL, last_check_result = NULL WHERE id = ?1";
        store.execute(unchecked, [first.as_str()]).unwrap();
        // As on a full disk: the list can be read, and nothing is written.
        let full =
            "CREATE TRIGGER full BEFORE UPDATE ON keys BEGIN SELECT RAISE(ABORT, 'full'); END";
        store.execute_batch(full).unwrap();
        let checked = service.checks.check_all(&on_progress).await.unwrap();
        store.execute_batch("DROP TRIGGER full").unwrap();
        let Some(CheckStop::Failed { .. }) = checked.stopped else { panic!("{checked:?}") };
        assert_eq!((checked.works, checked.refused, checked.expired), counts, "{checked:?}");
        assert_eq!((checked.total, checked.failed), (5, 0));
    }
}
