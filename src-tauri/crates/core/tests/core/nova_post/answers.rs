//! Every status and every broken answer has exactly one failure.

use keydesk_core::model::{Failure, ProxyReason};

use super::fault_server::{Act, FaultServer, answer};
use super::{CALLS, Call, KEY, TOKEN, create_test_key, good_body, key, outcome, time};

const DATE: &str = "date: Tue, 24 Nov 2026 22:30:00 GMT\r\n";

/// The expected failure of an answer without a body.
fn expected(call: Call, status: u16) -> Failure {
    match status {
        300..400 => Failure::RedirectRefused,
        403 => Failure::AccessForbidden,
        407 => Failure::ProxyNeeded { reason: ProxyReason::SignIn },
        511 => Failure::NetworkPage { status },
        502..=504 => Failure::ServiceUnavailable { status, retry_after: 7 },
        500..600 => Failure::ServiceError { status },
        400 if call == Call::CreateTestKey => Failure::PhoneInvalid,
        404 if call == Call::CreateTestKey => Failure::ClientNotFound,
        409 if call == Call::CreateTestKey => Failure::SeveralClients,
        429 if call == Call::CreateTestKey => {
            Failure::DailyLimit { again_at: time("2026-11-25T22:00:00Z"), key: None }
        }
        401 if call != Call::CreateTestKey => Failure::KeyRefused,
        429 => Failure::TooManyTokens { retry_after: Some(7) },
        422 if call == Call::Authorize => Failure::KeyMalformed,
        _ => Failure::AnswerUnreadable { status },
    }
}

/// The statuses 100 and 102 to 199 announce another answer, so they are tested separately.
#[tokio::test]
async fn every_status_has_exactly_one_failure() {
    for call in CALLS {
        for status in (101..=101).chain(201..=599) {
            let headers = format!("{DATE}retry-after: 7\r\n");
            let server = FaultServer::always(answer(status, &headers, "")).await;
            let outcome = outcome(call, &server.client()).await;
            assert_eq!(outcome, Err(expected(call, status)), "{} {status}", call.name());
        }
    }
}

#[tokio::test]
async fn an_announced_answer_that_does_not_come_means_unreachable() {
    for call in CALLS {
        for status in [100, 102, 103, 199] {
            let head = format!("HTTP/1.1 {status} Whatever\r\n\r\n").into_bytes();
            let server = FaultServer::always(Act::Write(head)).await;
            assert_eq!(outcome(call, &server.client()).await, Err(Failure::Unreachable));
        }
    }
}

#[tokio::test]
async fn the_text_of_an_error_is_ignored() {
    for body in [
        r#"{"success":false,"errors":["Client not found"]}"#,
        r#"{"errors":{"code":"Client not found"}}"#,
        r#"{"errors":["Daily limit reached"]}"#,
        r#"{"errors":{"errorMessage":"<html>"}}"#,
        r#"{"errors":[]}"#,
    ] {
        let server = FaultServer::always(answer(409, "", body)).await;
        let outcome = outcome(Call::CreateTestKey, &server.client()).await;
        assert_eq!(outcome, Err(Failure::SeveralClients), "{body}");
    }
}

/// The documented errors of the other calls have strings; some clients have met lists.
#[tokio::test]
async fn an_error_with_strings_and_one_with_lists_mean_the_same() {
    for call in CALLS {
        for status in [400, 401, 403, 404, 409, 422, 429, 500, 503] {
            for body in [
                r#"{"errors":{"errorMessage":"Invalid token"}}"#,
                r#"{"errors":{"apiKey":"Unauthorized","limit":"Not a number"}}"#,
                r#"{"errors":{"apiKey":["Unauthorized"]}}"#,
                r#"{"errors":{"apiKey":["Unauthorized","Expired"],"limit":[]}}"#,
                r#"{"errors":["Unauthorized"]}"#,
                r#"{"errors":{"":"Unauthorized"}}"#,
                r#"{"errors":{}}"#,
            ] {
                let headers = format!("{DATE}content-type: application/json\r\nretry-after: 7\r\n");
                let server = FaultServer::always(answer(status, &headers, body)).await;
                let outcome = outcome(call, &server.client()).await;
                assert_eq!(outcome, Err(expected(call, status)), "{} {status} {body}", call.name());
            }
        }
    }
}

/// The sender of such an answer can't be told, so nothing is claimed about the number or the key.
#[tokio::test]
async fn an_error_in_another_form_is_unreadable() {
    for body in [
        "{",
        r#"{"errors":["Cli"#,
        r#"{"errors":"Unauthorized"}"#,
        r#"{"errors":null}"#,
        r#"{"message":"Forbidden"}"#,
        "null",
        "[1]",
    ] {
        for status in [400, 401, 403, 404, 409, 422, 429, 500, 503] {
            for call in CALLS {
                let server = FaultServer::always(answer(status, "", body)).await;
                let outcome = outcome(call, &server.client()).await;
                assert_eq!(outcome, Err(Failure::AnswerUnreadable { status }), "{status} {body}");
            }
        }
    }
}

#[tokio::test]
async fn without_a_retry_after_header_the_wait_is_a_default() {
    let server = FaultServer::always(answer(503, "", "")).await;
    assert_eq!(
        outcome(Call::CreateTestKey, &server.client()).await,
        Err(Failure::ServiceUnavailable { status: 503, retry_after: 30 })
    );
    let server = FaultServer::always(answer(429, "", "")).await;
    assert_eq!(
        outcome(Call::Authorize, &server.client()).await,
        Err(Failure::TooManyTokens { retry_after: None })
    );
}

#[tokio::test]
async fn a_good_answer_has_the_key_its_dates_and_the_servers_time() {
    let server = FaultServer::always(answer(200, DATE, &good_body(Call::CreateTestKey))).await;
    let got = create_test_key(&server.client()).await.unwrap();
    assert_eq!(got.server_time, Some(time("2026-11-24T22:30:00Z")));
    assert_eq!(got.value.key.expose(), KEY);
    assert_eq!(got.value.created_at, time("2025-08-27T08:03:02Z"));
    assert_eq!(got.value.valid_until, time("2026-08-29T23:59:59Z"));
    assert!(got.value.active);
}

#[tokio::test]
async fn a_good_answer_has_the_token_or_the_number_of_currencies() {
    let server = FaultServer::always(answer(200, "", &good_body(Call::Authorize))).await;
    let got = server.client().nova_post().authorize(&key()).await.unwrap();
    assert_eq!((got.value.expose(), got.server_time), (TOKEN, None));

    let server = FaultServer::always(answer(200, "", &good_body(Call::CountCurrencies))).await;
    let got = server.client().nova_post().count_currencies(&got.value).await.unwrap();
    assert_eq!(got.value, 18);
}

#[tokio::test]
async fn an_undocumented_answer_is_unreadable() {
    let unreadable = Err(Failure::AnswerUnreadable { status: 200 });
    for call in CALLS {
        let good = good_body(call);
        let trailing = format!("{good} {good}");
        let list = format!("[{good}]");
        for body in ["", "{}", "null", &good[..good.len() - 5], &trailing, &list] {
            let server = FaultServer::always(answer(200, "", body)).await;
            assert_eq!(outcome(call, &server.client()).await, unreadable, "{} {body}", call.name());
            assert_eq!(server.attempts(), 1);
        }
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_unreadable() {
    for call in CALLS {
        let good = good_body(call);
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", good.len());
        let cut = format!("{head}{}", &good[..good.len() / 2]);
        let server = FaultServer::always(Act::Write(cut.into_bytes())).await;
        let outcome = outcome(call, &server.client()).await;
        assert_eq!(outcome, Err(Failure::AnswerUnreadable { status: 200 }));
        assert_eq!(server.attempts(), 1);
    }
}

#[tokio::test]
async fn a_body_is_read_up_to_the_limit() {
    for call in CALLS {
        let good = good_body(call);
        let fits = format!("{good}{}", " ".repeat(64 * 1024 - good.len()));
        let server = FaultServer::always(answer(200, "", &fits)).await;
        assert_eq!(outcome(call, &server.client()).await, Ok(()));

        let server = FaultServer::always(answer(200, "", &format!("{fits} "))).await;
        let outcome = outcome(call, &server.client()).await;
        assert_eq!(outcome, Err(Failure::AnswerUnreadable { status: 200 }));
    }
}

#[tokio::test]
async fn an_endless_body_is_not_read_to_its_end() {
    for call in CALLS {
        let start = format!("HTTP/1.1 200 OK\r\n\r\n{}", good_body(call));
        let server = FaultServer::always(Act::Flood(start.into_bytes())).await;
        let outcome = outcome(call, &server.client()).await;
        assert_eq!(outcome, Err(Failure::AnswerUnreadable { status: 200 }));
    }
}

#[tokio::test]
async fn without_a_date_header_the_injected_clock_decides_when_a_new_request_is_allowed() {
    let server = FaultServer::always(answer(429, "", "{}")).await;
    let again_at = time("2026-06-02T00:00:00Z");
    let outcome = outcome(Call::CreateTestKey, &server.client()).await;
    assert_eq!(outcome, Err(Failure::DailyLimit { again_at, key: None }));
}
