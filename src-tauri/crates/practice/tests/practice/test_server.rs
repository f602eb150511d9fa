//! A practice server whose clock only a test moves, and an HTTP client for it.

use std::path::Path;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use keydesk_practice::{Clock, Entry, Options, Plays, Practice, Timeouts, phone_book};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub(crate) const NOW: &str = "2026-03-05T08:03:02Z";

/// A running practice server, its clock and a client.
pub(crate) struct TestServer {
    pub(crate) practice: Practice,
    pub(crate) http: Client,
    now: Arc<Mutex<DateTime<Utc>>>,
}

impl TestServer {
    pub(crate) async fn new() -> Self {
        Self::with(Options::default()).await
    }

    pub(crate) async fn with_state_file(state: &Path) -> Self {
        Self::with(Options { state: Some(state.to_owned()), ..Options::default() }).await
    }

    pub(crate) async fn with_timeouts(timeouts: Timeouts) -> Self {
        Self::with(Options { timeouts, ..Options::default() }).await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let now = Arc::new(Mutex::new(NOW.parse().unwrap()));
        let shown = Arc::clone(&now);
        let clock = Clock::new(move || *shown.lock().unwrap());
        let practice = Practice::start(Options { clock, ..options }).await.unwrap();
        Self { practice, http: http(), now }
    }

    /// Moves the computer's clock.
    pub(crate) fn pass(&self, time: TimeDelta) {
        *self.now.lock().unwrap() += time;
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap()
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.practice.base_url())
    }

    pub(crate) fn port(&self) -> u16 {
        reqwest::Url::parse(&self.practice.base_url()).unwrap().port().unwrap()
    }

    pub(crate) fn key_request(&self, body: &Value) -> RequestBuilder {
        self.http.post(self.url("test-api-keys")).json(body)
    }

    pub(crate) async fn request_key(&self, phone: &str) -> Response {
        self.key_request(&json!({ "phone": phone })).send().await.unwrap()
    }

    pub(crate) async fn key(&self, phone: &str) -> String {
        text(&read(self.request_key(phone).await).await.1, "apiKey")
    }

    pub(crate) async fn authorize(&self, key: &str) -> Response {
        let query = [("apiKey", key)];
        self.http.get(self.url("clients/authorization")).query(&query).send().await.unwrap()
    }

    pub(crate) async fn token(&self, key: &str) -> String {
        text(&read(self.authorize(key).await).await.1, "jwt")
    }

    /// Sends bytes as they are and reads until the server closes.
    pub(crate) async fn raw(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port())).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // The server can reset the connection after its answer; what it sent before was read.
        let _ = stream.read_to_end(&mut answer).await;
        String::from_utf8(answer).unwrap()
    }

    pub(crate) async fn assert_alive(&self) {
        assert_eq!(self.request_key(phone(Plays::NewKey)).await.status(), 200);
    }

    pub(crate) async fn currencies(&self, token: &str, query: &str) -> Response {
        let url = self.url(&format!("dictionary/currencies{query}"));
        self.http.get(url).header("Authorization", token).send().await.unwrap()
    }
}

pub(crate) fn http() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

/// The built-in number with this outcome.
pub(crate) fn phone(plays: Plays) -> &'static str {
    let has_outcome = |entry: &&Entry| entry.plays == plays;
    phone_book().iter().find(has_outcome).unwrap().digits
}

pub(crate) async fn read(response: Response) -> (StatusCode, Value) {
    (response.status(), response.json().await.unwrap())
}

pub(crate) fn text(body: &Value, member: &str) -> String {
    body[member].as_str().unwrap_or_else(|| panic!("no {member}")).to_owned()
}

/// The `Date` header.
pub(crate) fn date(response: &Response) -> DateTime<Utc> {
    let date = response.headers()["date"].to_str().unwrap();
    DateTime::parse_from_rfc2822(date).unwrap().to_utc()
}

/// The claims of a token, without verification of its signature.
pub(crate) fn claims(token: &str) -> Value {
    token_part(token, 1)
}

pub(crate) fn token_part(token: &str, part: usize) -> Value {
    use base64::Engine;
    let part = token.split('.').nth(part).unwrap();
    let json = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(part).unwrap();
    serde_json::from_slice(&json).unwrap()
}

/// The error of `test-api-keys`.
pub(crate) fn error_list(sentence: &str) -> Value {
    json!({ "success": false, "errors": [sentence] })
}

/// Whether a body is the error of any other call, with this word in its sentence.
pub(crate) fn is_error_about(body: &Value, word: &str) -> bool {
    let sentence = body["errors"]["errorMessage"].as_str().unwrap();
    *body == json!({ "errors": { "errorMessage": sentence } }) && sentence.contains(word)
}
