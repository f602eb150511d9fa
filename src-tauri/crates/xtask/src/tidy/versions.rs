//! Every file that names the version of the next release names the same one, and the same day.

use std::fs;

use test_driver::{Context, Error};

use super::Violation;
use crate::program;

/// What a file says about the release at its top.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    file: &'static str,
    line: usize,
    version: String,
    /// `2026-12-01`.
    date: Option<String>,
}

const CARGO: &str = "Cargo.toml";
const CHANGELOG: &str = "CHANGELOG.md";

/// How the newest release is found in each file.
type Reader = fn(&str) -> Option<(usize, String, Option<String>)>;
const FILES: &[(&str, Reader)] = &[
    (CARGO, |text| {
        let line = 1 + text.lines().position(|line| line.starts_with("version = "))?;
        Some((line, of_workspace(text)?, None))
    }),
    ("ui/package.json", |text| {
        let (line, found) = first(text, "\"version\": \"")?;
        Some((line, until(found, '"')?, None))
    }),
    ("src-tauri/linux/app.keydesk.KeyDesk.metainfo.xml", |text| {
        let (line, found) = first(text, "<release version=\"")?;
        let (_, date) = found.split_once("date=\"")?;
        Some((line, until(found, '"')?, until(date, '"')))
    }),
    ("src-tauri/linux/changelog", |text| {
        let (line, found) = first(text, "key-desk (")?;
        let (_, signed) = text.lines().find(|line| line.starts_with(" -- "))?.split_once(">  ")?;
        Some((line, until(found, ')')?, date_of(signed)))
    }),
    (CHANGELOG, |text| {
        let is_release = |line: &&str| line.starts_with("## ") && !line.contains("Unreleased");
        let heading = text.lines().find(is_release)?;
        let (version, date) = heading.trim_start_matches("## ").split_once(", ")?;
        let line = 1 + text.lines().position(|line| line == heading)?;
        Some((line, version.to_owned(), Some(date.to_owned())))
    }),
];

/// Reads the files and compares them.
pub(crate) fn check() -> Result<Vec<Violation>, Error> {
    let mut named = Vec::new();
    let mut violations = Vec::new();
    for (file, read) in FILES {
        let text = fs::read_to_string(program::root().join(file)).context(file)?;
        match read(&text) {
            Some((line, version, date)) => named.push(Named { file, line, version, date }),
            // While the first version is being made, the changelog has none yet.
            None if *file == CHANGELOG && text.contains("## Unreleased") => {}
            None => violations.push(Violation::new(file, 1, "names no version that can be read")),
        }
    }
    violations.extend(compared(&named, is_preparing(&program::root())?));
    Ok(violations)
}

/// Whether changes are written down that no version has yet. Then the changelog is behind the other files.
fn is_preparing(root: &std::path::Path) -> Result<bool, Error> {
    let text = fs::read_to_string(root.join(CHANGELOG)).context(CHANGELOG)?;
    Ok(text.lines().any(|line| line == "## Unreleased"))
}

fn compared(named: &[Named], preparing: bool) -> Vec<Violation> {
    let Some(cargo) = named.iter().find(|named| named.file == CARGO) else {
        return Vec::new();
    };
    let date = named.iter().filter(|named| !(preparing && named.file == CHANGELOG));
    let date = date.clone().find_map(|named| named.date.as_ref().map(|date| (named.file, date)));
    let mut violations = Vec::new();
    for one in named.iter().filter(|named| !(preparing && named.file == CHANGELOG)) {
        if one.version != cargo.version {
            let what = format!(
                "the version is {}, but {CARGO} has {}: change one of them",
                one.version, cargo.version
            );
            violations.push(Violation::new(one.file, one.line, what));
        }
        if let (Some((first, date)), Some(found)) = (date, &one.date)
            && found != date
        {
            let what = format!("the day is {found}, but {first} has {date}: change one of them");
            violations.push(Violation::new(one.file, one.line, what));
        }
    }
    violations
}

/// The version in Cargo.toml of the workspace.
pub(crate) fn of_workspace(manifest: &str) -> Option<String> {
    until(first(manifest, "\nversion = \"")?.1, '"')
}

/// The line of the first place that has the text, and what follows there.
fn first<'a>(text: &'a str, start: &str) -> Option<(usize, &'a str)> {
    let at = text.find(start)?;
    Some((super::source::line_at(text, at), &text[at + start.len()..]))
}

fn until(text: &str, end: char) -> Option<String> {
    text.split_once(end).map(|(found, _)| found.to_owned())
}

/// `2026-11-30` from `Mon, 30 Nov 2026 12:00:00 +0000`, the form of Debian's changelog.
fn date_of(signed: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = signed.split_whitespace().skip(1);
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = 1 + MONTHS.iter().position(|name| *name == month)?;
    Some(format!("{year}-{month:02}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(file: &'static str, version: &str, date: Option<&str>) -> Named {
        Named { file, line: 1, version: version.to_owned(), date: date.map(str::to_owned) }
    }

    #[test]
    fn every_file_of_the_project_names_a_version() {
        assert_eq!(check().unwrap(), []);
    }

    #[test]
    fn another_version_or_another_day_is_named_with_its_file() {
        let files = [
            named(CARGO, "0.2.0", None),
            named("metainfo", "0.1.0", Some("2026-11-30")),
            named("changelog", "0.2.0", Some("2026-12-01")),
        ];
        let found: Vec<String> = compared(&files, false).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "metainfo:1: the version is 0.1.0, but Cargo.toml has 0.2.0: change one of them",
                "changelog:1: the day is 2026-12-01, but metainfo has 2026-11-30: change one of them",
            ]
        );
    }

    #[test]
    fn while_changes_are_unreleased_the_changelog_may_have_the_version_before() {
        let files = [named(CARGO, "0.2.0", None), named(CHANGELOG, "0.1.0", Some("2026-11-01"))];
        assert_eq!(compared(&files, true), []);
        assert_eq!(compared(&files, false).len(), 1);
    }

    #[test]
    fn the_day_of_debians_changelog_is_read() {
        let day = date_of("Mon, 30 Nov 2026 12:00:00 +0000");
        assert_eq!(day.as_deref(), Some("2026-11-30"));
    }
}
