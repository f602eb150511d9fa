//! Turns a typed phone number into the digits that Nova Post accepts, or names the first problem.

mod characters;
mod decision;
mod doubt;
mod gap;
mod judge;
mod parts;
mod pasted;
mod plan;
mod reading;
mod spreadsheet;
mod words;

use serde::Serialize;
use ts_rs::TS;

use pasted::Pasted;

pub use crate::model::Region;

/// Digits with the country code and without `+` [NP-spec: POST /test-api-keys]. Only [`check`] can
/// make them, so no unchecked text can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(transparent)]
pub struct SandboxDigits(String);

/// Whether a text has as many digits as a phone number. Such a text is kept out of what is made for others, or for
/// ever.
#[must_use]
pub fn may_hold_number(text: &str) -> bool {
    const FEWEST_DIGITS: usize = 9;
    text.chars().filter(|sign| sign.is_numeric()).count() >= FEWEST_DIGITS
}

/// A number that can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhoneNumber {
    /// The digits to send.
    pub digits: SandboxDigits,
    /// The international spelling for display: `+49 821 3437654`.
    pub international: String,
    /// The country of the number. `None` for numbers of no country (`+800`) and for numbers that the
    /// numbering plan does not have.
    pub region: Option<Region>,
}

/// The result of checking a typed phone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Verdict {
    /// Nothing was typed.
    Empty,
    /// The number can be sent.
    Ready {
        /// The number.
        number: PhoneNumber,
    },
    /// The number has a possible length, but the numbering plan doesn't have it. The app sends it
    /// only after the person has confirmed it.
    Unassigned {
        /// The number.
        number: PhoneNumber,
    },
    /// The number is written as Ukrainians write a mobile number, and the digits have another meaning in
    /// the chosen country. The person has to say which number it is.
    MaybeUkraine {
        /// The number in the chosen country, to send after the person has confirmed it; `None` if the
        /// country has no such number.
        number: Option<PhoneNumber>,
        /// The Ukrainian number in its international spelling.
        ukrainian: String,
    },
    /// The number is written with a prefix that is no longer dialled. The app sends the number without
    /// it only after the person has confirmed it.
    OldPrefix {
        /// The number without the prefix.
        number: PhoneNumber,
        /// The prefix: `1`.
        dropped: String,
    },
    /// There are words that no list of words for phone numbers has. The app sends the number only after
    /// the person has confirmed it.
    UnknownWords {
        /// The number.
        number: PhoneNumber,
    },
    /// There are several numbers. The person chooses one.
    Several {
        /// The numbers as texts that can be checked in place of what was typed: in their international
        /// spelling where they have one.
        numbers: Vec<String>,
    },
    /// A spreadsheet has cut off digits of the number: `4,98213E+11`.
    CutOff,
    /// Digits are missing.
    TooShort {
        /// The country whose plan was used.
        region: Option<Region>,
        /// The minimum number of missing digits.
        missing: u8,
    },
    /// There are too many digits.
    TooLong {
        /// The country whose plan was used.
        region: Option<Region>,
        /// The minimum number of surplus digits.
        extra: u8,
    },
    /// No country has this calling code.
    UnknownCountryCode,
    /// Neither a plus nor a chosen country says where the number belongs. The person is asked.
    NoCountry {
        /// The number that the digits are if they begin with a calling code; `None` if they are none.
        /// It is never sent without a choice.
        abroad: Option<PhoneNumber>,
    },
    /// The text is not a phone number.
    NotANumber,
    /// The number has an extension, which Nova Post doesn't accept.
    Extension,
    /// A Ukrainian number. The sandbox does not support +380 [NP-spec: POST /test-api-keys].
    Ukraine,
}

/// A country in the window's list of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Country {
    /// The ISO 3166-1 alpha-2 code. The window gets the country's name from it.
    pub region: Region,
    /// The calling code without `+`: 49.
    pub calling_code: u16,
}

/// Checks a typed number. `country` is the country that is chosen beside the input.
///
/// Words and signs around the number are ignored, and so are invisible characters and the decimals of
/// a spreadsheet. A text of more than 200 characters is [`Verdict::NotANumber`]; its length doesn't
/// affect the time.
/// After `+` or `00`, `country` only affects the message.
///
/// A number is possible if it is as long as a mobile or fixed-line number of its country.
/// [`Verdict::TooShort`] names no country while the calling code is incomplete. Neither it nor
/// [`Verdict::TooLong`] names one for international codes such as `+800`. An incomplete number is
/// [`Verdict::Ukraine`] as soon as its calling code is.
///
/// With neither a plus nor a `country`, only digits that can hardly be dialled inside a country are read
/// as an international number. Others are [`Verdict::NoCountry`], and not a number of whichever country
/// has the first digits as its calling code.
#[must_use]
pub fn check(input: &str, country: Option<Region>) -> Verdict {
    match Pasted::read(input) {
        Pasted::Nothing => Verdict::Empty,
        Pasted::NotANumber => Verdict::NotANumber,
        Pasted::CutOff => Verdict::CutOff,
        Pasted::Text(text) => decision::decide(&text, country),
    }
}

impl Verdict {
    /// The number to send. `second_look`: the person has confirmed a number that needs it.
    #[must_use]
    pub fn sendable(self, second_look: bool) -> Option<PhoneNumber> {
        match self {
            Self::Ready { number } => Some(number),
            Self::Unassigned { number }
            | Self::OldPrefix { number, .. }
            | Self::UnknownWords { number }
            | Self::MaybeUkraine { number: Some(number), .. }
                if second_look =>
            {
                Some(number)
            }
            _ => None,
        }
    }
}

/// All countries with a numbering plan, sorted by region code. Countries that share a calling code
/// are listed separately.
#[must_use]
pub fn countries() -> Vec<Country> {
    plan::countries()
}

impl SandboxDigits {
    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
