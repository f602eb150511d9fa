//! `GET tracking-push/subscribers` in both environments.

use serde_json::json;

use crate::dictionary::{Reader, assert_401, both, with_production_keys};
use crate::test_server::TestServer;

#[tokio::test]
async fn the_sandbox_has_no_webhooks_and_production_has_one() {
    let server = with_production_keys().await;
    let [sandbox, production] = both(&server).await;
    let none = sandbox.page("tracking-push/subscribers").await;
    assert_eq!((&none["items"], &none["total"]), (&json!([]), &json!(0)));
    let one = production.page("tracking-push/subscribers").await;
    let webhook = json!({
        "type": "legal", "url": "https://shop.example/nova-post/tracking", "isActive": true,
    });
    assert_eq!((&one["items"], &one["total"]), (&json!([webhook]), &json!(1)));
}

#[tokio::test]
async fn webhooks_are_only_for_a_token() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    assert_401(reader.get_as("no token", "tracking-push/subscribers").await).await;
}
