//! What a copied or typed text is: a key, a key about which the person is asked, or something else that
//! has a name.
//!
//! A key is found inside what was copied with it: quotes, commas, `name=`, JSON, an address with
//! `apiKey=`, a command line. Nova Post's keys have 32 or 40 hexadecimal digits, those of Ukraine 32
//! [NP-spec: POST /test-api-keys] [NP-ua]. The sources promise no form, so another one is possible
//! after a question. Of two keys none is chosen.

mod form;
mod other_text;
mod readable;
mod words;

use serde::Serialize;
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::model::Failure;
use crate::secret::ApiKey;
use other_text::other_text;
use readable::readable;
use words::{Group, groups, words};

pub(super) use form::is_usual_for;
use words::contains_secret;

/// What a copied or typed text is.
#[derive(Debug)]
pub enum Parsed {
    /// It has one key.
    Found(ApiKey),
    /// It has what can be a key. The person is asked first.
    Question(ApiKey, KeyQuestion),
    /// It has no key, or more than one.
    Problem(KeyProblem),
}

/// What the person is asked before a key is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "asks", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum KeyQuestion {
    /// It does not have the form of Nova Post's keys.
    UnusualForm,
    /// It was in pieces, on several lines or with spaces inside, and was joined.
    Joined {
        /// The number of characters in each piece.
        pieces: Vec<usize>,
    },
}

/// Why there is no key to add. Holds nothing of the text but a length, or one character that no key has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum KeyProblem {
    /// No text, or nothing visible.
    Empty,
    /// An email address.
    Email,
    /// A web address.
    Address,
    /// The name of a website or computer.
    Domain,
    /// A key whose characters are hidden behind dots or stars.
    Hidden,
    /// A token. It expires within an hour, and only a key gets new ones.
    Token,
    /// A phone number.
    Phone,
    /// Two or more different keys.
    SeveralKeys,
    /// A letter that no key has, but that can look like one: of another alphabet, or `o` for `0`.
    ForeignLetter {
        /// The letter.
        letter: String,
        /// Its place in the key; the first character has 1.
        position: usize,
    },
    /// Shorter than any key.
    TooShort {
        /// Its length in characters.
        length: usize,
    },
    /// Longer than any key.
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// Some other text.
    NoKey,
}

/// No person copies a key with more bytes around it.
const LONGEST_TEXT: usize = 256 * 1024;

/// Finds the key in a copied or typed text, or says what the text is instead.
#[must_use]
pub fn parse_key(text: &str) -> Parsed {
    if text.len() > LONGEST_TEXT {
        return Parsed::Problem(KeyProblem::NoKey);
    }
    let text = readable(text);
    let words = words(&text);
    let groups = groups(&words, &text);
    let mut keys: Vec<&str> = Vec::new();
    for word in words.iter().filter(|word| word.can_be_key()) {
        if !keys.contains(&word.text) {
            keys.push(word.text);
        }
    }
    match keys[..] {
        [] => {}
        [key] => return found(key, &groups),
        [..] => return Parsed::Problem(KeyProblem::SeveralKeys),
    }
    if let Some(group) = groups.iter().find(|group| group.is_broken_key()) {
        return joined(group);
    }
    match other_text(&text, &words, &groups) {
        Ok(unusual) => question(unusual.to_owned(), KeyQuestion::UnusualForm),
        Err(problem) => Parsed::Problem(problem),
    }
}

/// Whether this text has this key, also beside other text or in pieces.
#[must_use]
pub fn text_holds_key(text: &str, key: &ApiKey) -> bool {
    readable(text).contains(key.expose())
        || match parse_key(text) {
            Parsed::Found(found) | Parsed::Question(found, _) => found.same_as(key),
            Parsed::Problem(_) => false,
        }
}

/// Whether a text has a key or a token in it. Faster than [`refuse_secrets`] for many short texts.
pub(super) fn holds_secret(text: &str) -> bool {
    const SHORTEST: usize = 20;
    text.len() >= SHORTEST && contains_secret(text)
}

/// Refuses texts that would be stored or sent in clear and have a key or a token in them.
///
/// Fails with `looks_like_key`.
pub fn refuse_secrets<'a, T: AsRef<str> + ?Sized + 'a>(
    texts: impl IntoIterator<Item = &'a T>,
) -> Result<(), Failure> {
    if texts.into_iter().any(|text| contains_secret(text.as_ref())) {
        return Err(Failure::LooksLikeKey);
    }
    Ok(())
}

fn found(key: &str, groups: &[Group<'_>]) -> Parsed {
    // 8 digits and 32 more can be one key of 40 that was broken, or a key beside a number.
    let group = groups.iter().find(|group| group.has(key) && group.is_broken_key());
    if let Some(group) = group {
        return joined(group);
    }
    if !form::is_usual(key) {
        return question(key.to_owned(), KeyQuestion::UnusualForm);
    }
    match ApiKey::new(key.to_owned()) {
        Ok(key) => Parsed::Found(key),
        Err(_) => Parsed::Problem(KeyProblem::NoKey),
    }
}

fn joined(group: &Group<'_>) -> Parsed {
    let mut key = Zeroizing::new(String::with_capacity(group.length()));
    let pieces = group.words();
    for word in pieces {
        key.push_str(word.text);
    }
    let pieces = pieces.iter().map(|word| word.text.len()).collect();
    question(std::mem::take(&mut *key), KeyQuestion::Joined { pieces })
}

fn question(key: String, question: KeyQuestion) -> Parsed {
    match ApiKey::new(key) {
        Ok(key) => Parsed::Question(key, question),
        Err(_) => Parsed::Problem(KeyProblem::NoKey),
    }
}
