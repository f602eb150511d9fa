//! The numbers of messages and languages.

use std::fs;
use std::path::Path;

use test_driver::{Context, Error};

use super::Measured;
use crate::program;

/// Counts the catalogs and their messages. A test of the window finds messages that a catalog lacks.
pub(crate) fn measured() -> Result<Vec<Measured>, Error> {
    let catalogs = catalogs(&program::ui().join("locales"))?;
    let messages: u32 = catalogs.iter().map(|catalog| messages_of(catalog)).sum();
    let languages = u32::try_from(catalogs.len()).context("the number of languages")?;
    Ok(vec![
        Measured::unlimited("languages", f64::from(languages), ""),
        Measured::unlimited("messages × languages", f64::from(messages), ""),
    ])
}

fn catalogs(folder: &Path) -> Result<Vec<String>, Error> {
    let files = fs::read_dir(folder).context(folder.display())?.flatten();
    files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .map(|path| fs::read_to_string(&path).context(path.display()))
        .collect()
}

/// Counts the lines that begin with the name of a message. Other lines of a message are indented.
fn messages_of(catalog: &str) -> u32 {
    let begins = |line: &&str| line.starts_with(|first: char| first.is_ascii_alphabetic());
    catalog.lines().filter(begins).map(|_| 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_terms_and_comments_are_not_counted() {
        let catalog = "# A comment\nback = Back\n-brand = Key Desk\nkeys =\n    { $count ->\n        \
                       [one] one key\n       *[other] keys\n    }\n    .title = Keys\n";
        assert_eq!(messages_of(catalog), 2);
    }
}
