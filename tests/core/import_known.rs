//! Adding a key that the list has: its secret was never here, or it is added once more.

use chrono::TimeDelta;

use crate::support::test_env::{SERVICE, TestEnv};
use keydesk_core::model::{
    ApiEnvironment, CheckResult, DetailField, Failure, HistoryEvent, KeyDates, KeyId, KeyStatus,
    no_progress,
};
use keydesk_core::secret::ApiKey;
use keydesk_core::service::{KeyCard, NewExpiry, NewKey, ReadAs, Service, ToDo};
use keydesk_core::store::Store;

const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

fn shop(environment: ApiEnvironment) -> NewKey {
    NewKey {
        name: "Shop".to_owned(),
        environment,
        organizations: Some(vec!["Hanse".to_owned()]),
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: true,
        record: None,
    }
}

async fn add(service: &Service, about: NewKey) -> KeyCard {
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    service.import.confirm(about, &no_progress()).await.unwrap().card
}

async fn read_list(service: &Service, list: &str) {
    service.register_files.preview(list.into(), ReadAs::default()).await.unwrap();
    service.register_files.import().await.unwrap();
}

/// What happened to a key, the oldest first.
async fn events(env: &TestEnv, id: &KeyId) -> Vec<HistoryEvent> {
    let lines = Store::open(&env.store()).unwrap().history(Some(id)).await.unwrap();
    lines.into_iter().rev().map(|line| line.event).collect()
}

#[tokio::test]
async fn adding_a_refused_key_again_does_not_make_it_active() {
    let env = TestEnv::new().await;
    let service = env.service();
    let id = add(&service, shop(ApiEnvironment::Production)).await.id;
    let refused = service.tokens.get(&id, &no_progress()).await;
    assert_eq!(refused.map(drop), Err(Failure::KeyRefused));
    let again = add(&service, shop(ApiEnvironment::Production)).await;
    assert_eq!((&again.id, again.status), (&id, KeyStatus::Refused));
    let to_do = service.keys.home().await.unwrap().to_do;
    assert!(to_do.contains(&ToDo::KeyRefused { key: id.clone() }), "{to_do:?}");
    let refused = HistoryEvent::Checked { result: CheckResult::Refused };
    assert_eq!(events(&env, &id).await, [HistoryEvent::Added, refused], "nothing has changed");
}

#[tokio::test]
async fn a_listed_key_keeps_its_organizations_and_its_history_says_that_it_was_added() {
    let env = TestEnv::new().await;
    let service = env.service();
    read_list(&service, "Name;Environment;Last four;Organization\nShop;Test;e7f0;Hanse\n").await;
    // The window sends no organizations for a test key.
    let about = NewKey { organizations: None, ..shop(ApiEnvironment::Sandbox) };
    let added = add(&service, about).await;
    assert_eq!(added.organizations, ["Hanse"]);
    let lines = events(&env, &added.id).await;
    assert_eq!(lines, [HistoryEvent::Imported, HistoryEvent::Added]);
}

#[tokio::test]
async fn adding_a_key_again_changes_its_expiry_only_if_the_person_says_so() {
    let env = TestEnv::new().await;
    let service = env.service();
    let shop = || shop(ApiEnvironment::Production);
    let id = add(&service, shop()).await.id;
    let known = Some(env.now() + TimeDelta::days(100));
    let to = KeyDates { created_at: None, valid_until: known };
    service.register.change_dates(&id, to).await.unwrap();
    let before = events(&env, &id).await;
    assert_eq!(add(&service, shop()).await.valid_until, known);
    assert_eq!(events(&env, &id).await, before, "nothing was asked");

    let end = env.now() + TimeDelta::days(200);
    let later = NewKey { expiry: NewExpiry::On { end }, ..shop() };
    assert_eq!(add(&service, later).await.valid_until, Some(end));
    let changed = HistoryEvent::ExpiryChanged { from: known, to: Some(end) };
    assert_eq!(events(&env, &id).await.last(), Some(&changed));

    let not_known = NewKey { expiry: NewExpiry::NotKnown, ..shop() };
    assert_eq!(add(&service, not_known).await.valid_until, None);
    let removed = HistoryEvent::ExpiryChanged { from: Some(end), to: None };
    assert_eq!(events(&env, &id).await.last(), Some(&removed));
    let to_do = service.keys.home().await.unwrap().to_do;
    assert!(to_do.contains(&ToDo::ExpiryUnknown { key: id.clone() }), "{to_do:?}");
}

#[tokio::test]
async fn adding_a_key_again_removes_its_holder_and_organizations_only_if_the_person_says_so() {
    let env = TestEnv::new().await;
    let service = env.service();
    let shop = || shop(ApiEnvironment::Production);
    add(&service, NewKey { holder: Some("Olena".to_owned()), ..shop() }).await;
    let not_asked = NewKey { holder: None, organizations: None, ..shop() };
    let kept = add(&service, not_asked).await;
    assert_eq!(
        (kept.holder.as_str(), &kept.organizations[..]),
        ("Olena", &["Hanse".to_owned()][..])
    );
    let removed = NewKey { holder: Some(String::new()), organizations: Some(vec![]), ..shop() };
    let kept = add(&service, removed).await;
    assert_eq!((kept.holder.as_str(), &kept.organizations[..]), ("", &[][..]));
}

#[tokio::test]
async fn what_adding_a_key_again_changes_is_in_its_history() {
    let env = TestEnv::new().await;
    let service = env.service();
    let id = add(&service, shop(ApiEnvironment::Production)).await.id;
    service.register.mark_deactivated(&id, true).await.unwrap();
    let about = NewKey {
        name: "Web shop".to_owned(),
        organizations: Some(vec!["Nordlicht".to_owned()]),
        ..shop(ApiEnvironment::Production)
    };
    add(&service, about).await;
    let fields = vec![DetailField::Name, DetailField::Organizations];
    assert_eq!(
        events(&env, &id).await,
        [
            HistoryEvent::Added,
            HistoryEvent::Deactivated,
            HistoryEvent::DetailsChanged { fields },
            HistoryEvent::Reactivated
        ]
    );
}

#[tokio::test]
async fn deleting_an_unlisted_key_has_a_line_with_its_last_four_characters() {
    let env = TestEnv::new().await;
    let service = env.service();
    let id = KeyId::random();
    let key = ApiKey::new(KEY.to_owned()).unwrap();
    env.keychain.keychain(SERVICE).save(&id, &key, &no_progress()).await.unwrap();
    service.reconciler.run().await;
    service.keys.remove_unlisted(&id, &no_progress()).await.unwrap();
    let lines = Store::open(&env.store()).unwrap().history(Some(&id)).await.unwrap();
    let [line] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!((&line.event, line.last_four.as_str()), (&HistoryEvent::Deleted, "e7f0"));
}

#[tokio::test]
async fn deleting_an_unlisted_key_succeeds_without_its_line() {
    let env = TestEnv::new().await;
    let service = env.service();
    let id = KeyId::random();
    let key = ApiKey::new(KEY.to_owned()).unwrap();
    env.keychain.keychain(SERVICE).save(&id, &key, &no_progress()).await.unwrap();
    service.reconciler.run().await;
    let refused =
        "CREATE TRIGGER refuse BEFORE INSERT ON history BEGIN SELECT RAISE(FAIL, 'full'); END";
    rusqlite::Connection::open(env.store()).unwrap().execute(refused, ()).unwrap();
    service.keys.remove_unlisted(&id, &no_progress()).await.unwrap();
    assert!(!env.keychain.holds(SERVICE, id.as_str()));
}
