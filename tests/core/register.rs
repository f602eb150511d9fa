//! The list of keys: what a person changes, deletes and gets back, and what the history says of it.

use chrono::TimeDelta;

use keydesk_core::model::{
    ApiEnvironment, DetailField, Failure, HistoryEvent, KeyDates, KeyDetails, KeyId, KeyQuery,
    KeyStatus, KeysView, Place, PlaceKind, no_progress,
};
use keydesk_core::service::{KeyCard, NewExpiry, NewKey, ReadAs, Service, ToDo};

use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, request};

const KEY: &str = "0123456789abcdef0123456789abcdef";
const NUMBER: &str = "498213437654";

fn about(environment: ApiEnvironment) -> NewKey {
    NewKey {
        name: "Shop".to_owned(),
        environment,
        organizations: Some(vec!["Hanse".to_owned()]),
        holder: Some("Olena".to_owned()),
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: false,
        record: None,
    }
}

async fn added(service: &Service, about: NewKey) -> KeyCard {
    service.import.check(Some(KEY.to_owned().into())).await.unwrap();
    service.import.confirm(about, &no_progress()).await.unwrap().card
}

async fn listed(service: &Service) -> Vec<KeyCard> {
    let view = KeysView::default();
    let query = KeyQuery { view, search: Vec::new(), offset: 0, limit: 100 };
    service.register.find(query).await.unwrap().keys
}

async fn events(service: &Service, id: &KeyId) -> Vec<HistoryEvent> {
    let history = service.register.history(id).await.unwrap();
    history.into_iter().map(|entry| entry.event).collect()
}

fn details(key: &KeyCard) -> KeyDetails {
    KeyDetails {
        name: key.name.clone(),
        holder: key.holder.clone(),
        notes: key.notes.clone(),
        organizations: key.organizations.clone(),
        places: key.places.clone(),
    }
}

#[tokio::test]
async fn an_added_key_keeps_its_holder_and_its_end() {
    let env = TestEnv::new().await;
    let service = env.service();
    let end = env.now() + TimeDelta::days(365);
    let about = NewKey { expiry: NewExpiry::On { end }, ..about(ApiEnvironment::Production) };
    let key = added(&service, about).await;
    let next = env.service();
    let [kept] = &listed(&next).await[..] else { panic!("one key") };
    assert_eq!((kept.holder.as_str(), kept.valid_until), ("Olena", Some(end)));
    assert_eq!(events(&next, &key.id).await, [HistoryEvent::Added]);
}

#[tokio::test]
async fn changes_are_kept_and_each_writes_its_line() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, about(ApiEnvironment::Ukraine)).await;
    let places = vec![Place { kind: PlaceKind::System, name: " 1C ".to_owned() }];
    let changed = KeyDetails { name: " Склад ".to_owned(), places, ..details(&key) };
    let changed = service.register.change_details(&key.id, changed).await.unwrap();
    assert_eq!((changed.name.as_str(), changed.places[0].name.as_str()), ("Склад", "1C"));
    let end = env.now() + TimeDelta::days(90);
    let created = env.now() - TimeDelta::days(2);
    let dates = KeyDates { created_at: Some(created), valid_until: Some(end) };
    service.register.change_dates(&key.id, dates.clone()).await.unwrap();
    service.register.change_dates(&key.id, dates).await.unwrap();
    let retired = service.register.mark_deactivated(&key.id, true).await.unwrap();
    assert_eq!(retired.status, KeyStatus::Deactivated);
    service.register.mark_deactivated(&key.id, false).await.unwrap();

    let next = env.service();
    let [kept] = &listed(&next).await[..] else { panic!("one key") };
    assert_eq!((kept.name.as_str(), kept.valid_until), ("Склад", Some(end)));
    assert_eq!(kept.created_at, Some(created));
    assert_eq!(
        events(&next, &key.id).await,
        [
            HistoryEvent::Reactivated,
            HistoryEvent::Deactivated,
            HistoryEvent::ExpiryChanged { from: None, to: Some(end) },
            HistoryEvent::CreationChanged { from: None, to: Some(created) },
            HistoryEvent::DetailsChanged { fields: vec![DetailField::Name, DetailField::Places] },
            HistoryEvent::Added,
        ]
    );
}

#[tokio::test]
async fn a_key_does_not_end_before_it_was_created() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, about(ApiEnvironment::Production)).await;
    let dates =
        KeyDates { created_at: Some(env.now()), valid_until: Some(env.now() - TimeDelta::days(1)) };
    let refused = service.register.change_dates(&key.id, dates).await;
    assert!(matches!(refused, Err(Failure::Internal { .. })), "{refused:?}");
    assert_eq!(listed(&service).await[0].created_at, None);
}

#[tokio::test]
async fn nova_posts_date_of_a_requested_key_stays() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, NUMBER).await.unwrap();
    let before = listed(&service).await.remove(0);
    let dates = KeyDates { created_at: None, valid_until: before.valid_until };
    let after = service.register.change_dates(&before.id, dates).await.unwrap();
    assert_eq!(after, before);
    assert_eq!(events(&service, &before.id).await, [HistoryEvent::Received]);
}

#[tokio::test]
async fn a_key_is_marked_as_replaced_without_a_run_and_as_in_use_again() {
    let env = TestEnv::new().await;
    let service = env.service();
    let [old, new, other] = &listed_keys(&service).await;
    service.replacements.start(old).await.unwrap();
    // Neither by itself nor by a key of another environment.
    for by in [old, other] {
        let refused = service.register.mark_replaced(old, Some(by)).await;
        assert_eq!(refused.unwrap_err(), Failure::NotFound);
    }
    let replaced = service.register.mark_replaced(old, Some(new)).await.unwrap();
    assert_eq!((replaced.status, replaced.replaced_by.as_ref()), (KeyStatus::Replaced, Some(new)));
    assert_eq!(service.replacements.of(old).await.unwrap(), None);
    let again = service.register.mark_deactivated(old, false).await.unwrap();
    assert_eq!((again.status, again.replaced_by), (KeyStatus::Active, None));
    let unnamed = service.register.mark_replaced(old, None).await.unwrap();
    assert_eq!((unnamed.status, unnamed.replaced_by), (KeyStatus::Replaced, None));
    let last_four =
        listed(&service).await.into_iter().find(|key| key.id == *new).unwrap().last_four;
    assert_eq!(
        events(&service, old).await[..5],
        [
            HistoryEvent::Replaced { by: String::new() },
            HistoryEvent::Reactivated,
            HistoryEvent::Replaced { by: last_four },
            HistoryEvent::ReplacementCancelled,
            HistoryEvent::ReplacementStarted,
        ]
    );
}

/// Two keys for production and one for Ukraine that a list has told.
async fn listed_keys(service: &Service) -> [KeyId; 3] {
    let list = "Name;Environment;Last four\nA;Production;1111\nB;Production;2222\nC;Ukraine;3333\n";
    service.register_files.preview(list.into(), ReadAs::default()).await.unwrap();
    service.register_files.import().await.unwrap();
    let keys = listed(service).await;
    ["A", "B", "C"].map(|name| keys.iter().find(|key| key.name == name).unwrap().id.clone())
}

#[tokio::test]
async fn a_key_is_not_written_down_among_the_details() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, about(ApiEnvironment::Production)).await;
    let with_key = KeyDetails { notes: format!("it is {KEY}"), ..details(&key) };
    let refused = service.register.change_details(&key.id, with_key).await;
    assert_eq!(refused.unwrap_err(), Failure::LooksLikeKey);
    assert_eq!(listed(&service).await[0].notes, "");
}

#[tokio::test]
async fn a_deleted_key_is_gone_from_list_keychain_and_home_but_not_from_the_history() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, about(ApiEnvironment::Production)).await;
    service.register.delete(&key.id).await.unwrap();
    assert_eq!(listed(&service).await, []);
    assert_eq!(service.keys.list().await.unwrap(), []);
    let home = service.keys.home().await.unwrap();
    assert_eq!((home.total, home.to_do.len()), (0, 0));
    assert!(env.keychain.holds(SERVICE, key.id.as_str()), "it can be undone");

    service.register.finish_deletion(&key.id, &no_progress()).await.unwrap();
    assert!(!env.keychain.holds(SERVICE, key.id.as_str()));
    let next = env.service();
    assert_eq!(listed(&next).await, []);
    assert_eq!(next.keys.home().await.unwrap().to_do, []);
    assert_eq!(events(&next, &key.id).await, [HistoryEvent::Deleted, HistoryEvent::Added]);
}

#[tokio::test]
async fn an_undone_deletion_leaves_the_key_as_it_was() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, about(ApiEnvironment::Production)).await;
    service.register.delete(&key.id).await.unwrap();
    service.register.undo_deletion(&key.id);
    assert_eq!(listed(&service).await, std::slice::from_ref(&key));
    // The window's count may end at the same moment.
    service.register.finish_deletion(&key.id, &no_progress()).await.unwrap();
    assert_eq!(listed(&service).await, std::slice::from_ref(&key));
    assert!(service.keys.secret_of(&key.id, &no_progress()).await.is_ok());
}

#[tokio::test]
async fn a_key_is_there_again_if_the_app_ends_before_its_deletion_is_finished() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, about(ApiEnvironment::Production)).await;
    service.register.delete(&key.id).await.unwrap();
    drop(service);
    let next = env.service();
    assert_eq!(listed(&next).await[0].id, key.id);
    assert!(next.keys.secret_of(&key.id, &no_progress()).await.is_ok());
}

#[tokio::test]
async fn a_key_is_there_again_if_the_keychain_does_not_delete_it() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = added(&service, about(ApiEnvironment::Production)).await;
    service.register.delete(&key.id).await.unwrap();
    env.keychain.set(Mood::Locked);
    assert!(service.register.finish_deletion(&key.id, &no_progress()).await.is_err());
    env.keychain.set(Mood::Well);
    assert_eq!(listed(&service).await[0].id, key.id);
    assert_eq!(events(&service, &key.id).await, [HistoryEvent::Added]);
}

#[tokio::test]
async fn home_names_what_is_due_and_a_few_keys() {
    let env = TestEnv::new().await;
    let service = env.service();
    let production = added(&service, about(ApiEnvironment::Production)).await;
    let test = request(&service, NUMBER).await.unwrap().key;
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.total, 2);
    assert!(home.to_do.contains(&ToDo::ExpiryUnknown { key: production.id.clone() }));
    assert!(home.to_do.contains(&ToDo::KeyUnverified { key: test.id.clone() }));
    assert!(!home.to_do.contains(&ToDo::ExpiryUnknown { key: test.id.clone() }));
    assert_eq!(events(&service, &test.id).await, [HistoryEvent::Received]);

    service.register.mark_deactivated(&production.id, true).await.unwrap();
    let home = service.keys.home().await.unwrap();
    assert_eq!(home.to_do, [ToDo::KeyUnverified { key: test.id }]);
}

#[tokio::test]
async fn an_extended_test_key_says_so_in_its_history() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = request(&service, NUMBER).await.unwrap().key;
    env.clock.set(env.now() + TimeDelta::days(2));
    let again = request(&service, NUMBER).await.unwrap().key;
    assert_eq!(first.id, again.id);
    let extended = HistoryEvent::Extended { from: first.valid_until, to: again.valid_until };
    assert_eq!(events(&service, &first.id).await, [extended, HistoryEvent::Received]);
}
