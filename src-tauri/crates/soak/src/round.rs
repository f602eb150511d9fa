//! One round: a Nova Post and a store that have never seen each other, a process that is killed,
//! the start after it, and what is then there.

use std::error::Error;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use keydesk_core::secret::ApiKey;
use keydesk_practice::{Options, Practice};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::line::Line;
use crate::moment::Moment;
use crate::next_start::Seen;
use crate::place::Place;
use crate::plan::{Kill, Lengths};
use crate::process::Process;
use crate::traces::{Traces, Verdict, clear_keychain};

/// How often a request is timed before the first kill.
const UNHARMED: u32 = 3;

/// What all rounds share.
pub(crate) struct Soak {
    pub(crate) program: PathBuf,
    pub(crate) forgetful_keychain: bool,
    pub(crate) runtime: Runtime,
    pub(crate) web: reqwest::Client,
}

/// What a kill led to.
pub(crate) struct Outcome {
    /// How far the process had come.
    pub(crate) killed: Moment,
    /// The next start had the key without asking.
    pub(crate) by_itself: bool,
    /// Whether Home told of the request; nothing where nobody looked or nothing had been written.
    pub(crate) told: Option<bool>,
    /// What then was there.
    pub(crate) verdict: Verdict,
}

struct Round {
    place: Place,
    practice: Practice,
    _folder: TempDir,
}

impl Soak {
    /// Kills a process, starts the next and looks at what it has brought.
    pub(crate) fn kill(&self, kill: &Kill) -> Result<Outcome, Box<dyn Error>> {
        let round = self.begin(kill.digits)?;
        let pause_at = kill.goes_on_for.is_none().then_some(kill.after);
        let (mut process, line) = self.ask(&round, pause_at)?;
        process.wait_for(kill.after)?;
        if let Some(time) = kill.goes_on_for {
            process.go_on_for(time)?;
        }
        let killed = process.kill()?;
        drop(line);
        let left = Traces::at(&round.place)?;
        // In memory the forgetful keychain keeps what the real one would show.
        if pause_at.is_some() && !self.forgetful_keychain && !left.are_of(kill.after) {
            return Err(format!("what was left is not that of {:?}", kill.after.name()).into());
        }

        let seen = self.start_next(&round.place, kill.at_once)?;
        let given = self.key_at_nova_post(&round)?;
        let verdict = Traces::at(&round.place)?.verdict(&given);
        clear_keychain(&round.place)?;
        self.runtime.block_on(round.practice.stop());
        let untold = kill.at_once || left.attempts == 0 || seen.keys > 0;
        Ok(Outcome {
            killed,
            by_itself: seen.keys > 0,
            told: (!untold).then_some(seen.told),
            verdict,
        })
    }

    /// Times a request that nobody harms, from each moment to the next; the longest of a few.
    pub(crate) fn lengths(&self) -> Result<Lengths, Box<dyn Error>> {
        let mut lengths = Moment::ALL.map(|moment| (moment, Duration::ZERO));
        for _ in 0..UNHARMED {
            let round = self.begin("498213437654")?;
            let (mut process, _line) = self.ask(&round, None)?;
            process.wait_for(Moment::Started)?;
            for (at, next) in Moment::ALL.into_iter().skip(1).enumerate() {
                let begun = Instant::now();
                process.wait_for(next)?;
                lengths[at].1 = lengths[at].1.max(begun.elapsed());
            }
            process.kill()?;
            clear_keychain(&round.place)?;
        }
        // After the record there is no next moment: as long again as the record took.
        lengths[lengths.len() - 1].1 = lengths[lengths.len() - 2].1;
        Ok(lengths)
    }

    fn begin(&self, digits: &str) -> Result<Round, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let options =
            Options { state: Some(folder.path().join("nova-post.json")), ..Options::default() };
        let practice = self.runtime.block_on(Practice::start(options))?;
        let name = folder.path().file_name().unwrap_or_default().to_string_lossy();
        let place = Place {
            store: folder.path().join("service/register.sqlite"),
            service: format!("Key Desk soak {name}"),
            nova_post: practice.base_url(),
            digits: digits.to_owned(),
        };
        Ok(Round { place, practice, _folder: folder })
    }

    fn ask(
        &self,
        round: &Round,
        pause_at: Option<Moment>,
    ) -> Result<(Process, Line), Box<dyn Error>> {
        let (teller, news) = mpsc::channel();
        let line = Line::to(&round.place.nova_post, pause_at, teller.clone());
        let line = self.runtime.block_on(line)?;
        let place = Place { nova_post: line.base_url(), ..round.place.clone() };
        let mut arguments = place.arguments().to_vec();
        if let Some(moment) = pause_at {
            arguments.extend(["--pause-at".into(), moment.name().into()]);
        }
        if self.forgetful_keychain {
            arguments.push("--forgetful-keychain".into());
        }
        let process = Process::start(&self.program, arguments, (teller, news))?;
        Ok((process, line))
    }

    fn start_next(&self, place: &Place, at_once: bool) -> Result<Seen, Box<dyn Error>> {
        let output = Command::new(&self.program)
            .arg("next-start")
            .args(place.arguments())
            .args(at_once.then_some("--at-once"))
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()?;
        if !output.status.success() {
            return Err("the next start failed".into());
        }
        let seen: Seen = serde_json::from_slice(&output.stdout)?;
        match &seen.failure {
            Some(failure) => Err(format!("asking again failed: {failure}").into()),
            None => Ok(seen),
        }
    }

    /// Asks Nova Post itself for the key, without a service: on the same day it is the same.
    fn key_at_nova_post(&self, round: &Round) -> Result<ApiKey, Box<dyn Error>> {
        let asked = self
            .web
            .post(format!("{}test-api-keys", round.place.nova_post))
            .json(&serde_json::json!({ "phone": round.place.digits }));
        let answer: serde_json::Value =
            self.runtime.block_on(async { asked.send().await?.json().await })?;
        let key = answer["apiKey"].as_str().unwrap_or_default().to_owned();
        Ok(ApiKey::new(key).map_err(|_| "Nova Post gave no key")?)
    }
}
