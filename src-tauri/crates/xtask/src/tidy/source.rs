//! The project's source files.

use std::fs;
use std::path::Path;

use test_driver::{Context, Error};

use crate::program;

const EXTENSIONS: &[&str] = &["rs", "ts", "js", "svelte", "css", "ftl", "md", "toml", "json"];

/// Folders that are built, installed or generated, or that start with a dot.
const SKIPPED: &[&str] = &["target", "node_modules", "dist", "coverage", "gen", "bindings"];

/// A source file.
pub(super) struct Source {
    /// Relative to the project's root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    pub(super) fn has_extension(&self, extensions: &[&str]) -> bool {
        let extension = Path::new(&self.path).extension();
        extension.is_some_and(|found| extensions.iter().any(|extension| found == *extension))
    }
}

/// Reads all source files, sorted by path.
pub(super) fn all() -> Result<Vec<Source>, Error> {
    let mut sources = Vec::new();
    read_folder(&program::root(), "", &mut sources)?;
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

fn read_folder(folder: &Path, prefix: &str, sources: &mut Vec<Source>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).context(folder.display())? {
        let entry = entry.context(folder.display())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            let skipped = name.starts_with('.') || SKIPPED.contains(&name.as_str());
            if !skipped {
                read_folder(&entry.path(), &format!("{path}/"), sources)?;
            }
        } else if Path::new(&name)
            .extension()
            .is_some_and(|found| EXTENSIONS.iter().any(|extension| found == *extension))
        {
            let text = fs::read_to_string(entry.path()).context(&path)?;
            sources.push(Source { path, text });
        }
    }
    Ok(())
}

/// The line of a byte in a text, counted from 1.
pub(super) fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte].split(|byte| *byte == b'\n').count()
}
