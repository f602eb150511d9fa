//! What keeps other web pages out of ours: who may send a form, and what a browser may do with an
//! answer.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::visit::Visit;
use super::wrong::Wrong;
use crate::server::Office;

/// Stands before every page.
pub(super) async fn guard(
    State(office): State<Arc<Office>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = if request.method().is_safe() || is_from_our_page(request.headers()) {
        next.run(request).await
    } else {
        let (mut parts, _) = request.into_parts();
        let Ok(visit) = Visit::from_request_parts(&mut parts, &office).await;
        Wrong::Foreign.page(&visit)
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Any page of the web can send a form here, but not under our name: a browser says where a form
/// comes from. `Host` was found to be ours before.
fn is_from_our_page(headers: &HeaderMap) -> bool {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let (Some(origin), None) = (origins.next(), origins.next()) else {
        return false;
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let origin = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
    host.zip(origin).is_some_and(|(host, origin)| host.eq_ignore_ascii_case(origin))
}

/// A page loads its own stylesheet, script and icon, sends forms to itself, stands in no frame, and
/// stays in no cache. `same-origin` tells no other page where somebody was; `no-referrer` would
/// also take the origin out of our own forms.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];
