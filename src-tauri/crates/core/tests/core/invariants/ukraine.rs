//! An answer of the API of Ukraine, or of anything between it and this computer.

use std::task::{Context, Poll, Waker};
use std::time::Duration;

use chrono::DateTime;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use keydesk_core::clock::SetClock;
use keydesk_core::model::Failure;
use keydesk_core::nova_post::testing::read_ukraine;
use keydesk_core::nova_post::{Limits, UkraineKey};
use keydesk_core::secret::ApiKey;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// The limit of a body, in bytes. It is smaller than the real one, so that short inputs reach it.
const LIMIT: usize = 4096;

/// The key that was sent. An answer may repeat it.
const KEY: &str = "0a11cedecade5afec0ffee0000000010";

/// Other members may have any form, even numbers that no program can represent.
#[derive(Deserialize)]
struct Answer {
    success: Option<bool>,
}

/// Checks that only JSON with `success` as documented says something about the key, besides status 401 of
/// Nova Post; that what a company is called can be shown and holds no key; and that a failure holds at
/// most a short number of the body.
///
/// The first line of `text` is the status. Headers, an empty line and the body follow.
pub(crate) fn check_ukraine(text: &[u8]) {
    let Some((status, headers, body)) = parse(text) else { return };
    let said = read(status, headers, body);
    let whole = (body.len() <= LIMIT).then(|| serde_json::from_slice(body).ok()).flatten();
    let success = whole.and_then(|Answer { success }| success);
    match said {
        Ok(UkraineKey::Works(senders)) => {
            assert!(status == 200 && success == Some(true), "a key works without `success`");
            for text in senders.company.iter().flat_map(|company| [&company.name, &company.code]) {
                assert!(text.chars().count() <= 300, "a name is too long");
                assert!(!text.chars().any(char::is_control), "a name can't be shown");
                assert!(!text.to_lowercase().contains(KEY), "a name holds the key");
            }
            assert!(senders.company.is_none_or(|company| !company.name.is_empty()));
        }
        Ok(UkraineKey::Refused) if status == 401 => {}
        Ok(UkraineKey::Expired) if status == 401 => {
            let is_json = serde_json::from_slice::<IgnoredAny>(body).is_ok();
            assert!(is_json, "an expiry in an answer that can't be read");
        }
        Ok(UkraineKey::Refused | UkraineKey::Expired) => {
            assert!(status == 200 && success == Some(false), "a refusal without `success`");
        }
        Err(Failure::CallRefused { error_code }) => {
            assert!(status == 401 || status == 200 && success == Some(false));
            let is_short = |code: &String| {
                (1..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
            };
            assert!(error_code.as_ref().is_none_or(is_short), "a failure holds a text");
        }
        Err(failure) => {
            assert!(success.is_none() || status != 200 || failure_of_success(&failure));
            assert!(!format!("{failure:?}").contains(KEY), "a failure holds the key");
        }
    }
}

/// `success: true` without a list of senders, and other members of a wrong type.
fn failure_of_success(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::AnswerUnreadable { status: 200 } | Failure::NetworkPage { status: 200 }
    )
}

fn parse(text: &[u8]) -> Option<(u16, HeaderMap, &[u8])> {
    let head_ends = text.windows(2).position(|ends| ends == b"\n\n")?;
    let (head, body) = text.split_at(head_ends);
    let mut lines = head.split(|&byte| byte == b'\n');
    let status = std::str::from_utf8(lines.next()?).ok()?.parse().ok()?;
    let headers = lines.filter_map(header).take(100).collect();
    (100..=999).contains(&status).then_some((status, headers, &body[2..]))
}

fn header(line: &[u8]) -> Option<(HeaderName, HeaderValue)> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let value = line[colon + 1..].trim_ascii();
    Some((HeaderName::from_bytes(&line[..colon]).ok()?, HeaderValue::from_bytes(value).ok()?))
}

/// What the app makes of an answer.
fn read(status: u16, headers: HeaderMap, body: &[u8]) -> Result<UkraineKey, Failure> {
    let mut response = http::Response::new(body.to_vec());
    *response.status_mut() = status.try_into().expect("a status from 100 to 999");
    *response.headers_mut() = headers;
    let limits = Limits { body: LIMIT, body_start: Duration::MAX, ..Limits::default() };
    let clock = SetClock::at(DateTime::UNIX_EPOCH);
    let key = ApiKey::new(KEY.to_owned()).expect("a key");
    let reading = read_ukraine(response.into(), &key, &limits, &clock);
    now_or_never(reading).map(|answered| answered.value)
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
