//! Extracts the digits of a typed number from any common spelling.

use rlibphonenumber::PHONE_NUMBER_UTIL;

/// The most characters of a phone number. Twice as many as the longest plan needs with separators.
const LONGEST_INPUT: usize = 64;

/// The words before an extension, in lower case, in the languages of Nova Post's countries.
const EXTENSION_WORDS: [&str; 24] = [
    "anexo",
    "app",
    "apparat",
    "durchwahl",
    "dw",
    "ext",
    "extension",
    "extensión",
    "extn",
    "int",
    "interno",
    "kl",
    "klapka",
    "linka",
    "mellék",
    "poste",
    "toestel",
    "vid",
    "wew",
    "wewn",
    "x",
    "вн",
    "внутр",
    "доб",
];

/// What a person typed, analysed without a numbering plan.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// No visible character.
    Nothing,
    /// A character that no phone number has, or too many characters.
    NotANumber,
    /// Digits, or a plus without digits so far.
    Number(TypedNumber),
}

/// The digits of what was typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct TypedNumber {
    /// ASCII digits, in order, without an extension.
    pub(super) digits: String,
    /// Whether there is a plus before the digits.
    pub(super) plus: bool,
    /// Whether there is an extension after the digits.
    pub(super) extension: bool,
}

impl Typed {
    /// Reads the input. Of a longer input only the first 65 characters are read.
    pub(super) fn read(input: &str) -> Self {
        if input.chars().nth(LONGEST_INPUT).is_some() {
            return Self::NotANumber;
        }
        let text = input.trim_matches(is_blank);
        if text.is_empty() {
            return Self::Nothing;
        }
        let text = without_scheme(text);

        let mut number = TypedNumber {
            digits: String::with_capacity(text.len().min(LONGEST_INPUT)),
            ..TypedNumber::default()
        };
        for (at, character) in text.char_indices() {
            if let Some(digit) = decimal_digit(character) {
                number.digits.push(digit);
            } else if is_plus(character) && number.digits.is_empty() {
                // Two plus signs count as one.
                number.plus = true;
            } else if is_extension(&text[at..]) && !number.digits.is_empty() {
                number.extension = true;
                break;
            } else if !is_separator(character) {
                return Self::NotANumber;
            }
        }
        if number.digits.is_empty() && !number.plus {
            return Self::NotANumber;
        }
        Self::Number(number)
    }
}

/// Strips `tel:`, as in links (RFC 3966), and `Tel.`, as in email signatures.
fn without_scheme(text: &str) -> &str {
    match text.split_at_checked(3) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("tel") => {
            rest.trim_start_matches(['.', ':'])
        }
        _ => text,
    }
}

/// The ASCII digit for a decimal digit of any script.
fn decimal_digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    if !character.is_numeric() {
        return None;
    }
    // Fractions and circled numbers are numeric too. The library knows which are decimal digits.
    let mut utf8 = [0; 4];
    PHONE_NUMBER_UTIL.normalize_digits_only(character.encode_utf8(&mut utf8)).chars().next()
}

fn is_plus(character: char) -> bool {
    matches!(character, '+' | '\u{FE62}' | '\u{FF0B}')
}

/// Whitespace of every kind, and invisible characters that come with copied text.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character,
            '\u{00AD}' // soft hyphen
            | '\u{034F}' | '\u{061C}' | '\u{180E}' // joiner and marks of Arabic and Mongolian
            | '\u{200B}'..='\u{200F}' // zero width, left-to-right, right-to-left
            | '\u{202A}'..='\u{202E}' // embeddings and overrides of direction
            | '\u{2060}'..='\u{206F}' // word joiner, isolates
            | '\u{FE00}'..='\u{FE0F}' // variation selectors
            | '\u{FEFF}' // byte order mark
        )
}

/// Characters that people put between digits.
fn is_separator(character: char) -> bool {
    is_blank(character)
        || matches!(
            character,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{2043}'
                    | '\u{2212}'
                    | '\u{2E3A}'
                    | '\u{2E3B}'
                    | '\u{30FC}'
                    | '\u{FE58}'
                    | '\u{FE63}'
                    | '\u{FF0D}'
                    | '.'
                    | '\u{00B7}'
                    | '\u{2022}'
                    | '\u{2024}'
                    | '\u{2027}'
                    | '\u{22C5}'
                    | '\u{FF0E}'
                    | '/'
                    | '\u{2044}'
                    | '\u{2215}'
                    | '\u{FF0F}'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '\u{FF08}'
                    | '\u{FF09}'
                    | '\u{FF3B}'
                    | '\u{FF3D}'
                    | '_'
                    | '~'
                    | '\u{2053}'
                    | '\u{223C}'
                    | '\u{FF5E}'
        )
}

/// Whether the text begins with a word or sign for an extension, followed only by its digits.
fn is_extension(rest: &str) -> bool {
    let Some(first) = rest.chars().next().filter(|&c| !is_separator(c)) else {
        return false;
    };
    let Some(number_at) = rest.find(|c| decimal_digit(c).is_some()) else {
        return false;
    };
    let (label, number) = rest.split_at(number_at);
    if !number.chars().all(|c| decimal_digit(c).is_some() || is_separator(c)) {
        return false;
    }
    let word: String =
        label.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if word.is_empty() {
        matches!(first, ',' | ';' | '#')
    } else {
        EXTENSION_WORDS.contains(&word.as_str())
    }
}
