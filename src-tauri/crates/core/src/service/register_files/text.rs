//! The register and its history as CSV, and what a list has of each key.

use csv::WriterBuilder;
use serde_json::Value;

use super::cells::{BLANKS, safe};
use super::dates::local_day;
use super::json::stamp;
use super::words::{Group, ListColumn, ListLanguage, name_of, word};
use crate::model::{Failure, HistoryEntry, KeyRecord, KeyStatus, PlaceKind};
use crate::service::parse_key::holds_secret;

/// Excel takes a file for UTF-8 only with it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The separator that Excel uses where a comma separates decimals: in nearly all countries of Nova Post.
/// `LibreOffice` finds it out.
const SEPARATOR: u8 = b';';

/// A key as lists have it.
pub(super) struct ListedKey {
    pub(super) record: KeyRecord,
    /// As the window shows it: `Expired` once the validity has ended.
    pub(super) status: KeyStatus,
}

impl ListedKey {
    /// Without texts that look like a key or a token. The second value is the number of these.
    pub(super) fn new(mut record: KeyRecord, status: KeyStatus) -> (Self, usize) {
        let mut left_out = 0;
        let mut clear = |text: &mut String| {
            if holds_secret(text) {
                left_out += 1;
                text.clear();
            }
        };
        clear(&mut record.name);
        clear(&mut record.holder);
        clear(&mut record.notes);
        record.organizations.iter_mut().for_each(&mut clear);
        record.places.iter_mut().for_each(|place| clear(&mut place.name));
        record.organizations.retain(|name| !name.is_empty());
        record.places.retain(|place| !place.name.is_empty());
        (Self { record, status }, left_out)
    }

    pub(super) fn systems(&self) -> Vec<&str> {
        places(&self.record, PlaceKind::System)
    }

    pub(super) fn people(&self) -> Vec<&str> {
        places(&self.record, PlaceKind::Person)
    }

    fn cell(&self, column: ListColumn, language: ListLanguage) -> String {
        let record = &self.record;
        let check = record.last_check.as_ref();
        let named = |group, name: String| word(group, &name, language).to_owned();
        match column {
            ListColumn::Id => record.id.to_string(),
            ListColumn::Name => record.name.clone(),
            ListColumn::Environment => named(Group::Environment, name_of(&record.environment)),
            ListColumn::LastFour => last_four(&record.last_four),
            ListColumn::Organizations => record.organizations.join("\n"),
            ListColumn::Holder => record.holder.clone(),
            ListColumn::Created => day(record.created_at),
            ListColumn::Expires => day(record.valid_until),
            ListColumn::Status => named(Group::Status, name_of(&self.status)),
            ListColumn::LastCheck => check.map(|check| stamp(check.at)).unwrap_or_default(),
            ListColumn::LastCheckResult => {
                check.map(|check| named(Group::Result, name_of(&check.result))).unwrap_or_default()
            }
            ListColumn::Systems => self.systems().join("\n"),
            ListColumn::People => self.people().join("\n"),
            ListColumn::Notes => record.notes.clone(),
        }
    }
}

/// The names of places of one kind.
pub(super) fn places(record: &KeyRecord, kind: PlaceKind) -> Vec<&str> {
    let of_kind = record.places.iter().filter(|place| place.kind == kind);
    of_kind.map(|place| place.name.as_str()).collect()
}

/// The list of keys.
pub(super) fn keys(keys: &[ListedKey], language: ListLanguage) -> Result<String, Failure> {
    let headings =
        ListColumn::ALL.map(|column| word(Group::Column, &name_of(&column), language).to_owned());
    let rows = keys.iter().map(|key| {
        ListColumn::ALL
            .map(|column| {
                let cell = key.cell(column, language);
                match column {
                    // Spreadsheets may make dates of these.
                    ListColumn::Created | ListColumn::Expires => cell,
                    _ => safe(cell.trim_matches(BLANKS)).into_owned(),
                }
            })
            .to_vec()
    });
    written(headings.to_vec(), rows)
}

/// The history, the oldest line first.
pub(super) fn history(entries: &[HistoryEntry], language: ListLanguage) -> Result<String, Failure> {
    const COLUMNS: [&str; 8] =
        ["at", "actor", "key", "key_name", "last_four", "event", "before", "after"];
    let rows = entries.iter().rev().map(|entry| {
        let event = serde_json::to_value(&entry.event).unwrap_or_default();
        let member =
            |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let value = |text: String| match text.as_str() {
            "sandbox" | "production" | "ukraine" => {
                word(Group::Environment, &text, language).to_owned()
            }
            "works" | "refused" | "expired" => word(Group::Result, &text, language).to_owned(),
            _ => text,
        };
        let by = member("by");
        let after =
            [member("to"), member("result"), if by.is_empty() { by } else { last_four(&by) }];
        let name = if holds_secret(&entry.key_name) { "" } else { &entry.key_name };
        let cells = [
            stamp(entry.at),
            word(Group::Actor, &name_of(&entry.actor), language).to_owned(),
            entry.key.as_ref().map(ToString::to_string).unwrap_or_default(),
            name.to_owned(),
            last_four(&entry.last_four),
            word(Group::Event, &member("event"), language).to_owned(),
            value(member("from")),
            value(after.concat()),
        ];
        cells.iter().map(|cell| safe(cell).into_owned()).collect()
    });
    let headings = COLUMNS.map(|name| word(Group::History, name, language).to_owned());
    written(headings.to_vec(), rows)
}

/// An ellipsis before the characters: without it, a spreadsheet makes a number of `4e12` or `0012`.
fn last_four(characters: &str) -> String {
    if characters.is_empty() { String::new() } else { format!("…{characters}") }
}

fn day(at: Option<chrono::DateTime<chrono::Utc>>) -> String {
    at.map(|at| local_day(at).to_string()).unwrap_or_default()
}

fn written(
    headings: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<String, Failure> {
    let mut writer = WriterBuilder::new()
        .delimiter(SEPARATOR)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in std::iter::once(headings).chain(rows) {
        writer.write_record(row).map_err(|error| Failure::internal("write_csv", &error))?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::internal("write_csv", &error))?;
    String::from_utf8(bytes).map_err(|error| Failure::internal("write_csv", &error))
}
