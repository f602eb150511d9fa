//! How a connection to Nova Post is made, and what it may cost.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use reqwest::{Client, ClientBuilder, redirect, retry, tls};

use super::address::Line;

/// What a call may cost. Tests make it smaller.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Until a connection stands, TLS included.
    pub(crate) connect: Duration,
    /// From the first byte sent to the last one read.
    pub(crate) call: Duration,
    /// All attempts of a call and the pauses between them.
    pub(crate) in_all: Duration,
    /// Before the second attempt, and about twice as long before the third.
    pub(crate) pause: Duration,
    /// Of a body, in bytes.
    pub(crate) body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            call: Duration::from_secs(20),
            in_all: Duration::from_secs(20),
            pause: Duration::from_millis(300),
            body: 64 * 1024,
        }
    }
}

const USER_AGENT: &str = concat!("KeyDesk/", env!("CARGO_PKG_VERSION"));

/// Everything that holds for a connection of this line.
///
/// Each call has a connection of its own. One that is kept would keep in its buffers what was sent
/// last, a token perhaps; and a server that is just about to close it would lose the request, where
/// one request a day is all there is.
pub(super) fn client(line: Line, limits: &Limits) -> ClientBuilder {
    let client = Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(limits.connect)
        .timeout(limits.call)
        .pool_max_idle_per_host(0)
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .referer(false)
        .tls_version_min(tls::Version::TLS_1_2)
        .https_only(!line.plain);
    let client = if line.loopback { stay_here(client) } else { client };
    // Where nothing is encrypted no certificate is needed: a computer without any can practise.
    if line.plain { client.tls_certs_only([]) } else { client }
}

/// No proxy, and `localhost` is this computer whatever a resolver says. The order matters: when
/// IPv6 is switched off, the last attempt is the one that tells what is wrong.
fn stay_here(client: ClientBuilder) -> ClientBuilder {
    let addresses =
        [SocketAddr::from((Ipv6Addr::LOCALHOST, 0)), SocketAddr::from((Ipv4Addr::LOCALHOST, 0))];
    client.no_proxy().resolve_to_addrs("localhost", &addresses)
}
