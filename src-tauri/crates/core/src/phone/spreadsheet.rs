//! What spreadsheets do to phone numbers: exponents, decimals, and thousands.

use super::characters::decimal_digit;
use super::pasted::{Group, GapKind};

/// The fewest digits of a number before `.0` is read as decimals.
const FEWEST_BEFORE_DECIMALS: usize = 7;

/// The same for a number with separators, where `.0` might be its last digit.
const FEWEST_OF_A_SPELLED_NUMBER: usize = 9;

/// The exponents that numbers of 6 to 18 digits have.
const EXPONENTS: std::ops::RangeInclusive<usize> = 5..=17;

/// Whether a text has a number in the scientific notation.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Exponent {
    /// There is none.
    None,
    /// All digits are there: the text with the plain digits in its place.
    Whole(String),
    /// Digits are missing.
    CutOff,
}

/// Looks for a number such as `4.98213E+11`. A cell that is too narrow shows `####`.
pub(super) fn exponent(text: &str) -> Exponent {
    if text.chars().all(|character| character == '#') {
        return Exponent::CutOff;
    }
    // The Cyrillic letter looks the same.
    let letters = text.char_indices().filter(|(_, letter)| matches!(letter, 'e' | 'E' | 'е' | 'Е'));
    for (at, letter) in letters {
        let (before, after) = (&text[..at], &text[at + letter.len_utf8()..]);
        let (Some(mantissa), Some(power)) = (Mantissa::at_the_end_of(before), power(after)) else {
            continue;
        };
        let (exponent, rest) = power;
        if !EXPONENTS.contains(&exponent) {
            continue;
        }
        let Some(digits) = mantissa.digits(exponent) else { return Exponent::CutOff };
        return Exponent::Whole(format!("{}{digits}{rest}", mantissa.before));
    }
    Exponent::None
}

/// The digits before the letter: `4.98213`.
struct Mantissa<'a> {
    before: &'a str,
    first: char,
    decimals: &'a str,
}

impl<'a> Mantissa<'a> {
    fn at_the_end_of(text: &'a str) -> Option<Self> {
        let is_digit = |character: char| decimal_digit(character).is_some();
        let without_decimals = text.trim_end_matches(is_digit);
        let decimals = &text[without_decimals.len()..];
        let (text, decimals) = match without_decimals.strip_suffix(['.', ',']) {
            Some(text) => (text, decimals),
            None => (text, ""),
        };
        let first = text.chars().next_back().filter(|digit| is_digit(*digit))?;
        let before = &text[..text.len() - first.len_utf8()];
        let alone = !before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',');
        alone.then_some(Self { before, first, decimals })
    }

    /// All digits of the number; `None` if some are missing. Decimals behind them are zeros.
    fn digits(&self, exponent: usize) -> Option<String> {
        let digits: Vec<char> = self.decimals.chars().filter_map(decimal_digit).collect();
        let (whole, decimals) = digits.split_at_checked(exponent)?;
        let rest_is_zero = decimals.iter().all(|digit| *digit == '0');
        rest_is_zero.then(|| decimal_digit(self.first).into_iter().chain(whole.iter().copied()).collect())
    }
}

/// The exponent and the text behind it.
fn power(text: &str) -> Option<(usize, &str)> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let rest = text.trim_start_matches(|c: char| decimal_digit(c).is_some());
    let digits: String = text[..text.len() - rest.len()].chars().filter_map(decimal_digit).collect();
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric());
    let exponent = digits.parse().ok().filter(|_| ends && digits.len() <= 2)?;
    Some((exponent, rest))
}

/// Removes decimals behind a whole number, `498213437654.0`, and joins thousands, `498,213,437,654`.
/// Returns false if the decimals are not zeros: then it is not a phone number.
pub(super) fn drop_decimals(groups: &mut Vec<Group>) -> bool {
    let mut start = 0;
    while start < groups.len() {
        let end = run_end(groups, start);
        let Some(removed) = drop_decimals_of(groups, start, end) else { return false };
        start = end - removed;
    }
    true
}

/// The end of the groups that may be one number with decimals. A comma inside separates nothing here.
fn run_end(groups: &[Group], start: usize) -> usize {
    let belongs = |group: &Group| group.gap.kind < GapKind::Wide || group.gap.only == Some(',');
    let rest = groups.iter().skip(start + 1);
    start + 1 + rest.take_while(|group| belongs(group)).count()
}

/// The number of removed groups; `None` if the decimals are not zeros.
fn drop_decimals_of(groups: &mut Vec<Group>, start: usize, end: usize) -> Option<usize> {
    let mut whole_end = end;
    if let Some(last) = groups.get(end - 1).filter(|_| end - start > 1)
        && let Some(point @ ('.' | ',')) = last.gap.only
        && let Some(whole) = groups.get(start..end - 1)
    {
        let is_plain = whole.len() == 1 || thousands(whole).is_some_and(|sign| sign != point);
        let digits: usize = whole.iter().map(|group| group.digits.len()).sum();
        let are_zeros = last.digits.bytes().all(|digit| digit == b'0');
        let is_new = whole.iter().all(|group| group.gap.only != Some(point));
        if are_zeros && is_new && digits >= FEWEST_OF_A_SPELLED_NUMBER
            || is_plain && are_zeros && digits >= FEWEST_BEFORE_DECIMALS
        {
            whole_end -= 1;
        } else if is_plain && digits >= FEWEST_BEFORE_DECIMALS && point == '.' && last.digits.len() <= 2 {
            return None;
        }
    }
    let removed = end - whole_end;
    groups.drain(whole_end..end);
    let whole = groups.get_mut(start..whole_end).unwrap_or_default();
    if whole.len() > 2 && thousands(whole) == Some(',') {
        for group in whole.iter_mut().skip(1) {
            group.gap.kind = GapKind::Inside;
        }
    }
    Some(removed)
}

/// The sign between the thousands, if the groups are written like that.
fn thousands(groups: &[Group]) -> Option<char> {
    let (first, rest) = groups.split_first()?;
    let sign = rest.first()?.gap.only?;
    let fits = |group: &Group| group.digits.len() == 3 && group.gap.only == Some(sign);
    ((1..=3).contains(&first.digits.len()) && rest.iter().all(fits)).then_some(sign)
}
