//! The records of keys: everything about a key but its secret.

mod before;
mod lists;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::named::Named;
use super::{Store, history};
use crate::model::{
    Actor, ApiEnvironment, AttemptId, CheckResult, Company, Failure, HistoryEntry, HistoryEvent,
    KeyCheck, KeyId, KeyRecord, KeyStatus,
};
use before::{Before, note_replaced};
pub(super) use lists::Lists;

impl Store {
    /// All keys. The one that was added last comes first.
    pub async fn keys(&self) -> Result<Vec<KeyRecord>, Failure> {
        self.with(|connection| all(connection)).await
    }

    /// One key. Returns `None` if there is no such key.
    pub async fn key(&self, id: &KeyId) -> Result<Option<KeyRecord>, Failure> {
        let id = id.clone();
        self.with(move |connection| {
            connection
                .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
                .query_row([id.as_str()], KeyRecord::read)
                .optional()?
                .map(|key| Ok(Lists::of(connection, &key.id)?.complete(key)))
                .transpose()
        })
        .await
    }

    /// The test key that was requested with these digits and is not replaced; the newest if there are
    /// several.
    pub async fn test_key_of(&self, digits: &str) -> Result<Option<KeyRecord>, Failure> {
        let digits = digits.to_owned();
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM keys
                     WHERE digits = ?1 AND environment = 'sandbox' AND status <> 'replaced'
                     ORDER BY added_at DESC LIMIT 1",
                )?
                .query_row([digits], KeyRecord::read)
                .optional()?
                .map(|key| Ok(Lists::of(connection, &key.id)?.complete(key)))
                .transpose()
        })
        .await
    }

    /// Records a key that is saved in the keychain. In the same transaction, older keys of the same number
    /// are marked as replaced, because Nova Post has one key per phone number [NP-spec: POST /test-api-keys]. A key
    /// that is recorded after a newer one is marked as replaced itself. The note of a key that was added by hand is
    /// deleted, also one from before it was copied again.
    ///
    /// `attempt`: the request that brought the key. It is ended, and with it the earlier ones with this
    /// number. Later ones stay open, because another key may have come of them. A key that was added without
    /// a request ends only the attempts that were for this very key.
    ///
    /// `at`: now. The history gets a line for a new key, for each kind of change of a known one, and for each key that
    /// it replaces.
    ///
    /// Returns the record with the status that it has now.
    pub async fn record(
        &self,
        mut row: KeyRecord,
        attempt: Option<AttemptId>,
        at: DateTime<Utc>,
    ) -> Result<KeyRecord, Failure> {
        row.had_secret = true;
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let before = Before::of(&transaction, &row.id)?;
            row.write(&transaction)?;
            for event in before.events(&row, attempt.is_some()) {
                history::add(&transaction, &HistoryEntry::of(&row, Actor::Person, event, at))?;
            }
            transaction.execute(
                "DELETE FROM imports WHERE key = ?1 OR last_four = ?2",
                (row.id.as_str(), &row.last_four),
            )?;
            if let Some(digits) = &row.digits {
                note_replaced(&transaction, &row, digits, at)?;
                transaction.execute(
                    "UPDATE keys SET status = 'replaced', replaced_by = ?2
                     WHERE digits = ?1 AND environment = 'sandbox' AND id <> ?2
                       AND (created_at <= ?3 OR created_at IS NULL)",
                    (digits, row.id.as_str(), row.created_at),
                )?;
                let is_replaced = transaction.execute(
                    "UPDATE keys SET status = 'replaced'
                     WHERE id = ?2 AND environment = 'sandbox'
                       AND EXISTS (SELECT 1 FROM keys AS newer
                                   WHERE newer.digits = ?1 AND newer.environment = 'sandbox'
                                     AND newer.id <> ?2 AND newer.created_at > ?3)",
                    (digits, row.id.as_str(), row.created_at),
                )?;
                if is_replaced > 0 {
                    row.status = KeyStatus::Replaced;
                }
                transaction.execute(
                    "UPDATE attempts SET ending = 'key_received', ask_again_from = NULL
                     WHERE digits = ?1 AND (ending IS NULL OR ask_again_from IS NOT NULL)
                       AND (id <= ?2 OR key = ?3
                            OR (answer_last_four = ?4 AND answer_created_at = ?5))",
                    (digits, attempt, row.id.as_str(), &row.last_four, row.created_at),
                )?;
            }
            if before.is_reactivated(&row) {
                let event = HistoryEvent::Reactivated;
                history::add(&transaction, &HistoryEntry::of(&row, Actor::Person, event, at))?;
            }
            transaction.commit()?;
            Ok(row)
        })
        .await
    }

    /// Sets the status of a key. Does nothing if there is no such key.
    pub async fn set_status(&self, id: &KeyId, status: KeyStatus) -> Result<(), Failure> {
        let id = id.clone();
        self.with(move |connection| {
            connection.execute(
                "UPDATE keys SET status = ?2 WHERE id = ?1",
                (id.as_str(), Named(status)),
            )?;
            Ok(())
        })
        .await
    }

    /// Records `cid` of a token of this key. Does nothing if there is no such key.
    pub async fn set_client(&self, id: &KeyId, client: &str) -> Result<(), Failure> {
        let (id, client) = (id.clone(), client.to_owned());
        self.with(move |connection| {
            connection
                .execute("UPDATE keys SET client = ?2 WHERE id = ?1", (id.as_str(), client))?;
            Ok(())
        })
        .await
    }
}

/// All keys. The one that was added last comes first.
pub(super) fn all(connection: &Connection) -> rusqlite::Result<Vec<KeyRecord>> {
    let mut lists = Lists::of_all(connection)?;
    let mut select = connection.prepare_cached("SELECT * FROM keys ORDER BY added_at DESC, id")?;
    let keys = select.query_map([], KeyRecord::read)?;
    keys.map(|key| key.map(|key| lists.complete(key))).collect()
}

impl KeyRecord {
    /// Reads a row, without the lists.
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: KeyId::from_stored(row.get("id")?),
            name: row.get("name")?,
            environment: row.get::<_, Named<ApiEnvironment>>("environment")?.0,
            last_four: row.get("last_four")?,
            had_secret: row.get("had_secret")?,
            digits: row.get("digits")?,
            phone: row.get("phone")?,
            created_at: row.get("created_at")?,
            valid_until: row.get("valid_until")?,
            status: row.get::<_, Named<KeyStatus>>("status")?.0,
            replaced_by: row.get::<_, Option<String>>("replaced_by")?.map(KeyId::from_stored),
            last_verified_at: row.get("last_verified_at")?,
            last_check: read_check(row)?,
            holder: row.get("holder")?,
            notes: row.get("notes")?,
            client: row.get("client")?,
            company: read_company(row)?,
            places: Vec::new(),
            added_at: row.get("added_at")?,
            organizations: Vec::new(),
        })
    }

    /// Inserts the record, or updates what a request or an import of the key tells. Notes, places and what checks
    /// have told stay, because they have functions that change only that.
    pub(super) fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection
            .prepare_cached(
                "INSERT INTO keys (id, name, environment, last_four, digits, phone, created_at,
                                   valid_until, status, last_verified_at, last_check_at,
                                   last_check_result, holder, notes, added_at, had_secret)
                 VALUES (:id, :name, :environment, :last_four, :digits, :phone, :created_at,
                         :valid_until, :status, :last_verified_at, :last_check_at,
                         :last_check_result, :holder, :notes, :added_at, :had_secret)
                 ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, holder = excluded.holder,
                    environment = excluded.environment,
                    created_at = excluded.created_at, valid_until = excluded.valid_until,
                    status = excluded.status, last_four = excluded.last_four,
                    digits = excluded.digits, phone = excluded.phone,
                    had_secret = excluded.had_secret",
            )?
            .execute(named_params! {
                ":id": self.id.as_str(),
                ":name": self.name,
                ":environment": Named(self.environment),
                ":last_four": self.last_four,
                ":digits": self.digits,
                ":phone": self.phone,
                ":created_at": self.created_at,
                ":valid_until": self.valid_until,
                ":status": Named(self.status),
                ":last_verified_at": self.last_verified_at,
                ":last_check_at": self.last_check.as_ref().map(|check| check.at),
                ":last_check_result": self.last_check.as_ref().map(|check| Named(check.result)),
                ":holder": self.holder,
                ":notes": self.notes,
                ":added_at": self.added_at,
                ":had_secret": self.had_secret,
            })?;
        write_organizations(connection, &self.id, &self.organizations)
    }
}

/// Replaces the organizations of a key.
pub(super) fn write_organizations(
    connection: &Connection,
    id: &KeyId,
    names: &[String],
) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM key_organizations WHERE key = ?1", [id.as_str()])?;
    for (position, name) in (0_i64..).zip(names) {
        connection.execute(
            "INSERT INTO key_organizations (key, position, name) VALUES (?1, ?2, ?3)",
            (id.as_str(), position, name),
        )?;
    }
    Ok(())
}

fn read_check(row: &Row<'_>) -> rusqlite::Result<Option<KeyCheck>> {
    let result = row.get::<_, Option<Named<CheckResult>>>("last_check_result")?;
    let at = row.get("last_check_at")?;
    Ok(result.zip(at).map(|(result, at)| KeyCheck { at, result: result.0 }))
}

fn read_company(row: &Row<'_>) -> rusqlite::Result<Option<Company>> {
    let (name, code): (Option<String>, Option<String>) =
        (row.get("company_name")?, row.get("company_code")?);
    Ok(name.zip(code).map(|(name, code)| Company { name, code }))
}

#[cfg(test)]
mod tests;
