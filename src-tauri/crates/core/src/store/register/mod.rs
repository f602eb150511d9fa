//! The list of keys in parts: searched, filtered, sorted and counted, so that ten thousand keys open as fast
//! as ten.

mod accounts;
mod changes;
mod conditions;
mod search;
mod view;

use rusqlite::{Connection, Row, params_from_iter};

use super::Store;
use super::fold::{search_text, sort_name};
use super::keys::Lists;
use crate::model::{DueTimes, Failure, KeyId, KeyQuery, KeyRecord, KeySort, Period};
use conditions::Conditions;
use search::Known;

pub use accounts::KeyAccount;
pub use search::is_found;

/// A part of the list of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRows {
    /// The number of all keys.
    pub total: usize,
    /// The number of those that the query finds.
    pub matching: usize,
    /// Those that were asked for.
    pub keys: Vec<KeyRecord>,
    /// From the first to the last date of all keys: creation, end or last check. `None` if there is none.
    pub dates: Option<Period>,
}

/// What a query needs to know of keys besides what the store has.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeySets<'a> {
    /// The keys that are left out everywhere, such as those that are being deleted.
    pub except: &'a [KeyId],
    /// The keys without a keychain entry, which are something to do. Only needed if
    /// [`KeyQuery::asks_for_lost`].
    pub lost: &'a [KeyId],
    /// The accounts whose keys were made under another account than most. Only a search for
    /// [`KeyRemark::OtherAccount`](crate::model::KeyRemark::OtherAccount) needs them.
    pub other_accounts: &'a [KeyAccount],
}

impl Store {
    /// A part of the list.
    pub async fn find_keys(
        &self,
        query: KeyQuery,
        times: impl Into<DueTimes>,
        sets: KeySets<'_>,
    ) -> Result<KeyRows, Failure> {
        let times = times.into();
        let except = ids(sets.except);
        let lost = if query.asks_for_lost() { ids(sets.lost) } else { None };
        let other_accounts = sets.other_accounts.to_vec();
        self.with(move |connection| {
            if let Err(error) = fold_changed(connection) {
                // On a full disk the keys are shown, and a search does not find the changed ones.
                tracing::warn!(%error, "the search texts of changed keys were not written");
            }
            let mut all = Conditions::default();
            all.leave_out(except.as_deref());
            let total = count(connection, &all)?;
            let mut found = all.clone();
            let known = Known { times, lost: lost.as_deref(), other_accounts: &other_accounts };
            found.narrow(&query, &known);
            let dates = dates(connection)?;
            let order = order(query.view.sort, query.view.descending);
            let (offset, limit) = (query.offset, query.limit);
            if found == all {
                let keys =
                    read(connection, &all, &format!("{order} LIMIT {limit} OFFSET {offset}"))?;
                return Ok(KeyRows { total, matching: total, keys, dates });
            }
            let rows = rows(connection, &found, order)?;
            let page = rows.get(offset as usize..).unwrap_or_default();
            let page = page.get(..limit as usize).unwrap_or(page);
            Ok(KeyRows { total, matching: rows.len(), keys: read_rows(connection, page)?, dates })
        })
        .await
    }

    /// The keys with these ids that exist, in no particular order.
    pub async fn keys_of(&self, keys: &[KeyId]) -> Result<Vec<KeyRecord>, Failure> {
        let Some(ids) = ids(keys) else { return Ok(Vec::new()) };
        self.with(move |connection| {
            let mut those = Conditions::default();
            those.add_with("id IN (SELECT value FROM json_each(?))", ids);
            read(connection, &those, "")
        })
        .await
    }

    /// At most `limit` of the keys with these ids whose secrets were here, the newest first, and the number of the
    /// others.
    pub async fn keys_that_had_secrets(
        &self,
        keys: &[KeyId],
        limit: u32,
    ) -> Result<(Vec<KeyRecord>, usize), Failure> {
        let Some(ids) = ids(keys) else { return Ok((Vec::new(), 0)) };
        self.with(move |connection| {
            let mut those = Conditions::default();
            those.add_with("had_secret AND id IN (SELECT value FROM json_each(?))", ids);
            let all = count(connection, &those)?;
            let order = format!("ORDER BY added_at DESC, id LIMIT {limit}");
            let keys = read(connection, &those, &order)?;
            let others = all - keys.len();
            Ok((keys, others))
        })
        .await
    }

    /// The keys whose last four characters these are.
    pub async fn keys_ending_in(&self, last_four: &str) -> Result<Vec<KeyRecord>, Failure> {
        let last_four = last_four.to_owned();
        self.with(move |connection| {
            let mut those = Conditions::default();
            those.add_with("last_four = ?", last_four);
            read(connection, &those, "ORDER BY added_at DESC, id")
        })
        .await
    }

    /// The ids of all keys, and whether the keychain has to have each: its secret was here, and it is in use.
    pub async fn key_ids(&self) -> Result<Vec<(KeyId, bool)>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT id, had_secret AND status NOT IN ('deactivated', 'replaced') FROM keys",
                )?
                .query_map([], |row| Ok((KeyId::from_stored(row.get(0)?), row.get(1)?)))?
                .collect()
        })
        .await
    }

    /// The most urgent keys that are something to do, and the number of all of them. Refused and expired keys
    /// come first, and of equally urgent ones production before Ukraine before test.
    pub async fn due_keys(
        &self,
        times: impl Into<DueTimes>,
        except: &[KeyId],
        limit: u32,
    ) -> Result<(Vec<KeyRecord>, usize), Failure> {
        let times = times.into();
        let except = ids(except);
        self.with(move |connection| {
            let mut due = Conditions::default();
            due.leave_out(except.as_deref());
            due.due(times, None);
            let due = due.then(times);
            let rows = rows(connection, &due, conditions::URGENCY)?;
            let first = rows.get(..limit as usize).unwrap_or(&rows);
            Ok((read_rows(connection, first)?, rows.len()))
        })
        .await
    }

    /// The names of all organizations that keys were created for, by the alphabet.
    pub async fn organizations(&self) -> Result<Vec<String>, Failure> {
        let mut names = self
            .with(|connection| {
                // From one name to the next in the index: there are few names and many keys.
                connection
                    .prepare_cached(
                        "WITH RECURSIVE names (name) AS (
                            SELECT min(name) FROM key_organizations
                            UNION ALL
                            SELECT (SELECT min(name) FROM key_organizations
                                    WHERE name > names.name)
                            FROM names WHERE names.name IS NOT NULL
                         )
                         SELECT name FROM names WHERE name IS NOT NULL",
                    )?
                    .query_map([], |row| row.get(0))?
                    .collect::<rusqlite::Result<Vec<String>>>()
            })
            .await?;
        names.sort_by_cached_key(|name| sort_name(name));
        Ok(names)
    }
}

/// From the first to the last date of all keys, which each index has at its ends.
fn dates(connection: &Connection) -> rusqlite::Result<Option<Period>> {
    connection
        .prepare_cached(
            "SELECT min(first), max(last) FROM (
                SELECT (SELECT min(created_at) FROM keys) AS first,
                       (SELECT max(created_at) FROM keys) AS last
                UNION ALL SELECT (SELECT min(valid_until) FROM keys),
                                 (SELECT max(valid_until) FROM keys)
                UNION ALL SELECT (SELECT min(last_check_at) FROM keys),
                                 (SELECT max(last_check_at) FROM keys))",
        )?
        .query_row([], |row| {
            let (from, until): (Option<_>, Option<_>) = (row.get(0)?, row.get(1)?);
            Ok(from.zip(until).map(|(from, until)| Period { from, until }))
        })
}

/// Each order has an index, and the rows of a part are read along it.
fn order(sort: KeySort, descending: bool) -> &'static str {
    match (sort, descending) {
        (KeySort::Name, false) => "ORDER BY sort_name, rowid",
        (KeySort::Name, true) => "ORDER BY sort_name DESC, rowid DESC",
        (KeySort::Expires, false) => "ORDER BY valid_until NULLS LAST, rowid",
        (KeySort::Expires, true) => "ORDER BY valid_until DESC, rowid DESC",
        (KeySort::LastChecked, false) => "ORDER BY last_check_at NULLS LAST, rowid",
        (KeySort::LastChecked, true) => "ORDER BY last_check_at DESC, rowid DESC",
        (KeySort::Created, false) => "ORDER BY created_at NULLS LAST, rowid",
        (KeySort::Created, true) => "ORDER BY created_at DESC, rowid DESC",
        (KeySort::Added, false) => "ORDER BY added_at, rowid",
        (KeySort::Added, true) => "ORDER BY added_at DESC, rowid DESC",
    }
}

fn count(connection: &Connection, conditions: &Conditions) -> rusqlite::Result<usize> {
    let count: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM keys {conditions}"))?
        .query_row(params_from_iter(conditions.values()), |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// The keys that meet these conditions, with their organizations and places. `rest`: order and limit.
fn read(
    connection: &Connection,
    conditions: &Conditions,
    rest: &str,
) -> rusqlite::Result<Vec<KeyRecord>> {
    let keys: Vec<KeyRecord> = connection
        .prepare_cached(&format!("SELECT * FROM keys {conditions} {rest}"))?
        .query_map(params_from_iter(conditions.values()), KeyRecord::read)?
        .collect::<rusqlite::Result<_>>()?;
    let mut lists = Lists::of_keys(connection, &keys)?;
    Ok(keys.into_iter().map(|key| lists.complete(key)).collect())
}

/// The row ids of the keys that meet these conditions, in this order. With them, one pass over the table finds, sorts and
/// counts: its rows are long, and each further pass takes as long.
fn rows(
    connection: &Connection,
    conditions: &Conditions,
    order: &str,
) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached(&format!("SELECT rowid FROM keys {conditions} {order}"))?
        .query_map(params_from_iter(conditions.values()), |row| row.get(0))?
        .collect()
}

/// The keys in these rows, in the order of the rows.
fn read_rows(connection: &Connection, rows: &[i64]) -> rusqlite::Result<Vec<KeyRecord>> {
    let mut keys: Vec<KeyRecord> = Vec::with_capacity(rows.len());
    let mut statement = connection.prepare_cached("SELECT * FROM keys WHERE rowid = ?1")?;
    for row in rows {
        keys.push(statement.query_row([row], KeyRecord::read)?);
    }
    let mut lists = Lists::of_keys(connection, &keys)?;
    Ok(keys.into_iter().map(|key| lists.complete(key)).collect())
}

/// Computes the search texts of the keys that were changed since the last query.
fn fold_changed(connection: &mut Connection) -> rusqlite::Result<()> {
    let mut changed = Conditions::default();
    changed.add("search IS NULL");
    let is_changed = |row: &Row<'_>| row.get::<_, bool>(0);
    let some = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM keys WHERE search IS NULL)")?
        .query_row([], is_changed)?;
    if !some {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    for key in read(&transaction, &changed, "")? {
        transaction
            .prepare_cached("UPDATE keys SET search = ?2, sort_name = ?3 WHERE id = ?1")?
            .execute((key.id.as_str(), search_text(&key), sort_name(&key.name)))?;
    }
    transaction.commit()
}

/// The ids as a JSON list for `json_each`. Returns `None` if there are none.
fn ids(keys: &[KeyId]) -> Option<String> {
    let ids: Vec<&str> = keys.iter().map(KeyId::as_str).collect();
    if ids.is_empty() { None } else { serde_json::to_string(&ids).ok() }
}

#[cfg(test)]
mod tests;
