//! The length of source files.

use super::Violation;
use super::source::Source;

const MOST_LINES: usize = 300;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[
    ("src-tauri/src/commands/list.rs", "one list of all commands and events"),
    (
        "src-tauri/crates/core/tests/core/phone/verdicts.rs",
        "one table of phone numbers and their verdicts",
    ),
    ("ui/src/features/add-key/add-key.svelte.ts", "one state machine for the pages that add a key"),
];

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let files = sources.iter().filter(|source| source.has_extension(&["rs", "ts", "svelte"]));
    files
        .filter(|source| !LONGER.iter().any(|(path, _)| source.path == *path))
        .filter_map(|source| {
            let lines = source.text.lines().count();
            let what = format!(
                "{lines} lines, at most {MOST_LINES}: split it by idea, or add it to LONGER in \
                 tidy/sizes.rs with the reason"
            );
            (lines > MOST_LINES).then(|| Violation::new(&source.path, MOST_LINES + 1, what))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_more_than_300_lines_is_too_long() {
        let file = |path: &str, lines| Source { path: path.to_owned(), text: "\n".repeat(lines) };
        let files =
            [file("a.rs", 300), file("b.rs", 301), file("c.md", 900), file(LONGER[0].0, 400)];
        let found = check(&files);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].file.as_str(), found[0].line), ("b.rs", 301));
    }
}
