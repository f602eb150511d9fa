//! Times what core does and prints one measurement a line: `name value`. Needs a session with an
//! unlocked keychain; `cargo xtask bench` gives it one, and the limits.

#![allow(clippy::print_stdout, reason = "the measurements are its output")]

mod calls;
mod phones;
mod safekeeping;
mod timing;

use std::error::Error;

use keydesk_core::nova_post::BaseUrl;
use keydesk_core::phone::{self, SandboxDigits, Verdict};
use keydesk_practice::{Options, Practice};
use tokio::runtime::Runtime;

/// The documentation's own number.
const NUMBER: &str = "498213437654";

fn main() -> Result<(), Box<dyn Error>> {
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
fn failed(failure: keydesk_core::failure::Failure) -> String {
    format!("{failure:?}")
}
