//! The sandbox and production of one server.

use crate::test_server::{TestServer, is_error_about, phone, read};
use keydesk_practice::{Plays, Site};
use serde_json::json;

#[tokio::test]
async fn production_has_no_test_keys() {
    let server = TestServer::new().await;
    let url = format!("{}test-api-keys", server.practice.production_url());
    let asked = server.http.post(url).json(&json!({ "phone": phone(Plays::NewKey) }));
    let (status, body) = read(asked.send().await.unwrap()).await;
    assert_eq!(status, 404);
    assert!(is_error_about(&body, "path"));
}

#[tokio::test]
async fn a_test_key_and_its_token_are_refused_in_production() {
    let server = TestServer::new().await;
    let key = server.key(phone(Plays::NewKey)).await;
    let token = server.token(&key).await;
    let production = server.practice.production_url();
    let url = format!("{production}clients/authorization");
    let asked = server.http.get(url).query(&[("apiKey", &key)]).send().await.unwrap();
    assert_eq!(asked.status(), 401);
    let url = format!("{production}dictionary/currencies");
    let listed = server.http.get(url).header("Authorization", &token).send().await.unwrap();
    assert_eq!(listed.status(), 401);
}

#[tokio::test]
async fn addresses_have_one_port_and_pages_take_a_language() {
    let server = TestServer::new().await;
    let origin = format!("http://127.0.0.1:{}", server.port());
    assert_eq!(server.practice.production_url(), format!("{origin}/production/v.1.0/"));
    for site in [Site::MyNovaPost, Site::Cabinet, Site::TestKeyPage] {
        let page = server.practice.page_url(site, "uk");
        assert!(page.starts_with(&format!("{origin}/")) && page.ends_with("?lang=uk"), "{page}");
        for hostile in ["", "u", "uk&x=1", "../x", "UK", "ukrainian"] {
            assert!(!server.practice.page_url(site, hostile).contains('?'), "{hostile}");
        }
    }
}
