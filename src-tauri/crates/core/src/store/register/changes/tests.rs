//! A key that was not accepted the last time is not active before a check accepts it.

use super::*;
use crate::model::{CheckResult, KeyCheck, KeyStanding};
use crate::store::register::tests::{Stored, days, key, now};

/// A key whose last check had this result, after one thirty days ago that accepted it.
async fn checked(valid_until: Option<DateTime<Utc>>, result: CheckResult) -> (Stored, KeyId) {
    let record = KeyRecord { valid_until, ..key("Shop") };
    let (stored, id) = (Stored::with(std::slice::from_ref(&record)).await, record.id);
    let works = KeyCheck { at: days(-20), result: CheckResult::Works };
    stored.store.record_check(&id, works, None).await.unwrap();
    stored.store.record_check(&id, KeyCheck { at: now(), result }, None).await.unwrap();
    (stored, id)
}

async fn standing(stored: &Stored, id: &KeyId) -> KeyStanding {
    KeyStanding::of(&stored.store.key(id).await.unwrap().unwrap(), now())
}

async fn set_end(stored: &Stored, id: &KeyId, valid_until: Option<DateTime<Utc>>) {
    let to = KeyDates { created_at: None, valid_until };
    assert!(stored.store.change_dates(id, to, now()).await.unwrap());
}

#[tokio::test]
async fn a_key_that_is_in_use_again_has_the_status_of_its_last_check() {
    for (result, expected) in [
        (CheckResult::Refused, KeyStanding::Refused),
        (CheckResult::Expired, KeyStanding::Expired),
        (CheckResult::Works, KeyStanding::Active),
    ] {
        let (stored, id) = checked(None, result).await;
        for is_deactivated in [true, false] {
            stored.store.mark_deactivated(&id, is_deactivated, now()).await.unwrap();
        }
        assert_eq!(standing(&stored, &id).await, expected);
    }
}

#[tokio::test]
async fn a_later_end_does_not_make_a_key_active_that_nova_post_has_called_expired() {
    for end in [Some(days(100)), None] {
        let (stored, id) = checked(Some(days(-1)), CheckResult::Expired).await;
        set_end(&stored, &id, end).await;
        assert_eq!(standing(&stored, &id).await, KeyStanding::Expired, "{end:?}");
    }
}

#[tokio::test]
async fn a_key_that_was_refused_after_its_end_is_refused_if_the_end_was_wrong() {
    let (stored, id) = checked(Some(days(-1)), CheckResult::Refused).await;
    assert_eq!(standing(&stored, &id).await, KeyStanding::Expired);
    set_end(&stored, &id, Some(days(100))).await;
    assert_eq!(standing(&stored, &id).await, KeyStanding::Refused);
    set_end(&stored, &id, Some(days(-1))).await;
    assert_eq!(standing(&stored, &id).await, KeyStanding::Refused);
}

#[tokio::test]
async fn a_key_that_only_a_list_calls_expired_is_unchecked_with_a_later_end() {
    let record = KeyRecord { status: KeyStatus::Expired, ..key("Shop") };
    let stored = Stored::with(std::slice::from_ref(&record)).await;
    set_end(&stored, &record.id, Some(days(-1))).await;
    assert_eq!(standing(&stored, &record.id).await, KeyStanding::Expired);
    set_end(&stored, &record.id, Some(days(100))).await;
    assert_eq!(standing(&stored, &record.id).await, KeyStanding::Unchecked);
}

#[tokio::test]
async fn a_key_that_is_no_longer_in_use_replaces_none() {
    let (old, new) = (key("Old"), key("New"));
    let stored = Stored::with(&[old.clone(), new.clone()]).await;
    let replaced = async || stored.store.mark_replaced(&old.id, Some(&new.id), now()).await;
    stored.store.mark_deactivated(&new.id, true, now()).await.unwrap();
    assert_eq!(replaced().await, Ok(false));
    assert_eq!(standing(&stored, &old.id).await, KeyStanding::Unchecked);
    stored.store.mark_replaced(&new.id, None, now()).await.unwrap();
    assert_eq!(replaced().await, Ok(false));
    stored.store.mark_deactivated(&new.id, false, now()).await.unwrap();
    assert_eq!(replaced().await, Ok(true));
}
