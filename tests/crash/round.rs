//! One round: a new Nova Post, a new store, a process that is killed, and the next start.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use keydesk_practice::{Options, Practice};
use tempfile::TempDir;
use test_driver::{Context, Error};
use tokio::runtime::Runtime;

use crate::STEP_TIMEOUT;
use crate::child::{Child, Seen, Task, moment_in};
use crate::moment::Moment;
use crate::own_keychain::OwnKeychain;
use crate::proxy;
use crate::tally::Outcome;
use crate::traces::Left;

/// The exit code of a killed process. On Unix it has none. On Windows `kill` ends it with 1, which the test
/// harness never does.
const KILLED: Option<i32> = if cfg!(windows) { Some(1) } else { None };

/// When to kill, and what the person does then.
#[derive(Clone, Copy)]
pub(crate) struct Kill {
    pub(crate) at: Moment,
    /// Time from `at` to the kill. `None`: the process stops at `at`.
    pub(crate) run_on: Option<Duration>,
    /// The person asks again without looking at Home.
    pub(crate) skip_home: bool,
    /// The process has a keychain that keeps keys only in its memory.
    pub(crate) forgetful_keychain: bool,
}

impl Kill {
    pub(crate) fn at(moment: Moment) -> Self {
        Self { at: moment, run_on: None, skip_home: false, forgetful_keychain: false }
    }
}

pub(crate) struct Round<'a> {
    keychain: &'a OwnKeychain,
    child: Child,
    folder: TempDir,
    /// The simulated Nova Post runs until the round is dropped.
    _practice: Practice,
    _runtime: Runtime,
}

impl<'a> Round<'a> {
    pub(crate) fn start(keychain: &'a OwnKeychain, digits: &str) -> Result<Self, Error> {
        let folder = tempfile::tempdir()?;
        let runtime = Runtime::new()?;
        let practice =
            runtime.block_on(Practice::start(Options::default())).context("Nova Post")?;
        let name = folder.path().file_name().unwrap_or_default().to_string_lossy();
        // In Credential Manager a full stop divides the names of entry and service.
        let name = name.replace('.', "");
        let child = Child {
            task: Task::NextStart { skip_home: false },
            folder: folder.path().to_owned(),
            service: format!("Key Desk crash test {name}"),
            nova_post: practice.base_url(),
            digits: digits.to_owned(),
        };
        Ok(Self { keychain, child, folder, _practice: practice, _runtime: runtime })
    }

    /// Kills a process, starts the next one, and compares store and keychain with Nova Post.
    pub(crate) fn kill(&self, kill: Kill) -> Result<Outcome, Error> {
        let Kill { at, run_on, skip_home, forgetful_keychain } = kill;
        let pause_at = run_on.is_none().then_some(at);
        let killed =
            self.run_until(at, run_on.unwrap_or_default(), pause_at, forgetful_keychain)?;
        let seen = self.start_next(skip_home)?;
        if pause_at.is_some() && !forgetful_keychain && seen.left != Left::by(at) {
            return Err(Error::new(format!("{:?} after a kill at {at:?}", seen.left)));
        }
        let must_tell = !skip_home && seen.left.attempts > 0 && seen.keys == 0;
        Ok(Outcome {
            killed,
            without_asking: seen.keys > 0,
            told: must_tell.then_some(seen.told),
            verdict: seen.verdict,
        })
    }

    /// Starts a request and kills its process `run_on` after `moment`. Returns the last moment that
    /// the process reached.
    fn run_until(
        &self,
        moment: Moment,
        run_on: Duration,
        pause_at: Option<Moment>,
        forgetful_keychain: bool,
    ) -> Result<Moment, Error> {
        let (reached, moments) = mpsc::channel();
        let child = Child {
            task: Task::Request { pause_at, forgetful_keychain },
            nova_post: proxy::start(&self.child.nova_post, pause_at, reached.clone())?,
            ..self.child.clone()
        };
        let mut command = child.command(self.keychain)?;
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = process.stdout.take().ok_or_else(|| Error::new("no output"))?;
        let reader = thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Sending fails once this round has ended.
                let _ = moment_in(&line).map(|moment| reached.send(moment));
            }
        });
        let mut latest = None;
        while latest < Some(moment) {
            let next = moments.recv_timeout(STEP_TIMEOUT).ok();
            if next.is_none() {
                process.kill()?;
                return Err(Error::new(format!("no {moment:?} after {latest:?}")));
            }
            latest = latest.max(next);
        }
        let end = Instant::now() + run_on;
        loop {
            match moments.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(next) => latest = latest.max(Some(next)),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Err(Error::new("no process")),
            }
        }
        process.kill()?;
        let code = process.wait()?.code();
        if code != KILLED {
            return Err(Error::new(format!("the process ended with {code:?} before its kill")));
        }
        reader.join().map_err(|_| Error::new("reading the moments failed"))?;
        Ok(moments.try_iter().chain(latest).max().unwrap_or(Moment::Started))
    }

    fn start_next(&self, skip_home: bool) -> Result<Seen, Error> {
        let child = Child { task: Task::NextStart { skip_home }, ..self.child.clone() };
        let output = child.command(self.keychain)?.stdin(Stdio::null()).output()?;
        if !output.status.success() {
            let printed = String::from_utf8_lossy(&output.stdout).into_owned();
            let errors = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(Error::new(format!("the next start failed:\n{printed}\n{errors}")));
        }
        let seen = fs::read(self.folder.path().join(Seen::FILE)).context("the next start")?;
        serde_json::from_slice(&seen).context("the next start")
    }
}

/// The longest of three requests, from the start of the process to the record.
pub(crate) fn time_of_request(keychain: &OwnKeychain, digits: &str) -> Result<Duration, Error> {
    let mut longest = Duration::ZERO;
    for _ in 0..3 {
        let round = Round::start(keychain, digits)?;
        let started = Instant::now();
        round.run_until(Moment::Recorded, Duration::ZERO, None, false)?;
        longest = longest.max(started.elapsed());
    }
    Ok(longest)
}
