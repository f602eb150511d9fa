//! Every answer of the API of Ukraine has one meaning, and an answer of anything else says nothing about
//! the key.

use std::time::Duration;

use keydesk_core::model::{Failure, ProxyReason};
use keydesk_core::nova_post::{BaseUrl, Limits, Ukraine, UkraineKey};
use keydesk_core::secret::ApiKey;
use serde_json::json;

use super::fault_server::{Act, FaultServer, answer};
use super::{clock, without_pauses};

const KEY: &str = "0a11cedecade5afec0ffee0000000010";
const JSON: &str = "content-type: application/json\r\n";

async fn check(server: &FaultServer, limits: Limits) -> Result<UkraineKey, Failure> {
    let base = BaseUrl::parse(&server.address()).unwrap();
    let client = Ukraine::with_limits(base, limits, clock()).unwrap();
    let key = ApiKey::new(KEY.to_owned()).unwrap();
    client.check(&key).await.map(|answered| answered.value)
}

async fn said(act: Act) -> Result<UkraineKey, Failure> {
    check(&FaultServer::always(act).await, without_pauses()).await
}

fn works(name: &str) -> String {
    let sender = json!({ "CounterpartyFullName": name, "EDRPOU": "12345670" });
    json!({ "success": true, "data": [sender], "errors": [], "errorCodes": [] }).to_string()
}

fn refused(codes: &serde_json::Value, errors: &serde_json::Value) -> String {
    json!({ "success": false, "data": [], "errors": errors, "errorCodes": codes }).to_string()
}

#[tokio::test]
async fn the_key_is_sent_in_the_body_of_one_call() {
    let server = FaultServer::always(answer(200, JSON, &works("Firm"))).await;
    let Ok(UkraineKey::Works(senders)) = check(&server, without_pauses()).await else { panic!() };
    let company = senders.company.unwrap();
    assert_eq!((company.name.as_str(), company.code.as_str()), ("Firm", "12345670"));
    let [request] = &server.requests()[..] else { panic!() };
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /v.1.0/json/ HTTP/1.1\r\n"));
    assert!(head.contains("content-type: application/json"));
    assert!(!head.contains(KEY) && body.contains(KEY));
}

#[tokio::test]
async fn every_answer_with_status_200_has_one_meaning() {
    use UkraineKey::{Expired, Refused};
    let other =
        |code: Option<&str>| Err(Failure::CallRefused { error_code: code.map(str::to_owned) });
    let unreadable = || Err(Failure::AnswerUnreadable { status: 200 });
    let page = || Err(Failure::NetworkPage { status: 200 });
    for (body, meaning) in [
        (refused(&json!(["20000200068"]), &json!(["API key incorrect"])), Ok(Refused)),
        (refused(&json!(["20000200068"]), &json!([])), Ok(Refused)),
        (refused(&json!(["20000200069"]), &json!([])), Ok(Refused)),
        (refused(&json!({ "0": "20000200068" }), &json!({ "0": "?" })), Ok(Refused)),
        (refused(&json!(["20000200068"]), &json!(["API key expired"])), Ok(Expired)),
        (refused(&json!([]), &json!(["API key expired"])), Ok(Expired)),
        (refused(&json!(["20000100016"]), &json!(["?"])), other(Some("20000100016"))),
        (refused(&json!([]), &json!([])), other(None)),
        ("{\"success\":false}".to_owned(), other(None)),
        ("{\"success\":true}".to_owned(), unreadable()),
        ("{}".to_owned(), unreadable()),
        ("[]".to_owned(), unreadable()),
        (String::new(), unreadable()),
        ("{\"success\":true,\"data\":[".to_owned(), unreadable()),
        ("<html></html>".to_owned(), page()),
        ("Please sign in".to_owned(), page()),
    ] {
        assert_eq!(said(answer(200, "", &body)).await, meaning, "{body}");
    }
}

#[tokio::test]
async fn every_other_status_has_one_meaning() {
    let body = refused(&json!(["20000200068"]), &json!(["API key incorrect"]));
    for status in (201..=599).filter(|status| !matches!(status, 204 | 205 | 304)) {
        let meaning = match status {
            300..=399 => Err(Failure::RedirectRefused),
            401 => Ok(UkraineKey::Refused),
            403 => Err(Failure::AccessForbidden),
            407 => Err(Failure::ProxyNeeded { reason: ProxyReason::SignIn }),
            429 => Err(Failure::TooManyRequests { retry_after: Some(7) }),
            511 => Err(Failure::NetworkPage { status }),
            502..=504 => Err(Failure::ServiceUnavailable { status, retry_after: 7 }),
            500..=599 => Err(Failure::ServiceError { status }),
            _ => Err(Failure::AnswerUnreadable { status }),
        };
        let act = answer(status, &format!("{JSON}retry-after: 7\r\n"), &body);
        assert_eq!(said(act).await, meaning, "{status}");
    }
}

#[tokio::test]
async fn a_refusal_with_status_401_is_told_by_its_code_and_text_as_well() {
    use UkraineKey::{Expired, Refused};
    let other = |code: &str| Err(Failure::CallRefused { error_code: Some(code.to_owned()) });
    for (body, meaning) in [
        (refused(&json!(["20000200068"]), &json!(["API key expired"])), Ok(Expired)),
        (refused(&json!([]), &json!(["API key expired"])), Ok(Expired)),
        (json!({ "errors": ["Api Key Expired."] }).to_string(), Ok(Expired)),
        (refused(&json!(["20000200068"]), &json!([])), Ok(Refused)),
        (refused(&json!(["20000100016"]), &json!(["API key expired"])), other("20000100016")),
        (refused(&json!([]), &json!(["Unauthorized"])), Ok(Refused)),
        (json!({ "success": true, "data": [], "errors": [] }).to_string(), Ok(Refused)),
        ("{}".to_owned(), Ok(Refused)),
        (String::new(), Ok(Refused)),
    ] {
        assert_eq!(said(answer(401, JSON, &body)).await, meaning, "{body}");
    }
}

/// A web filter that answers 401 or 200 with a page has not refused the key.
#[tokio::test]
async fn a_foreign_answer_says_nothing_about_the_key() {
    for status in [200, 401, 403, 429, 500] {
        let said = said(answer(status, "content-type: text/html\r\n", "<html>")).await;
        assert_eq!(said, Err(Failure::NetworkPage { status }), "{status}");
    }
    let unclear = said(answer(401, "", "{\"message\":\"no\"}")).await;
    assert_eq!(unclear, Err(Failure::AnswerUnreadable { status: 401 }));
}

#[tokio::test]
async fn a_list_of_a_hundred_senders_is_read_and_an_endless_one_is_not() {
    let sender = json!({ "CounterpartyFullName": "x".repeat(300), "Other": "y".repeat(2000) });
    let long = json!({ "success": true, "data": vec![sender; 100] }).to_string();
    assert!(long.len() > Limits::default().body);
    assert!(said(answer(200, JSON, &long)).await.is_ok());
    let endless = format!("HTTP/1.1 200 OK\r\n{JSON}\r\n{}", works("Firm"));
    let endless = said(Act::Flood(endless.into_bytes())).await;
    assert_eq!(endless, Err(Failure::AnswerUnreadable { status: 200 }));
}

#[tokio::test]
async fn an_unavailable_service_is_asked_three_times_and_a_refusal_is_final() {
    let server = FaultServer::always(answer(503, "", "")).await;
    check(&server, without_pauses()).await.unwrap_err();
    assert_eq!(server.attempts(), 3);
    let server = FaultServer::always(answer(401, "", "")).await;
    assert_eq!(check(&server, without_pauses()).await, Ok(UkraineKey::Refused));
    assert_eq!(server.attempts(), 1);
}

#[tokio::test]
async fn a_lost_connection_and_a_late_answer_say_nothing_about_the_key() {
    assert_eq!(said(Act::Reset).await, Err(Failure::Unreachable));
    let server = FaultServer::always(Act::Stall(Vec::new())).await;
    let limits = Limits { attempt: Duration::from_millis(200), ..without_pauses() };
    assert_eq!(check(&server, limits).await, Err(Failure::TimedOut));
}

#[tokio::test]
async fn no_failure_holds_the_key() {
    for body in [
        refused(&json!([KEY]), &json!([KEY])),
        json!({ "success": false, "errorCodes": { KEY: KEY } }).to_string(),
        format!("{{\"{KEY}\""),
        KEY.to_owned(),
    ] {
        for status in [200, 400, 401, 429, 500] {
            let location = format!("location: http://127.0.0.1:1/{KEY}\r\n");
            let told = format!("{:?}", said(answer(status, &location, &body)).await);
            assert!(!told.contains(KEY), "an answer of status {status} is told with the key");
        }
    }
    let said = said(answer(200, JSON, &works(&format!("Firm {KEY}")))).await;
    let Ok(UkraineKey::Works(senders)) = said else { panic!() };
    assert!(senders.company.is_none(), "a name with the key in it is not shown");
}
