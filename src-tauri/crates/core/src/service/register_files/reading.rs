//! Reads a file, and shows what it would change.

use chrono::{DateTime, Utc};

use super::dates::{self, DateOrder};
use super::decode;
use super::plan::Plan;
#[cfg(feature = "testing")]
use super::plan::plan;
#[cfg(feature = "testing")]
use super::preview::ListCheck;
use super::preview::{
    LineEffect, LineProblem, ListPreview, ListProblem, ListReading, PreviewLine, ReadAs,
};
use super::row::Row;
use super::table::{self, Table};
use super::words::{self, ListColumn};
use crate::model::{Actor, HistoryEntry, HistoryEvent, KeyRecord};

/// Reads a file without comparing it with the register, for the fuzz target and its test.
#[cfg(feature = "testing")]
#[must_use]
pub fn read_list(file: &[u8], read_as: ReadAs, keys: &[KeyRecord]) -> ListCheck {
    match read(file, read_as) {
        Err(problem) => ListCheck::Refused { problem },
        Ok((table, reading)) => {
            let rows = rows_of(&table, reading.date_order);
            let plan = plan(rows, keys, DateTime::UNIX_EPOCH);
            ListCheck::Preview { preview: preview_of(&table, reading, &plan) }
        }
    }
}

pub(super) fn read(file: &[u8], read_as: ReadAs) -> Result<(Table, ListReading), ListProblem> {
    if file.is_empty() {
        return Err(ListProblem::Empty);
    }
    if file.len() > table::MOST_BYTES {
        return Err(ListProblem::TooLarge { limit: table::MOST_BYTES });
    }
    // A workbook of Excel or LibreOffice (a ZIP file), or of old versions of Excel.
    if file.starts_with(b"PK\x03\x04") || file.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(ListProblem::Spreadsheet);
    }
    let Some(decoded) = decode::decode(file, read_as.encoding) else {
        let is_binary = file.contains(&0);
        return Err(if is_binary { ListProblem::NotText } else { ListProblem::EncodingUnclear });
    };
    let table = table::table(&decoded.text)?;
    let reading = ListReading {
        form: table.form,
        encoding: decoded.encoding,
        encoding_is_guess: decoded.is_guess,
        date_order: read_as.date_order.or_else(|| order_of(&table)),
    };
    Ok((table, reading))
}

/// The order of all dates that can be read one way only. `None` if there are none, or of both orders.
fn order_of(table: &Table) -> Option<DateOrder> {
    let cells = table.lines.iter().flat_map(|line| {
        [ListColumn::Created, ListColumn::Expires].map(|column| line.cell(column))
    });
    let mut orders = cells.filter_map(dates::order_of);
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

pub(super) fn rows_of(
    table: &Table,
    order: Option<DateOrder>,
) -> Vec<Result<Row, Box<PreviewLine>>> {
    let read = |line| Row::read(line, order).map_err(|problem| Box::new(refused(line, problem)));
    table.lines.iter().map(read).collect()
}

/// What the window shows of a line that could not be read.
fn refused(line: &table::Line, problem: LineProblem) -> PreviewLine {
    const SHOWN: usize = 80;
    let name = line.cell(ListColumn::Name).chars().filter(|sign| !sign.is_control());
    let environment = line.cell(ListColumn::Environment);
    PreviewLine {
        line: line.number,
        name: name.take(SHOWN).collect(),
        environment: words::value(words::Group::Environment, environment),
        last_four: String::new(),
        effect: LineEffect::Refused { problem },
    }
}

pub(super) fn preview_of(table: &Table, reading: ListReading, plan: &Plan) -> ListPreview {
    let unclear_date = plan.lines.iter().find_map(|line| match &line.effect {
        LineEffect::Refused { problem: LineProblem::DateUnclear { text, .. } } => {
            Some(text.clone())
        }
        _ => None,
    });
    ListPreview {
        reading,
        unclear_date,
        unknown_columns: table.unknown.clone(),
        lines: plan.lines.clone(),
        unchanged: plan.unchanged,
    }
}

/// A line for each key, and one more for each expiry that changes.
pub(super) fn history_of(plan: &Plan, at: DateTime<Utc>) -> Vec<HistoryEntry> {
    let line = |key: &KeyRecord, event| HistoryEntry::of(key, Actor::Person, event, at);
    let added = plan.added.iter().map(|key| line(key, HistoryEvent::Imported));
    let changed = plan.changed.iter().flat_map(|change| {
        let (from, to) = (change.before.valid_until, change.after.valid_until);
        let expiry =
            (from != to).then(|| line(&change.after, HistoryEvent::ExpiryChanged { from, to }));
        std::iter::once(line(&change.after, HistoryEvent::Imported)).chain(expiry)
    });
    added.chain(changed).collect()
}
