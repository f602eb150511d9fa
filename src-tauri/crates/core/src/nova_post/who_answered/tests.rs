//! Who sent an answer, by status, content type and body.

use super::Answerer::{Network, NovaPost, Unclear};
use super::*;

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const ERROR: &[u8] = br#"{"success":false,"errors":["Client not found"]}"#;

type Case = (u16, &'static str, &'static [u8], Answerer);

fn judged(status: u16, media_type: &str, body: &[u8]) -> Answerer {
    let mut headers = HeaderMap::new();
    if !media_type.is_empty() {
        headers.insert(CONTENT_TYPE, media_type.parse().unwrap());
    }
    who_answered(status, Content::of(&headers, body))
}

fn check(cases: &[Case]) {
    for &(status, media_type, body, answerer) in cases {
        let text = String::from_utf8_lossy(body);
        assert_eq!(judged(status, media_type, body), answerer, "{status} {media_type} {text}");
    }
}

#[test]
fn nova_posts_json_is_its_answer_whatever_status_and_content_type_say() {
    check(&[
        (400, JSON, br#"{"success":false,"errors":["Invalid phone format"]}"#, NovaPost),
        (401, JSON, br#"{"errors":{"errorMessage":"Unauthorized"}}"#, NovaPost),
        (403, JSON, br#"{"errors":["Forbidden"]}"#, NovaPost),
        (403, HTML, br#"{"errors":["Forbidden"]}"#, NovaPost),
        (403, "", br#"{"errors":{"errorMessage":"Forbidden"}}"#, NovaPost),
        (404, JSON, ERROR, NovaPost),
        (407, JSON, ERROR, NovaPost),
        (409, "text/plain", ERROR, NovaPost),
        (
            422,
            "application/problem+json",
            br#"{"message":"Invalid","errors":{"apiKey":["x"]}}"#,
            NovaPost,
        ),
        (429, JSON, b"\r\n {\"errors\":[]}\n", NovaPost),
        (500, JSON, br#"{"errors":{}}"#, NovaPost),
        (502, JSON, br#"{"errors":{"errorMessage":"Time-out"}}"#, NovaPost),
        (503, JSON, b"\xEF\xBB\xBF{\"errors\":{\"errorMessage\":\"Time-out\"}}", NovaPost),
        (503, "application/octet-stream", br#"{"errors":{"a":"<html>"}}"#, NovaPost),
    ]);
}

#[test]
fn an_empty_body_is_judged_by_its_status() {
    check(&[
        (401, "", b"", NovaPost),
        (403, "", b"", NovaPost),
        (403, HTML, b"", NovaPost),
        (404, "text/plain", b" \r\n", NovaPost),
        (500, HTML, b"", NovaPost),
        (502, "", b"", NovaPost),
        (503, JSON, b"\xEF\xBB\xBF", NovaPost),
        (429, JSON, b"{}", NovaPost),
        (404, JSON, b" [ ] ", NovaPost),
        (403, HTML, b"{ }", NovaPost),
        (511, "", b"", Network),
        (511, JSON, ERROR, Network),
    ]);
}

#[test]
fn what_a_browser_shows_is_a_page_of_the_network() {
    check(&[
        (200, HTML, b"<!DOCTYPE html><title>Sign in</title>", Network),
        (201, HTML, b"<html>", Network),
        (400, "", b"<html><center>nginx</center></html>", Network),
        (401, HTML, b"<html>Proxy</html>", Network),
        (403, HTML, b"<!doctype html><h1>Access denied by your organization</h1>", Network),
        (403, "", b"<HTML><HEAD>", Network),
        (403, JSON, b"<html>Blocked</html>", Network),
        (403, "text/plain", b"<html>Blocked</html>", Network),
        (403, HTML, b"Access denied", Network),
        (403, HTML, b"403", Network),
        (403, HTML, b"\"blocked\"", Network),
        (403, "TEXT/HTML", b"Access denied", Network),
        (403, "application/xhtml+xml", b"Access denied", Network),
        (403, HTML, b"\xEF\xBB\xBF<html>", Network),
        (403, "", b"\xFF\xFE<\0h\0t\0m\0l\0", Network),
        (403, "", b"\xFE\xFF\0<\0h\0t\0m\0l", Network),
        (403, HTML, b"\x1F\x8B\x08\0\0\0\0\0", Network),
        (404, "", b"\n\n\t<!-- portal -->", Network),
        (407, HTML, b"<html>Sign in to the proxy</html>", Network),
        (409, HTML, b"<html>", Network),
        (418, HTML, b"<html>", Network),
        (429, HTML, b"<html>Too many requests</html>", Network),
        (451, HTML, b"<html>Unavailable for legal reasons</html>", Network),
        (500, HTML, b"<html>", Network),
        (502, HTML, b"<html><h1>502 Bad Gateway</h1></html>", Network),
        (503, "text/html", b"<?xml version=\"1.0\"?><!DOCTYPE html>", Network),
        (503, "text/xml", b"<WISPAccessGatewayParam/>", Network),
        (504, "", b"<script>location='http://portal.example/'</script>", Network),
        (511, HTML, b"<html>Sign in</html>", Network),
        (403, "image/gif", b"GIF89a", Network),
        (403, "text/javascript", b"location = 'http://portal.example/'", Network),
        (403, "application/captive+json", br#"{"captive":true}"#, Network),
        (401, "application/captive+json", br#"{"captive":true,"errors":[]}"#, Network),
    ]);
}

#[test]
fn plain_text_is_of_the_network_unless_a_gateway_says_that_the_service_is_away() {
    check(&[
        (400, "text/plain", b"Bad Request", Network),
        (401, "text/plain", b"Sign in at http://login.hotel.example/", Network),
        (403, "text/plain", b"Blocked by policy", Network),
        (403, "", b"Blocked by policy", Network),
        (403, "application/octet-stream", b"Blocked by policy", Network),
        (403, "text/plain; charset=utf-8", "Доступ заборонено".as_bytes(), Network),
        (403, "text/plain", b"Zugriff verweigert f\xC3", Network),
        (404, "text/plain", b"404 page not found", Network),
        (407, "text/plain", b"Proxy Authentication Required", Network),
        (429, "text/plain", b"Too Many Requests", Network),
        (500, "text/plain", b"Internal Server Error", Network),
        (502, "text/plain", b"Bad Gateway", NovaPost),
        (503, "text/plain", b"no healthy upstream", NovaPost),
        (504, "", b"upstream request timeout", NovaPost),
    ]);
}

#[test]
fn other_json_and_bytes_may_come_from_either() {
    check(&[
        (403, JSON, br#"{"message":"Forbidden"}"#, Unclear),
        (403, JSON, br#"{"error":"blocked","category":"shopping"}"#, Unclear),
        (403, HTML, br#"{"error":"blocked"}"#, Unclear),
        (429, JSON, br#"{"message":"Too Many Attempts."}"#, Unclear),
        (404, JSON, b"null", Unclear),
        (404, "", b"[[]]", Unclear),
        (404, "", b"{\"\":{}}", Unclear),
        (404, "", br#"["errors"]"#, Unclear),
        (404, "text/plain", br#""Client not found""#, Unclear),
        (409, JSON, br#"{"errors":null}"#, Unclear),
        (409, JSON, br#"{"errors":"Client not found"}"#, Unclear),
        (409, JSON, br#"{"Errors":["Client not found"]}"#, Unclear),
        (409, JSON, b"{", Unclear),
        (409, JSON, br#"{"errors":["Client not fo"#, Unclear),
        (409, HTML, br#"{"errors":["#, Unclear),
        (409, "", br#"{"errors":[]} {}"#, Unclear),
        (403, JSON, b"Forbidden", Unclear),
        (403, "", b"\x1F\x8B\x08\0\0\0\0\0", Unclear),
        (503, "", b"abc\x07\x01", Unclear),
        (503, "application/octet-stream", b"\xC3\x28\xFF", Unclear),
    ]);
}

#[test]
fn json_that_is_nested_too_deep_is_no_answer_of_nova_post() {
    let deep = [br#"{"errors":"#.as_slice(), &[b'['; 500], &[b']'; 500], b"}"].concat();
    assert_eq!(judged(403, JSON, &deep), Unclear);
}
