//! The call of the API of Ukraine, with the answer of each built-in key.

use keydesk_practice::{UkrainePlays, ukraine_keys};
use reqwest::{Response, header};
use serde_json::{Value, json};

use crate::test_server::{TestServer, read};

fn key(plays: UkrainePlays) -> &'static str {
    ukraine_keys().iter().find(|key| key.plays == plays).unwrap().code
}

fn call(key: &str) -> Value {
    json!({
        "apiKey": key,
        "modelName": "Counterparty",
        "calledMethod": "getCounterparties",
        "methodProperties": { "CounterpartyProperty": "Sender", "Page": "1" },
    })
}

async fn send(server: &TestServer, body: &Value) -> reqwest::Result<Response> {
    let url = format!("{}json/", server.practice.ukraine_url());
    server.http.post(url).json(body).send().await
}

async fn answer(server: &TestServer, body: &Value) -> (u16, Value) {
    let (status, body) = read(send(server, body).await.unwrap()).await;
    (status.as_u16(), body)
}

#[tokio::test]
async fn every_answer_has_the_documented_form() {
    use UkrainePlays as Plays;
    let server = TestServer::new().await;
    let (failed, empty) = (json!(["20000200068"]), json!([]));
    let text = |text: &str| json!([text]);
    for (plays, status, codes, errors) in [
        (Plays::Refused, 200, failed.clone(), text("API key incorrect")),
        (Plays::RefusedWithoutText, 200, failed.clone(), empty.clone()),
        (Plays::Unauthorized, 401, failed.clone(), text("API key incorrect")),
        (Plays::Expired, 200, failed.clone(), text("API key expired")),
        (Plays::ExpiredWithoutCode, 200, empty.clone(), text("API key expired")),
        (Plays::ExpiredUnauthorized, 401, failed.clone(), text("API key expired")),
        (
            Plays::ErrorsAsObject,
            200,
            json!({ "0": "20000200068" }),
            json!({ "0": "API key incorrect" }),
        ),
        (Plays::OtherError, 200, text("20009900001"), text("The service is being updated")),
        (Plays::TooManyRequests, 429, empty.clone(), text("Too many requests")),
        (Plays::ServiceError, 500, empty.clone(), text("Internal server error")),
        (Plays::ServiceUnavailable, 503, empty.clone(), text("Service is unavailable")),
    ] {
        let (answered, body) = answer(&server, &call(key(plays))).await;
        assert_eq!(answered, status, "{}", plays.name());
        let parts = (&body["success"], &body["data"], &body["errorCodes"], &body["errors"]);
        assert_eq!(parts, (&json!(false), &empty, &codes, &errors), "{}", plays.name());
    }
    for (plays, count) in [
        (Plays::Works, 1),
        (Plays::SeveralSenders, 3),
        (Plays::NoSender, 0),
        (Plays::NoCode, 1),
        (Plays::TokenForbidden, 1),
    ] {
        let (status, body) = answer(&server, &call(key(plays))).await;
        let senders = body["data"].as_array().unwrap();
        assert_eq!((status, &body["success"], senders.len()), (200, &json!(true), count));
        for list in ["errors", "errorCodes", "warnings", "info", "messageCodes", "infoCodes"] {
            assert_eq!(body[list], empty, "{list}");
        }
        for sender in senders {
            for member in ["Ref", "Description", "CounterpartyFullName", "EDRPOU"] {
                assert!(sender[member].is_string(), "{member}");
            }
        }
    }
}

#[tokio::test]
async fn the_broken_answers_are_broken() {
    let server = TestServer::new().await;
    let page = send(&server, &call(key(UkrainePlays::WebPage))).await.unwrap();
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
    let cut = send(&server, &call(key(UkrainePlays::CutAnswer))).await.unwrap();
    assert_eq!(cut.status(), 200);
    let text = cut.text().await.unwrap();
    assert!(text.starts_with('{') && serde_json::from_str::<Value>(&text).is_err());
    assert!(send(&server, &call(key(UkrainePlays::LostAnswer))).await.is_err());
}

#[tokio::test]
async fn a_missing_an_empty_and_an_unknown_key_are_told_apart() {
    let server = TestServer::new().await;
    let mut missing = call("");
    missing.as_object_mut().unwrap().remove("apiKey");
    let null = json!(null);
    let mut with_null = call("");
    with_null["apiKey"] = null;
    for (body, code) in [
        (missing, "20000200069"),
        (with_null, "20000200069"),
        (call(""), "20000200069"),
        (call("0123456789abcdef0123456789abcdef"), "20000200068"),
        (call("short"), "20000200068"),
    ] {
        let (status, answer) = answer(&server, &body).await;
        assert_eq!((status, &answer["errorCodes"]), (200, &json!([code])), "{body}");
    }
}

#[tokio::test]
async fn another_call_is_not_simulated() {
    let server = TestServer::new().await;
    let key = key(UkrainePlays::Works);
    let mut calls = vec![json!({}), json!([]), json!("x"), json!({ "apiKey": key })];
    for (member, value) in [
        ("modelName", json!("Address")),
        ("calledMethod", json!("getCities")),
        ("methodProperties", json!({})),
        ("methodProperties", json!([])),
        ("methodProperties", json!({ "CounterpartyProperty": "Recipient" })),
        ("methodProperties", json!({ "CounterpartyProperty": "Sender", "Page": "0" })),
        ("methodProperties", json!({ "CounterpartyProperty": "Sender", "Page": 1 })),
        ("apiKey", json!(1)),
    ] {
        let mut other = call(key);
        other[member] = value;
        calls.push(other);
    }
    for call in calls {
        let (status, answer) = answer(&server, &call).await;
        assert_eq!((status, &answer["success"]), (400, &json!(false)), "{call}");
    }
    let url = format!("{}json", server.practice.ukraine_url());
    assert_eq!(server.http.get(&url).send().await.unwrap().status(), 405);
    assert_eq!(server.http.post(&url).body("{}").send().await.unwrap().status(), 415);
}

async fn authorize(server: &TestServer, key: &str) -> reqwest::Result<Response> {
    let base = server.practice.ukraine_url().replace("/v2.0/", "/v.1.0/");
    let url = format!("{base}clients/authorization");
    server.http.get(url).query(&[("apiKey", key)]).send().await
}

#[tokio::test]
async fn two_keys_of_ukraine_get_a_token_and_the_others_do_not() {
    use UkrainePlays as Plays;
    let server = TestServer::new().await;
    for plays in ukraine_keys().iter().map(|key| key.plays) {
        let status = match plays {
            Plays::Works | Plays::SeveralSenders => 200,
            Plays::TokenForbidden => 403,
            Plays::TooManyRequests => 429,
            Plays::ServiceError => 500,
            Plays::ServiceUnavailable => 503,
            Plays::NoAnswer | Plays::WebPage | Plays::CutAnswer | Plays::LostAnswer => continue,
            _ => 401,
        };
        let (answered, body) = read(authorize(&server, key(plays)).await.unwrap()).await;
        assert_eq!(answered, status, "{}", plays.name());
        if status == 200 {
            let token = body["jwt"].as_str().unwrap();
            assert_eq!(token.split('.').count(), 3);
            // It opens nothing elsewhere.
            for base in [server.practice.base_url(), server.practice.production_url()] {
                let url = format!("{base}dictionary/currencies");
                let lists = server.http.get(url).header(header::AUTHORIZATION, token);
                assert_eq!(lists.send().await.unwrap().status(), 401);
            }
        } else {
            assert!(body["errors"]["errorMessage"].is_string(), "{}", plays.name());
        }
    }
    for (key, status) in [("", 422), ("short", 422), ("0123456789abcdef0123456789abcdef", 401)] {
        assert_eq!(authorize(&server, key).await.unwrap().status(), status, "{key}");
    }
    let page = authorize(&server, key(Plays::WebPage)).await.unwrap();
    assert_eq!(page.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
    let cut = authorize(&server, key(Plays::CutAnswer)).await.unwrap().text().await.unwrap();
    assert!(cut.starts_with("{\"jwt\":\"") && serde_json::from_str::<Value>(&cut).is_err());
    assert!(authorize(&server, key(Plays::LostAnswer)).await.is_err());
}

#[tokio::test]
async fn a_key_of_ukraine_gets_no_token_elsewhere_and_a_test_key_opens_nothing_there() {
    let server = TestServer::new().await;
    let test_key = server.key("498213437654").await;
    let (status, body) = answer(&server, &call(&test_key)).await;
    assert_eq!((status, &body["errorCodes"]), (200, &json!(["20000200068"])));
    assert_eq!(server.authorize(key(UkrainePlays::Works)).await.status(), 401);
    assert_eq!(authorize(&server, &test_key).await.unwrap().status(), 401);
}
