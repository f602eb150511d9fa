//! How practice's time may be moved.

use chrono::{DateTime, Months, TimeDelta, Utc};

use super::Period;

/// A move of practice's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// On from what it shows now. A negative one goes back.
    Ahead(TimeDelta),
    /// On from what it shows now by so many months of the calendar.
    Months(u32),
    /// To where it is so much ahead of the computer's.
    BeAhead(Period),
    /// To this time.
    To(DateTime<Utc>),
    /// Back to the computer's own.
    Now,
}

/// Practice's time stays within 20 years of the computer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFar;

impl Move {
    /// How far ahead of the computer's time practice's is after this move: `computer` is what the
    /// computer shows, `shown` what practice shows.
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
            (computer.checked_sub_months(FURTHEST), computer.checked_add_months(FURTHEST));
        let within = first.is_none_or(|first| first <= to) && last.is_none_or(|last| to <= last);
        if within { Ok(to - computer) } else { Err(TooFar) }
    }
}

const FURTHEST: Months = Months::new(20 * 12);
