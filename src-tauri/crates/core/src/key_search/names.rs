//! Names of files and folders as the window shows them.

use std::path::Path;

use super::finder::Finder;

/// The most characters that are shown of a name inside a zip file, which can be anything.
const LONGEST_ENTRY: usize = 200;

/// The name of an entry of a zip file, after the name of the zip file that it is in if that is one inside another.
pub(super) fn of_entry(finder: &Finder, outer: Option<&str>, name: &[u8]) -> String {
    let name = shown(finder, &String::from_utf8_lossy(name));
    let short: String = name.chars().take(LONGEST_ENTRY).collect();
    outer.map_or(short.clone(), |outer| format!("{outer}, {short}"))
}

/// A path.
pub(super) fn of_path(finder: &Finder, path: &Path) -> String {
    shown(finder, without_prefix(&path.to_string_lossy()))
}

/// On Windows, complete paths begin in this way.
fn without_prefix(path: &str) -> &str {
    path.strip_prefix(r"\\?\").filter(|rest| !rest.starts_with("UNC")).unwrap_or(path)
}

/// The text without keys, and without characters that change how the text around them is shown.
fn shown(finder: &Finder, text: &str) -> String {
    let is_harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    finder.mask(text).replace(is_harmful, "\u{FFFD}")
}
