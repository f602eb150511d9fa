//! The words of the lists: `words.txt`, the names of columns and values in each language.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::de::IntoDeserializer;
use serde::de::value::{Error as NotAName, StrDeserializer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A column of the list of keys, in the order in which the list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListColumn {
    /// The key's id in the register.
    Id,
    /// Its name.
    Name,
    /// Its environment.
    Environment,
    /// Its last four characters.
    LastFour,
    /// Its organizations, one per line of the cell.
    Organizations,
    /// The person in whose name it was created.
    Holder,
    /// The company whose account a key of Ukraine opens.
    AccountCompany,
    /// The EDRPOU of that company.
    CompanyCode,
    /// When it was created.
    Created,
    /// When it expires.
    Expires,
    /// Its status.
    Status,
    /// The key that has replaced it.
    ReplacedBy,
    /// When it was last checked.
    LastCheck,
    /// The result of that check.
    LastCheckResult,
    /// The systems that use it, one per line of the cell.
    Systems,
    /// The people who have it, one per line of the cell.
    People,
    /// Notes.
    Notes,
}

impl ListColumn {
    pub(super) const ALL: [Self; 17] = [
        Self::Id,
        Self::Name,
        Self::Environment,
        Self::LastFour,
        Self::Organizations,
        Self::Holder,
        Self::AccountCompany,
        Self::CompanyCode,
        Self::Created,
        Self::Expires,
        Self::Status,
        Self::ReplacedBy,
        Self::LastCheck,
        Self::LastCheckResult,
        Self::Systems,
        Self::People,
        Self::Notes,
    ];

    /// The column with this heading, in any language.
    pub(super) fn of_heading(heading: &str) -> Option<Self> {
        value(Group::Column, heading)
    }
}

/// The language of a list's headings and values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListLanguage {
    /// English.
    English,
    /// Ukrainian.
    Ukrainian,
}

impl ListLanguage {
    /// The language with this code, such as `uk`; English for any other.
    #[must_use]
    pub fn of(code: &str) -> Self {
        if code == "uk" { Self::Ukrainian } else { Self::English }
    }
}

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Group {
    Column,
    Environment,
    Status,
    Result,
    History,
    Actor,
    Event,
    Detail,
    Method,
    Receipt,
    LeakCause,
    File,
}

const WORDS: &str = include_str!("words.txt");

struct Entry {
    name: &'static str,
    english: &'static str,
    ukrainian: &'static str,
}

#[derive(Default)]
struct Words {
    entries: HashMap<Group, Vec<Entry>>,
    /// The name of each word, by the word without signs in lower case.
    names: HashMap<(Group, String), &'static str>,
}

static TABLE: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    let mut group = Group::Column;
    for line in WORDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            group = match name.trim_end_matches(']') {
                "environment" => Group::Environment,
                "status" => Group::Status,
                "result" => Group::Result,
                "history" => Group::History,
                "actor" => Group::Actor,
                "event" => Group::Event,
                "detail" => Group::Detail,
                "method" => Group::Method,
                "receipt" => Group::Receipt,
                "leak_cause" => Group::LeakCause,
                "file" => Group::File,
                _ => Group::Column,
            };
            continue;
        }
        let mut parts = line.split('=').map(str::trim);
        let mut part = || parts.next().unwrap_or_default();
        let (name, english, ukrainian) = (part(), part(), part());
        let all = english.split(',').chain(ukrainian.split(',')).chain([name]);
        for word in all {
            words.names.insert((group, plain(word)), name);
        }
        let first = |list: &'static str| list.split(',').next().unwrap_or_default().trim();
        let entry = Entry { name, english: first(english), ukrainian: first(ukrainian) };
        words.entries.entry(group).or_default().push(entry);
    }
    words
});

/// The word with which a list is written. A name that the file does not have stays as it is.
pub(super) fn word(group: Group, name: &str, language: ListLanguage) -> &str {
    let entries = TABLE.entries.get(&group);
    let entry = entries.and_then(|entries| entries.iter().find(|entry| entry.name == name));
    entry.map_or(name, |entry| match language {
        ListLanguage::English => entry.english,
        ListLanguage::Ukrainian => entry.ukrainian,
    })
}

/// The value of an enum that a word of any language names.
pub(super) fn value<T: for<'de> Deserialize<'de>>(group: Group, word: &str) -> Option<T> {
    let name = TABLE.names.get(&(group, plain(word)))?;
    let name: StrDeserializer<'_, NotAName> = name.into_deserializer();
    T::deserialize(name).ok()
}

/// The name of an enum's value in the program.
pub(super) fn name_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Only letters and digits, in lower case.
fn plain(word: &str) -> String {
    word.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ApiEnvironment::{Production, Sandbox, Ukraine};
    use crate::model::KeyStatus::{Active, Deactivated, Expired, Refused, Replaced};
    use crate::model::{
        Actor, CheckResult, DetailField, HandOverMethod, HistoryEvent, LeakCause, ReceiptResult,
        SavedFile,
    };

    #[test]
    fn every_column_and_value_is_read_as_it_is_written() {
        fn check<T: Serialize + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(
            group: Group,
            values: &[T],
        ) {
            for expected in values {
                let name = name_of(expected);
                for language in [ListLanguage::English, ListLanguage::Ukrainian] {
                    let written = word(group, &name, language);
                    assert!(!written.is_empty() && written != name, "{name}");
                    assert_eq!(value::<T>(group, written).as_ref(), Some(expected), "{written}");
                    let upper = written.to_uppercase();
                    assert_eq!(value::<T>(group, &upper).as_ref(), Some(expected), "{upper}");
                }
                assert_eq!(value::<T>(group, &name).as_ref(), Some(expected), "{name}");
            }
        }
        check(Group::Column, &ListColumn::ALL);
        check(Group::Environment, &[Sandbox, Production, Ukraine]);
        check(Group::Status, &[Active, Expired, Refused, Deactivated, Replaced]);
        check(Group::Result, &[CheckResult::Works, CheckResult::Refused, CheckResult::Expired]);
        check(Group::Actor, &[Actor::Person, Actor::App]);
    }

    #[test]
    fn no_word_has_two_meanings() {
        let mut seen: HashMap<(Group, String), &str> = HashMap::new();
        let mut group = Group::Column;
        for line in WORDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if line.starts_with('[') {
                group = match line {
                    "[column]" => Group::Column,
                    "[environment]" => Group::Environment,
                    "[status]" => Group::Status,
                    _ => break,
                };
                continue;
            }
            let mut parts = line.split('=');
            let name = parts.next().unwrap().trim();
            for word in parts.flat_map(|part| part.split(',')).chain([name]) {
                let before = seen.insert((group, plain(word)), name);
                assert!(before.is_none_or(|before| before == name), "{word}: {before:?}, {name}");
            }
        }
    }

    /// The names of an enum, from its declaration in TypeScript, which has them all.
    fn names_of<T: TS>(before_each: &str) -> Vec<String> {
        let declaration = T::decl(&ts_rs::Config::default());
        let names = declaration.split(before_each).skip(1).map(|rest| rest.split('"').next());
        names.map(|name| name.unwrap().to_owned()).collect()
    }

    #[test]
    fn everything_that_the_history_names_has_a_word() {
        let groups = [
            (Group::Event, names_of::<HistoryEvent>("{ \"event\": \""), 33),
            (Group::Method, names_of::<HandOverMethod>("{ \"kind\": \""), 4),
            (Group::Receipt, names_of::<ReceiptResult>("{ \"kind\": \""), 3),
            (Group::Detail, names_of::<DetailField>(" \""), 6),
            (Group::LeakCause, names_of::<LeakCause>(" \""), 5),
            (Group::File, names_of::<SavedFile>(" \""), 5),
        ];
        for (group, names, count) in groups {
            assert_eq!(names.len(), count, "{names:?}");
            for name in names {
                for language in [ListLanguage::English, ListLanguage::Ukrainian] {
                    let word = word(group, &name, language);
                    assert!(!word.is_empty() && word != name, "{name}");
                }
            }
        }
    }
}
