//! Keys that come in from the clipboard, and the guides that end with them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use keydesk_core::desk::{
    Desk, Environment, GuideName, Kept, KeyCard, KeyStatus, NewKey, OnClipboard, Outcome, Step,
    quietly,
};
use keydesk_core::failure::{Failure, KeychainTrouble};
use keydesk_core::nova_post::{BaseUrl, Sandbox};
use keydesk_core::phone::{self, Verdict};
use support::desk::{Room, SERVICE, ask, listening};
use support::keychain::Mood;

const NEW: &str = "498213437654";
const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

fn production(name: &str, organizations: &[&str]) -> NewKey {
    NewKey {
        name: name.to_owned(),
        environment: Environment::Production,
        organizations: organizations.iter().map(|&name| name.to_owned()).collect(),
        run: None,
    }
}

/// Looks at a clipboard that holds this text.
async fn look(desk: &Desk, text: &str) -> OnClipboard {
    desk.offer(Some(text.to_owned().into())).await.unwrap()
}

async fn bring_in(desk: &Desk, text: &str, about: NewKey) -> KeyCard {
    assert!(matches!(look(desk, text).await, OnClipboard::Key { .. }));
    desk.bring_in(about, &quietly()).await.unwrap().card
}

/// The test key of somebody, as Nova Post's own page would show it.
async fn key_of(room: &Room, digits: &str) -> String {
    let sandbox = Sandbox::new(BaseUrl::parse(&room.practice.base_url()).unwrap()).unwrap();
    let Verdict::Ready { number } = phone::check(digits, None) else { panic!("{digits}") };
    sandbox.create_test_key(&number.digits).await.unwrap().value.key.expose().to_owned()
}

#[tokio::test]
async fn a_key_from_the_clipboard_is_stored_read_back_and_listed() {
    let room = Room::new().await;
    let desk = room.desk();
    let found = look(&desk, &format!("  {KEY}\n")).await;
    let expected = OnClipboard::Key { last_four: "e7f0".to_owned(), length: 40, known: None };
    assert_eq!(found, expected);

    let (progress, heard) = listening();
    let about = production(" Web shop ", &["Hanse Textil", " ", "Nordlicht"]);
    let brought = desk.bring_in(about, &progress).await.unwrap();
    assert!(brought.key.expose() == KEY);
    assert_eq!(brought.card.name, "Web shop");
    assert_eq!(brought.card.organizations, ["Hanse Textil", "Nordlicht"]);
    assert_eq!((brought.card.kept, brought.card.status), (Kept::Keychain, KeyStatus::Active));
    assert!(room.keychain.holds(SERVICE, brought.card.id.as_str()));
    assert_eq!(
        *heard.lock().unwrap(),
        [Step::SavingInKeychain, Step::ReadingBack, Step::Recording]
    );
    assert_eq!(room.desk().keys().await.unwrap(), [brought.card]);
}

#[tokio::test]
async fn a_key_that_is_brought_in_twice_at_once_comes_in_once() {
    let room = Room::new().await;
    let desk = room.desk();
    look(&desk, KEY).await;
    let (progress, about) = (quietly(), production("", &[]));
    let (one, other) =
        tokio::join!(desk.bring_in(about.clone(), &progress), desk.bring_in(about, &progress));
    let card = one.unwrap().card;
    assert_eq!(other.unwrap().card, card);
    assert_eq!(desk.keys().await.unwrap(), [card]);
}

#[tokio::test]
async fn a_key_that_has_to_wait_for_another_is_brought_in_although_its_page_was_left() {
    let room = Room::new().await;
    let desk = room.desk();
    room.keychain.set(Mood::Silent);
    let heard = quietly();
    let others = async {
        room.keychain.is_waited_for().await;
        look(&desk, KEY).await;
        let leaves = async {
            desk.withdraw();
            room.keychain.set(Mood::Well);
        };
        let (brought, ()) = tokio::join!(desk.bring_in(production("", &[]), &heard), leaves);
        brought.unwrap().card
    };
    let (asked, brought) = tokio::join!(ask(&desk, NEW), others);
    asked.unwrap();
    assert!(room.keychain.holds(SERVICE, brought.id.as_str()));
    assert_eq!(desk.keys().await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_key_is_brought_in_once_and_only_while_it_waits() {
    let room = Room::new().await;
    let desk = room.desk();
    let none_waits = desk.bring_in(production("", &[]), &quietly()).await;
    assert!(matches!(none_waits, Err(Failure::KeyMalformed)));

    look(&desk, KEY).await;
    desk.withdraw();
    let withdrawn = desk.bring_in(production("", &[]), &quietly()).await;
    assert!(matches!(withdrawn, Err(Failure::KeyMalformed)));

    look(&desk, KEY).await;
    assert_eq!(look(&desk, "a shopping list").await, OnClipboard::SpacesInside);
    let something_else = desk.bring_in(production("", &[]), &quietly()).await;
    assert!(matches!(something_else, Err(Failure::KeyMalformed)));
    assert_eq!(desk.keys().await.unwrap(), []);
}

#[tokio::test]
async fn of_two_keys_that_are_offered_at_once_the_later_waits_and_both_pages_name_it() {
    let room = Room::new().await;
    let desk = room.desk();
    bring_in(&desk, KEY, production("", &[])).await;
    // The keychain is asked about the first one, for it ends as one that is there.
    let (alike, other) = (format!("0000{}", &KEY[4..]), format!("{}0000", &KEY[4..]));
    room.keychain.set(Mood::Silent);
    let faster = async {
        room.keychain.is_waited_for().await;
        let judged = look(&desk, &other).await;
        room.keychain.set(Mood::Well);
        judged
    };
    let (slower, faster) = tokio::join!(look(&desk, &alike), faster);
    assert_eq!(slower, faster);
    let brought = desk.bring_in(production("", &[]), &quietly()).await.unwrap();
    assert!(brought.key.expose() == other);
}

#[tokio::test]
async fn a_key_that_is_withdrawn_while_it_is_judged_does_not_wait() {
    let room = Room::new().await;
    let desk = room.desk();
    bring_in(&desk, KEY, production("", &[])).await;
    room.keychain.set(Mood::Silent);
    let leaves = async {
        room.keychain.is_waited_for().await;
        desk.withdraw();
        room.keychain.set(Mood::Well);
    };
    tokio::join!(look(&desk, KEY), leaves);
    let withdrawn = desk.bring_in(production("", &[]), &quietly()).await;
    assert!(matches!(withdrawn, Err(Failure::KeyMalformed)));
}

#[tokio::test]
async fn a_known_key_is_renewed_and_not_doubled() {
    let room = Room::new().await;
    let desk = room.desk();
    let first = bring_in(&desk, KEY, production("Shop", &["Hanse"])).await;
    let OnClipboard::Key { known: Some(known), .. } = look(&desk, KEY).await else {
        panic!("the key is not known")
    };
    assert_eq!(*known, first);
    let about = production("Web shop", &["Hanse", "Nordlicht"]);
    let renewed = desk.bring_in(about, &quietly()).await.unwrap().card;
    assert_eq!((&renewed.id, renewed.name.as_str()), (&first.id, "Web shop"));
    assert_eq!(renewed.organizations, ["Hanse", "Nordlicht"]);
    assert_eq!(desk.keys().await.unwrap(), [renewed]);
}

#[tokio::test]
async fn another_key_that_ends_alike_is_another_key() {
    let room = Room::new().await;
    let desk = room.desk();
    bring_in(&desk, KEY, production("", &[])).await;
    let found = look(&desk, &format!("0000{}", &KEY[4..])).await;
    assert!(matches!(found, OnClipboard::Key { known: None, .. }), "{found:?}");
}

#[tokio::test]
async fn a_key_that_the_keychain_has_lost_is_mended_by_bringing_it_in_again() {
    let room = Room::new().await;
    let lost = bring_in(&room.desk(), KEY, production("Shop", &[])).await;
    room.keychain.lose(SERVICE, lost.id.as_str());

    let desk = room.desk();
    let opened = desk.secret_of(&lost.id, &quietly()).await;
    assert!(matches!(opened, Err(Failure::KeychainRefused)));
    let mended = bring_in(&desk, KEY, production("Shop", &[])).await;
    assert_eq!(mended.id, lost.id);
    assert!(desk.secret_of(&lost.id, &quietly()).await.unwrap().expose() == KEY);
}

#[tokio::test]
async fn a_locked_keychain_keeps_the_key_for_this_session_and_its_guide_gets_it_later() {
    let room = Room::new().await;
    let desk = room.desk();
    let run = desk.start_guide(GuideName::Europe, "Hanse").await.unwrap().id;
    room.keychain.set(Mood::Locked);
    look(&desk, KEY).await;
    let about = NewKey { run: Some(run), ..production("Shop", &["Hanse"]) };
    let Err(Failure::SecretNotSaved { key, cause }) = desk.bring_in(about, &quietly()).await else {
        panic!("the key is not safe and this was not said")
    };
    assert_eq!(cause, KeychainTrouble::Locked);
    assert_eq!(desk.keys().await.unwrap()[0].kept, Kept::ThisSession);
    let OnClipboard::Key { known: Some(known), .. } = look(&desk, KEY).await else {
        panic!("the key in memory is not known")
    };
    assert_eq!(known.id, key);

    room.keychain.set(Mood::Well);
    let saved = desk.save_key_again(&key, &quietly()).await.unwrap();
    assert_eq!((saved.kept, saved.name.as_str()), (Kept::Keychain, "Shop"));
    assert_eq!(desk.guide_runs().await.unwrap()[0].key, Some(key));
}

#[tokio::test]
async fn a_guide_gets_the_key_that_it_led_to() {
    let room = Room::new().await;
    let desk = room.desk();
    let run = desk.start_guide(GuideName::Ukraine, "Склад").await.unwrap().id;
    let other = desk.start_guide(GuideName::Ukraine, "Інший").await.unwrap().id;
    let about =
        NewKey {
            environment: Environment::Ukraine, run: Some(run), ..production("", &["Склад"])
        };
    let key = bring_in(&desk, KEY, about).await;
    let runs = room.desk().guide_runs().await.unwrap();
    let key_of = |id| runs.iter().find(|run| run.id == id).unwrap().key.clone();
    assert_eq!((key_of(run), key_of(other)), (Some(key.id), None));
}

#[tokio::test]
async fn a_test_key_from_nova_posts_page_works_and_is_the_same_when_asked_for() {
    let room = Room::new().await;
    let desk = room.desk();
    let text = key_of(&room, NEW).await;
    let about = NewKey { environment: Environment::Sandbox, ..production("", &[]) };
    let key = bring_in(&desk, &text, about).await;
    desk.get_token(&key.id, &quietly()).await.unwrap();
    assert!(desk.prove_token(&key.id).await.unwrap().proof.is_some());

    let asked = ask(&desk, NEW).await.unwrap();
    assert_eq!(asked.key.id, key.id);
    assert!(!matches!(asked.outcome, Outcome::Reactivated { .. }));
    assert_eq!(asked.key.phone.as_deref(), Some("+49 821 3437654"));
    assert_eq!(desk.keys().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_production_key_that_nova_post_does_not_know_is_kept_and_marked() {
    let room = Room::new().await;
    let desk = room.desk();
    let key = bring_in(&desk, KEY, production("Shop", &[])).await;
    assert_eq!(desk.get_token(&key.id, &quietly()).await, Err(Failure::KeyRefused));
    assert_eq!(desk.keys().await.unwrap()[0].status, KeyStatus::Refused);
    assert!(room.keychain.holds(SERVICE, key.id.as_str()));
}

#[tokio::test]
async fn the_key_itself_is_never_written_as_a_name() {
    let room = Room::new().await;
    let desk = room.desk();
    let about = production(KEY, &[&format!("for {KEY}"), "Hanse"]);
    let key = bring_in(&desk, KEY, about).await;
    assert_eq!((key.name.as_str(), key.organizations), ("", vec!["Hanse".to_owned()]));
}
