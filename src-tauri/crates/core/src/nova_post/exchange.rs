//! One request and its answer, read within limits, judged and noted in the log.

use std::time::Instant;

use reqwest::header::RETRY_AFTER;
use reqwest::{RequestBuilder, Response};
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::Answered;
use super::fault::{broken_off, fault, may_pass};
use super::refusal::{Call, refusal};
use super::server_time::date_of;
use crate::clock::{Clock, SystemClock};
use crate::model::Failure;

/// Why an attempt failed, and whether another one a moment later makes sense.
#[derive(Clone, Debug)]
pub(super) struct Missed {
    pub(super) failure: Failure,
    pub(super) worth_another: bool,
}

/// Sends a request once and reads the answer, at most `limit` bytes of it.
pub(super) async fn exchange<T: DeserializeOwned>(
    call: Call,
    request: RequestBuilder,
    limit: usize,
) -> Result<Answered<T>, Missed> {
    let started = Instant::now();
    let (status, result) = match request.send().await {
        Ok(response) => (response.status().as_u16(), judge(call, response, limit).await),
        Err(error) => {
            let worth_another = may_pass(&error);
            (0, Err(Missed { failure: fault(error), worth_another }))
        }
    };
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match &result {
        Ok(_) => tracing::info!(operation = call.name(), status, milliseconds),
        Err(Missed { failure, .. }) => {
            tracing::warn!(operation = call.name(), status, milliseconds, ?failure);
        }
    }
    result
}

pub(super) async fn judge<T: DeserializeOwned>(
    call: Call,
    response: Response,
    limit: usize,
) -> Result<Answered<T>, Missed> {
    let server_time = date_of(response.headers());
    let status = response.status().as_u16();
    if status != 200 {
        let now = server_time.unwrap_or_else(|| SystemClock::default().now());
        let failure = refusal(call, status, response.headers(), now);
        // A server that names a time has said when to come back, and it is not at once.
        let worth_another = matches!(failure, Failure::ServiceUnavailable { .. })
            && !response.headers().contains_key(RETRY_AFTER);
        return Err(Missed { failure, worth_another });
    }
    let value = read(response, limit).await.and_then(|body| parse(&body));
    match value {
        Ok(value) => Ok(Answered { value, server_time }),
        Err(failure) => Err(Missed { failure, worth_another: false }),
    }
}

/// The body, wiped when dropped. It is given its full room at once, because a buffer that grows
/// leaves copies of a secret behind. What the layers below keep in theirs is out of reach.
async fn read(mut response: Response, limit: usize) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let status = response.status().as_u16();
    let mut body = Zeroizing::new(Vec::with_capacity(limit));
    while let Some(piece) = response.chunk().await.map_err(|error| broken_off(&error, status))? {
        if piece.len() > limit - body.len() {
            return Err(Failure::AnswerUnreadable { status });
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}

/// The parser's error is dropped: it quotes what it could not read.
pub(super) fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(body).map_err(|_| Failure::AnswerUnreadable { status: 200 })
}
