//! What time it is in practice: the computer's clock, or one that a test or a demo moves.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, TimeDelta, Utc};

/// The one source of time for every rule, token and `Date` header. Copies share one clock.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// A clock that shows what `now` returns. It is asked once for each call that comes in.
    pub fn new(now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The computer's own clock.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the computer")]
    pub fn system() -> Self {
        Self::new(Utc::now)
    }

    /// The time it shows, UTC.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Clock").field(&self.now()).finish()
    }
}

/// Practice's clock over the computer's: ahead of it, perhaps faster, and never going back but when
/// it is moved.
pub(crate) struct Hands {
    computer: Clock,
    set: RwLock<Set>,
    /// The latest time that was shown, in microseconds since 1970.
    latest: AtomicI64,
}

/// How the hands were set, and when by the computer's clock.
struct Set {
    at: DateTime<Utc>,
    ahead: TimeDelta,
    /// Seconds of practice in one of the computer's.
    speed: u32,
}

impl Hands {
    /// Hands that show the computer's time plus `ahead` at first, and then `speed` seconds a second.
    pub(crate) fn new(computer: Clock, ahead: TimeDelta, speed: u32) -> Self {
        let set = RwLock::new(Set { at: computer.now(), ahead, speed });
        Self { computer, set, latest: AtomicI64::new(i64::MIN) }
    }

    /// What practice shows.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let set = self.set.read().unwrap_or_else(PoisonError::into_inner);
        let shown = set.shown(self.computer.now()).timestamp_micros();
        // Under the lock, so that a move can't be overtaken by what was shown before it.
        let latest = self.latest.fetch_max(shown, Ordering::Relaxed).max(shown);
        DateTime::from_timestamp_micros(latest).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// What the computer shows.
    pub(crate) fn computer(&self) -> DateTime<Utc> {
        self.computer.now()
    }

    /// How far ahead of the computer practice is. Zero unless it was moved or runs faster.
    pub(crate) fn ahead(&self) -> TimeDelta {
        let set = self.set.read().unwrap_or_else(PoisonError::into_inner);
        if set.speed == 1 {
            set.ahead
        } else {
            set.shown(self.computer.now()) - self.computer.now()
        }
    }

    /// Sets the hands anew; they go on as fast as before.
    pub(crate) fn set_ahead(&self, ahead: TimeDelta) {
        let mut set = self.set.write().unwrap_or_else(PoisonError::into_inner);
        set.at = self.computer.now();
        set.ahead = ahead;
        self.latest.store(i64::MIN, Ordering::Relaxed);
    }
}

impl Set {
    fn shown(&self, computer: DateTime<Utc>) -> DateTime<Utc> {
        let gained = i32::try_from(self.speed - 1)
            .ok()
            .and_then(|more| (computer - self.at).checked_mul(more))
            .unwrap_or_default();
        let ahead = self.ahead.checked_add(&gained).unwrap_or(self.ahead);
        computer.checked_add_signed(ahead).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}
