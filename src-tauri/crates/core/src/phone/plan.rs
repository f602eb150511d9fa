//! The numbering plans: the country of a calling code and the lengths of its numbers.

use rlibphonenumber::interfaces::AsOriginal;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber as PlanNumber, Region as PlanRegion};

use super::{Country, Region};

/// The most digits after the calling code that the library accepts.
const LONGEST: usize = 17;

/// The most digits of a calling code.
const LONGEST_CODE: usize = 3;

/// Digits that are appended to find out whether a number may be incomplete.
const FILLERS: [&str; 3] = ["0", "2", "5"];

/// The numbering plan of one calling code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// The calling code without `+`: 49.
    pub(super) code: i32,
    /// The prefix for calls inside the country: `0`, `06`, `8`, or an empty text.
    pub(super) national_prefix: &'static str,
    /// The main country of the calling code. Others may share it.
    main: PlanRegion,
    /// The lengths of mobile numbers after the calling code.
    mobile: Lengths,
    /// The lengths of mobile and fixed-line numbers after the calling code.
    personal: Lengths,
}

/// The result of comparing the length of a number with its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The plan has numbers of this length.
    Possible,
    /// At least this many digits are missing.
    Short(u8),
    /// At least this many digits are surplus.
    Long(u8),
}

impl Plan {
    /// The plan of a calling code.
    pub(super) fn of_code(code: i32) -> Option<Self> {
        let main = PHONE_NUMBER_UTIL.get_region_for_country_code(code)?;
        let metadata =
            PHONE_NUMBER_UTIL.as_original().get_metadata_for_region_or_calling_code(code, main)?;
        let all = Lengths::of(&metadata.general_desc.original.possible_length);
        // In the library's metadata an empty list means all lengths, and -1 means none.
        let of_kind = |lengths: &[i32]| {
            if lengths.is_empty() { all } else { Lengths::of(lengths) }
        };
        let mobile = of_kind(&metadata.mobile.original.possible_length);
        let line = of_kind(&metadata.fixed_line.original.possible_length);
        // Pagers and services would make almost every length possible. In Poland they have 6 to 10
        // digits, and a person's number has 9.
        let personal = Some(mobile.or(line)).filter(|lengths| !lengths.is_empty()).unwrap_or(all);
        let national_prefix = metadata.original.national_prefix();
        Some(Self { code, national_prefix, main, mobile, personal })
    }

    /// The plan of a country.
    pub(super) fn of_region(region: PlanRegion) -> Option<Self> {
        Self::of_code(PHONE_NUMBER_UTIL.get_country_code_for_region(region)?)
    }

    /// The plan of an international number, and the digits after the calling code. No calling code is
    /// a prefix of another, so the first match is the right one.
    pub(super) fn split(digits: &str) -> Option<(Self, &str)> {
        (1..=LONGEST_CODE).find_map(|length| {
            let (code, rest) = digits.split_at_checked(length)?;
            Some((Self::of_code(code.parse().ok()?)?, rest))
        })
    }

    /// Whether a country uses this code.
    pub(super) fn covers(&self, region: PlanRegion) -> bool {
        PHONE_NUMBER_UTIL.get_country_code_for_region(region) == Some(self.code)
    }

    /// The country to name in a message: the chosen one if it uses this code, else the main one.
    pub(super) fn region(&self, chosen: Option<PlanRegion>) -> Option<Region> {
        from_plan(chosen.filter(|region| self.covers(*region)).unwrap_or(self.main))
    }

    /// The digits without the national prefix, if they begin with it.
    pub(super) fn without_prefix<'a>(&self, digits: &'a str) -> &'a str {
        digits.strip_prefix(self.national_prefix).unwrap_or(digits)
    }

    /// Compares digits that the plan doesn't have with its lengths. They have neither calling code nor
    /// national prefix.
    pub(super) fn fit(&self, national: &str) -> Fit {
        let missing = self.personal.up_from(national.len());
        let extra = self.personal.down_from(national.len());
        match (missing, extra) {
            (Some(0), _) => self.unfinished(national).map_or(Fit::Possible, short_of),
            (None, Some(extra)) => long_by(extra),
            (Some(_), Some(extra)) if self.has(&national[..national.len() - extra]) => {
                long_by(extra)
            }
            (Some(missing), _) => short_of(missing),
            (None, None) => Fit::Possible,
        }
    }

    /// The number of missing digits, if the number is too short for a mobile number, has the length of
    /// some fixed lines, and the plan has it with more digits.
    fn unfinished(&self, national: &str) -> Option<usize> {
        if self.mobile.has(national.len()) {
            return None;
        }
        (1..=LONGEST.saturating_sub(national.len()))
            .filter(|missing| self.personal.has(national.len() + missing))
            .find(|missing| {
                FILLERS
                    .iter()
                    .any(|filler| self.has(&format!("{national}{}", filler.repeat(*missing))))
            })
    }

    /// Whether a country with this code has the number.
    fn has(&self, national: &str) -> bool {
        let zeros = national.len() - national.trim_start_matches('0').len();
        national.parse().is_ok_and(|national_number| {
            PHONE_NUMBER_UTIL.is_valid_number(&PlanNumber {
                country_code: self.code,
                national_number,
                italian_leading_zero: Some(zeros > 0),
                number_of_leading_zeros: i32::try_from(zeros).ok(),
                ..PlanNumber::default()
            })
        })
    }
}

/// A set of lengths, with one bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lengths(u32);

impl Lengths {
    fn of(lengths: &[i32]) -> Self {
        let lengths = lengths.iter().filter_map(|length| usize::try_from(*length).ok());
        Self(lengths.filter(|length| *length <= LONGEST).fold(0, |bits, length| bits | 1 << length))
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn has(self, length: usize) -> bool {
        length <= LONGEST && self.0 >> length & 1 == 1
    }

    /// The distance to the smallest length in the set that is at least `length`.
    fn up_from(self, length: usize) -> Option<usize> {
        (length..=LONGEST).position(|longer| self.has(longer))
    }

    /// The distance to the largest length in the set that is at most `length`.
    fn down_from(self, length: usize) -> Option<usize> {
        (0..=length).rev().position(|shorter| self.has(shorter))
    }
}

/// The minimum number of missing digits after an incomplete calling code, or `None` if no calling
/// code begins with these digits.
pub(super) fn missing_behind(beginning: &str) -> Option<u8> {
    if beginning.len() >= LONGEST_CODE {
        return None;
    }
    PHONE_NUMBER_UTIL
        .get_supported_calling_codes()
        .filter_map(|code| {
            let rest = code.to_string().strip_prefix(beginning)?.len();
            Some(rest + Plan::of_code(code)?.personal.up_from(0)?)
        })
        .min()
        .map(small)
}

/// All countries with a numbering plan, sorted by region code.
pub(super) fn countries() -> Vec<Country> {
    let mut countries: Vec<_> = PHONE_NUMBER_UTIL
        .get_supported_regions()
        .filter_map(|region| {
            let code = PHONE_NUMBER_UTIL.get_country_code_for_region(region)?;
            Some(Country { region: from_plan(region)?, calling_code: u16::try_from(code).ok()? })
        })
        .collect();
    countries.sort_unstable_by_key(|country| country.region);
    countries
}

/// The library's region for a country, if it has a plan for it.
pub(super) fn to_plan(region: Region) -> Option<PlanRegion> {
    PlanRegion::from_code(region.as_str())
        .ok()
        .filter(|region| PHONE_NUMBER_UTIL.get_country_code_for_region(*region).is_some())
}

/// The [`Region`] of a library region, or `None` for international codes such as `+800`.
pub(super) fn from_plan(region: PlanRegion) -> Option<Region> {
    Region::try_from(region.as_region_str().as_str().to_owned()).ok()
}

fn short_of(missing: usize) -> Fit {
    Fit::Short(small(missing))
}

fn long_by(extra: usize) -> Fit {
    Fit::Long(small(extra))
}

fn small(digits: usize) -> u8 {
    u8::try_from(digits).unwrap_or(u8::MAX)
}
