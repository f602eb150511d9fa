//! What a line of a list says about a key.

use super::dates::{self, DateOrder, DateReading, ListDate};
use super::preview::LineProblem;
use super::table::Line;
use super::words::{Group, ListColumn, value};
use crate::model::{ApiEnvironment, KeyStatus};

/// The most characters of a text on one line, of notes, and of a cell that the window repeats.
const SHORT: usize = 500;
const LONG: usize = 20_000;
const REPEATED: usize = 60;

/// A line that could be read. An empty cell says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) environment: Option<ApiEnvironment>,
    pub(super) last_four: String,
    pub(super) organizations: Vec<String>,
    pub(super) holder: String,
    pub(super) company: String,
    pub(super) company_code: String,
    pub(super) created: Option<ListDate>,
    pub(super) expires: Option<ListDate>,
    pub(super) status: Option<KeyStatus>,
    pub(super) replaced_by: String,
    pub(super) systems: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) notes: String,
}

impl Row {
    pub(super) fn read(line: &Line, order: Option<DateOrder>) -> Result<Self, LineProblem> {
        let date = |column| date(line, column, order);
        let environment = match line.cell(ListColumn::Environment).trim() {
            "" => None,
            text => Some(
                value(Group::Environment, text)
                    .ok_or_else(|| LineProblem::EnvironmentUnknown { text: repeated(text) })?,
            ),
        };
        let status = match line.cell(ListColumn::Status).trim() {
            "" => None,
            text => Some(
                value(Group::Status, text)
                    .ok_or_else(|| LineProblem::StatusUnknown { text: repeated(text) })?,
            ),
        };
        Ok(Self {
            line: line.number,
            id: line.cell(ListColumn::Id).trim().to_ascii_lowercase(),
            name: short(line, ListColumn::Name)?,
            environment,
            last_four: last_four(line.cell(ListColumn::LastFour))?,
            organizations: list(line, ListColumn::Organizations)?,
            holder: short(line, ListColumn::Holder)?,
            company: short(line, ListColumn::AccountCompany)?,
            company_code: short(line, ListColumn::CompanyCode)?,
            created: date(ListColumn::Created)?,
            expires: date(ListColumn::Expires)?,
            status,
            replaced_by: short(line, ListColumn::ReplacedBy)?,
            systems: list(line, ListColumn::Systems)?,
            people: list(line, ListColumn::People)?,
            notes: text(line, ListColumn::Notes, LONG)?,
        })
    }
}

/// The text as the register has it and as it is compared: without blanks around it, lines ended by `\n`, and with
/// plain spaces, as they are typed in the window, for no-break spaces.
pub(super) fn normal(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\u{a0}', " ").trim().to_owned()
}

/// The parts of a list as the register has them and as they are compared: as [`normal`], each once.
pub(super) fn normal_list<'a>(parts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for part in parts.into_iter().flat_map(|part| part.split(['\n', '\r'])).map(normal) {
        if !part.is_empty() && !list.contains(&part) {
            list.push(part);
        }
    }
    list
}

fn text(line: &Line, column: ListColumn, limit: usize) -> Result<String, LineProblem> {
    let text = normal(line.cell(column));
    let is_unreadable = |sign: char| {
        sign == char::REPLACEMENT_CHARACTER || (sign.is_control() && !"\n\r\t".contains(sign))
    };
    if text.chars().count() > limit {
        return Err(LineProblem::TooLong { column, limit });
    }
    if text.contains(is_unreadable) {
        return Err(LineProblem::UnreadableText { column });
    }
    Ok(text)
}

fn short(line: &Line, column: ListColumn) -> Result<String, LineProblem> {
    let text = text(line, column, SHORT)?;
    if text.contains(['\n', '\r']) {
        return Err(LineProblem::SeveralLines { column });
    }
    Ok(text)
}

fn list(line: &Line, column: ListColumn) -> Result<Vec<String>, LineProblem> {
    let parts = normal_list([text(line, column, LONG)?.as_str()]);
    if parts.iter().any(|part| part.chars().count() > SHORT) {
        return Err(LineProblem::TooLong { column, limit: SHORT });
    }
    Ok(parts)
}

/// The last four characters, without the dots that lists write before them.
fn last_four(cell: &str) -> Result<String, LineProblem> {
    let is_dot = |sign: char| sign.is_whitespace() || "…•.*·".contains(sign);
    let cell = cell.trim();
    // A key may end with four characters of which the first is a dot.
    let bare = cell.strip_prefix('…').unwrap_or(cell);
    let text = if bare.len() == 4 { bare } else { cell.trim_start_matches(is_dot) };
    let is_last_four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_graphic());
    if is_last_four || text.is_empty() {
        Ok(text.to_owned())
    } else {
        Err(LineProblem::LastFourUnreadable { text: repeated(cell) })
    }
}

fn date(
    line: &Line,
    column: ListColumn,
    order: Option<DateOrder>,
) -> Result<Option<ListDate>, LineProblem> {
    let cell = line.cell(column).trim();
    if cell.is_empty() {
        return Ok(None);
    }
    match dates::read(cell, order) {
        DateReading::Date(date) => Ok(Some(date)),
        DateReading::TwoWays => Err(LineProblem::DateUnclear { column, text: repeated(cell) }),
        DateReading::NotADate => Err(LineProblem::DateUnreadable { column, text: repeated(cell) }),
    }
}

fn repeated(text: &str) -> String {
    text.trim().chars().filter(|sign| !sign.is_control()).take(REPEATED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_plain_spaces_and_a_list_has_each_part_once() {
        assert_eq!(normal("\u{a0}Hanse\u{a0}Textil\r\n2 "), "Hanse Textil\n2");
        assert_eq!(
            normal_list(["Hanse\u{a0}Textil\r\n Shop ", "Shop\nHanse Textil\n\u{a0}"]),
            ["Hanse Textil", "Shop"]
        );
    }
}
