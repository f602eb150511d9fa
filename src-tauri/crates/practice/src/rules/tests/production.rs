//! Keys of production and of the cabinet, and that environments are strangers to each other.

use chrono::TimeDelta;
use uuid::Uuid;

use super::super::{
    Here, List, NotAffiliated, NotCreated, PageAsked, Refusal, Says, Status, World,
};
use super::{Desk, NEW, refusal, time};

impl Desk {
    fn organization(&mut self, name: &str) -> Uuid {
        self.world.add_organization(name, "DE123456788", &mut self.rng).unwrap()
    }

    fn make_key(&mut self, organizations: &[Uuid]) -> Result<Uuid, NotCreated> {
        self.world.create_key(self.now, "Online shop", organizations, &mut self.rng)
    }

    fn code(&self, reference: Uuid) -> String {
        let key = self.world.production_keys().of_reference(reference).unwrap();
        key.code.expose().to_owned()
    }

    fn authorize_there(&self, code: &str) -> Says {
        self.world.authorize(Here::Production, self.now, Some(code)).says
    }

    fn prove_there(&self, token: &str) -> Says {
        let asked = PageAsked::default();
        self.world.list(Here::Production, self.now, Some(token), List::Currencies, asked).says
    }

    fn token_there(&self, code: &str) -> String {
        match self.authorize_there(code) {
            Says::Token(token) => token.expose().to_owned(),
            other => panic!("{other:?}"),
        }
    }
}

fn is_refused(says: &Says, why: Refusal) -> bool {
    matches!(says, Says::Refusal(refusal) if *refusal == why)
}

#[test]
fn a_key_of_production_serves_the_organizations_it_was_made_for() {
    let mut desk = Desk::at("2026-03-05T08:03:02.5Z");
    let [first, second, third] =
        ["Eins GmbH", "Zwei GmbH", "Drei GmbH"].map(|name| desk.organization(name));
    let made = desk.make_key(&[third, first, third]).unwrap();
    let key = desk.world.production_keys().of_reference(made).unwrap();
    assert_eq!(key.organizations, [first, third], "each once, in the account's order");
    assert!(!key.organizations.contains(&second));
    assert_eq!(key.created_at, time("2026-03-05T08:03:02Z"));
    assert_eq!(key.expires_at, time("2027-03-05T23:59:59Z"));
    assert_eq!(key.status(desk.now), Status::Active);
    assert_eq!(key.code.expose().len(), 40);
}

#[test]
fn before_somebody_affiliated_an_organization_no_key_can_be_made() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    assert!(desk.world.account().organizations.is_empty());
    assert_eq!(desk.make_key(&[]), Err(NotCreated::NoOrganization));
    let mut other = Desk::at("2026-03-05T08:00:00Z");
    let stranger = other.organization("Eins GmbH");
    assert_eq!(desk.make_key(&[stranger]), Err(NotCreated::UnknownOrganization));
}

#[test]
fn a_key_without_a_name_or_with_an_endless_one_is_not_made() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let ours = desk.organization("Eins GmbH");
    let mut named = |name: &str| desk.world.create_key(desk.now, name, &[ours], &mut desk.rng);
    assert_eq!(named(" \t"), Err(NotCreated::NameMissing));
    assert_eq!(named(&"я".repeat(201)), Err(NotCreated::NameTooLong));
    assert!(named(&"я".repeat(200)).is_ok());
}

#[test]
fn an_organization_has_a_name_of_some_length_and_there_are_not_endlessly_many() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let mut add = |name: &str| desk.world.add_organization(name, "", &mut desk.rng);
    assert_eq!(add(" "), Err(NotAffiliated::NameMissing));
    assert_eq!(add(&"x".repeat(201)), Err(NotAffiliated::NameTooLong));
    for _ in 0..100 {
        add("Eins GmbH").unwrap();
    }
    assert_eq!(add("Eins GmbH"), Err(NotAffiliated::TooMany));
}

#[test]
fn a_token_of_production_lives_an_hour_and_dies_with_its_key() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let ours = desk.organization("Eins GmbH");
    let made = desk.make_key(&[ours]).unwrap();
    let other = desk.make_key(&[ours]).unwrap();
    let token = desk.token_there(&desk.code(made));
    let others = desk.token_there(&desk.code(other));
    assert!(matches!(desk.prove_there(&token), Says::Page(_)));
    assert!(desk.world.deactivate_key(desk.now, made));
    assert!(is_refused(&desk.prove_there(&token), Refusal::TokenRefused));
    assert!(is_refused(&desk.authorize_there(&desk.code(made)), Refusal::ApiKeyRefused));
    assert!(matches!(desk.prove_there(&others), Says::Page(_)));
    desk.now += TimeDelta::hours(1);
    assert!(is_refused(&desk.prove_there(&others), Refusal::TokenRefused));
}

#[test]
fn a_key_of_production_expires_at_the_end_of_its_day_a_year_on() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let ours = desk.organization("Eins GmbH");
    let made = desk.make_key(&[ours]).unwrap();
    desk.now = time("2027-03-05T23:59:59Z");
    let token = desk.token_there(&desk.code(made));
    desk.now = time("2027-03-06T00:00:00Z");
    assert!(is_refused(&desk.authorize_there(&desk.code(made)), Refusal::ApiKeyRefused));
    assert!(is_refused(&desk.prove_there(&token), Refusal::TokenRefused));
    let key = desk.world.production_keys().of_reference(made).unwrap();
    assert_eq!(key.status(desk.now), Status::Expired);
}

#[test]
fn deactivated_once_is_deactivated_for_ever() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let ours = desk.organization("Eins GmbH");
    let made = desk.make_key(&[ours]).unwrap();
    assert!(desk.world.deactivate_key(desk.now, made));
    let revision = desk.world.revision();
    desk.days_pass(1);
    assert!(desk.world.deactivate_key(desk.now, made));
    assert_eq!(desk.world.revision(), revision);
    let key = desk.world.production_keys().of_reference(made).unwrap();
    assert_eq!(key.deactivated_at, Some(time("2026-03-05T08:00:00Z")));
    assert_eq!(key.status(desk.now), Status::Deactivated);
    assert!(!desk.world.deactivate_key(desk.now, Uuid::nil()));
}

#[test]
fn keys_and_tokens_of_one_environment_are_foreign_in_the_other() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let ours = desk.organization("Eins GmbH");
    let made = desk.make_key(&[ours]).unwrap();
    let code = desk.code(made);
    let test_key = desk.key(NEW);
    assert!(is_refused(&desk.authorize_there(test_key.code.expose()), Refusal::ApiKeyRefused));
    let here = desk.world.authorize(Here::Sandbox, desk.now, Some(&code));
    assert_eq!(refusal(&here), Refusal::ApiKeyRefused);
    assert!(is_refused(&desk.prove_there(&desk.token(&test_key)), Refusal::TokenRefused));
    assert_eq!(refusal(&desk.prove(&desk.token_there(&code))), Refusal::TokenRefused);
}

#[test]
fn a_key_of_the_cabinet_exists_can_be_deactivated_and_makes_no_token() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let made = desk.world.create_cabinet_key(desk.now, &mut desk.rng).unwrap();
    let [key] = desk.world.cabinet_keys() else { panic!() };
    let code = key.code.expose().to_owned();
    assert_eq!((key.reference, key.deactivated_at, code.len()), (made, None, 32));
    for here in [Here::Sandbox, Here::Production] {
        let answer = desk.world.authorize(here, desk.now, Some(&code));
        assert_eq!(refusal(&answer), Refusal::ApiKeyRefused);
    }
    assert!(desk.world.deactivate_cabinet_key(desk.now, made));
    assert_eq!(desk.world.cabinet_keys()[0].deactivated_at, Some(desk.now));
    assert!(!desk.world.deactivate_cabinet_key(desk.now, Uuid::nil()));
}

#[test]
fn account_production_and_cabinet_are_saved_too() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let ours = desk.organization("Eins GmbH");
    let made = desk.make_key(&[ours]).unwrap();
    let code = desk.code(made);
    let token = desk.token_there(&code);
    desk.world.create_cabinet_key(desk.now, &mut desk.rng);
    desk.world.add_number("491713929999", crate::Plays::DailyLimit).unwrap();
    let saved = desk.world.to_json(TimeDelta::zero()).unwrap();
    let before = std::mem::replace(&mut desk.world, World::new(&mut desk.rng));
    (desk.world, _) = World::from_json(&saved, &mut desk.rng).unwrap();
    assert_eq!(desk.world.account(), before.account());
    assert_eq!(desk.world.cabinet_keys(), before.cabinet_keys());
    assert_eq!(desk.world.own_numbers(), before.own_numbers());
    assert_eq!(desk.world.production_keys().all(), before.production_keys().all());
    assert!(matches!(desk.prove_there(&token), Says::Page(_)));
    assert_eq!(refusal(&desk.ask("491713929999")), Refusal::DailyLimit);
}

#[test]
fn a_reset_leaves_added_numbers_alone_and_nothing_else() {
    let mut desk = Desk::at("2026-03-05T08:00:00Z");
    let test_key = desk.key(NEW);
    let token = desk.token(&test_key);
    let ours = desk.organization("Eins GmbH");
    let made = desk.make_key(&[ours]).unwrap();
    let code = desk.code(made);
    desk.world.create_cabinet_key(desk.now, &mut desk.rng);
    desk.world.add_number("491713929999", crate::Plays::NewKey).unwrap();
    let revision = desk.world.revision();
    desk.world.reset(false, None, desk.now, &mut desk.rng);
    assert!(desk.world.revision() > revision);
    assert_eq!(refusal(&desk.authorize(&test_key)), Refusal::ApiKeyRefused);
    assert_eq!(refusal(&desk.prove(&token)), Refusal::TokenRefused);
    assert!(is_refused(&desk.authorize_there(&code), Refusal::ApiKeyRefused));
    assert!(desk.world.account().organizations.is_empty());
    assert!(desk.world.cabinet_keys().is_empty());
    assert_eq!(desk.world.own_numbers().len(), 1);
    desk.world.reset(true, None, desk.now, &mut desk.rng);
    assert!(desk.world.own_numbers().is_empty());
}
