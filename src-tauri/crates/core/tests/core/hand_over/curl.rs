//! The configuration for `curl -K`, used by curl.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use keydesk_core::hand_over::FileRequest;
use keydesk_core::model::{ApiEnvironment, HandOverFile, Receiver, SenderFacts};
use keydesk_practice::{Options, Practice};
use serde_json::{Value, json};
use url::Url;

use super::{NASTY_KEY, api_key, info, output};

/// The answer that curl gets with the file for a key and an address.
fn answer(base_url: &str, key: &str) -> String {
    let request = FileRequest {
        receiver: &info(Receiver::OwnCode),
        environment: ApiEnvironment::Sandbox,
        base_url,
        facts: &SenderFacts::default(),
        comments: &["url = \"http://127.0.0.1:9/\"\nsecond".to_owned()],
    };
    let files = request.render(HandOverFile::CurlConfig, Some(&api_key(key))).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(&files[0].path);
    std::fs::write(&path, files[0].expose()).unwrap();
    output("curl", &["--disable", "--noproxy", "*", "-K", path.to_str().unwrap()], "")
}

#[tokio::test(flavor = "multi_thread")]
async fn curl_gets_a_token_with_the_file() {
    let practice = Practice::start(Options::default()).await.unwrap();
    let url = practice.base_url();
    let create = Url::parse(&url).unwrap().join("test-api-keys").unwrap();
    let answered = reqwest::Client::builder()
        .no_proxy()
        .build()
        .unwrap()
        .post(create)
        .json(&json!({ "phone": "498213437654" }))
        .send()
        .await
        .unwrap();
    let created: Value = answered.json().await.unwrap();
    let key = created["apiKey"].as_str().unwrap().to_owned();
    let answer = tokio::task::spawn_blocking(move || answer(&url, &key)).await.unwrap();
    let token: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(token["jwt"].as_str().unwrap().split('.').count(), 3, "{answer}");
}

#[test]
fn curl_sends_a_key_of_any_signs_as_it_is() {
    let listener = TcpListener::bind("[::1]:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut line = String::new();
        BufReader::new(&stream).read_line(&mut line).unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").unwrap();
        line
    });
    assert_eq!(answer(&format!("http://{address}/v.1.0/"), NASTY_KEY), "ok");
    let line = server.join().unwrap();
    let target = line.split(' ').nth(1).unwrap();
    let url = Url::parse("http://localhost").unwrap().join(target).unwrap();
    assert_eq!(url.path(), "/v.1.0/clients/authorization");
    let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert_eq!(query, [("apiKey".to_owned(), NASTY_KEY.to_owned())]);
}
