//! Finds a letter of another alphabet, such as a Cyrillic `і` in `offіce`.

use std::collections::HashMap;

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use super::{Alphabet, EmailVerdict};

/// Small letters of other alphabets that look like Latin ones in most fonts, and those Latin ones.
const LIKE_LATIN: &str = "асеорхуіјѕһԁԛԝӏοναρυ";
const LIKE_OTHERS: &str = "aceopxyijshdqwlvu";

/// The problem of the first letter that belongs to another alphabet than the letters around it. `domain`
/// is the domain with its letters, not in punycode. A word in one alphabet has no problem, whichever it is.
pub(super) fn foreign_letter(name: &str, domain: &str) -> Option<EmailVerdict> {
    let labels = domain.split('.');
    let mixed = std::iter::once(name).chain(labels).find_map(|part| Some((part, odd_one(part)?)));
    let (part, letter) = mixed.or_else(|| disguised(name, domain))?;
    Some(EmailVerdict::MixedAlphabets { letter, alphabet: alphabet(letter), part: part.to_owned() })
}

/// The first letter in another script than the word is meant to be in.
fn odd_one(word: &str) -> Option<char> {
    let mut weights = HashMap::new();
    for c in word.chars() {
        if let Some(script) = script(c) {
            // A letter that can't be mistaken says more about what is meant.
            let weight = if is_in(c, LIKE_LATIN) || is_in(c, LIKE_OTHERS) { 1 } else { 4 };
            *weights.entry(script).or_insert(0) += weight;
        }
    }
    if weights.len() < 2 || weights.keys().all(|&script| is_written_with_latin(script)) {
        return None;
    }
    let meant =
        weights.into_iter().max_by_key(|&(script, weight)| (weight, script == Script::Latin))?.0;
    word.chars().find(|&c| script(c).is_some_and(|script| script != meant))
}

fn is_in(letter: char, letters: &str) -> bool {
    letter.to_lowercase().all(|small| letters.contains(small))
}

/// The name or a part of the domain of an address that is Latin otherwise, if all its letters only look
/// like Latin ones.
fn disguised<'a>(name: &'a str, domain: &'a str) -> Option<(&'a str, char)> {
    let is_latin =
        |text: &str| text.chars().filter_map(script).all(|script| script == Script::Latin);
    let mut others = std::iter::once(name).chain(domain.split('.')).filter(|part| !is_latin(part));
    let part = others.next().filter(|_| others.next().is_none())?;
    let mut letters = part.chars().filter(|&c| script(c).is_some());
    let first = letters.clone().next()?;
    letters.all(|c| is_in(c, LIKE_LATIN)).then_some((part, first))
}

/// The script of a letter; `None` for digits and signs, which all scripts share.
fn script(c: char) -> Option<Script> {
    let script = CodePointMapData::<Script>::new().get(c);
    (script != Script::Common && script != Script::Inherited).then_some(script)
}

/// Japanese, Korean and Chinese words may have Latin letters: "Highly Restrictive" in
/// <https://www.unicode.org/reports/tr39/#Restriction_Level_Detection>.
fn is_written_with_latin(script: Script) -> bool {
    [
        Script::Latin,
        Script::Han,
        Script::Hiragana,
        Script::Katakana,
        Script::Hangul,
        Script::Bopomofo,
    ]
    .contains(&script)
}

fn alphabet(letter: char) -> Alphabet {
    match script(letter) {
        Some(Script::Latin) => Alphabet::Latin,
        Some(Script::Cyrillic) => Alphabet::Cyrillic,
        Some(Script::Greek) => Alphabet::Greek,
        _ => Alphabet::Other,
    }
}
