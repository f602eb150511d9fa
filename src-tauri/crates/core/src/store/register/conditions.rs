//! The conditions of a query over the keys, with their values in order.

use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::types::{ToSql, ToSqlOutput};

use crate::model::{
    ApiEnvironment, CHECK_COUNTS_FOR, DueTimes, KeyRecord, KeyStanding, StatusFilter,
};

/// Whether the end of a key's validity is over at a moment: the same rule as `KeyRecord::has_ended`.
macro_rules! ended {
    () => {
        "(valid_until < ? AND NOT (coalesce(last_check_result, '') = 'works'
                                   AND last_check_at > valid_until))"
    };
}

/// The most urgent keys first: refused or expired, then those that expire soon, then those of which the
/// end is not known or has passed although they work, then those that were never checked: the order of
/// `service::due`. Its values are those of [`Conditions::then`].
pub(super) const URGENCY: &str = concat!(
    "ORDER BY CASE WHEN status IN ('refused', 'expired') OR ",
    ended!(),
    " THEN 0
         WHEN valid_until < ? THEN 2
         WHEN valid_until < ? THEN 1
         WHEN valid_until IS NULL AND environment <> 'sandbox' THEN 3 ELSE 4 END,
    CASE environment WHEN 'production' THEN 0 WHEN 'ukraine' THEN 1 ELSE 2 END,
    valid_until, rowid"
);

/// A value of a condition.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Time(DateTime<Utc>),
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Text(text) => text.to_sql(),
            Self::Time(time) => time.to_sql(),
        }
    }
}

/// Conditions that must all hold. Shown as the `WHERE` of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Conditions {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    pub(super) fn add(&mut self, sql: &str) {
        self.sql.push(sql.to_owned());
    }

    pub(super) fn add_with(&mut self, sql: &str, value: String) {
        self.add(sql);
        self.values.push(Value::Text(value));
    }

    /// Leaves out the keys of this JSON list.
    pub(super) fn leave_out(&mut self, ids: Option<&str>) {
        if let Some(ids) = ids {
            self.add_with("id NOT IN (SELECT value FROM json_each(?))", ids.to_owned());
        }
    }

    /// Only the keys with this status at this time.
    pub(super) fn status(&mut self, status: StatusFilter, times: DueTimes) {
        let standings: &[KeyStanding] = match status {
            StatusFilter::ToDo => return self.due(times, None),
            StatusFilter::Active => &[KeyStanding::Active],
            StatusFilter::NotChecked => &[KeyStanding::Unchecked, KeyStanding::CheckDue],
            StatusFilter::Expired => &[KeyStanding::Expired],
            StatusFilter::Refused => &[KeyStanding::Refused],
            StatusFilter::Deactivated => &[KeyStanding::Deactivated],
            StatusFilter::Replaced => &[KeyStanding::Replaced],
        };
        let mut any = Self::default();
        for standing in standings {
            any.standing(*standing, times.now);
        }
        self.any_of(any);
    }

    /// Only the keys with this standing at this time: the same rule as `KeyStanding::of`.
    pub(super) fn standing(&mut self, standing: KeyStanding, now: DateTime<Utc>) {
        let ended = ended!();
        let not_ended = &format!("status = 'active' AND (valid_until IS NULL OR NOT {ended})");
        let lately = now - CHECK_COUNTS_FOR;
        match standing {
            KeyStanding::Active => {
                self.at(&format!("({not_ended} AND last_verified_at >= ?)"), [now, lately]);
            }
            KeyStanding::CheckDue => {
                self.at(&format!("({not_ended} AND last_verified_at < ?)"), [now, lately]);
            }
            KeyStanding::Unchecked => {
                self.at(&format!("({not_ended} AND last_verified_at IS NULL)"), [now]);
            }
            KeyStanding::Expired => {
                let expired = format!("(status = 'expired' OR (status = 'active' AND {ended}))");
                self.at(&expired, [now]);
            }
            KeyStanding::Refused => self.add("status = 'refused'"),
            KeyStanding::Deactivated => self.add("status = 'deactivated'"),
            KeyStanding::Replaced => self.add("status = 'replaced'"),
        }
    }

    /// Only the keys that meet one of these conditions.
    pub(super) fn any_of(&mut self, conditions: Self) {
        self.joined(conditions, " OR ");
    }

    /// Only the keys that meet all these conditions, as one condition.
    pub(super) fn all_of(&mut self, conditions: Self) {
        self.joined(conditions, " AND ");
    }

    /// Only the keys that are something to do, and those of this JSON list: the same rule as
    /// `KeyRecord::is_due`.
    pub(super) fn due(&mut self, times: DueTimes, lost: Option<&str>) {
        let is_lost = lost.map_or("", |_| " OR id IN (SELECT value FROM json_each(?))");
        self.at(
            &format!(
                "status NOT IN ('deactivated', 'replaced')
                 AND (status IN ('refused', 'expired') OR valid_until < ?
                      OR (valid_until IS NULL AND environment <> 'sandbox')
                      OR (last_verified_at IS NULL AND last_check_at IS NULL AND had_secret){is_lost})"
            ),
            [times.soon],
        );
        self.values.extend(lost.map(|ids| Value::Text(ids.to_owned())));
    }

    /// The values of [`URGENCY`], which follows the conditions in the query.
    pub(super) fn then(mut self, times: DueTimes) -> Self {
        self.values.extend([times.now, times.now, times.soon].map(Value::Time));
        self
    }

    pub(super) fn values(&self) -> &[Value] {
        &self.values
    }

    fn joined(&mut self, conditions: Self, by: &str) {
        if !conditions.sql.is_empty() {
            self.sql.push(format!("({})", conditions.sql.join(by)));
            self.values.extend(conditions.values);
        }
    }

    pub(super) fn at<const N: usize>(&mut self, sql: &str, times: [DateTime<Utc>; N]) {
        self.add(sql);
        self.values.extend(times.map(Value::Time));
    }
}

impl fmt::Display for Conditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sql.is_empty() {
            return Ok(());
        }
        write!(f, "WHERE {}", self.sql.join(" AND "))
    }
}

/// The name of an environment in the store.
pub(super) const fn environment_name(environment: ApiEnvironment) -> &'static str {
    match environment {
        ApiEnvironment::Sandbox => "sandbox",
        ApiEnvironment::Production => "production",
        ApiEnvironment::Ukraine => "ukraine",
    }
}

/// As [`Conditions::status`], for a key that the store does not have.
pub(super) fn has_status(
    status: StatusFilter,
    key: &KeyRecord,
    times: impl Into<DueTimes>,
) -> bool {
    let times = times.into();
    let standing = KeyStanding::of(key, times.now);
    match status {
        StatusFilter::ToDo => key.is_due(times),
        StatusFilter::Active => standing == KeyStanding::Active,
        StatusFilter::NotChecked => {
            matches!(standing, KeyStanding::Unchecked | KeyStanding::CheckDue)
        }
        StatusFilter::Expired => standing == KeyStanding::Expired,
        StatusFilter::Refused => standing == KeyStanding::Refused,
        StatusFilter::Deactivated => standing == KeyStanding::Deactivated,
        StatusFilter::Replaced => standing == KeyStanding::Replaced,
    }
}
