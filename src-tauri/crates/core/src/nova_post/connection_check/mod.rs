//! The connection check: looks at each part of the way to Nova Post's servers, without a key.
//!
//! The parts are checked at the same time. Each has its own time, so that all lines are there in less than
//! 15 seconds.

mod answer;
mod certificates;
mod route;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::timeout;
use url::Url;

use self::answer::Seen;
pub use self::certificates::Trust;
use super::proxy::{Proxies, ProxyAddress, ProxySettings, refusal_of_tunnel};
use super::{BaseUrl, Limits, NovaPost, clock_off};
use crate::clock::Clock;
use crate::model::ConnectionFinding as Found;
use crate::model::ConnectionTopic as Topic;
use crate::model::ConnectionVerdict::{self, Bad, Good, Look};
use crate::model::{ApiEnvironment, ConnectionLine, Failure};

/// The time of each part.
const PART: Duration = Duration::from_secs(12);

/// The limits of the calls: a server with 1 kB/s is slow, and not unreachable.
const LIMITS: Limits = Limits {
    connect: Duration::from_secs(5),
    attempt: Duration::from_secs(11),
    total: Duration::from_secs(11),
    pause: Duration::from_millis(300),
    body_start: Duration::from_secs(3),
    body: 64 * 1024,
};

/// Gets each line when it is known.
pub type OnLine = Arc<dyn Fn(ConnectionLine) + Send + Sync>;

/// A client for each address, in their order.
type MakeClients = dyn Fn(&[BaseUrl]) -> Result<Vec<NovaPost>, Failure> + Send + Sync;

/// Checks the connection to the servers of one mode.
#[derive(Clone)]
pub struct ConnectionCheck {
    addresses: [(ApiEnvironment, BaseUrl); 3],
    proxies: Proxies,
    clock: Arc<dyn Clock>,
    make_clients: Arc<MakeClients>,
    make_trust: Arc<dyn Fn() -> Option<Trust> + Send + Sync>,
}

impl ConnectionCheck {
    /// A check of sandbox, production and the API of Ukraine. Connects to nothing yet.
    #[must_use]
    pub fn new(
        [sandbox, production, ukraine]: [BaseUrl; 3],
        proxies: Proxies,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let (of_clients, with_proxies) = (Arc::clone(&clock), proxies.clone());
        Self {
            addresses: [
                (ApiEnvironment::Sandbox, sandbox),
                (ApiEnvironment::Production, production),
                (ApiEnvironment::Ukraine, ukraine),
            ],
            proxies,
            clock,
            make_clients: Arc::new(move |addresses| clients(addresses, &with_proxies, &of_clients)),
            make_trust: Arc::new(Trust::of_this_computer),
        }
    }

    /// The same with another trust and other HTTP clients, for tests.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn with(
        self,
        trust: Trust,
        make_clients: impl Fn(&[BaseUrl]) -> Result<Vec<NovaPost>, Failure> + Send + Sync + 'static,
    ) -> Self {
        Self {
            make_clients: Arc::new(make_clients),
            make_trust: Arc::new(move || Some(trust.clone())),
            ..self
        }
    }

    /// Checks all parts, and calls `on_line` for each: from [`Topic::Names`] to [`Topic::Ukraine`], in any order.
    pub async fn run(&self, on_line: &OnLine) {
        let settings = self.proxies.settings();
        let targets = Target::all(&self.addresses, &settings);
        tokio::join!(
            part(Topic::Names, on_line, route::names(&targets)),
            part(Topic::Route, on_line, route::route(&targets)),
            part(Topic::Proxy, on_line, proxy(&targets, &settings)),
            part(Topic::Certificates, on_line, self.certificates(&targets)),
            self.answers(on_line),
        );
    }

    async fn certificates(&self, targets: &[Target]) -> (ConnectionVerdict, Found) {
        let make_trust = Arc::clone(&self.make_trust);
        // Loading the trusted certificates takes some tens of milliseconds.
        let trust = tokio::task::spawn_blocking(move || make_trust()).await.ok().flatten();
        match trust {
            Some(trust) => certificates::certificates(targets, &trust).await,
            None => (Bad, Found::Failed { failure: Failure::TlsUntrusted }),
        }
    }

    /// Asks the three servers, and compares the clock with the first that tells its time.
    async fn answers(&self, on_line: &OnLine) {
        let [sandbox, production, ukraine] = &self.addresses;
        let make_clients = Arc::clone(&self.make_clients);
        let addresses = [sandbox, production, ukraine].map(|(_, address)| address.clone());
        let made = tokio::task::spawn_blocking(move || make_clients(&addresses)).await;
        let clients = made.unwrap_or_else(|error| Err(Failure::internal("join", &error)));
        let clients = clients.as_deref();
        let (sandbox, production, ukraine) = tokio::join!(
            self.ask(0, clients, on_line),
            self.ask(1, clients, on_line),
            self.ask(2, clients, on_line),
        );
        let (verdict, found) = match sandbox.or(production).or(ukraine) {
            None => (Look, Found::ClockUnknown),
            Some(None) => (Good, Found::ClockRight),
            Some(Some(minutes_behind)) => {
                (Bad, Found::Failed { failure: Failure::ClockWrong { minutes_behind } })
            }
        };
        on_line(ConnectionLine::new(Topic::Clock, verdict, found));
    }

    /// Asks the server with this index, and reports its line. Returns by how many minutes this computer's clock is
    /// behind, `Some(None)` if it is right, and `None` if the server told no time.
    async fn ask(
        &self,
        index: usize,
        clients: Result<&[NovaPost], &Failure>,
        on_line: &OnLine,
    ) -> Option<Option<i64>> {
        let environment = self.addresses[index].0;
        let asked = match clients {
            Ok(clients) => timeout(PART, clients[index].ask_without_key(environment)).await,
            Err(failure) => Ok(Seen::failed(Bad, failure.clone())),
        };
        let topic = topic_of(environment);
        let Ok(Seen { verdict, found, server_time }) = asked else {
            on_line(ConnectionLine::new(topic, Bad, Found::NoResult));
            return None;
        };
        on_line(ConnectionLine::new(topic, verdict, found));
        server_time.map(|server| clock_off(server, self.clock.now()))
    }
}

/// A server to which a connection is needed, or several with the same host.
struct Target {
    /// An address of the server.
    url: Url,
    /// Its host, with the port if that is not the usual one.
    host: String,
    /// Whether it is on this computer.
    is_here: bool,
    /// The proxy for it.
    proxy: Option<ProxyAddress>,
}

impl Target {
    fn all(addresses: &[(ApiEnvironment, BaseUrl)], settings: &ProxySettings) -> Vec<Self> {
        let mut targets: Vec<Self> = Vec::new();
        for (_, base) in addresses {
            let host = base.host();
            if targets.iter().any(|known| known.host == host) {
                continue;
            }
            let (url, is_here) = (base.call(""), base.connection_kind().loopback);
            let proxy = settings.proxy_for(&url).filter(|_| !is_here).cloned();
            targets.push(Self { url, host, is_here, proxy });
        }
        targets
    }
}

/// Runs a part, and reports its line.
async fn part(
    topic: Topic,
    on_line: &OnLine,
    check: impl Future<Output = (ConnectionVerdict, Found)>,
) {
    let (verdict, found) = timeout(PART, check).await.unwrap_or((Bad, Found::NoResult));
    on_line(ConnectionLine::new(topic, verdict, found));
}

const fn topic_of(environment: ApiEnvironment) -> Topic {
    match environment {
        ApiEnvironment::Sandbox => Topic::Sandbox,
        ApiEnvironment::Production => Topic::Production,
        ApiEnvironment::Ukraine => Topic::Ukraine,
    }
}

/// Whether a proxy is set, and whether it lets the app through.
async fn proxy(targets: &[Target], settings: &ProxySettings) -> (ConnectionVerdict, Found) {
    if targets.iter().all(|target| target.is_here) {
        return (Good, Found::OnThisComputer);
    }
    let through = targets.iter().find_map(|target| Some((target, target.proxy.as_ref()?)));
    let Some((target, address)) = through else {
        return if settings.script { (Look, Found::ProxyScript) } else { (Good, Found::ProxyNone) };
    };
    let (proxy, source) = (address.place(), settings.source);
    match refusal_of_tunnel(address, &target.url, &LIMITS, true).await {
        Some(failure) => (Bad, Found::ProxyRefuses { proxy, source, failure }),
        None => (Good, Found::ProxyUsed { proxy, source }),
    }
}

/// Clients that share what they can. Loads the trusted certificates, so it blocks.
fn clients(
    addresses: &[BaseUrl],
    proxies: &Proxies,
    clock: &Arc<dyn Clock>,
) -> Result<Vec<NovaPost>, Failure> {
    let mut clients: Vec<NovaPost> = Vec::new();
    for address in addresses {
        let client = match clients.last() {
            Some(other) => other.beside(address.clone())?,
            None => NovaPost::behind(proxies.clone(), address.clone(), LIMITS, Arc::clone(clock))?,
        };
        clients.push(client);
    }
    Ok(clients)
}

/// The time of a server, if it told one.
type ServerTime = Option<DateTime<Utc>>;
