//! A running practice server.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::gateway::{Gateway, GatewayOptions};
use super::options::Options;
use super::{calls, connections};
use crate::clock::{Clock, SimClock, Speed};
use crate::phone_book::{Number, Plays, phone_book};
use crate::rules::{Move, NumberRefused, NumberStays, TooFar};
use crate::state::{self, ChangeError, InitialState, NotKept, SharedState, Site, StartError};

/// A running practice server. Dropping it stops the server; [`Practice::stop`] also waits for that.
pub struct Practice {
    address: SocketAddr,
    state: Arc<SharedState>,
    /// Dropping this sender is the signal to stop.
    running: watch::Sender<()>,
    serving: JoinHandle<()>,
    is_seed_unused: bool,
}

/// Practice's time, and how it differs from the computer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// How far practice's time is ahead of the computer's. Zero if they are the same.
    pub ahead: TimeDelta,
    /// Practice's time.
    pub shown: DateTime<Utc>,
}

impl Shift {
    /// Whether practice's time is the computer's.
    #[must_use]
    pub fn is_now(&self) -> bool {
        self.ahead.is_zero()
    }
}

impl Practice {
    /// Starts a server on 127.0.0.1 only. It takes calls when this returns. Must be called inside a
    /// Tokio runtime; the server runs on that runtime.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let Options { port, clock, speed, timeouts, latency, log, control, .. } = options;
        let Options { state: file, seed, begin_at, .. } = options;
        let computer = clock.now();
        let begin_ahead = begin_at.map(|at| Move::To(at).ahead(computer, computer)).transpose();
        let begin_ahead = begin_ahead.map_err(|TooFar| StartError::TimeTooFar)?;
        let now = begin_at.unwrap_or(computer);
        let path = file.clone();
        let opened = tokio::task::spawn_blocking(move || state::open(file, seed, now));
        let opened = opened.await.map_err(|_| StartError::RuntimeStopped)??;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(|error| StartError::listening(port, error))?;
        let address = listener.local_addr().map_err(|error| StartError::listening(port, error))?;
        let clock = SimClock::new(clock, begin_ahead.unwrap_or(opened.ahead), speed);
        let is_seed_unused = opened.is_saved && opened.seed.is_some();
        let initial = InitialState { at: begin_at, seed: opened.seed };
        let state = SharedState::new(opened.world, opened.file, initial, clock, timeouts);
        let state = Arc::new(state);
        if begin_ahead.is_some() {
            // Saved only once the port is bound: a start that fails changes nothing.
            let saved = state.change(|world, _, _| world.mark_changed()).await;
            saved.map_err(|NotKept(error)| {
                StartError::StateUnreachable(path.unwrap_or_default(), error)
            })?;
        }
        let options = GatewayOptions { latency, log, control };
        let gateway = Gateway::new(address, Arc::clone(&state), options);
        let (running, stopped) = watch::channel(());
        let serving = connections::serve(listener, gateway, timeouts.head, stopped);
        let serving = tokio::spawn(serving);
        tracing::info!(port = address.port(), "practice server is listening");
        Ok(Self { address, state, running, serving, is_seed_unused })
    }

    /// The sandbox's base address: `http://127.0.0.1:PORT/v.1.0/`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}{}/", self.address, calls::SANDBOX)
    }

    /// Whether there is a seed, but also a saved state: then the seed counts only after a reset.
    #[must_use]
    pub fn is_seed_unused(&self) -> bool {
        self.is_seed_unused
    }

    /// Production's base address: `http://127.0.0.1:PORT/production/v.1.0/`. Its keys are created on
    /// the page of [`Site::MyNovaPost`]; it has no `test-api-keys`.
    #[must_use]
    pub fn production_url(&self) -> String {
        format!("http://{}{}/", self.address, calls::PRODUCTION)
    }

    /// The base address of the API of Ukraine: `http://127.0.0.1:PORT/ukraine/v2.0/`.
    #[must_use]
    pub fn ukraine_url(&self) -> String {
        format!("http://{}{}/", self.address, calls::UKRAINE)
    }

    /// The address of a simulated web site. `language` is a code such as `uk`. If it isn't a language
    /// code, it is left out and the browser's own language decides.
    #[must_use]
    pub fn page_url(&self, site: Site, language: &str) -> String {
        let page = format!("http://{}{}", self.address, site.path());
        let is_code = (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_code { format!("{page}?lang={language}") } else { page }
    }

    /// A clock that shows practice's time, also after it is moved.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.state.clock()
    }

    /// Practice's time and its difference from the computer's.
    #[must_use]
    pub fn shift(&self) -> Shift {
        Shift { ahead: self.state.ahead(), shown: self.state.now() }
    }

    /// Moves practice's time. Keys and tokens live by it. The difference from the computer's time is
    /// saved.
    pub async fn set_time(&self, to: Move) -> Result<(), ChangeError<TooFar>> {
        self.state.set_time(to).await
    }

    /// Every number with a simulated outcome: those of the phone book, then the added ones in the
    /// order in which they were added.
    #[must_use]
    pub fn numbers(&self) -> Vec<Number> {
        let book = phone_book().iter().map(|entry| Number {
            digits: entry.digits.to_owned(),
            plays: entry.plays,
            own: false,
        });
        let world = self.state.read();
        let own = world.own_numbers().iter().map(|number| Number {
            digits: number.digits.clone(),
            plays: number.plays,
            own: true,
        });
        book.chain(own).collect()
    }

    /// Adds a number: digits with the country code, and any outcome.
    pub async fn add_number(
        &self,
        digits: &str,
        plays: Plays,
    ) -> Result<(), ChangeError<NumberRefused>> {
        let added = self.state.change(|world, _, _| world.add_number(digits, plays)).await?;
        added.map_err(ChangeError::Refused)
    }

    /// Removes an added number and its key.
    pub async fn remove_number(&self, digits: &str) -> Result<(), ChangeError<NumberStays>> {
        let removed = self.state.change(|world, _, _| world.remove_number(digits)).await?;
        removed.map_err(ChangeError::Refused)
    }

    /// Restores the state of the first start: no clients, keys or organizations but the seed's, and
    /// the initial time. Earlier tokens become invalid. Added numbers stay.
    pub async fn reset(&self) -> Result<(), NotKept> {
        self.state.reset(false).await
    }

    /// Like [`Practice::reset`], and removes the added numbers too.
    pub async fn reset_all(&self) -> Result<(), NotKept> {
        self.state.reset(true).await
    }

    /// Closes all connections at once, also those that wait for an answer. When this returns, the
    /// port and the state file are free, and nothing more is written to the file.
    pub async fn shut_down(self) {
        self.serving.abort();
        // The task was aborted, so its result is always "cancelled".
        let _ = self.serving.await;
        // A write that has begun goes on to its end; this waits for it.
        self.state.release_file().await;
    }

    /// Takes no more calls and gives the running ones a second to finish. When this returns, all
    /// connections are closed and the state file is free. If practice's time runs faster than the
    /// computer's, it is saved once more.
    pub async fn stop(self) {
        drop(self.running);
        if let Err(error) = self.serving.await {
            tracing::error!(%error, "the task of the practice server failed");
        }
        if self.state.speed() != Speed::default()
            && let Err(error) = self.state.change(|world, _, _| world.mark_changed()).await
        {
            tracing::error!(%error, "practice's time can't be saved");
        }
        self.state.release_file().await;
    }
}

impl fmt::Debug for Practice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Practice").field("address", &self.address).finish_non_exhaustive()
    }
}
