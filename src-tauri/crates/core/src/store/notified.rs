//! Of which due things the person was notified, and at which stage.

use std::collections::HashMap;

use super::Store;
use crate::model::Failure;

impl Store {
    /// The last stage of each thing of which the person was notified.
    pub async fn notified(&self) -> Result<HashMap<String, u8>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT thing, stage FROM notified")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
        .await
    }

    /// Records that the person was notified of these things at these stages.
    pub async fn note_notified(&self, stages: Vec<(String, u8)>) -> Result<(), Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            for (thing, stage) in stages {
                transaction
                    .prepare_cached(
                        "INSERT OR REPLACE INTO notified (thing, stage) VALUES (?1, ?2)",
                    )?
                    .execute((thing, stage))?;
            }
            transaction.commit()
        })
        .await
    }

    /// Forgets the things that are not among these: if one is due again, it is a new thing.
    pub async fn forget_notified_except(&self, things: &[String]) -> Result<(), Failure> {
        let Ok(things) = serde_json::to_string(things) else { return Ok(()) };
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "DELETE FROM notified WHERE thing NOT IN (SELECT value FROM json_each(?1))",
                )?
                .execute([things])?;
            Ok(())
        })
        .await
    }
}
