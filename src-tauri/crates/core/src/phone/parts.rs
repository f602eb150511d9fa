//! Decides where one number ends and the next begins.
//!
//! A digit of somebody else's number must never be sent. So digits that may be a second number, a
//! second ending (`3437654/55`) or an extension are not joined with the number before them.

use super::gap::{Gap, GapKind};
use super::judge::judge;
use super::pasted::Group;
use super::{Region, Verdict};

/// The fewest digits of each of two numbers with only blanks between them.
const SHORTEST: usize = 6;

/// The fewest digits after the calling code of a number that a short second ending may follow.
const FEWEST_BEFORE_ENDING: usize = 7;

/// With so many digits after the calling code, the number is complete in all plans.
const COMPLETE: usize = 9;

/// The most digits of a group that a dash separates from the number, as in `1234-0`.
const LONGEST_DIRECT: usize = 4;

/// The fewest digits before a local number that is written after a number without blanks.
const SHORTEST_AREA_CODE: usize = 2;

/// One number, or what follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// ASCII digits.
    pub(super) digits: String,
    /// Whether there is a plus before the digits.
    pub(super) plus: bool,
    /// The lengths of the groups of digits.
    pub(super) lengths: Vec<usize>,
    /// What comes before the part.
    gap: Gap,
    /// Whether the last group comes after a dash.
    ends_with_dash: bool,
}

/// What a part behind a number is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A number.
    Number(Part),
    /// An extension of the number before.
    Extension,
    /// Neither.
    Unclear,
}

impl Part {
    fn new(gap: Gap) -> Self {
        Self { plus: gap.plus, gap, ..Self::default() }
    }

    fn push(&mut self, group: &Group) {
        self.ends_with_dash = !self.lengths.is_empty() && group.gap.dash;
        self.digits.push_str(&group.digits);
        self.lengths.push(group.digits.len());
    }

    fn joined(&self, groups: &[Group]) -> Self {
        let mut joined = self.clone();
        for group in groups {
            joined.push(group);
        }
        joined
    }

    /// The part as a person would type it, with its plus.
    pub(super) fn typed(&self) -> String {
        format!("{}{}", if self.plus { "+" } else { "" }, self.digits)
    }
}

/// Splits the groups into numbers and what follows them.
pub(super) fn split(groups: &[Group], country: Option<Region>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        match parts.last_mut() {
            Some(part) if !begins_a_part(part, &groups[at..], country) => part.push(group),
            _ => {
                let mut part = Part::new(group.gap.clone());
                part.push(group);
                parts.push(part);
            }
        }
    }
    parts
}

/// Whether a part begins with the first of these groups, after the digits of `before`.
fn begins_a_part(before: &Part, groups: &[Group], country: Option<Region>) -> bool {
    let Some(group) = groups.first() else { return false };
    if group.gap.kind > GapKind::Slash {
        return true;
    }
    if group.gap.kind == GapKind::Slash && before.gap.kind == GapKind::Slash {
        // One more ending.
        return true;
    }
    // The groups up to the next gap that may separate numbers. A slash after the first one may come after
    // an area code: `0821/3437654 0171/3920010`.
    let has_zero = group.digits.starts_with('0') && group.gap.kind == GapKind::Inside;
    let separates = |(at, next): (usize, &Group)| {
        next.gap.kind != GapKind::Inside
            && !(at == 0 && has_zero && next.gap.kind == GapKind::Slash)
    };
    let end = groups.iter().skip(1).enumerate().position(separates);
    let rest = groups.get(..end.map_or(groups.len(), |end| end + 1)).unwrap_or(groups);
    let after = Part::new(group.gap.clone()).joined(rest);
    let is_inside = group.gap.kind == GapKind::Inside && !group.gap.opens;
    if is_inside && before.digits.len().min(after.digits.len()) < SHORTEST {
        return false;
    }
    let judged = judge(before, country);
    let Some(national) = judged.national_length else { return false };
    let fits = judge(&before.joined(rest), country).is_possible();
    let begins_again = || judge(&after, country).is_assigned;

    match group.gap.kind {
        GapKind::Slash if fits => {
            group.gap.dash
                || may_be_ending(before, &after, national)
                // Both have a direct dial: `030 1234-0 / 1235-0`.
                || national >= FEWEST_BEFORE_ENDING && before.ends_with_dash && after.ends_with_dash
                || after.digits.starts_with('0') && begins_again()
        }
        GapKind::Slash => !fits,
        GapKind::Wide => (!fits || after.digits.starts_with('0')) && begins_again(),
        _ if group.gap.opens => national >= FEWEST_BEFORE_ENDING,
        // The same area code again.
        _ if group.digits.len() > 1 && group.digits.starts_with('0') && fits => {
            before.digits.starts_with(&group.digits) && begins_again()
        }
        _ => !fits && begins_again() && (has_zero || !has_later_zero(rest, country)),
    }
}

/// Whether a later group begins a number with its zero, so that the number does not begin before it:
/// `0821 34 37 654 0171 39 20 010`.
fn has_later_zero(groups: &[Group], country: Option<Region>) -> bool {
    (1..groups.len()).filter_map(|at| groups.get(at..)).any(|rest| {
        let number = Part::default().joined(rest);
        rest.first().is_some_and(|group| group.digits.len() > 1 && group.digits.starts_with('0'))
            && number.digits.len() >= SHORTEST
            && judge(&number, country).is_assigned
    })
}

/// Whether digits behind a slash may be another ending, although a plan with many lengths has the
/// number with them too: `0821 3437654/55`, but not `0821/343/7654`.
fn may_be_ending(before: &Part, after: &Part, national: usize) -> bool {
    let long_group = before.lengths.iter().skip(1).next_back().filter(|last| **last >= 5);
    let fits_group = long_group.is_some_and(|last| after.digits.len() <= *last);
    national >= COMPLETE
        || national >= FEWEST_BEFORE_ENDING && (after.digits.len() <= 2 || fits_group)
}

/// What `part` is, after the number `first`. `country` is the chosen country.
pub(super) fn follow(first: &Part, part: &Part, country: Option<Region>) -> Next {
    if part.gap.kind == GapKind::Extension {
        return Next::Extension;
    }
    let judged = judge(first, country);
    let national = judged.national_length.unwrap_or(0);
    let is_shorter = part.digits.len() < national && !part.plus;
    if (!is_shorter || part.digits.starts_with('0'))
        && let Some(number) = number_in(part, [country, judged.home])
    {
        return Next::Number(number);
    }
    let is_long = part.digits.len() > LONGEST_DIRECT;
    let joins = match part.gap.kind {
        GapKind::Slash | GapKind::Or | GapKind::Wide => true,
        GapKind::Mark | GapKind::Apart => part.gap.dash || is_long,
        GapKind::Inside | GapKind::Extension => false,
    };
    if is_shorter
        && joins
        && let Some(number) = with_ending(first, part, national)
    {
        return Next::Number(number);
    }
    // A mistyped number is named as it is, unless it would be another number.
    if part.digits.len() >= FEWEST_BEFORE_ENDING {
        let is_other = judge(part, country).is_assigned;
        return if is_other { Next::Unclear } else { Next::Number(part.clone()) };
    }
    let follows_number = judged.is_possible()
        || part.gap.kind == GapKind::Mark && first.digits.len() >= FEWEST_BEFORE_ENDING;
    if follows_number && !part.plus { Next::Extension } else { Next::Unclear }
}

/// The number in the first of these countries that has it. Of another country than the chosen one it
/// gets its calling code.
fn number_in(part: &Part, [chosen, home]: [Option<Region>; 2]) -> Option<Part> {
    if judge(part, chosen).is_possible() {
        return Some(part.clone());
    }
    if part.plus && part.digits.starts_with('0') {
        // The plus joins two numbers: `030 1234567 + 030 1234568`.
        return number_in(&Part { plus: false, ..part.clone() }, [chosen, home]);
    }
    let Verdict::Ready { number } = judge(part, home).verdict else { return None };
    let digits = number.digits.as_str().to_owned();
    Some(Part { lengths: vec![digits.len()], digits, plus: true, ..part.clone() })
}

/// The first number with another ending: `030 1234-0/-12` → `030 1234-12`. An ending of many digits
/// must begin where a group of the number does: `0821 3437654, 3437655`. `national`: the digits of the
/// number after the calling code.
fn with_ending(first: &Part, ending: &Part, national: usize) -> Option<Part> {
    let last = first.lengths.last().copied().unwrap_or(0);
    let replaces_group = first.ends_with_dash
        && last <= LONGEST_DIRECT
        && ending.digits.len() <= LONGEST_DIRECT
        && (ending.gap.dash || ending.digits.len() >= last);
    let replaced = if replaces_group { last } else { ending.digits.len() };
    let kept = first.digits.len().checked_sub(replaced)?;
    if !replaces_group && replaced > LONGEST_DIRECT {
        let ends = first.lengths.iter().scan(0, |end, length| {
            *end += length;
            Some(*end)
        });
        let is_local = match first.lengths.as_slice() {
            [_] => national >= replaced + SHORTEST_AREA_CODE,
            _ => ends.into_iter().any(|end| end == kept),
        };
        if !is_local {
            return None;
        }
    }
    let digits = format!("{}{}", first.digits.get(..kept)?, ending.digits);
    Some(Part { lengths: vec![digits.len()], digits, ..first.clone() })
}
