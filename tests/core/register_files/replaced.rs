//! What lists say of the company that a key of Ukraine opens, and of the key that has replaced another.

use keydesk_core::model::{ApiEnvironment, Company, KeyId, KeyRecord};
use keydesk_core::service::{LineEffect, ListColumn, ListForm, ListLanguage, ListPreview, Service};
use keydesk_core::store::Store;

use super::{csv, import, preview, records};
use crate::support::test_env::TestEnv;

const REPLACED: &str = "Name;Environment;Last four;Status;Replaced by\n\
    Old shop;Production;4bf2;Replaced;Web shop\n\
    Web shop;Production;77aa;Active;\n\
    Old test;Test;0001;Replaced;…0002\n\
    ;Test;0002;Active;\n";

const COMPANY: &str = "Name;Environment;Company at Nova Poshta;EDRPOU\n\
    Склад;UA;ТОВ «Склад»;01234567\n";

async fn json(service: &Service) -> String {
    service.register_files.keys(ListForm::Json, ListLanguage::English).await.unwrap().content
}

async fn key(env: &TestEnv, name: &str) -> KeyRecord {
    records(env).await.into_iter().find(|key| key.name == name).unwrap()
}

/// What each line says and the register does not take.
fn left(preview: &ListPreview) -> Vec<Vec<ListColumn>> {
    let left = |effect: &LineEffect| match effect {
        LineEffect::New { left, .. }
        | LineEffect::Changed { left, .. }
        | LineEffect::Left { left, .. } => left.clone(),
        LineEffect::Refused { problem } => panic!("refused: {problem:?}"),
    };
    preview.lines.iter().map(|line| left(&line.effect)).collect()
}

async fn successor_of(env: &TestEnv, name: &str) -> Option<KeyId> {
    key(env, name).await.replaced_by
}

#[tokio::test]
async fn the_key_that_has_replaced_another_is_read_by_its_name_or_its_last_characters() {
    let env = TestEnv::new().await;
    let service = env.service();
    assert_eq!(import(&service, REPLACED).await, (4, 0));
    assert_eq!(successor_of(&env, "Old shop").await, Some(key(&env, "Web shop").await.id));
    assert_eq!(successor_of(&env, "Old test").await, Some(key(&env, "").await.id));
    let list = csv(&service).await;
    assert!(list.contains(";Replaced;Web shop;") && list.contains(";Replaced;…0002;"), "{list}");
}

#[tokio::test]
async fn a_register_moves_to_another_computer_with_companies_and_replaced_keys() {
    for form in [ListForm::Csv, ListForm::Json] {
        let old = TestEnv::new().await;
        let service = old.service();
        // Two keys with one name: only its id says which of them has replaced the third.
        import(&service, format!("{REPLACED}Web shop;Production;1111;Active;\n")).await;
        import(&service, COMPANY).await;
        let store = Store::open(&old.store()).unwrap();
        let (first, second) = (key(&old, "Old shop").await, key(&old, "Web shop").await);
        store.mark_replaced(&first.id, Some(&second.id), second.added_at).await.unwrap();
        let file = service.register_files.keys(form, ListLanguage::English).await.unwrap().content;

        let new = TestEnv::new().await;
        let service = new.service();
        assert_eq!(import(&service, file.clone()).await, (6, 0), "{form:?}");
        let by = successor_of(&new, "Old shop").await.unwrap();
        let by = records(&new).await.into_iter().find(|key| key.id == by).unwrap();
        assert_eq!((by.name, by.last_four), (second.name, second.last_four), "{form:?}");
        let company =
            Company { name: "ТОВ «Склад»".to_owned(), code: "01234567".to_owned() };
        assert_eq!(key(&new, "Склад").await.company, Some(company), "{form:?}");
        assert_eq!(preview(&service, file).await.unchanged, 6, "{form:?}");
    }
}

#[tokio::test]
async fn a_successor_that_is_not_clear_is_shown_as_left_out() {
    let env = TestEnv::new().await;
    let service = env.service();
    let list = "Name;Environment;Last four;Status;Replaced by\n\
        Several;Production;0001;Replaced;Shop\n\
        Nobody;Production;0002;Replaced;Kiosk\n\
        Elsewhere;Test;0003;Replaced;Shop\n\
        Itself;Production;0004;Replaced;Itself\n\
        In use;Production;0005;Active;Itself\n\
        Shop;Production;0006;Active;\n\
        Shop;Production;0007;Active;\n";
    let shown = preview(&service, list).await;
    let by = vec![ListColumn::ReplacedBy];
    let expected = [by.clone(), by.clone(), by.clone(), by.clone(), by, vec![], vec![]];
    assert_eq!(left(&shown), expected);
    assert_eq!(import(&service, list).await, (7, 0));
    assert!(records(&env).await.iter().all(|key| key.replaced_by.is_none()));
}

#[tokio::test]
async fn a_list_brings_a_company_and_does_not_change_one() {
    let env = TestEnv::new().await;
    let service = env.service();
    assert_eq!(import(&service, COMPANY).await, (1, 0));
    let other = COMPANY.replace("ТОВ «Склад»", "Інша").replace("01234567", "7654321");
    let columns = [vec![ListColumn::AccountCompany, ListColumn::CompanyCode]];
    assert_eq!(left(&preview(&service, other).await), columns);
    let european = COMPANY.replace("UA", "Production");
    assert_eq!(left(&preview(&service, european).await), columns);
    let nameless = "Name;Environment;EDRPOU\nКрамниця;UA;01234567\n";
    assert_eq!(left(&preview(&service, nameless).await), [vec![ListColumn::CompanyCode]]);
}

#[tokio::test]
async fn companies_and_successors_are_safe_in_a_spreadsheet() {
    let env = TestEnv::new().await;
    let service = env.service();
    let list = "Name;Environment;Last four;Status;Replaced by;Company at Nova Poshta;EDRPOU\n\
        Old;UA;4bf2;Replaced;=1+1;=HYPERLINK(1);01234567\n=1+1;UA;77aa;Active;;;\n";
    assert_eq!(import(&service, list).await, (2, 0));
    let list = csv(&service).await;
    for cell in [";'=1+1;", ";'=HYPERLINK(1);", ";'01234567;"] {
        assert!(list.contains(cell), "{cell}: {list}");
    }
    assert!(!list.contains(";="), "{list}");
    assert_eq!(preview(&service, list).await.unchanged, 2);
    assert!(json(&service).await.contains("\"code\": \"01234567\""));
}

#[tokio::test]
async fn a_company_that_looks_like_a_key_is_left_out() {
    const SECRET: &str = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, COMPANY).await;
    let id = records(&env).await[0].id.clone();
    let company = Company { name: SECRET.to_owned(), code: "01234567".to_owned() };
    let store = Store::open(&env.store()).unwrap();
    store.keep_company(&id, company, records(&env).await[0].added_at).await.unwrap();
    for form in [ListForm::Csv, ListForm::Json] {
        let file = service.register_files.keys(form, ListLanguage::English).await.unwrap();
        assert!(!file.content.contains(SECRET), "{form:?}");
        assert_eq!(file.left_out, 1, "{form:?}");
    }
    assert_eq!(records(&env).await[0].environment, ApiEnvironment::Ukraine);
}
