//! The validity of a key from a seed, where dates can be missing.

use chrono::{DateTime, Datelike, Utc};

use super::clients::ClientRefused;
use super::key::{a_year_and_days_before, to_the_second, validity_from};

/// The creation time and the expiry, both to the second, of a key that is added at `now`. Without
/// dates the key is created at `now`. An expired key without a creation time was created one year
/// before its expiry.
pub(super) fn lifetime(
    created_at: Option<DateTime<Utc>>,
    exp_date: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(DateTime<Utc>, DateTime<Utc>), ClientRefused> {
    let dates = [created_at, exp_date];
    if !dates.iter().flatten().all(|&date| is_supported(date)) {
        return Err(ClientRefused::DatesFar);
    }
    let a_year_before = |end| a_year_and_days_before(end, 0).max(DateTime::UNIX_EPOCH);
    let ended = exp_date.filter(|&end| end < now);
    let created_at = created_at.or(ended.map(a_year_before)).unwrap_or(now);
    let (created_at, expires_at) = validity_from(created_at);
    let expires_at = exp_date.map_or(expires_at, to_the_second);
    if created_at <= expires_at {
        Ok((created_at, expires_at))
    } else {
        Err(ClientRefused::DatesTurned)
    }
}

/// Whether every format in use can express a date: its year has four digits.
pub(super) fn is_supported(date: DateTime<Utc>) -> bool {
    (1970..=9999).contains(&date.year())
}
