//! The levers of `/practice/…`.

use crate::desk::{Desk, is_object_about, phone, read, text};
use chrono::{DateTime, TimeDelta, Utc};
use keydesk_practice::{Options, Plays};
use reqwest::{Method, RequestBuilder, StatusCode, header};
use serde_json::{Value, json};

const KEY: &str = "0123456789abcdef0123456789abcdef01234567";

impl Desk {
    async fn controlled() -> Self {
        Self::with(Options { control: true, ..Options::default() }).await
    }

    fn lever(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://127.0.0.1:{}/practice/{path}", self.port());
        self.http.request(method, url)
    }

    async fn pull(&self, method: Method, path: &str, body: Value) -> (StatusCode, Value) {
        read(self.lever(method, path).json(&body).send().await.unwrap()).await
    }
}

#[tokio::test]
async fn the_levers_are_not_there_unless_they_were_asked_for() {
    let desk = Desk::new().await;
    for path in ["clock", "clients", "reset"] {
        assert_eq!(desk.lever(Method::GET, path).send().await.unwrap().status(), 404);
    }
}

#[tokio::test]
async fn the_clock_is_shown_moved_and_taken_back() {
    let desk = Desk::controlled().await;
    let (status, clock) = read(desk.lever(Method::GET, "clock").send().await.unwrap()).await;
    assert_eq!(status, 200);
    assert_eq!(clock, json!({ "now": "2026-03-05T08:03:02.000000Z", "ahead": 0, "speed": 1 }));
    for (body, now) in [
        (json!({ "now": "2027-01-01T01:00:00+01:00" }), "2027-01-01T00:00:00.000000Z"),
        (json!({ "ahead": 86_400 }), "2026-03-06T08:03:02.000000Z"),
        (json!({ "ahead": "P40D" }), "2026-04-14T08:03:02.000000Z"),
        (json!({ "ahead": "P13M" }), "2027-04-05T08:03:02.000000Z"),
        (json!({ "ahead": -3_600 }), "2026-03-05T07:03:02.000000Z"),
    ] {
        let (status, clock) = desk.pull(Method::PUT, "clock", body).await;
        assert_eq!((status.as_u16(), text(&clock, "now").as_str()), (200, now));
    }
    let clock = read(desk.lever(Method::DELETE, "clock").send().await.unwrap()).await.1;
    assert_eq!(clock["ahead"], 0);
}

#[tokio::test]
async fn a_time_that_is_none_or_too_far_is_refused() {
    let desk = Desk::controlled().await;
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
        assert_eq!(desk.pull(Method::PUT, "clock", body.clone()).await.0, status, "{body}");
    }
    assert!(desk.practice.shift().is_now());
}

#[tokio::test]
async fn a_client_is_put_in_seen_and_taken_out() {
    let desk = Desk::controlled().await;
    let path = "clients/4915123456789";
    let seed = json!({
        "plays": "short_tokens", "apiKey": KEY,
        "createdAt": "2025-04-01T10:00:00Z", "expDate": "2026-04-01T23:59:59Z",
    });
    let (status, client) = desk.pull(Method::PUT, path, seed).await;
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
    assert_eq!(desk.authorize(KEY).await.status(), 200);
    assert_eq!(read(desk.lever(Method::GET, path).send().await.unwrap()).await.1, client);
    let all = read(desk.lever(Method::GET, "clients").send().await.unwrap()).await.1;
    assert_eq!(all, json!({ "clients": [client] }));

    let (_, again) = desk.pull(Method::PUT, path, json!({ "plays": "new_key" })).await;
    assert_eq!(text(&again, "clientId"), id, "the client stays the same");
    assert_eq!(desk.authorize(KEY).await.status(), 401, "its key doesn't");

    assert_eq!(desk.lever(Method::DELETE, path).send().await.unwrap().status(), 204);
    assert_eq!(desk.lever(Method::DELETE, path).send().await.unwrap().status(), 404);
    assert_eq!(desk.lever(Method::GET, path).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn clients_stand_in_the_order_in_which_they_came() {
    let desk = Desk::controlled().await;
    for digit in [1, 2, 3, 1] {
        desk.pull(Method::PUT, &format!("clients/491510000000{digit}"), json!({})).await;
    }
    let all = read(desk.lever(Method::GET, "clients").send().await.unwrap()).await.1;
    let phones: Vec<&str> =
        all["clients"].as_array().unwrap().iter().map(|c| c["phone"].as_str().unwrap()).collect();
    assert_eq!(phones, ["4915100000002", "4915100000003", "4915100000001"]);
}

#[tokio::test]
async fn a_key_that_has_ended_began_a_year_before() {
    let desk = Desk::controlled().await;
    for (end, begin, status) in [
        ("2026-03-01T23:59:59Z", "2025-03-01T23:59:59.000000Z", "Expired"),
        ("2020-02-29T12:00:00Z", "2019-02-28T12:00:00.000000Z", "CleanedUp"),
        ("1970-01-02T00:00:00Z", "1970-01-01T00:00:00.000000Z", "CleanedUp"),
        ("2026-12-31T23:59:59Z", "2026-03-05T08:03:02.000000Z", "Active"),
        ("9999-12-31T23:59:59Z", "2026-03-05T08:03:02.000000Z", "Active"),
    ] {
        let put = desk.pull(Method::PUT, "clients/4915123456789", json!({ "expDate": end })).await;
        let (answered, client) = put;
        assert_eq!(answered, 200, "{client}");
        let shown = (client["createdAt"].as_str(), client["status"].as_str());
        assert_eq!(shown, (Some(begin), Some(status)), "{end}");
    }
}

#[tokio::test]
async fn a_client_that_cannot_be_is_refused_and_the_one_before_stays() {
    let desk = Desk::controlled().await;
    let key = desk.key(phone(Plays::NewKey)).await;
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
        let (answered, said) = desk.pull(Method::PUT, &format!("clients/{phone}"), body).await;
        assert_eq!(answered, status, "{said}");
        assert!(!said.to_string().contains(&key));
    }
    assert_eq!(desk.authorize(&key).await.status(), 200);
}

#[tokio::test]
async fn a_client_is_shown_as_it_was_put_in_even_if_a_reset_follows_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let state = Some(folder.path().join("practice.json"));
    let desk = Desk::with(Options { control: true, state, ..Options::default() }).await;
    for _ in 0..50 {
        let put = desk.pull(Method::PUT, "clients/4915123456789", json!({ "apiKey": KEY }));
        let reset = desk.lever(Method::POST, "reset").json(&json!({})).send();
        let ((status, client), _) = tokio::join!(put, reset);
        assert_eq!((status.as_u16(), &client["apiKey"]), (200, &json!(KEY)));
    }
}

#[tokio::test]
async fn a_number_that_is_added_plays_its_part_whatever_client_had_it() {
    let desk = Desk::controlled().await;
    desk.pull(Method::PUT, "clients/4915123456789", json!({ "plays": "new_key" })).await;
    desk.practice.add_number("4915123456789", Plays::DailyLimit).await.unwrap();
    assert_eq!(desk.ask("4915123456789").await.status(), 429);
}

#[tokio::test]
async fn a_reset_keeps_numbers_unless_they_are_to_go_too() {
    let desk = Desk::controlled().await;
    desk.practice.add_number("4915123456789", Plays::NewKey).await.unwrap();
    for (body, own) in [(json!({}), 1), (json!({ "numbers": true }), 0)] {
        let key = desk.key(phone(Plays::NewKey)).await;
        let reset = desk.lever(Method::POST, "reset").json(&body).send().await.unwrap();
        assert_eq!(reset.status(), 204);
        assert_eq!(desk.authorize(&key).await.status(), 401);
        assert_eq!(desk.practice.numbers().iter().filter(|number| number.own).count(), own);
    }
}

#[tokio::test]
async fn only_an_object_resets() {
    let desk = Desk::controlled().await;
    let key = desk.key(phone(Plays::NewKey)).await;
    for body in [json!([]), json!([true]), json!(null), json!("numbers"), json!(true)] {
        let (status, said) = desk.pull(Method::POST, "reset", body.clone()).await;
        assert_eq!(status, 400, "{body}");
        assert!(is_object_about(&said, "body"), "{said}");
    }
    assert_eq!(desk.authorize(&key).await.status(), 200);
}

#[tokio::test]
async fn a_form_of_a_web_page_can_pull_no_lever() {
    let desk = Desk::controlled().await;
    let key = desk.key(phone(Plays::NewKey)).await;
    for kind in ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] {
        let sent = desk.lever(Method::POST, "reset").header(header::CONTENT_TYPE, kind).body("{}");
        let (status, body) = read(sent.send().await.unwrap()).await;
        assert_eq!(status, 415);
        assert!(is_object_about(&body, "body"));
    }
    assert_eq!(desk.authorize(&key).await.status(), 200);
}

#[tokio::test]
async fn a_script_of_a_strange_web_page_can_pull_no_lever_either() {
    let desk = Desk::controlled().await;
    let ours = format!("http://localhost:{}", desk.port());
    for (origin, status) in [("https://example.com", 403), ("null", 403), (ours.as_str(), 200)] {
        let sent = desk.lever(Method::DELETE, "clock").header(header::ORIGIN, origin);
        let answer = sent.send().await.unwrap();
        assert_eq!(answer.status(), status, "{origin}");
        assert!(!answer.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    }
    let twice = desk.lever(Method::GET, "clients").header(header::ORIGIN, &ours);
    let twice = twice.header(header::ORIGIN, "https://example.com").send().await.unwrap();
    assert_eq!(twice.status(), 403);
    let preflight = desk.lever(Method::OPTIONS, "clock").send().await.unwrap();
    assert_eq!(preflight.status(), 405);
}

#[tokio::test]
async fn a_lever_pulled_the_wrong_way_hears_which_is_right() {
    let desk = Desk::controlled().await;
    let answer = desk.lever(Method::GET, "reset").send().await.unwrap();
    assert_eq!(answer.headers()[header::ALLOW], "POST");
    let (status, body) = read(answer).await;
    assert_eq!(status, 405);
    assert!(is_object_about(&body, "method"));
}

#[tokio::test]
async fn an_accelerated_clock_says_so_and_is_kept_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let fast = || Options {
        state: Some(file.clone()),
        control: true,
        speed: keydesk_practice::Speed::new(3600).unwrap(),
        ..Options::default()
    };
    let desk = Desk::with(fast()).await;
    desk.pass(TimeDelta::seconds(24));
    let clock = read(desk.lever(Method::GET, "clock").send().await.unwrap()).await.1;
    assert_eq!(clock["speed"], 3600);
    let shown: DateTime<Utc> = text(&clock, "now").parse().unwrap();
    assert_eq!(shown.to_rfc3339(), "2026-03-06T08:03:02+00:00");
    let ahead = desk.practice.shift().ahead;
    desk.practice.stop().await;
    assert_eq!(Desk::with(fast()).await.practice.shift().ahead, ahead);
}
