//! Turns a typed phone number into the digits that Nova Post accepts, or names the first problem.

mod judge;
mod plan;
mod reading;
mod typed;

use serde::Serialize;
use ts_rs::TS;

use typed::Typed;

pub use crate::model::Region;

/// Digits with the country code and without `+` [NP-spec: POST /test-api-keys]. Only [`check`] can
/// make them, so no unchecked text can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(transparent)]
pub struct SandboxDigits(String);

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
    /// No country has this calling code, or there is neither a calling code nor a chosen country.
    UnknownCountryCode,
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
/// A text of more than 64 characters is [`Verdict::NotANumber`]; its length doesn't affect the time.
/// After `+` or `00`, `country` only affects the message.
///
/// A number is possible if it is as long as a mobile or fixed-line number of its country.
/// [`Verdict::TooShort`] names no country while the calling code is incomplete. Neither it nor
/// [`Verdict::TooLong`] names one for international codes such as `+800`. An incomplete number is
/// [`Verdict::Ukraine`] as soon as its calling code is.
#[must_use]
pub fn check(input: &str, country: Option<Region>) -> Verdict {
    match Typed::read(input) {
        Typed::Nothing => Verdict::Empty,
        Typed::NotANumber => Verdict::NotANumber,
        Typed::Number(number) => match judge::judge(&number, country) {
            // Removing the extension would not help, so the country is reported first.
            Verdict::Ukraine => Verdict::Ukraine,
            _ if number.extension => Verdict::Extension,
            verdict => verdict,
        },
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
