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
                    "SELECT name, public_key FROM recipients ORDER BY used_at DESC, name",
                )?
                .query_map([], |row| {
                    Ok(Recipient { name: row.get("name")?, public_key: row.get("public_key")? })
                })?
                .collect()
        })
        .await
    }
}

/// Remembers a recipient who has a name. Without a new public key the person keeps the one from before.
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
                public_key = coalesce(?2, public_key), used_at = excluded.used_at",
        )?
        .execute((name, public_key, at))?;
    Ok(())
}
