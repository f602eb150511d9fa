//! An answer of Nova Post, or of anything between it and this computer.

use std::task::{Context, Poll, Waker};
use std::time::Duration;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use http::header::{DATE, HeaderMap, HeaderName, HeaderValue, PROXY_AUTHENTICATE, RETRY_AFTER};
use keydesk_core::clock::SetClock;
use keydesk_core::model::Failure;
use keydesk_core::nova_post::testing::{
    read_currencies, read_subscribers, read_test_key, read_token,
};
use keydesk_core::nova_post::{Answered, Limits, Subscribers, TestKey, allowed_again, clock_off};
use keydesk_core::secret::{ApiKey, Jwt};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, ToSqlOutput, ValueRef};
use serde_json::Value;

/// The limit of a body, in bytes. It is smaller than the real one, so that short inputs reach it.
const LIMIT: usize = 1024;

/// The server's time if the answer has no `Date` header.
const NOW: HeaderValue = HeaderValue::from_static("Tue, 24 Nov 2026 22:30:00 GMT");

const CALLS: [&str; 4] = ["create_test_key", "authorize", "count_currencies", "subscribers"];

/// Checks that the app accepts only keys, tokens and numbers as documented, and that it can store
/// what it accepts. For every other answer it checks that the failure holds nothing of the body, and
/// nothing of the headers except times and the kind of sign-in that a proxy wants; and that a page is
/// never taken for Nova Post's answer, nor Nova Post's error for a page.
///
/// The first line of `text` is the call and the status. Headers, an empty line and the body follow.
pub(crate) fn check_answer(text: &[u8]) {
    let Some(answer) = Answer::parse(text) else { return };
    match answer.read(answer.body, answer.headers.clone()) {
        Ok(accepted) => {
            assert!(answer.status == 200 && answer.body.len() <= LIMIT);
            if let Some(server_time) = accepted.server_time {
                check_server_time(server_time);
            }
            match accepted.value {
                Accepted::TestKey(key) => check_test_key(&key),
                Accepted::Token(token) => check_token(&token),
                Accepted::Subscribers(subscribers) => check_subscribers(&subscribers),
                Accepted::Currencies => {}
            }
        }
        Err(failure) => {
            answer.check_failure(&failure);
            answer.check_answerer(&failure);
        }
    }
}

struct Answer<'a> {
    call: &'static str,
    status: u16,
    headers: HeaderMap,
    body: &'a [u8],
}

enum Accepted {
    TestKey(TestKey),
    Token(Jwt),
    Subscribers(Subscribers),
    Currencies,
}

impl<'a> Answer<'a> {
    fn parse(text: &'a [u8]) -> Option<Self> {
        let head_ends = text.windows(2).position(|ends| ends == b"\n\n")?;
        let (head, body) = text.split_at(head_ends);
        let mut lines = head.split(|&byte| byte == b'\n');
        let (call, status) = std::str::from_utf8(lines.next()?).ok()?.split_once(' ')?;
        let call = CALLS.into_iter().find(|known| *known == call)?;
        let status = status.parse().ok().filter(|status| (100..=999).contains(status))?;
        let mut headers: HeaderMap = lines.filter_map(header).take(100).collect();
        if time_of(&headers).is_none() {
            headers.insert(DATE, NOW);
        }
        Some(Self { call, status, headers, body: &body[2..] })
    }

    /// What the app makes of an answer with this call and status.
    fn read(&self, body: &[u8], headers: HeaderMap) -> Result<Answered<Accepted>, Failure> {
        let mut response = http::Response::new(body.to_vec());
        *response.status_mut() = self.status.try_into().expect("a status from 100 to 999");
        *response.headers_mut() = headers;
        let response = response.into();
        let limits = Limits { body: LIMIT, body_start: Duration::MAX, ..Limits::default() };
        let clock = SetClock::at(DateTime::UNIX_EPOCH);
        let reading = async {
            match self.call {
                "create_test_key" => read_test_key(response, &limits, &clock)
                    .await
                    .map(|answer| accepted(answer.server_time, Accepted::TestKey(answer.value))),
                "authorize" => read_token(response, &limits, &clock)
                    .await
                    .map(|answer| accepted(answer.server_time, Accepted::Token(answer.value))),
                "subscribers" => read_subscribers(response, &limits, &clock).await.map(|answer| {
                    accepted(answer.server_time, Accepted::Subscribers(answer.value))
                }),
                _ => read_currencies(response, &limits, &clock)
                    .await
                    .map(|answer| accepted(answer.server_time, Accepted::Currencies)),
            }
        };
        now_or_never(reading)
    }

    /// Checks that the failure depends only on the status, on times, on the proxy's question and on
    /// what the body is: a page, nothing, or something unclear.
    fn check_failure(&self, failure: &Failure) {
        let is_page = matches!(failure, Failure::NetworkPage { .. });
        if self.status == 200 && !is_page {
            assert_eq!(*failure, Failure::AnswerUnreadable { status: 200 });
        }
        let bodies: &[&[u8]] = if is_page { &[b"<"] } else { &[b"", b"{"] };
        let is_bare = bodies.iter().any(|body| {
            let bare = self.read(body, self.headers_that_matter()).map(drop);
            bare.as_ref() == Err(failure)
        });
        assert!(is_bare, "the failure holds more than a status and a time: {failure:?}");
        match *failure {
            Failure::ServiceUnavailable { retry_after: wait, .. }
            | Failure::TooManyTokens { retry_after: Some(wait) } => {
                assert!(wait <= 3600, "{wait} seconds are too long to wait");
            }
            Failure::DailyLimit { again_at, .. } => {
                let wait = time_of(&self.headers).map(|now| again_at - now);
                assert!(wait <= Some(TimeDelta::days(1)), "{again_at} is after tomorrow");
            }
            _ => {}
        }
    }
}

impl Answer<'_> {
    /// Checks who is said to have answered. A redirect and a proxy's question come from the network,
    /// whatever their content.
    fn check_answerer(&self, failure: &Failure) {
        let is_page = matches!(failure, Failure::NetworkPage { .. });
        let asks = self.status == 407
            && matches!(failure, Failure::ProxyNeeded { .. })
            && self.headers.contains_key(PROXY_AUTHENTICATE);
        if (300..=399).contains(&self.status) || asks {
            return;
        }
        let body = self.body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(self.body).trim_ascii();
        if body.starts_with(b"<") {
            assert!(is_page, "a page is taken for an answer of Nova Post: {failure:?}");
        }
        let is_captive = self.headers.get("content-type").is_some_and(|name| {
            name.as_bytes().to_ascii_lowercase().starts_with(b"application/captive+json")
        });
        if self.status == 511 || is_captive {
            return;
        }
        if body.is_empty() {
            assert!(!is_page, "an empty answer is taken for a page");
        }
        let is_whole = self.body.len() <= LIMIT;
        // JSON allows fewer blanks around it than `trim_ascii` removes.
        let json = self.body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(self.body);
        if is_whole && let Ok(Value::Object(members)) = serde_json::from_slice(json) {
            assert!(!is_page, "JSON is taken for a page");
            let is_error =
                matches!(members.get("errors"), Some(Value::Object(_) | Value::Array(_)));
            if is_error && self.status != 200 && has_own_failure(self.call, self.status) {
                let is_unreadable = matches!(failure, Failure::AnswerUnreadable { .. });
                assert!(!is_unreadable, "an error of Nova Post is not understood");
            }
        }
    }

    fn headers_that_matter(&self) -> HeaderMap {
        let names = [DATE, RETRY_AFTER, PROXY_AUTHENTICATE];
        let mut kept = HeaderMap::new();
        for name in names {
            for value in self.headers.get_all(&name) {
                kept.append(&name, value.clone());
            }
        }
        kept
    }
}

/// Whether an error of Nova Post with this status has another failure than `AnswerUnreadable`.
fn has_own_failure(call: &str, status: u16) -> bool {
    matches!((call, status), (_, 403 | 429 | 500..=599) | ("create_test_key", 400 | 404 | 409))
        || matches!(
            (call, status),
            ("authorize", 401 | 422) | ("count_currencies" | "subscribers", 401)
        )
}

fn accepted(server_time: Option<DateTime<Utc>>, value: Accepted) -> Answered<Accepted> {
    Answered { value, server_time }
}

/// Runs a future that has all its data in memory. Its timeouts need a runtime.
fn now_or_never<T>(future: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: tokio::runtime::Runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime");
    }
    RUNTIME.with(|runtime| {
        let _guard = runtime.enter();
        match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("reading an answer from memory has to wait"),
        }
    })
}

fn time_of(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    let text = headers.get(DATE)?.to_str().ok()?;
    DateTime::parse_from_rfc2822(text).ok().map(|date| date.to_utc())
}

fn header(line: &[u8]) -> Option<(HeaderName, HeaderValue)> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let value = line[colon + 1..].trim_ascii();
    Some((HeaderName::from_bytes(&line[..colon]).ok()?, HeaderValue::from_bytes(value).ok()?))
}

fn check_test_key(answer: &TestKey) {
    let text = answer.key.expose();
    assert!(ApiKey::LENGTH.contains(&text.len()), "a key has {} characters", text.len());
    assert!(text.bytes().all(|byte| byte.is_ascii_graphic()), "a key has other characters");
    let another = ApiKey::new("0123456789abcdef".to_owned()).expect("a key");
    let same = format!("{answer:?}") == format!("{:?}", TestKey { key: another, ..answer.clone() });
    assert!(same, "a key was printed");
    for date in [answer.created_at, answer.valid_until] {
        assert!((1970..=9999).contains(&date.year()), "{date} is implausible");
        assert_eq!(stored(date), Some(date), "the store changes the date");
    }
}

fn check_token(token: &Jwt) {
    assert!(HeaderValue::from_str(token.expose()).is_ok(), "a token is no header value");
    assert!(format!("{token:?}") == "Jwt(…)", "a token was printed");
}

/// Checks that a shown address is short, in ASCII, and without the parts that may be secret.
fn check_subscribers(found: &Subscribers) {
    for address in found.subscribers.iter().filter_map(|subscriber| subscriber.address.as_ref()) {
        assert!(
            address.is_ascii() && address.len() <= 300,
            "an address is too long or not in ASCII"
        );
        assert!(!address.contains(['?', '#']), "an address has a query");
        let host = address.split('/').nth(2).expect("an address with a host");
        assert!(!host.contains('@'), "an address has a user");
    }
}

/// The date as the store returns it.
fn stored(date: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match date.to_sql().ok()? {
        ToSqlOutput::Owned(written) => FromSql::column_result(ValueRef::from(&written)).ok(),
        _ => None,
    }
}

/// Checks that no calculation with the server's time overflows.
fn check_server_time(server_time: DateTime<Utc>) {
    assert!(allowed_again(server_time) >= server_time);
    for here in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, server_time] {
        let off = clock_off(server_time, here);
        assert_eq!(off.is_none(), here == server_time);
    }
}
