//! What is typed for the affiliation e-mails, and the person's account: kept as it is typed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic: that is how it fails")]

mod support;

use keydesk_core::model::{Account, Affiliation, GuideName, RunId};
use keydesk_core::service::Service;
use support::service::{TestEnv, ask};

async fn begin(service: &Service, organization: &str) -> RunId {
    service.guides.start(GuideName::Europe, organization).await.unwrap().id
}

fn typed() -> Affiliation {
    Affiliation {
        organization: "Hanse Textil GmbH".to_owned(),
        country: Some("DE".to_owned().try_into().unwrap()),
        tax_code: "DE 136 695 9".to_owned(),
        full_name: "Анна Шмідт".to_owned(),
        phone: "0821 343".to_owned(),
        phone_country: Some("DE".to_owned().try_into().unwrap()),
        email: "anna@".to_owned(),
        manager_email: "manager@novapost.example".to_owned(),
        language: "uk".to_owned(),
    }
}

#[tokio::test]
async fn what_is_typed_is_there_after_a_restart_as_it_was_typed() {
    let room = TestEnv::new().await;
    let service = room.service();
    let run = begin(&service, "Hanse Textil GmbH").await;
    service.affiliations.save(run, typed()).await.unwrap();
    assert_eq!(room.service().affiliations.get(run).await.unwrap(), typed());
}

#[tokio::test]
async fn each_organization_has_its_own_letter_and_the_next_knows_the_person() {
    let room = TestEnv::new().await;
    let service = room.service();
    let first = begin(&service, "Hanse Textil GmbH").await;
    service.affiliations.save(first, typed()).await.unwrap();
    let second = begin(&service, "Nordlicht OÜ").await;
    let expected =
        Affiliation {
            organization: "Nordlicht OÜ".to_owned(), tax_code: String::new(), ..typed()
        };
    assert_eq!(service.affiliations.get(second).await.unwrap(), expected);
    assert_eq!(service.affiliations.get(first).await.unwrap(), typed());
}

#[tokio::test]
async fn a_letter_begins_with_the_details_of_the_account() {
    let room = TestEnv::new().await;
    let service = room.service();
    let account = Account {
        full_name: "Anna Schmidt".to_owned(),
        phone: "+49 821 3437654".to_owned(),
        phone_country: None,
        email: "anna@firma.example".to_owned(),
    };
    service.affiliations.save_account(account.clone()).await.unwrap();
    let run = begin(&service, "Hanse").await;
    let letter = service.affiliations.get(run).await.unwrap();
    let known = (letter.full_name, letter.phone, letter.email);
    assert_eq!(known, (account.full_name.clone(), account.phone.clone(), account.email.clone()));
    assert_eq!(room.service().affiliations.account().await.unwrap(), account);
}

#[tokio::test]
async fn the_account_has_the_number_that_a_test_key_was_asked_with() {
    let room = TestEnv::new().await;
    let service = room.service();
    assert_eq!(service.affiliations.account().await.unwrap(), Account::default());
    ask(&service, "498213437654").await.unwrap();
    assert_eq!(service.affiliations.account().await.unwrap().phone, "+49 821 3437654");
}

#[tokio::test]
async fn a_guide_that_was_ended_takes_its_letter_along_and_keeps_nothing_more() {
    let room = TestEnv::new().await;
    let service = room.service();
    let run = begin(&service, "Hanse").await;
    service.affiliations.save(run, typed()).await.unwrap();
    service.guides.end(run).await.unwrap();
    service.affiliations.save(run, typed()).await.unwrap();
    assert_eq!(service.affiliations.get(run).await.unwrap(), Affiliation::default());
    let store = rusqlite::Connection::open(room.store()).unwrap();
    let left: i64 =
        store.query_row("SELECT count(*) FROM affiliations", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn each_run_keeps_its_own_steps_and_answers() {
    let room = TestEnv::new().await;
    let service = room.service();
    let (first, second) = (begin(&service, "Hanse").await, begin(&service, "Nordlicht").await);
    let sent = Some("2026-11-24T09:00:00Z".to_owned());
    service.guides.set_step(first, "affiliate", true, sent.clone()).await.unwrap().unwrap();
    service.guides.set_step(second, "affiliate", true, None).await.unwrap().unwrap();
    service.guides.set_step(second, "affiliate", false, None).await.unwrap().unwrap();

    let runs = room.service().guides.list().await.unwrap();
    let run = |id| runs.iter().find(|run| run.id == id).unwrap();
    assert_eq!(
        (&run(first).done[..], run(first).answers.get("affiliate")),
        (&["affiliate".to_owned()][..], sent.as_ref())
    );
    assert!(run(second).done.is_empty());
    service.guides.end(second).await.unwrap();
    assert_eq!(service.guides.set_step(second, "person", true, None).await.unwrap(), None);
}
