//! Recognizes pages that do not come from Nova Post: the sign-in page of a hotel's network, the
//! block page of a web filter. Nova Post answers JSON or an empty body.

use std::time::Duration;

use reqwest::Response;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use tokio::time::timeout;

/// "Network Authentication Required" (RFC 6585): sent by a network that asks for a sign-in.
const NETWORK_AUTHENTICATION_REQUIRED: u16 = 511;

/// Whether an answer with a status other than 200 is a page of the network. Waits at most `wait` for
/// its body to begin.
///
/// A redirect (3xx) and a proxy's sign-in (407) have failures of their own, with or without a page.
pub(super) async fn is_network_page(response: &mut Response, wait: Duration) -> bool {
    match response.status().as_u16() {
        NETWORK_AUTHENTICATION_REQUIRED => true,
        300..=399 | 407 => false,
        _ => {
            let says_html = says_html(response.headers());
            match timeout(wait, body_start(response)).await {
                Ok(Ok(start)) => is_page(says_html, start),
                // The body did not begin, so the header decides.
                Ok(Err(_)) | Err(_) => says_html,
            }
        }
    }
}

/// Whether a body is a page. `start` is its first visible byte, `None` if it has none.
pub(super) fn is_page(says_html: bool, start: Option<u8>) -> bool {
    match start {
        Some(b'<') => true,
        // Some servers send JSON with a wrong content type.
        None | Some(b'{' | b'[') => false,
        Some(_) => says_html,
    }
}

/// Whether the `Content-Type` header says HTML.
pub(super) fn says_html(headers: &HeaderMap) -> bool {
    let media_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let media_type = media_type.and_then(|value| value.split(|&byte| byte == b';').next());
    media_type.is_some_and(|name| {
        let name = name.trim_ascii();
        name.eq_ignore_ascii_case(b"text/html")
            || name.eq_ignore_ascii_case(b"application/xhtml+xml")
    })
}

/// The first byte of a body that is neither whitespace nor part of a byte order mark.
pub(super) fn first_visible_byte(body: &[u8]) -> Option<u8> {
    const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    body.iter().copied().find(|byte| !byte.is_ascii_whitespace())
}

async fn body_start(response: &mut Response) -> reqwest::Result<Option<u8>> {
    while let Some(piece) = response.chunk().await? {
        if let Some(byte) = first_visible_byte(&piece) {
            return Ok(Some(byte));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(value))])
    }

    #[test]
    fn html_is_recognized_by_its_content_type_in_any_spelling() {
        for html in ["text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"] {
            assert!(says_html(&header(html)), "{html}");
        }
        for other in ["application/json", "text/plain", "text/html5", ""] {
            assert!(!says_html(&header(other)), "{other}");
        }
        assert!(!says_html(&HeaderMap::new()));
    }

    #[test]
    fn a_body_that_begins_with_a_tag_is_a_page_whatever_its_content_type() {
        for body in ["<!doctype html>", "\r\n <html>", "\u{FEFF}<html>"] {
            assert!(is_page(false, first_visible_byte(body.as_bytes())), "{body:?}");
        }
    }

    #[test]
    fn json_and_an_empty_body_are_no_page_whatever_their_content_type() {
        for body in ["", " \n", "{\"errors\":{}}", " [1]"] {
            assert!(!is_page(true, first_visible_byte(body.as_bytes())), "{body:?}");
        }
    }

    #[test]
    fn other_text_is_a_page_if_the_content_type_says_so() {
        let start = first_visible_byte(b"Please sign in");
        assert!(is_page(true, start));
        assert!(!is_page(false, start));
    }
}
