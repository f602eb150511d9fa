//! The history says what a person did and what the app did, and never a secret.

use std::time::Duration;

use chrono::TimeDelta;

use keydesk_core::model::{
    Actor, DetailField, HistoryEvent, KeyDetails, KeyId, Place, PlaceKind, SavedFile, no_progress,
};
use keydesk_core::service::{KeyCard, ListForm, ListLanguage, ReplacementStep, Service};

use crate::support::test_env::{TestEnv, request};

const PHONE: &str = "498213437654";

/// What happened to a key after it came, and who did it; the oldest first.
async fn lines(service: &Service, key: &KeyId) -> Vec<(Actor, HistoryEvent)> {
    let history = service.register.history(key).await.unwrap();
    let mut lines: Vec<_> =
        history.into_iter().rev().map(|line| (line.actor, line.event)).collect();
    assert_eq!(lines.remove(0).1, HistoryEvent::Received);
    lines
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

#[tokio::test]
async fn a_token_has_a_line_that_says_who_wanted_it_and_a_check_has_only_its_own() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, "491713920071").await.unwrap().key.id;
    service.tokens.get(&key, &no_progress()).await.unwrap();
    let mut expected = vec![(Actor::Person, HistoryEvent::TokenReceived)];
    assert_eq!(lines(&service, &key).await, expected);

    env.clock.pass(Duration::from_secs(121));
    service.tokens.current(&key).await.unwrap();
    assert_eq!(lines(&service, &key).await, expected, "no token is renewed by itself");
    service.tokens.verify(&key).await.unwrap();
    let works = HistoryEvent::Checked { result: keydesk_core::model::CheckResult::Works };
    expected.extend([(Actor::App, HistoryEvent::TokenReceived), (Actor::Person, works.clone())]);
    assert_eq!(lines(&service, &key).await, expected);

    service.checks.check(&key, &no_progress()).await.unwrap();
    expected.push((Actor::Person, works));
    assert_eq!(lines(&service, &key).await, expected);
    let jwt = service.tokens.jwt(&key).unwrap();
    for form in [ListForm::Csv, ListForm::Json] {
        let file = service.register_files.history(form, ListLanguage::English).await.unwrap();
        assert!(!file.content.contains(jwt.expose()) && !file.content.contains("eyJ"));
    }
}

#[tokio::test]
async fn changed_details_are_named_and_their_texts_are_not_kept() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, PHONE).await.unwrap().key;
    let same = service.register.change_details(&key.id, details(&key)).await.unwrap();
    assert_eq!(lines(&service, &key.id).await, [], "nothing was changed");
    let changed = KeyDetails {
        holder: "Olena Koval".to_owned(),
        notes: "in the safe".to_owned(),
        organizations: vec!["Hanse Textil".to_owned()],
        ..details(&same)
    };
    service.register.change_details(&key.id, changed).await.unwrap();
    let fields = vec![DetailField::Holder, DetailField::Notes, DetailField::Organizations];
    let event = HistoryEvent::DetailsChanged { fields };
    assert_eq!(lines(&service, &key.id).await, [(Actor::Person, event)]);

    let json = service.register_files.history(ListForm::Json, ListLanguage::English).await;
    let json = json.unwrap().content;
    for text in ["Olena", "safe", "Hanse", PHONE] {
        assert!(!json.contains(text), "{text} in {json}");
    }
    let csv = service.register_files.history(ListForm::Csv, ListLanguage::Ukrainian).await;
    let csv = csv.unwrap().content;
    assert!(csv.contains("Змінено відомості;;\"Власник\nНотатки\nОрганізації\""), "{csv}");
}

#[tokio::test]
async fn a_replacement_tells_its_new_key_and_each_place_that_is_ticked() {
    let env = TestEnv::new().await;
    let service = env.service();
    let old = request(&service, PHONE).await.unwrap().key.id;
    let new = request(&service, "491713920012").await.unwrap().key;
    let ReplacementStep::Taken { replacement } = service.replacements.start(&old).await.unwrap()
    else {
        panic!("a key in use can be replaced")
    };
    let id = replacement.id;
    for name in ["Web shop", "Ask +49 171 3920063", "An old place"] {
        service.replacements.add_place(id, system(name)).await.unwrap();
    }
    for _again in 0..2 {
        service.replacements.set_new_key(id, &new.id).await.unwrap();
    }
    // An earlier version may have taken a name that looks like a key.
    rusqlite::Connection::open(env.store())
        .unwrap()
        .execute(
            "UPDATE replacement_places SET name = '0123456789abcdef0123456789abcdef'
             WHERE name = 'An old place'",
            (),
        )
        .unwrap();
    let places = service.replacements.of(&old).await.unwrap().unwrap().places;
    let [shop, phone, secret] = &places[..] else { panic!("{} places", places.len()) };
    for (place, is_done) in
        [(shop, true), (shop, true), (shop, false), (shop, false), (phone, true), (secret, true)]
    {
        service.replacements.tick(id, place.id, is_done).await.unwrap();
    }
    let (shop, by) = ("Web shop".to_owned(), new.last_four);
    let expected = [
        HistoryEvent::ReplacementStarted,
        HistoryEvent::ReplacementKeyChosen { by },
        HistoryEvent::PlaceTicked { place: shop.clone() },
        HistoryEvent::PlaceUnticked { place: shop },
        HistoryEvent::PlaceTicked { place: String::new() },
        HistoryEvent::PlaceTicked { place: String::new() },
    ];
    assert_eq!(lines(&service, &old).await, expected.map(|event| (Actor::Person, event)));
}

#[tokio::test]
async fn a_saved_file_has_a_line_without_a_key() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = request(&service, PHONE).await.unwrap().key.id;
    service.register_files.note_saved(SavedFile::KeysCsv).await;
    env.clock.set(env.now() + TimeDelta::minutes(1));
    service.register_files.note_saved(SavedFile::Calendar).await;
    assert_eq!(lines(&service, &key).await, []);
    let of_list = service.register_files.list_history().await.unwrap();
    let of_list: Vec<_> = of_list.into_iter().map(|line| (line.key, line.event)).collect();
    let saved = |file| (None, HistoryEvent::FileSaved { file });
    assert_eq!(of_list, [saved(SavedFile::Calendar), saved(SavedFile::KeysCsv)]);

    let json = service.register_files.history(ListForm::Json, ListLanguage::English).await;
    let json: serde_json::Value = serde_json::from_str(&json.unwrap().content).unwrap();
    assert_eq!(
        json["history"][2],
        serde_json::json!({
            "at": env.now(), "actor": "person", "key": null, "keyName": "", "lastFour": "",
            "event": { "event": "file_saved", "file": "calendar" },
        })
    );
    let csv = service.register_files.history(ListForm::Csv, ListLanguage::English).await;
    let csv = csv.unwrap().content;
    assert!(csv.contains(";Person;;;;Saved as a file;;List of keys (CSV)\r\n"), "{csv}");
}
