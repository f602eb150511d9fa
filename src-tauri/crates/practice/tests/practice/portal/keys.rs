//! What is made on the pages works, and what is deactivated there doesn't.

use chrono::TimeDelta;
use keydesk_practice::{Move, Options};
use reqwest::StatusCode;

use super::{API_KEYS, NEW_KEY, SECURITY, Visitor};

#[tokio::test]
async fn a_key_from_the_page_opens_production_and_nothing_else() {
    let visitor = Visitor::new().await;
    visitor.add_organization("Nordlicht").await;
    let key = visitor.create_key("Shop").await;
    let token = visitor.token(&key).await;
    assert_eq!(visitor.prove(&token).await, 200);
    assert_eq!(visitor.desk.authorize(&key).await.status(), 401, "the sandbox");
    assert_eq!(visitor.desk.currencies(&token, "").await.status(), 401, "the sandbox");
}

#[tokio::test]
async fn a_deactivated_key_opens_nothing_and_neither_do_its_tokens() {
    let visitor = Visitor::new().await;
    visitor.add_organization("Nordlicht").await;
    let other = visitor.create_key("Other").await;
    let key = visitor.create_key("Shop").await;
    let token = visitor.token(&key).await;
    let list = visitor.visit(API_KEYS).await;
    let way = list.ways("/deactivate")[0];
    assert!(visitor.visit(way).await.has("Deactivate the key “Shop”?"), "it is asked before");
    assert_eq!(visitor.prove(&token).await, 200, "asking does nothing");

    let after = visitor.send(way, &[]).await;
    assert!(after.rows()[0].contains("Deactivated"));
    assert!(after.rows()[1].contains("Active"));
    assert_eq!(visitor.authorize(&key).await.status(), 401);
    assert_eq!(visitor.prove(&token).await, 401);
    assert_eq!(visitor.authorize(&other).await.status(), 200);
    assert!(!visitor.visit(way).await.has("<form"), "once is for ever");
}

#[tokio::test]
async fn a_key_is_for_one_several_or_all_organizations() {
    let visitor = Visitor::new().await;
    for name in ["Nordlicht", "Südwind", "Ostsee"] {
        visitor.add_organization(name).await;
    }
    let form = visitor.visit(NEW_KEY).await;
    let ids: Vec<&str> = form
        .html
        .split("name=\"organization\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let [north, south, _] = ids[..] else { panic!("three organizations: {ids:?}") };
    let for_these = [
        (vec![("organization", north)], vec!["Nordlicht"]),
        (vec![("organization", south), ("organization", north)], vec!["Nordlicht", "Südwind"]),
        (vec![("all", "yes")], vec!["Nordlicht", "Südwind", "Ostsee"]),
    ];
    for (mut fields, names) in for_these {
        fields.push(("name", "Shop"));
        let list = visitor.send(NEW_KEY, &fields).await;
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
    let visitor = Visitor::new().await;
    visitor.add_organization("Nordlicht").await;
    let key = visitor.create_key("Shop").await;
    let list = visitor.visit(API_KEYS).await;
    for words in [
        "<h2>Shop</h2>",
        "Active",
        "5 March 2026</time>",
        "5 March 2026 to 5 March 2027",
        "<dd>Nordlicht</dd>",
    ] {
        assert!(list.rows()[0].contains(words), "{words}");
    }
    visitor.practice().set_time(Move::Months(12)).await.unwrap();
    assert_eq!(visitor.authorize(&key).await.status(), 200, "its last day");
    visitor.practice().set_time(Move::Ahead(TimeDelta::days(1))).await.unwrap();
    assert_eq!(visitor.authorize(&key).await.status(), 401);
    assert!(visitor.visit(API_KEYS).await.rows()[0].contains("Expired"));
}

#[tokio::test]
async fn the_newest_key_stands_first_and_long_lists_go_on() {
    let visitor = Visitor::new().await;
    for _ in 0..51 {
        visitor.sending(SECURITY, &[]).send().await.unwrap();
    }
    let first = visitor.visit(SECURITY).await;
    assert_eq!(first.rows().len(), 50);
    assert!(first.rows()[0].contains("Key 51"));
    let rest =
        visitor.visit(first.ways(SECURITY).iter().find(|way| way.contains("page=2")).unwrap());
    let rest = rest.await;
    assert_eq!(rest.rows().len(), 1);
    assert!(rest.rows()[0].contains("Key 1<"));
    assert_eq!(visitor.visit(&format!("{SECURITY}?page=99")).await.rows().len(), 1, "the last one");
}

#[tokio::test]
async fn what_is_missing_makes_no_key() {
    let visitor = Visitor::new().await;
    visitor.add_organization("Nordlicht").await;
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
        let page = visitor.send(NEW_KEY, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(page.has(problem), "{fields:?}");
    }
    let both = visitor.send(NEW_KEY, &[]).await;
    assert!(both.has("Type a name") && both.has("Choose at least one"), "all at once");
    assert!(visitor.visit(API_KEYS).await.keys().is_empty());
}

#[tokio::test]
async fn without_an_organization_there_is_no_form_for_a_key() {
    let visitor = Visitor::new().await;
    for path in [API_KEYS, NEW_KEY] {
        let page = visitor.visit(path).await;
        assert!(page.has("First an organization is needed"), "{path}");
        assert!(!page.has("<form"), "{path}");
    }
    let refused = visitor.send(NEW_KEY, &[("name", "Shop"), ("all", "yes")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_organization_appears_as_the_letter_brought_it() {
    let visitor = Visitor::new().await;
    let fields = [("name", "Nordlicht"), ("tax-code", "DE811907980")];
    let account = visitor.send("/my-nova-post", &fields).await;
    assert!(account.has("<h3>Nordlicht</h3>") && account.has("Tax code DE811907980"));
    for (name, tax_code) in [("", "1"), (&*"x".repeat(201), "1"), ("Ok", &*"1".repeat(201))] {
        let page = visitor.send("/my-nova-post", &[("name", name), ("tax-code", tax_code)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(visitor.visit("/my-nova-post").await.html.matches("\"organization\"").count(), 1);
}

#[tokio::test]
async fn the_cabinet_makes_a_key_at_one_press_that_no_environment_takes() {
    let visitor = Visitor::new().await;
    let security = visitor.send(SECURITY, &[]).await;
    let key = security.newest_key();
    assert_eq!(key.len(), 32);
    assert_eq!(visitor.authorize(&key).await.status(), 401);
    assert_eq!(visitor.desk.authorize(&key).await.status(), 401);
    let after = visitor.send(security.ways("/deactivate")[0], &[]).await;
    assert!(after.rows()[0].contains("Deactivated"));
}

#[tokio::test]
async fn what_was_made_survives_a_restart_and_goes_with_a_reset() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.json");
    let options = || Options { state: Some(state.clone()), ..Options::default() };
    let visitor = Visitor::with(options()).await;
    visitor.add_organization("Nordlicht").await;
    let key = visitor.create_key("Shop").await;
    let code = visitor.send(SECURITY, &[]).await.newest_key();
    visitor.desk.practice.stop().await;

    let visitor = Visitor::with(options()).await;
    assert_eq!(visitor.visit(API_KEYS).await.keys(), [&key]);
    assert_eq!(visitor.visit(SECURITY).await.keys(), [&code]);
    assert_eq!(visitor.authorize(&key).await.status(), 200);
    let way = visitor.visit(API_KEYS).await.ways("/deactivate")[0].to_owned();
    visitor.practice().reset().await.unwrap();
    assert!(visitor.visit(API_KEYS).await.keys().is_empty());
    assert!(visitor.visit(SECURITY).await.keys().is_empty());
    assert_eq!(visitor.authorize(&key).await.status(), 401);
    assert_eq!(visitor.send(&way, &[]).await.status, 404);
}

#[tokio::test]
async fn what_cannot_be_kept_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.json");
    let visitor = Visitor::with(Options { state: Some(state), ..Options::default() }).await;
    visitor.add_organization("Nordlicht").await;
    folder.close().unwrap();
    for (path, fields) in [
        ("/my-nova-post", [("name", "Südwind")].as_slice()),
        (NEW_KEY, &[("name", "Shop"), ("all", "yes")]),
        (SECURITY, &[]),
        ("/test-key", &[("phone", "498213437654")]),
    ] {
        let page = visitor.send(path, fields).await;
        assert_eq!(page.status, 503, "{path}");
        assert!(page.has("It could not be saved"), "{path}");
        assert!(page.keys().is_empty(), "{path}");
    }
}
