//! The calls of Nova Post's APIs: addresses, wire types, and the mapping of answers to
//! [`Failure`].
//!
//! Nothing here retries a request for a test key, follows a redirect or puts a key into an error.

mod address;
mod connection;
mod connection_check;
mod exchange;
pub mod proxy;
mod server_time;
mod status;
mod subscribers;
#[cfg(feature = "testing")]
pub mod testing;
mod transport;
mod ukraine;
mod ukraine_answer;
mod who_answered;
mod wire;

use std::fmt;
use std::sync::Arc;

use backon::{ExponentialBuilder, Retryable};
use chrono::{DateTime, Utc};
use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue};
use serde::de::DeserializeOwned;

pub use self::address::{AddressRefused, BaseUrl};
pub use self::connection::Limits;
pub use self::connection_check::{ConnectionCheck, OnLine, Trust};
pub use self::server_time::{allowed_again, clock_off};
pub use self::subscribers::{Subscriber, Subscribers};
pub(crate) use self::transport::is_untrusted;
pub(crate) use self::ukraine::UKRAINE_CALLS;
pub use self::ukraine::{Senders, Ukraine, UkraineKey};

use self::connection::client;
use self::exchange::exchange;
use self::proxy::{Proxies, ProxySettings};
use self::status::Call;
use self::wire::{CurrenciesAnswer, ShipmentsAnswer, TestKeyAnswer, TestKeyRequest, TokenAnswer};
use crate::clock::Clock;
use crate::model::Failure;
use crate::phone::SandboxDigits;
use crate::secret::{ApiKey, Jwt};

/// The calls of both environments: get a token for a key, and verify a token.
#[derive(Clone)]
pub struct NovaPost {
    http: reqwest::Client,
    base: BaseUrl,
    limits: Limits,
    proxies: Proxies,
    /// Used if an answer has no `Date` header.
    clock: Arc<dyn Clock>,
}

/// The calls of the sandbox. Only this type has the method that creates test keys, because production
/// has no such call.
#[derive(Clone, Debug)]
pub struct Sandbox(NovaPost);

/// An answer and the time of the server.
#[derive(Clone, Debug)]
pub struct Answered<T> {
    /// The content of the answer.
    pub value: T,
    /// The time in the answer's `Date` header, in seconds.
    pub server_time: Option<DateTime<Utc>>,
}

/// The answer to `POST test-api-keys`.
#[derive(Clone, Debug)]
pub struct TestKey {
    /// The key.
    pub key: ApiKey,
    /// `createdAt`, when Nova Post created the key.
    pub created_at: DateTime<Utc>,
    /// `expDate`, when the key expires.
    pub valid_until: DateTime<Utc>,
    /// Whether `status` is `Active`. The other documented value is `Expired`.
    pub active: bool,
}

/// The answer to `GET shipments?limit=1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewestShipment {
    /// The account has no shipments.
    None,
    /// When the newest one was created.
    On(DateTime<Utc>),
    /// There is one, and its date can't be read.
    DateUnknown,
}

impl NovaPost {
    /// A client for one environment. Fails with [`Failure::TlsUntrusted`] if TLS can't be set up,
    /// because this computer has no trusted certificates.
    ///
    /// For https this reads the system's trust store, which blocks for some tens of milliseconds. So
    /// don't call it before the first paint, and make the client of the second environment with
    /// [`NovaPost::beside`]. For http on loopback it takes less than a millisecond.
    pub fn new(base: BaseUrl, clock: Arc<dyn Clock>) -> Result<Self, Failure> {
        Self::with_limits(base, Limits::default(), clock)
    }

    /// Like [`NovaPost::new`], with other limits.
    pub fn with_limits(
        base: BaseUrl,
        limits: Limits,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        Self::behind(Proxies::of_system(), base, limits, clock)
    }

    /// Like [`NovaPost::with_limits`], with other proxies than this computer's.
    pub fn behind(
        proxies: Proxies,
        base: BaseUrl,
        limits: Limits,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        let http = client(base.connection_kind(), &limits, &proxies).build().map_err(|error| {
            tracing::error!(%error, "no HTTP client");
            Failure::TlsUntrusted
        })?;
        Ok(Self { http, base, limits, proxies, clock })
    }

    /// A client for another environment. Shares the HTTP client, and with it the trust store, with
    /// this one if both addresses need the same kind of connection.
    pub fn beside(&self, base: BaseUrl) -> Result<Self, Failure> {
        if base.connection_kind() == self.base.connection_kind() {
            Ok(Self { base, ..self.clone() })
        } else {
            Self::behind(self.proxies.clone(), base, self.limits, Arc::clone(&self.clock))
        }
    }

    /// `GET clients/authorization`: a token for a key. At most two retries.
    pub async fn authorize(&self, key: &ApiKey) -> Result<Answered<Jwt>, Failure> {
        let request = || self.get("clients/authorization").query(&[("apiKey", key.expose())]);
        let answer = self.ask::<TokenAnswer>(Call::Authorize, request).await?;
        Ok(answer.map(|answer| answer.jwt))
    }

    /// `GET dictionary/currencies?limit=1` with the token: how many currencies there are. At most
    /// two retries. Fails with [`Failure::KeyRefused`] if the token is refused.
    pub async fn count_currencies(&self, token: &Jwt) -> Result<Answered<u32>, Failure> {
        let authorization = authorization_header(token)?;
        let request = || {
            self.get("dictionary/currencies")
                .query(&[("limit", "1")])
                .header(AUTHORIZATION, authorization.clone())
        };
        let answer = self.ask::<CurrenciesAnswer>(Call::CountCurrencies, request).await?;
        Ok(answer.map(|answer| answer.total))
    }

    /// `GET shipments?limit=1` with the token: the newest shipment of its account. At most two retries. Fails with
    /// [`Failure::KeyRefused`] if the token is refused.
    pub async fn newest_shipment(&self, token: &Jwt) -> Result<Answered<NewestShipment>, Failure> {
        let authorization = authorization_header(token)?;
        let request = || {
            self.get("shipments")
                .query(&[("limit", "1")])
                .header(AUTHORIZATION, authorization.clone())
        };
        let answer = self.ask::<ShipmentsAnswer>(Call::NewestShipment, request).await?;
        Ok(answer.map(NewestShipment::from))
    }

    /// `GET tracking-push/subscribers` with the token: the webhooks of its account. At most two retries. Fails with
    /// [`Failure::KeyRefused`] if the token is refused.
    pub async fn subscribers(&self, token: &Jwt) -> Result<Answered<Subscribers>, Failure> {
        let authorization = authorization_header(token)?;
        let request =
            || self.get("tracking-push/subscribers").header(AUTHORIZATION, authorization.clone());
        self.ask::<Subscribers>(Call::Subscribers, request).await
    }

    /// The proxy settings as they are now. None for a server on this computer.
    fn proxy_settings(&self) -> ProxySettings {
        if self.base.connection_kind().loopback {
            ProxySettings::default()
        } else {
            self.proxies.settings()
        }
    }

    fn get(&self, path: &str) -> RequestBuilder {
        self.http.get(self.base.call(path)).header(ACCEPT, JSON)
    }

    /// Sends a request, with up to two retries if they may help. Only for calls that change nothing.
    async fn ask<T: DeserializeOwned>(
        &self,
        call: Call,
        request: impl Fn() -> RequestBuilder,
    ) -> Result<Answered<T>, Failure> {
        let pauses = ExponentialBuilder::new()
            .with_min_delay(self.limits.pause)
            .with_max_times(2)
            .with_jitter();
        let attempts =
            (|| exchange(self, call, request())).retry(pauses).when(|failed| failed.retryable);
        match tokio::time::timeout(self.limits.total, attempts).await {
            Ok(result) => result.map_err(|failed| failed.failure),
            Err(_) => Err(Failure::TimedOut),
        }
    }
}

impl Sandbox {
    /// A client for the sandbox. See [`NovaPost::new`].
    pub fn new(base: BaseUrl, clock: Arc<dyn Clock>) -> Result<Self, Failure> {
        NovaPost::new(base, clock).map(Self)
    }

    /// Like [`Sandbox::new`], with other limits.
    pub fn with_limits(
        base: BaseUrl,
        limits: Limits,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        NovaPost::with_limits(base, limits, clock).map(Self)
    }

    /// Like [`Sandbox::new`], with other proxies than this computer's.
    pub fn behind(proxies: Proxies, base: BaseUrl, clock: Arc<dyn Clock>) -> Result<Self, Failure> {
        NovaPost::behind(proxies, base, Limits::default(), clock).map(Self)
    }

    /// The calls that the sandbox shares with production.
    #[must_use]
    pub fn nova_post(&self) -> &NovaPost {
        &self.0
    }

    /// `POST test-api-keys`: the test key of the person with this phone number. Never retried.
    pub async fn create_test_key(
        &self,
        digits: &SandboxDigits,
    ) -> Result<Answered<TestKey>, Failure> {
        let request = self
            .0
            .http
            .post(self.0.base.call("test-api-keys"))
            .header(ACCEPT, JSON)
            .json(&TestKeyRequest { phone: digits.as_str() });
        match exchange::<TestKeyAnswer>(&self.0, Call::CreateTestKey, request).await {
            Ok(answer) => Ok(answer.map(TestKey::from)),
            Err(failed) => Err(failed.failure),
        }
    }
}

impl<T> Answered<T> {
    fn map<U>(self, take: impl FnOnce(T) -> U) -> Answered<U> {
        Answered { value: take(self.value), server_time: self.server_time }
    }
}

/// Leaves out the HTTP client, which would print its proxy settings.
impl fmt::Debug for NovaPost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NovaPost").field("base", &self.base).finish_non_exhaustive()
    }
}

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The value of the `Authorization` header: the token without `Bearer`
/// [NP-spec: securitySchemes]. It is marked as sensitive, so that it isn't printed.
fn authorization_header(token: &Jwt) -> Result<HeaderValue, Failure> {
    let mut value = HeaderValue::from_str(token.expose())
        .map_err(|error| Failure::internal("token_header", &error))?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_sent_alone_and_is_not_printed() {
        let token = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl";
        let header = authorization_header(&Jwt::new(token.to_owned()).unwrap()).unwrap();
        assert_eq!(header.to_str().unwrap(), token);
        assert!(!format!("{header:?}").contains(token));
    }
}
