//! The words of a copied text, and the groups of words that may be one key in pieces.

use super::form::LENGTHS;
use super::readable::readable;

/// How many bytes before a key are looked at to see whether it is in an address.
const LONGEST_ADDRESS: usize = 2048;

/// A run of letters, digits, hyphens and underscores, without hyphens and underscores at its ends.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    start: usize,
    /// It is a part of something longer, such as an address, that is not a key.
    is_part: bool,
}

/// Hexadecimal words with nothing but blanks and signs of a broken line between them.
pub(super) struct Group<'a>(Vec<Word<'a>>);

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is_hex(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// Whether it has the length and the digits of a key, in upper or lower case.
    pub(super) fn can_be_key(&self) -> bool {
        !self.is_part && LENGTHS.contains(&self.text.len()) && self.is_hex()
    }
}

impl<'a> Group<'a> {
    pub(super) fn words(&self) -> &[Word<'a>] {
        &self.0
    }

    pub(super) fn length(&self) -> usize {
        self.0.iter().map(|word| word.text.len()).sum()
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.0.iter().any(|other| other.text == word)
    }

    /// Whether the pieces together are as long as a key.
    pub(super) fn is_broken_key(&self) -> bool {
        self.0.len() > 1 && LENGTHS.contains(&self.length())
    }
}

/// All words of a readable text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = 0;
    for run in text.split(|character| !is_in_word(character)) {
        let trimmed = run.trim_start_matches(['-', '_']);
        let at = start + run.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches(['-', '_']);
        if !trimmed.is_empty() {
            words.push(Word { text: trimmed, start: at, is_part: false });
        }
        start += run.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    for word in words.iter_mut().filter(|word| word.can_be_key()) {
        word.is_part = is_part(&text[..word.start], &text[word.end()..]);
    }
    words
}

/// The groups of a text: each as long as possible.
pub(super) fn groups<'a>(words: &[Word<'a>], text: &str) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut previous: Option<Word<'a>> = None;
    for word in words {
        let goes_on = previous
            .filter(|previous| previous.is_hex() && word.is_hex())
            .is_some_and(|previous| is_break(&text[previous.end()..word.start]));
        match groups.last_mut() {
            Some(group) if goes_on => group.0.push(*word),
            _ if word.is_hex() => groups.push(Group(vec![*word])),
            _ => {}
        }
        previous = Some(*word);
    }
    groups
}

/// Whether a text that a person typed has a key or a token in it, so that it must not be stored.
pub(in crate::service) fn contains_secret(text: &str) -> bool {
    let text = readable(text);
    let has_long_hex = text
        .split(|character: char| !character.is_ascii_hexdigit())
        .any(|digits| digits.len() >= LENGTHS[0]);
    let words = words(&text);
    let is_broken_key = |group: &Group<'_>| {
        let has = |kind: fn(&u8) -> bool| {
            group.0.iter().any(|word| word.text.as_bytes().iter().any(kind))
        };
        group.is_broken_key() && has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
    };
    has_long_hex || has_token(&text) || groups(&words, &text).iter().any(is_broken_key)
}

/// Whether the text has a JWT in its compact form, or a part of one: the first part is a JSON object in
/// base64 (RFC 7519).
pub(super) fn has_token(text: &str) -> bool {
    const SHORTEST: usize = 20;
    let is_in_token =
        |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
    text.split(|character| !is_in_token(character)).any(|run| {
        let is_whole = ["eyJ", "eyA", "ewo"].iter().any(|start| run.starts_with(start))
            && run.split('.').count() == 3;
        run.len() >= SHORTEST && (run.starts_with("eyJ") || is_whole)
    })
}

fn is_in_word(character: char) -> bool {
    // Accents and the like, which follow their letter.
    let is_mark = ('\u{300}'..='\u{36F}').contains(&character);
    character.is_alphanumeric() || is_mark || character == '-' || character == '_'
}

/// Where an address, a path or a value ends.
pub(super) fn ends_chunk(character: char) -> bool {
    character.is_whitespace() || "\"'`“”„«»‹›‘’,;{}[]()<>|\\".contains(character)
}

/// What can be between two pieces of a broken line: blanks, and the signs with which command lines,
/// programs, emails and word processors break one.
fn is_break(between: &str) -> bool {
    let signs =
        if between.contains(['\n', '\u{2028}']) { "-\\=>|+_.…,;\"'`“”" } else { "-\\+\"'" };
    between.contains(char::is_whitespace)
        && between.chars().all(|sign| sign.is_whitespace() || signs.contains(sign))
}

/// Whether the word between these texts is a part of a longer name: of an email address, a file name, or
/// a web address in which nothing says that it is a key.
fn is_part(before: &str, after: &str) -> bool {
    let before =
        &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST_ADDRESS))..];
    let before = before.rsplit(ends_chunk).next().unwrap_or_default();
    let continues = after.starts_with('@')
        || after.strip_prefix('.').is_some_and(|rest| rest.starts_with(is_in_word));
    let follows = before.strip_suffix('.').is_some_and(|rest| rest.ends_with(is_in_word));
    // `novapost.com/keys/…`
    let is_in_path = before.strip_suffix('/').is_some_and(|path| path.contains('.'));
    let is_value = before.strip_suffix(['=', ':']).is_some_and(names_key);
    continues || follows || is_in_path || (before.contains("://") && !is_value)
}

/// Whether the text ends with the name of a parameter that holds a key: `apiKey`, `api_key`, `key`.
pub(super) fn names_key(text: &str) -> bool {
    let name = text.rsplit(|character| !is_in_word(character)).next().unwrap_or_default();
    name.as_bytes().windows(3).any(|part| part.eq_ignore_ascii_case(b"key"))
}
