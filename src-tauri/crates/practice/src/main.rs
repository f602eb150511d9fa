//! The practice server as a program: a simulated Nova Post for tests of your own code.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use chrono::{DateTime, Utc};
use clap::{Parser, value_parser};
use keydesk_practice::{Log, Options, Practice, Speed};

/// A simulated Nova Post on this computer, for tests of your own code. Prints its address when it is
/// ready, and runs until it gets an interrupt or terminate signal (Ctrl+C).
#[derive(Parser)]
#[command(name = "keydesk-practice", version)]
struct Flags {
    /// Port on 127.0.0.1; 0 takes any free one
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// File that keeps the state; without it the state is in memory only
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// File with the initial state (JSON)
    #[arg(long, value_name = "FILE")]
    seed: Option<PathBuf>,
    /// The simulator's time at the start, such as 2026-03-05T08:00:00Z
    #[arg(long, value_name = "RFC3339", value_parser = time)]
    now: Option<DateTime<Utc>>,
    /// How many times faster the simulator's time runs, 1 to 100000
    #[arg(long, value_name = "N", value_parser = speed, default_value = "1")]
    speed: Speed,
    /// Milliseconds by which every answer of the API is delayed
    #[arg(long, value_name = "MS", value_parser = value_parser!(u64).range(..=MAX_LATENCY), default_value_t = 0)]
    latency: u64,
    /// Log every request on standard error
    #[arg(long)]
    log: bool,
    /// Serve /practice/clock, /practice/clients and /practice/reset
    #[arg(long)]
    control: bool,
}

const SEED_UNUSED: &str = "note: there is a saved state, so the seed counts only after a reset or when \
    the state file is deleted";
/// Milliseconds.
const MAX_LATENCY: u64 = 600_000;

fn time(text: &str) -> Result<DateTime<Utc>, &'static str> {
    let time = DateTime::parse_from_rfc3339(text)
        .map_err(|_| "not a time such as 2026-03-05T08:00:00Z (RFC 3339)")?;
    Ok(time.to_utc())
}

fn speed(text: &str) -> Result<Speed, &'static str> {
    text.parse().ok().and_then(Speed::new).ok_or("not a whole number from 1 to 100000")
}

#[tokio::main]
async fn main() -> ExitCode {
    let flags = match Flags::try_parse() {
        Ok(flags) => flags,
        Err(help) if !help.use_stderr() => {
            // If standard output is closed, there is nowhere to print the help.
            let _ = write!(io::stdout(), "{help}");
            return ExitCode::SUCCESS;
        }
        Err(error) => return fail(&first_line(&error)),
    };
    match serve(flags).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("error: {error}")),
    }
}

async fn serve(flags: Flags) -> Result<(), Box<dyn std::error::Error>> {
    let ended = end_signal()?;
    let log = Log::new(|answered| {
        // A closed standard error must not stop the server.
        let _ = writeln!(io::stderr(), "{answered}");
    });
    let options = Options {
        port: flags.port,
        state: flags.state,
        seed: flags.seed,
        begin_at: flags.now,
        speed: flags.speed,
        latency: Duration::from_millis(flags.latency),
        log: flags.log.then_some(log),
        control: flags.control,
        ..Options::default()
    };
    let practice = Practice::start(options).await?;
    if practice.is_seed_unused() {
        // A closed standard error must not stop the server.
        let _ = writeln!(io::stderr(), "{SEED_UNUSED}");
    }
    let mut out = io::stdout().lock();
    writeln!(out, "listening on {}", practice.base_url())?;
    out.flush()?;
    drop(out);
    ended.await;
    practice.stop().await;
    Ok(())
}

/// Registers the signal handlers at once, not when the future is first polled: after the start line a
/// signal always ends the program in good order.
#[cfg(unix)]
fn end_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// As on Unix. Windows ends the program a few seconds after it has told it that the console closes, the
/// person logs off or the computer shuts down.
#[cfg(windows)]
fn end_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_logoff, ctrl_shutdown};
    let mut ctrl_c = ctrl_c()?;
    let mut ctrl_break = ctrl_break()?;
    let mut close = ctrl_close()?;
    let mut log_off = ctrl_logoff()?;
    let mut shut_down = ctrl_shutdown()?;
    Ok(async move {
        tokio::select! {
            _ = ctrl_c.recv() => {}
            _ = ctrl_break.recv() => {}
            _ = close.recv() => {}
            _ = log_off.recv() => {}
            _ = shut_down.recv() => {}
        }
    })
}

/// The first paragraph of clap's message on one line. The rest is usage.
fn first_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let paragraph = text.lines().take_while(|line| !line.is_empty());
    paragraph.map(str::trim).collect::<Vec<_>>().join(" ")
}

fn fail(line: &str) -> ExitCode {
    // If standard error is closed, there is nowhere to print the message.
    let _ = writeln!(io::stderr(), "{line}");
    ExitCode::from(2)
}
