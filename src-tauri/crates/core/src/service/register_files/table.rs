//! The text of a file as a table: which column each cell belongs to. Refuses a file that holds a key.

use csv::{Position, ReaderBuilder};
use serde_json::Value;
use uuid::Uuid;

use super::cells::{BLANKS, restored};
use super::json::{FORMAT, VERSION};
use super::preview::{ListForm, ListProblem};
use super::words::ListColumn;
use crate::service::parse_key::holds_secret;

/// The most bytes, lines and columns of a file. A register of 10,000 keys has about 3 MB.
pub(super) const MOST_BYTES: usize = 8 * 1024 * 1024;
pub(super) const MOST_LINES: usize = 20_000;
const MOST_COLUMNS: usize = 200;

/// How many unknown headings are named, and how much of each.
const NAMED_COLUMNS: usize = 30;
const NAMED_LENGTH: usize = 60;

/// The lines of a list.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) form: ListForm,
    /// Headings that mean nothing to the app.
    pub(super) unknown: Vec<String>,
    pub(super) lines: Vec<Line>,
}

/// A line of a list.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) number: usize,
    cells: Vec<(ListColumn, String)>,
}

impl Line {
    /// The text of a cell; empty if the list does not have the column.
    pub(super) fn cell(&self, column: ListColumn) -> &str {
        let found = self.cells.iter().find(|(other, _)| *other == column);
        found.map_or("", |(_, text)| text)
    }
}

/// Reads the text of a file.
pub(super) fn table(text: &str) -> Result<Table, ListProblem> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(ListProblem::Empty);
    }
    if text.trim_start().starts_with(['{', '[']) { of_json(text) } else { of_csv(text) }
}

fn of_csv(text: &str) -> Result<Table, ListProblem> {
    // Excel's own hint for the separator. Its line is counted.
    let hint = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let (skipped, text) = match text.split_once('\n') {
        Some((_, rest)) if hint => (1, rest),
        _ => (0, text),
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    // Text that was decoded is valid, so an error can only be a record that can't be counted.
    let heading = records.next().ok_or(ListProblem::Empty)?.map_err(|_| ListProblem::NotText)?;
    let mut unknown = Vec::new();
    let mut columns = Vec::new();
    for (place, cell) in heading.iter().enumerate() {
        if place >= MOST_COLUMNS {
            return Err(ListProblem::NoKnownColumn);
        }
        if holds_secret(cell) {
            return Err(ListProblem::HoldsKey { line: skipped + 1, column: place + 1 });
        }
        let column = ListColumn::of_heading(cell);
        if let Some(column) = column.filter(|column| columns.contains(&Some(*column))) {
            return Err(ListProblem::ColumnTwice { column });
        }
        if column.is_none() {
            note_unknown(&mut unknown, cell);
        }
        columns.push(column);
    }
    let mut lines = Vec::new();
    for record in records {
        let record = record.map_err(|_| ListProblem::NotText)?;
        let number = record.position().map_or(0, Position::line);
        let number = usize::try_from(number).unwrap_or_default() + skipped;
        let mut line = Line { number, cells: Vec::new() };
        for (place, cell) in record.iter().enumerate() {
            let column = columns.get(place).copied().flatten();
            let cell = cell.trim_matches(BLANKS);
            let may_be_id = matches!(column, Some(ListColumn::Id | ListColumn::ReplacedBy));
            if !(may_be_id && is_id(cell)) && holds_secret(cell) {
                return Err(ListProblem::HoldsKey { line: number, column: place + 1 });
            }
            if let Some(column) = column {
                line.cells.push((column, restored(cell).to_owned()));
            }
        }
        let is_blank = record.iter().all(|cell| cell.trim().is_empty());
        if !is_blank {
            add(&mut lines, line)?;
        }
    }
    // Only now: a file that holds a key is refused for that, whatever else is wrong with it.
    if columns.iter().all(Option::is_none) {
        return Err(ListProblem::NoKnownColumn);
    }
    complete(ListForm::Csv, unknown, lines)
}

/// The separator that the line of headings has most often, outside quotes.
fn separator(text: &str) -> u8 {
    let mut is_quoted = false;
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte) {
                    *count += 1;
                }
            }
        }
    }
    let mut best = counts[0];
    for other in counts {
        if other.1 > best.1 {
            best = other;
        }
    }
    best.0
}

fn of_json(text: &str) -> Result<Table, ListProblem> {
    let value: Value = serde_json::from_str(text).map_err(|_| ListProblem::NotOurJson)?;
    if let Some(line) = line_with_secret(&value) {
        return Err(ListProblem::HoldsKey { line, column: 0 });
    }
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ListProblem::NotOurJson);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(ListProblem::NewerVersion),
        _ => return Err(ListProblem::NotOurJson),
    }
    let keys = value.get("keys").and_then(Value::as_array).ok_or(ListProblem::NotOurJson)?;
    let mut unknown = Vec::new();
    let mut lines = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        let members = key.as_object().ok_or(ListProblem::NotOurJson)?;
        let mut line = Line { number: place + 1, cells: Vec::new() };
        for (name, value) in members {
            match cells_of_member(name, value) {
                Some(cells) => line.cells.extend(cells),
                None => note_unknown(&mut unknown, name),
            }
        }
        add(&mut lines, line)?;
    }
    complete(ListForm::Json, unknown, lines)
}

/// The cells of a member of a key. `None` if the member is not one of the format.
fn cells_of_member(name: &str, value: &Value) -> Option<Vec<(ListColumn, String)>> {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let lines = |values: &Value| {
        let values = values.as_array().map_or(&[][..], Vec::as_slice);
        values.iter().map(text).collect::<Vec<_>>().join("\n")
    };
    let column = match name {
        "id" => ListColumn::Id,
        "name" => ListColumn::Name,
        "environment" => ListColumn::Environment,
        "lastFour" => ListColumn::LastFour,
        "organizations" => return Some(vec![(ListColumn::Organizations, lines(value))]),
        "holder" => ListColumn::Holder,
        "company" => {
            let part = |name| value.get(name).map(text).unwrap_or_default();
            return Some(vec![
                (ListColumn::AccountCompany, part("name")),
                (ListColumn::CompanyCode, part("code")),
            ]);
        }
        "createdAt" => ListColumn::Created,
        "validUntil" => ListColumn::Expires,
        "status" => ListColumn::Status,
        "replacedBy" => ListColumn::ReplacedBy,
        "lastCheck" => return Some(vec![]),
        "systems" => return Some(vec![(ListColumn::Systems, lines(value))]),
        "people" => return Some(vec![(ListColumn::People, lines(value))]),
        "notes" => ListColumn::Notes,
        _ => return None,
    };
    Some(vec![(column, text(value))])
}

/// The number of the first key with a secret in any of its texts and names; 1 if it is elsewhere.
fn line_with_secret(value: &Value) -> Option<usize> {
    let keys = value.get("keys").and_then(Value::as_array);
    let keys = keys.map_or(&[][..], Vec::as_slice);
    if let Some(place) = keys.iter().position(has_secret) {
        return Some(place + 1);
    }
    has_secret(value).then_some(1)
}

fn has_secret(value: &Value) -> bool {
    match value {
        Value::String(text) => holds_secret(text),
        Value::Number(number) => holds_secret(&number.to_string()),
        Value::Array(values) => values.iter().any(has_secret),
        Value::Object(members) => members.iter().any(|(name, value)| {
            let may_be_id = name == "id" || name == "replacedBy";
            !(may_be_id && value.as_str().is_some_and(is_id))
                && (holds_secret(name) || has_secret(value))
        }),
        Value::Null | Value::Bool(_) => false,
    }
}

/// Whether a text is the id of a key. It looks like a key itself.
fn is_id(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok()
}

fn note_unknown(unknown: &mut Vec<String>, heading: &str) {
    let heading: String =
        heading.trim().chars().filter(|sign| !sign.is_control()).take(NAMED_LENGTH).collect();
    if !heading.is_empty() && unknown.len() < NAMED_COLUMNS && !unknown.contains(&heading) {
        unknown.push(heading);
    }
}

fn add(lines: &mut Vec<Line>, line: Line) -> Result<(), ListProblem> {
    if lines.len() == MOST_LINES {
        return Err(ListProblem::TooManyLines { limit: MOST_LINES });
    }
    lines.push(line);
    Ok(())
}

fn complete(form: ListForm, unknown: Vec<String>, lines: Vec<Line>) -> Result<Table, ListProblem> {
    if lines.is_empty() {
        return Err(ListProblem::Empty);
    }
    Ok(Table { form, unknown, lines })
}
