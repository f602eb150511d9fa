//! Reads what a person typed or pasted: groups of digits, and what is between and around them.
//!
//! This stage knows no numbering plan. It ignores invisible characters, signs and known words around
//! the digits. `parts` decides later where one number ends and the next begins.

use super::characters::{Kind, is_invisible};
use super::gap::{Gap, GapKind, GapReader, Words};
use super::spreadsheet::{self, Exponent};
use super::words::Word;

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
    /// What comes before the digits.
    pub(super) gap: Gap,
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
    /// Whether there are words before the last group.
    is_labelled: bool,
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
        self.is_labelled = between.words != Words::None;
        self.read.groups.push(Group { digits: digit.to_string(), gap: between.gap });
        Some(())
    }

    /// Drops a digit that numbers a label or a line: `Phone 2: +49 …`, `1) +49 …`.
    fn drop_count(&mut self, between: &mut GapReader) {
        let Some(Group { digits, gap }) = self.read.groups.last() else { return };
        let may_count =
            matches!(gap.kind, GapKind::Apart | GapKind::Mark) && !gap.plus && !gap.opens;
        if may_count && between.ends_a_count(digits, self.is_labelled) {
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

/// Whether this is a code to dial, such as `*100#`.
fn is_code(text: &str) -> bool {
    text.starts_with(['*', '#']) && text.ends_with('#')
}
