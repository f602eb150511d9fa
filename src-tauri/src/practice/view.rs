//! What the window gets to see of practice, and what it may ask.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::model::Failure;
use keydesk_core::phone::Verdict;
use keydesk_practice::{ChangeError, Move, Number, NumberRefused, Plays, Shift};

/// A number of the practice phone book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PracticeNumber {
    /// The digits.
    pub(crate) digits: String,
    /// What it plays; the catalogs have a sentence for each.
    pub(crate) plays: String,
    /// The presenter added it, and may remove it.
    pub(crate) own: bool,
}

impl From<Number> for PracticeNumber {
    fn from(Number { digits, plays, own }: Number) -> Self {
        Self { digits, plays: plays.name().to_owned(), own }
    }
}

/// What a number is to play: one of the parts of the phone book.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub(crate) struct Part(pub(crate) Plays);

/// What has come of adding a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NumberAdded {
    /// It plays its part from now on.
    Added,
    /// It can't be a phone number.
    NotAPhone,
    /// +380: test keys aren't made for numbers of Ukraine.
    Ukraine,
    /// The book itself has it, with a part of its own.
    InTheBook,
    /// It was added before.
    AddedAlready,
    /// There is no room for another one.
    TooMany,
}

impl NumberAdded {
    /// The digits that this judgement lets be added, or why there are none.
    pub(crate) fn digits(verdict: Verdict) -> Result<String, Self> {
        match verdict {
            Verdict::Ready { number } | Verdict::Unassigned { number } => {
                Ok(number.digits.as_str().to_owned())
            }
            Verdict::Ukraine => Err(Self::Ukraine),
            _ => Err(Self::NotAPhone),
        }
    }
}

impl From<NumberRefused> for NumberAdded {
    fn from(refused: NumberRefused) -> Self {
        match refused {
            NumberRefused::NotAPhone => Self::NotAPhone,
            NumberRefused::Ukrainian => Self::Ukraine,
            NumberRefused::InTheBook => Self::InTheBook,
            NumberRefused::AddedAlready => Self::AddedAlready,
            NumberRefused::TooMany => Self::TooMany,
        }
    }
}

/// How practice's time stands to the computer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PracticeTime {
    /// Milliseconds that practice is ahead, to the second; 0: it is now.
    pub(crate) ahead: i64,
}

impl From<Shift> for PracticeTime {
    fn from(shift: Shift) -> Self {
        let rounded = shift.ahead + TimeDelta::milliseconds(500);
        Self { ahead: rounded.num_milliseconds().div_euclid(1000) * 1000 }
    }
}

/// Where practice's time is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "to", rename_all = "snake_case")]
pub(crate) enum TimeMove {
    /// On by so many days.
    Days {
        /// How many.
        days: u16,
    },
    /// On by so many months of the calendar.
    Months {
        /// How many.
        months: u16,
    },
    /// To this moment.
    Moment {
        /// Which.
        at: DateTime<Utc>,
    },
    /// Back to the computer's own.
    Now,
}

impl From<TimeMove> for Move {
    fn from(to: TimeMove) -> Self {
        match to {
            TimeMove::Days { days } => Self::Ahead(TimeDelta::days(days.into())),
            TimeMove::Months { months } => Self::Months(months.into()),
            TimeMove::Moment { at } => Self::To(at),
            TimeMove::Now => Self::Now,
        }
    }
}

/// A change that practice could not write down is told of like any other.
pub(crate) fn refused<R>(changed: Result<(), ChangeError<R>>) -> Result<Result<(), R>, Failure> {
    match changed {
        Ok(()) => Ok(Ok(())),
        Err(ChangeError::Refused(why)) => Ok(Err(why)),
        Err(ChangeError::NotKept(error)) => {
            tracing::error!(%error, "practice");
            Err(Failure::StoreUnwritable)
        }
    }
}
