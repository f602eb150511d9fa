//! Kills a process that asks for a test key, at every moment of the request, starts the next, and
//! counts what was lost: nothing may be. Needs a session with an unlocked keychain; `cargo xtask
//! soak` gives it one.
//!
//! ```text
//! this ── kills ──▶ asking ── line ──▶ Nova Post of practice
//!   └──── starts ─▶ next-start ──────▶ the same; then both the store and the keychain are compared
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the table is its output")]

mod asking;
mod line;
mod moment;
mod next_start;
mod place;
mod plan;
mod process;
mod round;
mod tally;
mod traces;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tokio::runtime::Runtime;

use round::Soak;
use tally::Tally;

/// Kills the once-a-day call at every moment and counts what is lost
#[derive(Parser)]
#[command(name = "keydesk-soak")]
struct Flags {
    /// How many processes to kill
    #[arg(long, value_name = "N", default_value_t = 240)]
    kills: usize,
    /// Which random moments; printed, so that a run can be repeated
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Saves into a keychain that keeps nothing, to see that the loss is noticed
    #[arg(long)]
    forgetful_keychain: bool,
    #[command(subcommand)]
    part: Option<Part>,
}

/// The processes that a soak starts.
#[derive(Subcommand)]
enum Part {
    #[command(hide = true)]
    Asking(asking::Flags),
    #[command(hide = true)]
    NextStart(next_start::Flags),
}

fn main() -> ExitCode {
    let flags = Flags::parse();
    let done = Runtime::new().map_err(Box::from).and_then(|runtime| match &flags.part {
        Some(Part::Asking(flags)) => runtime.block_on(asking::ask(flags)).map(|()| true),
        Some(Part::NextStart(flags)) => runtime.block_on(next_start::look(flags)).map(|()| true),
        None => soak(&flags, runtime),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(2)
        }
    }
}

/// Whether all is well after all kills.
fn soak(flags: &Flags, runtime: Runtime) -> Result<bool, Box<dyn Error>> {
    let soak = Soak {
        program: std::env::current_exe()?,
        forgetful_keychain: flags.forgetful_keychain,
        runtime,
        web: reqwest::Client::builder().no_proxy().build()?,
    };
    let seed = flags.seed.unwrap_or_else(rand::random);
    println!("Killing {} processes, with seed {seed}", flags.kills);
    let mut tally = Tally::default();
    for kill in plan::kills(flags.kills, seed, &soak.lengths()?) {
        let outcome = soak.kill(&kill).map_err(|trouble| format!("{trouble} ({kill:?})"))?;
        tally.add(&outcome);
    }
    println!("{tally}");
    Ok(tally.is_well())
}
