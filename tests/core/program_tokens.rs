//! Tokens for programs of this computer.

use chrono::TimeDelta;

use crate::support::test_env::{TestEnv, request};
use keydesk_core::model::{Actor, HistoryEvent, KeyDetails, KeyId};
use keydesk_core::service::{KeyCard, NamedKey, Service};

const PHP: &str = "/usr/bin/php";

async fn named(service: &Service, card: KeyCard, name: &str) -> KeyCard {
    let details = KeyDetails {
        name: name.to_owned(),
        holder: String::new(),
        notes: String::new(),
        organizations: card.organizations,
        places: card.places,
    };
    service.register.change_details(&card.id, details).await.unwrap()
}

async fn two_keys(service: &Service) -> (KeyCard, KeyCard) {
    let first = request(service, "498213437654").await.unwrap().key;
    let second = request(service, "491713920010").await.unwrap().key;
    (named(service, first, "Shop").await, named(service, second, "Warehouse").await)
}

async fn events(service: &Service, key: &KeyId) -> Vec<(Actor, HistoryEvent)> {
    let history = service.register.history(key).await.unwrap();
    history.into_iter().map(|line| (line.actor, line.event)).collect()
}

fn given(program: &str) -> HistoryEvent {
    HistoryEvent::TokenGiven { program: program.to_owned() }
}

#[tokio::test]
async fn a_program_names_a_key_by_its_name_or_its_last_four_characters() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (shop, warehouse) = two_keys(&service).await;
    for (name, meant) in [
        ("Shop", &shop),
        (" shop ", &shop),
        (shop.last_four.as_str(), &shop),
        ("WAREHOUSE", &warehouse),
    ] {
        let found = service.program_tokens.find(name).await.unwrap();
        assert!(matches!(&found, NamedKey::One(key) if key.id == meant.id), "{name}");
    }
    for name in ["", " ", "Sho", "Shop 2", "•••"] {
        assert_eq!(service.program_tokens.find(name).await.unwrap(), NamedKey::None, "{name}");
    }
    named(&service, warehouse.clone(), "SHOP").await;
    assert_eq!(service.program_tokens.find("Shop").await.unwrap(), NamedKey::Several);

    service.register.mark_deactivated(&warehouse.id, true).await.unwrap();
    let found = service.program_tokens.find("Shop").await.unwrap();
    assert!(matches!(found, NamedKey::One(key) if key.id == shop.id), "the other is not in use");
}

#[tokio::test]
async fn a_token_is_asked_for_once_while_it_lives() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = two_keys(&service).await.0.id;
    let before = events(&service, &key).await.len();
    let token = async |allowed_by| {
        let token = service.program_tokens.token(&key, PHP, allowed_by).await.unwrap().unwrap();
        (token.jwt.expose().to_owned(), token.seconds_left)
    };
    let (first, seconds_left) = token(Actor::Person).await;
    assert!(seconds_left > 3_500, "{seconds_left}");
    assert_eq!(token(Actor::App).await.0, first);
    assert_eq!(service.tokens.jwt(&key).unwrap().expose(), first);

    env.clock.set(env.now() + TimeDelta::minutes(59) + TimeDelta::seconds(30));
    let (second, seconds_left) = token(Actor::App).await;
    assert!(second != first && seconds_left > 3_500, "{seconds_left}");

    let mut lines = events(&service, &key).await;
    lines.truncate(lines.len() - before);
    assert_eq!(
        lines,
        [
            (Actor::App, given("php")),
            (Actor::App, HistoryEvent::TokenReceived),
            (Actor::Person, given("php")),
            (Actor::App, HistoryEvent::TokenReceived),
        ]
    );
}

#[tokio::test]
async fn a_permission_is_for_one_program_and_one_key_and_ends_after_an_hour() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (shop, warehouse) = two_keys(&service).await;
    let is_permitted =
        async |key: &KeyCard, program| service.program_tokens.is_permitted(&key.id, program).await;
    assert_eq!(is_permitted(&shop, PHP).await, Ok(false));
    service.program_tokens.permit(&shop.id, PHP).await.unwrap();
    assert_eq!(is_permitted(&shop, PHP).await, Ok(true));
    assert_eq!(is_permitted(&shop, "/opt/php").await, Ok(false));
    assert_eq!(is_permitted(&warehouse, PHP).await, Ok(false));
    assert_eq!(service.program_tokens.permissions(&shop.id).await.unwrap().len(), 1);

    let start = env.now();
    env.clock.set(start - TimeDelta::days(1));
    assert_eq!(is_permitted(&shop, PHP).await, Ok(false), "the clock was set back");
    env.clock.set(start + TimeDelta::hours(1));
    assert_eq!(is_permitted(&shop, PHP).await, Ok(false));

    service.program_tokens.permit(&shop.id, PHP).await.unwrap();
    service.program_tokens.end_permission(&shop.id, PHP).await.unwrap();
    assert_eq!(is_permitted(&shop, PHP).await, Ok(false));
}

#[tokio::test]
async fn the_history_has_the_name_of_the_program_without_its_folder() {
    let env = TestEnv::new().await;
    let service = env.service();
    let key = two_keys(&service).await.0.id;
    for (program, name) in [
        ("/home/oleh/bin/shop-sync", "shop-sync"),
        (r"C:\Users\Oleh\php.exe", "php.exe"),
        ("/home/oleh/+49 171 3920010", ""),
        ("/opt/a\nb", ""),
        ("", ""),
    ] {
        service.program_tokens.note_refusal(&key, program).await;
        let refused = HistoryEvent::TokenRefused { program: name.to_owned() };
        assert_eq!(events(&service, &key).await[0], (Actor::Person, refused));
    }
}

#[tokio::test]
async fn a_key_of_ukraine_may_have_no_tokens() {
    use keydesk_practice::UkrainePlays::{NoSender, Works};
    let env = TestEnv::new().await;
    let service = env.service();
    for (plays, has_token) in [(Works, true), (NoSender, false)] {
        let key = crate::tokens_of_ukraine::add(&service, plays).await.id;
        let token = service.program_tokens.token(&key, PHP, Actor::Person).await.unwrap();
        assert_eq!(token.is_some(), has_token);
        let lines = events(&service, &key).await;
        assert_eq!(lines.contains(&(Actor::Person, given("php"))), has_token);
    }
}
