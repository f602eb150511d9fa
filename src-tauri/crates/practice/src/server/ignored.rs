//! Parameters of a query that a call doesn't know: they change nothing, and a response header and the log
//! tell their names.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::rules::array_name;

/// The names of the ignored parameters of a request, for the log.
#[derive(Clone, Debug)]
pub(super) struct Ignored(pub(super) Vec<String>);

/// The middleware of a call that knows these parameters.
pub(super) async fn tell(known: Vec<&'static str>, request: Request, next: Next) -> Response {
    let ignored = ignored(&known, request.uri().query().unwrap_or_default());
    let mut response = next.run(request).await;
    if !ignored.is_empty() {
        let names: Vec<String> = ignored.iter().map(|name| encoded(name)).collect();
        if let Ok(names) = HeaderValue::try_from(names.join(", ")) {
            response.headers_mut().insert(HEADER, names);
        }
        response.extensions_mut().insert(Ignored(ignored));
    }
    response
}

/// The names in the order of the query, each once.
fn ignored(known: &[&str], query: &str) -> Vec<String> {
    let given: Vec<String> =
        form_urlencoded::parse(query.as_bytes()).map(|(name, _)| array_name(&name)).collect();
    // One coordinate alone has no effect.
    let is_alone = |name: &str| {
        let other = match name {
            "latitude" => "longitude",
            "longitude" => "latitude",
            _ => return false,
        };
        !given.iter().any(|given| given == other)
    };
    let mut names = Vec::new();
    for name in &given {
        if !known.contains(&name.as_str()) || is_alone(name) {
            let name = redacted(name);
            if !names.contains(&name) && names.len() < MOST {
                names.push(name);
            }
        }
    }
    names
}

/// A name that can be shown. A long name, or one with many digits, is replaced by `…`: it can be a key or a
/// phone number that was sent without a name.
fn redacted(name: &str) -> String {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let is_word = name.len() <= MAX_NAME && digits < PHONE_DIGITS;
    if is_word { name.to_owned() } else { "…".to_owned() }
}

/// A name as a query writes it, but with brackets.
fn encoded(name: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    encoded.replace("%5B", "[").replace("%5D", "]")
}

/// The names, separated by commas.
const HEADER: HeaderName = HeaderName::from_static("practice-ignored-parameters");
const MOST: usize = 20;
const MAX_NAME: usize = 30;
/// The shortest phone number.
const PHONE_DIGITS: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unknown_names_are_told() {
        let key = "0123456789abcdef0123456789abcdef";
        let known = ["limit", "codes[]", "latitude", "longitude"];
        for (query, names) in [
            ("", vec![]),
            ("limit=1&codes[]=EUR&codes%5B7%5D=PLN", vec![]),
            ("textSearch=Kyiv&limit=1&textSearch=Lviv", vec!["textSearch"]),
            ("codes=EUR&codes[a]=EUR", vec!["codes", "codes[a]"]),
            ("Limit=1&limit[]=1", vec!["Limit", "limit[]"]),
            ("latitude=1&longitude=2", vec![]),
            ("latitude=1", vec!["latitude"]),
            ("address2=x", vec!["address2"]),
            ("498213437654", vec!["…"]),
            (key, vec!["…"]),
        ] {
            assert_eq!(ignored(&known, query), names, "{query}");
        }
        let many =
            "abcdefghijklmnopqrstuvwxyz".chars().map(String::from).collect::<Vec<_>>().join("&");
        assert_eq!(ignored(&known, &many).len(), MOST);
    }

    #[test]
    fn a_name_cannot_break_out_of_the_header() {
        assert_eq!(encoded("a, b\r\nc: d"), "a%2C+b%0D%0Ac%3A+d");
        assert_eq!(encoded("назва[]"), "%D0%BD%D0%B0%D0%B7%D0%B2%D0%B0[]");
    }
}
