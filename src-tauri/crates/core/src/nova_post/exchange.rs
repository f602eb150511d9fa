//! Sends one request, reads its answer within limits and logs the result.

use std::time::Instant;

use reqwest::header::RETRY_AFTER;
use reqwest::{RequestBuilder, Response};
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::proxy::reason_of_challenges;
use super::server_time::date_of;
use super::status::{Call, failure_of_status};
use super::transport::{body_failure, is_transient, request_failure};
use super::ukraine_answer::failure_of_401;
use super::who_answered::{Answerer, content_of, is_of_network, who_answered};
use super::{Answered, Limits, NovaPost};
use crate::clock::Clock;
use crate::model::Failure;

/// Why an attempt failed.
#[derive(Clone, Debug)]
pub(super) struct FailedAttempt {
    pub(super) failure: Failure,
    /// Whether another attempt shortly afterwards may succeed.
    pub(super) retryable: bool,
}

/// Sends a request once and reads the answer.
pub(super) async fn exchange<T: DeserializeOwned>(
    nova_post: &NovaPost,
    call: Call,
    request: RequestBuilder,
) -> Result<Answered<T>, FailedAttempt> {
    let NovaPost { limits, clock, .. } = nova_post;
    let started = Instant::now();
    let (status, result) = match request.send().await {
        Ok(response) => {
            (response.status().as_u16(), read_response(call, response, limits, &**clock).await)
        }
        Err(error) => {
            let is_transient = is_transient(&error);
            let failure = request_failure(error, nova_post).await;
            // What the network said once, it says again.
            let retryable = is_transient
                && matches!(failure, Failure::Offline | Failure::Unreachable | Failure::TimedOut);
            (0, Err(FailedAttempt { failure, retryable }))
        }
    };
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match &result {
        Ok(_) => tracing::info!(operation = call.name(), status, milliseconds),
        Err(FailedAttempt { failure, .. }) => {
            tracing::warn!(operation = call.name(), status, milliseconds, ?failure);
        }
    }
    result
}

/// The answer that a response holds, or its failure.
pub(super) async fn read_response<T: DeserializeOwned>(
    call: Call,
    mut response: Response,
    limits: &Limits,
    clock: &dyn Clock,
) -> Result<Answered<T>, FailedAttempt> {
    let server_time = date_of(response.headers());
    let status = response.status().as_u16();
    if status == 200 {
        return match read_value(response, limits.body).await {
            Ok(value) => Ok(Answered { value, server_time }),
            Err(failure) => Err(FailedAttempt { failure, retryable: false }),
        };
    }
    // A server with a `Retry-After` header has said when to come back, and that is not at once.
    let retryable = matches!(status, 502..=504) && !response.headers().contains_key(RETRY_AFTER);
    let now = server_time.unwrap_or_else(|| clock.now());
    let failure = match body_of_error(&mut response, limits).await {
        Err(failure) => failure,
        Ok(body) if call == Call::CheckUkraine && status == 401 => failure_of_401(&body),
        Ok(_) => failure_of_status(call, status, response.headers(), now),
    };
    Err(FailedAttempt { failure, retryable })
}

/// The body of an answer with a status other than 200 that Nova Post sent. Fails if it does not come from Nova Post,
/// or if its sender can't be told.
async fn body_of_error(
    response: &mut Response,
    limits: &Limits,
) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let status = response.status().as_u16();
    // Nova Post does not redirect, and is no proxy. So the content of such an answer does not matter.
    match status {
        300..=399 => return Err(Failure::RedirectRefused),
        407 => {
            if let Some(reason) = reason_of_challenges(response.headers(), false) {
                return Err(Failure::ProxyNeeded { reason });
            }
        }
        _ => {}
    }
    let (content, body) = content_of(response, limits.body, limits.body_start).await;
    match who_answered(status, content) {
        Answerer::NovaPost => Ok(body),
        Answerer::Network => Err(Failure::NetworkPage { status }),
        Answerer::Unclear => Err(Failure::AnswerUnreadable { status }),
    }
}

/// Reads and parses a body. The buffer is wiped when dropped. It is allocated with its full size,
/// because a growing buffer leaves copies of a secret behind. The buffers of the layers below are
/// out of reach.
async fn read_value<T: DeserializeOwned>(
    mut response: Response,
    limit: usize,
) -> Result<T, Failure> {
    let status = response.status().as_u16();
    let mut body = Zeroizing::new(Vec::with_capacity(limit));
    let read = read_body(&mut response, &mut body, limit).await;
    let value = read.and_then(|()| {
        // The parser's error is not logged, because it quotes the text.
        // A member that nobody reads must be valid text too: then every reader of an answer agrees on it.
        let text = std::str::from_utf8(&body).map_err(|_| Failure::AnswerUnreadable { status })?;
        serde_json::from_str(text).map_err(|_| Failure::AnswerUnreadable { status })
    });
    value.map_err(|failure| {
        if is_of_network(response.headers(), &body) {
            Failure::NetworkPage { status }
        } else {
            failure
        }
    })
}

async fn read_body(
    response: &mut Response,
    body: &mut Vec<u8>,
    limit: usize,
) -> Result<(), Failure> {
    let status = response.status().as_u16();
    while let Some(piece) = response.chunk().await.map_err(|error| body_failure(&error, status))? {
        let room = limit - body.len();
        body.extend_from_slice(&piece[..piece.len().min(room)]);
        if piece.len() > room {
            return Err(Failure::AnswerUnreadable { status });
        }
    }
    Ok(())
}
