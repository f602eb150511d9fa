//! Selects the messages that Rust shows from a catalog of the window. The build script does it, so that the program has
//! them only once more, and reads a few hundred lines at its start and not thousands.
//!
//! Both the build script and the crate's tests include this file.

use std::collections::{BTreeMap, BTreeSet};

/// The messages of a catalog that the code may name, with the messages that these contain, and all terms. `names`: of
/// [`names`].
pub(crate) fn selection(catalog: &str, names: &BTreeSet<String>) -> String {
    let entries = entries(catalog);
    let mut rest: Vec<&str> = entries.keys().copied().filter(|id| is_named(id, names)).collect();
    let mut selected = BTreeSet::new();
    while let Some(id) = rest.pop() {
        if selected.insert(id) {
            let references = entries[id].split('{').skip(1).map(|text| word(text.trim_start()));
            rest.extend(references.filter(|reference| entries.contains_key(reference)));
        }
    }
    selected.into_iter().map(|id| entries[id].as_str()).collect()
}

/// What the string literals of a Rust file begin with, as far as it can be the id of a message. `request-problem` is
/// also there for `format!("request-problem-{kind}")`.
pub(crate) fn names(code: &str) -> impl Iterator<Item = String> {
    let begins = code.split('"').map(|text| (word(text), text));
    let whole = begins.filter(|(begin, text)| {
        !begin.is_empty() && (begin.len() == text.len() || text[begin.len()..].starts_with('{'))
    });
    whole.map(|(begin, _)| begin.trim_end_matches('-').to_owned())
}

/// Whether a literal is the id, or its beginning. A single word is no beginning: too many messages have it.
fn is_named(id: &str, names: &BTreeSet<String>) -> bool {
    let parts = id.match_indices('-').map(|(at, _)| &id[..at]);
    let mut begins = parts.filter(|begin| begin.contains('-'));
    id.starts_with('-') || names.contains(id) || begins.any(|begin| names.contains(begin))
}

/// Messages and terms by their ids, without comments.
fn entries(catalog: &str) -> BTreeMap<&str, String> {
    let mut entries = BTreeMap::<&str, String>::new();
    let mut current = None;
    for line in catalog.lines() {
        if line.starts_with(|first: char| first == '-' || first.is_ascii_alphabetic()) {
            current = Some(word(line));
        } else if line.starts_with('#') {
            current = None;
        }
        if let Some(id) = current.filter(|_| !line.is_empty()) {
            let entry = entries.entry(id).or_default();
            entry.push_str(line);
            entry.push('\n');
        }
    }
    entries
}

/// The id that a text begins with.
fn word(text: &str) -> &str {
    let is_part = |letter: char| matches!(letter, '-' | '_') || letter.is_ascii_alphanumeric();
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATALOG: &str = "# For translators\n## Section\n-app = Key Desk\nwindow-title = { -app }\n\
        window-title-ask =\n    { $count ->\n        [one] one\n       *[other] { several }\n    }\n    .hint = x\n\n\
        several = many\nunused-a = a\nkind-test = Test\nkind = Kind\n";

    fn selected(code: &str) -> String {
        selection(CATALOG, &names(code).collect())
    }

    #[test]
    fn a_message_comes_with_what_it_contains() {
        assert_eq!(
            selected("say(\"window-title-ask\")"),
            "-app = Key Desk\nseveral = many\nwindow-title-ask =\n    { $count ->\n        [one] one\n       \
             *[other] { several }\n    }\n    .hint = x\n"
        );
    }

    #[test]
    fn a_literal_with_a_value_selects_all_messages_that_begin_with_it() {
        let code =
            "say(&format!(\"window-title-{kind}\")); say(\"kind\"); let x = \"not unused-a\";";
        let selection = selected(code);
        let ids: Vec<&str> = entries(&selection).into_keys().collect();
        assert_eq!(ids, ["-app", "kind", "several", "window-title", "window-title-ask"]);
    }

    #[test]
    fn an_id_may_have_an_underscore() {
        let catalog = "problem-kind-not_known = A\nproblem-kind-not_read = B\n";
        let names = names("say(\"problem-kind-not_read\")").collect();
        assert_eq!(selection(catalog, &names), "problem-kind-not_read = B\n");
    }

    #[test]
    fn the_real_catalogs_are_much_smaller_then() {
        let catalog = include_str!("../../../ui/locales/en.ftl");
        let own = super::super::CATALOGS.iter().find(|(language, _)| *language == "en").unwrap().1;
        assert!(own.len() * 4 < catalog.len(), "{} of {} bytes", own.len(), catalog.len());
    }
}
