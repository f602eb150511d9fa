//! Stopping a process at its exit, when it has run all its code and its memory can still be read.

use std::sync::mpsc::{Receiver, Sender, channel};

use nix::libc;
use nix::sys::ptrace;
use nix::sys::signal::Signal;
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::error::{Context, Error};
use crate::wait::TIMEOUT;

/// Stops a process at its exit until this is dropped.
#[derive(Debug)]
pub struct ExitStop {
    exits: Receiver<Result<i64, Error>>,
    _release: Sender<()>,
}

impl ExitStop {
    /// Traces the main thread of `process`. Fails if the process can't be traced.
    pub fn of(process: u32) -> Result<Self, Error> {
        let process = Pid::from_raw(i32::try_from(process).context("the number of a process")?);
        let (seizing, seized) = channel();
        let (exit, exits) = channel();
        let (release, released) = channel();
        // Only the thread that traces a process gets its events.
        std::thread::Builder::new().name("exit stop".to_owned()).spawn(move || {
            let outcome = ptrace::seize(process, ptrace::Options::PTRACE_O_TRACEEXIT);
            let is_traced = outcome.is_ok();
            // Nobody receives any more if the test has ended.
            let _ = seizing.send(outcome.context("tracing the process"));
            if is_traced {
                let _ = exit.send(wait_for_exit(process));
                let _ = released.recv();
                let _ = ptrace::detach(process, None);
            }
        })?;
        seized.recv().context("the thread that traces")??;
        Ok(Self { exits, _release: release })
    }

    /// Waits until the process exits and is stopped. Fails if its exit status is not 0.
    pub fn wait(&self) -> Result<(), Error> {
        match self.exits.recv_timeout(TIMEOUT).context("waiting for the exit of the process")?? {
            0 => Ok(()),
            status => Err(Error::new(format!("the process failed with status {status}"))),
        }
    }
}

/// Waits for the exit of the process and gives its status as `waitpid` would.
fn wait_for_exit(process: Pid) -> Result<i64, Error> {
    loop {
        match waitpid(process, Some(WaitPidFlag::__WALL)).context("tracing the process")? {
            WaitStatus::PtraceEvent(_, _, libc::PTRACE_EVENT_EXIT) => {
                return ptrace::getevent(process).context("the status of the process");
            }
            WaitStatus::PtraceEvent(..) => ptrace::cont(process, None),
            WaitStatus::Stopped(_, signal) => ptrace::cont(process, passed_on(signal)),
            other => return Err(Error::new(format!("the process was not stopped: {other:?}"))),
        }
        .context("continuing the process")?;
    }
}

/// The signal to pass on. A `SIGTRAP` comes from the tracing itself.
fn passed_on(signal: Signal) -> Option<Signal> {
    (signal != Signal::SIGTRAP).then_some(signal)
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;
    use crate::linux::program_of;

    fn shell(script: &str) -> (std::process::Child, ExitStop) {
        let mut command = Command::new("sh");
        let shell = command.args(["-c", script]).stdin(Stdio::piped()).spawn().unwrap();
        let exit_stop = ExitStop::of(shell.id()).unwrap();
        (shell, exit_stop)
    }

    #[test]
    fn a_failed_exit_is_an_error() {
        let (mut shell, exit_stop) = shell("read end; exit 3");
        drop(shell.stdin.take());
        assert!(exit_stop.wait().is_err());
    }

    #[test]
    fn a_process_stays_until_it_is_released() {
        let (mut shell, exit_stop) = shell("read end; exit 0");
        drop(shell.stdin.take());
        exit_stop.wait().unwrap();
        assert!(shell.try_wait().unwrap().is_none());
        assert_eq!(program_of(shell.id()), "sh");
        drop(exit_stop);
        assert!(shell.wait().unwrap().success());
    }
}
