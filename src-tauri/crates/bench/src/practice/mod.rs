//! Benchmarks of the practice server: requests per second, memory with many clients, time until the
//! first answer, time of a reset.

mod load;
mod server;

pub(crate) mod empty_route;

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::NUMBER;
use crate::timing::{median, median_ms};
use load::{Load, request};
use server::Server;

/// The servers are measured alternately, so that other load on the machine affects all.
const TURNS: usize = 5;
const TURN: Duration = Duration::from_secs(2);
const STARTS: usize = 20;
const MANY_CLIENTS: usize = 100_000;
const SOME_CLIENTS: usize = 10_000;

/// Measures `program`, which is `keydesk-practice`, and prints the results.
pub(crate) fn measure(program: &Path) -> Result<(), Box<dyn Error>> {
    // The servers run in other processes, so this runtime's threads only create the load.
    let runtime = Runtime::new()?;
    println!("practice_start_ms {:.2}", median_ms(&starts(&runtime, program)?));
    under_load(&runtime, program)?;
    println!("practice_memory_mib {:.1}", memory_of_many(&runtime, program)?);
    println!("practice_reset_ms {:.2}", median_ms(&resets(&runtime, program)?));
    Ok(())
}

/// The times from the start of the process to its first answer.
fn starts(runtime: &Runtime, program: &Path) -> Result<Vec<Duration>, Box<dyn Error>> {
    let first_answer = || -> Result<Duration, Box<dyn Error>> {
        let started = Instant::now();
        let server = Server::start(program, &["--port", "0"])?;
        runtime.block_on(async {
            reqwest::get(format!("{}clients/authorization", server.url)).await.map(drop)
        })?;
        Ok(started.elapsed())
    };
    (0..STARTS).map(|_| first_answer()).collect()
}

fn under_load(runtime: &Runtime, program: &Path) -> Result<(), Box<dyn Error>> {
    let practice = Server::start(program, &["--port", "0"])?;
    let empty = Server::start(&std::env::current_exe()?, &["empty-route"])?;
    let key = runtime.block_on(test_key(&practice.url))?;

    let nothing = request("GET", &empty.url, "", "");
    let authorize =
        request("GET", &practice.url, &format!("clients/authorization?apiKey={key}"), "");
    let body = json!({ "phone": NUMBER }).to_string();
    let create = request("POST", &practice.url, "test-api-keys", &body);
    let run =
        |server: &Server, request: &str| runtime.block_on(load::run(server.port, request, TURN));

    let [mut bare, mut tokens, mut keys]: [Vec<Load>; 3] = Default::default();
    // The first turn is a warm-up.
    for turn in 0..=TURNS {
        let loads = [run(&empty, &nothing)?, run(&practice, &authorize)?, run(&practice, &create)?];
        if turn > 0 {
            for (all, load) in [&mut bare, &mut tokens, &mut keys].into_iter().zip(loads) {
                all.push(load);
            }
        }
    }
    let rate = |loads: &[Load]| median(loads.iter().map(|load| load.per_second));
    let p99 = |loads: &[Load]| median(loads.iter().map(|load| load.p99_ms));
    println!("practice_empty_rps {:.0}", rate(&bare));
    println!("practice_authorize_rps {:.0}", rate(&tokens));
    println!("practice_authorize_p99_ms {:.2}", p99(&tokens));
    println!("practice_test_key_rps {:.0}", rate(&keys));
    println!("practice_test_key_p99_ms {:.2}", p99(&keys));
    let compared = bare.iter().zip(&tokens).map(|(bare, ours)| bare.per_second / ours.per_second);
    println!("practice_authorize_ratio {:.3}", median(compared));
    Ok(())
}

async fn test_key(url: &str) -> Result<String, Box<dyn Error>> {
    let asked = reqwest::Client::new().post(format!("{url}test-api-keys"));
    let answer: Value = asked.json(&json!({ "phone": NUMBER })).send().await?.json().await?;
    Ok(answer["apiKey"].as_str().ok_or("no key")?.to_owned())
}

/// The resident memory, in MiB, of a process with many clients, after one request.
fn memory_of_many(runtime: &Runtime, program: &Path) -> Result<f64, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let seed = folder.path().join("seed.json");
    std::fs::write(&seed, clients(MANY_CLIENTS))?;
    let seed = seed.to_str().ok_or("the path is not UTF-8")?;
    let server = Server::start(program, &["--port", "0", "--seed", seed])?;
    runtime.block_on(request_key_of_last(&server, MANY_CLIENTS))?;
    server.memory_mib()
}

/// The times of resets of a server with many clients in its state file.
fn resets(runtime: &Runtime, program: &Path) -> Result<Vec<Duration>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let seed = folder.path().join("seed.json");
    std::fs::write(&seed, clients(SOME_CLIENTS))?;
    let seed = seed.to_str().ok_or("the path is not UTF-8")?;
    let mut times = Vec::new();
    for round in 0..STARTS {
        let state = folder.path().join(format!("state-{round}.json"));
        let state = state.to_str().ok_or("the path is not UTF-8")?;
        drop(Server::start(program, &["--port", "0", "--state", state, "--seed", seed])?);
        // Started again without the seed, so that the reset removes all clients.
        let server = Server::start(program, &["--port", "0", "--state", state, "--control"])?;
        let time = runtime.block_on(async {
            request_key_of_last(&server, SOME_CLIENTS).await?;
            let url = format!("http://127.0.0.1:{}/practice/reset", server.port);
            let reset = reqwest::Client::new().post(url).json(&json!({}));
            let started = Instant::now();
            reset.send().await?.error_for_status()?;
            Ok::<_, Box<dyn Error>>(started.elapsed())
        })?;
        times.push(time);
    }
    Ok(times)
}

/// A seed with this number of clients.
fn clients(count: usize) -> String {
    let clients: Vec<Value> = (0..count).map(|index| json!({ "phone": phone(index) })).collect();
    json!({ "clients": clients }).to_string()
}

fn phone(index: usize) -> String {
    format!("4915{index:09}")
}

async fn request_key_of_last(server: &Server, count: usize) -> Result<(), Box<dyn Error>> {
    let asked = reqwest::Client::new().post(format!("{}test-api-keys", server.url));
    asked.json(&json!({ "phone": phone(count - 1) })).send().await?.error_for_status()?;
    Ok(())
}
