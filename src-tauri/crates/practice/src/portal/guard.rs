//! Protects the pages from other web pages: checks where a form comes from, and sets the headers that
//! limit what a browser does with a response.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::error_page::ErrorPage;
use super::visit::Visit;
use crate::state::SharedState;

/// The middleware of every page.
pub(super) async fn guard(
    State(state): State<Arc<SharedState>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = if request.method().is_safe() || is_from_own_page(request.headers()) {
        next.run(request).await
    } else {
        let (mut parts, _) = request.into_parts();
        let Ok(visit) = Visit::from_request_parts(&mut parts, &state).await;
        ErrorPage::Foreign.page(&visit)
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether the form comes from a page of this server. Any web page can send a form here, but the
/// browser adds its `Origin`. The gateway has checked `Host`.
fn is_from_own_page(headers: &HeaderMap) -> bool {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let (Some(origin), None) = (origins.next(), origins.next()) else {
        return false;
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let origin = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
    host.zip(origin).is_some_and(|(host, origin)| host.eq_ignore_ascii_case(origin))
}

/// A page can load its own stylesheet, script and icon, and send forms to its own server. It can't be
/// framed or cached. `Referrer-Policy: same-origin` hides the address from other sites;
/// `no-referrer` would also remove the `Origin` of the server's own forms.
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
