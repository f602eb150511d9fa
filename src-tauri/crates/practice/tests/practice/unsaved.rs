//! Changes that can't be saved, for example on a full disk.

use std::fs;

use crate::test_server::{TestServer, is_error_about, phone, read};
use chrono::TimeDelta;
use keydesk_practice::{Move, Options, Plays};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn a_key_that_cannot_be_saved_is_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    // A folder with the name of the temporary file makes every write fail.
    let obstacle = folder.path().join("practice.json.new");
    fs::create_dir(&obstacle).unwrap();
    let (status, body) = read(server.request_key(phone(Plays::NewKey)).await).await;
    assert_eq!(status, 503);
    assert!(is_error_about(&body, "Service"));
    fs::remove_dir(&obstacle).unwrap();
    let key = server.key(phone(Plays::NewKey)).await;
    assert!(fs::read_to_string(&file).unwrap().contains(&key));
}

#[tokio::test]
async fn a_change_that_cannot_be_saved_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let options = Options { state: Some(file.clone()), control: true, ..Options::default() };
    let server = TestServer::with(options).await;
    let key = server.key(phone(Plays::ActiveKey)).await;
    server.practice.set_time(Move::Ahead(TimeDelta::days(1))).await.unwrap();
    let origin = format!("http://127.0.0.1:{}", server.port());
    let get = async |path: &str| {
        let answer = server.http.get(format!("{origin}{path}")).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let everything = async || {
        let mut seen = Vec::new();
        for path in
            ["/practice/clock", "/practice/clients", "/my-nova-post", "/cabinet/settings/security"]
        {
            let (status, text) = get(path).await;
            assert_eq!(status, 200, "{path}");
            seen.push(text);
        }
        (seen, server.practice.numbers(), fs::read(&file).unwrap())
    };
    let before = everything().await;
    let obstacle = folder.path().join("practice.json.new");
    fs::create_dir(&obstacle).unwrap();
    let active = phone(Plays::ActiveKey);
    for (method, path, body) in [
        (Method::PUT, "clock", json!({ "ahead": "P40D" })),
        (Method::PUT, "clock", json!({ "now": "2027-01-01T00:00:00Z" })),
        (Method::DELETE, "clock", json!(null)),
        (Method::PUT, "clients/4915123456789", json!({})),
        (Method::PUT, &format!("clients/{active}"), json!({ "plays": "key_refused" })),
        (Method::DELETE, &format!("clients/{active}"), json!(null)),
        (Method::POST, "reset", json!({})),
        (Method::POST, "reset", json!({ "numbers": true })),
    ] {
        let asked = server.http.request(method.clone(), format!("{origin}/practice/{path}"));
        let answer = if body.is_null() { asked } else { asked.json(&body) };
        assert_eq!(answer.send().await.unwrap().status(), 503, "{method} {path}");
        assert_eq!(everything().await, before, "{method} {path}");
    }
    for plays in [Plays::NewKey, Plays::ExpiredKey, Plays::LostAnswer, Plays::CutAnswer] {
        assert_eq!(server.request_key(phone(plays)).await.status(), 503);
        assert_eq!(everything().await, before, "{plays:?}");
    }
    for (page, form) in [
        ("/my-nova-post", "name=Nordlicht&tax-code="),
        ("/cabinet/settings/security", ""),
        ("/test-key", "phone=498213437654"),
    ] {
        let sent = server.http.post(format!("{origin}{page}")).header("Origin", &origin);
        let sent = sent.header("Content-Type", "application/x-www-form-urlencoded").body(form);
        assert_eq!(sent.send().await.unwrap().status(), 503, "{page}");
        assert_eq!(everything().await, before, "{page}");
    }
    assert!(server.practice.add_number("4915123456789", Plays::DailyLimit).await.is_err());
    assert!(server.practice.reset_all().await.is_err());
    assert_eq!(everything().await, before);
    fs::remove_dir(&obstacle).unwrap();
    assert_eq!(server.authorize(&key).await.status(), 200);
    assert_eq!(server.request_key(phone(Plays::NewKey)).await.status(), 200);
}

#[tokio::test]
async fn a_failed_write_leaves_no_temporary_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let server = TestServer::with_state_file(&file).await;
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(server.request_key(phone(Plays::NewKey)).await.status(), 503);
    assert!(!folder.path().join("practice.json.new").exists());
}
