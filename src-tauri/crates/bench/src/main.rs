//! Benchmarks core, or with `practice PROGRAM` the practice server. Prints one line per measurement:
//! `name value`. Core needs a session with an unlocked keychain, which `cargo xtask bench` starts. It
//! also has the limits.

#![allow(clippy::print_stdout, reason = "the measurements are its output")]

mod calls;
mod phones;
mod practice;
mod safekeeping;
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
        ["practice", program] => practice::measure(Path::new(program)),
        ["empty-route"] => practice::empty_route::serve(),
        _ => Err("expected no argument, `practice PROGRAM` or `empty-route`".into()),
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
    nova_post.block_on(practice.stop());
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
