//! What is only for development is not in the window that people get.

use std::fs;

use test_driver::{Context, Error};

use super::Violation;
use crate::program;

/// Texts that only the gallery and the pseudo language contain.
const MARKS: &[&str] = &["gallery-", "⟦"];

/// Searches the files of the built window. Finds nothing if the window is not built.
pub(super) fn check() -> Result<Vec<Violation>, Error> {
    let folder = program::ui().join("dist/assets");
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut violations = Vec::new();
    for entry in fs::read_dir(&folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        let bytes = fs::read(&path).context(path.display())?;
        if let Some(mark) = mark_in(&bytes) {
            let what = format!("contains {mark:?}: build the window without the gallery");
            violations.push(Violation::new(&program::from_root(&path), 1, what));
        }
    }
    Ok(violations)
}

fn mark_in(bytes: &[u8]) -> Option<&'static str> {
    let contains = |mark: &&&str| bytes.windows(mark.len()).any(|part| part == mark.as_bytes());
    MARKS.iter().find(contains).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gallery_and_pseudo_language_contain_the_marks() {
        for (file, mark) in [("gallery/Gallery.svelte", "gallery-"), ("i18n/pseudo.ts", "⟦")] {
            let text = fs::read(program::ui().join("src").join(file)).unwrap();
            assert_eq!(mark_in(&text), Some(mark), "{file}");
        }
    }

    #[test]
    fn a_page_of_the_window_contains_no_mark() {
        assert_eq!(mark_in(br#"screens={gallery:()=>import("./Home.js")}"#), None);
    }
}
