//! What is between two groups of digits, read character by character.

use super::characters::Kind;
use super::words::{self, Word};

/// What comes before a group of digits.
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

/// What the words between two groups of digits say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Words {
    /// There are none.
    #[default]
    None,
    /// All are known, and this one says most.
    Known(Word),
    /// One of them is in no list.
    Strange,
}

/// Reads what comes before a group of digits.
#[derive(Default)]
pub(super) struct GapReader {
    pub(super) gap: Gap,
    /// What the words so far say.
    pub(super) words: Words,
    /// The character before, which may be a digit.
    pub(super) last: Option<Kind>,
    first: Option<char>,
    characters: usize,
    blanks: usize,
    /// The word that is being read.
    word: String,
    /// Whether the word touches a digit or a plus before it.
    touches: bool,
}

impl GapReader {
    /// Reads one character. `None`: the text is not a number.
    pub(super) fn character(&mut self, character: char, kind: Kind) -> Option<()> {
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

    /// Makes the gap at least of this kind.
    pub(super) fn add(&mut self, kind: GapKind) {
        self.gap.kind = self.gap.kind.max(kind);
    }

    /// Looks up the word that ends here. `None`: letters that touch a digit or a plus
    /// and are no label, as in an account number.
    pub(super) fn end_word(&mut self, touches: bool) -> Option<()> {
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

    /// Whether the digits before this count a line or a label: `Phone 2: `, `1) `, `1. +`.
    pub(super) fn ends_a_count(&self, digits: &str, is_labelled: bool) -> bool {
        let ends = match self.first {
            Some(':') => self.characters > 1 && (is_labelled || self.gap.plus),
            Some(')') => true,
            Some('.') => self.gap.plus,
            _ => false,
        };
        ends && digits.len() == 1
    }
}
