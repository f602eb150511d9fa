//! Checking keys against the practice server: in each environment, in the other one, and all at once.

mod all;

use crate::support::test_env::{SERVICE, TestEnv, request};
use keydesk_core::model::{
    ApiEnvironment, CheckResult, DetailField, Failure, HistoryEvent, KeyId, KeyQuery, KeyStatus,
    KeysView, no_progress,
};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{KeyCard, NewExpiry, NewKey, Rules, Service, ServiceConfig};
use keydesk_core::store::Store;
use keydesk_practice::{Practice, UkrainePlays, ukraine_keys};

const TEST: &str = "498213437654";

/// A service whose three addresses are those of the practice server.
fn service(env: &TestEnv) -> Service {
    service_with(env, &env.practice)
}

fn service_with(env: &TestEnv, practice: &Practice) -> Service {
    let url = |text: String| BaseUrl::parse(&text).unwrap();
    Service::new(ServiceConfig {
        store: env.store(),
        keychain: env.keychain.keychain(SERVICE),
        sandbox: url(practice.base_url()),
        production: url(practice.production_url()),
        ukraine: url(practice.ukraine_url()),
        clock: env.clock.clone(),
        rules: Rules::default(),
    })
}

async fn add(service: &Service, code: &str, environment: ApiEnvironment) -> KeyId {
    service.import.check(Some(code.to_owned().into())).await.unwrap();
    let about = NewKey {
        holder: None,
        expiry: NewExpiry::NotAsked,
        name: String::new(),
        environment,
        organizations: None,
        run: None,
        second_look: true,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap().card.id
}

async fn add_ukrainian(service: &Service, plays: UkrainePlays) -> KeyId {
    let key = ukraine_keys().iter().find(|key| key.plays == plays).unwrap();
    add(service, key.code, ApiEnvironment::Ukraine).await
}

async fn card(service: &Service, id: &KeyId) -> KeyCard {
    service.keys.list().await.unwrap().into_iter().find(|key| key.id == *id).unwrap()
}

async fn check(service: &Service, id: &KeyId) -> Result<(), Failure> {
    service.checks.check(id, &no_progress()).await.map(drop)
}

/// What happened to the keys after they were added, the oldest first.
async fn events(env: &TestEnv) -> Vec<HistoryEvent> {
    let store = Store::open_in_background(env.store()).await.unwrap();
    let lines = store.history(None).await.unwrap();
    let events = lines.into_iter().rev().map(|line| line.event);
    events.filter(|event| *event != HistoryEvent::Added).collect()
}

fn result_of(card: &KeyCard) -> Option<CheckResult> {
    card.last_check.as_ref().map(|check| check.result)
}

#[tokio::test]
async fn every_answer_of_ukraine_about_a_key_is_recorded_and_no_other() {
    use CheckResult::{Expired, Refused, Works};
    use UkrainePlays as Plays;
    let env = TestEnv::new().await;
    let service = service(&env);
    for (plays, status, result) in [
        (Plays::Works, KeyStatus::Active, Some(Works)),
        (Plays::SeveralSenders, KeyStatus::Active, Some(Works)),
        (Plays::NoSender, KeyStatus::Active, Some(Works)),
        (Plays::NoCode, KeyStatus::Active, Some(Works)),
        (Plays::TokenForbidden, KeyStatus::Active, Some(Works)),
        (Plays::Refused, KeyStatus::Refused, Some(Refused)),
        (Plays::RefusedWithoutText, KeyStatus::Refused, Some(Refused)),
        (Plays::Unauthorized, KeyStatus::Refused, Some(Refused)),
        (Plays::ErrorsAsObject, KeyStatus::Refused, Some(Refused)),
        (Plays::Expired, KeyStatus::Expired, Some(Expired)),
        (Plays::ExpiredWithoutCode, KeyStatus::Expired, Some(Expired)),
        (Plays::ExpiredUnauthorized, KeyStatus::Expired, Some(Expired)),
        (Plays::OtherError, KeyStatus::Active, None),
        (Plays::TooManyRequests, KeyStatus::Active, None),
        (Plays::ServiceError, KeyStatus::Active, None),
        (Plays::ServiceUnavailable, KeyStatus::Active, None),
        (Plays::WebPage, KeyStatus::Active, None),
        (Plays::CutAnswer, KeyStatus::Active, None),
        (Plays::LostAnswer, KeyStatus::Active, None),
    ] {
        let id = add_ukrainian(&service, plays).await;
        let checked = check(&service, &id).await;
        let expected = match result {
            Some(Works) => Ok(()),
            Some(Refused) => Err(Failure::KeyRefused),
            Some(Expired) => Err(Failure::KeyExpired),
            None => checked.clone(),
        };
        assert_eq!(checked, expected, "{}", plays.name());
        assert_eq!(checked.is_ok(), result == Some(Works), "{}", plays.name());
        let card = card(&service, &id).await;
        assert_eq!((card.status, result_of(&card)), (status, result), "{}", plays.name());
    }
    let checked = events(&env).await;
    assert_eq!(checked.len(), 12, "{checked:?}");
}

#[tokio::test]
async fn a_company_is_kept_only_after_a_yes() {
    let env = TestEnv::new().await;
    let service = service(&env);
    let id = add_ukrainian(&service, UkrainePlays::SeveralSenders).await;
    assert_eq!(service.checks.keep_company(&id).await.map(drop), Err(Failure::NotFound));
    let checked = service.checks.check(&id, &no_progress()).await.unwrap();
    assert_eq!((checked.at, checked.warning), (env.now(), None));
    assert_eq!(checked.other_companies, 2);
    let company = checked.company.unwrap();
    assert!(company.name.ends_with("«КИЇВСЬКИЙ СКЛАД»") && company.code == "12345670");
    assert_eq!(card(&service, &id).await.company, None);
    let kept = service.checks.keep_company(&id).await.unwrap();
    assert_eq!(kept.company.as_ref(), Some(&company));
    assert_eq!(card(&service, &id).await.company, Some(company));
    let works = HistoryEvent::Checked { result: CheckResult::Works };
    assert_eq!(
        events(&env).await,
        [works, HistoryEvent::DetailsChanged { fields: vec![DetailField::Company] }]
    );
}

#[tokio::test]
async fn a_test_key_that_was_added_as_a_production_key_is_found_and_moved() {
    let (elsewhere, env) = (TestEnv::new().await, TestEnv::new().await);
    let service = service(&elsewhere);
    let key = request(&service, TEST).await.unwrap().key.id;
    let code = service.keys.secret_of(&key, &no_progress()).await.unwrap().expose().to_owned();
    // The same key on another computer.
    let service = service_with(&env, &elsewhere.practice);
    let id = add(&service, &code, ApiEnvironment::Production).await;
    let elsewhere = async || service.checks.check_elsewhere(&id, &no_progress()).await;
    assert_eq!(elsewhere().await, Err(Failure::NotFound), "nothing was refused yet");
    assert_eq!(check(&service, &id).await, Err(Failure::KeyRefused));
    let to = ApiEnvironment::Sandbox;
    assert_eq!(service.checks.move_key(&id, to).await.map(drop), Err(Failure::NotFound));
    assert_eq!(elsewhere().await, Err(Failure::WrongEnvironment { accepted_by: to }));
    assert_eq!(card(&service, &id).await.environment, ApiEnvironment::Production);
    let not_there = service.checks.move_key(&id, ApiEnvironment::Production).await;
    assert_eq!(not_there.map(drop), Err(Failure::NotFound));
    let moved = service.checks.move_key(&id, to).await.unwrap();
    assert_eq!((moved.environment, moved.status), (to, KeyStatus::Active));
    assert_eq!(check(&service, &id).await, Ok(()));
    assert_eq!(card(&service, &id).await.environment, to);
    let checked = |result| HistoryEvent::Checked { result };
    assert_eq!(
        events(&env).await,
        [
            checked(CheckResult::Refused),
            HistoryEvent::TriedElsewhere { environment: to, result: CheckResult::Works },
            HistoryEvent::Moved { from: ApiEnvironment::Production, to },
            checked(CheckResult::Works)
        ]
    );
}

#[tokio::test]
async fn a_key_that_both_environments_refuse_stays_where_it_is() {
    let env = TestEnv::new().await;
    let service = service(&env);
    let code = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";
    let id = add(&service, code, ApiEnvironment::Sandbox).await;
    assert_eq!(check(&service, &id).await, Err(Failure::KeyRefused));
    assert_eq!(service.checks.check_elsewhere(&id, &no_progress()).await, Ok(()));
    let (environment, result) = (ApiEnvironment::Production, CheckResult::Refused);
    let tried = HistoryEvent::TriedElsewhere { environment, result };
    assert_eq!(events(&env).await, [HistoryEvent::Checked { result }, tried]);
    let ukrainian = add_ukrainian(&service, UkrainePlays::Refused).await;
    check(&service, &ukrainian).await.unwrap_err();
    let elsewhere = service.checks.check_elsewhere(&ukrainian, &no_progress()).await;
    assert_eq!(elsewhere, Err(Failure::NotFound));
    assert_eq!(card(&service, &id).await.environment, ApiEnvironment::Sandbox);
}

#[tokio::test]
async fn a_key_that_works_after_its_end_is_active() {
    let env = TestEnv::new().await;
    let service = service(&env);
    let id = request(&service, "491713920011").await.unwrap().key.id;
    check(&service, &id).await.unwrap();
    let end = card(&service, &id).await.valid_until.unwrap();
    rusqlite::Connection::open(env.store())
        .unwrap()
        .execute("UPDATE keys SET valid_until = ?1", [env.now() - chrono::TimeDelta::days(3)])
        .unwrap();
    assert_eq!(card(&service, &id).await.status, KeyStatus::Active);
    env.clock.set(end + chrono::TimeDelta::days(1));
    assert_eq!(check(&service, &id).await, Err(Failure::KeyRefused));
    assert_eq!(card(&service, &id).await.status, KeyStatus::Expired);
}

#[tokio::test]
async fn keys_of_several_people_are_told_apart() {
    let env = TestEnv::new().await;
    let service = service(&env);
    let mut ids = vec![];
    for digits in [TEST, "491713920010"] {
        let id = request(&service, digits).await.unwrap().key.id;
        assert_eq!(card(&service, &id).await.other_account, None);
        check(&service, &id).await.unwrap();
        ids.push(id);
    }
    assert_eq!(card(&service, &ids[0]).await.other_account.as_ref(), Some(&ids[1]));
    assert_eq!(card(&service, &ids[1]).await.other_account.as_ref(), Some(&ids[0]));
    let view = KeysView::default();
    let query = KeyQuery { view, search: Vec::new(), offset: 0, limit: 100 };
    let listed = service.register.find(query).await.unwrap().keys;
    assert_eq!(listed.len(), 2);
    assert!(listed.iter().all(|key| key.other_account.is_some()));
}
