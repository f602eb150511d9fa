//! Reads what a person typed or pasted: groups of digits, and what stands between and around them.
//!
//! This stage knows no numbering plan. It ignores invisible characters, signs and known words around
//! the digits. `parts` decides later where one number ends and the next begins.

use super::characters::{Kind, is_invisible};
use super::spreadsheet::{self, Exponent};
use super::words::{self, Word};

/// The most characters that are read: two numbers with words around them.
const LONGEST_INPUT: usize = 200;

/// What a person typed, analysed without a numbering plan.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Pasted {
    /// No visible character.
    Nothing,
    /// No digits, a character that no phone number has, or too many characters.
    NotANumber,
    /// A spreadsheet has cut off digits: `4,98213E+11`.
    CutOff,
    /// At least one group of digits, or a plus without digits so far.
    Text(Text),
}

/// The groups of digits of what was typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) groups: Vec<Group>,
    /// Whether there are words that are in no list.
    pub(super) strange_words: bool,
    /// Whether the text ends with a word for an extension.
    pub(super) extension: bool,
}

/// Digits without anything between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// ASCII digits.
    pub(super) digits: String,
    /// What stands before the digits.
    pub(super) gap: Gap,
}

/// What stands before a group of digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) kind: GapKind,
    /// Whether there is a plus.
    pub(super) plus: bool,
    /// Whether the last character is a dash: `/-12`.
    pub(super) dash: bool,
    /// Whether a bracket opens.
    pub(super) opens: bool,
    /// The only character, if there is just one.
    pub(super) only: Option<char>,
}

/// The kinds of gaps between two groups of digits, by how much they separate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum GapKind {
    /// Characters that people put between the digits of one number.
    #[default]
    Inside,
    /// A tab, the end of a line, or several blanks.
    Wide,
    /// A slash: in `0821/3437654` inside a number, in `3437654/55` between two.
    Slash,
    /// "Or": two numbers.
    Or,
    /// A comma, a semicolon or a number sign: two numbers, or a number and its extension.
    Mark,
    /// A word for an extension.
    Extension,
    /// Other words and signs, or the beginning of the text.
    Apart,
}

impl Pasted {
    /// Reads the input. Of a longer input only the first 201 characters are read.
    pub(super) fn read(input: &str) -> Self {
        if input.chars().nth(LONGEST_INPUT).is_some() {
            return Self::NotANumber;
        }
        let text = visible(input);
        let text = text.trim();
        if text.is_empty() {
            return Self::Nothing;
        }
        match spreadsheet::exponent(text) {
            Exponent::CutOff => Self::CutOff,
            Exponent::Whole(text) => Self::read_text(&text),
            Exponent::None => Self::read_text(text),
        }
    }

    fn read_text(text: &str) -> Self {
        let Some(mut text) = Reader::default().read(text) else { return Self::NotANumber };
        if spreadsheet::drop_decimals(&mut text.groups) {
            Self::Text(text)
        } else {
            Self::NotANumber
        }
    }
}

/// The text without invisible characters, and with the plus and blanks of links decoded.
fn visible(input: &str) -> String {
    let text: String = input.chars().filter(|character| !is_invisible(*character)).collect();
    if !text.contains('%') {
        return text;
    }
    ["%2B", "%2b"].iter().fold(text.replace("%20", " "), |text, plus| text.replace(plus, "+"))
}

/// Reads a text character by character.
#[derive(Default)]
struct Reader {
    read: Text,
    /// What has been read since the last digit.
    gap: GapReader,
}

/// What the words between two groups of digits say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Words {
    /// There are none.
    #[default]
    None,
    /// All are known, and this one says most.
    Known(Word),
    /// One of them is in no list.
    Strange,
}

#[derive(Default)]
struct GapReader {
    gap: Gap,
    first: Option<char>,
    characters: usize,
    blanks: usize,
    /// The word that is being read.
    word: String,
    /// Whether the word touches a digit or a plus before it.
    touches: bool,
    /// What the words so far say.
    words: Words,
    last: Option<Kind>,
}

impl Reader {
    /// The groups of the text; `None` if it is not a number.
    fn read(mut self, text: &str) -> Option<Text> {
        if is_code(text) {
            return None;
        }
        for character in text.chars() {
            let kind = Kind::of(character);
            if let Kind::Digit(digit) = kind {
                self.digit(digit)?;
            } else {
                self.gap.character(character, kind)?;
            }
            self.gap.last = Some(kind);
        }
        self.end()
    }

    fn digit(&mut self, digit: char) -> Option<()> {
        if matches!(self.gap.last, Some(Kind::Digit(_)))
            && let Some(group) = self.read.groups.last_mut()
        {
            group.digits.push(digit);
            return Some(());
        }
        let mut between = std::mem::take(&mut self.gap);
        between.end_word(true)?;
        self.read.strange_words |= between.words == Words::Strange;
        if self.read.groups.is_empty() {
            between.gap.kind = GapKind::Apart;
        } else {
            match between.words {
                Words::None => {}
                Words::Known(Word::Extension) if !between.gap.plus => {
                    between.add(GapKind::Extension);
                }
                Words::Known(Word::Or) => between.add(GapKind::Or),
                Words::Known(_) | Words::Strange => between.add(GapKind::Apart),
            }
        }
        self.drop_count(&mut between);
        self.read.groups.push(Group { digits: digit.to_string(), gap: between.gap });
        Some(())
    }

    /// Drops a digit that numbers a label or a line: `Phone 2: +49 …`, `1) +49 …`.
    fn drop_count(&mut self, between: &mut GapReader) {
        let Some(Group { digits, gap }) = self.read.groups.last() else { return };
        let may_count =
            matches!(gap.kind, GapKind::Apart | GapKind::Mark) && !gap.plus && !gap.opens;
        if may_count && between.ends_a_count(digits) {
            self.read.groups.pop();
            between.gap.kind = GapKind::Apart;
        }
    }

    fn end(mut self) -> Option<Text> {
        self.gap.end_word(false)?;
        self.read.strange_words |= self.gap.words == Words::Strange;
        self.read.extension = self.gap.words == Words::Known(Word::Extension);
        if !self.read.groups.is_empty() {
            // A plus after the digits may belong to a number that is missing.
            return (!self.gap.gap.plus).then_some(self.read);
        }
        let only_plus = self.gap.gap.plus && self.gap.words == Words::None;
        only_plus.then(|| {
            self.read.groups.push(Group { digits: String::new(), gap: self.gap.gap });
            self.read
        })
    }
}

impl GapReader {
    fn character(&mut self, character: char, kind: Kind) -> Option<()> {
        if kind == Kind::Letter {
            if self.word.is_empty() {
                self.touches = matches!(self.last, Some(Kind::Digit(_) | Kind::Plus));
            }
            self.word.push(character);
        } else {
            self.end_word(kind == Kind::Plus)?;
        }
        self.first = self.first.or(Some(character));
        self.characters += 1;
        self.gap.only = match self.gap.only {
            Some(' ') if character == '.' => Some('.'),
            _ => (self.characters == 1).then_some(character),
        };
        self.gap.dash = kind == Kind::Dash || (self.gap.dash && kind == Kind::Blank);
        self.blanks = if kind == Kind::Blank { self.blanks + 1 } else { 0 };
        match kind {
            Kind::Plus => {
                self.gap.plus = true;
                self.add(GapKind::Apart);
            }
            Kind::Slash => self.add(GapKind::Slash),
            Kind::Break => self.add(GapKind::Wide),
            Kind::Blank if self.blanks > 1 => self.add(GapKind::Wide),
            Kind::Open => self.gap.opens = true,
            Kind::Close if self.gap.opens => self.gap.opens = false,
            Kind::Sign => match character {
                ',' | ';' | '#' | '\u{FF0C}' | '\u{FF1B}' | '\u{060C}' => self.add(GapKind::Mark),
                '\\' => self.add(GapKind::Slash),
                '&' => self.add(GapKind::Or),
                // Addresses and percentages, and numerals that are not decimal digits.
                '@' | '%' => return None,
                _ if character.is_numeric() => return None,
                _ => self.add(GapKind::Apart),
            },
            _ => {}
        }
        Some(())
    }

    fn add(&mut self, kind: GapKind) {
        self.gap.kind = self.gap.kind.max(kind);
    }

    /// Looks up the word that ends here. `None`: letters that touch a digit or a plus
    /// and are no label, as in an account number.
    fn end_word(&mut self, touches: bool) -> Option<()> {
        if self.word.is_empty() {
            return Some(());
        }
        let is_letter = self.word.chars().count() == 1;
        let word = words::kind_of(&std::mem::take(&mut self.word));
        let may_touch = match word {
            Some(Word::Extension) => true,
            Some(Word::Label) => !(is_letter && self.touches),
            _ => false,
        };
        if !may_touch && (touches || self.touches) {
            return None;
        }
        self.words = match (self.words, word) {
            (Words::Strange, _) | (_, None) => Words::Strange,
            (Words::Known(before), Some(Word::Filler)) => Words::Known(before),
            (Words::Known(Word::Label), Some(Word::Or)) => Words::Known(Word::Label),
            (_, Some(word)) => Words::Known(word),
        };
        Some(())
    }

    /// Whether this follows digits that count: `2: `, `1) `, `1. +`.
    fn ends_a_count(&self, digits: &str) -> bool {
        match self.first {
            Some(':') => self.characters > 1 && digits.len() <= 2,
            Some(')') => digits.len() == 1,
            Some('.') => self.gap.plus && digits.len() <= 2,
            _ => false,
        }
    }
}

/// Whether this is a code to dial, such as `*100#`.
fn is_code(text: &str) -> bool {
    text.starts_with(['*', '#']) && text.ends_with('#')
}
