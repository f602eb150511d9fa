//! Texts in the form in which they are searched and sorted: SQLite changes the case of ASCII letters only.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use crate::model::KeyRecord;

/// Comes after every letter.
const LAST: char = '\u{10FFFF}';

/// The text for a search: small letters, Latin letters without their marks, and one form of blanks,
/// apostrophes, quotation marks and dashes. Cyrillic letters keep their marks: й is no и.
pub(super) fn fold(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let decomposing = DecomposingNormalizerBorrowed::new_nfkd();
    let mut folded = String::with_capacity(composed.len());
    for letter in composed.chars().flat_map(char::to_lowercase) {
        match letter {
            _ if letter.is_whitespace() => folded.push(' '),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            '’' | '‘' | 'ʼ' | '`' | '´' => folded.push('\''),
            '«' | '»' | '„' | '“' | '”' => folded.push('"'),
            '‐'..='―' | '−' => folded.push('-'),
            // What is left of letters whose small form has a mark that can't be composed.
            '\u{300}'..='\u{36F}' => {}
            _ if letter.is_ascii() => folded.push(letter),
            _ => {
                let mut buffer = [0; 4];
                let decomposed = decomposing.normalize(letter.encode_utf8(&mut buffer));
                let base = decomposed.chars().next().filter(char::is_ascii_alphabetic);
                folded.push(base.unwrap_or(letter));
            }
        }
    }
    folded
}

/// All that a search finds of a key, one text a line.
pub(super) fn search_text(key: &KeyRecord) -> String {
    let mut text = String::new();
    let company = key.company.iter().flat_map(|company| [&company.name, &company.code]);
    let places = key.places.iter().map(|place| &place.name);
    let texts = [&key.name, &key.last_four, &key.holder, &key.notes];
    let all = texts.into_iter().chain(&key.phone).chain(&key.organizations);
    for part in all.chain(places).chain(company) {
        text.push_str(&fold(part));
        text.push('\n');
    }
    text
}

/// The words of a search. A key is found if each of them occurs in its text.
pub(super) fn words(search: &str) -> Vec<String> {
    fold(search).split_whitespace().map(str::to_owned).collect()
}

/// A name in the order of the Ukrainian alphabet, whose letters ґ, є, і and ї are elsewhere in Unicode. A
/// key without a name comes last.
pub(super) fn sort_name(name: &str) -> String {
    if name.trim().is_empty() {
        return LAST.to_string();
    }
    let mut sorted = String::with_capacity(name.len());
    for letter in fold(name.trim()).chars() {
        match letter {
            'ґ' => sorted.extend(['г', LAST]),
            'є' => sorted.extend(['е', LAST]),
            'і' => sorted.extend(['и', LAST]),
            'ї' => sorted.extend(['и', LAST, LAST]),
            other => sorted.push(other),
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_ignores_case_and_the_marks_of_latin_letters() {
        for (text, search) in [
            ("ТОВ «Київський склад»", "київський СКЛАД"),
            ("ҐАНОК І ЇЖАК", "ґанок і їжак"),
            ("Spółka ŁÓDŹ", "łódź"),
            ("Spółka ŁÓDŹ", "lodz"),
            ("Müller & Groß GmbH", "GROSS muller"),
            ("Müller & Groß GmbH", "MÜLLER groß"),
            ("м’ята", "М'ЯТА"),
            ("Mu\u{308}ller", "müller"),
            ("Škoda\u{a0}Plzeň", "skoda plzen"),
            ("Ｗｅｂ", "web"),
        ] {
            let folded = fold(text);
            assert!(words(search).iter().all(|word| folded.contains(word)), "{search} in {text}");
        }
    }

    #[test]
    fn cyrillic_letters_are_not_confused() {
        assert!(!fold("Київ").contains(&fold("Киів")));
        assert!(!fold("мій").contains(&fold("міи")));
    }

    #[test]
    fn names_are_in_the_order_of_the_ukrainian_alphabet() {
        let ordered =
            ["", "Ґанок", "Гараж", "Єва", "Ель", "Юг", "Іра", "Ива", "Їжак", "Йод", "abc", "Äbd"];
        let mut names = ordered.to_vec();
        names.sort_by_key(|name| sort_name(name));
        assert_eq!(
            names,
            ["abc", "Äbd", "Гараж", "Ґанок", "Ель", "Єва", "Ива", "Іра", "Їжак", "Йод", "Юг", ""]
        );
    }
}
