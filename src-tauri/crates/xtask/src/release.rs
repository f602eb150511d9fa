//! `cargo xtask release TAG`: whether the tree is ready to be released under a tag, and the text of the release.

use std::fs;

use test_driver::{Context, Error};

use crate::{program, terminal, tidy};

/// The release's notes, in Cargo's target folder.
const NOTES: &str = "release-notes.md";

/// What each release says about itself, besides its changes.
const HOW_TO_CHECK: &str = "\
The `.deb` was installed and tried on Debian 12, and the Windows installers under Wine. The `.rpm` was only checked. Nobody has \
tried the packages with `untested` in their names.

`docs/release.md` says how to check a download.
";

/// Fails if the tag, the versions and the dates of the files do not agree. Otherwise writes the notes.
pub(crate) fn release(mut arguments: impl Iterator<Item = String>) -> Result<(), Error> {
    let tag = arguments.next().ok_or_else(|| Error::new("name the tag: v0.1.0"))?;
    let mut problems = tidy::versions::check()?;
    let root = program::root();
    let read = |file: &str| fs::read_to_string(root.join(file)).context(file);
    let version = tidy::versions::of_workspace(&read("Cargo.toml")?)
        .ok_or_else(|| Error::new("Cargo.toml has no version of the workspace"))?;
    if tag != format!("v{version}") {
        problems.push(tidy::Violation::new(
            "Cargo.toml",
            1,
            format!("the version is {version}, and the tag {tag} is not v{version}"),
        ));
    }
    let changes = changes(&read("CHANGELOG.md")?, &version);
    if changes.is_none() {
        let what = format!("there is no section \"## {version}, YEAR-MONTH-DAY\"");
        problems.push(tidy::Violation::new("CHANGELOG.md", 1, what));
    }
    for problem in &problems {
        terminal::failure(&problem.to_string());
    }
    let Some(changes) = changes.filter(|_| problems.is_empty()) else {
        return Err(Error::new("not ready to be released"));
    };
    fs::create_dir_all(program::target())?;
    fs::write(program::target().join(NOTES), format!("{changes}\n{HOW_TO_CHECK}"))?;
    terminal::success(&format!("{tag} can be released; its notes are in target/{NOTES}"));
    Ok(())
}

/// The section of a version in the changelog, without its heading.
fn changes(changelog: &str, version: &str) -> Option<String> {
    let heading = format!("## {version}, ");
    let mut lines = changelog.lines().skip_while(|line| !line.starts_with(&heading));
    lines.next()?;
    let section: Vec<&str> = lines.take_while(|line| !line.starts_with("## ")).collect();
    Some(format!("{}\n", section.join("\n").trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notes_are_the_section_of_the_version() {
        let changelog = "# Changelog\n\n## Unreleased\n\n## 0.2.0, 2026-12-01\n\n### Keys\n\n- New.\n\n## 0.1.0, 2026-11-01\n\n- Old.\n";
        assert_eq!(changes(changelog, "0.2.0").as_deref(), Some("### Keys\n\n- New.\n"));
        assert_eq!(changes(changelog, "0.1.0").as_deref(), Some("- Old.\n"));
        assert_eq!(changes(changelog, "0.3.0"), None);
    }
}
