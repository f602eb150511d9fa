//! Numbers that fit a numbering plan but may mean another number. The person is asked.

use rlibphonenumber::{PhoneNumberType, Region as PlanRegion};

use super::Verdict;
use super::parts::Part;
use super::reading::Reading;

/// The groups in which Ukrainians write a mobile number: `067 123 45 67`.
const UKRAINIAN_GROUPS: [usize; 4] = [3, 3, 2, 2];

/// The digits of a Ukrainian mobile number with its zero.
const UKRAINIAN_LENGTH: usize = 10;

/// The calling code of the United States, Canada and others.
const AMERICA: i32 = 1;

/// The calling code of Mexico.
const MEXICO: &str = "52";

/// The prefixes that were dialled before Mexican numbers until 2019: `1` after the calling code, the
/// others inside the country.
const OLD_PREFIXES: [&str; 4] = ["1", "01", "044", "045"];

/// Digits after the calling code of Mexico.
const MEXICAN_LENGTH: usize = 10;

/// With fewer digits, a number without a plus may be one that is dialled inside a country.
const SHORTEST_ABROAD: usize = 11;

/// No number that is dialled inside a country has so many digits.
const LONGER_THAN_INSIDE: usize = 12;

/// Countries of Nova Post whose mobile numbers have [`SHORTEST_ABROAD`] digits without the zero before
/// them: `151 23456789` would be a number of Texas.
const LONG_MOBILE: [PlanRegion; 2] = [PlanRegion::DE, PlanRegion::AT];

/// The verdict about a number without a chosen country, or the question in which country it is. Digits
/// after a plus or `00` begin with a calling code, and so do digits that are too many for a number
/// inside a country.
pub(super) fn ask_for_country(verdict: Verdict, typed: &Part) -> Verdict {
    let digits = typed.digits.as_str();
    if typed.plus || digits.starts_with("00") {
        return verdict;
    }
    let is_certain = match &verdict {
        Verdict::OldPrefix { .. } => true,
        Verdict::Ready { .. } => digits.len() >= SHORTEST_ABROAD && !is_mobile_inside(digits),
        _ => digits.len() >= LONGER_THAN_INSIDE && !digits.starts_with('0'),
    };
    match verdict {
        verdict if is_certain => verdict,
        Verdict::Ready { number } => Verdict::NoCountry { abroad: Some(number) },
        _ => Verdict::NoCountry { abroad: None },
    }
}

/// Whether the digits are a mobile number inside a country with long ones.
fn is_mobile_inside(digits: &str) -> bool {
    digits.len() == SHORTEST_ABROAD
        && LONG_MOBILE.into_iter().any(|region| {
            let inside = Reading::national(digits, region);
            inside.kind() == PhoneNumberType::Mobile
                && inside.national_length() == Some(SHORTEST_ABROAD)
        })
}

/// The verdict about a number inside the chosen country, or the question whether it is Ukrainian.
pub(super) fn ask_for_ukraine(verdict: Verdict, typed: &Part, meant: &Reading) -> Verdict {
    let Some(ukrainian) = maybe_ukrainian(&verdict, typed, meant) else { return verdict };
    let number = match verdict {
        Verdict::Ready { number } | Verdict::Unassigned { number } => Some(number),
        _ => None,
    };
    Verdict::MaybeUkraine { number, ukrainian }
}

/// The verdict, or the question whether a Mexican number is meant that is written with a prefix of
/// the time before 2019.
pub(super) fn ask_for_mexico(
    verdict: Verdict,
    typed: &Part,
    meant: &Reading,
    chosen: Option<PlanRegion>,
) -> Verdict {
    let chosen = chosen.filter(|_| !typed.plus && !typed.digits.starts_with("00"));
    // In Mexico, `1 55 …` may be either country's number.
    let may_be_america = chosen == Some(PlanRegion::MX) && meant.code() == Some(AMERICA);
    if meant.is_assigned() && !may_be_america {
        return verdict;
    }
    without_old_prefix(typed, chosen).unwrap_or(verdict)
}

/// The Ukrainian number in its international spelling, if the digits are written as Ukrainians write
/// a mobile number and not as people of the chosen country do.
fn maybe_ukrainian(verdict: &Verdict, typed: &Part, meant: &Reading) -> Option<String> {
    // `8 067 …` is the old way to call from one city to another.
    let is_old = typed.digits.len() == UKRAINIAN_LENGTH + 1;
    let (digits, lengths) = match typed.digits.strip_prefix('8').filter(|_| is_old) {
        Some(digits) if typed.lengths.first() == Some(&1) => (digits, typed.lengths.get(1..)?),
        Some(digits) => (digits, typed.lengths.as_slice()),
        None => (typed.digits.as_str(), typed.lengths.as_slice()),
    };
    if digits.len() != UKRAINIAN_LENGTH || !digits.starts_with('0') {
        return None;
    }
    let ukrainian = Reading::national(digits, PlanRegion::UA);
    if ukrainian.kind() != PhoneNumberType::Mobile {
        return None;
    }
    let is_usual_here = meant.usual_lengths().is_some_and(|usual| usual == typed.lengths);
    let is_grouped = lengths == UKRAINIAN_GROUPS;
    let is_like_it = lengths.len() == 1 || lengths.first() == Some(&3);
    let asks = match verdict {
        Verdict::Ready { .. } if is_usual_here => false,
        // No number of the country has such a zero.
        Verdict::Ready { .. } | Verdict::Unassigned { .. } | Verdict::TooLong { .. }
            if meant.is_without_zeros() =>
        {
            true
        }
        Verdict::Ready { .. } if !meant.has_zero_prefix() => is_like_it,
        Verdict::Ready { .. } if meant.kind() == PhoneNumberType::Mobile => is_grouped,
        Verdict::Ready { .. } | Verdict::Unassigned { .. } | Verdict::TooLong { .. } => is_like_it,
        // Other digits may follow.
        Verdict::TooShort { .. } => is_grouped,
        _ => false,
    };
    ukrainian.international_spelling().filter(|_| asks)
}

/// A Mexican number without the prefix of its old spelling, `+52 1 55 …`.
fn without_old_prefix(typed: &Part, chosen: Option<PlanRegion>) -> Option<Verdict> {
    let digits = typed.digits.strip_prefix("00").unwrap_or(&typed.digits);
    let abroad = digits.strip_prefix(MEXICO).filter(|rest| rest.len() > MEXICAN_LENGTH);
    let national = abroad.or(Some(digits).filter(|_| chosen == Some(PlanRegion::MX)))?;
    let (dropped, rest) = OLD_PREFIXES
        .iter()
        .filter_map(|prefix| Some((*prefix, national.strip_prefix(*prefix)?)))
        .find(|(_, rest)| rest.len() == MEXICAN_LENGTH)?;
    let complete = format!("{MEXICO}{rest}");
    match Reading::international(&complete, chosen).verdict() {
        Verdict::Ready { number } => {
            Some(Verdict::OldPrefix { number, dropped: dropped.to_owned() })
        }
        _ => None,
    }
}
