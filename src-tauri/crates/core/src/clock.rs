//! The current time: from the computer's clock, or from a clock that a test sets.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, FixedOffset, Local, NaiveDate, NaiveTime, Offset, TimeZone, Utc};

/// A source of the current time. Code asks it instead of the system, so that tests can set it.
pub trait Clock: Send + Sync + 'static {
    /// The current date and time, UTC. Can jump when somebody sets the computer's clock.
    fn now(&self) -> DateTime<Utc>;

    /// The time since a fixed moment. Never jumps back. May stop while the computer sleeps.
    fn elapsed(&self) -> Duration;

    /// The difference to UTC where the person is, at a moment. It is that of this computer's time zone.
    #[must_use]
    fn utc_offset(&self, moment: DateTime<Utc>) -> FixedOffset {
        Local.offset_from_utc_datetime(&moment.naive_utc()).fix()
    }

    /// The day of a moment in the person's calendar.
    #[must_use]
    fn day_of(&self, moment: DateTime<Utc>) -> NaiveDate {
        moment.with_timezone(&self.utc_offset(moment)).date_naive()
    }

    /// The days from today to the day of a moment: 0 for today, 1 for tomorrow, -1 for yesterday.
    #[must_use]
    fn days_until(&self, moment: DateTime<Utc>) -> i64 {
        (self.day_of(moment) - self.day_of(self.now())).num_days()
    }

    /// The start of the day that is this number of days after today: midnight where the person is. Where the
    /// clocks change at that midnight, it may be up to an hour away.
    #[must_use]
    fn midnight_in(&self, days: u32) -> DateTime<Utc> {
        let today = self.day_of(self.now());
        let day = today.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
        let as_if_utc = day.and_time(NaiveTime::MIN).and_utc();
        let near = as_if_utc - self.utc_offset(as_if_utc);
        as_if_utc - self.utc_offset(near)
    }
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

/// A clock for tests. Its time changes only when a test moves it. The person is where it is UTC, or at an offset
/// that a test sets.
#[derive(Debug)]
pub struct SetClock(Mutex<(DateTime<Utc>, Duration)>, FixedOffset);

impl SetClock {
    /// A clock that is stopped at `now`.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Mutex::new((now, Duration::ZERO)), Utc.fix())
    }

    /// The same clock where the difference to UTC is this.
    #[must_use]
    pub fn in_zone(self, offset: FixedOffset) -> Self {
        Self(self.0, offset)
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

    fn utc_offset(&self, _moment: DateTime<Utc>) -> FixedOffset {
        self.1
    }
}
