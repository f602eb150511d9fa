//! Keys that come in from the clipboard, and the guides that end with them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use keydesk_core::model::{ApiEnvironment, GuideName, KeyStatus, Step, no_progress};
use keydesk_core::model::{Failure, KeychainTrouble};
use keydesk_core::nova_post::{BaseUrl, Sandbox};
use keydesk_core::phone::{self, Verdict};
use keydesk_core::service::{ClipboardCheck, Kept, KeyCard, NewKey, Outcome, Service};
use support::keychain::Mood;
use support::service::{SERVICE, TestEnv, ask, listening};

const NEW: &str = "498213437654";
const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

fn production(name: &str, organizations: &[&str]) -> NewKey {
    NewKey {
        name: name.to_owned(),
        environment: ApiEnvironment::Production,
        organizations: organizations.iter().map(|&name| name.to_owned()).collect(),
        run: None,
    }
}

/// Looks at a clipboard that holds this text.
async fn look(service: &Service, text: &str) -> ClipboardCheck {
    service.import.check(Some(text.to_owned().into())).await.unwrap()
}

async fn bring_in(service: &Service, text: &str, about: NewKey) -> KeyCard {
    assert!(matches!(look(service, text).await, ClipboardCheck::Key { .. }));
    service.import.confirm(about, &no_progress()).await.unwrap().card
}

/// The test key of somebody, as Nova Post's own page would show it.
async fn key_of(room: &TestEnv, digits: &str) -> String {
    let base = BaseUrl::parse(&room.practice.base_url()).unwrap();
    let sandbox = Sandbox::new(base, room.clock.clone()).unwrap();
    let Verdict::Ready { number } = phone::check(digits, None) else { panic!("{digits}") };
    sandbox.create_test_key(&number.digits).await.unwrap().value.key.expose().to_owned()
}

#[tokio::test]
async fn a_key_from_the_clipboard_is_stored_read_back_and_listed() {
    let room = TestEnv::new().await;
    let service = room.service();
    let found = look(&service, &format!("  {KEY}\n")).await;
    let expected = ClipboardCheck::Key { last_four: "e7f0".to_owned(), length: 40, known: None };
    assert_eq!(found, expected);

    let (progress, heard) = listening();
    let about = production(" Web shop ", &["Hanse Textil", " ", "Nordlicht"]);
    let brought = service.import.confirm(about, &progress).await.unwrap();
    assert!(brought.key.expose() == KEY);
    assert_eq!(brought.card.name, "Web shop");
    assert_eq!(brought.card.organizations, ["Hanse Textil", "Nordlicht"]);
    assert_eq!((brought.card.kept, brought.card.status), (Kept::Keychain, KeyStatus::Active));
    assert!(room.keychain.holds(SERVICE, brought.card.id.as_str()));
    assert_eq!(
        *heard.lock().unwrap(),
        [Step::SavingInKeychain, Step::ReadingBack, Step::Recording]
    );
    assert_eq!(room.service().keys.list().await.unwrap(), [brought.card]);
}

#[tokio::test]
async fn a_key_that_is_brought_in_twice_at_once_comes_in_once() {
    let room = TestEnv::new().await;
    let service = room.service();
    look(&service, KEY).await;
    let (progress, about) = (no_progress(), production("", &[]));
    let (one, other) = tokio::join!(
        service.import.confirm(about.clone(), &progress),
        service.import.confirm(about, &progress)
    );
    let card = one.unwrap().card;
    assert_eq!(other.unwrap().card, card);
    assert_eq!(service.keys.list().await.unwrap(), [card]);
}

#[tokio::test]
async fn a_key_that_has_to_wait_for_another_is_brought_in_although_its_page_was_left() {
    let room = TestEnv::new().await;
    let service = room.service();
    room.keychain.set(Mood::Silent);
    let heard = no_progress();
    let others = async {
        room.keychain.is_waited_for().await;
        look(&service, KEY).await;
        let leaves = async {
            service.import.cancel();
            room.keychain.set(Mood::Well);
        };
        let (brought, ()) =
            tokio::join!(service.import.confirm(production("", &[]), &heard), leaves);
        brought.unwrap().card
    };
    let (asked, brought) = tokio::join!(ask(&service, NEW), others);
    asked.unwrap();
    assert!(room.keychain.holds(SERVICE, brought.id.as_str()));
    assert_eq!(service.keys.list().await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_key_is_brought_in_once_and_only_while_it_waits() {
    let room = TestEnv::new().await;
    let service = room.service();
    let none_waits = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(none_waits, Err(Failure::NothingPending)));

    look(&service, KEY).await;
    service.import.cancel();
    let withdrawn = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(withdrawn, Err(Failure::NothingPending)));

    look(&service, KEY).await;
    assert_eq!(look(&service, "a shopping list").await, ClipboardCheck::SpacesInside);
    let something_else = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(something_else, Err(Failure::NothingPending)));
    assert_eq!(service.keys.list().await.unwrap(), []);
}

#[tokio::test]
async fn of_two_keys_that_are_offered_at_once_the_later_waits_and_both_pages_name_it() {
    let room = TestEnv::new().await;
    let service = room.service();
    bring_in(&service, KEY, production("", &[])).await;
    // The keychain is asked about the first one, for it ends as one that is there.
    let (alike, other) = (format!("0000{}", &KEY[4..]), format!("{}0000", &KEY[4..]));
    room.keychain.set(Mood::Silent);
    let faster = async {
        room.keychain.is_waited_for().await;
        let judged = look(&service, &other).await;
        room.keychain.set(Mood::Well);
        judged
    };
    let (slower, faster) = tokio::join!(look(&service, &alike), faster);
    assert_eq!(slower, faster);
    let brought = service.import.confirm(production("", &[]), &no_progress()).await.unwrap();
    assert!(brought.key.expose() == other);
}

#[tokio::test]
async fn a_key_that_is_withdrawn_while_it_is_judged_does_not_wait() {
    let room = TestEnv::new().await;
    let service = room.service();
    bring_in(&service, KEY, production("", &[])).await;
    room.keychain.set(Mood::Silent);
    let leaves = async {
        room.keychain.is_waited_for().await;
        service.import.cancel();
        room.keychain.set(Mood::Well);
    };
    tokio::join!(look(&service, KEY), leaves);
    let withdrawn = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(withdrawn, Err(Failure::NothingPending)));
}

#[tokio::test]
async fn a_known_key_is_renewed_and_not_doubled() {
    let room = TestEnv::new().await;
    let service = room.service();
    let first = bring_in(&service, KEY, production("Shop", &["Hanse"])).await;
    let ClipboardCheck::Key { known: Some(known), .. } = look(&service, KEY).await else {
        panic!("the key is not known")
    };
    assert_eq!(*known, first);
    let about = production("Web shop", &["Hanse", "Nordlicht"]);
    let renewed = service.import.confirm(about, &no_progress()).await.unwrap().card;
    assert_eq!((&renewed.id, renewed.name.as_str()), (&first.id, "Web shop"));
    assert_eq!(renewed.organizations, ["Hanse", "Nordlicht"]);
    assert_eq!(service.keys.list().await.unwrap(), [renewed]);
}

#[tokio::test]
async fn another_key_that_ends_alike_is_another_key() {
    let room = TestEnv::new().await;
    let service = room.service();
    bring_in(&service, KEY, production("", &[])).await;
    let found = look(&service, &format!("0000{}", &KEY[4..])).await;
    assert!(matches!(found, ClipboardCheck::Key { known: None, .. }), "{found:?}");
}

#[tokio::test]
async fn a_key_that_the_keychain_has_lost_is_mended_by_bringing_it_in_again() {
    let room = TestEnv::new().await;
    let lost = bring_in(&room.service(), KEY, production("Shop", &[])).await;
    room.keychain.lose(SERVICE, lost.id.as_str());

    let service = room.service();
    let opened = service.keys.secret_of(&lost.id, &no_progress()).await;
    assert!(matches!(opened, Err(Failure::NotFound)));
    let mended = bring_in(&service, KEY, production("Shop", &[])).await;
    assert_eq!(mended.id, lost.id);
    assert!(service.keys.secret_of(&lost.id, &no_progress()).await.unwrap().expose() == KEY);
}

#[tokio::test]
async fn a_locked_keychain_keeps_the_key_for_this_session_and_its_guide_gets_it_later() {
    let room = TestEnv::new().await;
    let service = room.service();
    let run = service.guides.start(GuideName::Europe, "Hanse").await.unwrap().id;
    room.keychain.set(Mood::Locked);
    look(&service, KEY).await;
    let about = NewKey { run: Some(run), ..production("Shop", &["Hanse"]) };
    let Err(Failure::SecretNotSaved { key, cause }) =
        service.import.confirm(about, &no_progress()).await
    else {
        panic!("the key is not safe and this was not said")
    };
    assert_eq!(cause, KeychainTrouble::Locked);
    assert_eq!(service.keys.list().await.unwrap()[0].kept, Kept::ThisSession);
    let ClipboardCheck::Key { known: Some(known), .. } = look(&service, KEY).await else {
        panic!("the key in memory is not known")
    };
    assert_eq!(known.id, key);

    room.keychain.set(Mood::Well);
    let saved = service.keys.save_again(&key, &no_progress()).await.unwrap();
    assert_eq!((saved.kept, saved.name.as_str()), (Kept::Keychain, "Shop"));
    assert_eq!(service.guides.list().await.unwrap()[0].key, Some(key));
}

#[tokio::test]
async fn a_guide_gets_the_key_that_it_led_to() {
    let room = TestEnv::new().await;
    let service = room.service();
    let run = service.guides.start(GuideName::Ukraine, "Склад").await.unwrap().id;
    let other = service.guides.start(GuideName::Ukraine, "Інший").await.unwrap().id;
    let about = NewKey {
        environment: ApiEnvironment::Ukraine,
        run: Some(run),
        ..production("", &["Склад"])
    };
    let key = bring_in(&service, KEY, about).await;
    let runs = room.service().guides.list().await.unwrap();
    let key_of = |id| runs.iter().find(|run| run.id == id).unwrap().key.clone();
    assert_eq!((key_of(run), key_of(other)), (Some(key.id), None));
}

#[tokio::test]
async fn a_test_key_from_nova_posts_page_works_and_is_the_same_when_asked_for() {
    let room = TestEnv::new().await;
    let service = room.service();
    let text = key_of(&room, NEW).await;
    let about = NewKey { environment: ApiEnvironment::Sandbox, ..production("", &[]) };
    let key = bring_in(&service, &text, about).await;
    service.tokens.get(&key.id, &no_progress()).await.unwrap();
    assert!(service.tokens.verify(&key.id).await.unwrap().verification.is_some());

    let asked = ask(&service, NEW).await.unwrap();
    assert_eq!(asked.key.id, key.id);
    assert!(!matches!(asked.outcome, Outcome::Reactivated { .. }));
    assert_eq!(asked.key.phone.as_deref(), Some("+49 821 3437654"));
    assert_eq!(service.keys.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_production_key_that_nova_post_does_not_know_is_kept_and_marked() {
    let room = TestEnv::new().await;
    let service = room.service();
    let key = bring_in(&service, KEY, production("Shop", &[])).await;
    assert_eq!(service.tokens.get(&key.id, &no_progress()).await, Err(Failure::KeyRefused));
    assert_eq!(service.keys.list().await.unwrap()[0].status, KeyStatus::Refused);
    assert!(room.keychain.holds(SERVICE, key.id.as_str()));
}

#[tokio::test]
async fn the_key_itself_is_never_written_as_a_name() {
    let room = TestEnv::new().await;
    let service = room.service();
    let about = production(KEY, &[&format!("for {KEY}"), "Hanse"]);
    let key = bring_in(&service, KEY, about).await;
    assert_eq!((key.name.as_str(), key.organizations), ("", vec!["Hanse".to_owned()]));
}
