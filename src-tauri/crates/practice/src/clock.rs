//! Practice's clock: the computer's time, or one that a test or a demo moves.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, TimeDelta, Utc};

/// A source of time. Clones share it.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// A clock that shows what `now` returns.
    pub fn new(now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The computer's own clock.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the only place that reads the computer's clock")]
    pub fn system() -> Self {
        Self::new(Utc::now)
    }

    /// The time in UTC.
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

/// Practice seconds per second of the computer's clock: 1 to 100,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed(u32);

impl Speed {
    /// The highest speed.
    pub const MAX: u32 = 100_000;

    /// `None` if `seconds` is 0 or above [`Speed::MAX`].
    #[must_use]
    pub fn new(seconds: u32) -> Option<Self> {
        (1..=Self::MAX).contains(&seconds).then_some(Self(seconds))
    }

    /// Practice seconds per second.
    #[must_use]
    pub fn seconds(self) -> u32 {
        self.0
    }
}

impl Default for Speed {
    fn default() -> Self {
        Self(1)
    }
}

/// Practice's clock. It shows the computer's time plus an offset, may run faster, and never goes back
/// unless it is moved.
pub(crate) struct SimClock {
    computer: Clock,
    speed: Speed,
    setting: RwLock<Setting>,
    /// The latest time that was shown, in microseconds since 1970.
    latest: AtomicI64,
}

/// The last move of the clock.
struct Setting {
    /// When it was made, in the computer's time.
    at: DateTime<Utc>,
    ahead: TimeDelta,
}

impl SimClock {
    /// A clock that first shows the computer's time plus `ahead`.
    pub(crate) fn new(computer: Clock, ahead: TimeDelta, speed: Speed) -> Self {
        let setting = RwLock::new(Setting { at: computer.now(), ahead });
        Self { computer, speed, setting, latest: AtomicI64::new(i64::MIN) }
    }

    /// Practice's time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let setting = self.setting.read().unwrap_or_else(PoisonError::into_inner);
        let now = self.time_at(&setting, self.computer.now()).timestamp_micros();
        // Under the lock, so that a move can't be followed by a time from before it.
        let latest = self.latest.fetch_max(now, Ordering::AcqRel).max(now);
        DateTime::from_timestamp_micros(latest).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// The computer's time.
    pub(crate) fn computer(&self) -> DateTime<Utc> {
        self.computer.now()
    }

    pub(crate) fn speed(&self) -> Speed {
        self.speed
    }

    /// How far practice's time is ahead of the computer's. It is zero unless the clock was moved, runs
    /// faster, or waits because the computer's clock was set back.
    pub(crate) fn ahead(&self) -> TimeDelta {
        let setting = self.setting.read().unwrap_or_else(PoisonError::into_inner);
        // Read before the computer's time, so that only a clock that was set back can be behind it.
        let latest = self.latest.load(Ordering::Acquire);
        let computer = self.computer.now();
        let running = self.time_at(&setting, computer);
        match DateTime::from_timestamp_micros(latest) {
            Some(waiting) if waiting - running > TOLERANCE => waiting - computer,
            _ => self.offset_at(&setting, computer),
        }
    }

    /// The offset to save: like [`SimClock::ahead`], but without the time that the clock waits.
    pub(crate) fn offset(&self) -> TimeDelta {
        let setting = self.setting.read().unwrap_or_else(PoisonError::into_inner);
        self.offset_at(&setting, self.computer.now())
    }

    /// Moves the clock. Its speed stays.
    pub(crate) fn set_ahead(&self, ahead: TimeDelta) {
        let mut setting = self.setting.write().unwrap_or_else(PoisonError::into_inner);
        *setting = Setting { at: self.computer.now(), ahead };
        self.latest.store(i64::MIN, Ordering::Relaxed);
    }

    fn offset_at(&self, setting: &Setting, computer: DateTime<Utc>) -> TimeDelta {
        if self.speed.0 == 1 { setting.ahead } else { self.time_at(setting, computer) - computer }
    }

    fn time_at(&self, setting: &Setting, computer: DateTime<Utc>) -> DateTime<Utc> {
        let faster = i32::try_from(self.speed.0 - 1).unwrap_or(i32::MAX);
        let gained = (computer - setting.at).checked_mul(faster);
        let ahead = gained.and_then(|gained| setting.ahead.checked_add(&gained));
        let time = ahead.and_then(|ahead| computer.checked_add_signed(ahead));
        time.unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// Computers often correct their clocks by seconds. A wait of this length isn't reported.
const TOLERANCE: TimeDelta = TimeDelta::minutes(1);

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    fn clock(speed: u32) -> (SimClock, Arc<Mutex<DateTime<Utc>>>) {
        let computer = Arc::new(Mutex::new("2026-03-05T08:00:00Z".parse().unwrap()));
        let shown = Arc::clone(&computer);
        let clock = Clock::new(move || *shown.lock().unwrap());
        (SimClock::new(clock, TimeDelta::zero(), Speed::new(speed).unwrap()), computer)
    }

    fn shows(clock: &SimClock, time: &str) {
        assert_eq!(clock.now(), time.parse::<DateTime<Utc>>().unwrap());
    }

    #[test]
    fn a_clock_that_was_not_moved_shows_the_computers_time() {
        let (clock, computer) = clock(1);
        *computer.lock().unwrap() += TimeDelta::hours(5);
        shows(&clock, "2026-03-05T13:00:00Z");
        assert_eq!(clock.ahead(), TimeDelta::zero());
    }

    #[test]
    fn a_moved_clock_keeps_its_offset() {
        let (clock, computer) = clock(1);
        clock.set_ahead(TimeDelta::days(40));
        *computer.lock().unwrap() += TimeDelta::hours(1);
        shows(&clock, "2026-04-14T09:00:00Z");
        assert_eq!(clock.ahead(), TimeDelta::days(40));
    }

    #[test]
    fn a_fast_clock_gains_time_until_it_is_moved() {
        let (clock, computer) = clock(3600);
        *computer.lock().unwrap() += TimeDelta::seconds(24);
        shows(&clock, "2026-03-06T08:00:00Z");
        assert_eq!(clock.ahead(), TimeDelta::hours(24) - TimeDelta::seconds(24));
        clock.set_ahead(TimeDelta::zero());
        shows(&clock, "2026-03-05T08:00:24Z");
        *computer.lock().unwrap() += TimeDelta::seconds(1);
        shows(&clock, "2026-03-05T09:00:24Z");
    }

    #[test]
    fn the_time_never_goes_back_unless_it_is_moved() {
        let (clock, computer) = clock(1);
        clock.set_ahead(TimeDelta::days(1));
        shows(&clock, "2026-03-06T08:00:00Z");
        *computer.lock().unwrap() -= TimeDelta::hours(3);
        shows(&clock, "2026-03-06T08:00:00Z");
        clock.set_ahead(TimeDelta::zero());
        shows(&clock, "2026-03-05T05:00:00Z");
    }

    #[test]
    fn a_clock_that_waits_reports_that_it_is_ahead() {
        let (clock, computer) = clock(1);
        shows(&clock, "2026-03-05T08:00:00Z");
        *computer.lock().unwrap() -= TimeDelta::seconds(2);
        assert_eq!(clock.ahead(), TimeDelta::zero(), "within the tolerance");
        *computer.lock().unwrap() -= TimeDelta::hours(3) - TimeDelta::seconds(2);
        assert_eq!(clock.ahead(), TimeDelta::hours(3));
        assert_eq!(clock.offset(), TimeDelta::zero());
        *computer.lock().unwrap() += TimeDelta::hours(2);
        shows(&clock, "2026-03-05T08:00:00Z");
        assert_eq!(clock.ahead(), TimeDelta::hours(1));
        *computer.lock().unwrap() += TimeDelta::hours(2);
        shows(&clock, "2026-03-05T09:00:00Z");
        assert_eq!(clock.ahead(), TimeDelta::zero());
    }

    #[test]
    fn a_speed_is_from_1_to_100000() {
        for (speed, fits) in [(0, false), (1, true), (100_000, true), (100_001, false)] {
            assert_eq!(Speed::new(speed).is_some(), fits, "{speed}");
        }
    }
}
