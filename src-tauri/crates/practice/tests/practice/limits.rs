//! Limits of size and time.

use std::time::Duration;

use crate::test_server::{TestServer, error_list, phone, read};
use keydesk_practice::{Plays, Timeouts};
use reqwest::header;
use serde_json::json;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

#[tokio::test]
async fn a_body_can_have_at_most_16_kibibytes() {
    let server = TestServer::new().await;
    let padded = |size: usize| {
        let json = json!({ "phone": phone(Plays::NewKey) }).to_string();
        format!("{json}{}", " ".repeat(size - json.len()))
    };
    let send = |body: String| {
        let request = server.http.post(server.url("test-api-keys")).body(body);
        request.header(header::CONTENT_TYPE, "application/json").send()
    };
    assert_eq!(send(padded(16 * 1024)).await.unwrap().status(), 200);
    for size in [16 * 1024 + 1, 512 * 1024] {
        let (status, body) = read(send(padded(size)).await.unwrap()).await;
        assert_eq!((status.as_u16(), body), (413, error_list("The body is too large")));
    }
}

#[tokio::test]
async fn a_body_without_an_end_is_cut_off() {
    let server = TestServer::new().await;
    let port = server.port();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let head = format!(
        "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
         Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    // The server closes the connection, so writing fails at some point.
    while stream.write_all(chunk.as_bytes()).await.is_ok() {}
    server.assert_alive().await;
}

#[tokio::test]
async fn a_head_that_never_ends_is_cut_off() {
    let server = TestServer::new().await;
    let port = server.port();
    let long = "x".repeat(20 * 1024);
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Long: {long}\r\n\r\n");
    let answer = server.raw(&request).await;
    assert!(answer.starts_with("HTTP/1.1 431 "));
    assert!(!answer.contains("date:"), "it would be the computer's time: {answer}");
}

#[tokio::test]
async fn a_client_that_is_slow_with_the_head_is_disconnected() {
    let timeouts = Timeouts { head: Duration::from_millis(200), ..Timeouts::default() };
    let server = TestServer::with_timeouts(timeouts).await;
    assert_eq!(server.raw("GET /v.1.0/ HTT").await, "", "closed without an answer");
    assert_eq!(server.raw("").await, "", "also closed if nothing is sent");
}

#[tokio::test]
async fn a_client_that_is_slow_with_the_body_gets_408() {
    let timeouts = Timeouts { body: Duration::from_millis(100), ..Timeouts::default() };
    let server = TestServer::with_timeouts(timeouts).await;
    let port = server.port();
    let answer = server
        .raw(&format!(
            "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
             Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
        ))
        .await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.ends_with(r#"{"success":false,"errors":["The body took too long"]}"#));
}

#[tokio::test]
async fn an_idle_connection_is_closed_after_its_answer() {
    let timeouts = Timeouts { head: Duration::from_millis(200), ..Timeouts::default() };
    let server = TestServer::with_timeouts(timeouts).await;
    let port = server.port();
    let request = format!("GET /v.1.0/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    let answer = server.raw(&request).await;
    assert!(answer.starts_with("HTTP/1.1 404 "), "answered, and then closed: {answer}");
    server.assert_alive().await;
}
