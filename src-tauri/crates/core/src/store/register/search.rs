//! Which keys a query finds: those of the store, in SQL, and those that the store does not have.

use chrono::{DateTime, Utc};
use rusqlite::types::{ToSql, ToSqlOutput, Value as SqlValue};
use serde_json::json;

use super::KeyAccount;
use super::conditions::{self, Conditions, environment_name};
use crate::model::{
    CheckResult, DueTimes, KeyQuery, KeyRecord, KeyRemark, KeyStanding, KeysView, Period,
    SearchWord, StatusFilter,
};
use crate::store::fold::{search_text, words};

/// The greatest number of periods that each key is compared with.
const FEW: usize = 4;

/// What a query needs to know of keys besides their rows.
pub(super) struct Known<'a> {
    pub(super) times: DueTimes,
    /// The JSON list of the keys without a keychain entry.
    pub(super) lost: Option<&'a str>,
    /// The accounts whose keys were made under another account.
    pub(super) other_accounts: &'a [KeyAccount],
}

impl Conditions {
    /// Only the keys that the query finds: the same rule as [`is_found`].
    pub(super) fn narrow(&mut self, query: &KeyQuery, known: &Known<'_>) {
        let KeysView { environment, status, organization, .. } = &query.view;
        if let Some(environment) = environment {
            self.add_with("environment = ?", environment_name(*environment).to_owned());
        }
        if let Some(organization) = organization {
            self.add_with(
                "id IN (SELECT key FROM key_organizations WHERE name = ?)",
                organization.clone(),
            );
        }
        match status {
            Some(StatusFilter::ToDo) => self.due(known.times, known.lost),
            Some(status) => self.status(*status, known.times),
            None => {}
        }
        for word in &query.search {
            self.word(word, known);
        }
    }

    fn word(&mut self, word: &SearchWord, known: &Known<'_>) {
        let mut text = Self::default();
        for part in words(&word.text) {
            text.add_with("instr(search, ?) > 0", part);
        }
        let mut any = Self::default();
        any.all_of(text);
        for environment in &word.environments {
            any.add_with("environment = ?", environment_name(*environment).to_owned());
        }
        for standing in &word.standings {
            any.standing(*standing, known.times.now);
        }
        for remark in &word.remarks {
            any.remark(*remark, known);
        }
        for column in ["created_at", "valid_until", "last_check_at"] {
            any.within(column, &word.days);
        }
        any.within("valid_until", &word.ends);
        any.within("last_check_at", &word.checks);
        self.any_of(any);
    }

    fn remark(&mut self, remark: KeyRemark, known: &Known<'_>) {
        match remark {
            KeyRemark::CreationUnknown => self.add("created_at IS NULL"),
            KeyRemark::EndUnknown => self.add("valid_until IS NULL"),
            KeyRemark::NeverChecked => {
                self.add("(last_check_at IS NULL AND last_verified_at IS NULL)");
            }
            KeyRemark::Works => self.add("last_check_result = 'works'"),
            KeyRemark::NotAccepted => self.add("last_check_result = 'refused'"),
            KeyRemark::Expired => self.add("last_check_result = 'expired'"),
            // Such a key is not in the store, or is left out.
            KeyRemark::Unsaved => {}
            KeyRemark::NeverHere => self.add("NOT had_secret"),
            KeyRemark::Lost => {
                if let Some(ids) = known.lost {
                    let lost = "(had_secret AND id IN (SELECT value FROM json_each(?)))";
                    self.add_with(lost, ids.to_owned());
                }
            }
            KeyRemark::OtherAccount => {
                let of = |account: &KeyAccount| {
                    json!([environment_name(account.environment), account.client])
                };
                let accounts: Vec<_> = known.other_accounts.iter().map(of).collect();
                self.add_with(
                    "(status NOT IN ('deactivated', 'replaced') AND (environment, client) IN
                        (SELECT value ->> 0, value ->> 1 FROM json_each(?)))",
                    json!(accounts).to_string(),
                );
            }
        }
    }

    /// The keys with a date in one of these periods. Few periods, such as years, may have most keys, so each key is
    /// compared with them. Many are looked up along the index of the column.
    fn within(&mut self, column: &str, periods: &[Period]) {
        if periods.len() <= FEW {
            for period in periods {
                self.at(&format!("({column} >= ? AND {column} < ?)"), [period.from, period.until]);
            }
            return;
        }
        let bounds: Vec<_> = periods
            .iter()
            .map(|period| json!([stored(period.from), stored(period.until)]))
            .collect();
        self.add_with(
            &format!(
                "keys.rowid IN (SELECT dated.rowid
                                FROM json_each(?) AS period CROSS JOIN keys AS dated
                                ON dated.{column} >= period.value ->> 0
                                AND dated.{column} < period.value ->> 1)"
            ),
            json!(bounds).to_string(),
        );
    }
}

/// A moment as the store has it.
fn stored(moment: DateTime<Utc>) -> String {
    match moment.to_sql() {
        Ok(ToSqlOutput::Owned(SqlValue::Text(text))) => text,
        // `chrono` always becomes text.
        _ => moment.to_rfc3339(),
    }
}

/// Whether a query finds a key that the store does not have. Such a key is always something to do.
/// `is_unsaved`: its secret is in memory only.
#[must_use]
pub fn is_found(
    query: &KeyQuery,
    key: &KeyRecord,
    times: impl Into<DueTimes>,
    is_unsaved: bool,
) -> bool {
    let times = times.into();
    let KeysView { environment, status, organization, .. } = &query.view;
    let has_status = |status: StatusFilter| {
        status == StatusFilter::ToDo || conditions::has_status(status, key, times)
    };
    environment.is_none_or(|environment| environment == key.environment)
        && organization.as_ref().is_none_or(|name| key.organizations.contains(name))
        && status.is_none_or(has_status)
        && has_words(&query.search, key, times, is_unsaved)
}

fn has_words(search: &[SearchWord], key: &KeyRecord, times: DueTimes, is_unsaved: bool) -> bool {
    let text = search_text(key);
    let standing = KeyStanding::of(key, times.now);
    let check = key.last_check.as_ref().map(|check| check.at);
    let result = key.last_check.as_ref().map(|check| check.result);
    let within = |periods: &[Period], moment: Option<DateTime<Utc>>| {
        moment.is_some_and(|moment| periods.iter().any(|period| period.contains(moment)))
    };
    let has = |remark: &KeyRemark| match remark {
        KeyRemark::CreationUnknown => key.created_at.is_none(),
        KeyRemark::EndUnknown => key.valid_until.is_none(),
        KeyRemark::NeverChecked => key.was_never_checked(),
        KeyRemark::Works => result == Some(CheckResult::Works),
        KeyRemark::NotAccepted => result == Some(CheckResult::Refused),
        KeyRemark::Expired => result == Some(CheckResult::Expired),
        KeyRemark::Unsaved => is_unsaved,
        KeyRemark::NeverHere => !key.had_secret,
        // Only keys of the store can be.
        KeyRemark::Lost | KeyRemark::OtherAccount => false,
    };
    search.iter().all(|word| {
        words(&word.text).iter().all(|part| text.contains(part))
            || word.environments.contains(&key.environment)
            || word.standings.contains(&standing)
            || word.remarks.iter().any(has)
            || [key.created_at, key.valid_until, check].iter().any(|date| within(&word.days, *date))
            || within(&word.ends, key.valid_until)
            || within(&word.checks, check)
    })
}

#[cfg(test)]
mod tests;
