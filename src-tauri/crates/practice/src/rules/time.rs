//! How practice's time can be moved.

use chrono::{DateTime, Months, TimeDelta, Utc};

use super::Period;

/// A move of practice's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Forward from practice's current time. A negative value goes back.
    Ahead(TimeDelta),
    /// Forward from practice's current time by months of the calendar.
    Months(u32),
    /// To this period ahead of the computer's time.
    BeAhead(Period),
    /// To this time.
    To(DateTime<Utc>),
    /// Back to the computer's time.
    Now,
}

/// The new time is more than 20 years from the computer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFar;

impl Move {
    /// How far practice's time is ahead of the computer's after this move. `computer` is the
    /// computer's time, `shown` is practice's time.
    pub(crate) fn ahead(
        self,
        computer: DateTime<Utc>,
        shown: DateTime<Utc>,
    ) -> Result<TimeDelta, TooFar> {
        let to = match self {
            Self::Ahead(time) => shown.checked_add_signed(time),
            Self::Months(months) => shown.checked_add_months(Months::new(months)),
            Self::BeAhead(period) => period.after(computer),
            Self::To(time) => Some(time),
            Self::Now => Some(computer),
        };
        let to = to.ok_or(TooFar)?;
        let (first, last) =
            (computer.checked_sub_months(MAX_DISTANCE), computer.checked_add_months(MAX_DISTANCE));
        let within = first.is_none_or(|first| first <= to) && last.is_none_or(|last| to <= last);
        if within { Ok(to - computer) } else { Err(TooFar) }
    }
}

const MAX_DISTANCE: Months = Months::new(20 * 12);
