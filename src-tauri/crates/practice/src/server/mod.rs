//! The HTTP around the rules: a server on loopback that starts, answers and stops.

pub(crate) mod body;
mod calls;
mod changes;
mod connections;
mod control;
mod front;
mod log;
mod office;
mod options;
mod patience;
mod site;
mod state_file;
mod wire;

pub use changes::{ChangeError, NotKept};
pub use log::{Answered, End, Log};
pub(crate) use office::Office;
pub use options::{Limits, Options, StartError};
pub use site::Site;
pub use state_file::kept_files;
pub(crate) use wire::said;

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::Hands;
use crate::phone_book::{Number, Plays};
use crate::rules::{Move, NumberRefused, NumberStays, TooFar};
use crate::{Clock, Speed, phone_book};
use front::{Extras, Front};
use office::Beginning;

/// A running practice server. It stops when this is dropped; [`Practice::stop`] also waits for it.
pub struct Practice {
    address: SocketAddr,
    office: Arc<Office>,
    /// Closing this channel is the signal to stop.
    running: watch::Sender<()>,
    serving: JoinHandle<()>,
}

/// How practice's time stands to the computer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// How far practice is ahead; zero if its time is the computer's.
    pub ahead: TimeDelta,
    /// What practice shows.
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
    /// Starts a server on 127.0.0.1, and nowhere else. When this returns, it takes calls. Has to be
    /// called inside a Tokio runtime, on which the server then lives.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let Options { port, clock, speed, limits, latency, log, control, .. } = options;
        let Options { state, seed, begin_at: at, .. } = options;
        let computer = clock.now();
        let begin_ahead = at.map(|at| Move::To(at).ahead(computer, computer)).transpose();
        let begin_ahead = begin_ahead.map_err(|TooFar| StartError::TimeTooFar)?;
        let now = at.unwrap_or(computer);
        let path = state.clone();
        let opened = tokio::task::spawn_blocking(move || state_file::open(state, seed, now));
        let opened = opened.await.map_err(|_| StartError::RuntimeStopped)??;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(|error| StartError::listening(port, error))?;
        let address = listener.local_addr().map_err(|error| StartError::listening(port, error))?;
        let hands = Hands::new(clock, begin_ahead.unwrap_or(opened.ahead), speed);
        let beginning = Beginning { at, seed: opened.seed };
        let office = Office::new(opened.world, opened.file, beginning, Arc::new(hands), limits);
        let office = Arc::new(office);
        if begin_ahead.is_some() {
            // Kept like any move, and not before the port is ours: a start that fails changes nothing.
            let kept = office.change(|world, _, _| world.touch()).await;
            kept.map_err(|NotKept(error)| {
                StartError::StateUnreachable(path.unwrap_or_default(), error)
            })?;
        }
        let front = Front::new(address, Arc::clone(&office), Extras { latency, log, control });
        let (running, stopped) = watch::channel(());
        let serving = tokio::spawn(connections::serve(listener, front, limits, stopped));
        tracing::info!(port = address.port(), "practice server is listening");
        Ok(Self { address, office, running, serving })
    }

    /// The sandbox's address, ending in a slash: `http://127.0.0.1:PORT/v.1.0/`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}{}/", self.address, calls::SANDBOX)
    }

    /// The production's address, likewise: `http://127.0.0.1:PORT/production/v.1.0/`. Its keys are
    /// made on the page of [`Site::MyNovaPost`]; `test-api-keys` isn't there.
    #[must_use]
    pub fn production_url(&self) -> String {
        format!("http://{}{}/", self.address, calls::PRODUCTION)
    }

    /// The address of a page that stands in for one of Nova Post's web sites. `language` is a code
    /// such as `uk`; what isn't one is left out, and the browser's own decides.
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
        self.office.clock()
    }

    /// How practice's time stands to the computer's.
    #[must_use]
    pub fn shift(&self) -> Shift {
        Shift { ahead: self.office.hands.ahead(), shown: self.office.now() }
    }

    /// Moves practice's time. Keys prolong, expire and are cleaned up by it, tokens die by it. Stays
    /// as far ahead after a restart.
    pub async fn set_time(&self, to: Move) -> Result<(), ChangeError<TooFar>> {
        self.office.set_time(to).await
    }

    /// Every number that plays a part: those of the book, then the added ones in that order.
    #[must_use]
    pub fn numbers(&self) -> Vec<Number> {
        let book = phone_book().iter().map(|entry| Number {
            digits: entry.digits.to_owned(),
            plays: entry.plays,
            own: false,
        });
        let world = self.office.read();
        let own = world.own_numbers().iter().map(|number| Number {
            digits: number.digits.clone(),
            plays: number.plays,
            own: true,
        });
        book.chain(own).collect()
    }

    /// Adds a number of somebody's own: digits with the country code. Any part may be given to it.
    pub async fn add_number(
        &self,
        digits: &str,
        plays: Plays,
    ) -> Result<(), ChangeError<NumberRefused>> {
        let added = self.office.change(|world, _, _| world.add_number(digits, plays)).await?;
        added.map_err(ChangeError::Refused)
    }

    /// Removes an added number, and the key that it may have got.
    pub async fn remove_number(&self, digits: &str) -> Result<(), ChangeError<NumberStays>> {
        let removed = self.office.change(|world, _, _| world.remove_number(digits)).await?;
        removed.map_err(ChangeError::Refused)
    }

    /// Makes practice as on its first start: no client, no key, no organization, the computer's
    /// time. Tokens made before are foreign. Added numbers stay.
    pub async fn reset(&self) -> Result<(), NotKept> {
        self.office.reset(false).await
    }

    /// The same, and the added numbers go too.
    pub async fn reset_all(&self) -> Result<(), NotKept> {
        self.office.reset(true).await
    }

    /// Hangs up on everybody at once, also on those who wait for an answer. When this returns, the
    /// port and the state file are free, and nothing is written to it any more.
    pub async fn hang_up(self) {
        self.serving.abort();
        // It was aborted: there is nothing else to hear of it.
        let _ = self.serving.await;
        // Whoever was writing at that moment goes on to the end; this waits behind them.
        let newest = self.office.read().revision();
        if let Err(error) = self.office.keep(newest).await {
            tracing::warn!(%error, "practice's last change was not kept");
        }
        self.office.let_go().await;
    }

    /// Takes no more calls, lets those under way finish for a moment, and returns when all
    /// connections are closed and the state file is free. A time that runs faster is kept once more.
    pub async fn stop(self) {
        drop(self.running);
        if self.serving.await.is_err() {
            tracing::error!("practice server ended in disorder");
        }
        if self.office.hands.speed() != Speed::default()
            && let Err(error) = self.office.change(|world, _, _| world.touch()).await
        {
            tracing::error!(%error, "practice's time can't be kept");
        }
        self.office.let_go().await;
    }
}

impl fmt::Debug for Practice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Practice").field("address", &self.address).finish_non_exhaustive()
    }
}
