//! The two API calls of the app's main task, through `nova_post` and directly through reqwest.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use keydesk_core::clock::SystemClock;
use keydesk_core::nova_post::Sandbox;
use serde_json::{Value, json};

use crate::timing::Pair;
use crate::{NUMBER, base_url, digits, failed};

const ROUNDS: usize = 4_000;
const WARM_UP: usize = 200;

/// `POST test-api-keys` and `GET clients/authorization`.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    pub(crate) create_test_key: Pair,
    pub(crate) authorize: Pair,
}

/// Makes each call both ways, alternately. On the same day the server returns the same key, so every
/// call is the same work for it.
pub(crate) async fn compare(url: &str) -> Result<Calls, Box<dyn Error>> {
    let clock = Arc::new(SystemClock::default());
    let sandbox = Sandbox::new(base_url(url)?, clock).map_err(failed)?;
    // `nova_post` keeps no idle connection, because its buffers hold secrets. For a fair comparison,
    // the plain client doesn't either.
    let client = reqwest::Client::builder().pool_max_idle_per_host(0).build()?;
    let digits = digits()?;
    let key = sandbox.create_test_key(&digits).await.map_err(failed)?.value.key;
    let mut calls = Calls::default();
    for round in 0..WARM_UP + ROUNDS {
        let ours = async || sandbox.create_test_key(&digits).await.map(drop).map_err(failed);
        let plain = async || plain_create(&client, url).await.map(drop);
        let create = alternately(round, ours, plain).await?;
        let ours = async || sandbox.nova_post().authorize(&key).await.map(drop).map_err(failed);
        let plain = async || plain_authorize(&client, url, key.expose()).await.map(drop);
        let authorize = alternately(round, ours, plain).await?;
        if round >= WARM_UP {
            calls.create_test_key.add(create);
            calls.authorize.add(authorize);
        }
    }
    Ok(calls)
}

async fn plain_create(client: &reqwest::Client, url: &str) -> reqwest::Result<Value> {
    let body = json!({ "phone": NUMBER });
    client.post(format!("{url}test-api-keys")).json(&body).send().await?.json().await
}

async fn plain_authorize(client: &reqwest::Client, url: &str, key: &str) -> reqwest::Result<Value> {
    let url = format!("{url}clients/authorization");
    client.get(url).query(&[("apiKey", key)]).send().await?.json().await
}

/// Times both ways. The order alternates, because the second one profits from warm caches.
async fn alternately<A: Into<Box<dyn Error>>, B: Into<Box<dyn Error>>>(
    round: usize,
    ours: impl AsyncFnOnce() -> Result<(), A>,
    plain: impl AsyncFnOnce() -> Result<(), B>,
) -> Result<(Duration, Duration), Box<dyn Error>> {
    if round.is_multiple_of(2) {
        let ours = timed(ours()).await?;
        Ok((ours, timed(plain()).await?))
    } else {
        let plain = timed(plain()).await?;
        Ok((timed(ours()).await?, plain))
    }
}

async fn timed<E: Into<Box<dyn Error>>>(
    call: impl Future<Output = Result<(), E>>,
) -> Result<Duration, Box<dyn Error>> {
    let started = Instant::now();
    call.await.map_err(Into::into)?;
    Ok(started.elapsed())
}
