//! The practice server as a program: a simulated Nova Post for tests of your own code.

mod flags;

use std::io::{self, Write};
use std::process::ExitCode;

use keydesk_practice::{Log, Options, Practice};

use flags::{Asked, Flags};

const HELP: &str = include_str!("help.txt");
const SEED_UNUSED: &str = "note: there is a saved state, so the seed counts only after a reset or when \
    the state file is deleted";

#[tokio::main]
async fn main() -> ExitCode {
    let flags = match flags::read(std::env::args_os().skip(1)) {
        Ok(Asked::Serve(flags)) => flags,
        Ok(Asked::Help) => return print(HELP),
        Ok(Asked::Version) => {
            return print(concat!("keydesk-practice ", env!("CARGO_PKG_VERSION"), "\n"));
        }
        Err(error) => return fail(&format!("error: {error}")),
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
        latency: flags.latency,
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

fn print(text: &str) -> ExitCode {
    // If standard output is closed, there is nowhere to print it.
    let _ = write!(io::stdout(), "{text}");
    ExitCode::SUCCESS
}

/// Prints the message on one line.
fn fail(message: &str) -> ExitCode {
    // If standard error is closed, there is nowhere to print the message.
    let _ = writeln!(io::stderr(), "{}", message.lines().collect::<Vec<_>>().join(" "));
    ExitCode::from(2)
}
