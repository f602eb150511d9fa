//! Finds the address in a pasted text, such as `Office <office@firma.example>;`.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use percent_encoding::percent_decode_str;

use super::is_address;

/// What a pasted text holds.
pub(super) enum Pasted {
    /// Nothing that can be seen.
    Nothing,
    /// More than one address.
    Several,
    /// The address, or the text that should be one.
    One(String),
}

/// Signs that stand around an address in lists, sentences, tables and programs. None of them can begin or
/// end one.
const AROUND: &str = "\"'`´“”„«»‹›‘’‚<>()[]{},;:!?.|*";

/// Words before an address without a colon. In other places a word beside an address may be a part of it.
const LABELS: [&str; 22] = [
    "e-mail",
    "email",
    "e mail",
    "mail",
    "e-mail address",
    "email address",
    "e-mail-adresse",
    "mailadresse",
    "courriel",
    "correo",
    "correo electrónico",
    "posta",
    "el. paštas",
    "e-pasts",
    "e-post",
    "адреса",
    "пошта",
    "ел. пошта",
    "електронна пошта",
    "імейл",
    "почта",
    "имейл",
];

/// The address in a text, or the text itself in plain characters if there is none.
pub(super) fn address_in(input: &str) -> Pasted {
    let text = decoded_mailto(&plain(input));
    let text = text.trim();
    if text.trim_matches(is_around).is_empty() {
        return Pasted::Nothing;
    }
    let pieces = pieces_with_at(text);
    match pieces.as_slice() {
        // The signs mark it as the address, or it is there twice, as in `a@b.example <a@b.example>`.
        [one] if is_marked(text, one) => Pasted::One(one.clone()),
        [one, rest @ ..] if !rest.is_empty() && is_address(one) => {
            if rest.iter().all(|other| other.eq_ignore_ascii_case(one)) {
                Pasted::One(one.clone())
            } else if rest.iter().any(|other| is_address(other)) {
                Pasted::Several
            } else {
                Pasted::One(text.to_owned())
            }
        }
        _ => Pasted::One(without_surroundings(text)),
    }
}

/// The text in plain characters: full-width ones as usual ones, each kind of space as a space, and none
/// that is invisible. A tab and a line break stay, because they separate fields.
fn plain(input: &str) -> String {
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let visible: String = input
        .chars()
        .filter(|&c| {
            let is_break = matches!(c, '\t' | '\n');
            is_break
                || !(ignorable.contains(c)
                    || c.is_control()
                    || matches!(c, '\u{FEFF}' | '\u{FFFC}'))
        })
        .map(|c| if c.is_whitespace() && !matches!(c, '\t' | '\n') { ' ' } else { c })
        .collect();
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(&visible).into_owned();
    // Copied from the source of a page.
    let normal = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&#64;", "@")]
        .iter()
        .fold(normal, |text, (entity, sign)| text.replace(entity, sign));
    // Some pages write an address so that programs don't find it.
    ["(at)", "[at]", "{at}", "(AT)", "[AT]", "(ät)", "[ät]", "(a)"]
        .iter()
        .fold(normal, |text, sign| replace_with_spaces(&text, sign, "@"))
}

/// Replaces a sign and the spaces around it. Only in a text without an `@`.
fn replace_with_spaces(text: &str, sign: &str, by: &str) -> String {
    match text.split_once(sign) {
        Some((before, after)) if !text.contains('@') => {
            let domain = after.trim_start();
            let domain = ["(dot)", "[dot]", "{dot}", "(punkt)", "[punkt]", "(DOT)", "[DOT]"]
                .iter()
                .fold(domain.to_owned(), |domain, dot| {
                    domain.split(dot).map(str::trim).collect::<Vec<_>>().join(".")
                });
            format!("{}{by}{domain}", before.trim_end())
        }
        _ => text.to_owned(),
    }
}

/// The text with the addresses of a `mailto:` decoded: `mailto:Office%20%3Coffice@firma.example%3E`.
fn decoded_mailto(text: &str) -> String {
    let text = text.trim();
    if !text.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
        return text.to_owned();
    }
    let (addresses, query) = text.split_at(text.find('?').unwrap_or(text.len()));
    format!("{}{query}", percent_decode_str(addresses).decode_utf8_lossy())
}

/// The pieces with an `@`, cut at everything that separates addresses, without `mailto:` and its query.
fn pieces_with_at(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || "<>()[]{}\"“”„«»,;|/".contains(c))
        .map(|piece| without_mailto(piece.trim_matches(is_around)))
        .filter(|piece| piece.contains('@'))
        .collect()
}

/// Whether the text says with its signs that this piece is the address, and the words around it are not
/// parts of it.
fn is_marked(text: &str, piece: &str) -> bool {
    if !is_address(piece) {
        return false;
    }
    let Some((before, after)) = text.split_once(piece) else {
        // It was written as a percent-encoded `mailto:`.
        return true;
    };
    let (before, after) = (before.trim_start_matches(is_around), after.trim_end_matches(is_around));
    is_mark_before(before) && is_mark_after(after)
}

fn is_mark_before(before: &str) -> bool {
    let words = before.trim();
    let is_in_brackets = before.trim_end().ends_with([')', ']']);
    let last = before.trim_end_matches(' ').chars().last();
    words.is_empty()
        || is_in_brackets
        || matches!(
            last,
            Some('<' | '(' | '[' | '"' | '“' | '„' | '«' | ':' | '\t' | '\n' | '|' | ';' | '=')
        )
        || (before.ends_with(' ')
            && matches!(last, Some(',' | '-' | '–' | '—' | '•' | '·' | '*' | '→')))
        || before.to_lowercase().trim_end_matches('/').ends_with("mailto:")
        || is_label(words)
}

fn is_mark_after(after: &str) -> bool {
    let first = after.trim_start_matches(' ').chars().next();
    let second = after.trim_start_matches(is_around).chars().next();
    after.trim().is_empty()
        || matches!(first, Some('>' | '(' | '[' | '"' | '”' | '“' | '»' | '\t' | '\n' | '|'))
        // A query of `mailto:`.
        || after.starts_with(['?', '&'])
        // A comma inside an address is a typo for a dot, so it must have a space after it.
        || (matches!(first, Some(',' | ';' | ')' | ']' | '.')) && second.is_some_and(char::is_whitespace))
        || (after.starts_with(' ') && matches!(first, Some('-' | '–' | '—' | '•' | '·' | '/' | '→')))
}

fn is_label(words: &str) -> bool {
    let words = words.trim_end_matches(is_around).to_lowercase();
    // `adres e-mail`, `indirizzo email`
    let ends_with = |label: &&str| {
        words.strip_suffix(*label).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    LABELS.iter().any(ends_with)
}

/// Whether the last parameter of a query is named like an address: `…&email=office@firma.example`.
fn is_parameter(query: &str) -> bool {
    query
        .rsplit_once('=')
        .is_some_and(|(names, _)| names.rsplit(['&', '?']).next().is_some_and(is_label))
}

/// The text without the signs around it and a label with a colon.
fn without_surroundings(text: &str) -> String {
    let text = text.trim_matches(|c| is_around(c) || c.is_whitespace());
    let text = match text.split_once(':') {
        Some((label, rest)) if !label.contains('@') && !rest.starts_with('/') => rest,
        _ => text,
    };
    text.trim().to_owned()
}

/// The address of a `mailto:` (RFC 6068) without its query.
fn without_mailto(piece: &str) -> String {
    let scheme = piece.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    if scheme.is_none() {
        // A label without a space: `E-Mail:office@firma.example`, `email=office@firma.example`.
        let labelled = match piece.split_once([':', '=']) {
            Some((label, rest)) if is_label(label) => Some(rest),
            // `name=Office&email=office@firma.example`
            Some((_, rest)) if piece.contains('&') && is_parameter(rest) => {
                rest.rsplit_once('=').map(|(_, address)| address)
            }
            _ => piece
                .split_once(':')
                .filter(|(label, _)| !label.contains('@'))
                .map(|(_, rest)| rest),
        };
        let piece = labelled.unwrap_or(piece);
        // A query without the scheme: `office@firma.example?subject=…`.
        let address = match piece.split_once('?') {
            Some((address, query)) if address.contains('@') && !query.contains('@') => address,
            _ => piece,
        };
        return address.to_owned();
    }
    let target = piece[7..].trim_start_matches('/');
    let address = match target.split_once('?') {
        Some(("", query)) => {
            query.split('&').find_map(|field| field.strip_prefix("to=")).unwrap_or("")
        }
        Some((address, _)) => address,
        None => target,
    };
    percent_decode_str(address).decode_utf8_lossy().trim().to_owned()
}

fn is_around(c: char) -> bool {
    // Pictures such as `✉` come with a signature.
    let is_picture = matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    AROUND.contains(c) || is_picture
}
