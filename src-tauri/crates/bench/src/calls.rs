//! The two calls of the main job, through `nova_post` and bare through reqwest.

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

/// Makes each call both ways, in turns. On one day the same key comes back, so every call is the
/// same work for the server.
pub(crate) async fn compare(url: &str) -> Result<Calls, Box<dyn Error>> {
    let clock = Arc::new(SystemClock::default());
    let sandbox = Sandbox::new(base_url(url)?, clock).map_err(failed)?;
    // The service keeps no connection, for what stands in its buffers: neither does the bare client.
    let client = reqwest::Client::builder().pool_max_idle_per_host(0).build()?;
    let digits = digits()?;
    let key = sandbox.create_test_key(&digits).await.map_err(failed)?.value.key;
    let mut calls = Calls::default();
    for round in 0..WARM_UP + ROUNDS {
        let ours = async || sandbox.create_test_key(&digits).await.map(drop).map_err(failed);
        let bare = async || bare_create(&client, url).await.map(drop);
        let create = in_turns(round, ours, bare).await?;
        let ours = async || sandbox.nova_post().authorize(&key).await.map(drop).map_err(failed);
        let bare = async || bare_authorize(&client, url, key.expose()).await.map(drop);
        let authorize = in_turns(round, ours, bare).await?;
        if round >= WARM_UP {
            calls.create_test_key.add(create);
            calls.authorize.add(authorize);
        }
    }
    Ok(calls)
}

async fn bare_create(client: &reqwest::Client, url: &str) -> reqwest::Result<Value> {
    let body = json!({ "phone": NUMBER });
    client.post(format!("{url}test-api-keys")).json(&body).send().await?.json().await
}

async fn bare_authorize(client: &reqwest::Client, url: &str, key: &str) -> reqwest::Result<Value> {
    let url = format!("{url}clients/authorization");
    client.get(url).query(&[("apiKey", key)]).send().await?.json().await
}

/// Times both ways, ours first in every other round: whoever comes second finds a warmer processor.
async fn in_turns<A: Into<Box<dyn Error>>, B: Into<Box<dyn Error>>>(
    round: usize,
    ours: impl AsyncFnOnce() -> Result<(), A>,
    bare: impl AsyncFnOnce() -> Result<(), B>,
) -> Result<(Duration, Duration), Box<dyn Error>> {
    if round.is_multiple_of(2) {
        let ours = timed(ours()).await?;
        Ok((ours, timed(bare()).await?))
    } else {
        let bare = timed(bare()).await?;
        Ok((timed(ours()).await?, bare))
    }
}

async fn timed<E: Into<Box<dyn Error>>>(
    call: impl Future<Output = Result<(), E>>,
) -> Result<Duration, Box<dyn Error>> {
    let begun = Instant::now();
    call.await.map_err(Into::into)?;
    Ok(begun.elapsed())
}
