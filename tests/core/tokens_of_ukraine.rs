//! Tokens for keys of Ukraine: what comes is shown, and the key stays as it was.

use crate::support::test_env::{TestEnv, request};
use keydesk_core::model::{ApiEnvironment, Failure, HistoryEvent, KeyId, KeyStatus, no_progress};
use keydesk_core::service::{KeyCard, NewExpiry, NewKey, Service};
use keydesk_core::store::Store;
use keydesk_practice::{UkrainePlays, ukraine_keys};

pub(crate) async fn add(service: &Service, plays: UkrainePlays) -> KeyCard {
    let key = ukraine_keys().iter().find(|key| key.plays == plays).unwrap();
    service.import.check(Some(key.code.to_owned().into())).await.unwrap();
    let about = NewKey {
        holder: None,
        expiry: NewExpiry::NotAsked,
        name: String::new(),
        environment: ApiEnvironment::Ukraine,
        organizations: None,
        run: None,
        second_look: true,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap().card
}

async fn card(service: &Service, id: &KeyId) -> KeyCard {
    service.keys.list().await.unwrap().into_iter().find(|key| key.id == *id).unwrap()
}

#[tokio::test]
async fn a_token_is_shown_copied_and_proves_nothing() {
    let env = TestEnv::new().await;
    let service = env.service();
    for plays in [UkrainePlays::Works, UkrainePlays::SeveralSenders] {
        let added = add(&service, plays).await;
        let got = service.tokens.try_get(&added.id, &no_progress()).await.unwrap().unwrap();
        assert_eq!((got.seconds_in_all, got.assumed, &got.warning), (3600, false, &None));
        assert_eq!((got.key.last_check, got.key.last_verified_at), (None, None));
        assert!(service.tokens.jwt(&added.id).is_ok());
        assert!(service.tokens.current(&added.id).await.unwrap().is_some());
        let verified = service.tokens.verify(&added.id).await;
        assert!(matches!(verified, Err(Failure::Internal { .. })), "{verified:?}");
        assert_eq!(card(&service, &added.id).await, added);
        let history = service.register.history(&added.id).await.unwrap();
        let events: Vec<_> = history.into_iter().map(|line| line.event).collect();
        assert_eq!(events, [HistoryEvent::TokenReceived, HistoryEvent::Added]);
    }
}

#[tokio::test]
async fn no_answer_changes_the_key() {
    use UkrainePlays as Plays;
    let env = TestEnv::new().await;
    let service = env.service();
    for (plays, answer) in [
        (Plays::NoSender, Ok(false)),
        (Plays::Refused, Ok(false)),
        (Plays::Unauthorized, Ok(false)),
        (Plays::Expired, Ok(false)),
        (Plays::TokenForbidden, Err(Failure::AccessForbidden)),
        (Plays::TooManyRequests, Err(Failure::TooManyRequests { retry_after: None })),
        (Plays::ServiceError, Err(Failure::ServiceError { status: 500 })),
        (Plays::WebPage, Err(Failure::NetworkPage { status: 200 })),
        (Plays::CutAnswer, Err(Failure::AnswerUnreadable { status: 200 })),
        (Plays::LostAnswer, Err(Failure::Unreachable)),
    ] {
        let added = add(&service, plays).await;
        let got = service.tokens.try_get(&added.id, &no_progress()).await;
        assert_eq!(got.map(|token| token.is_some()), answer, "{}", plays.name());
        let after = card(&service, &added.id).await;
        assert_eq!((after.status, after.last_check), (KeyStatus::Active, None), "{}", plays.name());
    }
    let store = Store::open_in_background(env.store()).await.unwrap();
    let lines = store.history(None).await.unwrap();
    assert!(lines.iter().all(|line| line.event == HistoryEvent::Added), "{lines:?}");
}

#[tokio::test]
async fn a_key_of_europe_gets_its_token_in_the_same_way() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, "498213437654").await.unwrap().key;
    assert!(service.tokens.try_get(&key.id, &no_progress()).await.unwrap().is_some());
    assert!(service.tokens.verify(&key.id).await.is_ok());
}
