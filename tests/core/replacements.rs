//! Replacing a key over days: nothing is called replaced before the new key was checked, and a restart at any
//! moment keeps how far it has come.

use chrono::TimeDelta;

use keydesk_core::model::{
    ApiEnvironment, DetailField, Failure, HistoryEvent, KeyDates, KeyDetails, KeyId, KeyStatus,
    Place, PlaceKind, Replacement, ReplacementRefusal, no_progress,
};
use keydesk_core::service::{KeyCard, NewExpiry, NewKey, ReplacementStep, Service, ToDo};

use crate::support::test_env::{TestEnv, request};

const OLD: &str = "498213437654";
const NEW: &str = "491713920012";

/// Two test keys of different people: one that is replaced, and the one that replaces it.
async fn two_keys(service: &Service) -> (KeyId, KeyId) {
    let old = request(service, OLD).await.unwrap().key;
    let new = request(service, NEW).await.unwrap().key.id;
    let places = vec![system("Online shop"), person("Marek")];
    let details = KeyDetails { places, ..details(&old) };
    service.register.change_details(&old.id, details).await.unwrap();
    (old.id, new)
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

fn system(name: &str) -> Place {
    Place { kind: PlaceKind::System, name: name.to_owned() }
}

fn person(name: &str) -> Place {
    Place { kind: PlaceKind::Person, name: name.to_owned() }
}

fn taken(step: ReplacementStep) -> Replacement {
    match step {
        ReplacementStep::Taken { replacement } => replacement,
        ReplacementStep::Refused { why } => panic!("{why:?}"),
    }
}

fn refused(step: ReplacementStep) -> ReplacementRefusal {
    match step {
        ReplacementStep::Refused { why } => why,
        ReplacementStep::Taken { replacement } => panic!("{replacement:?}"),
    }
}

async fn start(service: &Service, old: &KeyId) -> Replacement {
    taken(service.replacements.start(old).await.unwrap())
}

async fn tick_all(service: &Service, replacement: &Replacement) {
    for place in &replacement.places {
        service.replacements.tick(replacement.id, place.id, true).await.unwrap();
    }
}

async fn card(service: &Service, id: &KeyId) -> KeyCard {
    service.register.cards(std::slice::from_ref(id)).await.unwrap().remove(0)
}

async fn events(service: &Service, id: &KeyId) -> Vec<HistoryEvent> {
    let history = service.register.history(id).await.unwrap();
    history.into_iter().map(|entry| entry.event).collect()
}

/// Each step is taken by another service, as after a restart.
#[tokio::test]
async fn a_key_is_replaced_over_days_with_a_restart_after_each_step() {
    let env = TestEnv::new().await;
    let (old, new) = two_keys(&env.service()).await;

    let started = start(&env.service(), &old).await;
    assert_eq!((started.new, started.new_checked_at, started.finished_at), (None, None, None));
    let names: Vec<&str> = started.places.iter().map(|it| it.place.name.as_str()).collect();
    assert_eq!(names, ["Online shop", "Marek"]);

    env.clock.pass(std::time::Duration::from_mins(1));
    let id = started.id;
    let with_key = taken(env.service().replacements.set_new_key(id, &new).await.unwrap());
    assert_eq!((with_key.new.as_ref(), with_key.new_checked_at), (Some(&new), None));

    env.service().tokens.verify(&new).await.unwrap();
    let checked = env.service().replacements.of(&old).await.unwrap().unwrap();
    assert_eq!(checked.new_checked_at, Some(env.now()));

    let longer = env.service().replacements.add_place(id, system(" Warehouse ")).await.unwrap();
    assert_eq!(longer.places[2].place, system("Warehouse"));
    for place in &longer.places {
        let service = env.service();
        let ticked = service.replacements.tick(id, place.id, true).await.unwrap();
        let done = ticked.places.iter().find(|it| it.id == place.id).unwrap().done_at;
        assert_eq!(done, Some(env.now()));
    }
    assert_eq!(card(&env.service(), &old).await.status, KeyStatus::Active);

    let finished = taken(env.service().replacements.finish(id, false).await.unwrap());
    assert_eq!(finished.finished_at, Some(env.now()));
    let service = env.service();
    let (old_card, new_card) = (card(&service, &old).await, card(&service, &new).await);
    assert_eq!(old_card.status, KeyStatus::Replaced);
    assert_eq!(old_card.replaced_by.as_ref(), Some(&new));
    assert_eq!(new_card.places, [system("Online shop"), person("Marek"), system("Warehouse")]);
    let by = new_card.last_four.clone();
    assert_eq!(events(&service, &old).await[0], HistoryEvent::Replaced { by });
    let places = HistoryEvent::DetailsChanged { fields: vec![DetailField::Places] };
    assert_eq!(events(&service, &new).await[0], places);
    assert_eq!(service.replacements.of(&old).await.unwrap(), Some(finished.clone()));
    let again = taken(service.replacements.finish(id, false).await.unwrap());
    assert_eq!(again, finished, "finishing once more changes nothing");
    assert_eq!(events(&service, &old).await.len(), 8);
}

#[tokio::test]
async fn nothing_is_replaced_before_the_new_key_was_checked() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, new) = two_keys(&service).await;
    let started = start(&service, &old).await;
    tick_all(&service, &started).await;
    let finish = async || refused(service.replacements.finish(started.id, true).await.unwrap());
    assert_eq!(finish().await, ReplacementRefusal::NoNewKey);

    service.tokens.verify(&new).await.unwrap();
    env.clock.pass(std::time::Duration::from_mins(1));
    let set = taken(service.replacements.set_new_key(started.id, &new).await.unwrap());
    assert_eq!(set.new_checked_at, None, "the check was before the key was chosen");
    assert_eq!(finish().await, ReplacementRefusal::NotChecked);

    service.tokens.verify(&new).await.unwrap();
    service.register.mark_deactivated(&new, true).await.unwrap();
    assert_eq!(finish().await, ReplacementRefusal::NotChecked);
    service.register.mark_deactivated(&new, false).await.unwrap();
    let end = env.now() + TimeDelta::hours(1);
    service
        .register
        .change_dates(&new, KeyDates { created_at: None, valid_until: Some(end) })
        .await
        .unwrap();
    env.clock.pass(std::time::Duration::from_hours(2));
    assert_eq!(finish().await, ReplacementRefusal::NotChecked);
    assert_eq!(card(&service, &old).await.status, KeyStatus::Active);
    assert!(
        !events(&service, &old).await.iter().any(|it| matches!(it, HistoryEvent::Replaced { .. }))
    );
}

#[tokio::test]
async fn places_that_are_left_are_asked_about() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, new) = two_keys(&service).await;
    let started = start(&service, &old).await;
    let id = started.id;
    taken(service.replacements.set_new_key(id, &new).await.unwrap());
    service.tokens.verify(&new).await.unwrap();
    tick_all(&service, &started).await;
    let left = service.replacements.tick(id, started.places[0].id, false).await.unwrap();
    assert_eq!(left.places[0].done_at, None);
    let asked = refused(service.replacements.finish(id, false).await.unwrap());
    assert_eq!(asked, ReplacementRefusal::PlacesLeft);
    assert_eq!(card(&service, &old).await.status, KeyStatus::Active);
    taken(service.replacements.finish(id, true).await.unwrap());
    assert_eq!(card(&service, &old).await.status, KeyStatus::Replaced);
}

#[tokio::test]
async fn another_new_key_has_to_reach_every_place_again() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, new) = two_keys(&service).await;
    let other = request(&service, "491713920010").await.unwrap().key.id;
    let started = start(&service, &old).await;
    let id = started.id;
    taken(service.replacements.set_new_key(id, &new).await.unwrap());
    service.tokens.verify(&new).await.unwrap();
    tick_all(&service, &started).await;
    let same = taken(service.replacements.set_new_key(id, &new).await.unwrap());
    assert!(same.new_checked_at.is_some() && same.places.iter().all(|it| it.done_at.is_some()));
    let changed = taken(service.replacements.set_new_key(id, &other).await.unwrap());
    assert_eq!((changed.new, changed.new_checked_at), (Some(other), None));
    assert!(changed.places.iter().all(|it| it.done_at.is_none()));
}

#[tokio::test]
async fn a_key_that_can_not_replace_another_is_refused() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, new) = two_keys(&service).await;
    let started = start(&service, &old).await;
    let set = async |key: &KeyId| service.replacements.set_new_key(started.id, key).await;
    assert_eq!(refused(set(&old).await.unwrap()), ReplacementRefusal::SameKey);
    let production = added(&service, "0123456789abcdef0123456789abcdef").await;
    let other = refused(set(&production).await.unwrap());
    assert_eq!(other, ReplacementRefusal::OtherEnvironment);
    service.register.mark_deactivated(&new, true).await.unwrap();
    assert_eq!(refused(set(&new).await.unwrap()), ReplacementRefusal::NewRetired);
    assert_eq!(set(&KeyId::random()).await.unwrap_err(), Failure::NotFound);
    service.register.delete(&production).await.unwrap();
    assert_eq!(set(&production).await.unwrap_err(), Failure::NotFound);
    let kept = service.replacements.of(&old).await.unwrap().unwrap();
    assert_eq!(kept, started, "nothing was changed");

    let retired = service.replacements.start(&new).await.unwrap();
    assert_eq!(refused(retired), ReplacementRefusal::OldRetired);
    let unknown = service.replacements.start(&KeyId::random()).await;
    assert_eq!(unknown.unwrap_err(), Failure::NotFound);
}

async fn added(service: &Service, key: &str) -> KeyId {
    service.import.check(Some(key.to_owned().into())).await.unwrap();
    let about = NewKey {
        name: String::new(),
        environment: ApiEnvironment::Production,
        organizations: None,
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: true,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap().card.id
}

#[tokio::test]
async fn a_key_has_one_replacement_at_a_time_and_home_shows_it() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, _) = two_keys(&service).await;
    let started = start(&service, &old).await;
    assert_eq!(start(&service, &old).await, started);
    let home = env.service().keys.home().await.unwrap();
    assert!(home.to_do.contains(&ToDo::Replacement { replacement: started.clone() }));
    assert!(home.keys.iter().chain(&home.mentioned).any(|key| key.id == old));

    service.register.delete(&old).await.unwrap();
    let home = service.keys.home().await.unwrap();
    assert!(!home.to_do.iter().any(|it| matches!(it, ToDo::Replacement { .. })));
    service.register.undo_deletion(&old);

    service.replacements.cancel(started.id).await.unwrap();
    service.replacements.cancel(started.id).await.unwrap();
    assert_eq!(env.service().replacements.of(&old).await.unwrap(), None);
    assert_eq!(card(&service, &old).await.status, KeyStatus::Active);
    let events = events(&service, &old).await;
    assert_eq!(events[..2], [HistoryEvent::ReplacementCancelled, HistoryEvent::ReplacementStarted]);
    let gone = service.replacements.add_place(started.id, system("ERP")).await;
    assert_eq!(gone.unwrap_err(), Failure::NotFound);
    assert_ne!(start(&service, &old).await.id, started.id, "a number is not used twice");
}

#[tokio::test]
async fn a_deleted_key_takes_its_replacement_with_it_and_a_deleted_new_key_is_asked_for_again() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, new) = two_keys(&service).await;
    let started = start(&service, &old).await;
    taken(service.replacements.set_new_key(started.id, &new).await.unwrap());
    service.tokens.verify(&new).await.unwrap();
    service.register.delete(&new).await.unwrap();
    service.register.finish_deletion(&new, &no_progress()).await.unwrap();
    let left = service.replacements.of(&old).await.unwrap().unwrap();
    assert_eq!((left.new, left.new_set_at, left.new_checked_at), (None, None, None));
    let finished = service.replacements.finish(started.id, true).await.unwrap();
    assert_eq!(refused(finished), ReplacementRefusal::NoNewKey);
    service.register.delete(&old).await.unwrap();
    service.register.finish_deletion(&old, &no_progress()).await.unwrap();
    assert_eq!(service.replacements.of(&old).await.unwrap(), None);
}

#[tokio::test]
async fn a_place_is_listed_once_and_holds_no_key() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (old, _) = two_keys(&service).await;
    let started = start(&service, &old).await;
    let add = async |place| service.replacements.add_place(started.id, place).await;
    assert_eq!(add(system("Online shop ")).await.unwrap().places.len(), 2);
    assert_eq!(add(system("  ")).await.unwrap().places.len(), 2);
    assert_eq!(add(person("Online shop")).await.unwrap().places.len(), 3);
    let key = "0123456789abcdef0123456789abcdef";
    assert_eq!(add(system(key)).await.unwrap_err(), Failure::LooksLikeKey);
}
