//! The records of keys: everything about a key but its secret.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::Store;
use super::named::Named;
use crate::model::{ApiEnvironment, AttemptId, Failure, KeyId, KeyRecord, KeyStatus};

impl Store {
    /// All keys. The one that was added last comes first.
    pub async fn keys(&self) -> Result<Vec<KeyRecord>, Failure> {
        self.with(|connection| {
            let rows: Vec<KeyRecord> = connection
                .prepare_cached("SELECT * FROM keys ORDER BY added_at DESC, id")?
                .query_map([], KeyRecord::read)?
                .collect::<rusqlite::Result<_>>()?;
            rows.into_iter().map(|row| row.with_organizations(connection)).collect()
        })
        .await
    }

    /// One key. Returns `None` if there is no such key.
    pub async fn key(&self, id: &KeyId) -> Result<Option<KeyRecord>, Failure> {
        let id = id.clone();
        self.with(move |connection| {
            connection
                .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
                .query_row([id.as_str()], KeyRecord::read)
                .optional()?
                .map(|row| row.with_organizations(connection))
                .transpose()
        })
        .await
    }

    /// The test key that was requested with these digits and is not retired; the newest if there are
    /// several.
    pub async fn test_key_of(&self, digits: &str) -> Result<Option<KeyRecord>, Failure> {
        let digits = digits.to_owned();
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM keys
                     WHERE digits = ?1 AND environment = 'sandbox' AND status <> 'retired'
                     ORDER BY added_at DESC LIMIT 1",
                )?
                .query_row([digits], KeyRecord::read)
                .optional()?
                .map(|row| row.with_organizations(connection))
                .transpose()
        })
        .await
    }

    /// Records a key that is saved in the keychain. In the same transaction, older keys of the same number
    /// are retired, because Nova Post has one key per phone number [NP-spec: POST /test-api-keys]. A key
    /// that is recorded after a newer one is retired itself. The note of a key that was added by hand is
    /// deleted, also one from before it was copied again.
    ///
    /// `attempt`: the request that brought the key. It is ended, and with it the earlier ones with this
    /// number. Later ones stay open, because another key may have come of them. A key that was added without
    /// a request ends only the attempts that were for this very key.
    ///
    /// Returns the record with the status that it has now.
    pub async fn record(
        &self,
        mut row: KeyRecord,
        attempt: Option<AttemptId>,
    ) -> Result<KeyRecord, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            row.write(&transaction)?;
            transaction.execute(
                "DELETE FROM imports WHERE key = ?1 OR last_four = ?2",
                (row.id.as_str(), &row.last_four),
            )?;
            if let Some(digits) = &row.digits {
                transaction.execute(
                    "UPDATE keys SET status = 'retired'
                     WHERE digits = ?1 AND environment = 'sandbox' AND id <> ?2
                       AND (created_at <= ?3 OR created_at IS NULL)",
                    (digits, row.id.as_str(), row.created_at),
                )?;
                let is_replaced = transaction.execute(
                    "UPDATE keys SET status = 'retired'
                     WHERE id = ?2 AND environment = 'sandbox'
                       AND EXISTS (SELECT 1 FROM keys AS newer
                                   WHERE newer.digits = ?1 AND newer.environment = 'sandbox'
                                     AND newer.id <> ?2 AND newer.created_at > ?3)",
                    (digits, row.id.as_str(), row.created_at),
                )?;
                if is_replaced > 0 {
                    row.status = KeyStatus::Retired;
                }
                transaction.execute(
                    "UPDATE attempts SET ending = 'key_received', ask_again_from = NULL
                     WHERE digits = ?1 AND (ending IS NULL OR ask_again_from IS NOT NULL)
                       AND (id <= ?2 OR key = ?3
                            OR (answer_last_four = ?4 AND answer_created_at = ?5))",
                    (digits, attempt, row.id.as_str(), &row.last_four, row.created_at),
                )?;
            }
            transaction.commit()?;
            Ok(row)
        })
        .await
    }

    /// Deletes a key and its organizations. A run that led to it stays.
    pub async fn remove(&self, id: &KeyId) -> Result<(), Failure> {
        let id = id.clone();
        self.with(move |connection| {
            connection.execute("DELETE FROM keys WHERE id = ?1", [id.as_str()])?;
            Ok(())
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

    /// Sets when a token of this key was last verified. Does nothing if there is no such key.
    pub async fn set_verified(&self, id: &KeyId, at: DateTime<Utc>) -> Result<(), Failure> {
        let id = id.clone();
        self.with(move |connection| {
            connection
                .execute("UPDATE keys SET last_proven_at = ?2 WHERE id = ?1", (id.as_str(), at))?;
            Ok(())
        })
        .await
    }
}

impl KeyRecord {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: KeyId::from_stored(row.get("id")?),
            name: row.get("name")?,
            environment: row.get::<_, Named<ApiEnvironment>>("environment")?.0,
            last_four: row.get("last_four")?,
            digits: row.get("digits")?,
            phone: row.get("phone")?,
            created_at: row.get("created_at")?,
            valid_until: row.get("valid_until")?,
            status: row.get::<_, Named<KeyStatus>>("status")?.0,
            last_verified_at: row.get("last_proven_at")?,
            added_at: row.get("added_at")?,
            organizations: Vec::new(),
        })
    }

    fn with_organizations(mut self, connection: &Connection) -> rusqlite::Result<Self> {
        self.organizations = connection
            .prepare_cached("SELECT name FROM key_organizations WHERE key = ?1 ORDER BY position")?
            .query_map([self.id.as_str()], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(self)
    }

    fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection
            .prepare_cached(
                "INSERT INTO keys (id, name, environment, last_four, digits, phone, created_at,
                                   valid_until, status, last_proven_at, added_at)
                 VALUES (:id, :name, :environment, :last_four, :digits, :phone, :created_at,
                         :valid_until, :status, :last_proven_at, :added_at)
                 ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, environment = excluded.environment,
                    created_at = excluded.created_at, valid_until = excluded.valid_until,
                    status = excluded.status, last_four = excluded.last_four,
                    digits = excluded.digits, phone = excluded.phone",
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
                ":last_proven_at": self.last_verified_at,
                ":added_at": self.added_at,
            })?;
        connection.execute("DELETE FROM key_organizations WHERE key = ?1", [self.id.as_str()])?;
        for (position, name) in (0_i64..).zip(&self.organizations) {
            connection.execute(
                "INSERT INTO key_organizations (key, position, name) VALUES (?1, ?2, ?3)",
                (self.id.as_str(), position, name),
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
