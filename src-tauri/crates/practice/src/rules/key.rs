//! One key's life: made, prolonged, expired, reactivated, cleaned up.
//!
//! Where a key stands follows from its dates and the time alone; nothing has to run for a key to
//! expire or to be cleaned up.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, SubsecRound, TimeDelta, Utc};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::secret::Secret;
use super::tokens::random_id;

/// A test key and its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Key {
    /// What the client is handed: 40 hex digits (seed, spec schema).
    pub(crate) code: Secret,
    /// Names the key in the `ref` of its tokens, without giving it away.
    pub(crate) reference: Uuid,
    /// Names the key in the address of its page. Not the reference: whoever has a token would find the
    /// key there. Nil in files of versions that knew no such name.
    #[serde(default)]
    pub(crate) page: Uuid,
    /// To the second.
    pub(crate) created_at: DateTime<Utc>,
    /// The last second of its last day (spec's example).
    pub(crate) expires_at: DateTime<Utc>,
    /// The day, in UTC, on which it was last made, prolonged or reactivated.
    granted_on: NaiveDate,
}

/// Where a key stands at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Active,
    Expired,
    /// Expired for more than 90 days, and deleted (spec).
    CleanedUp,
}

/// What a request did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grant {
    Created,
    Same,
    Prolonged,
    Reactivated,
}

impl Key {
    /// The key that a request at `now` gets (spec): the one before if it was granted today, a year
    /// longer if it was granted on another day or has expired, a new one if there is none.
    pub(crate) fn grant(
        before: Option<Self>,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> (Self, Grant) {
        let Some(key) = before else {
            return (Self::create(now, rng), Grant::Created);
        };
        match key.standing(now) {
            Standing::Active if now.date_naive() <= key.granted_on => (key, Grant::Same),
            Standing::Active => (key.a_year_longer(now), Grant::Prolonged),
            Standing::Expired => (key.a_year_longer(now), Grant::Reactivated),
            Standing::CleanedUp => (Self::create(now, rng), Grant::Created),
        }
    }

    /// A key made at `now`; it lives to the end of the same day a year on.
    pub(crate) fn create(now: DateTime<Utc>, rng: &mut impl CryptoRng) -> Self {
        let (created_at, expires_at) = a_year_on(now);
        Self {
            code: Secret::random::<20>(rng),
            reference: random_id(rng),
            page: random_id(rng),
            created_at,
            expires_at,
            granted_on: now.date_naive(),
        }
    }

    /// Where it stands at `now`.
    pub(crate) fn standing(&self, now: DateTime<Utc>) -> Standing {
        if now <= self.expires_at {
            Standing::Active
        } else if now - self.expires_at <= KEPT_AFTER_EXPIRY {
            Standing::Expired
        } else {
            Standing::CleanedUp
        }
    }

    fn a_year_longer(self, now: DateTime<Utc>) -> Self {
        let expires_at = self.expires_at.checked_add_months(YEAR).unwrap_or(self.expires_at);
        Self { expires_at, granted_on: now.date_naive(), ..self }
    }
}

/// When a key made at `now` begins, to the second, and when it ends: with the same day a year on.
pub(super) fn a_year_on(now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    (to_the_second(now), a_year_after(now.date_naive()).and_time(END_OF_DAY).and_utc())
}

/// A time without its fraction of a second.
pub(super) fn to_the_second(time: DateTime<Utc>) -> DateTime<Utc> {
    time.trunc_subsecs(0)
}

/// A time some days before `now`.
pub(crate) fn days_before(now: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    now.checked_sub_days(Days::new(days)).unwrap_or(now)
}

/// A time a year and some days before `now`.
pub(crate) fn a_year_and_days_before(now: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    days_before(now, days).checked_sub_months(YEAR).unwrap_or(now)
}

fn a_year_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(YEAR).unwrap_or(day)
}

const YEAR: Months = Months::new(12);
const KEPT_AFTER_EXPIRY: TimeDelta = TimeDelta::days(90);
const END_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
