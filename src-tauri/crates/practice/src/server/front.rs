//! What every request passes before and every response after the calls.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;

use super::log::{End, Log};
use super::office::Office;
use super::wire::{NeverSent, date, error_object};
use super::{calls, control};
use crate::portal;

/// The door of the server.
pub(super) struct Front {
    hosts: Vec<String>,
    office: Arc<Office>,
    latency: Duration,
    log: Option<Log>,
    calls: TowerToHyperService<Router>,
}

/// What a front has beside what it always has.
pub(super) struct Extras {
    pub(super) latency: Duration,
    pub(super) log: Option<Log>,
    pub(super) control: bool,
}

/// The connection is to be dropped without an answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dropped;

impl Front {
    pub(super) fn new(address: SocketAddr, office: Arc<Office>, extras: Extras) -> Self {
        let Extras { latency, log, control } = extras;
        let hosts = hosts(address.port());
        let mut router = calls::router(&office, address).merge(portal::router(Arc::clone(&office)));
        if control {
            let ours = hosts.iter().map(|host| format!("http://{host}")).collect();
            router = router.merge(control::router(Arc::clone(&office), ours));
        }
        Self { hosts, office, latency, log, calls: TowerToHyperService::new(router) }
    }

    /// Answers a request, or says that the connection has to be dropped.
    pub(super) async fn answer(&self, request: Request<Incoming>) -> Result<Response, Dropped> {
        let under_way = self.log.as_ref().map(|log| log.note(&request, self.office.clock()));
        let (parts, body) = request.into_parts();
        let mut response = if self.is_for_us(&parts) {
            if !self.latency.is_zero() && calls::is_api(parts.uri.path()) {
                tokio::time::sleep(self.latency).await;
            }
            let Ok(response) = self.calls.call(Request::from_parts(parts, body)).await;
            response
        } else {
            error_object(StatusCode::MISDIRECTED_REQUEST, "host", "Unknown host")
        };
        let dropped = response.extensions().get::<NeverSent>().is_some();
        if let Some(under_way) = under_way {
            let answered = End::Answered(response.status().as_u16());
            under_way.ended(if dropped { End::Dropped } else { answered });
        }
        if dropped {
            return Err(Dropped);
        }
        let headers = response.headers_mut();
        headers.entry(header::DATE).or_insert_with(|| date(self.office.now()));
        Ok(response)
    }

    /// A web page of somebody else can make a name of its own point to this computer, and then call
    /// us as if we were its own server (DNS rebinding). The `Host` header gives it away.
    fn is_for_us(&self, request: &Parts) -> bool {
        let ours = |host: &str| self.hosts.iter().any(|ours| ours.eq_ignore_ascii_case(host));
        only_host(&request.headers).is_some_and(ours)
            && request.uri.authority().is_none_or(|authority| ours(authority.as_str()))
    }
}

fn only_host(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().ok(),
        _ => None,
    }
}

/// The names under which this computer reaches itself, with our port. Port 80 is left out by
/// clients.
fn hosts(port: u16) -> Vec<String> {
    let names = ["127.0.0.1", "localhost"];
    let mut hosts: Vec<String> = names.iter().map(|name| format!("{name}:{port}")).collect();
    if port == 80 {
        hosts.extend(names.map(str::to_owned));
    }
    hosts
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is dropped, as its number plays")
    }
}

impl std::error::Error for Dropped {}
