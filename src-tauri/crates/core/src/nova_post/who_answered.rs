//! Tells by the content of an answer who sent it: Nova Post, or something between it and this
//! computer, such as the sign-in page of a hotel's network or the block page of a web filter.
//!
//! Nova Post answers JSON or an empty body.

use std::time::Duration;

use reqwest::Response;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use serde_json::Value;
use tokio::time::timeout;
use zeroize::Zeroizing;

/// "Network Authentication Required" (RFC 6585): sent by a network that asks for a sign-in.
pub(super) const NETWORK_AUTHENTICATION_REQUIRED: u16 = 511;

/// What a body consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// There is no body, only whitespace, or an empty object or list.
    Nothing,
    /// An error in one of Nova Post's two forms: an object whose `errors` is an object or a list
    /// [NP-spec: Error].
    NovaPostError,
    /// HTML, XML, a picture or anything else that a browser shows.
    Page,
    /// Plain text.
    Text,
    /// Other JSON, broken JSON or bytes that are no text. The sender can't be known.
    Unclear,
}

/// Who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answerer {
    NovaPost,
    /// Something between this computer and Nova Post.
    Network,
    /// The sender can't be known.
    Unclear,
}

impl Content {
    /// The content of a body, or of its beginning.
    pub(super) fn of(headers: &HeaderMap, body: &[u8]) -> Self {
        let media = MediaType::of(headers);
        let body = visible(body);
        if body.is_empty() {
            Self::Nothing
        } else if body[0] == b'<' || media == MediaType::Captive {
            Self::Page
        } else if media == MediaType::Page && !matches!(body[0], b'{' | b'[') {
            // A number such as `403` would be JSON as well.
            Self::Page
        } else if let Ok(value) = serde_json::from_slice::<Value>(body) {
            of_json(&value)
        } else if matches!(body[0], b'{' | b'[') {
            // Some servers send JSON with a wrong content type.
            Self::Unclear
        } else if media != MediaType::Json && is_text(body) {
            Self::Text
        } else {
            Self::Unclear
        }
    }
}

/// Who sent an answer with this status, other than 200, and this content.
///
/// Plain text with 502, 503 or 504 counts as Nova Post's: a gateway or a load balancer says so about
/// the server behind it, and what helps is to wait.
pub(super) fn who_answered(status: u16, content: Content) -> Answerer {
    match (status, content) {
        (NETWORK_AUTHENTICATION_REQUIRED, _) | (_, Content::Page) => Answerer::Network,
        (_, Content::Nothing | Content::NovaPostError) | (502..=504, Content::Text) => {
            Answerer::NovaPost
        }
        (_, Content::Text) => Answerer::Network,
        (_, Content::Unclear) => Answerer::Unclear,
    }
}

/// Whether a body that is no answer of Nova Post with status 200 comes from the network.
pub(super) fn is_of_network(headers: &HeaderMap, body: &[u8]) -> bool {
    matches!(Content::of(headers, body), Content::Page | Content::Text)
}

/// Reads the body of an error, up to `limit` bytes and for at most `wait`, and judges what came. Returns what came,
/// too.
pub(super) async fn content_of(
    response: &mut Response,
    limit: usize,
    wait: Duration,
) -> (Content, Zeroizing<Vec<u8>>) {
    // The text may repeat what was sent. A buffer that grows would leave copies behind.
    let mut body = Zeroizing::new(Vec::with_capacity(limit));
    // A body that breaks off or is late is judged by its beginning.
    let is_complete = timeout(wait, async {
        while body.len() < limit && !begins_with_markup(&body) {
            match response.chunk().await {
                Ok(Some(piece)) => {
                    let room = limit - body.len();
                    body.extend_from_slice(&piece[..piece.len().min(room)]);
                }
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
        true
    })
    .await
    .unwrap_or(false);
    let content = Content::of(response.headers(), &body);
    // A page was announced, and did not come.
    let is_announced = MediaType::of(response.headers()) == MediaType::Page;
    let content = if content == Content::Nothing && !is_complete && is_announced {
        Content::Page
    } else {
        content
    };
    (content, body)
}

/// Whether a body begins with a tag.
pub(super) fn begins_with_markup(body: &[u8]) -> bool {
    visible(body).first() == Some(&b'<')
}

/// What the `Content-Type` header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MediaType {
    Json,
    /// The network's own description of its sign-in (RFC 8908).
    Captive,
    /// HTML, XML, a script, a picture.
    Page,
    /// Plain text, bytes, or no header.
    Other,
}

impl MediaType {
    fn of(headers: &HeaderMap) -> Self {
        let value = headers.get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
        let name = value.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii();
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        let (family, kind) = name.split_once('/').unwrap_or_default();
        match (family, kind) {
            ("application", "captive+json") => Self::Captive,
            (_, "json") => Self::Json,
            (_, kind) if kind.ends_with("+json") => Self::Json,
            ("text", "html" | "xml" | "css" | "javascript")
            | ("application", "xml" | "javascript" | "x-javascript" | "pdf")
            | ("image" | "video" | "audio" | "font", _) => Self::Page,
            (_, kind) if kind.ends_with("+xml") => Self::Page,
            _ => Self::Other,
        }
    }
}

/// A body without whitespace and marks of the byte order at its beginning. Of UTF-16 the zero bytes
/// before the first character are left out, too.
fn visible(body: &[u8]) -> &[u8] {
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let body = marks.iter().find_map(|mark| body.strip_prefix(*mark)).unwrap_or(body);
    let start = body.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != 0);
    start.map_or(&[], |start| &body[start..])
}

fn of_json(value: &Value) -> Content {
    match value {
        Value::Object(members) if members.is_empty() => Content::Nothing,
        Value::Array(items) if items.is_empty() => Content::Nothing,
        Value::Object(members) => match members.get("errors") {
            Some(Value::Object(_) | Value::Array(_)) => Content::NovaPostError,
            _ => Content::Unclear,
        },
        _ => Content::Unclear,
    }
}

/// Whether these bytes are text. The last character may be cut.
fn is_text(body: &[u8]) -> bool {
    let text = match std::str::from_utf8(body) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&body[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !text.chars().any(|character| character.is_control() && !character.is_whitespace())
}

#[cfg(test)]
mod tests;
