//! The sandbox and the production of one server.

use crate::desk::{Desk, is_object_about, phone, read};
use keydesk_practice::{Plays, Site};
use serde_json::json;

#[tokio::test]
async fn production_makes_no_test_keys() {
    let desk = Desk::new().await;
    let url = format!("{}test-api-keys", desk.practice.production_url());
    let asked = desk.http.post(url).json(&json!({ "phone": phone(Plays::NewKey) }));
    let (status, body) = read(asked.send().await.unwrap()).await;
    assert_eq!(status, 404);
    assert!(is_object_about(&body, "path"));
}

#[tokio::test]
async fn a_test_key_and_its_token_are_refused_in_production() {
    let desk = Desk::new().await;
    let key = desk.key(phone(Plays::NewKey)).await;
    let token = desk.token(&key).await;
    let production = desk.practice.production_url();
    let url = format!("{production}clients/authorization");
    let asked = desk.http.get(url).query(&[("apiKey", &key)]).send().await.unwrap();
    assert_eq!(asked.status(), 401);
    let url = format!("{production}dictionary/currencies");
    let proven = desk.http.get(url).header("Authorization", &token).send().await.unwrap();
    assert_eq!(proven.status(), 401);
}

#[tokio::test]
async fn addresses_are_of_one_port_and_pages_know_the_language() {
    let desk = Desk::new().await;
    let origin = format!("http://127.0.0.1:{}", desk.port());
    assert_eq!(desk.practice.production_url(), format!("{origin}/production/v.1.0/"));
    for site in [Site::MyNovaPost, Site::Cabinet, Site::TestKeyPage] {
        let page = desk.practice.page_url(site, "uk");
        assert!(page.starts_with(&format!("{origin}/")) && page.ends_with("?lang=uk"), "{page}");
        for hostile in ["", "u", "uk&x=1", "../x", "UK", "ukrainian"] {
            assert!(!desk.practice.page_url(site, hostile).contains('?'), "{hostile}");
        }
    }
}
