//! Notes of keys that were about to be saved when they were added by hand. A note is deleted once its key
//! is recorded, so what a start finds here was lost with the memory of an earlier one.

use chrono::{DateTime, Utc};

use super::Store;
use super::named::Named;
use crate::model::{ApiEnvironment, Failure, KeyId, KeyRecord};

/// A key that was added by hand and has not been recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportNote {
    /// The id that the key would have.
    pub key: KeyId,
    /// The environment that accepts it.
    pub environment: ApiEnvironment,
    /// The first of its organizations; may be empty.
    pub organization: String,
    /// Its last four characters.
    pub last_four: String,
    /// When it was about to be saved, UTC.
    pub started_at: DateTime<Utc>,
}

impl Store {
    /// Notes a key that is about to be saved. It is on the disk when this returns. Does nothing for a key
    /// that is recorded already.
    pub async fn note_import(&self, key: &KeyRecord, at: DateTime<Utc>) -> Result<(), Failure> {
        let key = key.clone();
        self.with(move |connection| {
            connection.execute(
                "INSERT OR REPLACE INTO imports (key, environment, organization, last_four, started_at)
                 SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM keys WHERE id = ?1)",
                (
                    key.id.as_str(),
                    Named(key.environment),
                    key.organizations.first().map_or("", String::as_str),
                    &key.last_four,
                    at,
                ),
            )?;
            Ok(())
        })
        .await
    }

    /// The keys that were noted and not recorded, the latest first.
    pub async fn import_notes(&self) -> Result<Vec<ImportNote>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT * FROM imports ORDER BY started_at DESC, key")?
                .query_map([], |row| {
                    Ok(ImportNote {
                        key: KeyId::from_stored(row.get("key")?),
                        environment: row.get::<_, Named<ApiEnvironment>>("environment")?.0,
                        organization: row.get("organization")?,
                        last_four: row.get("last_four")?,
                        started_at: row.get("started_at")?,
                    })
                })?
                .collect()
        })
        .await
    }

    /// Deletes the note of a key. Does nothing if there is none.
    pub async fn delete_import_note(&self, key: &KeyId) -> Result<(), Failure> {
        let key = key.clone();
        self.with(move |connection| {
            connection.execute("DELETE FROM imports WHERE key = ?1", [key.as_str()])?;
            Ok(())
        })
        .await
    }
}
