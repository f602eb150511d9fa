//! What a person typed → the digits Nova Post takes, or the one thing that is wrong.

mod judge;
mod plan;
mod reading;
mod typed;

use serde::Serialize;
use ts_rs::TS;

use typed::Typed;

pub use crate::model::Region;

/// Digits with the country code and without `+`, as `POST test-api-keys` takes them (spec).
/// Only [`check`] makes it, so nothing unchecked can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(transparent)]
pub struct SandboxDigits(String);

/// A number that can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhoneNumber {
    /// Exactly what will be sent.
    pub digits: SandboxDigits,
    /// The international spelling, for reading: `+49 821 3437654`.
    pub international: String,
    /// Where the number belongs, where the plan says so (`+800` belongs nowhere).
    pub region: Option<Region>,
}

/// The one thing to say about what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Verdict {
    /// Nothing was typed.
    Empty,
    /// It can be sent.
    Ready {
        /// The number.
        number: PhoneNumber,
    },
    /// Possible, but the numbering plan doesn't know it: it may be sent after a second look.
    Unassigned {
        /// The number.
        number: PhoneNumber,
    },
    /// Digits are missing.
    TooShort {
        /// For this country.
        region: Option<Region>,
        /// So many at least.
        missing: u8,
    },
    /// There are digits too many.
    TooLong {
        /// For this country.
        region: Option<Region>,
        /// So many at least.
        extra: u8,
    },
    /// No country has this code, or there is neither a code nor a chosen country.
    UnknownCountryCode,
    /// Not a phone number at all.
    NotANumber,
    /// A number with an extension, which Nova Post doesn't take.
    Extension,
    /// A number of Ukraine: there is another way to a key (spec: +380 is not supported).
    Ukraine,
}

/// A country that the window's list offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Country {
    /// ISO 3166-1 alpha-2; the window knows its name in every language.
    pub region: Region,
    /// Its calling code: 49.
    pub calling_code: u16,
}

/// Judges what was typed, with the country that is chosen beside it.
///
/// More than 64 characters are [`Verdict::NotANumber`], whatever they are, in constant time.
/// With `+` or `00` the country only matters for the message.
///
/// A number is possible if it is as long as a mobile phone or a line of its country. Too short
/// names no country while the calling code itself is incomplete, and neither does a length of
/// the world's own codes (`+800`). An unfinished number is Ukraine's as soon as its code is.
#[must_use]
pub fn check(input: &str, country: Option<Region>) -> Verdict {
    match Typed::read(input) {
        Typed::Nothing => Verdict::Empty,
        Typed::NotANumber => Verdict::NotANumber,
        Typed::Number(number) => match judge::judge(&number, country) {
            // Without its extension it would still be Ukrainian: say so at once.
            Verdict::Ukraine => Verdict::Ukraine,
            _ if number.extension => Verdict::Extension,
            verdict => verdict,
        },
    }
}

/// All countries with a numbering plan, by region code. Countries that share a calling code
/// are all in it.
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
