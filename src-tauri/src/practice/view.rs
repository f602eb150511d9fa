//! The data that commands about practice take and return.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use keydesk_core::model::Failure;
use keydesk_core::phone::Verdict;
use keydesk_practice::{ChangeError, Move, Number, NumberRefused, Plays, Shift};

/// A phone number that practice knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PracticeNumber {
    /// Digits with the calling code, without `+`.
    pub(crate) digits: String,
    /// The name of the outcome that a request for this number simulates. The catalogs have a sentence
    /// for each.
    pub(crate) plays: String,
    /// Whether the presenter added it, and may remove it.
    pub(crate) own: bool,
}

impl From<Number> for PracticeNumber {
    fn from(Number { digits, plays, own }: Number) -> Self {
        Self { digits, plays: plays.name().to_owned(), own }
    }
}

/// The outcome that a request for a number simulates, by its name.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub(crate) struct SimulatedOutcome(pub(crate) Plays);

/// The result of adding a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NumberAdded {
    /// The number was added.
    Added,
    /// It can't be a phone number.
    NotAPhone,
    /// A number of Ukraine (+380), for which there are no test keys
    /// [NP-spec: POST /test-api-keys].
    Ukraine,
    /// Practice has this number from the start.
    InTheBook,
    /// It was added before.
    AddedAlready,
    /// Practice takes no more numbers.
    TooMany,
}

impl NumberAdded {
    /// The digits to add, or why the number can't be added.
    pub(crate) fn digits(verdict: Verdict) -> Result<String, Self> {
        match verdict {
            Verdict::Ukraine => Err(Self::Ukraine),
            // A number of practice is sent nowhere: it needs no second look.
            verdict => match verdict.sendable(true) {
                Some(number) => Ok(number.digits.as_str().to_owned()),
                None => Err(Self::NotAPhone),
            },
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

/// The time in practice, compared with the computer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PracticeTime {
    /// Milliseconds that practice is ahead, rounded to seconds. 0 if it was not moved.
    pub(crate) ahead: i64,
}

impl From<Shift> for PracticeTime {
    fn from(shift: Shift) -> Self {
        let rounded = shift.ahead + TimeDelta::milliseconds(500);
        Self { ahead: rounded.num_milliseconds().div_euclid(1000) * 1000 }
    }
}

/// A move of the time in practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "to", rename_all = "snake_case")]
pub(crate) enum TimeMove {
    /// Forward by days.
    Days { days: u16 },
    /// Forward by months of the calendar.
    Months { months: u16 },
    /// To this moment.
    Moment { at: DateTime<Utc> },
    /// To the computer's time.
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

/// Separates a refusal by the practice server from a change that it could not write to the disk.
pub(crate) fn saved<R>(changed: Result<(), ChangeError<R>>) -> Result<Result<(), R>, Failure> {
    match changed {
        Ok(()) => Ok(Ok(())),
        Err(ChangeError::Refused(refusal)) => Ok(Err(refusal)),
        Err(ChangeError::NotKept(error)) => {
            tracing::error!(%error, "the practice server could not save its state");
            Err(Failure::StoreUnwritable)
        }
    }
}
