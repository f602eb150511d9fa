//! Cells that no spreadsheet changes.
//!
//! Excel and `LibreOffice` calculate a cell whose text begins with one of a few signs. A formula can open
//! addresses and start programs. A text that looks like a number or a date becomes one: `0012` turns into 12.
//! An apostrophe before the text keeps it. A text that begins with an apostrophe itself gets one more, so
//! that [`restored`] undoes [`safe`] exactly.

use std::borrow::Cow;

/// The signs with which a formula begins; the last four are wide forms, which some spreadsheets take too.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const APOSTROPHE: char = '\'';

/// What is no part of a cell's text at its ends.
pub(super) const BLANKS: [char; 3] = [' ', '\u{a0}', '\u{feff}'];

/// The text as a cell.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    if needs_apostrophe(text) {
        Cow::Owned(format!("{APOSTROPHE}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The last four characters of a key after an ellipsis: without it, a spreadsheet makes a number of `4e12` or `0012`.
pub(super) fn last_four(characters: &str) -> String {
    if characters.is_empty() { String::new() } else { format!("…{characters}") }
}

/// The text of a cell. An apostrophe before any other text is a part of it.
pub(super) fn restored(cell: &str) -> &str {
    cell.strip_prefix(APOSTROPHE).filter(|text| needs_apostrophe(text)).unwrap_or(cell)
}

fn needs_apostrophe(text: &str) -> bool {
    text.starts_with(SIGNS) || text.starts_with(APOSTROPHE) || looks_like_number(text)
}

/// Numbers, dates, times and percentages, also in the notation of `4e12`.
fn looks_like_number(text: &str) -> bool {
    let is_in_number = |sign: char| sign.is_ascii_digit() || ".,:/ \u{a0}eE+-%".contains(sign);
    text.contains(|sign: char| sign.is_ascii_digit()) && text.chars().all(is_in_number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_becomes_text_and_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+49 821", "'+49 821"),
            ("-5", "'-5"),
            ("@sum", "'@sum"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'s-Hertogenbosch", "''s-Hertogenbosch"),
            ("'", "''"),
            ("Shop = Laden", "Shop = Laden"),
            ("0012", "'0012"),
            ("4e12", "'4e12"),
            ("27.08.2026", "'27.08.2026"),
            ("'5", "''5"),
            ("3 Raben", "3 Raben"),
            ("", ""),
        ] {
            assert_eq!(safe(text), cell);
            assert_eq!(restored(cell), text);
        }
    }

    #[test]
    fn an_apostrophe_that_the_app_did_not_write_stays() {
        for cell in ["'t Winkeltje", "'90s shop"] {
            assert_eq!(restored(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_with_a_sign_of_formulas_and_each_is_restored(text in "['=+@\t\r-]{0,3}([0-9.eE]{1,4}|\\PC{0,5})") {
            let cell = safe(&text);
            prop_assert!(!cell.starts_with(SIGNS) && !looks_like_number(&cell));
            prop_assert_eq!(restored(&cell), text.as_str());
        }
    }
}
