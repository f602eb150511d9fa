//! A list is read, shown and imported.

use keydesk_core::clock::Clock;
use keydesk_core::model::{ApiEnvironment, HistoryEvent, KeyStatus, no_progress};
use keydesk_core::service::{
    Kept, LineEffect, ListColumn, ListForm, ListImported, ListLanguage, ToDo,
};
use keydesk_core::store::Store;

use super::{csv, import, preview, problems, records};
use crate::support::test_env::{TestEnv, request};

const LIST: &str = "Name;Environment;Last four;Organization;Expires;Status;Our number\n\
    Shop;Production;4bf2;Hanse Textil;27.08.2030;Active;17\n\
    Lager;UA;;Шовк і Ко;2030-08-27;Deactivated;18\n";

#[tokio::test]
async fn nothing_is_written_before_the_person_confirms() {
    let env = TestEnv::new().await;
    let service = env.service();
    let shown = preview(&service, LIST).await;
    assert_eq!(shown.unknown_columns, ["Our number"]);
    assert_eq!(shown.lines.len(), 2);
    assert!(shown.lines.iter().all(|line| matches!(line.effect, LineEffect::New { .. })));
    assert_eq!(records(&env).await, []);
    service.register_files.cancel();
    assert!(service.register_files.import().await.is_err());
    assert_eq!(records(&env).await, []);
}

#[tokio::test]
async fn a_key_of_a_list_is_in_the_register_without_its_secret() {
    let env = TestEnv::new().await;
    let service = env.service();
    assert_eq!(import(&service, LIST).await, (2, 0));
    let keys = records(&env).await;
    assert_eq!((keys[0].name.as_str(), keys[0].environment), ("Lager", ApiEnvironment::Ukraine));
    assert_eq!((keys[0].status, keys[0].last_four.as_str()), (KeyStatus::Deactivated, ""));
    assert_eq!(keys[1].organizations, ["Hanse Textil"]);
    let end = keys[1].valid_until.unwrap().with_timezone(&chrono::Local).naive_local();
    assert_eq!(end.to_string(), "2030-08-27 23:59:59", "a key works on its last day");
    assert!(keys.iter().all(|key| !key.had_secret));

    // A start compares keychain and store. It must not take these keys for lost.
    let started = env.service();
    started.reconciler.run().await;
    let home = started.keys.home().await.unwrap();
    assert!(home.keys.iter().all(|key| key.kept == Kept::NeverHere));
    assert!(!home.to_do.iter().any(|to_do| matches!(to_do, ToDo::KeyLost { .. })), "{home:?}");
    let history = Store::open(&env.store()).unwrap().history(None).await.unwrap();
    assert_eq!(history.len(), 2);
    assert!(history.iter().all(|line| line.event == HistoryEvent::Imported));
}

#[tokio::test]
async fn reading_the_secret_of_a_key_that_was_never_here_does_not_make_it_lost() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    let id = records(&env).await[1].id.clone();
    assert!(service.keys.secret_of(&id, &no_progress()).await.is_err());
    let home = service.keys.home().await.unwrap();
    assert!(!home.to_do.iter().any(|to_do| matches!(to_do, ToDo::KeyLost { .. })), "{home:?}");
}

#[tokio::test]
async fn a_list_that_was_exported_and_is_read_changes_nothing() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, "498213437654").await.unwrap();
    import(&service, LIST).await;
    for language in [ListLanguage::English, ListLanguage::Ukrainian] {
        for form in [ListForm::Csv, ListForm::Json] {
            let file = service.register_files.keys(form, language).await.unwrap();
            let shown = preview(&service, file.content).await;
            assert_eq!(shown.lines, [], "{form:?} {language:?}");
            assert_eq!(shown.unchanged, 3);
            assert_eq!(shown.unknown_columns, [""; 0]);
        }
    }
}

#[tokio::test]
async fn a_list_corrects_a_key_and_an_empty_cell_deletes_nothing() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    let list = "Name;Environment;Last four;Organization;Expires;Notes\n\
        Web shop;production;…4bf2;;28.08.2030;call first\n";
    let shown = preview(&service, list).await;
    let LineEffect::Changed { fields, .. } = &shown.lines[0].effect else { panic!("{shown:?}") };
    let change = |column| fields.iter().find(|field| field.column == column).unwrap().clone();
    assert_eq!(change(ListColumn::Name).from, ["Shop"]);
    assert_eq!(change(ListColumn::Name).to, ["Web shop"]);
    assert_eq!(change(ListColumn::Expires).from, ["2030-08-27"]);
    assert_eq!(change(ListColumn::Expires).to, ["2030-08-28"]);
    assert_eq!(fields.len(), 3);
    assert_eq!(import(&service, list).await, (0, 1));
    let key = records(&env).await.into_iter().find(|key| key.name == "Web shop").unwrap();
    assert_eq!(
        (key.organizations, key.notes.as_str()),
        (vec!["Hanse Textil".to_owned()], "call first")
    );
    let history = Store::open(&env.store()).unwrap().history(Some(&key.id)).await.unwrap();
    assert!(matches!(history[0].event, HistoryEvent::ExpiryChanged { .. }), "{history:?}");
}

#[tokio::test]
async fn a_list_does_not_say_whether_a_key_works_whose_secret_is_here() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, "498213437654").await.unwrap();
    let list = csv(&service).await.replace("Active", "Deactivated").replace("2027-", "2029-");
    let shown = preview(&service, list).await;
    let LineEffect::Left { left, .. } = &shown.lines[0].effect else { panic!("{shown:?}") };
    assert_eq!(left[..], [ListColumn::Expires, ListColumn::Status]);
    let done = service.register_files.import().await.unwrap();
    assert_eq!(done, ListImported::Done { added: 0, changed: 0 });
    assert_eq!(records(&env).await[0].status, KeyStatus::Active);
}

#[tokio::test]
async fn a_register_that_has_changed_meanwhile_gets_another_preview() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    preview(&service, LIST.replace("Hanse Textil", "Baltic")).await;
    let store = Store::open(&env.store()).unwrap();
    let shop = records(&env).await.remove(1);
    store.delete(&shop.id, env.clock.now()).await.unwrap();
    let outdated = service.register_files.import().await.unwrap();
    let ListImported::Outdated { preview } = outdated else { panic!("{outdated:?}") };
    assert!(matches!(preview.lines[0].effect, LineEffect::New { .. }), "{preview:?}");
    assert_eq!(records(&env).await.len(), 1);
    let done = service.register_files.import().await.unwrap();
    assert_eq!(done, ListImported::Done { added: 1, changed: 0 });
}

#[tokio::test]
async fn keys_with_the_same_last_four_characters_are_told_apart_by_name() {
    let env = TestEnv::new().await;
    let service = env.service();
    let list = "Name;Environment;Last four\nA;Production;4bf2\nB;Production;4bf2\nA;Test;4bf2\n";
    assert_eq!(import(&service, list).await, (3, 0));
    let again = preview(&service, format!("{list}C;Production;4bf2\nA;Production;4bf2\n")).await;
    assert_eq!(again.unchanged, 3);
    let reasons = problems(&again);
    assert_eq!(reasons.len(), 2, "{reasons:?}");
}

#[tokio::test]
async fn adding_the_secret_of_a_listed_key_completes_its_row() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    let text = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2".to_owned();
    service.import.check(Some(text.into())).await.unwrap();
    let about = keydesk_core::service::NewKey {
        holder: None,
        expiry: keydesk_core::service::NewExpiry::NotAsked,
        name: "Shop".to_owned(),
        environment: ApiEnvironment::Production,
        organizations: Some(vec!["Hanse Textil".to_owned()]),
        run: None,
        second_look: false,
        record: None,
    };
    let imported = service.import.confirm(about, &no_progress()).await.unwrap();
    assert_eq!(imported.card.kept, Kept::Keychain);
    let keys = records(&env).await;
    assert_eq!(keys.len(), 2);
    assert!(keys[1].had_secret && keys[1].valid_until.is_some());
}

#[tokio::test]
async fn the_secret_of_a_listed_key_without_last_characters_completes_its_row() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, "Name;Environment;Expires\nShop;Production;27.08.2030\n").await;
    let id = records(&env).await[0].id.clone();
    let add = async |text: &str, environment| {
        service.import.check(Some(text.to_owned().into())).await.unwrap();
        let about = keydesk_core::service::NewKey {
            holder: None,
            expiry: keydesk_core::service::NewExpiry::NotAsked,
            name: "Shop".to_owned(),
            environment,
            organizations: None,
            run: None,
            second_look: false,
            record: Some(id.clone()),
        };
        service.import.confirm(about, &no_progress()).await.unwrap().card
    };
    // A key of another environment is not the one that the list names.
    let test = add("0b1de7bdce11414efc2f1c10ddbfd42da8ce77aa", ApiEnvironment::Sandbox).await;
    assert_ne!(test.id, id);
    let added = add("99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2", ApiEnvironment::Production).await;
    assert_eq!((&added.id, added.last_four.as_str()), (&id, "4bf2"));
    assert!(added.valid_until.is_some());
    // The record has its secret now: another key is another record.
    let next = add("3f7a0c1e9b52d486aa17e0c94b6f2d8813c5e7f0", ApiEnvironment::Production).await;
    assert_ne!(next.id, id);
    assert_eq!(records(&env).await.len(), 3);
}

#[tokio::test]
async fn a_key_with_the_last_characters_of_a_listed_one_in_another_environment_is_another_key() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, "Name;Environment;Last four\nShop;UA;4bf2\n").await;
    let text = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2".to_owned();
    service.import.check(Some(text.into())).await.unwrap();
    let about = keydesk_core::service::NewKey {
        holder: None,
        expiry: keydesk_core::service::NewExpiry::NotAsked,
        name: "Web shop".to_owned(),
        environment: ApiEnvironment::Production,
        organizations: None,
        run: None,
        second_look: false,
        record: None,
    };
    service.import.confirm(about, &no_progress()).await.unwrap();
    let environments = records(&env).await.into_iter().map(|key| key.environment);
    assert_eq!(environments.filter(|it| *it == ApiEnvironment::Ukraine).count(), 1);
}
