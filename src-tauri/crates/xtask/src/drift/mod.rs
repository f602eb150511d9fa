//! `cargo xtask drift`: what has changed on Nova Post's pages and in its `OpenAPI` file since the project's facts were
//! taken from them. A maintainer saves the pages in a browser; the task opens no connection.

mod facts;
mod openapi;
mod page;
#[cfg(test)]
mod tests;

use std::fs;
use std::process::ExitCode;

use test_driver::{Context, Error};

use crate::{program, terminal};
use facts::{Facts, PageFacts};
use page::Page;

const USAGE: &str = "\
cargo xtask drift [--page FILE]… [--page ID=FILE]… [--openapi FILE]

A FILE of a page is HTML, Markdown or text, that of OpenAPI is YAML or JSON. Save the
pages as HTML: text has no links. The exit code is 0 if nothing has changed, 1 if
something has, 2 if a file can't be read.";

/// What was found in one file.
#[derive(Default)]
struct Report {
    /// Each is a line: the fact, where the project has it, and what the file says now.
    changes: Vec<String>,
    /// What could not be compared, and why.
    notes: Vec<String>,
}

/// Compares the files that the arguments name, and prints every change. Without arguments it lists the pages.
pub(crate) fn drift(arguments: impl Iterator<Item = String>) -> ExitCode {
    match compare(arguments) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            terminal::error(&error);
            ExitCode::from(2)
        }
    }
}

/// The number of changes.
fn compare(mut arguments: impl Iterator<Item = String>) -> Result<usize, Error> {
    let facts = Facts::read(&program::root())?;
    if let Some(lost) = facts.places().find(|place| place.line.is_none()) {
        let (file, text) = (&lost.file, &lost.text);
        return Err(Error::new(format!("docs/facts.json: {file} does not have {text:?} any more")));
    }
    let mut changes = 0;
    let mut files = 0;
    while let Some(option) = arguments.next() {
        let file = arguments.next().ok_or_else(|| Error::new(format!("{option}: name a file")))?;
        let (name, report) = match option.as_str() {
            "--page" => of_page(&facts, &file)?,
            "--openapi" => (file.clone(), openapi::compare(&facts, &read(&file)?, &file)?),
            _ => return Err(Error::new(format!("{option:?} is no option\n\n{USAGE}"))),
        };
        terminal::heading(&name);
        report.notes.iter().for_each(|note| terminal::note(note));
        report.changes.iter().for_each(|change| terminal::failure(change));
        if report.changes.is_empty() {
            terminal::success("all facts are still there");
        }
        changes += report.changes.len();
        files += 1;
    }
    if files == 0 {
        list(&facts);
    }
    Ok(changes)
}

fn of_page(facts: &Facts, argument: &str) -> Result<(String, Report), Error> {
    let named = argument.split_once('=').and_then(|(id, file)| Some((facts.page(id)?, file)));
    let (known, file) = named.map_or((None, argument), |(page, file)| (Some(page), file));
    let page = Page::of(read(file)?);
    let known = known.or_else(|| facts.pages.iter().find(|known| page.is(known)));
    let Some(known) = known else {
        let ids: Vec<&str> = facts.pages.iter().map(|page| page.id.as_str()).collect();
        let ids = ids.join(", ");
        return Err(Error::new(format!("{file}: which page is it? Write ID=FILE, with {ids}")));
    };
    Ok((format!("{}: {file}", known.id), page.compare(known)))
}

fn read(file: &str) -> Result<String, Error> {
    let bytes = fs::read(file).context(file)?;
    String::from_utf8(bytes).map_err(|_| Error::new(format!("{file}: is not UTF-8")))
}

fn list(facts: &Facts) {
    terminal::heading("Pages to save");
    for PageFacts { id, title, address, read, facts, .. } in &facts.pages {
        let count = facts.len();
        terminal::note(&format!("{id}: {title:?}, read {read}, {count} facts: {address}"));
    }
    terminal::note(&format!("{}: the OpenAPI file of the methods", facts.openapi.id));
    terminal::note(USAGE);
}
