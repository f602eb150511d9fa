//! How the app connects to Nova Post, and the limits of a call.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use reqwest::{Client, ClientBuilder, redirect, retry, tls};

use super::address::ConnectionKind;
use super::proxy::Proxies;

/// The limits of a call. Tests use smaller ones.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time to open a connection, TLS included.
    pub connect: Duration,
    /// The time of one attempt, from the first byte sent to the last byte read.
    pub attempt: Duration,
    /// The time of all attempts and the pauses between them.
    pub total: Duration,
    /// The pause before the second attempt. The pause before the third is about twice as long.
    pub pause: Duration,
    /// The time that the body of an error may take.
    pub body_start: Duration,
    /// The size of a body in bytes.
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            attempt: Duration::from_secs(20),
            total: Duration::from_secs(20),
            pause: Duration::from_millis(300),
            body_start: Duration::from_secs(3),
            body: 64 * 1024,
        }
    }
}

const USER_AGENT: &str = concat!("KeyDesk/", env!("CARGO_PKG_VERSION"));

/// The settings of a client for this kind of connection.
///
/// Each call opens a new connection. A kept connection would keep what was sent last, perhaps a
/// token, in its buffers. And a server that is about to close it could lose the request, of which
/// only one a day is allowed.
pub(super) fn client(kind: ConnectionKind, limits: &Limits, proxies: &Proxies) -> ClientBuilder {
    let client = Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(limits.connect)
        .timeout(limits.attempt)
        .pool_max_idle_per_host(0)
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .referer(false)
        .tls_version_min(tls::Version::TLS_1_2)
        .https_only(!kind.plain);
    let client = if kind.loopback { on_loopback(client) } else { client.proxy(proxies.matcher()) };
    // Plain http needs no certificates, so practice works on a computer that has none.
    if kind.plain { client.tls_certs_only([]) } else { client }
}

/// Uses no proxy, and resolves `localhost` to this computer without a resolver. IPv6 comes first:
/// where it is switched off, the last attempt is the one that shows the real error.
fn on_loopback(client: ClientBuilder) -> ClientBuilder {
    let addresses =
        [SocketAddr::from((Ipv6Addr::LOCALHOST, 0)), SocketAddr::from((Ipv4Addr::LOCALHOST, 0))];
    client.no_proxy().resolve_to_addrs("localhost", &addresses)
}
