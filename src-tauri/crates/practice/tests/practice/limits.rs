//! Limits of size and time.

use std::time::Duration;

use crate::test_server::{TestServer, error_list, phone, read};
use keydesk_practice::{Options, Plays, Timeouts};
use reqwest::header;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
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

/// A head for a body that is too large.
fn head(port: u16, size: usize, line: &str) -> String {
    format!(
        "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{line}\
         Content-Type: application/json\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n"
    )
}

/// Sends everything before it reads, as most clients do. Returns the whole answer.
async fn send_first(server: &TestServer, head: &str, size: usize) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let part = vec![b' '; 0x10000];
    let mut left = size;
    while left > 0 {
        let part = &part[..left.min(part.len())];
        stream.write_all(part).await.unwrap();
        left -= part.len();
    }
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_client_that_sends_everything_first_reads_413() {
    let server = TestServer::new().await;
    for size in [16 * 1024 + 1, 1024 * 1024, 1024 * 1024 + 1, 10_000_000, 50_000_000] {
        let answer = send_first(&server, &head(server.port(), size, ""), size).await;
        assert!(answer.starts_with("HTTP/1.1 413 "), "{size}: {answer}");
        assert!(answer.ends_with(r#"{"success":false,"errors":["The body is too large"]}"#));
    }
    server.assert_alive().await;
}

#[tokio::test]
async fn an_answer_is_read_also_if_nobody_reads_the_body() {
    let server = TestServer::with(Options { control: true, ..Options::default() }).await;
    let size = 10_000_000;
    let port = server.port();
    let ours = format!("127.0.0.1:{port}");
    for (start, host, line, status) in [
        ("POST /v.1.0/divisions", ours.as_str(), "", 405),
        ("PUT /v.1.0/test-api-keys", &ours, "", 405),
        ("GET /v.1.0/clients/authorization", &ours, "", 422),
        ("POST /nowhere", &ours, "", 404),
        ("POST /v.1.0/test-api-keys", "rebinding.example", "", 421),
        ("POST /practice/reset", &ours, "Origin: https://example.com\r\n", 403),
        ("POST /my-nova-post", &ours, "Origin: https://example.com\r\n", 403),
    ] {
        let head = format!(
            "{start} HTTP/1.1\r\nHost: {host}\r\n{line}Content-Type: application/json\r\n\
             Content-Length: {size}\r\nConnection: close\r\n\r\n"
        );
        let answer = send_first(&server, &head, size).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{start}: {answer}");
    }
}

#[tokio::test]
async fn a_client_that_waits_before_it_sends_too_much_gets_413_at_once() {
    let server = TestServer::new().await;
    let port = server.port();
    for (line, size, start) in [
        ("Expect: 100-continue\r\n", 16 * 1024 + 1, "HTTP/1.1 413 "),
        ("expect: 100-Continue\r\n", 10_000_000, "HTTP/1.1 413 "),
        ("Expect: 100-continue\r\n", 16 * 1024, "HTTP/1.1 100 Continue\r\n"),
        ("Expect: 100-continue\r\n", 24, "HTTP/1.1 100 Continue\r\n"),
        ("Content-Encoding: gzip\r\nExpect: 100-continue\r\n", 99_999, "HTTP/1.1 413 "),
    ] {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        stream.write_all(head(port, size, line).as_bytes()).await.unwrap();
        let mut answer = vec![0; start.len()];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(String::from_utf8(answer).unwrap(), start, "{line}{size}");
    }
    let wrong_type =
        head(port, 24, "Expect: 100-continue\r\n").replace("application/json", "text/plain");
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream.write_all(wrong_type.as_bytes()).await.unwrap();
    let mut answer = [0; 13];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 415 ");
}

#[tokio::test]
async fn a_body_that_is_too_large_and_too_slow_gets_413() {
    let timeouts = Timeouts { body: Duration::from_millis(300), ..Timeouts::default() };
    let server = TestServer::with_timeouts(timeouts).await;
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).await.unwrap();
    stream.write_all(head(server.port(), 1_000_000, "").as_bytes()).await.unwrap();
    stream.write_all(" ".repeat(20_000).as_bytes()).await.unwrap();
    let mut answer = [0; 13];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413 ");
}
