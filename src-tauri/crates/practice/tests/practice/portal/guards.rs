//! What keeps other web pages, and whoever guesses, out of these.

use std::time::Duration;

use keydesk_practice::{Limits, Options};
use reqwest::header::{self, HeaderName};
use reqwest::{Method, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

use super::{API_KEYS, NEW_KEY, SECURITY, Visitor, every_page, read};

#[tokio::test]
async fn a_form_of_another_page_does_nothing() {
    let visitor = Visitor::new().await;
    let port = visitor.desk.port();
    visitor.add_organization("Nordlicht").await;
    let fields = [("name", "Shop"), ("all", "yes")];
    for origin in [
        None,
        Some("null".to_owned()),
        Some("https://example.com".to_owned()),
        Some(format!("https://127.0.0.1:{port}")),
        Some(format!("http://127.0.0.1:{}", port ^ 1)),
        Some(format!("http://localhost:{port}")),
        Some(format!("http://127.0.0.1:{port}.example.com")),
        Some("http://127.0.0.1".to_owned()),
    ] {
        let mut sent = visitor.posting(NEW_KEY, &fields);
        if let Some(origin) = &origin {
            sent = sent.header(header::ORIGIN, origin);
        }
        let page = read(sent.send().await.unwrap()).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{origin:?}");
        assert!(page.has("This form came from another page"));
    }
    let twice = visitor.sending(NEW_KEY, &fields).header(header::ORIGIN, "https://example.com");
    assert_eq!(twice.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    assert!(visitor.visit(API_KEYS).await.keys().is_empty());
}

#[tokio::test]
async fn a_page_under_the_other_name_of_this_computer_sends_to_itself() {
    let visitor = Visitor::new().await;
    let ours = format!("http://localhost:{}", visitor.desk.port());
    let sent = visitor.posting(SECURITY, &[]);
    let sent = sent.header(header::HOST, &ours[7..]).header(header::ORIGIN, &ours);
    assert_eq!(sent.send().await.unwrap().status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn only_forms_of_a_fair_size_are_read() {
    let visitor = Visitor::new().await;
    let from_us = |body: &'static str, kind: &'static str| {
        visitor
            .browser
            .post(visitor.url("/my-nova-post"))
            .header(header::ORIGIN, &visitor.origin)
            .header(header::CONTENT_TYPE, kind)
            .body(body)
    };
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x"] {
        let refused = from_us("name=Nordlicht", kind).send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
    let large = "x".repeat(17 * 1024);
    let refused = visitor.send("/my-nova-post", &[("name", &large)]).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    let odd = from_us("name=%FF%00&&=&%zz=1", "application/x-www-form-urlencoded; charset=x");
    assert_eq!(odd.send().await.unwrap().status(), StatusCode::SEE_OTHER, "a name is a name");
}

#[tokio::test]
async fn a_form_that_never_ends_is_not_waited_for() {
    let limits = Limits { body: Duration::from_millis(50), ..Limits::default() };
    let visitor = Visitor::with(Options { limits, ..Options::default() }).await;
    let answer = begin_a_form(visitor.desk.port()).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[tokio::test]
async fn a_browser_is_told_what_a_page_may_do() {
    let visitor = Visitor::new().await;
    let mut pages = every_page(&visitor).await;
    for path in ["/portal/style.css", "/portal/copy.js", "/portal/icon.svg"] {
        pages.push((path.to_owned(), visitor.visit(path).await));
    }
    for (path, page) in pages {
        let says = |name: &str| page.headers.get(name).map_or("", |value| value.to_str().unwrap());
        let policy = says("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{path}");
        assert_eq!(says("x-frame-options"), "DENY", "{path}");
        assert_eq!(says("cache-control"), "no-store", "{path}");
        assert_eq!(says("referrer-policy"), "same-origin", "{path}");
        assert_eq!(says("x-content-type-options"), "nosniff", "{path}");
        let cors = HeaderName::from_static("access-control-allow-origin");
        assert!(!page.headers.contains_key(cors), "{path}");
    }
}

#[tokio::test]
async fn a_page_hears_which_methods_are_right() {
    let visitor = Visitor::new().await;
    for (path, allowed) in [("/cabinet", "GET,HEAD"), (NEW_KEY, "GET,HEAD,POST")] {
        for method in [Method::PUT, Method::DELETE] {
            let asked = visitor.browser.request(method, visitor.url(path));
            let answer = asked.header(header::ORIGIN, &visitor.origin).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
            assert_eq!(answer.headers()[header::ALLOW], allowed, "{path}");
        }
    }
}

#[tokio::test]
async fn no_key_stands_in_an_address() {
    let visitor = Visitor::new().await;
    for (path, page) in every_page(&visitor).await {
        let keys: Vec<String> = page.keys().iter().map(|key| (*key).to_owned()).collect();
        for key in keys {
            assert!(page.ways("").iter().all(|way| !way.contains(&key)), "{path}");
            assert_eq!(page.html.matches(&key).count(), 1, "a key stands on a page once: {path}");
        }
    }
    let made = visitor.sending(NEW_KEY, &[("name", "Shop"), ("all", "yes")]).send().await.unwrap();
    let location = made.headers()[header::LOCATION].to_str().unwrap().to_owned();
    let key = visitor.visit(&location).await.newest_key();
    assert!(!location.contains(&key));
}

#[tokio::test]
async fn references_are_random_and_others_lead_nowhere() {
    let visitor = Visitor::new().await;
    let first = visitor.send(SECURITY, &[]).await.ways("/deactivate")[0].to_owned();
    let second = visitor.send(SECURITY, &[]).await.ways("/deactivate")[0].to_owned();
    let id = |way: &str| Uuid::parse_str(way.split('/').nth(4).unwrap()).unwrap();
    assert_ne!(id(&first), id(&second));
    for way in [&first, &second] {
        assert_eq!(id(way).get_version_num(), 4, "{way}");
    }
    let mut guessed = *id(&first).as_bytes();
    guessed[15] ^= 1;
    let guessed = Uuid::from_bytes(guessed);
    for list in [API_KEYS, SECURITY] {
        for id in [&*guessed.to_string(), "0", "..", "%2e%2e", "%FF"] {
            let way = format!("{list}/{id}/deactivate");
            assert_eq!(visitor.visit(&way).await.status, 404, "{way}");
            assert_eq!(visitor.send(&way, &[]).await.status, 404, "{way}");
        }
    }
    assert_eq!(visitor.visit(&format!("/test-key/{guessed}")).await.status, 404);
}

/// Announces more than it sends, and reads what is said to that.
async fn begin_a_form(port: u16) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let head = format!(
        "POST /my-nova-post HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
         Origin: http://127.0.0.1:{port}\r\nContent-Length: 9\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nname="
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}
