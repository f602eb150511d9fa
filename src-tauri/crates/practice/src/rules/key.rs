//! The life of a test key: created, extended, expired, reactivated, deleted
//! [NP-spec: POST /test-api-keys].
//!
//! Its status follows from its dates and the time. No task has to run for a key to expire.

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
    /// 40 hex digits [NP-spec: POST /test-api-keys].
    pub(crate) code: Secret,
    /// The `ref` of its tokens. It identifies the key without revealing it.
    pub(crate) reference: Uuid,
    /// The id in the address of the key's page. It differs from the reference: otherwise a token would
    /// lead to the key. State files before version 3 don't have it.
    #[serde(default)]
    pub(crate) page: Uuid,
    /// To the second.
    pub(crate) created_at: DateTime<Utc>,
    /// The last second of its last day, as in the example [NP-spec: POST /test-api-keys].
    pub(crate) expires_at: DateTime<Utc>,
    /// The day, in UTC, on which the key was last created, extended or reactivated.
    granted_on: NaiveDate,
}

/// The status of a key at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TestKeyStatus {
    Active,
    Expired,
    /// Deleted, more than 90 days after it expired [NP-spec: POST /test-api-keys].
    CleanedUp,
}

/// What a request changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grant {
    Created,
    Same,
    Extended,
    Reactivated,
}

impl Key {
    /// The key that a request at `now` gets [NP-spec: POST /test-api-keys]: the same one if it was
    /// granted today, one year longer if it was granted on another day or has expired, or a new one.
    pub(crate) fn grant(
        before: Option<Self>,
        now: DateTime<Utc>,
        rng: &mut impl CryptoRng,
    ) -> (Self, Grant) {
        let Some(key) = before else {
            return (Self::create(now, rng), Grant::Created);
        };
        match key.status(now) {
            TestKeyStatus::Active if now.date_naive() <= key.granted_on => (key, Grant::Same),
            TestKeyStatus::Active => (key.extended(now), Grant::Extended),
            TestKeyStatus::Expired => (key.extended(now), Grant::Reactivated),
            TestKeyStatus::CleanedUp => (Self::create(now, rng), Grant::Created),
        }
    }

    /// A key created at `now`. It expires at the end of the same date one year later.
    pub(crate) fn create(now: DateTime<Utc>, rng: &mut impl CryptoRng) -> Self {
        let (created_at, expires_at) = validity_from(now);
        Self {
            code: Secret::random::<20>(rng),
            reference: random_id(rng),
            page: random_id(rng),
            created_at,
            expires_at,
            granted_on: now.date_naive(),
        }
    }

    /// The status at `now`.
    pub(crate) fn status(&self, now: DateTime<Utc>) -> TestKeyStatus {
        if now <= self.expires_at {
            TestKeyStatus::Active
        } else if now - self.expires_at <= DELETED_AFTER {
            TestKeyStatus::Expired
        } else {
            TestKeyStatus::CleanedUp
        }
    }

    fn extended(self, now: DateTime<Utc>) -> Self {
        let expires_at = self.expires_at.checked_add_months(YEAR).unwrap_or(self.expires_at);
        Self { expires_at, granted_on: now.date_naive(), ..self }
    }
}

/// The creation time, to the second, and the expiry of a key created at `now`.
pub(super) fn validity_from(now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    (to_the_second(now), a_year_after(now.date_naive()).and_time(END_OF_DAY).and_utc())
}

/// A time without the fraction of a second.
pub(super) fn to_the_second(time: DateTime<Utc>) -> DateTime<Utc> {
    time.trunc_subsecs(0)
}

pub(crate) fn days_before(now: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    now.checked_sub_days(Days::new(days)).unwrap_or(now)
}

pub(crate) fn a_year_and_days_before(now: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    days_before(now, days).checked_sub_months(YEAR).unwrap_or(now)
}

fn a_year_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(YEAR).unwrap_or(day)
}

const YEAR: Months = Months::new(12);
const DELETED_AFTER: TimeDelta = TimeDelta::days(90);
const END_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
