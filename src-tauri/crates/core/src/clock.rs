//! The current time: from the computer's clock, or from a clock that a test sets.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

/// A source of the current time. Code asks it instead of the system, so that tests can set it.
pub trait Clock: Send + Sync + 'static {
    /// The current date and time, UTC. Can jump when somebody sets the computer's clock.
    fn now(&self) -> DateTime<Utc>;

    /// The time since a fixed moment. Never jumps back. May stop while the computer sleeps.
    fn elapsed(&self) -> Duration;
}

/// The computer's clock.
#[derive(Debug)]
pub struct SystemClock {
    started: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the Clock that all other code asks")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

/// A clock for tests. Its time changes only when a test moves it.
#[derive(Debug)]
pub struct SetClock(Mutex<(DateTime<Utc>, Duration)>);

impl SetClock {
    /// A clock that is stopped at `now`.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Mutex::new((now, Duration::ZERO)))
    }

    /// Moves both [`Clock::now`] and [`Clock::elapsed`] forward.
    pub fn pass(&self, time: Duration) {
        let mut times = self.lock();
        times.0 += time;
        times.1 += time;
    }

    /// Sets [`Clock::now`], as a person who changes the computer's clock does. [`Clock::elapsed`]
    /// stays the same.
    pub fn set(&self, now: DateTime<Utc>) {
        self.lock().0 = now;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (DateTime<Utc>, Duration)> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        self.lock().0
    }

    fn elapsed(&self) -> Duration {
        self.lock().1
    }
}
