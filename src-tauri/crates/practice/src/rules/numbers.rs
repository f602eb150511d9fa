//! Numbers that somebody adds to the phone book, and what they play.

use serde::{Deserialize, Serialize};

use super::World;
use super::test_keys::{UKRAINE, is_phone};
use crate::phone_book::{Plays, part_of};

/// A number of somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnNumber {
    pub(crate) digits: String,
    pub(crate) plays: Plays,
}

/// Why a number isn't added to the phone book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberRefused {
    /// Not 7 to 15 digits with a country code.
    NotAPhone,
    /// Begins with 380: test keys aren't made for numbers of Ukraine.
    Ukrainian,
    /// The book itself has it.
    InTheBook,
    /// Added already. To play something else it has to be removed first.
    AddedAlready,
    /// There are as many as there may be.
    TooMany,
}

/// Why a number isn't removed from the phone book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberStays {
    /// The book itself has it.
    InTheBook,
    /// Nobody added it.
    Unknown,
}

impl NumberRefused {
    /// In words, for whoever wrote it.
    pub(crate) fn reason(self) -> String {
        match self {
            Self::NotAPhone => "not 7 to 15 digits with a country code".to_owned(),
            Self::Ukrainian => "a number of Ukraine".to_owned(),
            Self::InTheBook => "the phone book has this number".to_owned(),
            Self::AddedAlready => "the number stands there twice".to_owned(),
            Self::TooMany => format!("more than {MOST_NUMBERS} numbers"),
        }
    }
}

impl World {
    /// The added numbers, in that order.
    pub(crate) fn own_numbers(&self) -> &[OwnNumber] {
        &self.numbers
    }

    /// Adds a number. It plays this part as if it had never asked before.
    pub(crate) fn add_number(&mut self, digits: &str, plays: Plays) -> Result<(), NumberRefused> {
        self.may_add_number(digits)?;
        self.sandbox.keys.remove(digits);
        self.numbers.push(OwnNumber { digits: digits.to_owned(), plays });
        self.revision += 1;
        Ok(())
    }

    pub(super) fn may_add_number(&self, digits: &str) -> Result<(), NumberRefused> {
        if !is_phone(digits) {
            return Err(NumberRefused::NotAPhone);
        }
        if digits.starts_with(UKRAINE) {
            return Err(NumberRefused::Ukrainian);
        }
        if part_of(digits).is_some() {
            return Err(NumberRefused::InTheBook);
        }
        if self.own_part_of(digits).is_some() {
            return Err(NumberRefused::AddedAlready);
        }
        if self.numbers.len() >= MOST_NUMBERS {
            return Err(NumberRefused::TooMany);
        }
        Ok(())
    }

    /// Removes an added number, and its client with it.
    pub(crate) fn remove_number(&mut self, digits: &str) -> Result<(), NumberStays> {
        let Some(place) = self.numbers.iter().position(|own| own.digits == digits) else {
            let known = part_of(digits).is_some();
            return Err(if known { NumberStays::InTheBook } else { NumberStays::Unknown });
        };
        self.numbers.remove(place);
        self.sandbox.keys.remove(digits);
        self.revision += 1;
        Ok(())
    }

    pub(super) fn own_part_of(&self, digits: &str) -> Option<Plays> {
        self.numbers.iter().find(|own| own.digits == digits).map(|own| own.plays)
    }
}

const MOST_NUMBERS: usize = 1_000;
