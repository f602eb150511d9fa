//! The number of attempts of each call.

use std::time::Duration;

use keydesk_core::model::Failure;
use keydesk_core::nova_post::Limits;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use super::fault_server::{FaultServer, answer, read_request};
use super::{Call, client_with, good_body, outcome, without_pauses};

const GETS: [Call; 2] = [Call::Authorize, Call::CountCurrencies];

#[tokio::test]
async fn the_request_for_a_test_key_is_never_sent_twice() {
    for status in [500, 502, 503, 504] {
        let server = FaultServer::always(answer(status, "", "")).await;
        assert!(outcome(Call::CreateTestKey, &server.client()).await.is_err());
        assert_eq!(server.attempts(), 1, "{status}");
    }
}

/// The layers below might repeat a request only on a reused connection, which would also keep sent
/// secrets in its buffers.
#[tokio::test]
async fn each_call_opens_a_new_connection_and_is_sent_once() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://127.0.0.1:{}/", listener.local_addr().unwrap().port());
    let (sender, mut received) = tokio::sync::mpsc::unbounded_channel();
    let server = tokio::spawn(async move {
        for connection in 1.. {
            let (mut stream, _) = listener.accept().await.unwrap();
            loop {
                let request = read_request(&mut stream).await;
                if request.is_empty() {
                    break;
                }
                sender.send((connection, request.starts_with("POST "))).unwrap();
                if !request.starts_with("GET ") {
                    break;
                }
                let body = good_body(Call::Authorize);
                let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
                stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
            }
        }
    });
    let client = client_with(&base, without_pauses());
    assert_eq!(outcome(Call::Authorize, &client).await, Ok(()));
    assert_eq!(outcome(Call::CreateTestKey, &client).await, Err(Failure::Unreachable));
    server.abort();
    assert!(server.await.unwrap_err().is_cancelled());
    let mut seen = Vec::new();
    while let Some(request) = received.recv().await {
        seen.push(request);
    }
    assert_eq!(seen, [(1, false), (2, true)]);
}

#[tokio::test]
async fn an_unavailable_service_is_asked_three_times() {
    for call in GETS {
        for status in [502, 503, 504] {
            let server = FaultServer::always(answer(status, "", "")).await;
            let outcome = outcome(call, &server.client()).await;
            assert_eq!(outcome, Err(Failure::ServiceUnavailable { status, retry_after: 30 }));
            assert_eq!(server.attempts(), 3, "{status}");
        }
    }
}

#[tokio::test]
async fn a_service_that_recovers_within_three_attempts_causes_no_failure() {
    for call in GETS {
        let server = FaultServer::each(move |number| match number {
            1 => answer(503, "", ""),
            2 => answer(502, "", ""),
            _ => answer(200, "", &good_body(call)),
        })
        .await;
        assert_eq!(outcome(call, &server.client()).await, Ok(()));
    }
}

#[tokio::test]
async fn a_service_that_sends_retry_after_is_asked_once() {
    for call in GETS {
        let server = FaultServer::always(answer(503, "retry-after: 120\r\n", "")).await;
        let outcome = outcome(call, &server.client()).await;
        assert_eq!(outcome, Err(Failure::ServiceUnavailable { status: 503, retry_after: 120 }));
        assert_eq!(server.attempts(), 1);
    }
}

#[tokio::test]
async fn a_request_that_a_retry_cannot_help_is_sent_once() {
    for call in GETS {
        for status in [401, 403, 404, 422, 429, 500] {
            let server = FaultServer::always(answer(status, "", "")).await;
            assert!(outcome(call, &server.client()).await.is_err());
            assert_eq!(server.attempts(), 1, "{status}");
        }
    }
}

#[tokio::test]
async fn all_attempts_together_have_a_time_limit() {
    let server = FaultServer::always(answer(503, "", "")).await;
    let total = Duration::from_millis(200);
    let limits = Limits { pause: Duration::from_mins(1), total, ..Limits::default() };
    let client = server.client_within(limits);
    assert_eq!(outcome(Call::Authorize, &client).await, Err(Failure::TimedOut));
}
