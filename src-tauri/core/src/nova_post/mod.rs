//! The three calls of Nova Post: addresses, wire types, statuses → [`Failure`].
//!
//! Nothing here retries a request of a test key, follows a redirect or puts a key into an error.

use chrono::{DateTime, Utc};
use url::Url;

use crate::failure::Failure;
use crate::phone::SandboxDigits;
use crate::secret::{ApiKey, Jwt};

/// An address the app may talk to: https, or http to a loopback address. Ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(Url);

/// The address is neither https nor http on loopback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressRefused;

/// What both environments can do: authorize, and prove a token.
#[derive(Clone, Debug)]
pub struct NovaPost {
    http: reqwest::Client,
    base: BaseUrl,
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

impl BaseUrl {
    /// Takes an address, with or without the slash at its end.
    pub fn parse(_text: &str) -> Result<Self, AddressRefused> {
        todo!()
    }

    /// The sandbox of Nova Post (spec: "Stage").
    #[must_use]
    pub fn sandbox() -> Self {
        todo!()
    }

    /// Nova Post in production (spec).
    #[must_use]
    pub fn production() -> Self {
        todo!()
    }
}

impl NovaPost {
    /// A client for one environment. Fails only if TLS can't be set up at all.
    pub fn new(_base: BaseUrl) -> Result<Self, Failure> {
        todo!()
    }

    /// `GET clients/authorization`: a token for a key. At most two retries.
    pub async fn authorize(&self, _key: &ApiKey) -> Result<Answered<Jwt>, Failure> {
        todo!()
    }

    /// `GET dictionary/currencies?limit=1` with the token: how many currencies there are.
    pub async fn count_currencies(&self, _token: &Jwt) -> Result<Answered<u32>, Failure> {
        todo!()
    }
}

impl Sandbox {
    /// A client for the sandbox.
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
        _digits: &SandboxDigits,
    ) -> Result<Answered<TestKey>, Failure> {
        todo!()
    }
}

/// stub
#[must_use]
pub fn clock_off(_s: DateTime<Utc>, _l: DateTime<Utc>) -> Option<i64> {
    None
}
/// stub
#[must_use]
pub fn allowed_again(n: DateTime<Utc>) -> DateTime<Utc> {
    n
}
