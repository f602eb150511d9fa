//! Names that look like another: with letters of another alphabet, another case, other blanks.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Letters that look alike, as the first of each row. Case was removed before, so a letter counts also if only its
/// capital form looks alike. Rows are wide rather than narrow: a name that is wrongly taken for a look-alike costs a
/// question. The letters are a choice from Unicode's list for Latin, Greek and Cyrillic [UTS 39: confusables].
const ALIKE: [&str; 22] = [
    "aаαɑ",
    "bвьβ",
    "cсϲ",
    "dԁ",
    "eеєεёэ",
    "fғ",
    "gԍɡ",
    "hнһη",
    "ilіїιı1|!jј",
    "kкκ",
    "mмμ",
    "nпи",
    "oоο0ωσфө",
    "pрρ",
    "qԛ",
    "rгґ",
    "sѕ5ꜱ",
    "tтτ",
    "uυцμ",
    "vνѵ",
    "wшщԝω",
    "xхχж",
];

/// Rows for letters that have no letter of Latin beside them.
const MORE: [&str; 4] = ["yуγч", "3зэ", "4ч", "лλ"];

/// Pairs of letters that look like one.
const PAIRS: [(&str, &str); 3] = [("rn", "m"), ("vv", "w"), ("ci", "d")];

/// The first of these names that looks like a name, whether it is the same or not.
#[must_use]
pub fn look_alike<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = look(name);
    known.into_iter().find(|other| look(other) == wanted)
}

/// A text that is the same for names that look alike.
fn look(name: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(name);
    let letters = decomposed.chars().flat_map(char::to_lowercase);
    let mut look: String = letters.filter(|letter| letter.is_alphanumeric()).map(first).collect();
    for (pair, one) in PAIRS {
        look = look.replace(pair, one);
    }
    look
}

fn first(letter: char) -> char {
    let rows = ALIKE.iter().chain(&MORE);
    let row = rows.into_iter().find(|row| row.contains(letter));
    row.and_then(|row| row.chars().next()).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::look_alike;

    #[test]
    fn names_that_look_alike_are_found() {
        for (name, other) in [
            ("Oleh Koval", "Oleh Koval"),
            ("Oleh Koval", "oleh  koval"),
            ("Oleh Koval", "OlehKoval"),
            // Cyrillic letters in a Latin name, and Latin ones in a Cyrillic name.
            ("Oleh Koval", "Оleh Kоvаl"),
            ("Олег Коваль", "Oлeг Кoвaль"),
            ("Oleh Koval", "0leh Kova1"),
            ("Oleh Koval", "Oleh KovaI"),
            ("Oleh Koval", "Òleh Koval."),
            ("Oleh Koval", "Oleh Koval"),
            ("Adam Werner", "Adam Wemer"),
            ("Ольга Їжак", "Ольга Іжак"),
        ] {
            assert_eq!(look_alike(other, [name]), Some(name), "{other}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for (name, other) in [
            ("Oleh Koval", "Oleh Kovalenko"),
            ("Oleh Koval", "Olha Koval"),
            ("Олег Коваль", "Ольга Коваль"),
            ("Іван Франко", "Іванна Франко"),
            ("Jan Nowak", "Jana Nowak"),
        ] {
            assert_eq!(look_alike(other, [name]), None, "{other}");
        }
        assert_eq!(look_alike("Oleh", []), None);
    }
}
