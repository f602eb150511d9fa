//! Benchmarks core, or with `practice PROGRAM` the practice server. Prints one line per measurement:
//! `name value`. `list` measures only the list of keys, `key-search` the search of files for keys, and `fill FILE KEYS` writes a store with this many keys. Core
//! needs a session with an unlocked keychain, which `cargo xtask bench` starts. It also has the limits.

#![allow(clippy::print_stdout, reason = "the measurements are its output")]

mod calls;
mod key_search;
mod phones;
mod practice;
mod register;
mod safekeeping;
mod store;
mod timing;

use std::error::Error;
use std::path::Path;

use keydesk_core::nova_post::BaseUrl;
use keydesk_core::phone::{self, SandboxDigits, Verdict};
use keydesk_practice::{Options, Practice};
use tokio::runtime::Runtime;

/// The example number of the documentation.
const NUMBER: &str = "498213437654";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => core(),
        ["list"] => list(),
        ["key-search"] => key_search::measure(),
        ["practice", program] => practice::measure(Path::new(program)),
        ["empty-route"] => practice::empty_route::serve(),
        ["fill", store, keys] => {
            Runtime::new()?.block_on(register::fill(Path::new(store), keys.parse()?))
        }
        _ => Err(
            "expected no argument, `list`, `key-search`, `practice PROGRAM`, `empty-route` or `fill FILE KEYS`"
                .into(),
        ),
    }
}

fn core() -> Result<(), Box<dyn Error>> {
    println!("phone_check_us {:.2}", phones::microseconds_per_number());

    // A second runtime: like the real Nova Post, the server doesn't share threads with the client.
    let nova_post = Runtime::new()?;
    let practice = nova_post.block_on(Practice::start(Options::default()))?;
    let url = practice.base_url();
    let runtime = Runtime::new()?;

    let calls = runtime.block_on(calls::compare(&url))?;
    println!("create_test_key_ratio {:.3}", calls.create_test_key.ratio());
    println!("create_test_key_ms {:.3}", calls.create_test_key.ours_ms());
    println!("authorize_ratio {:.3}", calls.authorize.ratio());
    println!("authorize_ms {:.3}", calls.authorize.ours_ms());

    let whole = runtime.block_on(safekeeping::request_test_key_ms(&url))?;
    println!("safekeeping_ms {:.1}", whole - calls.create_test_key.ours_ms());

    print_list(&runtime, &url)?;
    nova_post.block_on(practice.stop());

    let times = runtime.block_on(store::times(10_000))?;
    println!("store_keys_ms {:.1}", times.keys);
    println!("store_runs_ms {:.1}", times.runs);
    println!("store_check_ms {:.1}", times.check);
    println!("store_backup_ms {:.1}", times.backup);
    Ok(())
}

fn list() -> Result<(), Box<dyn Error>> {
    let runtime = Runtime::new()?;
    let practice = runtime.block_on(Practice::start(Options::default()))?;
    print_list(&runtime, &practice.base_url())?;
    runtime.block_on(practice.stop());
    Ok(())
}

fn print_list(runtime: &Runtime, url: &str) -> Result<(), Box<dyn Error>> {
    let few = runtime.block_on(register::times(url, 10))?;
    let thousand = runtime.block_on(register::times(url, 1_000))?;
    let many = runtime.block_on(register::times(url, 10_000))?;
    println!("keys_open_ms {:.3}", many.open);
    println!("keys_open_1000_ratio {:.3}", thousand.open / few.open);
    println!("keys_open_10000_ratio {:.3}", many.open / few.open);
    println!("keys_search_1000_ms {:.3}", thousand.search);
    println!("keys_search_10000_ms {:.3}", many.search);
    println!("home_10_ms {:.3}", few.home);
    println!("home_10000_ms {:.3}", many.home);
    Ok(())
}

fn digits() -> Result<SandboxDigits, &'static str> {
    match phone::check(NUMBER, None) {
        Verdict::Ready { number } => Ok(number.digits),
        _ => Err("the example number is refused"),
    }
}

fn base_url(text: &str) -> Result<BaseUrl, &'static str> {
    BaseUrl::parse(text).map_err(|_| "the practice server's address is refused")
}

/// Turns a failure of core into an error of this program.
#[allow(clippy::needless_pass_by_value, reason = "`map_err` passes it by value")]
fn failed(failure: keydesk_core::model::Failure) -> String {
    format!("{failure:?}")
}
