//! Numbers that a person adds to the phone book.

use serde::{Deserialize, Serialize};

use super::World;
use super::test_keys::{UKRAINE, is_phone};
use crate::phone_book::{Plays, plays_of};

/// An added number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnNumber {
    pub(crate) digits: String,
    pub(crate) plays: Plays,
}

/// Why a number wasn't added to the phone book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberRefused {
    /// Not 7 to 15 digits with a country code.
    NotAPhone,
    /// Begins with 380. Numbers of Ukraine get no test keys.
    Ukrainian,
    /// The number is built in.
    InTheBook,
    /// The number was added before. It has to be removed before it can get another outcome.
    AddedAlready,
    /// The maximum number of entries is reached.
    TooMany,
}

/// Why a number wasn't removed from the phone book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberStays {
    /// The number is built in.
    InTheBook,
    /// The number was never added.
    Unknown,
}

impl NumberRefused {
    /// The reason in words, for the author of a seed.
    pub(crate) fn reason(self) -> String {
        match self {
            Self::NotAPhone => "not 7 to 15 digits with a country code".to_owned(),
            Self::Ukrainian => "a number of Ukraine".to_owned(),
            Self::InTheBook => "the phone book has this number".to_owned(),
            Self::AddedAlready => "the number is listed twice".to_owned(),
            Self::TooMany => format!("more than {MAX_NUMBERS} numbers"),
        }
    }
}

impl World {
    /// The added numbers, in the order in which they were added.
    pub(crate) fn own_numbers(&self) -> &[OwnNumber] {
        &self.numbers
    }

    /// Adds a number and deletes the client that it may have.
    pub(crate) fn add_number(&mut self, digits: &str, plays: Plays) -> Result<(), NumberRefused> {
        self.check_number(digits)?;
        self.sandbox.keys.remove(digits);
        self.numbers.push(OwnNumber { digits: digits.to_owned(), plays });
        self.revision += 1;
        Ok(())
    }

    pub(super) fn check_number(&self, digits: &str) -> Result<(), NumberRefused> {
        if !is_phone(digits) {
            return Err(NumberRefused::NotAPhone);
        }
        if digits.starts_with(UKRAINE) {
            return Err(NumberRefused::Ukrainian);
        }
        if plays_of(digits).is_some() {
            return Err(NumberRefused::InTheBook);
        }
        if self.own_plays_of(digits).is_some() {
            return Err(NumberRefused::AddedAlready);
        }
        if self.numbers.len() >= MAX_NUMBERS {
            return Err(NumberRefused::TooMany);
        }
        Ok(())
    }

    /// Removes an added number and its client.
    pub(crate) fn remove_number(&mut self, digits: &str) -> Result<(), NumberStays> {
        let Some(index) = self.numbers.iter().position(|own| own.digits == digits) else {
            let known = plays_of(digits).is_some();
            return Err(if known { NumberStays::InTheBook } else { NumberStays::Unknown });
        };
        self.numbers.remove(index);
        self.sandbox.keys.remove(digits);
        self.revision += 1;
        Ok(())
    }

    pub(super) fn own_plays_of(&self, digits: &str) -> Option<Plays> {
        self.numbers.iter().find(|own| own.digits == digits).map(|own| own.plays)
    }
}

const MAX_NUMBERS: usize = 1_000;
