//! The processes that the tests start: the one that is killed, and the next start.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use keydesk_core::clock::{Clock, SystemClock};
use keydesk_core::keychain::{Keychain, Timeouts};
use keydesk_core::model::{Progress, Step, no_progress};
use keydesk_core::secret::ApiKey;
use keyring_core::{CredentialStore, mock};
use serde::{Deserialize, Serialize};
use test_driver::{Context, Error};

use crate::moment::Moment;
use crate::own_keychain::OwnKeychain;
use crate::tally::Verdict;
use crate::traces::{self, Left};
use crate::use_cases;

const CONFIG: &str = "KEYDESK_CRASH_CHILD";
const MOMENT: &str = "moment: ";

/// A process, with all that it has to know. It travels as JSON in an environment variable.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Child {
    pub(crate) task: Task,
    pub(crate) folder: PathBuf,
    /// The name of the entries in the keychain.
    pub(crate) service: String,
    pub(crate) nova_post: String,
    pub(crate) digits: String,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) enum Task {
    /// Requests a test key, prints the moments, and waits at `pause_at` or at the end to be killed.
    Request { pause_at: Option<Moment>, forgetful_keychain: bool },
    /// Does what the person does next, and writes [`Seen`] into its file.
    NextStart { skip_home: bool },
}

/// What the next start found.
#[derive(Serialize, Deserialize)]
pub(crate) struct Seen {
    /// What the killed process had left.
    pub(crate) left: Left,
    /// Keys that were there without asking Nova Post again.
    pub(crate) keys: usize,
    /// Home mentioned an unfinished request.
    pub(crate) told: bool,
    pub(crate) verdict: Verdict,
}

impl Seen {
    /// Its name in the folder of the round.
    pub(crate) const FILE: &str = "seen.json";
}

impl Child {
    /// `None` if this process was not started by [`Child::command`].
    pub(crate) fn from_environment() -> Result<Option<Self>, Error> {
        let config = std::env::var(CONFIG).ok();
        config.map(|json| serde_json::from_str(&json)).transpose().context(CONFIG)
    }

    pub(crate) fn command(&self, keychain: &OwnKeychain) -> Result<Command, Error> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["--exact", "child_process", "--ignored", "--nocapture"])
            .envs(keychain.environment(&self.folder))
            .env(CONFIG, serde_json::to_string(self).context(CONFIG)?);
        Ok(command)
    }

    fn store(&self) -> PathBuf {
        self.folder.join("register.sqlite")
    }

    pub(crate) fn run(&self) -> Result<(), Error> {
        let runtime = tokio::runtime::Runtime::new()?;
        match self.task {
            Task::Request { pause_at, forgetful_keychain } => {
                runtime.block_on(self.request(pause_at, forgetful_keychain))
            }
            Task::NextStart { skip_home } => runtime.block_on(self.next_start(skip_home)),
        }
    }

    async fn request(&self, pause_at: Option<Moment>, forgetful: bool) -> Result<(), Error> {
        let reporter = Arc::new(Reporter { last: Mutex::new(Moment::Started), pause_at });
        reporter.reach(Moment::Started);
        let keychain = if forgetful {
            let open = || Ok(mock::Store::new()? as Arc<CredentialStore>);
            Keychain::with_store(&self.service, open, Timeouts::default())
        } else {
            Keychain::of_this_computer(&self.service)
        };
        let clock = ReportingClock(SystemClock::default(), Arc::clone(&reporter));
        let service =
            use_cases::service(&self.store(), &self.nova_post, keychain, Arc::new(clock))?;
        let progress = progress(Arc::clone(&reporter));
        use_cases::request_test_key(&service, &self.digits, &progress)
            .await
            .map_err(|failure| Error::new(format!("the request failed: {failure:?}")))?;
        reporter.reach(Moment::Recorded);
        wait_to_be_killed()
    }

    async fn next_start(&self, skip_home: bool) -> Result<(), Error> {
        let left = Left::now(&self.store(), &self.service)?;
        let keychain = Keychain::of_this_computer(&self.service);
        let clock = Arc::new(SystemClock::default());
        let service = use_cases::service(&self.store(), &self.nova_post, keychain, clock)?;
        let (told, keys) =
            if skip_home { (false, 0) } else { use_cases::look_at_home(&service).await? };
        if keys == 0 {
            use_cases::request_test_key(&service, &self.digits, &no_progress())
                .await
                .map_err(|failure| Error::new(format!("asking again failed: {failure:?}")))?;
        }
        let given = self.key_at_nova_post().await?;
        let entries = traces::entries(&self.service)?.into_iter();
        let entries: Vec<_> = entries.map(|(name, key)| (name, key.same_as(&given))).collect();
        let verdict = Verdict::of(&traces::rows(&self.store())?, &entries);
        traces::delete_entries(&self.service)?;
        let seen = serde_json::to_vec(&Seen { left, keys, told, verdict }).context("the result")?;
        Ok(fs::write(self.folder.join(Seen::FILE), seen)?)
    }

    /// Asks Nova Post for the key without the service: it is the same key for the whole day.
    async fn key_at_nova_post(&self) -> Result<ApiKey, Error> {
        let client = reqwest::Client::builder().no_proxy().build().context("a client")?;
        let request = client
            .post(format!("{}test-api-keys", self.nova_post))
            .json(&serde_json::json!({ "phone": self.digits }));
        let answer = request.send().await.context("Nova Post")?;
        let answer: serde_json::Value = answer.json().await.context("Nova Post")?;
        let key = answer["apiKey"].as_str().unwrap_or_default().to_owned();
        ApiKey::new(key).map_err(|_| Error::new("Nova Post gave no key"))
    }
}

/// The moment that a line of the output names.
pub(crate) fn moment_in(line: &str) -> Option<Moment> {
    Moment::named(line.strip_prefix(MOMENT)?)
}

/// Prints each moment, and stops the process at one of them.
struct Reporter {
    last: Mutex<Moment>,
    pause_at: Option<Moment>,
}

impl Reporter {
    fn reach(&self, moment: Moment) {
        *self.last.lock().unwrap() = moment;
        let mut out = std::io::stdout().lock();
        // The test harness has begun the line. Printing fails if the test has stopped reading,
        // just before it kills this process.
        let _ = writeln!(out, "\n{MOMENT}{}", moment.name()).and_then(|()| out.flush());
        drop(out);
        if self.pause_at == Some(moment) {
            wait_to_be_killed();
        }
    }
}

fn wait_to_be_killed() -> ! {
    loop {
        thread::park();
    }
}

fn progress(reporter: Arc<Reporter>) -> Progress {
    Arc::new(move |step| match step {
        Step::NotingDown => reporter.reach(Moment::Opening),
        Step::AskingNovaPost => reporter.reach(Moment::IntentWritten),
        Step::SavingInKeychain => reporter.reach(Moment::AnswerNoted),
        Step::ReadingBack => reporter.reach(Moment::KeyWritten),
        Step::Recording => reporter.reach(Moment::KeyReadBack),
        Step::OpeningKeychain | Step::KeychainSlow => {}
    })
}

/// The computer's clock. The service asks it when it has received the answer, before it notes it.
struct ReportingClock(SystemClock, Arc<Reporter>);

impl Clock for ReportingClock {
    fn now(&self) -> DateTime<Utc> {
        let last = *self.1.last.lock().unwrap();
        if last == Moment::IntentWritten {
            self.1.reach(Moment::AnswerReceived);
        }
        self.0.now()
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
