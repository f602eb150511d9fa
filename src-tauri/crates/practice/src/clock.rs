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

/// How many seconds pass in practice while one passes on the computer: 1 to 100,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed(u32);

impl Speed {
    /// The fastest.
    pub const MOST: u32 = 100_000;

    /// This many seconds a second; none if it is 0 or above [`Speed::MOST`].
    #[must_use]
    pub fn new(seconds: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&seconds).then_some(Self(seconds))
    }

    /// Seconds of practice in one of the computer's.
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

/// Practice's clock over the computer's: ahead of it, perhaps faster, and never going back but when
/// it is moved.
pub(crate) struct Hands {
    computer: Clock,
    speed: Speed,
    set: RwLock<Set>,
    /// The latest time that was shown, in microseconds since 1970.
    latest: AtomicI64,
}

/// How the hands were set, and when by the computer's clock.
struct Set {
    at: DateTime<Utc>,
    ahead: TimeDelta,
}

impl Hands {
    /// Hands that show the computer's time plus `ahead` at first, and then run as fast as they are
    /// told.
    pub(crate) fn new(computer: Clock, ahead: TimeDelta, speed: Speed) -> Self {
        let set = RwLock::new(Set { at: computer.now(), ahead });
        Self { computer, speed, set, latest: AtomicI64::new(i64::MIN) }
    }

    /// What practice shows.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let set = self.set.read().unwrap_or_else(PoisonError::into_inner);
        let shown = self.shown(&set, self.computer.now()).timestamp_micros();
        // Under the lock, so that a move can't be overtaken by what was shown before it.
        let latest = self.latest.fetch_max(shown, Ordering::AcqRel).max(shown);
        DateTime::from_timestamp_micros(latest).unwrap_or(LAST)
    }

    /// What the computer shows.
    pub(crate) fn computer(&self) -> DateTime<Utc> {
        self.computer.now()
    }

    /// How fast they run.
    pub(crate) fn speed(&self) -> Speed {
        self.speed
    }

    /// How far ahead of the computer is what practice shows. Zero unless it was moved, runs faster, or
    /// stands still because the computer's clock was set back.
    pub(crate) fn ahead(&self) -> TimeDelta {
        let set = self.set.read().unwrap_or_else(PoisonError::into_inner);
        // Before the computer is asked, so that only a clock that was set back can be behind it.
        let latest = self.latest.load(Ordering::Acquire);
        let computer = self.computer.now();
        let goes = self.shown(&set, computer);
        match DateTime::from_timestamp_micros(latest) {
            Some(stands) if stands - goes > UNNOTICED => stands - computer,
            _ => self.lead_in(&set, computer),
        }
    }

    /// How far ahead they are set, whether they stand still or not: what is kept.
    pub(crate) fn lead(&self) -> TimeDelta {
        let set = self.set.read().unwrap_or_else(PoisonError::into_inner);
        self.lead_in(&set, self.computer.now())
    }

    /// Sets the hands anew; they go on as fast as before.
    pub(crate) fn set_ahead(&self, ahead: TimeDelta) {
        let mut set = self.set.write().unwrap_or_else(PoisonError::into_inner);
        *set = Set { at: self.computer.now(), ahead };
        self.latest.store(i64::MIN, Ordering::Relaxed);
    }

    fn lead_in(&self, set: &Set, computer: DateTime<Utc>) -> TimeDelta {
        if self.speed.0 == 1 { set.ahead } else { self.shown(set, computer) - computer }
    }

    fn shown(&self, set: &Set, computer: DateTime<Utc>) -> DateTime<Utc> {
        let faster = i32::try_from(self.speed.0 - 1).unwrap_or(i32::MAX);
        let gained = (computer - set.at).checked_mul(faster);
        let ahead = gained.and_then(|gained| set.ahead.checked_add(&gained));
        ahead.and_then(|ahead| computer.checked_add_signed(ahead)).unwrap_or(LAST).min(LAST)
    }
}

/// A computer that puts its clock right by seconds sets no time back that anybody would notice.
const UNNOTICED: TimeDelta = TimeDelta::minutes(1);

/// The end of the year 9999: later times have no place in a `Date` header.
const LAST: DateTime<Utc> = match DateTime::from_timestamp(253_402_300_799, 0) {
    Some(last) => last,
    None => DateTime::<Utc>::MAX_UTC,
};

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    fn hands(speed: u32) -> (Hands, Arc<Mutex<DateTime<Utc>>>) {
        let computer = Arc::new(Mutex::new("2026-03-05T08:00:00Z".parse().unwrap()));
        let shown = Arc::clone(&computer);
        let clock = Clock::new(move || *shown.lock().unwrap());
        (Hands::new(clock, TimeDelta::zero(), Speed::new(speed).unwrap()), computer)
    }

    fn shows(hands: &Hands, time: &str) {
        assert_eq!(hands.now(), time.parse::<DateTime<Utc>>().unwrap());
    }

    #[test]
    fn hands_that_were_never_moved_show_the_computers_time() {
        let (hands, computer) = hands(1);
        *computer.lock().unwrap() += TimeDelta::hours(5);
        shows(&hands, "2026-03-05T13:00:00Z");
        assert_eq!(hands.ahead(), TimeDelta::zero());
    }

    #[test]
    fn moved_hands_go_on_as_far_ahead() {
        let (hands, computer) = hands(1);
        hands.set_ahead(TimeDelta::days(40));
        *computer.lock().unwrap() += TimeDelta::hours(1);
        shows(&hands, "2026-04-14T09:00:00Z");
        assert_eq!(hands.ahead(), TimeDelta::days(40));
    }

    #[test]
    fn fast_hands_gain_and_keep_what_they_gained() {
        let (hands, computer) = hands(3600);
        *computer.lock().unwrap() += TimeDelta::seconds(24);
        shows(&hands, "2026-03-06T08:00:00Z");
        assert_eq!(hands.ahead(), TimeDelta::hours(24) - TimeDelta::seconds(24));
        hands.set_ahead(TimeDelta::zero());
        shows(&hands, "2026-03-05T08:00:24Z");
        *computer.lock().unwrap() += TimeDelta::seconds(1);
        shows(&hands, "2026-03-05T09:00:24Z");
    }

    #[test]
    fn the_time_shown_never_goes_back_unless_it_is_moved() {
        let (hands, computer) = hands(1);
        hands.set_ahead(TimeDelta::days(1));
        shows(&hands, "2026-03-06T08:00:00Z");
        *computer.lock().unwrap() -= TimeDelta::hours(3);
        shows(&hands, "2026-03-06T08:00:00Z");
        hands.set_ahead(TimeDelta::zero());
        shows(&hands, "2026-03-05T05:00:00Z");
    }

    #[test]
    fn hands_that_stand_still_say_that_they_are_ahead() {
        let (hands, computer) = hands(1);
        shows(&hands, "2026-03-05T08:00:00Z");
        *computer.lock().unwrap() -= TimeDelta::seconds(2);
        assert_eq!(hands.ahead(), TimeDelta::zero(), "not worth a word");
        *computer.lock().unwrap() -= TimeDelta::hours(3) - TimeDelta::seconds(2);
        assert_eq!(hands.ahead(), TimeDelta::hours(3));
        assert_eq!(hands.lead(), TimeDelta::zero());
        *computer.lock().unwrap() += TimeDelta::hours(2);
        shows(&hands, "2026-03-05T08:00:00Z");
        assert_eq!(hands.ahead(), TimeDelta::hours(1));
        *computer.lock().unwrap() += TimeDelta::hours(2);
        shows(&hands, "2026-03-05T09:00:00Z");
        assert_eq!(hands.ahead(), TimeDelta::zero());
    }

    #[test]
    fn the_fastest_hands_stop_at_the_end_of_the_year_9999() {
        let (hands, computer) = hands(Speed::MOST);
        *computer.lock().unwrap() += TimeDelta::days(365);
        shows(&hands, "9999-12-31T23:59:59Z");
        *computer.lock().unwrap() = DateTime::<Utc>::MAX_UTC;
        shows(&hands, "9999-12-31T23:59:59Z");
    }

    #[test]
    fn a_speed_is_from_1_to_100000() {
        for (speed, fits) in [(0, false), (1, true), (100_000, true), (100_001, false)] {
            assert_eq!(Speed::new(speed).is_some(), fits, "{speed}");
        }
    }
}
