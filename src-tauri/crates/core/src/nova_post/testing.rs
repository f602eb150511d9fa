//! What the tests and the fuzz targets need beside the public API. Built with the feature `testing`
//! only.

use std::sync::Arc;

use reqwest::{Client, ClientBuilder, Response};

use super::exchange::read_response;
use super::proxy::{Proxies, ProxySettings};
use super::status::Call;
use super::subscribers::Subscribers;
use super::ukraine::{UkraineKey, judged};
use super::ukraine_answer::SendersAnswer;
use super::wire::{CurrenciesAnswer, TestKeyAnswer, TokenAnswer};
use super::{Answered, BaseUrl, Limits, NovaPost, Sandbox, TestKey, connection};
use crate::clock::Clock;
use crate::model::Failure;
use crate::secret::{ApiKey, Jwt};

/// The settings of the HTTP client for this address. A test adds name resolution, certificates or a
/// proxy.
pub fn client_builder(base: &BaseUrl, limits: &Limits) -> ClientBuilder {
    connection::client(base.connection_kind(), limits, &no_proxies())
}

/// A sandbox that uses the given HTTP client.
#[must_use]
pub fn sandbox_with(base: BaseUrl, limits: Limits, http: Client, clock: Arc<dyn Clock>) -> Sandbox {
    Sandbox(NovaPost { http, base, limits, proxies: no_proxies(), clock })
}

/// A sandbox behind a proxy. `change` adds name resolution or certificates to the HTTP client.
pub fn sandbox_behind(
    proxies: Proxies,
    base: BaseUrl,
    limits: Limits,
    clock: Arc<dyn Clock>,
    change: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> reqwest::Result<Sandbox> {
    let http = change(connection::client(base.connection_kind(), &limits, &proxies)).build()?;
    Ok(Sandbox(NovaPost { http, base, limits, proxies, clock }))
}

fn no_proxies() -> Proxies {
    Proxies::new(ProxySettings::default)
}

/// Reads a response to [`Sandbox::create_test_key`].
pub async fn read_test_key(
    response: Response,
    limits: &Limits,
    clock: &dyn Clock,
) -> Result<Answered<TestKey>, Failure> {
    let read = read_response::<TestKeyAnswer>(Call::CreateTestKey, response, limits, clock).await;
    read.map(|answered| answered.map(TestKey::from)).map_err(|failed| failed.failure)
}

/// Reads a response to [`NovaPost::authorize`].
pub async fn read_token(
    response: Response,
    limits: &Limits,
    clock: &dyn Clock,
) -> Result<Answered<Jwt>, Failure> {
    let read = read_response::<TokenAnswer>(Call::Authorize, response, limits, clock).await;
    read.map(|answered| answered.map(|answer| answer.jwt)).map_err(|failed| failed.failure)
}

/// Reads a response to [`NovaPost::count_currencies`].
pub async fn read_currencies(
    response: Response,
    limits: &Limits,
    clock: &dyn Clock,
) -> Result<Answered<u32>, Failure> {
    let read =
        read_response::<CurrenciesAnswer>(Call::CountCurrencies, response, limits, clock).await;
    read.map(|answered| answered.map(|answer| answer.total)).map_err(|failed| failed.failure)
}

/// Reads a response to [`super::Ukraine::check`] of this key.
pub async fn read_ukraine(
    response: Response,
    key: &ApiKey,
    limits: &Limits,
    clock: &dyn Clock,
) -> Result<Answered<UkraineKey>, Failure> {
    let read = read_response::<SendersAnswer>(Call::CheckUkraine, response, limits, clock).await;
    judged(read.map_err(|failed| failed.failure), key)
}

/// Reads a response to [`NovaPost::subscribers`].
pub async fn read_subscribers(
    response: Response,
    limits: &Limits,
    clock: &dyn Clock,
) -> Result<Answered<Subscribers>, Failure> {
    let read = read_response::<Subscribers>(Call::Subscribers, response, limits, clock).await;
    read.map_err(|failed| failed.failure)
}
