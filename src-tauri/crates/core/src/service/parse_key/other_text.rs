//! What a text without a key of the usual form is: a key of another form, or something with a name.

use std::net::IpAddr;

use super::KeyProblem;
use super::form::LENGTHS;
use super::words::{Group, Word, ends_chunk, has_token, names_key};
use crate::email::{self, EmailVerdict};
use crate::secret::ApiKey;

/// A text with more chunks than this is not named after one of them.
const MOST_CHUNKS: usize = 6;
/// A key of another form is alone or after a short label, such as `API key:`.
const LONGEST_LABEL: usize = 24;
/// Digits in a phone number: without the shortest local ones, and no more than E.164 allows.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 9..=15;
/// The digits of a key that its hidden form shows.
const LONGEST_REST: usize = 12;
/// Letters without a digit are a key only if they are mixed like this and this long.
const LONG_WITHOUT_DIGITS: usize = 20;
const FILE_EXTENSIONS: [&str; 14] = [
    "txt", "pdf", "json", "csv", "doc", "docx", "xls", "xlsx", "env", "png", "jpg", "xml", "yml",
    "zip",
];

/// The key of another form in the text, or what the text is instead.
pub(super) fn other_text<'a>(
    text: &'a str,
    words: &[Word<'a>],
    groups: &[Group<'_>],
) -> Result<&'a str, KeyProblem> {
    let chunks: Vec<&str> = text.split(ends_chunk).filter(|chunk| !chunk.is_empty()).collect();
    if chunks.is_empty() {
        return Err(KeyProblem::Empty);
    }
    if has_token(text) {
        return Err(KeyProblem::Token);
    }
    if let Some(problem) = foreign_letter(words, chunks.len()) {
        return Err(problem);
    }
    if let Some(problem) = name_of(text, words, &chunks) {
        return Err(problem);
    }
    if let [group] = groups
        && group.words().len() > 1
        && words.len() == group.words().len()
    {
        return Err(wrong_length(group.length()));
    }
    key_of_other_form(&chunks)
}

fn name_of(text: &str, words: &[Word<'_>], chunks: &[&str]) -> Option<KeyProblem> {
    if chunks.iter().any(|chunk| is_hidden(chunk)) || is_abbreviated(text, words) {
        return Some(KeyProblem::Hidden);
    }
    if is_phone(text) {
        return Some(KeyProblem::Phone);
    }
    if chunks.len() > MOST_CHUNKS {
        return None;
    }
    if chunks.iter().any(|chunk| is_email(chunk)) {
        return Some(KeyProblem::Email);
    }
    let value_in = |chunk: &&&str| value_of(chunk).is_some_and(can_be_key);
    chunks.iter().filter(|chunk| !value_in(chunk)).find_map(|chunk| name_of_place(chunk))
}

/// A letter that no key has, in a word that is otherwise like a key.
fn foreign_letter(words: &[Word<'_>], chunks: usize) -> Option<KeyProblem> {
    const LEAST_HEX: usize = 8;
    words.iter().find_map(|word| {
        let text = word.text;
        let length = text.chars().count();
        let hex = text.bytes().filter(u8::is_ascii_hexdigit).count();
        let is_like_key = ApiKey::LENGTH.contains(&length)
            && (hex >= LEAST_HEX || (chunks == 1 && words.len() == 1));
        let others = || text.chars().filter(|character| !character.is_ascii_hexdigit());
        let is_misread = LENGTHS.contains(&length)
            && hex < length
            && others().all(|character| "oOlIi".contains(character));
        let is_foreign = |character: char| {
            if is_misread { !character.is_ascii_hexdigit() } else { !character.is_ascii() }
        };
        let position = text.chars().position(is_foreign)?;
        (is_misread || is_like_key).then(|| KeyProblem::ForeignLetter {
            letter: text.chars().nth(position).map(String::from).unwrap_or_default(),
            position: position + 1,
        })
    })
}

/// Whether characters are hidden behind stars, dots or crosses.
fn is_hidden(chunk: &str) -> bool {
    const LEAST: usize = 3;
    const MASKS: &str = "*•●∙⋅·○◦⚫⬤▪■█×";
    let is_mask = |character: char| MASKS.contains(character);
    if chunk.split(|character| !is_mask(character)).any(|run| run.chars().count() >= LEAST) {
        return true;
    }
    // Dots, crosses and lines have other uses too: here the rest must be a few digits of a key.
    let value = chunk.rsplit(['=', ':']).next().unwrap_or(chunk);
    ["xxxx", "XXXX", "####", "----", "____", "...", "…"].into_iter().any(|mask| {
        let rest = || value.chars().filter(|sign| !mask.contains(*sign) && *sign != '-');
        let is_all_crosses =
            mask.eq_ignore_ascii_case("xxxx") && rest().count() == 0 && value.len() > LONGEST_REST;
        value.contains(mask) && (is_all_crosses || is_rest(rest))
    })
}

fn is_rest<I: Iterator<Item = char>>(signs: impl Fn() -> I) -> bool {
    (2..=LONGEST_REST).contains(&signs().count()) && signs().all(|sign| sign.is_ascii_hexdigit())
}

/// Whether the text is the beginning and the end of a key with dots between them: `99dd [...] 4bf2`.
fn is_abbreviated(text: &str, words: &[Word<'_>]) -> bool {
    (text.contains("...") || text.contains('…'))
        && words.len() == 2
        && words.iter().all(|word| is_rest(|| word.text.chars()))
}

/// Whether the text is a phone number, with a word such as `Tel.:` before it at most.
fn is_phone(text: &str) -> bool {
    let is_label = |character: char| {
        character.is_alphabetic() || character.is_whitespace() || ".:=()\"'".contains(character)
    };
    let number = text.trim_matches(is_label).trim_end_matches([',', ';']);
    let is_sign = |character: char| {
        character.is_ascii_digit() || character.is_whitespace() || "+()-./–‑".contains(character)
    };
    number.chars().all(is_sign)
        && number.parse::<IpAddr>().is_err()
        && PHONE_DIGITS.contains(&number.bytes().filter(u8::is_ascii_digit).count())
}

fn is_email(chunk: &str) -> bool {
    let chunk = trimmed(chunk);
    let address = chunk.strip_prefix("mailto:").unwrap_or(chunk);
    let address = address.split('?').next().unwrap_or(address);
    let address = address.rsplit(['=', ':', '/']).next().unwrap_or(address);
    !chunk.contains("://") && matches!(email::check(address), EmailVerdict::Ready { .. })
}

/// Whether the chunk is the address of a page, or the name of a website or computer.
fn name_of_place(chunk: &str) -> Option<KeyProblem> {
    let chunk = trimmed(chunk);
    if chunk.contains("://") {
        return Some(KeyProblem::Address);
    }
    let (host, path) =
        chunk.split_once(['/', '?', '#']).map_or((chunk, None), |(host, path)| (host, Some(path)));
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) { name } else { host }
    });
    if !is_domain(name) && name.parse::<IpAddr>().is_err() {
        return None;
    }
    Some(if path.is_some_and(|path| !path.is_empty()) {
        KeyProblem::Address
    } else {
        KeyProblem::Domain
    })
}

fn is_domain(name: &str) -> bool {
    let Some((_, last)) = name.rsplit_once('.') else { return false };
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|character| character.is_alphanumeric() || "-_".contains(character))
    };
    let is_last = last.chars().all(char::is_alphabetic) || last.starts_with("xn--");
    let is_file = FILE_EXTENSIONS.iter().any(|extension| last.eq_ignore_ascii_case(extension));
    name.split('.').all(is_label) && is_last && last.chars().count() > 1 && !is_file
}

fn key_of_other_form<'a>(chunks: &[&'a str]) -> Result<&'a str, KeyProblem> {
    let key_in = |chunk: &&'a str| value_of(chunk).filter(|value| can_be_key(value));
    let has_only_labels = chunks.len() <= MOST_CHUNKS
        && chunks
            .iter()
            .all(|chunk| key_in(chunk).is_some() || chunk.chars().count() <= LONGEST_LABEL);
    if !has_only_labels && chunks.len() > 1 {
        return Err(KeyProblem::NoKey);
    }
    let mut keys: Vec<&'a str> = chunks.iter().filter_map(key_in).collect();
    keys.sort_unstable();
    keys.dedup();
    match (&keys[..], chunks) {
        ([key], _) => Ok(*key),
        ([_, ..], _) => Err(KeyProblem::SeveralKeys),
        ([], [chunk]) => Err(no_key_in(chunk)),
        ([], _) => Err(KeyProblem::NoKey),
    }
}

fn no_key_in(chunk: &str) -> KeyProblem {
    let Some(value) = value_of(chunk) else { return KeyProblem::NoKey };
    let shortest = if is_number(value) { LENGTHS[0] } else { *ApiKey::LENGTH.start() };
    match value.chars().count() {
        length if length < shortest => KeyProblem::TooShort { length },
        length if length > *ApiKey::LENGTH.end() => KeyProblem::TooLong { length },
        _ => KeyProblem::NoKey,
    }
}

/// What the chunk says: in `name=value` the value, in an address the parameter that is named like a key.
fn value_of(chunk: &str) -> Option<&str> {
    let chunk = trimmed(chunk);
    if chunk.contains("://") || chunk.contains('?') {
        let mut parameters = chunk.split(['?', '&', '#']).filter_map(|part| part.split_once('='));
        return parameters.find(|(name, _)| names_key(name)).map(|(_, value)| value);
    }
    let is_name = |name: &str| {
        name.starts_with(|character: char| character.is_alphabetic() || character == '-')
            && name
                .chars()
                .all(|character| character.is_alphanumeric() || "-_.".contains(character))
    };
    match chunk.split_once(['=', ':']) {
        // The base64 of some keys ends with `=`.
        Some((name, value)) if is_name(name) && !trimmed(value).trim_matches('=').is_empty() => {
            Some(trimmed(value))
        }
        _ => Some(chunk),
    }
}

fn can_be_key(value: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-_+/=.~!$".contains(&byte);
    let has = |kind: fn(&u8) -> bool| value.as_bytes().iter().any(kind);
    let is_random = has(u8::is_ascii_digit)
        || (value.len() >= LONG_WITHOUT_DIGITS
            && has(u8::is_ascii_lowercase)
            && has(u8::is_ascii_uppercase));
    ApiKey::LENGTH.contains(&value.len())
        && value.bytes().all(is_sign)
        && is_random
        && !value.starts_with(['/', '~', '.'])
        && !(is_number(value) && value.len() < LENGTHS[0])
        && name_of_place(value).is_none()
        && !is_file(value)
}

fn is_file(value: &str) -> bool {
    value.rsplit_once('.').is_some_and(|(_, last)| {
        FILE_EXTENSIONS.iter().any(|extension| last.eq_ignore_ascii_case(extension))
    })
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn wrong_length(length: usize) -> KeyProblem {
    if length < LENGTHS[1] {
        KeyProblem::TooShort { length }
    } else {
        KeyProblem::TooLong { length }
    }
}

/// Without the marks that a sentence or a list puts around a word.
fn trimmed(chunk: &str) -> &str {
    chunk.trim_matches(['.', ':', '!', '?', '*', '&'])
}
