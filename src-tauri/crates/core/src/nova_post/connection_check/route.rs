//! The names of the servers, and the connection to them.

use std::io::{self, ErrorKind};
use std::time::Duration;

use tokio::net::{TcpStream, lookup_host};
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;

use super::Target;
use crate::model::ConnectionFinding as Found;
use crate::model::ConnectionVerdict::{self, Bad, Good, Look};
use crate::model::Failure;

/// The time of one attempt.
const ATTEMPT: Duration = Duration::from_secs(5);

/// Whether the names of the servers can be resolved.
pub(super) async fn names(targets: &[Target]) -> (ConnectionVerdict, Found) {
    if targets.iter().all(|target| target.is_here) {
        return (Good, Found::OnThisComputer);
    }
    let own: Vec<_> =
        targets.iter().filter(|target| !target.is_here && target.proxy.is_none()).collect();
    if own.is_empty() {
        return (Good, Found::NamesByProxy);
    }
    let attempts = own.iter().map(|target| {
        let place = place(&target.url);
        async move {
            let found = timeout(ATTEMPT, lookup_host(place)).await;
            found.is_ok_and(|found| found.is_ok_and(|mut addresses| addresses.next().is_some()))
        }
    });
    let found = all(attempts).await;
    let hosts: Vec<String> = own
        .iter()
        .zip(found)
        .filter(|(_, is_found)| !is_found)
        .map(|(target, _)| target.host.clone())
        .collect();
    match hosts.len() {
        0 => (Good, Found::NamesFound),
        missing if missing == own.len() => (Bad, Found::NamesMissing { hosts }),
        _ => (Look, Found::NamesMissing { hosts }),
    }
}

/// Whether the servers, or their proxy, can be reached.
pub(super) async fn route(targets: &[Target]) -> (ConnectionVerdict, Found) {
    let mut ends: Vec<(String, Url)> = Vec::new();
    for target in targets {
        let end = match &target.proxy {
            Some(proxy) => (proxy.place(), proxy.url().clone()),
            None => (target.host.clone(), target.url.clone()),
        };
        if !ends.contains(&end) {
            ends.push(end);
        }
    }
    let attempts = ends.iter().map(|(_, url)| {
        let place = place(url);
        async move {
            match timeout(ATTEMPT, TcpStream::connect(place)).await {
                Ok(Ok(_)) => None,
                Ok(Err(error)) => Some(failure_of(&error)),
                Err(_) => Some(Failure::TimedOut),
            }
        }
    });
    let results = all(attempts).await;
    let mut failed = ends.iter().zip(&results).filter_map(|((host, _), failure)| {
        failure.as_ref().map(|failure| (host.clone(), failure.clone()))
    });
    let Some((host, failure)) = failed.next() else {
        let proxy = targets.iter().find_map(|target| target.proxy.as_ref());
        let found =
            proxy.map_or(Found::RouteOpen, |proxy| Found::RouteToProxy { proxy: proxy.place() });
        return (Good, found);
    };
    let hosts: Vec<String> = std::iter::once(host).chain(failed.map(|(host, _)| host)).collect();
    let verdict = if hosts.len() == ends.len() { Bad } else { Look };
    (verdict, Found::RouteClosed { hosts, failure })
}

/// The host and the port of an address.
pub(super) fn place(url: &Url) -> (String, u16) {
    let host = url.host_str().unwrap_or_default();
    let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
    (host, url.port_or_known_default().unwrap_or(443))
}

fn failure_of(error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset => Failure::Unreachable,
        ErrorKind::TimedOut => Failure::TimedOut,
        // Without a route; or the name could not be resolved, for which there is no kind.
        _ => Failure::Offline,
    }
}

/// The results of all futures, in their order.
pub(super) async fn all<T: Send + 'static>(
    futures: impl Iterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let mut tasks = JoinSet::new();
    for (index, future) in futures.enumerate() {
        tasks.spawn(async move { (index, future.await) });
    }
    let mut results = tasks.join_all().await;
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
