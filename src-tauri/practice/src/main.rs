//! The practice server as a program: a Nova Post sandbox for one's own code.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use keydesk_practice::{Options, Practice};

/// A faithful Nova Post on this computer. Prints its address when it is ready, and serves until it
/// is ended.
#[derive(Parser)]
#[command(name = "keydesk-practice", version)]
struct Flags {
    /// Port on 127.0.0.1; 0 for any free one
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// File that keeps clients and keys; without it they live in memory
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let flags = match Flags::try_parse() {
        Ok(flags) => flags,
        Err(help) if !help.use_stderr() => {
            let _ = write!(io::stdout(), "{help}");
            return ExitCode::SUCCESS;
        }
        Err(error) => return complain(&first_line(&error)),
    };
    match serve(flags).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("error: {error}")),
    }
}

async fn serve(flags: Flags) -> Result<(), Box<dyn std::error::Error>> {
    let ended = until_ended()?;
    let options = Options { port: flags.port, state: flags.state, ..Options::default() };
    let practice = Practice::start(options).await?;
    let mut out = io::stdout().lock();
    writeln!(out, "listening on {}", practice.base_url())?;
    out.flush()?;
    drop(out);
    ended.await;
    practice.stop().await;
    Ok(())
}

/// The signals are ours from this call on, not only once the future is awaited: whoever has read
/// the start line can end the program in good order.
#[cfg(unix)]
fn until_ended() -> io::Result<impl Future<Output = ()>> {
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

#[cfg(not(unix))]
fn until_ended() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        let _ = interrupt.recv().await;
    })
}

/// The first paragraph on one line; the rest is usage.
fn first_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let paragraph = text.lines().take_while(|line| !line.is_empty());
    paragraph.map(str::trim).collect::<Vec<_>>().join(" ")
}

fn complain(line: &str) -> ExitCode {
    // Nothing is left to do if even this can't be written.
    let _ = writeln!(io::stderr(), "{line}");
    ExitCode::from(2)
}
