//! The people to whom keys were handed over, and their public keys.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::model::{Failure, Recipient};
use crate::store::Store;

impl Store {
    /// All recipients, the one who was used last first.
    pub async fn recipients(&self) -> Result<Vec<Recipient>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT name, public_key, compared_at FROM recipients
                     ORDER BY used_at DESC, name",
                )?
                .query_map([], |row| {
                    Ok(Recipient {
                        name: row.get("name")?,
                        public_key: row.get("public_key")?,
                        compared_at: row.get("compared_at")?,
                    })
                })?
                .collect()
        })
        .await
    }

    /// Notes that the words of a person's public key were compared, and remembers the key for the person.
    pub async fn note_words_compared(
        &self,
        name: String,
        public_key: String,
        at: DateTime<Utc>,
    ) -> Result<(), Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            remember(&transaction, &name, Some(&public_key), at)?;
            transaction
                .execute("UPDATE recipients SET compared_at = ?2 WHERE name = ?1", (&name, at))?;
            transaction.commit()
        })
        .await
    }
}

/// Remembers a recipient who has a name. Without a new public key the person keeps the one from before. That the words of a
/// public key were compared says nothing about another one.
pub(super) fn remember(
    connection: &Connection,
    name: &str,
    public_key: Option<&str>,
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO recipients (name, public_key, used_at)
             SELECT ?1, coalesce(?2, ''), ?3 WHERE ?1 <> ''
             ON CONFLICT (name) DO UPDATE SET
                compared_at = CASE WHEN coalesce(?2, public_key) = public_key THEN compared_at END,
                public_key = coalesce(?2, public_key), used_at = excluded.used_at",
        )?
        .execute((name, public_key, at))?;
    Ok(())
}
