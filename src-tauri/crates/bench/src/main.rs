//! Times what core does, or with `practice PROGRAM` what practice does, and prints one measurement a
//! line: `name value`. Core needs a session with an unlocked keychain; `cargo xtask bench` gives it
//! one, and the limits.

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

/// The documentation's own number.
const NUMBER: &str = "498213437654";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => core(),
        ["practice", program] => practice::measure(Path::new(program)),
        ["empty-route"] => practice::empty_route::serve(),
        _ => Err("nothing, `practice PROGRAM` or `empty-route`".into()),
    }
}

fn core() -> Result<(), Box<dyn Error>> {
    println!("phone_check_us {:.2}", phones::microseconds_per_number());

    // Nova Post has a runtime, and so threads, of its own, as it has in the world.
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
        _ => Err("the documentation's number is refused"),
    }
}

fn base_url(text: &str) -> Result<BaseUrl, &'static str> {
    BaseUrl::parse(text).map_err(|_| "the practice server's address is refused")
}

/// A failure of core as an error of this program.
#[allow(clippy::needless_pass_by_value, reason = "so `map_err` hands it over")]
fn failed(failure: keydesk_core::model::Failure) -> String {
    format!("{failure:?}")
}
