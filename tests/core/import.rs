//! Adding a key from the clipboard, and the guides that end with it.

use crate::support::fake_keychain::Mood;
use crate::support::test_env::{SERVICE, TestEnv, recording, request};
use keydesk_core::model::{ApiEnvironment, GuideName, KeyStatus, Step, no_progress};
use keydesk_core::model::{Failure, KeychainTrouble};
use keydesk_core::nova_post::{BaseUrl, Sandbox};
use keydesk_core::phone::{self, Verdict};
use keydesk_core::service::{ClipboardCheck, KeyProblem};
use keydesk_core::service::{Kept, KeyCard, NewExpiry, NewKey, Outcome, Service};

const NEW: &str = "498213437654";
const KEY_OF_UKRAINE: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d88";
const KEY: &str = "3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0";

fn production(name: &str, organizations: &[&str]) -> NewKey {
    NewKey {
        name: name.to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(organizations.iter().map(|&name| name.to_owned()).collect()),
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: None,
        second_look: false,
        record: None,
    }
}

/// Checks a clipboard that has this text.
async fn check(service: &Service, text: &str) -> ClipboardCheck {
    service.import.check(Some(text.to_owned().into())).await.unwrap()
}

async fn import(service: &Service, text: &str, about: NewKey) -> KeyCard {
    assert!(matches!(check(service, text).await, ClipboardCheck::Key { .. }));
    service.import.confirm(about, &no_progress()).await.unwrap().card
}

/// The test key of this number, as Nova Post's own page would show it.
async fn key_of(env: &TestEnv, digits: &str) -> String {
    let base = BaseUrl::parse(&env.practice.base_url()).unwrap();
    let sandbox = Sandbox::new(base, env.clock.clone()).unwrap();
    let Verdict::Ready { number } = phone::check(digits, None) else { panic!("{digits}") };
    sandbox.create_test_key(&number.digits).await.unwrap().value.key.expose().to_owned()
}

#[tokio::test]
async fn a_key_from_the_clipboard_is_saved_read_back_and_listed() {
    let env = TestEnv::new().await;
    let service = env.service();
    let found = check(&service, &format!("  {KEY}\n")).await;
    let expected = ClipboardCheck::Key {
        last_four: "e7f0".to_owned(),
        length: 40,
        known: None,
        question: None,
    };
    assert_eq!(found, expected);

    let (progress, steps) = recording();
    let about = production(" Web shop ", &["Hanse Textil", " ", "Nordlicht"]);
    let imported = service.import.confirm(about, &progress).await.unwrap();
    assert!(imported.key.expose() == KEY);
    assert_eq!(imported.card.name, "Web shop");
    assert_eq!(imported.card.organizations, ["Hanse Textil", "Nordlicht"]);
    assert_eq!((imported.card.kept, imported.card.status), (Kept::Keychain, KeyStatus::Active));
    assert!(env.keychain.holds(SERVICE, imported.card.id.as_str()));
    assert_eq!(
        *steps.lock().unwrap(),
        [Step::SavingInKeychain, Step::ReadingBack, Step::Recording]
    );
    assert_eq!(env.service().keys.list().await.unwrap(), [imported.card]);
}

#[tokio::test]
async fn two_imports_of_a_key_at_the_same_time_add_it_once() {
    let env = TestEnv::new().await;
    let service = env.service();
    check(&service, KEY).await;
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
async fn an_import_that_waits_for_another_key_is_finished_after_its_page_was_left() {
    let env = TestEnv::new().await;
    let service = env.service();
    env.keychain.set(Mood::Silent);
    let progress = no_progress();
    let meanwhile = async {
        env.keychain.is_waited_for().await;
        check(&service, KEY).await;
        let cancels = async {
            service.import.cancel();
            env.keychain.set(Mood::Well);
        };
        let (imported, ()) =
            tokio::join!(service.import.confirm(production("", &[]), &progress), cancels);
        imported.unwrap().card
    };
    let (requested, imported) = tokio::join!(request(&service, NEW), meanwhile);
    requested.unwrap();
    assert!(env.keychain.holds(SERVICE, imported.id.as_str()));
    assert_eq!(service.keys.list().await.unwrap().len(), 2);
}

#[tokio::test]
async fn only_a_pending_key_can_be_imported() {
    let env = TestEnv::new().await;
    let service = env.service();
    let nothing_pending = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(nothing_pending, Err(Failure::NothingPending)));

    check(&service, KEY).await;
    service.import.cancel();
    let cancelled = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(cancelled, Err(Failure::NothingPending)));

    check(&service, KEY).await;
    let list = check(&service, "a shopping list").await;
    assert_eq!(list, ClipboardCheck::Problem(KeyProblem::NoKey));
    let something_else = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(something_else, Err(Failure::NothingPending)));
    assert_eq!(service.keys.list().await.unwrap(), []);
}

#[tokio::test]
async fn of_two_checks_at_the_same_time_the_later_is_pending_and_both_return_it() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, KEY, production("", &[])).await;
    // Checking the first one reads the keychain, because it ends like a key of the list.
    let (alike, other) = (format!("0000{}", &KEY[4..]), format!("{}0000", &KEY[4..]));
    env.keychain.set(Mood::Silent);
    let faster = async {
        env.keychain.is_waited_for().await;
        let checked = check(&service, &other).await;
        env.keychain.set(Mood::Well);
        checked
    };
    let (slower, faster) = tokio::join!(check(&service, &alike), faster);
    assert_eq!(slower, faster);
    let imported = service.import.confirm(production("", &[]), &no_progress()).await.unwrap();
    assert!(imported.key.expose() == other);
}

#[tokio::test]
async fn an_import_that_is_cancelled_during_its_check_is_not_pending() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, KEY, production("", &[])).await;
    env.keychain.set(Mood::Silent);
    let cancels = async {
        env.keychain.is_waited_for().await;
        service.import.cancel();
        env.keychain.set(Mood::Well);
    };
    tokio::join!(check(&service, KEY), cancels);
    let cancelled = service.import.confirm(production("", &[]), &no_progress()).await;
    assert!(matches!(cancelled, Err(Failure::NothingPending)));
}

#[tokio::test]
async fn importing_a_known_key_renews_its_record() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = import(&service, KEY, production("Shop", &["Hanse"])).await;
    let ClipboardCheck::Key { known: Some(known), .. } = check(&service, KEY).await else {
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
async fn another_key_with_the_same_last_four_characters_is_not_known() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, KEY, production("", &[])).await;
    let found = check(&service, &format!("0000{}", &KEY[4..])).await;
    assert!(matches!(found, ClipboardCheck::Key { known: None, .. }), "{found:?}");
}

#[tokio::test]
async fn importing_a_lost_key_again_repairs_it() {
    let env = TestEnv::new().await;
    let lost = import(&env.service(), KEY, production("Shop", &[])).await;
    env.keychain.lose(SERVICE, lost.id.as_str());

    let service = env.service();
    let opened = service.keys.secret_of(&lost.id, &no_progress()).await;
    assert!(matches!(opened, Err(Failure::NotFound)));
    let repaired = import(&service, KEY, production("Shop", &[])).await;
    assert_eq!(repaired.id, lost.id);
    assert!(service.keys.secret_of(&lost.id, &no_progress()).await.unwrap().expose() == KEY);
}

#[tokio::test]
async fn a_key_is_imported_into_memory_if_the_keychain_is_locked_and_its_guide_gets_it_later() {
    let env = TestEnv::new().await;
    let service = env.service();
    let run = service.guides.start(GuideName::Europe, "Hanse").await.unwrap().id;
    env.keychain.set(Mood::Locked);
    check(&service, KEY).await;
    let about = NewKey { run: Some(run), ..production("Shop", &["Hanse"]) };
    let Err(Failure::SecretNotSaved { key, cause }) =
        service.import.confirm(about, &no_progress()).await
    else {
        panic!("the request did not fail with secret_not_saved")
    };
    assert_eq!(cause, KeychainTrouble::Locked);
    assert_eq!(service.keys.list().await.unwrap()[0].kept, Kept::ThisSession);
    let ClipboardCheck::Key { known: Some(known), .. } = check(&service, KEY).await else {
        panic!("the key in memory is not known")
    };
    assert_eq!(known.id, key);

    env.keychain.set(Mood::Well);
    let saved = service.keys.save_again(&key, &no_progress()).await.unwrap();
    assert_eq!((saved.kept, saved.name.as_str()), (Kept::Keychain, "Shop"));
    assert_eq!(service.guides.list().await.unwrap()[0].key, Some(key));
}

#[tokio::test]
async fn a_run_gets_the_key_that_it_led_to() {
    let env = TestEnv::new().await;
    let service = env.service();
    let run = service.guides.start(GuideName::Ukraine, "Склад").await.unwrap().id;
    let other = service.guides.start(GuideName::Ukraine, "Інший").await.unwrap().id;
    let about = NewKey {
        environment: ApiEnvironment::Ukraine,
        holder: None,
        expiry: NewExpiry::NotAsked,
        run: Some(run),
        ..production("", &["Склад"])
    };
    let key = import(&service, KEY_OF_UKRAINE, about).await;
    let runs = env.service().guides.list().await.unwrap();
    let key_of = |id| runs.iter().find(|run| run.id == id).unwrap().key.clone();
    assert_eq!((key_of(run), key_of(other)), (Some(key.id), None));
}

#[tokio::test]
async fn a_test_key_from_nova_posts_page_works_and_is_the_same_when_requested() {
    let env = TestEnv::new().await;
    let service = env.service();
    let text = key_of(&env, NEW).await;
    let about = NewKey { environment: ApiEnvironment::Sandbox, ..production("", &[]) };
    let key = import(&service, &text, about).await;
    service.tokens.get(&key.id, &no_progress()).await.unwrap();
    assert!(service.tokens.verify(&key.id).await.unwrap().verification.is_some());

    let requested = request(&service, NEW).await.unwrap();
    assert_eq!(requested.key.id, key.id);
    assert!(!matches!(requested.outcome, Outcome::Reactivated { .. }));
    assert_eq!(requested.key.phone.as_deref(), Some("+49 821 3437654"));
    assert_eq!(service.keys.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_production_key_that_nova_post_refuses_stays_and_is_marked_as_refused() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = import(&service, KEY, production("Shop", &[])).await;
    assert_eq!(service.tokens.get(&key.id, &no_progress()).await, Err(Failure::KeyRefused));
    assert_eq!(service.keys.list().await.unwrap()[0].status, KeyStatus::Refused);
    assert!(env.keychain.holds(SERVICE, key.id.as_str()));
}
