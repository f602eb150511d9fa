//! What happens to every request before its handler runs, and to every response after it.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Request, StatusCode, Uri, header};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;

use super::ignored::Ignored;
use super::log::{End, Log, RunningRequest};
use super::{calls, control};
use crate::http::{NeverSent, date, error_object};
use crate::portal;
use crate::state::SharedState;

/// Takes every request: checks the host, delays, routes, logs, and sets the `Date` header.
pub(super) struct Gateway {
    hosts: Vec<String>,
    state: Arc<SharedState>,
    latency: Duration,
    log: Option<Log>,
    router: TowerToHyperService<Router>,
}

/// The options of a server that concern single requests.
pub(super) struct GatewayOptions {
    pub(super) latency: Duration,
    pub(super) log: Option<Log>,
    pub(super) control: bool,
}

/// The connection has to be closed without an answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dropped;

impl Gateway {
    pub(super) fn new(
        address: SocketAddr,
        state: Arc<SharedState>,
        options: GatewayOptions,
    ) -> Self {
        let GatewayOptions { latency, log, control } = options;
        let port = address.port();
        let mut router = calls::router(&state, address).merge(portal::router(Arc::clone(&state)));
        if control {
            let origins = authorities(port).iter().map(|own| format!("http://{own}")).collect();
            router = router.merge(control::router(Arc::clone(&state), origins));
        }
        let hosts = authorities(port).into_iter().chain(NAMES.map(str::to_owned)).collect();
        Self { hosts, state, latency, log, router: TowerToHyperService::new(router) }
    }

    /// Answers a request. Fails if the connection has to be closed without an answer.
    ///
    /// The log begins here and not in the future: hyper drops the future before it runs if the client has
    /// gone already.
    pub(super) fn answer(
        self: Arc<Self>,
        request: Request<Incoming>,
    ) -> impl Future<Output = Result<Response, Dropped>> {
        let logged = self.log.as_ref().map(|log| log.begin(&request, self.state.clock()));
        async move { self.answer_logged(request, logged).await }
    }

    async fn answer_logged(
        &self,
        request: Request<Incoming>,
        logged: Option<RunningRequest>,
    ) -> Result<Response, Dropped> {
        let (mut parts, body) = request.into_parts();
        let path = parts.uri.path();
        // The pages redirect.
        if calls::is_api(path) || NOT_PAGES.iter().any(|other| path.starts_with(other)) {
            parts.uri = without_trailing_slash(parts.uri);
        }
        let mut response = if self.is_own_host(&parts) {
            if !self.latency.is_zero() && calls::is_api(parts.uri.path()) {
                tokio::time::sleep(self.latency).await;
            }
            let Ok(response) = self.router.call(Request::from_parts(parts, body)).await;
            response
        } else {
            error_object(StatusCode::MISDIRECTED_REQUEST, "Unknown host")
        };
        let dropped = response.extensions().get::<NeverSent>().is_some();
        if let Some(mut logged) = logged {
            if let Some(Ignored(names)) = response.extensions().get() {
                logged.ignored.clone_from(names);
            }
            let answered = End::Answered(response.status().as_u16());
            logged.end(if dropped { End::Dropped } else { answered });
        }
        if dropped {
            return Err(Dropped);
        }
        let headers = response.headers_mut();
        headers.entry(header::DATE).or_insert_with(|| date(self.state.now()));
        Ok(response)
    }

    /// Prevents DNS rebinding: another web page can point its own name at this computer and
    /// then call this server as its own. The `Host` header then holds that name.
    fn is_own_host(&self, request: &Parts) -> bool {
        let is_own = |host: &str| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        only_host(&request.headers).is_some_and(is_own)
            && request.uri.authority().is_none_or(|authority| is_own(authority.as_str()))
    }
}

fn only_host(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().ok(),
        _ => None,
    }
}

/// This server in an origin. Browsers leave out port 80.
fn authorities(port: u16) -> Vec<String> {
    let names = NAMES.into_iter();
    let without_port = names.clone().filter(|_| port == 80).map(str::to_owned);
    names.map(|name| format!("{name}:{port}")).chain(without_port).collect()
}

/// The names that mean this computer only. A `Host` can be one of them without a port: no web page elsewhere
/// can have such a name.
const NAMES: [&str; 2] = ["127.0.0.1", "localhost"];

/// What is neither a page nor a call of the API.
const NOT_PAGES: [&str; 2] = ["/practice/", "/openapi.json"];

/// The same address without a slash at the end of its path, which some clients write. A redirection would
/// lose the body of a request.
fn without_trailing_slash(uri: Uri) -> Uri {
    let Some(path) = uri.path().strip_suffix('/').filter(|path| !path.is_empty()) else {
        return uri;
    };
    let path_and_query = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let Ok(path_and_query) = path_and_query.parse() else { return uri };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path_and_query);
    Uri::from_parts(parts).unwrap_or(uri)
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the phone number simulates a dropped connection")
    }
}

impl std::error::Error for Dropped {}
