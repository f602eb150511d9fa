//! A token for a key of Ukraine: every answer is a token, "none" or a failure.

use keydesk_core::model::{Failure, ProxyReason};
use keydesk_core::nova_post::{BaseUrl, Ukraine};

use super::fault_server::{Act, FaultServer, answer};
use super::secrecy::{Log, answers_with_secrets, holds_no_secret};
use super::{TOKEN, clock, key, without_pauses};

const JSON: &str = "content-type: application/json\r\n";
const HTML: &str = "content-type: text/html\r\n";
const REFUSAL: &str = "{\"errors\":{\"errorMessage\":\"Invalid apiKey\"}}";

fn client(server: &FaultServer) -> Ukraine {
    let base = BaseUrl::parse(&server.address().replace("v.1.0", "ukraine/v2.0")).unwrap();
    Ukraine::with_limits(base, without_pauses(), clock()).unwrap()
}

/// Whether a token came.
async fn said(act: Act) -> Result<bool, Failure> {
    let server = FaultServer::always(act).await;
    client(&server).authorize(&key()).await.map(|answered| answered.is_some())
}

fn token_answer() -> String {
    format!("{{\"jwt\":\"{TOKEN}\"}}")
}

#[tokio::test]
async fn the_key_is_sent_once_to_the_address_beside_the_api() {
    let server = FaultServer::always(answer(200, JSON, &token_answer())).await;
    let answered = client(&server).authorize(&key()).await.unwrap().unwrap();
    assert_eq!(answered.value.expose(), TOKEN);
    let [request] = &server.requests()[..] else { panic!() };
    let line = format!("GET /ukraine/v.1.0/clients/authorization?apiKey={} HTTP", key().expose());
    assert!(request.starts_with(&line));
}

#[tokio::test]
async fn every_answer_with_status_200_has_one_meaning() {
    let unreadable = Err(Failure::AnswerUnreadable { status: 200 });
    let page = Err(Failure::NetworkPage { status: 200 });
    for (body, meaning) in [
        (token_answer().as_str(), Ok(true)),
        ("{}", Ok(false)),
        (REFUSAL, Ok(false)),
        ("{\"success\":false,\"errorCodes\":[\"20000200068\"]}", Ok(false)),
        ("{\"jwt\":null}", Ok(false)),
        ("{\"jwt\":\"no token, but a sentence\"}", Ok(false)),
        // The rest may have been lost on the way.
        ("{\"jwt\":\"eyJhbGciOiJIUzI1NiJ9.eyJpc3", unreadable.clone()),
        ("", unreadable),
        ("<html>", page.clone()),
        ("Please sign in", page),
    ] {
        assert_eq!(said(answer(200, "", body)).await, meaning, "{body}");
    }
}

#[tokio::test]
async fn every_other_status_has_one_meaning() {
    for status in (201..=599).filter(|status| !matches!(status, 204 | 205 | 304)) {
        let meaning = match status {
            300..=399 => Err(Failure::RedirectRefused),
            400 | 401 | 404 | 405 | 410 | 422 => Ok(false),
            403 => Err(Failure::AccessForbidden),
            407 => Err(Failure::ProxyNeeded { reason: ProxyReason::SignIn }),
            429 => Err(Failure::TooManyRequests { retry_after: Some(7) }),
            511 => Err(Failure::NetworkPage { status }),
            502..=504 => Err(Failure::ServiceUnavailable { status, retry_after: 7 }),
            500..=599 => Err(Failure::ServiceError { status }),
            _ => Err(Failure::AnswerUnreadable { status }),
        };
        let act = answer(status, &format!("{JSON}retry-after: 7\r\n"), REFUSAL);
        assert_eq!(said(act).await, meaning, "{status}");
    }
}

#[tokio::test]
async fn a_refusal_may_have_any_form_and_a_page_is_none_except_with_404() {
    assert_eq!(said(answer(401, JSON, "{\"message\":\"no\"}")).await, Ok(false));
    assert_eq!(said(answer(404, HTML, "<html>")).await, Ok(false));
    for status in [400, 401, 403, 429, 500] {
        let meaning = Err(Failure::NetworkPage { status });
        assert_eq!(said(answer(status, HTML, "<html>")).await, meaning, "{status}");
    }
    assert_eq!(said(Act::Reset).await, Err(Failure::Unreachable));
}

#[tokio::test]
async fn a_refusal_is_final_and_an_unavailable_service_is_asked_three_times() {
    for (status, attempts) in [(401, 1), (404, 1), (429, 1), (503, 3)] {
        let server = FaultServer::always(answer(status, "", "")).await;
        let _ = client(&server).authorize(&key()).await;
        assert_eq!(server.attempts(), attempts, "{status}");
    }
}

#[tokio::test]
async fn no_failure_and_no_log_holds_a_secret() {
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());
    for act in answers_with_secrets().into_iter().chain([answer(200, JSON, &token_answer())]) {
        // A server that never answers makes the test wait for the timeout of an attempt.
        if matches!(act, Act::Stall(_)) {
            continue;
        }
        let server = FaultServer::always(act).await;
        let client = client(&server);
        let answered = client.authorize(&key()).await;
        holds_no_secret(&format!("{answered:?} {client:?}"));
    }
    holds_no_secret(&log.text());
    for part in ["status=200 ", "status=302 ", "status=401 "] {
        assert!(log.text().contains(&format!("operation=\"authorize_ukraine\" {part}")));
    }
}
