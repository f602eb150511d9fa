//! What is typed for the affiliation emails, and the steps of guides.

use crate::support::test_env::{TestEnv, request};
use keydesk_core::model::{Affiliation, EmailForm, FormState, GuideName, RunId};
use keydesk_core::service::Service;

fn saved(typed: Affiliation) -> EmailForm {
    EmailForm { typed, is_saved: true }
}

fn suggested(typed: Affiliation) -> EmailForm {
    EmailForm { typed, is_saved: false }
}

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
async fn what_was_typed_is_unchanged_after_a_restart() {
    let env = TestEnv::new().await;
    let service = env.service();
    let run = begin(&service, "Hanse Textil GmbH").await;
    service.affiliations.save(run, typed()).await.unwrap();
    assert_eq!(env.service().affiliations.get(run).await.unwrap(), saved(typed()));
}

#[tokio::test]
async fn each_run_has_its_email_and_a_new_one_starts_with_the_person_of_the_last() {
    let env = TestEnv::new().await;
    let service = env.service();
    let first = begin(&service, "Hanse Textil GmbH").await;
    service.affiliations.save(first, typed()).await.unwrap();
    let second = begin(&service, "Nordlicht OÜ").await;
    let expected = Affiliation {
        organization: "Nordlicht OÜ".to_owned(),
        tax_code: String::new(),
        language: String::new(),
        ..typed()
    };
    assert_eq!(service.affiliations.get(second).await.unwrap(), suggested(expected));
    assert_eq!(service.affiliations.get(first).await.unwrap(), saved(typed()));
}

#[tokio::test]
async fn the_phone_number_of_a_test_key_is_not_filled_in() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, "498213437654").await.unwrap();
    let run = begin(&service, "Hanse").await;
    let expected = Affiliation { organization: "Hanse".to_owned(), ..Affiliation::default() };
    assert_eq!(service.affiliations.get(run).await.unwrap(), suggested(expected));
}

#[tokio::test]
async fn a_run_tells_how_far_its_email_is_filled_in() {
    let env = TestEnv::new().await;
    let service = env.service();
    let run = begin(&service, "Hanse").await;
    let form = async || service.guides.list().await.unwrap()[0].form;
    assert_eq!(form().await, FormState::NotStarted);
    service.affiliations.save(run, typed()).await.unwrap();
    assert_eq!(form().await, FormState::Complete);
    let only_optional = Affiliation { manager_email: String::new(), ..typed() };
    service.affiliations.save(run, only_optional).await.unwrap();
    assert_eq!(form().await, FormState::Complete);
    for emptied in [
        Affiliation { organization: " ".to_owned(), ..typed() },
        Affiliation { country: None, ..typed() },
        Affiliation { tax_code: String::new(), ..typed() },
        Affiliation { full_name: String::new(), ..typed() },
        Affiliation { phone: String::new(), ..typed() },
        Affiliation { email: String::new(), ..typed() },
    ] {
        service.affiliations.save(run, emptied.clone()).await.unwrap();
        assert_eq!(form().await, FormState::Incomplete, "{emptied:?}");
    }
}

#[tokio::test]
async fn ending_a_run_deletes_its_email_and_later_changes_to_it_are_dropped() {
    let env = TestEnv::new().await;
    let service = env.service();
    let run = begin(&service, "Hanse").await;
    service.affiliations.save(run, typed()).await.unwrap();
    service.guides.end(run).await.unwrap();
    service.affiliations.save(run, typed()).await.unwrap();
    assert_eq!(service.affiliations.get(run).await.unwrap(), suggested(Affiliation::default()));
    let store = rusqlite::Connection::open(env.store()).unwrap();
    let left: i64 =
        store.query_row("SELECT count(*) FROM affiliations", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn each_run_keeps_its_own_steps_and_answers() {
    let env = TestEnv::new().await;
    let service = env.service();
    let (first, second) = (begin(&service, "Hanse").await, begin(&service, "Nordlicht").await);
    let sent = Some("2026-11-24T09:00:00Z".to_owned());
    service.guides.set_step(first, "affiliate", true, sent.clone()).await.unwrap().unwrap();
    service.guides.set_step(second, "affiliate", true, None).await.unwrap().unwrap();
    service.guides.set_step(second, "affiliate", false, None).await.unwrap().unwrap();

    let runs = env.service().guides.list().await.unwrap();
    let run = |id| runs.iter().find(|run| run.id == id).unwrap();
    assert_eq!(
        (&run(first).done[..], run(first).answers.get("affiliate")),
        (&["affiliate".to_owned()][..], sent.as_ref())
    );
    assert!(run(second).done.is_empty());
    service.guides.end(second).await.unwrap();
    assert_eq!(service.guides.set_step(second, "person", true, None).await.unwrap(), None);
}
