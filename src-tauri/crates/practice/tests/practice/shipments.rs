//! `GET shipments` in both environments.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use crate::dictionary::{Reader, assert_401, both, with_production_keys};
use crate::test_server::{TestServer, is_error_about, read};

#[tokio::test]
async fn the_sandbox_has_none_and_production_has_one_of_three_days_ago() {
    let server = with_production_keys().await;
    let [sandbox, production] = both(&server).await;
    let none = sandbox.page("shipments?limit=1").await;
    assert_eq!(
        none,
        json!({
            "current_page": 1, "last_page": 1, "per_page": 1, "total": 0,
            "from": null, "to": null, "items": [],
        })
    );
    for passed in [TimeDelta::zero(), TimeDelta::minutes(30)] {
        server.pass(passed);
        let one = production.page("shipments?limit=1").await;
        assert_eq!((&one["total"], &one["from"], &one["to"]), (&json!(1), &json!(1), &json!(1)));
        let created_at = one["items"][0]["createdAt"].as_str().unwrap();
        let created_at: DateTime<Utc> = created_at.parse().unwrap();
        assert_eq!(created_at, server.now() - TimeDelta::days(3));
    }
    let after = production.page("shipments?page=2").await;
    assert_eq!(after["items"], json!([]));
}

#[tokio::test]
async fn a_token_and_a_query_are_checked_as_for_every_list() {
    let server = TestServer::new().await;
    let reader = Reader::in_sandbox(&server).await;
    assert_401(reader.get_as("no token", "shipments?limit=1").await).await;
    let (status, body) = read(reader.get("shipments?limit=0").await).await;
    assert_eq!(status, 422);
    assert!(is_error_about(&body, "limit"));
}
