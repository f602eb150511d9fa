//! The process that asks, as whoever kills it sees it.

use std::error::Error;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crate::moment::{Moment, News};

/// Far more than any moment takes to come.
const PATIENCE: Duration = Duration::from_mins(1);

/// A process that asks for a key, until it is killed.
pub(crate) struct Process {
    child: Child,
    news: Receiver<News>,
    latest: Moment,
}

impl Process {
    /// Starts it. Its moments are told on `news`, beside those that the line tells of there.
    pub(crate) fn start(
        program: &Path,
        arguments: impl IntoIterator<Item = OsString>,
        (teller, news): (Sender<News>, Receiver<News>),
    ) -> Result<Self, Box<dyn Error>> {
        let mut child = Command::new(program)
            .arg("asking")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let said = child.stdout.take().ok_or("the process has no output")?;
        std::thread::spawn(move || {
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                if let Ok(moment) = Moment::named(&line) {
                    let _ = teller.send(News::Reached(moment));
                }
            }
            let _ = teller.send(News::Ended);
        });
        Ok(Self { child, news, latest: Moment::Started })
    }

    /// Waits until it has come to a moment, or past it.
    pub(crate) fn wait_for(&mut self, moment: Moment) -> Result<(), Box<dyn Error>> {
        let mut heard = moment == Moment::Started;
        while !heard || self.latest < moment {
            match self.news.recv_timeout(PATIENCE) {
                Ok(News::Reached(reached)) => {
                    self.latest = self.latest.max(reached);
                    heard = true;
                }
                Ok(News::Ended) => return Err(self.failed("ended by itself")),
                Err(_) => return Err(self.failed("stood still")),
            }
        }
        Ok(())
    }

    /// Lets it go on for a while.
    pub(crate) fn go_on_for(&mut self, time: Duration) -> Result<(), Box<dyn Error>> {
        let begun = Instant::now();
        loop {
            match self.news.recv_timeout(time.saturating_sub(begun.elapsed())) {
                Ok(News::Reached(reached)) => self.latest = self.latest.max(reached),
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Ok(News::Ended) | Err(RecvTimeoutError::Disconnected) => {
                    return Err(self.failed("ended by itself"));
                }
            }
        }
    }

    /// Kills it with SIGKILL; gives how far it had come.
    pub(crate) fn kill(mut self) -> Result<Moment, Box<dyn Error>> {
        self.child.kill()?;
        if self.child.wait()?.code().is_some() {
            return Err(self.failed("ended before it was killed"));
        }
        while let Ok(News::Reached(reached)) = self.news.recv() {
            self.latest = self.latest.max(reached);
        }
        Ok(self.latest)
    }

    fn failed(&self, how: &str) -> Box<dyn Error> {
        format!("the process that asks {how} after {:?}", self.latest.name()).into()
    }
}
