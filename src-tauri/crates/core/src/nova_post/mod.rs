//! The three calls of Nova Post: addresses, wire types, statuses → [`Failure`].
//!
//! Nothing here retries a request of a test key, follows a redirect or puts a key into an error.

mod address;
mod answer;
mod connection;
mod exchange;
mod fault;
#[cfg(any(test, fuzzing))]
#[allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a promise that doesn't hold panics"
)]
pub(crate) mod promise;
mod refusal;
mod server_time;

#[cfg(test)]
mod answer_tests;
#[cfg(test)]
mod attempt_tests;
#[cfg(test)]
mod fault_server;
#[cfg(test)]
#[cfg(not(target_os = "macos"))]
mod hosts_tests;
#[cfg(test)]
mod network_tests;
#[cfg(test)]
mod secrecy_tests;
// On macOS the system alone says whom to trust, which a test can't change.
#[cfg(test)]
#[cfg(not(target_os = "macos"))]
mod secure_server;
#[cfg(test)]
#[cfg(not(target_os = "macos"))]
mod tls_tests;

use std::fmt;

use backon::{ExponentialBuilder, Retryable};
use chrono::{DateTime, Utc};
use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue};
use serde::de::DeserializeOwned;

pub use self::address::{AddressRefused, BaseUrl};
pub use self::server_time::{allowed_again, clock_off};

use self::answer::{CurrenciesAnswer, TestKeyAnswer, TestKeyRequest, TokenAnswer};
use self::connection::{Limits, client};
use self::exchange::exchange;
use self::refusal::Call;
use crate::model::Failure;
use crate::phone::SandboxDigits;
use crate::secret::{ApiKey, Jwt};

/// What both environments can do: authorize, and prove a token.
#[derive(Clone)]
pub struct NovaPost {
    http: reqwest::Client,
    base: BaseUrl,
    limits: Limits,
}

/// The sandbox can also make test keys; production can't, so no type of it has the method.
#[derive(Clone, Debug)]
pub struct Sandbox(NovaPost);

/// An answer, and what the server's clock showed when it was given (its `Date` header).
#[derive(Clone, Debug)]
pub struct Answered<T> {
    /// The answer.
    pub value: T,
    /// The server's time, to the second.
    pub server_time: Option<DateTime<Utc>>,
}

/// `POST test-api-keys`, status 200.
#[derive(Clone, Debug)]
pub struct TestKey {
    /// The key.
    pub key: ApiKey,
    /// `createdAt`.
    pub created_at: DateTime<Utc>,
    /// `expDate`.
    pub valid_until: DateTime<Utc>,
    /// `status` is `Active`; the other documented value is `Expired`.
    pub active: bool,
}

impl NovaPost {
    /// A client for one environment. Fails only if TLS can't be set up at all: this computer has no
    /// certificate that it trusts.
    ///
    /// For https this reads the trust store of the system, which blocks for some tens of
    /// milliseconds: not before the first paint, and the second environment with
    /// [`NovaPost::beside`]. On loopback it takes less than one.
    pub fn new(base: BaseUrl) -> Result<Self, Failure> {
        Self::with_limits(base, Limits::default())
    }

    /// As [`NovaPost::new`], with other limits.
    pub(crate) fn with_limits(base: BaseUrl, limits: Limits) -> Result<Self, Failure> {
        // The error is dropped unread; nothing but the trust store can fail here.
        let http = client(base.line(), &limits).build().map_err(|_| Failure::TlsUntrusted)?;
        Ok(Self { http, base, limits })
    }

    /// A client for another environment. Shares the trust store and the idle connections with this
    /// one, unless one of them is on this computer and the other isn't.
    pub fn beside(&self, base: BaseUrl) -> Result<Self, Failure> {
        if base.line() == self.base.line() {
            Ok(Self { http: self.http.clone(), base, limits: self.limits })
        } else {
            Self::with_limits(base, self.limits)
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
        let authorization = bare(token)?;
        let request = || {
            self.get("dictionary/currencies")
                .query(&[("limit", "1")])
                .header(AUTHORIZATION, authorization.clone())
        };
        let answer = self.ask::<CurrenciesAnswer>(Call::CountCurrencies, request).await?;
        Ok(answer.map(|answer| answer.total))
    }

    fn get(&self, path: &str) -> RequestBuilder {
        self.http.get(self.base.call(path)).header(ACCEPT, JSON)
    }

    /// Asks, and asks again where that can help. Only for calls that change nothing.
    async fn ask<T: DeserializeOwned>(
        &self,
        call: Call,
        request: impl Fn() -> RequestBuilder,
    ) -> Result<Answered<T>, Failure> {
        let pauses = ExponentialBuilder::new()
            .with_min_delay(self.limits.pause)
            .with_max_times(2)
            .with_jitter();
        let attempts = (|| exchange(call, request(), self.limits.body))
            .retry(pauses)
            .when(|missed| missed.worth_another);
        match tokio::time::timeout(self.limits.in_all, attempts).await {
            Ok(result) => result.map_err(|missed| missed.failure),
            Err(_) => Err(Failure::TimedOut),
        }
    }
}

impl Sandbox {
    /// A client for the sandbox. As [`NovaPost::new`].
    pub fn new(base: BaseUrl) -> Result<Self, Failure> {
        NovaPost::new(base).map(Self)
    }

    /// What the sandbox shares with production.
    #[must_use]
    pub fn nova_post(&self) -> &NovaPost {
        &self.0
    }

    /// `POST test-api-keys`: the test key of the person with this number. Never retried.
    pub async fn create_test_key(
        &self,
        digits: &SandboxDigits,
    ) -> Result<Answered<TestKey>, Failure> {
        self.post_test_key(digits.as_str()).await
    }

    async fn post_test_key(&self, phone: &str) -> Result<Answered<TestKey>, Failure> {
        let NovaPost { http, base, limits } = &self.0;
        let request = http
            .post(base.call("test-api-keys"))
            .header(ACCEPT, JSON)
            .json(&TestKeyRequest { phone });
        match exchange::<TestKeyAnswer>(Call::CreateTestKey, request, limits.body).await {
            Ok(answer) => Ok(answer.map(TestKey::from)),
            Err(missed) => Err(missed.failure),
        }
    }
}

impl<T> Answered<T> {
    fn map<U>(self, take: impl FnOnce(T) -> U) -> Answered<U> {
        Answered { value: take(self.value), server_time: self.server_time }
    }
}

/// Without the client inside, which would print how it goes through a proxy.
impl fmt::Debug for NovaPost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NovaPost").field("base", &self.base).finish_non_exhaustive()
    }
}

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The token as Nova Post wants it, without `Bearer` (spec). Marked, so that nothing prints it.
/// What is a [`Jwt`] always fits a header.
fn bare(token: &Jwt) -> Result<HeaderValue, Failure> {
    let mut value = HeaderValue::from_str(token.expose()).map_err(|_| Failure::KeyMalformed)?;
    value.set_sensitive(true);
    Ok(value)
}
