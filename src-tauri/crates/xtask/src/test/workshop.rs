//! What serves only whoever builds the app must not be in the window that people get.

use std::fs;

use test_driver::{Context, Error};

use crate::program;

/// What the gallery and the language that nobody speaks can be told by.
const MARKS: &[&str] = &["gallery-", "⟦"];

/// Fails with each file of the built window that holds something of the workshop.
pub(crate) fn check() -> Result<(), Error> {
    let folder = program::ui().join("dist").join("assets");
    let mut found = Vec::new();
    for file in fs::read_dir(&folder).context(folder.display())?.flatten() {
        let bytes = fs::read(file.path()).context(file.path().display())?;
        if let Some(mark) = mark_in(&bytes) {
            found.push(format!("{}: {mark}", file.path().display()));
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Error::new(found.join("\n"))) }
}

fn mark_in(bytes: &[u8]) -> Option<&'static str> {
    let holds = |mark: &&&str| bytes.windows(mark.len()).any(|part| part == mark.as_bytes());
    MARKS.iter().find(holds).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_are_those_of_the_workshop() {
        for (file, mark) in [("gallery/Gallery.svelte", "gallery-"), ("i18n/pseudo.ts", "⟦")] {
            let text = fs::read(program::ui().join("src").join(file)).unwrap();
            assert_eq!(mark_in(&text), Some(mark), "{file}");
        }
    }

    #[test]
    fn a_page_for_people_has_none() {
        assert_eq!(mark_in(br#"screens={gallery:()=>import("./Home.js")}"#), None);
    }
}
