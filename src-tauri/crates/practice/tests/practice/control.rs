//! The control endpoints, `/practice/…`.

use crate::test_server::{TestServer, is_error_about, phone, read, text};
use chrono::{DateTime, TimeDelta, Utc};
use keydesk_practice::{Options, Plays};
use reqwest::{Method, RequestBuilder, StatusCode, header};
use serde_json::{Value, json};

const KEY: &str = "0123456789abcdef0123456789abcdef01234567";

impl TestServer {
    async fn with_control() -> Self {
        Self::with(Options { control: true, ..Options::default() }).await
    }

    fn control_request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://127.0.0.1:{}/practice/{path}", self.port());
        self.http.request(method, url)
    }

    async fn control(&self, method: Method, path: &str, body: Value) -> (StatusCode, Value) {
        read(self.control_request(method, path).json(&body).send().await.unwrap()).await
    }
}

#[tokio::test]
async fn the_control_endpoints_exist_only_on_request() {
    let server = TestServer::new().await;
    for path in ["clock", "clients", "reset"] {
        assert_eq!(server.control_request(Method::GET, path).send().await.unwrap().status(), 404);
    }
}

#[tokio::test]
async fn the_clock_can_be_read_moved_and_reset() {
    let server = TestServer::with_control().await;
    let (status, clock) =
        read(server.control_request(Method::GET, "clock").send().await.unwrap()).await;
    assert_eq!(status, 200);
    assert_eq!(clock, json!({ "now": "2026-03-05T08:03:02.000000Z", "ahead": 0, "speed": 1 }));
    for (body, now) in [
        (json!({ "now": "2027-01-01T01:00:00+01:00" }), "2027-01-01T00:00:00.000000Z"),
        (json!({ "ahead": 86_400 }), "2026-03-06T08:03:02.000000Z"),
        (json!({ "ahead": "P40D" }), "2026-04-14T08:03:02.000000Z"),
        (json!({ "ahead": "P13M" }), "2027-04-05T08:03:02.000000Z"),
        (json!({ "ahead": -3_600 }), "2026-03-05T07:03:02.000000Z"),
    ] {
        let (status, clock) = server.control(Method::PUT, "clock", body).await;
        assert_eq!((status.as_u16(), text(&clock, "now").as_str()), (200, now));
    }
    let clock = read(server.control_request(Method::DELETE, "clock").send().await.unwrap()).await.1;
    assert_eq!(clock["ahead"], 0);
}

#[tokio::test]
async fn an_invalid_time_or_one_too_far_away_is_refused() {
    let server = TestServer::with_control().await;
    for (body, status) in [
        (json!({ "now": "tomorrow" }), 400),
        (json!({}), 400),
        (json!({ "now": "2027-01-01T00:00:00Z", "ahead": 1 }), 400),
        (json!({ "ahead": 1.5 }), 400),
        (json!({ "ahead": "forty days" }), 422),
        (json!({ "ahead": i64::MAX }), 422),
        (json!({ "ahead": "P21Y" }), 422),
        (json!({ "now": "2100-01-01T00:00:00Z" }), 422),
    ] {
        assert_eq!(server.control(Method::PUT, "clock", body.clone()).await.0, status, "{body}");
    }
    assert!(server.practice.shift().is_now());
    let both = json!({ "now": "2027-01-01T00:00:00Z", "ahead": 1 });
    let (_, refusal) = server.control(Method::PUT, "clock", both).await;
    assert!(refusal.to_string().contains("have one member, now or ahead"), "{refusal}");
}

#[tokio::test]
async fn a_client_can_be_added_read_and_removed() {
    let server = TestServer::with_control().await;
    let path = "clients/4915123456789";
    let seed = json!({
        "plays": "short_tokens", "apiKey": KEY,
        "createdAt": "2025-04-01T10:00:00Z", "expDate": "2026-04-01T23:59:59Z",
    });
    let (status, client) = server.control(Method::PUT, path, seed).await;
    assert_eq!(status, 200);
    let id = text(&client, "clientId");
    assert_eq!(
        client,
        json!({
            "phone": "4915123456789", "clientId": id, "plays": "short_tokens", "apiKey": KEY,
            "createdAt": "2025-04-01T10:00:00.000000Z", "expDate": "2026-04-01T23:59:59.000Z",
            "status": "Active",
        })
    );
    assert_eq!(server.authorize(KEY).await.status(), 200);
    assert_eq!(
        read(server.control_request(Method::GET, path).send().await.unwrap()).await.1,
        client
    );
    let all = read(server.control_request(Method::GET, "clients").send().await.unwrap()).await.1;
    assert_eq!(all, json!({ "clients": [client] }));

    let (_, again) = server.control(Method::PUT, path, json!({ "plays": "new_key" })).await;
    assert_eq!(text(&again, "clientId"), id, "the client stays the same");
    assert_eq!(server.authorize(KEY).await.status(), 401, "its key changes");

    assert_eq!(server.control_request(Method::DELETE, path).send().await.unwrap().status(), 204);
    assert_eq!(server.control_request(Method::DELETE, path).send().await.unwrap().status(), 404);
    assert_eq!(server.control_request(Method::GET, path).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn clients_are_listed_in_the_order_in_which_they_were_added() {
    let server = TestServer::with_control().await;
    for digit in [1, 2, 3, 1] {
        server.control(Method::PUT, &format!("clients/491510000000{digit}"), json!({})).await;
    }
    let all = read(server.control_request(Method::GET, "clients").send().await.unwrap()).await.1;
    let phones: Vec<&str> =
        all["clients"].as_array().unwrap().iter().map(|c| c["phone"].as_str().unwrap()).collect();
    assert_eq!(phones, ["4915100000002", "4915100000003", "4915100000001"]);
}

#[tokio::test]
async fn an_expired_key_was_created_one_year_before_its_expiry() {
    let server = TestServer::with_control().await;
    for (end, begin, status) in [
        ("2026-03-01T23:59:59Z", "2025-03-01T23:59:59.000000Z", "Expired"),
        ("2020-02-29T12:00:00Z", "2019-02-28T12:00:00.000000Z", "CleanedUp"),
        ("1970-01-02T00:00:00Z", "1970-01-01T00:00:00.000000Z", "CleanedUp"),
        ("2026-12-31T23:59:59Z", "2026-03-05T08:03:02.000000Z", "Active"),
        ("9999-12-31T23:59:59Z", "2026-03-05T08:03:02.000000Z", "Active"),
    ] {
        let put =
            server.control(Method::PUT, "clients/4915123456789", json!({ "expDate": end })).await;
        let (answered, client) = put;
        assert_eq!(answered, 200, "{client}");
        let shown = (client["createdAt"].as_str(), client["status"].as_str());
        assert_eq!(shown, (Some(begin), Some(status)), "{end}");
    }
}

#[tokio::test]
async fn an_invalid_client_is_refused_and_the_existing_one_stays() {
    let server = TestServer::with_control().await;
    let key = server.key(phone(Plays::NewKey)).await;
    for (phone, body, status) in [
        ("380671234567", json!({}), 422),
        ("12", json!({}), 422),
        ("4915123456789", json!({ "apiKey": "short" }), 422),
        ("4915123456789", json!({ "apiKey": key }), 422),
        (
            "498213437654",
            json!({ "createdAt": "2020-01-01T10:00:00Z", "expDate": "2020-01-01T00:00:00Z" }),
            422,
        ),
        (
            "498213437654",
            json!({ "createdAt": "2027-01-01T00:00:00Z", "expDate": "2026-12-31T00:00:00Z" }),
            422,
        ),
        ("498213437654", json!({ "expDate": "+262142-01-01T00:00:00Z" }), 422),
        ("498213437654", json!({ "createdAt": "-0001-01-01T00:00:00Z" }), 422),
        ("498213437654", json!({ "createdAt": "1969-12-31T23:59:59Z" }), 422),
        ("498213437654", json!({ "expDate": "+10000-01-01T00:00:00Z" }), 422),
        ("4915123456789", json!({ "plays": "unheard_of" }), 400),
        ("4915123456789", json!({ "phone": "4915123456789" }), 400),
        ("4915123456789", json!([]), 400),
        ("4915123456789", json!([null, null, null, null]), 400),
    ] {
        let (answered, said) = server.control(Method::PUT, &format!("clients/{phone}"), body).await;
        assert_eq!(answered, status, "{said}");
        assert!(!said.to_string().contains(&key));
    }
    assert_eq!(server.authorize(&key).await.status(), 200);
}

#[tokio::test]
async fn the_answer_shows_the_added_client_even_if_a_reset_follows_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let state = Some(folder.path().join("practice.json"));
    let server = TestServer::with(Options { control: true, state, ..Options::default() }).await;
    for _ in 0..50 {
        let put = server.control(Method::PUT, "clients/4915123456789", json!({ "apiKey": KEY }));
        let reset = server.control_request(Method::POST, "reset").json(&json!({})).send();
        let ((status, client), _) = tokio::join!(put, reset);
        assert_eq!((status.as_u16(), &client["apiKey"]), (200, &json!(KEY)));
    }
}

#[tokio::test]
async fn an_added_number_has_its_outcome_even_if_a_client_had_it_before() {
    let server = TestServer::with_control().await;
    server.control(Method::PUT, "clients/4915123456789", json!({ "plays": "new_key" })).await;
    server.practice.add_number("4915123456789", Plays::DailyLimit).await.unwrap();
    assert_eq!(server.request_key("4915123456789").await.status(), 429);
}

#[tokio::test]
async fn a_reset_keeps_added_numbers_unless_told_otherwise() {
    let server = TestServer::with_control().await;
    server.practice.add_number("4915123456789", Plays::NewKey).await.unwrap();
    for (body, own) in [(json!({}), 1), (json!({ "numbers": true }), 0)] {
        let key = server.key(phone(Plays::NewKey)).await;
        let reset = server.control_request(Method::POST, "reset").json(&body).send().await.unwrap();
        assert_eq!(reset.status(), 204);
        assert_eq!(server.authorize(&key).await.status(), 401);
        assert_eq!(server.practice.numbers().iter().filter(|number| number.own).count(), own);
    }
}

#[tokio::test]
async fn only_a_json_object_resets() {
    let server = TestServer::with_control().await;
    let key = server.key(phone(Plays::NewKey)).await;
    for body in [json!([]), json!([true]), json!(null), json!("numbers"), json!(true)] {
        let (status, said) = server.control(Method::POST, "reset", body.clone()).await;
        assert_eq!(status, 400, "{body}");
        assert!(is_error_about(&said, "body"), "{said}");
    }
    assert_eq!(server.authorize(&key).await.status(), 200);
}

#[tokio::test]
async fn an_error_names_the_member_of_the_body() {
    let server = TestServer::with_control().await;
    for (body, sentence) in [
        (json!({ "apiKey": 1 }), "apiKey: expected a string"),
        (json!({ "key": "secret" }), "key: there is no member key"),
    ] {
        let (status, said) = server.control(Method::PUT, "clients/4915123456789", body).await;
        assert_eq!(status, 400);
        assert!(is_error_about(&said, sentence), "{said}");
    }
}

#[tokio::test]
async fn a_form_of_a_web_page_changes_nothing() {
    let server = TestServer::with_control().await;
    let key = server.key(phone(Plays::NewKey)).await;
    for kind in ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] {
        let sent = server
            .control_request(Method::POST, "reset")
            .header(header::CONTENT_TYPE, kind)
            .body("{}");
        let (status, body) = read(sent.send().await.unwrap()).await;
        assert_eq!(status, 415);
        assert!(is_error_about(&body, "content type"));
    }
    assert_eq!(server.authorize(&key).await.status(), 200);
}

#[tokio::test]
async fn a_script_of_another_web_page_changes_nothing() {
    let server = TestServer::with_control().await;
    let ours = format!("http://localhost:{}", server.port());
    for (origin, status) in [("https://example.com", 403), ("null", 403), (ours.as_str(), 200)] {
        let sent = server.control_request(Method::DELETE, "clock").header(header::ORIGIN, origin);
        let answer = sent.send().await.unwrap();
        assert_eq!(answer.status(), status, "{origin}");
        assert!(!answer.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    }
    let twice = server.control_request(Method::GET, "clients").header(header::ORIGIN, &ours);
    let twice = twice.header(header::ORIGIN, "https://example.com").send().await.unwrap();
    assert_eq!(twice.status(), 403);
    let preflight = server.control_request(Method::OPTIONS, "clock").send().await.unwrap();
    assert_eq!(preflight.status(), 405);
}

#[tokio::test]
async fn a_wrong_method_gets_the_allowed_ones() {
    let server = TestServer::with_control().await;
    let answer = server.control_request(Method::GET, "reset").send().await.unwrap();
    assert_eq!(answer.headers()[header::ALLOW], "POST");
    let (status, body) = read(answer).await;
    assert_eq!(status, 405);
    assert!(is_error_about(&body, "Method"));
}

#[tokio::test]
async fn a_fast_clock_reports_its_speed_and_is_saved_at_the_stop() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let fast = || Options {
        state: Some(file.clone()),
        control: true,
        speed: keydesk_practice::Speed::new(3600).unwrap(),
        ..Options::default()
    };
    let server = TestServer::with(fast()).await;
    server.pass(TimeDelta::seconds(24));
    let clock = read(server.control_request(Method::GET, "clock").send().await.unwrap()).await.1;
    assert_eq!(clock["speed"], 3600);
    let shown: DateTime<Utc> = text(&clock, "now").parse().unwrap();
    assert_eq!(shown.to_rfc3339(), "2026-03-06T08:03:02+00:00");
    let ahead = server.practice.shift().ahead;
    server.practice.stop().await;
    assert_eq!(TestServer::with(fast()).await.practice.shift().ahead, ahead);
}
