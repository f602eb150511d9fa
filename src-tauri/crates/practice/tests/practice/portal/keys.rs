//! Keys that are created and deactivated on the pages.

use std::fs;

use chrono::TimeDelta;
use keydesk_practice::{Move, Options, Site};
use reqwest::{StatusCode, header};

use super::{API_KEYS, Browser, NEW_KEY, SECURITY};

#[tokio::test]
async fn a_key_from_the_page_works_in_production_only() {
    let browser = Browser::new().await;
    browser.add_organization("Nordlicht").await;
    let key = browser.create_key("Shop").await;
    let token = browser.token(&key).await;
    assert_eq!(browser.list_status(&token).await, 200);
    assert_eq!(browser.server.authorize(&key).await.status(), 401, "the sandbox");
    assert_eq!(browser.server.currencies(&token, "").await.status(), 401, "the sandbox");
}

#[tokio::test]
async fn a_deactivated_key_and_its_tokens_are_refused() {
    let browser = Browser::new().await;
    browser.add_organization("Nordlicht").await;
    let other = browser.create_key("Other").await;
    let key = browser.create_key("Shop").await;
    let token = browser.token(&key).await;
    let list = browser.open(API_KEYS).await;
    let link = list.links("/deactivate")[0];
    assert!(browser.open(link).await.has("Deactivate the key “Shop”?"), "a confirmation");
    assert_eq!(browser.list_status(&token).await, 200, "the confirmation page changes nothing");

    let after = browser.send(link, &[]).await;
    assert!(after.rows()[0].contains("Deactivated"));
    assert!(after.rows()[1].contains("Active"));
    assert_eq!(browser.authorize(&key).await.status(), 401);
    assert_eq!(browser.list_status(&token).await, 401);
    assert_eq!(browser.authorize(&other).await.status(), 200);
    assert!(!browser.open(link).await.has("<form"), "it can't be undone");
}

#[tokio::test]
async fn a_key_is_for_one_several_or_all_organizations() {
    let browser = Browser::new().await;
    for name in ["Nordlicht", "Südwind", "Ostsee"] {
        browser.add_organization(name).await;
    }
    let form = browser.open(NEW_KEY).await;
    let ids: Vec<&str> = form
        .html
        .split("name=\"organization\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let [first, second, _] = ids[..] else { panic!("three organizations: {ids:?}") };
    let for_these = [
        (vec![("organization", first)], vec!["Nordlicht"]),
        (vec![("organization", second), ("organization", first)], vec!["Nordlicht", "Südwind"]),
        (vec![("all", "yes")], vec!["Nordlicht", "Südwind", "Ostsee"]),
    ];
    for (mut fields, names) in for_these {
        fields.push(("name", "Shop"));
        let list = browser.send(NEW_KEY, &fields).await;
        let row = list.rows()[0];
        let there: Vec<&str> = ["Nordlicht", "Südwind", "Ostsee"]
            .into_iter()
            .filter(|name| row.contains(&format!("<dd>{name}</dd>")))
            .collect();
        assert_eq!(there, names);
    }
}

#[tokio::test]
async fn the_list_shows_date_name_status_organization_and_validity() {
    let browser = Browser::new().await;
    browser.add_organization("Nordlicht").await;
    let key = browser.create_key("Shop").await;
    let list = browser.open(API_KEYS).await;
    for words in [
        "<h2>Shop</h2>",
        "Active",
        "5 March 2026</time>",
        "5 March 2027</time>",
        "<dt>Organization</dt>",
        "<dd>Nordlicht</dd>",
    ] {
        assert!(list.rows()[0].contains(words), "{words}");
    }
    browser.practice().set_time(Move::Months(12)).await.unwrap();
    assert_eq!(browser.authorize(&key).await.status(), 200, "its last day");
    browser.practice().set_time(Move::Ahead(TimeDelta::days(1))).await.unwrap();
    assert_eq!(browser.authorize(&key).await.status(), 401);
    assert!(browser.open(API_KEYS).await.rows()[0].contains("Expired"));
}

#[tokio::test]
async fn the_newest_key_comes_first_and_long_lists_have_pages() {
    let browser = Browser::new().await;
    for _ in 0..51 {
        browser.form_request(SECURITY, &[]).send().await.unwrap();
    }
    let first = browser.open(SECURITY).await;
    assert_eq!(first.rows().len(), 50);
    assert!(first.rows()[0].contains("Key 51"));
    let rest =
        browser.open(first.links(SECURITY).iter().find(|link| link.contains("page=2")).unwrap());
    let rest = rest.await;
    assert_eq!(rest.rows().len(), 1);
    assert!(rest.rows()[0].contains("Key 1<"));
    assert_eq!(browser.open(&format!("{SECURITY}?page=99")).await.rows().len(), 1, "the last one");
}

#[tokio::test]
async fn a_form_with_missing_values_creates_no_key() {
    let browser = Browser::new().await;
    browser.add_organization("Nordlicht").await;
    let nobody = "00000000-0000-4000-8000-000000000000";
    let long = "x".repeat(201);
    for (fields, problem) in [
        (vec![("all", "yes")], "Type a name for the key."),
        (vec![("name", "  "), ("all", "yes")], "Type a name for the key."),
        (vec![("name", &*long), ("all", "yes")], "more than 200 characters"),
        (vec![("name", "Shop")], "Choose at least one organization."),
        (vec![("name", "Shop"), ("organization", nobody)], "no longer in your account"),
        (vec![("name", "Shop"), ("organization", "nonsense")], "no longer in your account"),
    ] {
        let page = browser.send(NEW_KEY, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(page.has(problem), "{fields:?}");
    }
    let both = browser.send(NEW_KEY, &[]).await;
    assert!(both.has("Type a name") && both.has("Choose at least one"), "all at once");
    assert!(browser.open(API_KEYS).await.keys().is_empty());
}

#[tokio::test]
async fn without_an_organization_no_key_can_be_created() {
    let browser = Browser::new().await;
    let list = browser.open(API_KEYS).await;
    assert_eq!(list.status, 200);
    let page = browser.open(list.links("/new")[0]).await;
    assert!(page.has("No organization is offered yet") && !page.has("<form"), "{}", page.html);
    let link = page.links("/my-nova-post#manager")[0];
    let account = browser.open(link).await;
    assert!(page.has("under “Play your sales manager”") && account.has("id=\"manager\""));
    let refused = browser.send(NEW_KEY, &[("name", "Shop"), ("all", "yes")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_added_organization_is_shown() {
    let browser = Browser::new().await;
    let fields = [("name", "Nordlicht"), ("tax-code", "DE811907980")];
    let account = browser.send("/my-nova-post", &fields).await;
    assert!(account.has("<h3>Nordlicht</h3>") && account.has("Tax code: DE811907980"));
    for (name, tax_code) in [("", "1"), (&*"x".repeat(201), "1"), ("Ok", &*"1".repeat(201))] {
        let page = browser.send("/my-nova-post", &[("name", name), ("tax-code", tax_code)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(browser.open("/my-nova-post").await.html.matches("\"organization\"").count(), 1);
}

#[tokio::test]
async fn the_cabinet_creates_a_key_that_only_the_api_of_ukraine_accepts() {
    let browser = Browser::new().await;
    let security = browser.send(SECURITY, &[]).await;
    let key = security.newest_key();
    assert_eq!(key.len(), 32);
    assert_eq!(browser.authorize(&key).await.status(), 401);
    assert_eq!(browser.server.authorize(&key).await.status(), 401);
    let call = serde_json::json!({
        "apiKey": key,
        "modelName": "Counterparty",
        "calledMethod": "getCounterparties",
        "methodProperties": { "CounterpartyProperty": "Sender" },
    });
    let url = format!("{}json/", browser.practice().ukraine_url());
    let ask = async || {
        let answer = browser.server.http.post(&url).json(&call).send().await.unwrap();
        crate::test_server::read(answer).await.1
    };
    assert_eq!(ask().await["data"][0]["EDRPOU"], "12345670");
    let after = browser.send(security.links("/deactivate")[0], &[]).await;
    assert!(after.rows()[0].contains("Deactivated"));
    assert_eq!(ask().await["errorCodes"][0], "20000200068");
}

#[tokio::test]
async fn the_cabinet_lists_the_keys_with_a_fixed_answer() {
    let browser = Browser::new().await;
    let security = browser.open(SECURITY).await;
    for key in keydesk_practice::ukraine_keys() {
        assert_eq!(security.html.matches(key.code).count(), 1, "{}", key.plays.name());
    }
}

#[tokio::test]
async fn the_direct_link_of_the_cabinet_leads_to_its_keys() {
    let browser = Browser::new().await;
    let url = browser.practice().page_url(Site::CabinetKeys, "uk");
    let link = url.strip_prefix(&browser.origin).unwrap();
    assert_eq!(link, "/dashboard/settings/developers?lang=uk");
    let moved = browser.open(link).await;
    assert_eq!(moved.headers[header::LOCATION], format!("{SECURITY}?lang=uk"));
    let page = browser.open(moved.headers[header::LOCATION].to_str().unwrap()).await;
    assert!(page.has("Безпека</h1>"), "{}", page.html);
    let slash = browser.open("/dashboard/settings/developers/").await;
    assert_eq!(slash.headers[header::LOCATION], "/dashboard/settings/developers");
}

#[tokio::test]
async fn a_question_names_the_key_as_the_list_does() {
    let browser = Browser::new().await;
    browser.send(SECURITY, &[]).await;
    let list = browser.send(SECURITY, &[]).await;
    assert!(list.rows()[0].contains("<h2>Key 2</h2>"));
    let asked = browser.open(list.links("/deactivate")[0]).await;
    assert!(asked.has("Deactivate the key “Key 2”?</h1>"), "{}", asked.html);
}

#[tokio::test]
async fn keys_survive_a_restart_and_a_reset_deletes_them() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.json");
    let options = || Options { state: Some(state.clone()), ..Options::default() };
    let browser = Browser::with(options()).await;
    browser.add_organization("Nordlicht").await;
    let key = browser.create_key("Shop").await;
    let code = browser.send(SECURITY, &[]).await.newest_key();
    browser.server.practice.stop().await;

    let browser = Browser::with(options()).await;
    assert_eq!(browser.open(API_KEYS).await.keys(), [&key]);
    assert_eq!(browser.open(SECURITY).await.keys(), [&code]);
    assert_eq!(browser.authorize(&key).await.status(), 200);
    let link = browser.open(API_KEYS).await.links("/deactivate")[0].to_owned();
    browser.practice().reset().await.unwrap();
    assert!(browser.open(API_KEYS).await.keys().is_empty());
    assert!(browser.open(SECURITY).await.keys().is_empty());
    assert_eq!(browser.authorize(&key).await.status(), 401);
    assert_eq!(browser.send(&link, &[]).await.status, 404);
}

#[tokio::test]
async fn a_change_that_cannot_be_saved_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.json");
    let browser = Browser::with(Options { state: Some(state.clone()), ..Options::default() }).await;
    browser.add_organization("Nordlicht").await;
    // No file can replace a folder.
    fs::remove_file(&state).unwrap();
    fs::create_dir(&state).unwrap();
    for (path, fields) in [
        ("/my-nova-post", [("name", "Südwind")].as_slice()),
        (NEW_KEY, &[("name", "Shop"), ("all", "yes")]),
        (SECURITY, &[]),
        ("/test-key", &[("phone", "498213437654")]),
    ] {
        let page = browser.send(path, fields).await;
        assert_eq!(page.status, 503, "{path}");
        assert!(page.has("Nothing was saved"), "{path}");
        assert!(page.keys().is_empty(), "{path}");
    }
}
