//! The characters of phone numbers and of what is copied along with them.

use rlibphonenumber::PHONE_NUMBER_UTIL;

/// What a character can mean in a typed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A decimal digit of any script, as ASCII.
    Digit(char),
    Plus,
    Letter,
    Blank,
    /// A tab or the end of a line.
    Break,
    Dash,
    Slash,
    Open,
    Close,
    /// Another character that people put between the digits of one number.
    Separator,
    /// Any other visible character.
    Sign,
}

impl Kind {
    pub(super) fn of(character: char) -> Self {
        if let Some(digit) = decimal_digit(character) {
            return Self::Digit(digit);
        }
        match character {
            '+' | '\u{FE62}' | '\u{FF0B}' => Self::Plus,
            '\t' | '\n' | '\r' | '\u{000B}' | '\u{000C}' | '\u{0085}' | '\u{2028}' | '\u{2029}' => {
                Self::Break
            }
            '-'
            | '\u{2010}'..='\u{2015}'
            | '\u{2043}'
            | '\u{2212}'
            | '\u{2E3A}'
            | '\u{2E3B}'
            | '\u{30FC}'
            | '\u{FE58}'
            | '\u{FE63}'
            | '\u{FF0D}' => Self::Dash,
            '/' | '\u{2044}' | '\u{2215}' | '\u{FF0F}' => Self::Slash,
            '(' | '[' | '\u{FF08}' | '\u{FF3B}' => Self::Open,
            ')' | ']' | '\u{FF09}' | '\u{FF3D}' => Self::Close,
            // Dots, underscores and tildes.
            '.' | '\u{00B7}' | '\u{2022}' | '\u{2024}' | '\u{2027}' | '\u{22C5}' | '\u{FF0E}'
            | '_' | '~' | '\u{2053}' | '\u{223C}' | '\u{FF5E}'
            // Apostrophes, as in Swiss numbers.
            | '\'' | '`' | '\u{00B4}' | '\u{02B9}'..='\u{02BC}' | '\u{2018}'..='\u{201B}'
            | '\u{2032}' | '\u{FF07}' => Self::Separator,
            _ if character.is_whitespace() => Self::Blank,
            _ if character.is_alphabetic() => Self::Letter,
            _ => Self::Sign,
        }
    }
}

/// The ASCII digit for a decimal digit of any script.
pub(super) fn decimal_digit(character: char) -> Option<char> {
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

/// Whether nobody sees the character: it is ignored wherever it is. These are the characters that
/// Unicode calls ignorable by default, control characters, marks that change the look of the character
/// before them (the accents of decomposed letters, the frame of a keycap), and placeholders of objects.
pub(super) fn is_invisible(character: char) -> bool {
    let is_control = character.is_control() && !character.is_whitespace();
    is_control
        || matches!(character,
            '\u{00AD}'
            | '\u{0300}'..='\u{036F}'
            | '\u{061C}'
            | '\u{115F}' | '\u{1160}'
            | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{20D0}'..='\u{20F0}'
            | '\u{2800}' // the blank of braille
            | '\u{3164}' | '\u{FFA0}' // fillers of Hangul
            | '\u{E000}'..='\u{F8FF}' // private use: pictures of a font
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFF0}'..='\u{FFFC}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{1F3FB}'..='\u{1F3FF}' // colours of skin
            | '\u{E0000}'..='\u{E0FFF}'
        )
}
