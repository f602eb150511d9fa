//! A copied text as a person would read it: without invisible characters and escapes.

use zeroize::Zeroizing;

/// The text without invisible characters. Control characters and unusual blanks become spaces, and the
/// punctuation that an address or a JSON text writes as an escape (`%3D`, `\u0022`, `\n`) becomes itself.
pub(super) fn readable(text: &str) -> Zeroizing<String> {
    // It never grows: a buffer that grows leaves a copy behind.
    let mut readable = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (character, length) = escaped(rest).unwrap_or((first, first.len_utf8()));
        rest = &rest[length..];
        match character {
            _ if is_invisible(character) => {}
            '\n' => readable.push('\n'),
            // Braille's empty pattern looks like a space.
            '\u{2800}' => readable.push(' '),
            _ if character.is_control() => readable.push(' '),
            _ => readable.push(character),
        }
    }
    readable
}

/// The character that an escape at the start of the text means, and the length of the escape.
fn escaped(text: &str) -> Option<(char, usize)> {
    let hex = |range: std::ops::Range<usize>| {
        let digits = text.get(range)?;
        let are_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        are_digits.then(|| u32::from_str_radix(digits, 16).ok())?
    };
    let (code, length) = match text.as_bytes() {
        // An address inside another one is escaped twice: `%253D`.
        [b'%', b'2', b'5', ..] if hex(3..5).is_some() => (hex(3..5)?, 5),
        [b'%', ..] => (hex(1..3)?, 3),
        [b'\\', b'u', ..] => (hex(2..6)?, 6),
        [b'\\', b'n' | b'r', ..] => return Some(('\n', 2)),
        [b'\\', b't', ..] => return Some((' ', 2)),
        _ => return None,
    };
    let character = char::from_u32(code)?;
    // `%C3` is a part of a character. The three bytes of `%80` are enough for any ASCII character.
    let is_whole = length == 6 || character.is_ascii();
    (is_whole && !character.is_alphanumeric()).then_some((character, length))
}

/// Characters that show nothing: zero-width spaces and joiners, marks for the direction of writing,
/// soft hyphens, variation selectors, fillers and tags.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{70F}' | '\u{115F}'..='\u{1160}'
        | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_and_escapes_are_removed_and_letters_stay() {
        for (text, expected) in [
            ("\u{FEFF}a\u{200B}b\u{AD}c\u{2060}", "abc"),
            ("a\0b\u{2800}c", "a b c"),
            ("apiKey%3Dab%22", "apiKey=ab\""),
            ("apiKey%253Dab 25%2540", "apiKey=ab 25@"),
            ("100%25 %25", "100% %"),
            (r"\u0022ab\u0022", "\"ab\""),
            (r"ab\ncd", "ab\ncd"),
            ("%D0%BA %4 %", "%D0%BA %4 %"),
            ("%61", "%61"),
            ("ключ", "ключ"),
        ] {
            assert_eq!(*readable(text), expected, "{text:?}");
        }
    }
}
