//! Protection from other web pages and from guessed addresses.

use std::time::Duration;

use keydesk_practice::{Options, Timeouts};
use reqwest::header::{self, HeaderName};
use reqwest::{Method, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

use super::{API_KEYS, Browser, NEW_KEY, SECURITY, every_page, read};

#[tokio::test]
async fn a_form_of_another_page_changes_nothing() {
    let browser = Browser::new().await;
    let port = browser.server.port();
    browser.add_organization("Nordlicht").await;
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
        let mut sent = browser.form_without_origin(NEW_KEY, &fields);
        if let Some(origin) = &origin {
            sent = sent.header(header::ORIGIN, origin);
        }
        let page = read(sent.send().await.unwrap()).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{origin:?}");
        assert!(page.has("This form came from another website"));
    }
    let twice =
        browser.form_request(NEW_KEY, &fields).header(header::ORIGIN, "https://example.com");
    assert_eq!(twice.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    assert!(browser.open(API_KEYS).await.keys().is_empty());
}

#[tokio::test]
async fn a_page_under_localhost_can_send_its_forms() {
    let browser = Browser::new().await;
    let ours = format!("http://localhost:{}", browser.server.port());
    let sent = browser.form_without_origin(SECURITY, &[]);
    let sent = sent.header(header::HOST, &ours[7..]).header(header::ORIGIN, &ours);
    assert_eq!(sent.send().await.unwrap().status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn only_forms_of_the_right_type_and_size_are_read() {
    let browser = Browser::new().await;
    let from_us = |body: &'static str, kind: &'static str| {
        browser
            .client
            .post(browser.url("/my-nova-post"))
            .header(header::ORIGIN, &browser.origin)
            .header(header::CONTENT_TYPE, kind)
            .body(body)
    };
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x"] {
        let refused = from_us("name=Nordlicht", kind).send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
    let large = "x".repeat(17 * 1024);
    let refused = browser.send("/my-nova-post", &[("name", &large)]).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    let odd = from_us("name=%FF%00&&=&%zz=1", "application/x-www-form-urlencoded; charset=x");
    assert_eq!(odd.send().await.unwrap().status(), StatusCode::SEE_OTHER, "any text is a name");
}

#[tokio::test]
async fn a_form_that_never_ends_gets_408() {
    let timeouts = Timeouts { body: Duration::from_millis(50), ..Timeouts::default() };
    let browser = Browser::with(Options { timeouts, ..Options::default() }).await;
    let answer = begin_a_form(browser.server.port()).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[tokio::test]
async fn every_response_has_the_security_headers() {
    let browser = Browser::new().await;
    let mut pages = every_page(&browser).await;
    for path in ["/portal/style.css", "/portal/copy.js", "/portal/icon.svg"] {
        pages.push((path.to_owned(), browser.open(path).await));
    }
    for (path, page) in pages {
        let header_value =
            |name: &str| page.headers.get(name).map_or("", |value| value.to_str().unwrap());
        let policy = header_value("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{path}");
        assert_eq!(header_value("x-frame-options"), "DENY", "{path}");
        assert_eq!(header_value("cache-control"), "no-store", "{path}");
        assert_eq!(header_value("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header_value("x-content-type-options"), "nosniff", "{path}");
        let cors = HeaderName::from_static("access-control-allow-origin");
        assert!(!page.headers.contains_key(cors), "{path}");
    }
}

#[tokio::test]
async fn a_wrong_method_gets_the_allowed_ones() {
    let browser = Browser::new().await;
    for (path, allowed) in [("/cabinet", "GET,HEAD"), (NEW_KEY, "GET,HEAD,POST")] {
        for method in [Method::PUT, Method::DELETE] {
            let asked = browser.client.request(method, browser.url(path));
            let answer = asked.header(header::ORIGIN, &browser.origin).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
            assert_eq!(answer.headers()[header::ALLOW], allowed, "{path}");
        }
    }
}

#[tokio::test]
async fn no_address_contains_a_key() {
    let browser = Browser::new().await;
    for (path, page) in every_page(&browser).await {
        let keys: Vec<String> = page.keys().iter().map(|key| (*key).to_owned()).collect();
        for key in keys {
            assert!(page.links("").iter().all(|link| !link.contains(&key)), "{path}");
            assert_eq!(page.html.matches(&key).count(), 1, "a page shows a key once: {path}");
        }
    }
    let made =
        browser.form_request(NEW_KEY, &[("name", "Shop"), ("all", "yes")]).send().await.unwrap();
    let location = made.headers()[header::LOCATION].to_str().unwrap().to_owned();
    let key = browser.open(&location).await.newest_key();
    assert!(!location.contains(&key));
}

#[tokio::test]
async fn references_are_random_and_unknown_ones_get_404() {
    let browser = Browser::new().await;
    let first = browser.send(SECURITY, &[]).await.links("/deactivate")[0].to_owned();
    let second = browser.send(SECURITY, &[]).await.links("/deactivate")[0].to_owned();
    let id = |link: &str| Uuid::parse_str(link.split('/').nth(4).unwrap()).unwrap();
    assert_ne!(id(&first), id(&second));
    for link in [&first, &second] {
        assert_eq!(id(link).get_version_num(), 4, "{link}");
    }
    let mut guessed = *id(&first).as_bytes();
    guessed[15] ^= 1;
    let guessed = Uuid::from_bytes(guessed);
    for list in [API_KEYS, SECURITY] {
        for id in [&*guessed.to_string(), "0", "..", "%2e%2e", "%FF"] {
            let link = format!("{list}/{id}/deactivate");
            assert_eq!(browser.open(&link).await.status, 404, "{link}");
            assert_eq!(browser.send(&link, &[]).await.status, 404, "{link}");
        }
    }
    assert_eq!(browser.open(&format!("/test-key/{guessed}")).await.status, 404);
}

/// Sends less than the announced length and reads the answer.
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
