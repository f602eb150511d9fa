//! The words that people write beside phone numbers. `words.txt` has them, by language.

use std::collections::HashMap;
use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::characters::is_invisible;

/// What a word says about the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The kind of number: phone, mobile, office, private.
    Label,
    /// A word that goes with a label.
    Filler,
    /// "Or": joins two numbers.
    Or,
    /// Comes before an extension.
    Extension,
}

static WORDS: LazyLock<HashMap<String, Word>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let (kind, words) = line.split_once(':')?;
            Some((kind_named(kind)?, words))
        })
        .flat_map(|(kind, words)| words.split_whitespace().map(move |word| (folded(word), kind)))
        .collect()
});

/// What the word says; `None` if it is in no language's list. Capital letters and accents make no
/// difference.
pub(super) fn kind_of(word: &str) -> Option<Word> {
    WORDS.get(&folded(word)).copied()
}

fn kind_named(name: &str) -> Option<Word> {
    match name {
        "label" => Some(Word::Label),
        "filler" => Some(Word::Filler),
        "or" => Some(Word::Or),
        "extension" => Some(Word::Extension),
        _ => None,
    }
}

fn folded(word: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd();
    let lower = word.to_lowercase();
    decomposed.normalize(&lower).chars().filter(|character| !is_invisible(*character)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_word_has_one_kind_in_all_languages() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut wrong = Vec::new();
        let lines = include_str!("words.txt").lines();
        for line in lines.filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (kind, words) = line.split_once(':').expect("kind: words");
            assert!(kind_named(kind).is_some(), "{kind}");
            for word in words.split_whitespace() {
                if let Some(other) = seen.insert(folded(word), kind).filter(|other| *other != kind)
                {
                    wrong.push(format!("{word}: {other} and {kind}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn capital_letters_and_accents_make_no_difference() {
        for word in ["büro", "BÜRO", "buro", "Bu\u{308}ro"] {
            assert_eq!(kind_of(word), Some(Word::Label), "{word}");
        }
        assert_eq!(kind_of("МОБІЛЬНИЙ"), Some(Word::Label));
        assert_eq!(kind_of("flowers"), None);
    }
}
