//! Words that were coined for this project and that a newcomer would not understand. The glossary in
//! docs/architecture.md has the words to use.

use std::ops::Range;

use super::Violation;
use super::source::Source;

/// Words and phrases, each with what to say. A phrase matches across `snake_case`, `CamelCase` and
/// spaces, but not across hyphens: test ids and ids of messages keep their names.
const BANNED: &[(&str, &str)] = &[
    ("desk", "service"),
    ("desks", "services"),
    ("vault", "keychain"),
    ("vaults", "keychains"),
    ("keeper", "worker"),
    ("patience", "timeout"),
    ("furnish", "set up"),
    ("furnished", "set up"),
    ("furnishing", "config"),
    ("belongings", "data"),
    ("bell", "trigger"),
    ("bells", "triggers"),
    ("lend", "lease"),
    ("lends", "leases"),
    ("lent", "leased"),
    ("loan", "lease"),
    ("deed", "action or outcome"),
    ("deeds", "actions or outcomes"),
    ("quietly", "no_progress"),
    ("unasked", "non_interactive"),
    ("briefly", "with_timeout"),
    ("sow", "set up"),
    ("sown", "set up"),
    ("chore", "task"),
    ("chores", "tasks"),
    ("workshop", "development"),
    ("forerunner", "the one before"),
    ("anew", "again"),
    ("whoever", "a person, or the role"),
    ("whomever", "a person, or the role"),
    ("stands", "is"),
    ("stead", "instead"),
    ("take care", "reconcile"),
    ("looked after", "reconciled"),
    ("put aside", "delete or set aside"),
    ("bring in", "add or import"),
    ("brings in", "adds or imports"),
    ("brought in", "added or imported"),
    ("small window", "popup window"),
    ("small windows", "popup windows"),
    ("as a rule", "usually"),
    ("of its own", "its own"),
];

/// Where a word means something else: the words around it.
const MEANT: &[(&str, &str)] = &[
    ("desk", "key desk"),
    ("desk", "service desk"),
    ("desks", "key desks"),
    ("stands", "stands for"),
];

/// Files that may contain a word, or any word if it is empty, with the reason.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("src-tauri/crates/xtask/src/tidy/words.rs", "", "the list itself"),
    ("ui/src/design/HomeScene.svelte", "desk", "a drawing of a desk"),
    ("ui/src/design/HomeScene.svelte", "bell", "the bell on that desk"),
    ("ui/src/gallery/Pictures.svelte", "desk", "shows that drawing"),
    (
        "src-tauri/crates/core/src/store/migrations/04_guides_of_november_2026.sql",
        "bring in",
        "the id of a guide step in stores of earlier versions, `bring_in`",
    ),
    (
        "src-tauri/crates/core/src/store/migrations/tests.rs",
        "bring in",
        "the id of a guide step in stores of earlier versions, `bring_in`",
    ),
];

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let files = sources.iter().filter(|source| {
        source.has_extension(&["rs", "ts", "js", "svelte", "css", "ftl", "md", "sql", "toml"])
    });
    files.flat_map(check_file).collect()
}

fn check_file(source: &Source) -> Vec<Violation> {
    let path = &source.path;
    let mut violations = Vec::new();
    let mut report = |line: usize, text: &str| {
        for (word, say) in banned_in(text) {
            let is_allowed = ALLOWED
                .iter()
                .any(|(file, allowed, _)| file == path && (allowed.is_empty() || *allowed == word));
            if !is_allowed {
                violations.push(Violation::new(path, line, format!("{word:?}: say {say}")));
            }
        }
    };
    report(1, path);
    let mut in_glossary = false;
    for (at, line) in source.text.lines().enumerate() {
        if path.starts_with("docs/") && line.starts_with('#') {
            in_glossary = line.contains("Glossary");
        }
        if !in_glossary {
            report(at + 1, line);
        }
    }
    violations
}

fn banned_in(text: &str) -> Vec<(&'static str, &'static str)> {
    let words = words_of(text);
    let matches = |phrase: &str, from: usize| {
        phrase.split(' ').enumerate().all(|(offset, part)| {
            words
                .get(from + offset)
                .is_some_and(|word| word.text == part && (offset == 0 || !word.after_hyphen))
        })
    };
    let is_meant = |word: &str, at: usize| {
        MEANT.iter().filter(|(meant, _)| *meant == word).any(|(_, phrase)| {
            (at.saturating_sub(1)..=at).any(|from| {
                let length = phrase.split(' ').count();
                matches(phrase, from) && (from..from + length).contains(&at)
            })
        })
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for (banned, say) in BANNED {
            let last = at + banned.split(' ').count() - 1;
            let in_id =
                word.after_hyphen || words.get(last + 1).is_some_and(|next| next.after_hyphen);
            if matches(banned, at) && !in_id && !is_meant(banned, at) {
                found.push((*banned, *say));
            }
        }
    }
    found
}

struct Word {
    /// In lower case.
    text: String,
    after_hyphen: bool,
}

/// The words of a text; `snake_case` and `CamelCase` are split.
fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<(Range<usize>, bool)> = Vec::new();
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        if sign.is_alphabetic() {
            let begins = !before.is_alphabetic() || (before.is_lowercase() && sign.is_uppercase());
            if begins {
                words.push((at..at, before == '-'));
            }
            if let Some((range, _)) = words.last_mut() {
                range.end = at + sign.len_utf8();
            }
        }
        before = sign;
    }
    words
        .into_iter()
        .map(|(range, after_hyphen)| Word { text: text[range].to_lowercase(), after_hyphen })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&'static str> {
        banned_in(text).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn coined_words_are_found_in_identifiers_and_sentences() {
        assert_eq!(found("fn open_desk() -> OpenDesk"), ["desk", "desk"]);
        assert_eq!(found("Whoever waits has PATIENCE."), ["whoever", "patience"]);
        assert_eq!(found("fn bring_in(), class BringIn"), ["bring in", "bring in"]);
        assert_eq!(found("a window of its own"), ["of its own"]);
    }

    #[test]
    fn ordinary_words_are_not() {
        for text in [
            "Key Desk, keydesk, KeyDesk and the service desk",
            "KeychainTrouble::Locked",
            "DE stands for Germany; understands",
            "data-testid=bring-in-typed, nav-desk, room-light",
            "desktop, bedroom, belly",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_glossary_may_name_them() {
        let text = "# Glossary\n| service | desk |\n# Next\ndesk\n";
        let source = Source { path: "docs/architecture.md".to_owned(), text: text.to_owned() };
        let lines: Vec<usize> = check(&[source]).iter().map(|found| found.line).collect();
        assert_eq!(lines, [4]);
    }
}
