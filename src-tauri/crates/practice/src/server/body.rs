//! Reading a request's body within limits of size, time and type.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::BodyExt;

/// Why a body isn't read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It says that it is of another type than wanted.
    WrongType,
    TooLarge,
    TooSlow,
    Broken,
}

impl Unread {
    /// The status that says so, and the sentence.
    pub(crate) fn said(self) -> (StatusCode, &'static str) {
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

/// The whole body, if it says that it is JSON, has at most 16 KiB and comes in time.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
    time: Duration,
) -> Result<Vec<u8>, Unread> {
    read_as("application/json", headers, body, time).await
}

/// The same for the body of a form.
pub(crate) async fn read_form(
    headers: &HeaderMap,
    body: Body,
    time: Duration,
) -> Result<Vec<u8>, Unread> {
    read_as("application/x-www-form-urlencoded", headers, body, time).await
}

async fn read_as(
    media_type: &str,
    headers: &HeaderMap,
    body: Body,
    time: Duration,
) -> Result<Vec<u8>, Unread> {
    let read = tokio::time::timeout(time, read_whole(body)).await;
    let body = read.unwrap_or(Err(Unread::TooSlow))?;
    if is_of(headers, media_type) { Ok(body) } else { Err(Unread::WrongType) }
}

/// Of a body that is too large the rest is read too, within reason: a client that is still sending
/// when the connection closes never sees the answer.
async fn read_whole(mut body: Body) -> Result<Vec<u8>, Unread> {
    let mut whole = Vec::new();
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        let data: Bytes = match frame {
            Ok(frame) => frame.into_data().unwrap_or_default(),
            Err(_) => return Err(Unread::Broken),
        };
        size += data.len();
        if size <= MOST {
            whole.extend_from_slice(&data);
        } else if size > MOST_DISCARDED {
            break;
        }
    }
    if size <= MOST { Ok(whole) } else { Err(Unread::TooLarge) }
}

fn is_of(headers: &HeaderMap, media_type: &str) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = value.and_then(|value| value.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case(media_type))
}

const MOST: usize = 16 * 1024;
const MOST_DISCARDED: usize = 1024 * 1024;
