//! Which requests are accepted, and the request log.

use crate::test_server::{TestServer, error_list, is_error_about, phone, read, text};
use keydesk_practice::{Log, Options, Plays, Practice, StartError};
use reqwest::{Method, header};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn with_host(host: &str) -> String {
    format!("GET /v.1.0/nowhere HTTP/1.1\r\n{host}Connection: close\r\n\r\n")
}

#[tokio::test]
async fn loopback_names_are_served_with_the_servers_port_or_without_one() {
    let server = TestServer::new().await;
    let port = server.port();
    for host in [
        format!("127.0.0.1:{port}"),
        format!("localhost:{port}"),
        format!("LOCALHOST:{port}"),
        "127.0.0.1".to_owned(),
        "localhost".to_owned(),
        "Localhost".to_owned(),
    ] {
        let answer = server.raw(&with_host(&format!("Host: {host}\r\n"))).await;
        assert!(answer.starts_with("HTTP/1.1 404 "), "{host}: {answer}");
    }
}

#[tokio::test]
async fn any_other_host_gets_421() {
    let server = TestServer::new().await;
    let port = server.port();
    for hosts in [
        String::new(),
        "Host: \r\n".to_owned(),
        format!("Host: localhost:{}\r\n", port ^ 1),
        format!("Host: rebinding.example:{port}\r\n"),
        format!("Host: 127.0.0.1.rebinding.example:{port}\r\n"),
        "Host: rebinding.example\r\n".to_owned(),
        "Host: localhost:80\r\n".to_owned(),
        "Host: localhost.rebinding.example\r\n".to_owned(),
        "Host: 127.0.0.2\r\n".to_owned(),
        "Host: 127.0.0.1.\r\n".to_owned(),
        "Host: [::1]\r\n".to_owned(),
        "Host: 0.0.0.0\r\n".to_owned(),
        format!("Host: user@127.0.0.1:{port}\r\n"),
        format!("Host: 127.0.0.1:{port}\r\nHost: rebinding.example\r\n"),
    ] {
        let answer = server.raw(&with_host(&hosts)).await;
        assert!(answer.starts_with("HTTP/1.1 421 "), "{hosts}: {answer}");
        assert!(answer.ends_with(r#"{"errors":{"errorMessage":"Unknown host"}}"#), "{answer}");
    }
}

#[tokio::test]
async fn a_host_in_the_request_line_is_checked_too() {
    let server = TestServer::new().await;
    let port = server.port();
    let request = format!(
        "GET http://rebinding.example/v.1.0/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
         Connection: close\r\n\r\n"
    );
    assert!(server.raw(&request).await.starts_with("HTTP/1.1 421 "));
}

#[tokio::test]
async fn no_other_web_page_can_read_answers() {
    let server = TestServer::new().await;
    let asked = server.key_request(&json!({ "phone": phone(Plays::NewKey) }));
    let answer = asked.header(header::ORIGIN, "https://example.com").send().await.unwrap();
    assert!(!answer.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    let preflight = server.http.request(Method::OPTIONS, server.url("test-api-keys"));
    assert_eq!(preflight.send().await.unwrap().status(), 405);
}

#[tokio::test]
async fn an_unknown_path_gets_404() {
    let server = TestServer::new().await;
    let origin = format!("http://127.0.0.1:{}/", server.port());
    for url in [
        format!("{origin}nowhere"),
        format!("{origin}v.1.0/"),
        format!("{origin}v.1.0//divisions"),
        format!("{origin}v.1.0/divisions//"),
        format!("{origin}test-api-keys"),
        format!("{origin}v.1.0/%FF"),
    ] {
        let (status, body) = read(server.http.get(&url).send().await.unwrap()).await;
        assert_eq!(status, 404, "{url}");
        assert!(is_error_about(&body, "path"));
    }
}

#[tokio::test]
async fn a_slash_at_the_end_of_a_path_changes_nothing() {
    let server = TestServer::with(Options { control: true, ..Options::default() }).await;
    let asked = json!({ "phone": phone(Plays::NewKey) });
    let (status, body) =
        read(server.http.post(server.url("test-api-keys/")).json(&asked).send().await.unwrap())
            .await;
    assert_eq!(status, 200);
    let key = text(&body, "apiKey");
    let get = async |url: String, token: &str| {
        server.http.get(url).header("Authorization", token).send().await.unwrap()
    };
    let answer = get(server.url(&format!("clients/authorization/?apiKey={key}")), "").await;
    assert_eq!(answer.status(), 200);
    let token = text(&read(answer).await.1, "jwt");
    for list in ["divisions", "dictionary/currencies", "dictionary/measurements"] {
        let [with, without] =
            ["/?limit=2&page=2", "?limit=2&page=2"].map(|end| format!("{list}{end}"));
        let with = read(get(server.url(&with), &token).await).await;
        assert_eq!(with.0, 200);
        assert_eq!(with, read(get(server.url(&without), &token).await).await);
    }
    let origin = format!("http://127.0.0.1:{}/", server.port());
    for path in ["openapi.json/", "practice/clock/", "practice/clients/", ""] {
        assert_eq!(get(format!("{origin}{path}"), "").await.status(), 200, "{path}");
    }
}

#[tokio::test]
async fn a_wrong_method_gets_the_allowed_ones() {
    let server = TestServer::new().await;
    for method in [Method::GET, Method::PUT, Method::DELETE] {
        let answer = server.http.request(method, server.url("test-api-keys")).send().await.unwrap();
        assert_eq!(answer.headers()[header::ALLOW], "POST");
        let (status, body) = read(answer).await;
        assert_eq!((status.as_u16(), body), (405, error_list("Method not allowed")));
    }
    for path in ["clients/authorization", "dictionary/currencies"] {
        let answer = server.http.post(server.url(path)).send().await.unwrap();
        assert_eq!(answer.headers()[header::ALLOW], "GET,HEAD");
        let (status, body) = read(answer).await;
        assert_eq!(status, 405);
        assert!(is_error_about(&body, "Method"));
    }
}

#[tokio::test]
async fn a_key_in_the_method_or_the_path_is_not_logged() {
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let log = Log::new(move |answered| drop(tell.send(answered.to_string())));
    let server = TestServer::with(Options { log: Some(log), ..Options::default() }).await;
    let key = "0123456789abcdef0123456789abcdef";
    let port = server.port();
    for start in [format!("{key} /v.1.0/divisions"), format!("GET /v.1.0/{key}?apiKey={key}")] {
        let head = format!("{start} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n");
        server.raw(&format!("{head}Connection: close\r\n\r\n")).await;
        let line = told.recv().await.unwrap();
        assert!(line.contains("/v.1.0/") && !line.contains(key), "{line}");
    }
}

#[tokio::test]
async fn a_client_that_gives_up_is_logged_too() {
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let log = Log::new(move |answered| drop(tell.send(answered.to_string())));
    let server = TestServer::with(Options { log: Some(log), ..Options::default() }).await;
    let port = server.port();
    let body = json!({ "phone": phone(Plays::NoAnswer) }).to_string();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request = format!(
        "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    drop(stream);
    let line = told.recv().await.unwrap();
    assert!(line.contains(" POST /v.1.0/test-api-keys gave up "), "{line}");
}

#[tokio::test]
async fn only_json_is_accepted() {
    let server = TestServer::new().await;
    let body = json!({ "phone": phone(Plays::NewKey) }).to_string();
    let send = |kind: Option<&'static str>| {
        let request = server.http.post(server.url("test-api-keys")).body(body.clone());
        let request = match kind {
            Some(kind) => request.header(header::CONTENT_TYPE, kind),
            None => request,
        };
        request.send()
    };
    for kind in [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("x")] {
        let (status, body) = read(send(kind).await.unwrap()).await;
        assert_eq!((status.as_u16(), body), (415, error_list("The content type must be JSON")));
    }
    for kind in ["application/json", "Application/JSON; charset=utf-8"] {
        assert_eq!(send(Some(kind)).await.unwrap().status(), 200);
    }
}

#[tokio::test]
async fn broken_json_gets_400() {
    let server = TestServer::new().await;
    let deep = "[".repeat(10_000);
    for body in ["", "{", r#"{"phone":"498213437654"#, "\u{0}", r#"{"phone":"\ud800"}"#, &deep] {
        let request = server.http.post(server.url("test-api-keys")).body(body.to_owned());
        let request = request.header(header::CONTENT_TYPE, "application/json");
        let (status, answer) = read(request.send().await.unwrap()).await;
        assert_eq!((status.as_u16(), answer), (400, error_list("Invalid JSON")));
    }
}

#[tokio::test]
async fn input_that_is_not_http_does_not_harm_the_server() {
    let server = TestServer::new().await;
    for noise in
        ["\u{16}\u{3}\u{1}\u{2}", "GET\r\n\r\n", "\r\n\r\n\r\n\r\n", "PRI * HTTP/2.0\r\n\r\n"]
    {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).await.unwrap();
        stream.write_all(noise.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert!(!answer.starts_with(b"HTTP/1.1 200"));
    }
    server.assert_alive().await;
}

#[tokio::test]
async fn the_address_is_loopback_and_a_port_in_use_is_an_error() {
    let server = TestServer::new().await;
    assert_eq!(server.practice.base_url(), format!("http://127.0.0.1:{}/v.1.0/", server.port()));
    let options = Options { port: server.port(), ..Options::default() };
    let error = Practice::start(options).await.unwrap_err();
    assert!(matches!(error, StartError::PortInUse(port) if port == server.port()));
}

#[tokio::test]
async fn after_the_stop_nothing_listens_and_nobody_is_kept_waiting() {
    let server = TestServer::new().await;
    let port = server.port();
    let mut silent = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let body = json!({ "phone": phone(Plays::NoAnswer) }).to_string();
    let head = format!(
        "POST /v.1.0/test-api-keys HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        body.len()
    );
    silent.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; 25];
    silent.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n", "the call is running");
    silent.write_all(body.as_bytes()).await.unwrap();
    server.practice.stop().await;
    let mut answer = Vec::new();
    let _ = silent.read_to_end(&mut answer).await;
    assert_eq!(answer, b"");
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
}

#[tokio::test]
async fn dropping_the_server_stops_it() {
    let server = TestServer::new().await;
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).await.unwrap();
    drop(server.practice);
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest).await;
    assert_eq!(rest, b"", "closed");
}
