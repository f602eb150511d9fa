//! A configuration for `curl -K`, which asks for a token. So the key is not an argument, which other users could see in
//! the list of processes.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroizing;

use super::{FileRequest, RenderedFile};
use crate::secret::ApiKey;

/// Everything but the unreserved characters [RFC 3986: section 2.3].
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn render(request: &FileRequest<'_>, key: Option<&ApiKey>) -> RenderedFile {
    let mut text = request.comments_with("# ");
    let url = Zeroizing::new(
        [request.address(), "/clients/authorization?apiKey=", &encoded(key)].concat(),
    );
    push_option(&mut text, "url", &url);
    push_option(&mut text, "header", "Accept: application/json");
    // Brackets of an IPv6 address are no pattern.
    text.push_str("globoff\nsilent\nshow-error\nfail-with-body\n");
    RenderedFile::with_key("nova-post.curl", text, key)
}

/// The key as a value in a query; empty if it is not given.
pub(super) fn encoded(key: Option<&ApiKey>) -> Zeroizing<String> {
    let key = key.map_or("", ApiKey::expose);
    Zeroizing::new(utf8_percent_encode(key, RESERVED).to_string())
}

/// Adds an option in quotes, in which curl reads `\"` and `\\`.
fn push_option(text: &mut String, name: &str, value: &str) {
    text.push_str(name);
    text.push_str(" = \"");
    for letter in value.chars() {
        if matches!(letter, '"' | '\\') {
            text.push('\\');
        }
        text.push(letter);
    }
    text.push_str("\"\n");
}
