//! The two calls of the main job, through `nova_post` and bare through reqwest.

use std::error::Error;
use std::time::{Duration, Instant};

use keydesk_core::nova_post::Sandbox;
use serde_json::{Value, json};

use crate::timing::Pair;
use crate::{NUMBER, base_url, digits, failed};

const ROUNDS: usize = 400;
const WARM_UP: usize = 20;

/// `POST test-api-keys` and `GET clients/authorization`.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    pub(crate) create_test_key: Pair,
    pub(crate) authorize: Pair,
}

/// Makes each call both ways, in turns. On one day the same key comes back, so every call is the
/// same work for the server.
pub(crate) async fn compare(url: &str) -> Result<Calls, Box<dyn Error>> {
    let sandbox = Sandbox::new(base_url(url)?).map_err(failed)?;
    let bare = reqwest::Client::builder().build()?;
    let digits = digits()?;
    let mut calls = Calls::default();
    for round in 0..WARM_UP + ROUNDS {
        let (ours, answered) = timed(sandbox.create_test_key(&digits)).await;
        let key = answered.map_err(failed)?.value.key;
        let (theirs, answer) = timed(bare_create(&bare, url)).await;
        answer?;
        let create = (ours, theirs);

        let (ours, answered) = timed(sandbox.nova_post().authorize(&key)).await;
        answered.map_err(failed)?;
        let (theirs, answer) = timed(bare_authorize(&bare, url, key.expose())).await;
        answer?;
        if round >= WARM_UP {
            calls.create_test_key.add(create.0, create.1);
            calls.authorize.add(ours, theirs);
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

async fn timed<T>(work: impl Future<Output = T>) -> (Duration, T) {
    let begun = Instant::now();
    let done = work.await;
    (begun.elapsed(), done)
}
