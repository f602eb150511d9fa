//! Reads the body of a request within limits of type, size and time.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::BodyExt;

/// Why a body wasn't read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// The `Content-Type` isn't the expected one.
    WrongType,
    TooLarge,
    TooSlow,
    Broken,
}

impl Unread {
    /// The status and the sentence of the response.
    pub(crate) fn response(self) -> (StatusCode, &'static str) {
        match self {
            Self::WrongType => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The content type must be JSON")
            }
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "The body is too large"),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "The body took too long"),
            Self::Broken => (StatusCode::BAD_REQUEST, "The body is broken"),
        }
    }
}

/// Reads a body of type JSON, at most 16 KiB, within `timeout`.
pub(crate) async fn read_json(
    headers: &HeaderMap,
    body: Body,
    timeout: Duration,
) -> Result<Vec<u8>, Unread> {
    read("application/json", headers, body, timeout).await
}

/// Reads the body of an HTML form, with the same limits.
pub(crate) async fn read_form(
    headers: &HeaderMap,
    body: Body,
    timeout: Duration,
) -> Result<Vec<u8>, Unread> {
    read("application/x-www-form-urlencoded", headers, body, timeout).await
}

async fn read(
    media_type: &str,
    headers: &HeaderMap,
    body: Body,
    timeout: Duration,
) -> Result<Vec<u8>, Unread> {
    // A client that waits for "100 Continue" gets it with the first read: it is refused before that.
    if expects_continue(headers) {
        if content_length(headers).is_some_and(|length| length > MAX_SIZE) {
            return Err(Unread::TooLarge);
        }
        if !has_type(headers, media_type) {
            return Err(Unread::WrongType);
        }
    }
    let mut received = Received::default();
    let read = tokio::time::timeout(timeout, received.read(body)).await;
    if received.size > MAX_SIZE {
        return Err(Unread::TooLarge);
    }
    read.unwrap_or(Err(Unread::TooSlow))?;
    if has_type(headers, media_type) { Ok(received.whole) } else { Err(Unread::WrongType) }
}

/// The body so far.
#[derive(Default)]
struct Received {
    whole: Vec<u8>,
    size: usize,
}

impl Received {
    /// Reads on if the body is too large: a client that is still sending when the connection closes
    /// doesn't get the answer.
    async fn read(&mut self, mut body: Body) -> Result<(), Unread> {
        while let Some(frame) = body.frame().await {
            let data: Bytes = match frame {
                Ok(frame) => frame.into_data().unwrap_or_default(),
                Err(_) => return Err(Unread::Broken),
            };
            self.size += data.len();
            if self.size <= MAX_SIZE {
                self.whole.extend_from_slice(&data);
            } else if self.size > MAX_DISCARDED {
                break;
            }
        }
        Ok(())
    }
}

fn expects_continue(headers: &HeaderMap) -> bool {
    headers
        .get(header::EXPECT)
        .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"100-continue"))
}

fn content_length(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn has_type(headers: &HeaderMap, media_type: &str) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = value.and_then(|value| value.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case(media_type))
}

const MAX_SIZE: usize = 16 * 1024;
const MAX_DISCARDED: usize = 64 * 1024 * 1024;
