//! The verdict about everything that was typed: one number, or several.

use super::doubt::ask_for_country;
use super::judge::{Judged, judge};
use super::parts::{self, Next, Part};
use super::pasted::Text;
use super::{Region, Verdict, plan};

/// The fewest digits of a number that is named although it can't be called.
const FEWEST_DIGITS: usize = 7;

/// Decides about what was read. `country` is the country that is chosen beside the input.
pub(super) fn decide(text: &Text, country: Option<Region>) -> Verdict {
    let parts = parts::split(&text.groups, country);
    let Some((first, rest)) = parts.split_first() else { return Verdict::NotANumber };
    let mut numbers = vec![(first.clone(), judge(first, country))];
    let mut extension = text.extension;
    for part in rest {
        match parts::follow(first, part, country) {
            Next::Number(number) => add(&mut numbers, number, country),
            Next::Extension => extension = true,
            Next::Unclear => return Verdict::NotANumber,
        }
    }
    if country.and_then(plan::to_plan).is_none() {
        for (part, judged) in &mut numbers {
            judged.verdict = ask_for_country(judged.verdict.clone(), part);
        }
    }
    // What the person chooses must be a number, or be one with a mistake that can be named.
    let names_all = numbers.iter().all(|(part, judged)| {
        let is_named = part.digits.len() >= FEWEST_DIGITS && judged.verdict != Verdict::NotANumber;
        judged.is_possible() || is_named
    });
    if numbers.iter().all(|(_, judged)| judged.verdict == Verdict::Ukraine) {
        // Removing an extension would not help, so the country is reported first.
        return Verdict::Ukraine;
    }
    if numbers.len() > 1 {
        return if names_all { several(&numbers) } else { Verdict::NotANumber };
    }
    match numbers.pop() {
        Some(_) if extension => Verdict::Extension,
        Some((_, judged)) if text.strange_words => with_unknown_words(judged.verdict),
        Some((_, judged)) => judged.verdict,
        None => Verdict::NotANumber,
    }
}

/// Adds a number, unless it is there in another spelling.
fn add(numbers: &mut Vec<(Part, Judged)>, number: Part, country: Option<Region>) {
    let judged = judge(&number, country);
    let is_known = numbers.iter().any(|(part, known)| match &known.international {
        Some(spelling) => judged.international.as_ref() == Some(spelling),
        None => part.typed() == number.typed(),
    });
    if !is_known {
        numbers.push((number, judged));
    }
}

fn several(numbers: &[(Part, Judged)]) -> Verdict {
    let name = |(part, judged): &(Part, Judged)| match &judged.verdict {
        Verdict::Ready { number } | Verdict::Unassigned { number } => number.international.clone(),
        Verdict::Ukraine => judged.international.clone().unwrap_or_else(|| part.typed()),
        _ => part.typed(),
    };
    // A number that was judged in two ways can have one name.
    let mut names = Vec::new();
    for name in numbers.iter().map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match numbers {
        [(_, judged), ..] if names.len() == 1 => judged.verdict.clone(),
        _ => Verdict::Several { numbers: names },
    }
}

/// Words that are in no list may belong to something else than a phone number.
fn with_unknown_words(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Ready { number } => Verdict::UnknownWords { number },
        Verdict::MaybeUkraine { .. } | Verdict::OldPrefix { .. } | Verdict::NoCountry { .. } => {
            verdict
        }
        _ => Verdict::NotANumber,
    }
}
