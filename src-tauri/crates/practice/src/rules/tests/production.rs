//! Keys of production and of the cabinet, and the separation of the environments.

use chrono::TimeDelta;
use uuid::Uuid;

use super::super::{
    AnswerBody, EnvironmentKind, List, NotAffiliated, NotCreated, Refusal, Status, World,
};
use super::{NEW, Simulation, refusal, time};

impl Simulation {
    fn organization(&mut self, name: &str) -> Uuid {
        self.world.add_organization(name, "DE123456788", &mut self.rng).unwrap()
    }

    fn make_key(&mut self, organizations: &[Uuid]) -> Result<Uuid, NotCreated> {
        self.world.create_key(self.now, "Online shop", organizations, &mut self.rng)
    }

    fn code(&self, reference: Uuid) -> String {
        let key = self.world.production_keys().by_reference(reference).unwrap();
        key.code.expose().to_owned()
    }

    fn authorize_in_production(&self, code: &str) -> AnswerBody {
        self.world.authorize(EnvironmentKind::Production, self.now, Some(code)).body
    }

    fn list_in_production(&self, token: &str) -> AnswerBody {
        self.world
            .list(EnvironmentKind::Production, self.now, Some(token), List::Currencies, "")
            .body
    }

    fn token_of_production(&self, code: &str) -> String {
        match self.authorize_in_production(code) {
            AnswerBody::Token(token) => token.expose().to_owned(),
            other => panic!("{other:?}"),
        }
    }
}

fn is_refused(body: &AnswerBody, why: Refusal) -> bool {
    matches!(body, AnswerBody::Refusal(refusal) if *refusal == why)
}

#[test]
fn a_production_key_has_the_chosen_organizations() {
    let mut sim = Simulation::at("2026-03-05T08:03:02.5Z");
    let [first, second, third] =
        ["Eins GmbH", "Zwei GmbH", "Drei GmbH"].map(|name| sim.organization(name));
    let made = sim.make_key(&[third, first, third]).unwrap();
    let key = sim.world.production_keys().by_reference(made).unwrap();
    assert_eq!(key.organizations, [first, third], "without duplicates, in the account's order");
    assert!(!key.organizations.contains(&second));
    assert_eq!(key.created_at, time("2026-03-05T08:03:02Z"));
    assert_eq!(key.expires_at, time("2027-03-05T23:59:59Z"));
    assert_eq!(key.status(sim.now), Status::Active);
    assert_eq!(key.code.expose().len(), 40);
}

#[test]
fn without_an_organization_no_key_can_be_created() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    assert!(sim.world.account().organizations.is_empty());
    assert_eq!(sim.make_key(&[]), Err(NotCreated::NoOrganization));
    let mut other = Simulation::at("2026-03-05T08:00:00Z");
    let stranger = other.organization("Eins GmbH");
    assert_eq!(sim.make_key(&[stranger]), Err(NotCreated::UnknownOrganization));
}

#[test]
fn a_key_needs_a_name_of_at_most_200_characters() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let ours = sim.organization("Eins GmbH");
    let mut named = |name: &str| sim.world.create_key(sim.now, name, &[ours], &mut sim.rng);
    assert_eq!(named(" \t"), Err(NotCreated::NameMissing));
    assert_eq!(named(&"я".repeat(201)), Err(NotCreated::NameTooLong));
    assert!(named(&"я".repeat(200)).is_ok());
}

#[test]
fn organizations_are_limited_in_name_length_and_number() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let mut add = |name: &str| sim.world.add_organization(name, "", &mut sim.rng);
    assert_eq!(add(" "), Err(NotAffiliated::NameMissing));
    assert_eq!(add(&"x".repeat(201)), Err(NotAffiliated::NameTooLong));
    for _ in 0..100 {
        add("Eins GmbH").unwrap();
    }
    assert_eq!(add("Eins GmbH"), Err(NotAffiliated::TooMany));
}

#[test]
fn a_production_token_is_valid_for_an_hour_or_until_its_key_is_deactivated() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let ours = sim.organization("Eins GmbH");
    let made = sim.make_key(&[ours]).unwrap();
    let other = sim.make_key(&[ours]).unwrap();
    let token = sim.token_of_production(&sim.code(made));
    let others = sim.token_of_production(&sim.code(other));
    assert!(matches!(sim.list_in_production(&token), AnswerBody::Page(_)));
    assert!(sim.world.deactivate_key(sim.now, made));
    assert!(is_refused(&sim.list_in_production(&token), Refusal::TokenRefused));
    assert!(is_refused(&sim.authorize_in_production(&sim.code(made)), Refusal::ApiKeyRefused));
    assert!(matches!(sim.list_in_production(&others), AnswerBody::Page(_)));
    sim.now += TimeDelta::hours(1);
    assert!(is_refused(&sim.list_in_production(&others), Refusal::TokenRefused));
}

#[test]
fn a_production_key_expires_at_the_end_of_the_same_date_one_year_later() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let ours = sim.organization("Eins GmbH");
    let made = sim.make_key(&[ours]).unwrap();
    sim.now = time("2027-03-05T23:59:59Z");
    let token = sim.token_of_production(&sim.code(made));
    sim.now = time("2027-03-06T00:00:00Z");
    assert!(is_refused(&sim.authorize_in_production(&sim.code(made)), Refusal::ApiKeyRefused));
    assert!(is_refused(&sim.list_in_production(&token), Refusal::TokenRefused));
    let key = sim.world.production_keys().by_reference(made).unwrap();
    assert_eq!(key.status(sim.now), Status::Expired);
}

#[test]
fn a_deactivated_key_stays_deactivated() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let ours = sim.organization("Eins GmbH");
    let made = sim.make_key(&[ours]).unwrap();
    assert!(sim.world.deactivate_key(sim.now, made));
    let revision = sim.world.revision();
    sim.days_pass(1);
    assert!(sim.world.deactivate_key(sim.now, made));
    assert_eq!(sim.world.revision(), revision);
    let key = sim.world.production_keys().by_reference(made).unwrap();
    assert_eq!(key.deactivated_at, Some(time("2026-03-05T08:00:00Z")));
    assert_eq!(key.status(sim.now), Status::Deactivated);
    assert!(!sim.world.deactivate_key(sim.now, Uuid::nil()));
}

#[test]
fn keys_and_tokens_of_one_environment_are_refused_in_the_other() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let ours = sim.organization("Eins GmbH");
    let made = sim.make_key(&[ours]).unwrap();
    let code = sim.code(made);
    let test_key = sim.key(NEW);
    assert!(is_refused(
        &sim.authorize_in_production(test_key.code.expose()),
        Refusal::ApiKeyRefused
    ));
    let here = sim.world.authorize(EnvironmentKind::Sandbox, sim.now, Some(&code));
    assert_eq!(refusal(&here), Refusal::ApiKeyRefused);
    assert!(is_refused(&sim.list_in_production(&sim.token(&test_key)), Refusal::TokenRefused));
    assert_eq!(refusal(&sim.list(&sim.token_of_production(&code))), Refusal::TokenRefused);
}

#[test]
fn a_cabinet_key_can_be_deactivated_and_gets_no_token() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let made = sim.world.create_cabinet_key(sim.now, &mut sim.rng).unwrap();
    let [key] = sim.world.cabinet_keys() else { panic!() };
    let code = key.code.expose().to_owned();
    assert_eq!((key.reference, key.deactivated_at, code.len()), (made, None, 32));
    for here in [EnvironmentKind::Sandbox, EnvironmentKind::Production] {
        let answer = sim.world.authorize(here, sim.now, Some(&code));
        assert_eq!(refusal(&answer), Refusal::ApiKeyRefused);
    }
    assert!(sim.world.deactivate_cabinet_key(sim.now, made));
    assert_eq!(sim.world.cabinet_keys()[0].deactivated_at, Some(sim.now));
    assert!(!sim.world.deactivate_cabinet_key(sim.now, Uuid::nil()));
}

#[test]
fn account_production_and_cabinet_are_saved() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let ours = sim.organization("Eins GmbH");
    let made = sim.make_key(&[ours]).unwrap();
    let code = sim.code(made);
    let token = sim.token_of_production(&code);
    sim.world.create_cabinet_key(sim.now, &mut sim.rng);
    sim.world.add_number("491713929999", crate::Plays::DailyLimit).unwrap();
    let saved = sim.world.to_json(TimeDelta::zero()).unwrap();
    let before = std::mem::replace(&mut sim.world, World::new(&mut sim.rng));
    (sim.world, _) = World::from_json(&saved, &mut sim.rng).unwrap();
    assert_eq!(sim.world.account(), before.account());
    assert_eq!(sim.world.cabinet_keys(), before.cabinet_keys());
    assert_eq!(sim.world.own_numbers(), before.own_numbers());
    assert_eq!(sim.world.production_keys().all(), before.production_keys().all());
    assert!(matches!(sim.list_in_production(&token), AnswerBody::Page(_)));
    assert_eq!(refusal(&sim.request_key("491713929999")), Refusal::DailyLimit);
}

#[test]
fn a_reset_keeps_only_the_added_numbers() {
    let mut sim = Simulation::at("2026-03-05T08:00:00Z");
    let test_key = sim.key(NEW);
    let token = sim.token(&test_key);
    let ours = sim.organization("Eins GmbH");
    let made = sim.make_key(&[ours]).unwrap();
    let code = sim.code(made);
    sim.world.create_cabinet_key(sim.now, &mut sim.rng);
    sim.world.add_number("491713929999", crate::Plays::NewKey).unwrap();
    let revision = sim.world.revision();
    sim.world.reset(false, None, sim.now, &mut sim.rng);
    assert!(sim.world.revision() > revision);
    assert_eq!(refusal(&sim.authorize(&test_key)), Refusal::ApiKeyRefused);
    assert_eq!(refusal(&sim.list(&token)), Refusal::TokenRefused);
    assert!(is_refused(&sim.authorize_in_production(&code), Refusal::ApiKeyRefused));
    assert!(sim.world.account().organizations.is_empty());
    assert!(sim.world.cabinet_keys().is_empty());
    assert_eq!(sim.world.own_numbers().len(), 1);
    sim.world.reset(true, None, sim.now, &mut sim.rng);
    assert!(sim.world.own_numbers().is_empty());
}
