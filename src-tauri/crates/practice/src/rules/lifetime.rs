//! From when to when a key is good that somebody describes with some of its dates or none.

use chrono::{DateTime, Datelike, Utc};

use super::ClientRefused;
use super::key::{a_year_and_days_before, a_year_on, to_the_second};

/// When a key begins that is put in at `now`, and when it ends, both to the second. Without dates it
/// is as if it was just made; one that has ended and doesn't say when it began did so a year before.
pub(super) fn lifetime(
    created_at: Option<DateTime<Utc>>,
    exp_date: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(DateTime<Utc>, DateTime<Utc>), ClientRefused> {
    let dates = [created_at, exp_date];
    if !dates.iter().flatten().all(|&date| is_in_reach(date)) {
        return Err(ClientRefused::DatesFar);
    }
    let a_year_before = |end| a_year_and_days_before(end, 0).max(DateTime::UNIX_EPOCH);
    let ended = exp_date.filter(|&end| end < now);
    let begins = created_at.or(ended.map(a_year_before)).unwrap_or(now);
    let (begins, ends) = a_year_on(begins);
    let ends = exp_date.map_or(ends, to_the_second);
    if begins <= ends { Ok((begins, ends)) } else { Err(ClientRefused::DatesTurned) }
}

/// Whether a date can be shown and written everywhere, with a year of four digits.
pub(super) fn is_in_reach(date: DateTime<Utc>) -> bool {
    (1970..=9999).contains(&date.year())
}
