//! Asks the address for updates, and downloads a file, within limits.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use reqwest::{Client, ClientBuilder, Response, redirect, retry, tls};

use super::{Package, Release, UpdateAddress};
use crate::model::Failure;
use crate::nova_post::is_untrusted;
use crate::nova_post::proxy::Proxies;

/// The limits of the two requests. Tests use smaller ones.
#[derive(Clone, Copy, Debug)]
pub struct UpdateLimits {
    /// The time to open a connection, TLS included.
    pub connect: Duration,
    /// The time for `latest.json`.
    pub latest: Duration,
    /// The longest time in which no byte of a file arrives.
    pub stall: Duration,
    /// The time for a file.
    pub package: Duration,
    /// The size of `latest.json` in bytes.
    pub latest_size: u64,
    /// The size of a file in bytes. It is in memory until it is installed.
    pub package_size: u64,
}

impl Default for UpdateLimits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            latest: Duration::from_secs(20),
            stall: Duration::from_secs(30),
            package: Duration::from_hours(1),
            latest_size: 256 * 1024,
            package_size: 200 * 1024 * 1024,
        }
    }
}

/// Called with the bytes received and, if it is known, the size of the file.
pub type OnReceived<'a> = &'a (dyn Fn(u64, Option<u64>) + Send + Sync);

/// The HTTP client for updates.
pub struct UpdateServer {
    http: Client,
    limits: UpdateLimits,
}

const REDIRECTS: usize = 5;

impl UpdateServer {
    /// A client with the system's proxy and trust store. Reading the trust store blocks for some tens of milliseconds.
    pub fn new(proxies: &Proxies) -> Result<Self, Failure> {
        Self::with(UpdateLimits::default(), |client| client.proxy(proxies.matcher()))
    }

    /// A client with other limits. `change` adds proxies or certificates.
    pub fn with(
        limits: UpdateLimits,
        change: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Result<Self, Failure> {
        let http = change(client(&limits)).build().map_err(|error| {
            tracing::error!(%error, "no HTTP client for updates");
            Failure::UpdateUntrusted
        })?;
        Ok(Self { http, limits })
    }

    /// Reads `latest.json`.
    pub async fn latest(&self, address: &UpdateAddress) -> Result<Release, Failure> {
        let asking = async {
            let response = self.get(address).await?;
            let status = response.status().as_u16();
            let unreadable = Failure::UpdateAnswerUnreadable { status };
            let reading = self.read(response, None, self.limits.latest_size, &|_, _| ());
            let body = reading.await.map_err(|failure| match failure {
                Failure::UpdateIncomplete => Failure::UpdateUnreachable,
                other => other,
            })?;
            Release::parse(&body).ok_or(unreadable)
        };
        tokio::time::timeout(self.limits.latest, asking)
            .await
            .unwrap_or(Err(Failure::UpdateUnreachable))
    }

    /// Downloads the file of a version. Dropping the future cancels the download.
    ///
    /// Fails with `update_incomplete` if the file ends early.
    pub async fn download(
        &self,
        package: &Package,
        on_received: OnReceived<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let downloading = async {
            let response = self.get(&package.address).await?;
            self.read(response, package.size, self.limits.package_size, on_received).await
        };
        tokio::time::timeout(self.limits.package, downloading)
            .await
            .unwrap_or(Err(Failure::UpdateIncomplete))
    }

    async fn get(&self, address: &UpdateAddress) -> Result<Response, Failure> {
        let response = self.http.get(address.0.clone()).send().await.map_err(|error| {
            let failure = failure_of(&error);
            tracing::warn!(
                host = address.host(),
                ?failure,
                "no answer from the address for updates"
            );
            failure
        })?;
        match response.status().as_u16() {
            200 => Ok(response),
            500.. => Err(Failure::UpdateUnreachable),
            status => Err(Failure::UpdateAnswerUnreadable { status }),
        }
    }

    async fn read(
        &self,
        mut response: Response,
        size: Option<u64>,
        limit: u64,
        on_received: OnReceived<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let size = size.or(response.content_length());
        let too_large = Failure::UpdateAnswerUnreadable { status: response.status().as_u16() };
        if size.is_some_and(|size| size > limit) {
            return Err(too_large);
        }
        let (mut body, mut received) = (Vec::new(), 0);
        on_received(0, size);
        while let Some(piece) = response.chunk().await.map_err(|error| {
            tracing::warn!(error = %error.without_url(), received, "an update's file ended early");
            Failure::UpdateIncomplete
        })? {
            received += piece.len() as u64;
            if received > size.unwrap_or(limit) {
                return Err(too_large);
            }
            body.extend_from_slice(&piece);
            on_received(received, size);
        }
        if size.is_some_and(|size| received < size) {
            return Err(Failure::UpdateIncomplete);
        }
        Ok(body)
    }
}

/// Like the client for Nova Post, but it follows redirects to https: files are often kept on another host than the
/// list of versions. A redirect can't bring another file, because the signature is checked over its content.
fn client(limits: &UpdateLimits) -> ClientBuilder {
    Client::builder()
        .user_agent(concat!("KeyDesk/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(limits.connect)
        .read_timeout(limits.stall)
        .pool_max_idle_per_host(0)
        .redirect(redirect::Policy::custom(|attempt| {
            if attempt.url().scheme() != "https" {
                attempt.error(NotHttps)
            } else if attempt.previous().len() > REDIRECTS {
                attempt.stop()
            } else {
                attempt.follow()
            }
        }))
        .retry(retry::never())
        .referer(false)
        .tls_version_min(tls::Version::TLS_1_2)
        .https_only(true)
}

fn failure_of(error: &reqwest::Error) -> Failure {
    if is_caused_by_not_https(error) {
        Failure::UpdateAddressInsecure
    } else if is_untrusted(error) {
        Failure::UpdateUntrusted
    } else {
        Failure::UpdateUnreachable
    }
}

fn is_caused_by_not_https(error: &(dyn Error + 'static)) -> bool {
    error.is::<NotHttps>() || error.source().is_some_and(is_caused_by_not_https)
}

/// A redirect leads to an address that is not https.
#[derive(Debug)]
struct NotHttps;

impl fmt::Display for NotHttps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a redirect to an address without TLS")
    }
}

impl Error for NotHttps {}
