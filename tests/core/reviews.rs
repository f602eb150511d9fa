//! The yearly review: it goes on after a restart, its answers lead to actions, and its report has no phone number.

use std::time::Duration;

use chrono::TimeDelta;

use keydesk_core::model::{
    AccountAnswers, Failure, HistoryEvent, KeyAnswers, KeyId, KeyNeed, PeopleAnswer, PortalAnswer,
    Receiver, ReviewAction, no_progress,
};
use keydesk_core::service::{NoticeText, Service, ToDo};

use crate::support::test_env::{TestEnv, request};

const FIRST: &str = "498213437654";
const SECOND: &str = "491713920012";

async fn key(service: &Service, digits: &str) -> KeyId {
    request(service, digits).await.unwrap().key.id
}

fn needed(need: KeyNeed) -> KeyAnswers {
    KeyAnswers { need: Some(need), ..KeyAnswers::default() }
}

async fn review_to_do(service: &Service) -> Option<ToDo> {
    let to_do = service.keys.home().await.unwrap().to_do;
    to_do.into_iter().find(|item| matches!(item, ToDo::Review { .. }))
}

/// Each step is taken by another service, as after a restart.
#[tokio::test]
async fn a_review_goes_on_after_a_restart_at_each_step() {
    let env = TestEnv::new().await;
    let (first, second) = {
        let service = env.service();
        let first = key(&service, FIRST).await;
        env.clock.pass(Duration::from_secs(1));
        (first, key(&service, SECOND).await)
    };
    let id = env.service().reviews.start().await.unwrap().id;
    let answers =
        KeyAnswers { people: Some(PeopleAnswer::SomebodyLeft), ..needed(KeyNeed::Needed) };
    env.service().reviews.answer_key(id, &first, answers).await.unwrap();
    let account = AccountAnswers { portal: Some(PortalAnswer::NoOthers), webhooks: None };
    env.service().reviews.answer(id, account).await.unwrap();

    let overview = env.service().reviews.overview().await.unwrap();
    let open = overview.open.unwrap();
    assert_eq!((open.id, open.account), (id, account));
    assert_eq!(overview.in_use, [first.clone(), second.clone()]);
    let [reviewed] = &open.keys[..] else { panic!("{:?}", open.keys) };
    assert_eq!((&reviewed.key, &reviewed.actions), (&first, &vec![ReviewAction::Replace]));
    let to_do = review_to_do(&env.service()).await;
    assert!(matches!(to_do, Some(ToDo::Review { open_since: Some(_), is_due: false, .. })));

    let signed = env.service().reviews.sign(id, "  Olena Kovalenko ").await.unwrap();
    assert_eq!(signed.signed.as_ref().unwrap().by, "Olena Kovalenko");
    assert_eq!(signed.keys.len(), 2);
    assert_eq!(env.service().reviews.get(id).await.unwrap(), signed);
    let overview = env.service().reviews.overview().await.unwrap();
    assert_eq!((overview.open, overview.signed.len()), (None, 1));
    let again = env.service().reviews.sign(id, "Olena").await.unwrap_err();
    assert_eq!(again, Failure::NotFound);
    let lines = env.service().register_files.list_history().await.unwrap();
    assert_eq!(lines[0].event, HistoryEvent::ReviewSigned);
    assert_eq!(review_to_do(&env.service()).await, None);
}

#[tokio::test]
async fn a_key_that_is_added_or_deleted_during_the_review_is_handled() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = key(&service, FIRST).await;
    let id = service.reviews.start().await.unwrap().id;
    service.reviews.answer_key(id, &first, needed(KeyNeed::NotNeeded)).await.unwrap();
    env.clock.pass(Duration::from_secs(1));
    let second = key(&service, SECOND).await;
    assert_eq!(service.reviews.overview().await.unwrap().in_use, [first.clone(), second.clone()]);

    service.register.delete(&first).await.unwrap();
    assert_eq!(service.reviews.overview().await.unwrap().in_use, [second]);
    let answered = service.reviews.answer_key(id, &first, needed(KeyNeed::Needed)).await;
    assert_eq!(answered.unwrap_err(), Failure::NotFound);
    assert_eq!(service.reviews.facts(&first).await.unwrap_err(), Failure::NotFound);
    service.register.finish_deletion(&first, &no_progress()).await.unwrap();
    let review = service.reviews.get(id).await.unwrap();
    assert_eq!(review.keys[0].actions, [ReviewAction::Deactivate]);
    service.reviews.discard(id).await.unwrap();
    assert_eq!(service.reviews.get(id).await.unwrap_err(), Failure::NotFound);
}

#[tokio::test]
async fn people_with_the_key_are_in_the_review_and_phone_numbers_are_not() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = key(&service, FIRST).await;
    for recipient in ["Oleh Koval", "+49 821 3437654"] {
        let started = service.hand_overs.start(&key, Receiver::Sdk, recipient).await.unwrap();
        service.hand_overs.note_in_person(started.id).await.unwrap();
    }
    let shown = service.reviews.facts(&key).await.unwrap().people;
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[0].name, "+49 821 3437654");
    let id = service.reviews.start().await.unwrap().id;
    service.reviews.answer_key(id, &key, needed(KeyNeed::Needed)).await.unwrap();
    let signed = service.reviews.sign(id, "Olena +49 821 3437654").await.unwrap();
    let told = format!("{signed:?}");
    assert!(told.contains("Oleh Koval") && !told.contains("3437654"), "{told}");
    assert_eq!(signed.signed.unwrap().by.trim(), "Olena +");

    let started = service.reviews.start().await.unwrap().id;
    let secret = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
    let refused = service.reviews.sign(started, secret).await.unwrap_err();
    assert_eq!(refused, Failure::LooksLikeKey);
}

#[tokio::test]
async fn the_person_is_reminded_a_year_after_the_first_key_and_after_the_last_review() {
    let env = TestEnv::new().await;
    let service = env.service();
    let is_notified = async || {
        let notices = service.keys.new_notices().await.unwrap();
        notices.iter().any(|notice| notice.text == NoticeText::ReviewDue)
    };
    key(&service, FIRST).await;
    assert_eq!(review_to_do(&service).await, None);
    env.clock.pass(TimeDelta::days(366).to_std().unwrap());
    assert!(review_to_do(&service).await.is_some());
    assert!(is_notified().await);

    let id = service.reviews.start().await.unwrap().id;
    assert!(!is_notified().await);
    service.reviews.sign(id, "Olena").await.unwrap();
    assert_eq!(review_to_do(&service).await, None);
    env.clock.pass(TimeDelta::days(366).to_std().unwrap());
    assert!(is_notified().await);
}
