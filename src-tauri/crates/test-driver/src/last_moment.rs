//! Holding a process when it has done everything and is about to be gone: the last moment at which
//! its memory can be read.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use nix::libc;
use nix::sys::ptrace;
use nix::sys::signal::Signal;
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::error::{Context, Error};

/// Far more than the app needs to end.
const PATIENCE: Duration = Duration::from_mins(1);

/// Holds a process at its end until this is dropped.
#[derive(Debug)]
pub struct LastMoment {
    ends: Receiver<Result<i64, Error>>,
    _release: Sender<()>,
}

impl LastMoment {
    /// Begins to watch over the main thread of `process`.
    pub fn of(process: u32) -> Result<Self, Error> {
        let process = Pid::from_raw(i32::try_from(process).context("the number of a process")?);
        let (watching, watched) = channel();
        let (end, ends) = channel();
        let (release, released) = channel();
        // Only the thread that has begun to trace hears of the process.
        std::thread::Builder::new().name("last moment".to_owned()).spawn(move || {
            let seized = ptrace::seize(process, ptrace::Options::PTRACE_O_TRACEEXIT);
            let is_watched = seized.is_ok();
            let _ = watching.send(seized.context("watching over the process"));
            if is_watched {
                let _ = end.send(end_of(process));
                let _ = released.recv();
                let _ = ptrace::detach(process, None);
            }
        })?;
        watched.recv().context("the thread that watches")??;
        Ok(Self { ends, _release: release })
    }

    /// Waits until the process ends of its own accord; it is then held.
    pub fn arrives(&self) -> Result<(), Error> {
        match self.ends.recv_timeout(PATIENCE).context("waiting for the end of the process")?? {
            0 => Ok(()),
            status => Err(Error::new(format!("the process ended in disorder: {status}"))),
        }
    }
}

/// With what status it ends, as `wait` would tell it.
fn end_of(process: Pid) -> Result<i64, Error> {
    loop {
        match waitpid(process, Some(WaitPidFlag::__WALL)).context("watching over the process")? {
            WaitStatus::PtraceEvent(_, _, libc::PTRACE_EVENT_EXIT) => {
                return ptrace::getevent(process).context("the status of the process");
            }
            WaitStatus::PtraceEvent(..) => ptrace::cont(process, None),
            WaitStatus::Stopped(_, signal) => ptrace::cont(process, own(signal)),
            other => return Err(Error::new(format!("the process was not held: {other:?}"))),
        }
        .context("letting the process go on")?;
    }
}

/// A stop that comes from being traced is no signal to hand on.
fn own(signal: Signal) -> Option<Signal> {
    (signal != Signal::SIGTRAP).then_some(signal)
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;
    use crate::memory::program_of;

    fn shell(script: &str) -> (std::process::Child, LastMoment) {
        let mut command = Command::new("sh");
        let shell = command.args(["-c", script]).stdin(Stdio::piped()).spawn().unwrap();
        let last_moment = LastMoment::of(shell.id()).unwrap();
        (shell, last_moment)
    }

    #[test]
    fn an_end_in_disorder_is_told_apart() {
        let (mut shell, last_moment) = shell("read end; exit 3");
        drop(shell.stdin.take());
        assert!(last_moment.arrives().is_err());
    }

    #[test]
    fn a_process_is_there_until_it_is_let_go() {
        let (mut shell, last_moment) = shell("read end; exit 0");
        drop(shell.stdin.take());
        last_moment.arrives().unwrap();
        assert!(shell.try_wait().unwrap().is_none());
        assert_eq!(program_of(shell.id()), "sh");
        drop(last_moment);
        assert!(shell.wait().unwrap().success());
    }
}
