//! The register and its history as CSV, and what a list has of each key.

use chrono::{DateTime, Utc};
use csv::WriterBuilder;
use serde::Serialize;
use serde_json::Value;

use super::cells::{BLANKS, last_four, safe};
use super::dates::local_day;
use super::json::stamp;
use super::successors::Successors;
use super::words::{Group, ListColumn, ListLanguage, name_of, word};
use crate::model::{
    Failure, HistoryEntry, HistoryEvent, KeyRecord, KeyStatus, PlaceKind, ReceiptResult,
};
use crate::service::parse_key::holds_secret;
use crate::service::view::status_at;

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
    /// What the CSV has of the key that has replaced it; may be empty.
    replaced_by: String,
}

/// The keys as lists have them, and how many texts were left out because they look like a key or a token.
pub(super) fn listed(records: Vec<KeyRecord>, now: DateTime<Utc>) -> (Vec<ListedKey>, usize) {
    let successors = Successors::of(&records);
    let mut left_out = 0;
    let keys = records.into_iter().map(|record| {
        let replaced_by = successors.listed(&record);
        let (key, texts) = ListedKey::new(record, replaced_by, now);
        left_out += texts;
        key
    });
    (keys.collect(), left_out)
}

impl ListedKey {
    /// Without texts that look like a key or a token. The second value is the number of these.
    fn new(mut record: KeyRecord, replaced_by: String, now: DateTime<Utc>) -> (Self, usize) {
        let status = status_at(&record, now);
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
        if let Some(company) = &mut record.company {
            clear(&mut company.name);
            clear(&mut company.code);
        }
        record.organizations.iter_mut().for_each(&mut clear);
        record.places.iter_mut().for_each(|place| clear(&mut place.name));
        record.organizations.retain(|name| !name.is_empty());
        record.places.retain(|place| !place.name.is_empty());
        (Self { record, status, replaced_by }, left_out)
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
        let company = record.company.as_ref();
        let named = |group, name: String| word(group, &name, language).to_owned();
        match column {
            ListColumn::Id => record.id.to_string(),
            ListColumn::Name => record.name.clone(),
            ListColumn::Environment => named(Group::Environment, name_of(&record.environment)),
            ListColumn::LastFour => last_four(&record.last_four),
            ListColumn::Organizations => record.organizations.join("\n"),
            ListColumn::Holder => record.holder.clone(),
            ListColumn::AccountCompany => company.map(|it| it.name.clone()).unwrap_or_default(),
            ListColumn::CompanyCode => company.map(|it| it.code.clone()).unwrap_or_default(),
            ListColumn::Created => day(record.created_at),
            ListColumn::Expires => day(record.valid_until),
            ListColumn::Status => named(Group::Status, name_of(&self.status)),
            ListColumn::ReplacedBy => self.replaced_by.clone(),
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
        let (before, after) = change(&entry.event, language);
        let name = if holds_secret(&entry.key_name) { "" } else { &entry.key_name };
        let cells = [
            stamp(entry.at),
            word(Group::Actor, &name_of(&entry.actor), language).to_owned(),
            entry.key.as_ref().map(ToString::to_string).unwrap_or_default(),
            name.to_owned(),
            last_four(&entry.last_four),
            word(Group::Event, &event_name(&entry.event), language).to_owned(),
            before,
            after,
        ];
        cells.iter().map(|cell| safe(cell).into_owned()).collect()
    });
    let headings = COLUMNS.map(|name| word(Group::History, name, language).to_owned());
    written(headings.to_vec(), rows)
}

/// The name of an event in the program.
fn event_name(event: &HistoryEvent) -> String {
    tag(event, "event")
}

/// The name of a kind in the program, for an enum with the tag `kind`.
fn kind_name(value: &impl Serialize) -> String {
    tag(value, "kind")
}

fn tag(value: &impl Serialize, name: &str) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What an event says of the state before it, and after it. Both may be empty.
fn change(event: &HistoryEvent, language: ListLanguage) -> (String, String) {
    let named = |group, name: String| word(group, &name, language).to_owned();
    let moment = |at: &Option<DateTime<Utc>>| at.map(stamp).unwrap_or_default();
    let after = match event {
        HistoryEvent::Extended { from, to }
        | HistoryEvent::ExpiryChanged { from, to }
        | HistoryEvent::CreationChanged { from, to } => return (moment(from), moment(to)),
        HistoryEvent::Moved { from, to } => {
            return (
                named(Group::Environment, name_of(from)),
                named(Group::Environment, name_of(to)),
            );
        }
        HistoryEvent::Checked { result } => named(Group::Result, name_of(result)),
        HistoryEvent::TriedElsewhere { environment, result } => format!(
            "{}: {}",
            named(Group::Environment, name_of(environment)),
            named(Group::Result, name_of(result))
        ),
        HistoryEvent::DetailsChanged { fields } => {
            let fields = fields.iter().map(|field| named(Group::Detail, name_of(field)));
            fields.collect::<Vec<_>>().join("\n")
        }
        HistoryEvent::ReplacementKeyChosen { by } | HistoryEvent::Replaced { by } => last_four(by),
        HistoryEvent::PlaceTicked { place } | HistoryEvent::PlaceUnticked { place } => {
            place.clone()
        }
        HistoryEvent::HandedOver { recipient, how } => {
            let how = named(Group::Method, kind_name(how));
            if recipient.is_empty() { how } else { format!("{how}: {recipient}") }
        }
        HistoryEvent::ReceiptChecked { result } => {
            let shown = named(Group::Receipt, kind_name(result));
            match result {
                ReceiptResult::OtherKey { last_four: characters, .. } => {
                    format!("{shown}: {}", last_four(characters))
                }
                ReceiptResult::Complete | ReceiptResult::Unknown => shown,
            }
        }
        HistoryEvent::LeakReported { cause } => named(Group::LeakCause, name_of(cause)),
        HistoryEvent::TokenGiven { program } | HistoryEvent::TokenRefused { program } => {
            program.clone()
        }
        HistoryEvent::FileSaved { file } => named(Group::File, name_of(file)),
        HistoryEvent::Received
        | HistoryEvent::Added
        | HistoryEvent::TokenReceived
        | HistoryEvent::TokenCopied
        | HistoryEvent::Copied
        | HistoryEvent::Shown
        | HistoryEvent::Deactivated
        | HistoryEvent::Reactivated
        | HistoryEvent::LeakClosed
        | HistoryEvent::ReplacementStarted
        | HistoryEvent::ReplacementCancelled
        | HistoryEvent::Deleted
        | HistoryEvent::Imported
        | HistoryEvent::Restored
        | HistoryEvent::ReviewSigned
        | HistoryEvent::Unknown => String::new(),
    };
    (String::new(), after)
}

fn day(at: Option<DateTime<Utc>>) -> String {
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
