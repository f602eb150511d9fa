//! Adding a key that the list has: its secret was never here, or it is added once more.

use chrono::TimeDelta;

use crate::support::test_env::{SERVICE, TestEnv};
use keydesk_core::model::{
    ApiEnvironment, CheckResult, DetailField, Failure, HistoryEvent, KeyDates, KeyId, KeyStatus,
    no_progress,
};
use keydesk_core::secret::ApiKey;
use keydesk_core::service::{KeyCard, NewKey, ReadAs, Service, ToDo};
use keydesk_core::store::Store;

const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

fn shop(environment: ApiEnvironment) -> NewKey {
    NewKey {
        name: "Shop".to_owned(),
        environment,
        organizations: vec!["Hanse".to_owned()],
        holder: String::new(),
        valid_until: None,
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
    let about = NewKey { organizations: vec![], ..shop(ApiEnvironment::Sandbox) };
    let added = add(&service, about).await;
    assert_eq!(added.organizations, ["Hanse"]);
    let lines = events(&env, &added.id).await;
    assert_eq!(lines, [HistoryEvent::Imported, HistoryEvent::Added]);
}

#[tokio::test]
async fn a_date_that_was_not_changed_keeps_its_time() {
    let env = TestEnv::new().await;
    let service = env.service();
    let id = add(&service, shop(ApiEnvironment::Production)).await.id;
    let day = env.now().date_naive() + TimeDelta::days(100);
    let at = |hour, minute| Some(day.and_hms_opt(hour, minute, 59).unwrap().and_utc());
    let known = at(14, 30);
    let to = KeyDates { created_at: None, valid_until: known };
    service.register.change_dates(&id, to).await.unwrap();
    let before = events(&env, &id).await;
    // The window sends the last second of the day.
    let typed = NewKey { valid_until: at(23, 59), ..shop(ApiEnvironment::Production) };
    assert_eq!(add(&service, typed.clone()).await.valid_until, known);
    assert_eq!(events(&env, &id).await, before);
    let later = at(23, 59).map(|end| end + TimeDelta::days(1));
    assert_eq!(add(&service, NewKey { valid_until: later, ..typed }).await.valid_until, later);
    let changed = HistoryEvent::ExpiryChanged { from: known, to: later };
    assert_eq!(events(&env, &id).await.last(), Some(&changed));
}

#[tokio::test]
async fn what_adding_a_key_again_changes_is_in_its_history() {
    let env = TestEnv::new().await;
    let service = env.service();
    let id = add(&service, shop(ApiEnvironment::Production)).await.id;
    service.register.mark_deactivated(&id, true).await.unwrap();
    let about = NewKey {
        name: "Web shop".to_owned(),
        organizations: vec!["Nordlicht".to_owned()],
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
