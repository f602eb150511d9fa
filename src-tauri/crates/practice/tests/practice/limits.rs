//! Limits of size, time and connections.

use std::time::Duration;

use crate::desk::{Desk, list, phone, read};
use keydesk_practice::{Limits, Plays};
use reqwest::header;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn a_body_may_have_sixteen_kibibytes_and_no_more() {
    let desk = Desk::new().await;
    let padded = |size: usize| {
        let json = json!({ "phone": phone(Plays::NewKey) }).to_string();
        format!("{json}{}", " ".repeat(size - json.len()))
    };
    let send = |body: String| {
        let request = desk.http.post(desk.url("test-api-keys")).body(body);
        request.header(header::CONTENT_TYPE, "application/json").send()
    };
    assert_eq!(send(padded(16 * 1024)).await.unwrap().status(), 200);
    for size in [16 * 1024 + 1, 512 * 1024] {
        let (status, body) = read(send(padded(size)).await.unwrap()).await;
        assert_eq!((status.as_u16(), body), (413, list("The body is too large")));
    }
}

#[tokio::test]
async fn a_body_without_an_end_is_cut_off() {
    let desk = Desk::new().await;
    let port = desk.port();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let head = format!(
        "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
         Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    // The server stops reading; writing ends with an error instead of going on for ever.
    while stream.write_all(chunk.as_bytes()).await.is_ok() {}
    desk.is_alive().await;
}

#[tokio::test]
async fn a_head_that_never_ends_is_cut_off() {
    let desk = Desk::new().await;
    let port = desk.port();
    let long = "x".repeat(20 * 1024);
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Long: {long}\r\n\r\n");
    let answer = desk.raw(&request).await;
    assert!(answer.starts_with("HTTP/1.1 431 "));
    assert!(!answer.contains("date:"), "the computer's time is not practice's: {answer}");
}

#[tokio::test]
async fn whoever_is_slow_with_the_head_is_cut_off() {
    let limits = Limits { head: Duration::from_millis(200), ..Limits::default() };
    let desk = Desk::limited(limits).await;
    assert_eq!(desk.raw("GET /v.1.0/ HTT").await, "", "closed without an answer");
    assert_eq!(desk.raw("").await, "", "and so is whoever only connects");
}

#[tokio::test]
async fn whoever_is_slow_with_the_body_is_told_so() {
    let limits = Limits { body: Duration::from_millis(100), ..Limits::default() };
    let desk = Desk::limited(limits).await;
    let port = desk.port();
    let answer = desk
        .raw(&format!(
            "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
             Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
        ))
        .await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.ends_with(r#"{"success":false,"errors":["The body took too long"]}"#));
}

#[tokio::test]
async fn whoever_never_takes_an_answer_is_cut_off_and_gives_up_the_place() {
    let taking = Duration::from_millis(200);
    let limits = Limits { taking, connections: 1, ..Limits::default() };
    let desk = Desk::limited(limits).await;
    let port = desk.port();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request = format!("GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    // Both ends' buffers fill up; then the server hangs up, and writing ends with an error.
    while stream.write_all(request.repeat(100).as_bytes()).await.is_ok() {}
    desk.is_alive().await;
}

#[tokio::test]
async fn a_connection_that_idles_after_an_answer_is_closed() {
    let limits = Limits { head: Duration::from_millis(200), connections: 1, ..Limits::default() };
    let desk = Desk::limited(limits).await;
    let port = desk.port();
    let request = format!("GET /v.1.0/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    let answer = desk.raw(&request).await;
    assert!(answer.starts_with("HTTP/1.1 404 "), "answered, and then closed: {answer}");
    desk.is_alive().await;
}

#[tokio::test]
async fn connections_over_the_limit_wait_for_a_place() {
    let limits = Limits { connections: 1, ..Limits::default() };
    let desk = Desk::limited(limits).await;
    let port = desk.port();
    let mut first = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let hello = format!("GET /v.1.0/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    first.write_all(hello.as_bytes()).await.unwrap();
    first.read_u8().await.unwrap();
    let waiting = desk.asking(&json!({ "phone": phone(Plays::NewKey) }));
    let waiting = waiting.timeout(Duration::from_millis(200)).send().await;
    assert!(waiting.unwrap_err().is_timeout());
    drop(first);
    desk.is_alive().await;
}
