//! Pages of the network in place of an answer of Nova Post.

use std::time::Duration;

use keydesk_core::model::{Failure, ProxyReason};
use keydesk_core::nova_post::Limits;

use super::fault_server::{Act, FaultServer, answer};
use super::{CALLS, Call, good_body, outcome, without_pauses};

const HTML: &str = "content-type: text/html; charset=utf-8\r\n";

/// All statuses that can come with a page, without redirects and a proxy's sign-in.
const STATUSES: [u16; 15] =
    [200, 201, 400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503, 504, 511];

#[tokio::test]
async fn an_html_page_is_a_page_of_the_network_with_any_status() {
    for (headers, body) in [
        ("", "<!doctype html><title>Sign in</title>"),
        ("", "\r\n  <html>Blocked</html>"),
        ("content-type: application/json\r\n", "\u{FEFF}<html>Blocked</html>"),
        (HTML, "Please sign in"),
        ("", "\u{FEFF} <script>location='http://portal.example/'</script>"),
        ("content-type: application/captive+json\r\n", r#"{"captive":true}"#),
        ("content-type: text/xml\r\n", "<?xml version=\"1.0\"?><WISPAccessGatewayParam/>"),
    ] {
        for status in STATUSES {
            for call in CALLS {
                let server = FaultServer::always(answer(status, headers, body)).await;
                let outcome = outcome(call, &server.client()).await;
                assert_eq!(outcome, Err(Failure::NetworkPage { status }), "{status} {body}");
            }
        }
    }
}

#[tokio::test]
async fn a_page_does_not_hide_a_redirect_or_the_sign_in_of_a_proxy() {
    for (status, headers, failure) in [
        (302, "", Failure::RedirectRefused),
        (
            407,
            "proxy-authenticate: Basic realm=\"x\"\r\n",
            Failure::ProxyNeeded { reason: ProxyReason::SignIn },
        ),
        (
            407,
            "proxy-authenticate: NTLM\r\n",
            Failure::ProxyNeeded { reason: ProxyReason::SignInUnsupported },
        ),
        (407, "", Failure::NetworkPage { status: 407 }),
    ] {
        for call in CALLS {
            let headers = format!("{HTML}{headers}");
            let server = FaultServer::always(answer(status, &headers, "<html>Moved</html>")).await;
            assert_eq!(outcome(call, &server.client()).await, Err(failure.clone()));
        }
    }
}

#[tokio::test]
async fn plain_text_is_of_the_network_unless_a_gateway_says_that_the_service_is_away() {
    for call in CALLS {
        for status in [200, 400, 401, 403, 404, 409, 429, 500] {
            let server = FaultServer::always(answer(status, "", "Please sign in")).await;
            let outcome = outcome(call, &server.client()).await;
            assert_eq!(outcome, Err(Failure::NetworkPage { status }), "{status}");
        }
        for status in [502, 503, 504] {
            let server = FaultServer::always(answer(status, "retry-after: 5\r\n", "away")).await;
            let outcome = outcome(call, &server.client()).await;
            assert_eq!(outcome, Err(Failure::ServiceUnavailable { status, retry_after: 5 }));
        }
    }
}

#[tokio::test]
async fn json_with_the_content_type_of_a_page_is_an_answer_of_nova_post() {
    for call in CALLS {
        let server = FaultServer::always(answer(200, HTML, &good_body(call))).await;
        assert_eq!(outcome(call, &server.client()).await, Ok(()));
    }
    let server = FaultServer::always(answer(403, HTML, r#"{"errors":["Forbidden"]}"#)).await;
    let outcome = outcome(Call::Authorize, &server.client()).await;
    assert_eq!(outcome, Err(Failure::AccessForbidden));
}

#[tokio::test]
async fn an_error_without_a_body_is_an_answer_of_nova_post_whatever_its_content_type() {
    let server = FaultServer::always(answer(500, HTML, "")).await;
    let outcome = outcome(Call::Authorize, &server.client()).await;
    assert_eq!(outcome, Err(Failure::ServiceError { status: 500 }));
}

#[tokio::test]
async fn a_page_that_is_too_large_or_breaks_off_is_still_a_page() {
    for call in CALLS {
        let large = format!("<html>{}</html>", " ".repeat(64 * 1024));
        let cut = "HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n<html><body>Welc";
        for act in [answer(200, "", &large), Act::Write(cut.as_bytes().to_vec())] {
            let server = FaultServer::always(act).await;
            let outcome = outcome(call, &server.client()).await;
            assert_eq!(outcome, Err(Failure::NetworkPage { status: 200 }));
        }
    }
}

#[tokio::test]
async fn an_error_whose_body_does_not_come_is_judged_by_what_came() {
    let limits = Limits { body_start: Duration::from_millis(50), ..without_pauses() };
    for (headers, start, failure) in [
        ("", "", Failure::KeyRefused),
        ("", "<", Failure::NetworkPage { status: 401 }),
        ("", "{", Failure::AnswerUnreadable { status: 401 }),
        (HTML, "", Failure::NetworkPage { status: 401 }),
    ] {
        let head =
            format!("HTTP/1.1 401 Unauthorized\r\ncontent-length: 9\r\n{headers}\r\n{start}");
        let server = FaultServer::always(Act::Stall(head.into_bytes())).await;
        let outcome = outcome(Call::Authorize, &server.client_within(limits)).await;
        assert_eq!(outcome, Err(failure));
    }
}

/// The gateway in front of an unavailable service often answers with a page.
#[tokio::test]
async fn a_page_with_the_status_of_an_unavailable_service_is_asked_for_three_times() {
    for (status, attempts) in [(503, 3), (403, 1), (511, 1)] {
        let server = FaultServer::always(answer(status, HTML, "<html>Sorry</html>")).await;
        assert!(outcome(Call::Authorize, &server.client()).await.is_err());
        assert_eq!(server.attempts(), attempts, "{status}");
    }
}
