//! What time it is: the computer's clock, or one that a test sets.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

/// A source of time, shared by everything that asks for it.
pub trait Clock: Send + Sync + 'static {
    /// The time of day, UTC. Can jump when somebody sets the computer's clock.
    fn now(&self) -> DateTime<Utc>;

    /// Time since some fixed moment. Never jumps back; may stand still while the computer sleeps.
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
    #[expect(clippy::disallowed_methods, reason = "this is the Clock that everybody else asks")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

/// A clock that stands still until it is moved: for tests.
#[derive(Debug)]
pub struct SetClock(Mutex<(DateTime<Utc>, Duration)>);

impl SetClock {
    /// A clock that shows `now`.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Mutex::new((now, Duration::ZERO)))
    }

    /// Lets time pass, on the wall and on the stopwatch.
    pub fn pass(&self, time: Duration) {
        let mut shown = self.lock();
        shown.0 += time;
        shown.1 += time;
    }

    /// Sets the clock on the wall, as a person would; the stopwatch goes on as it was.
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
