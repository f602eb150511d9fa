use super::*;

async fn start(store: &Store, digits: &str) -> AttemptId {
    let attempt = NewAttempt {
        key: KeyId::random(),
        digits: digits.to_owned(),
        phone: format!("+{digits}"),
        started_at: DateTime::UNIX_EPOCH,
    };
    store.intend(attempt).await.unwrap()
}

async fn open(store: &Store) -> Vec<AttemptId> {
    store.open_attempts().await.unwrap().iter().map(|attempt| attempt.id).collect()
}

#[tokio::test]
async fn a_later_refusal_does_not_hide_an_unfinished_attempt() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
    let lost = start(&store, "491713920063").await;
    let refused = start(&store, "491713920063").await;
    for why in [Refusal::Other, Refusal::NotRegistered] {
        store.end_refused(refused, why).await.unwrap();
        assert_eq!(open(&store).await, [lost], "{why:?}");
    }
}

#[tokio::test]
async fn an_unknown_number_stays_until_it_is_dismissed_or_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
    let first = start(&store, "491713920044").await;
    store.end_refused(first, Refusal::NotRegistered).await.unwrap();
    let shown = store.open_attempts().await.unwrap();
    assert_eq!(
        shown.iter().map(|one| (one.id, one.is_unregistered)).collect::<Vec<_>>(),
        [(first, true)]
    );

    // Asked again, and still unknown: once in the list.
    let second = start(&store, "491713920044").await;
    store.end_refused(second, Refusal::NotRegistered).await.unwrap();
    assert_eq!(open(&store).await, [second]);

    // Asked again, and known now, although the request failed.
    let third = start(&store, "491713920044").await;
    store.end_refused(third, Refusal::Other).await.unwrap();
    assert!(open(&store).await.is_empty());

    let fourth = start(&store, "491713920044").await;
    store.end_refused(fourth, Refusal::NotRegistered).await.unwrap();
    store.dismiss(fourth).await.unwrap();
    assert!(open(&store).await.is_empty());
}

#[tokio::test]
async fn dismissing_an_attempt_hides_earlier_ones_of_its_number_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
    start(&store, "491713920063").await;
    let other = start(&store, "491713920060").await;
    let latest = start(&store, "491713920063").await;
    store.dismiss(latest).await.unwrap();
    assert_eq!(open(&store).await, [other]);
}
