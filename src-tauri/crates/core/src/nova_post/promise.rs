//! An answer of Nova Post, or of whatever stands in between. See [`crate::invariants`].

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use reqwest::header::{DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, ToSqlOutput, ValueRef};
use serde::de::DeserializeOwned;

use super::answer::{CurrenciesAnswer, TestKeyAnswer, TokenAnswer};
use super::exchange::judge;
use super::refusal::Call;
use super::server_time::date_of;
use super::{Answered, TestKey, allowed_again, clock_off};
use crate::model::Failure;
use crate::secret::{ApiKey, Jwt};

/// Stands for the real limit of a body, so that it takes less to reach it.
const LIMIT: usize = 1024;

/// The server's time where the answer doesn't tell it.
const NOW: HeaderValue = HeaderValue::from_static("Tue, 24 Nov 2026 22:30:00 GMT");

/// What is taken from an answer is a key, a token or a number as documented, and can be written
/// down; everything else has a failure that holds nothing of the body, and of the headers nothing
/// but times.
///
/// The first line is the call and the status, then come the headers, an empty line, and the body.
pub fn answer(text: &[u8]) {
    let Some(answer) = Answer::read(text) else { return };
    match answer.call {
        Call::CreateTestKey => {
            if let Some(Answered { value, .. }) = answer.heard::<TestKeyAnswer>() {
                is_test_key(&value.into());
            }
        }
        Call::Authorize => {
            if let Some(Answered { value, .. }) = answer.heard::<TokenAnswer>() {
                is_token(&value.jwt);
            }
        }
        Call::CountCurrencies => {
            let _count: Option<Answered<CurrenciesAnswer>> = answer.heard();
        }
    }
}

struct Answer<'a> {
    call: Call,
    status: u16,
    headers: HeaderMap,
    body: &'a [u8],
}

impl<'a> Answer<'a> {
    fn read(text: &'a [u8]) -> Option<Self> {
        let head_ends = text.windows(2).position(|ends| ends == b"\n\n")?;
        let (head, body) = text.split_at(head_ends);
        let mut lines = head.split(|&byte| byte == b'\n');
        let (call, status) = std::str::from_utf8(lines.next()?).ok()?.split_once(' ')?;
        let call = [Call::CreateTestKey, Call::Authorize, Call::CountCurrencies]
            .into_iter()
            .find(|known| known.name() == call)?;
        let status = status.parse().ok().filter(|status| (100..=999).contains(status))?;
        let mut headers: HeaderMap = lines.filter_map(header).take(100).collect();
        if date_of(&headers).is_none() {
            headers.insert(DATE, NOW);
        }
        Some(Self { call, status, headers, body: &body[2..] })
    }

    /// What the app makes of it; nothing: a failure, and a discreet one.
    fn heard<T: DeserializeOwned>(&self) -> Option<Answered<T>> {
        match self.judged(self.body, self.headers.clone()) {
            Ok(answered) => {
                assert!(self.status == 200 && self.body.len() <= LIMIT);
                if let Some(server_time) = answered.server_time {
                    can_be_reckoned_with(server_time);
                }
                Some(answered)
            }
            Err(failure) => {
                self.is_discreet::<T>(&failure);
                None
            }
        }
    }

    fn judged<T: DeserializeOwned>(
        &self,
        body: &[u8],
        headers: HeaderMap,
    ) -> Result<Answered<T>, Failure> {
        let mut answer = http::Response::new(body.to_vec());
        *answer.status_mut() = self.status.try_into().expect("it is between 100 and 999");
        *answer.headers_mut() = headers;
        let judging = pin!(judge(self.call, answer.into(), LIMIT));
        match judging.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(judged) => judged.map_err(|missed| missed.failure),
            Poll::Pending => panic!("nobody waits for what is all in memory"),
        }
    }

    /// Whether the failure stays the same without the body, and without all headers but the times.
    fn is_discreet<T: DeserializeOwned>(&self, failure: &Failure) {
        if self.status == 200 {
            assert_eq!(*failure, Failure::AnswerUnreadable { status: 200 });
        }
        let times = [DATE, RETRY_AFTER].into_iter();
        let times = times.filter_map(|name| Some((name.clone(), self.headers.get(name)?.clone())));
        let bare = self.judged::<T>(b"", times.collect()).map(drop);
        assert_eq!(bare.as_ref(), Err(failure), "more than a status and a time was told");
        match *failure {
            Failure::ServiceUnavailable { retry_after: wait, .. }
            | Failure::TooManyTokens { retry_after: Some(wait) } => {
                assert!(wait <= 3600, "{wait} seconds are too long to wait");
            }
            Failure::DailyLimit { again_at, .. } => {
                let wait = date_of(&self.headers).map(|now| again_at - now);
                assert!(wait <= Some(TimeDelta::days(1)), "tomorrow is not at {again_at}");
            }
            _ => {}
        }
    }
}

fn header(line: &[u8]) -> Option<(HeaderName, HeaderValue)> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let value = line[colon + 1..].trim_ascii();
    Some((HeaderName::from_bytes(&line[..colon]).ok()?, HeaderValue::from_bytes(value).ok()?))
}

fn is_test_key(answer: &TestKey) {
    let text = answer.key.expose();
    assert!(ApiKey::LENGTH.contains(&text.len()), "no key has {} characters", text.len());
    assert!(text.bytes().all(|byte| byte.is_ascii_graphic()), "a key with other signs");
    let another = ApiKey::new("0123456789abcdef".to_owned()).expect("a key");
    let told = format!("{answer:?}") == format!("{:?}", TestKey { key: another, ..answer.clone() });
    assert!(told, "a key was printed");
    for date in [answer.created_at, answer.valid_until] {
        assert!((1970..=9999).contains(&date.year()), "nobody wrote {date}");
        assert_eq!(kept(date), Some(date), "the store keeps another date");
    }
}

fn is_token(token: &Jwt) {
    let text = token.expose();
    assert!(text.bytes().all(|byte| byte.is_ascii_graphic()), "a token that fits no header");
    assert!(super::bare(token).is_ok_and(|value| value.is_sensitive()), "a token unmarked");
    assert!(format!("{token:?}") == "Jwt(…)", "a token was printed");
}

/// A date as the store gives it back.
fn kept(date: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match date.to_sql().ok()? {
        ToSqlOutput::Owned(written) => FromSql::column_result(ValueRef::from(&written)).ok(),
        _ => None,
    }
}

fn can_be_reckoned_with(server_time: DateTime<Utc>) {
    assert!(allowed_again(server_time) >= server_time);
    for here in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, server_time] {
        let off = clock_off(server_time, here);
        assert_eq!(off.is_none(), here == server_time);
    }
}
