//! What spreadsheets do to phone numbers: exponents, decimals, and thousands.

use super::characters::decimal_digit;
use super::gap::GapKind;
use super::pasted::Group;

/// The fewest digits of a number before `.0` is read as decimals.
const FEWEST_BEFORE_DECIMALS: usize = 7;

/// The same for a number with separators, where `.0` might be its last digit.
const FEWEST_OF_A_SPELLED_NUMBER: usize = 9;

/// The exponents of numbers that may be phone numbers.
const EXPONENTS: std::ops::RangeInclusive<usize> = 5..=17;

/// The most digits before the decimals of a number with an exponent.
const MOST_WHOLE_DIGITS: usize = 3;

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
    let letters = text.rmatch_indices(['e', 'E', 'е', 'Е']);
    let powers = text.rmatch_indices("10^");
    let found = powers.chain(letters).find_map(|(at, sign)| {
        let (before, after) = (text.get(..at)?, text.get(at + sign.len()..)?);
        Some((before.trim_end_matches([' ', '*', 'x', '×', '·']), power(after)?))
    });
    let Some((before, (exponent, rest))) = found else { return Exponent::None };
    match Mantissa::at_the_end_of(before) {
        Some(mantissa) => match mantissa.digits(exponent) {
            Some(digits) => Exponent::Whole(format!("{}{digits}{rest}", mantissa.before)),
            None => Exponent::CutOff,
        },
        None => Exponent::None,
    }
}

/// The digits before the exponent: `4.98213`.
struct Mantissa<'a> {
    before: &'a str,
    whole: &'a str,
    decimals: &'a str,
}

impl<'a> Mantissa<'a> {
    fn at_the_end_of(text: &'a str) -> Option<Self> {
        let split = |text: &'a str| {
            let rest = text.trim_end_matches(|c: char| decimal_digit(c).is_some());
            text.split_at(rest.len())
        };
        let (rest, decimals) = split(text);
        let (before, whole, decimals) = match rest.strip_suffix(['.', ',']) {
            Some(rest) => {
                let (before, whole) = split(rest);
                (before, whole, decimals)
            }
            None => (rest, decimals, ""),
        };
        let is_short = (1..=MOST_WHOLE_DIGITS).contains(&whole.chars().count());
        let is_alone = !before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',');
        (is_short && is_alone).then_some(Self { before, whole, decimals })
    }

    /// All digits of the number; `None` if some are missing. Decimals behind them are zeros.
    fn digits(&self, exponent: usize) -> Option<String> {
        let decimals: String = self.decimals.chars().filter_map(decimal_digit).collect();
        let (digits, rest) = decimals.split_at_checked(exponent)?;
        let is_whole = rest.bytes().all(|digit| digit == b'0');
        let whole = self.whole.chars().filter_map(decimal_digit);
        is_whole.then(|| whole.chain(digits.chars()).collect())
    }
}

/// The exponent at the beginning of the text, and the text behind it.
fn power(text: &str) -> Option<(usize, &str)> {
    let text = text.trim_start().trim_start_matches('+').trim_start();
    let rest = text.trim_start_matches(|c: char| decimal_digit(c).is_some());
    let (digits, rest) = text.split_at(text.len() - rest.len());
    let digits: String = digits.chars().filter_map(decimal_digit).collect();
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric());
    let exponent = digits.parse().ok().filter(|_| ends && digits.len() <= 3)?;
    EXPONENTS.contains(&exponent).then_some((exponent, rest))
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

/// The end of the groups that may be one number with decimals. A comma inside separates nothing here,
/// unless more than thousands or decimals follow: `498213437654.0,491713920010.0`.
fn run_end(groups: &[Group], start: usize) -> usize {
    let is_short = |digits: &str| digits.len() == 3 || digits.bytes().all(|digit| digit == b'0');
    let belongs = |group: &Group| {
        group.gap.kind < GapKind::Wide || group.gap.only == Some(',') && is_short(&group.digits)
    };
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
        } else if is_plain
            && digits >= FEWEST_BEFORE_DECIMALS
            && point == '.'
            && last.digits.len() <= 2
        {
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
