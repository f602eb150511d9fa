//! Writes what a row of a list says into a record.

use chrono::{DateTime, Utc};

use super::dates::{ListDate, local_day};
use super::preview::FieldChange;
use super::row::{Row, normal, normal_list};
use super::successors::Successors;
use super::text::places;
use super::words::{ListColumn, name_of};
use crate::model::{ApiEnvironment, Company, KeyRecord, KeyStatus, Place, PlaceKind};
use crate::service::view::status_at;

/// What a row changed, and what it could not change.
pub(super) struct Applied {
    pub(super) fields: Vec<FieldChange>,
    pub(super) left: Vec<ListColumn>,
}

/// Writes what a row says into the record. An empty cell changes nothing: a list adds and corrects, and
/// never deletes.
pub(super) fn apply(
    row: &Row,
    key: &mut KeyRecord,
    successors: &Successors,
    now: DateTime<Utc>,
) -> Applied {
    let mut applied = Applied { fields: vec![], left: vec![] };
    applied.text(ListColumn::Name, &row.name, &mut key.name);
    if key.last_four.is_empty() {
        applied.text(ListColumn::LastFour, &row.last_four, &mut key.last_four);
    }
    applied.list(ListColumn::Organizations, &row.organizations, &mut key.organizations);
    applied.text(ListColumn::Holder, &row.holder, &mut key.holder);
    applied.company(row, key);
    // Nova Post's own answer has the dates of a key that was requested here.
    let is_answer = key.digits.is_some();
    let moment = ListDate::noon;
    applied.date(ListColumn::Created, row.created, moment, &mut key.created_at, is_answer);
    let was_end = key.valid_until;
    applied.date(ListColumn::Expires, row.expires, ListDate::end, &mut key.valid_until, is_answer);
    applied.status(row.status, key, now);
    if key.valid_until != was_end && key.status == KeyStatus::Active {
        // A refusal after the end that was known until now tells something else with another end.
        key.status = key.checked_status();
    }
    applied.successor(&row.replaced_by, key, successors);
    let of_kind =
        |kind| -> Vec<String> { places(key, kind).into_iter().map(str::to_owned).collect() };
    let mut systems = of_kind(PlaceKind::System);
    let mut people = of_kind(PlaceKind::Person);
    let before = applied.fields.len();
    applied.list(ListColumn::Systems, &row.systems, &mut systems);
    applied.list(ListColumn::People, &row.people, &mut people);
    if applied.fields.len() > before {
        let of_kind =
            |kind, names: Vec<String>| names.into_iter().map(move |name| Place { kind, name });
        key.places =
            of_kind(PlaceKind::System, systems).chain(of_kind(PlaceKind::Person, people)).collect();
    }
    applied.text(ListColumn::Notes, &row.notes, &mut key.notes);
    applied
}

impl Applied {
    fn text(&mut self, column: ListColumn, new: &str, field: &mut String) {
        let before = normal(field);
        if !new.is_empty() && before != new {
            let from = Some(before).filter(|text| !text.is_empty());
            self.note(column, from.into_iter().collect(), vec![new.to_owned()]);
            new.clone_into(field);
        }
    }

    fn list(&mut self, column: ListColumn, new: &[String], field: &mut Vec<String>) {
        let before = normal_list(field.iter().map(String::as_str));
        if !new.is_empty() && before != new {
            self.note(column, before, new.to_vec());
            *field = new.to_vec();
        }
    }

    fn date(
        &mut self,
        column: ListColumn,
        new: Option<ListDate>,
        moment: impl Fn(ListDate) -> DateTime<Utc>,
        field: &mut Option<DateTime<Utc>>,
        is_answer: bool,
    ) {
        let Some(new) = new.filter(|new| new.differs_from(*field)) else { return };
        if is_answer {
            self.left.push(column);
            return;
        }
        let day = |at: DateTime<Utc>| local_day(at).to_string();
        self.note(column, field.map(day).into_iter().collect(), vec![day(moment(new))]);
        *field = Some(moment(new));
    }

    /// Whether a key works is known only to a check. A list can say that of a key whose secret was never
    /// here.
    fn status(&mut self, new: Option<KeyStatus>, key: &mut KeyRecord, now: DateTime<Utc>) {
        let Some(new) = new else { return };
        let shown = status_at(key, now);
        // A key that has expired since the list was written is not news.
        let is_same = new == shown || new == key.status;
        if is_same {
            return;
        }
        if key.had_secret {
            if new.is_retired() || key.status.is_retired() {
                self.left.push(ListColumn::Status);
            }
            return;
        }
        self.note(ListColumn::Status, vec![name_of(&shown)], vec![name_of(&new)]);
        key.status = new;
    }

    /// What Nova Poshta has told about a key of Ukraine stays. A list has it from another register.
    fn company(&mut self, row: &Row, key: &mut KeyRecord) {
        let known = key.company.as_ref();
        let differs = |new: &str, known: Option<&String>| {
            !new.is_empty() && known.is_none_or(|known| normal(known) != new)
        };
        let (name, code) = (&row.company, &row.company_code);
        let columns = [
            (ListColumn::AccountCompany, name, differs(name, known.map(|known| &known.name))),
            (ListColumn::CompanyCode, code, differs(code, known.map(|known| &known.code))),
        ];
        let is_new = known.is_none() && key.environment == ApiEnvironment::Ukraine;
        let is_used = is_new && !name.is_empty();
        for (column, text, _) in columns.into_iter().filter(|(.., differs)| *differs) {
            if is_used {
                self.note(column, vec![], vec![text.clone()]);
            } else {
                self.left.push(column);
            }
        }
        if is_used {
            key.company = Some(Company { name: name.clone(), code: code.clone() });
        }
    }

    /// The key that has replaced this one, if this one is replaced.
    fn successor(&mut self, text: &str, key: &mut KeyRecord, successors: &Successors) {
        if text.is_empty() {
            return;
        }
        let found = successors.find(key, text);
        match found {
            Some(by) if key.replaced_by.as_ref() == Some(&by) => {}
            Some(by) if key.status == KeyStatus::Replaced => {
                let from = key.replaced_by.iter().map(|before| successors.text_of(before));
                self.note(ListColumn::ReplacedBy, from.collect(), vec![successors.text_of(&by)]);
                key.replaced_by = Some(by);
            }
            _ => self.left.push(ListColumn::ReplacedBy),
        }
    }

    fn note(&mut self, column: ListColumn, from: Vec<String>, to: Vec<String>) {
        self.fields.push(FieldChange { column, from, to });
    }
}
