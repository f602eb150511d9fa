//! How the list of keys was last filtered and sorted.

use rusqlite::OptionalExtension;

use crate::model::{Failure, KeysView};
use crate::store::Store;

impl Store {
    /// How the list was last filtered and sorted. What can't be read is taken for the usual view.
    pub async fn keys_view(&self) -> Result<KeysView, Failure> {
        let stored: Option<String> = self
            .with(|connection| {
                connection.query_row("SELECT view FROM keys_view", [], |row| row.get(0)).optional()
            })
            .await?;
        Ok(stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Keeps how the list is filtered and sorted.
    pub async fn save_keys_view(&self, view: &KeysView) -> Result<(), Failure> {
        let text =
            serde_json::to_string(view).map_err(|error| Failure::internal("keys_view", &error))?;
        self.with(move |connection| {
            connection.execute("INSERT OR REPLACE INTO keys_view VALUES (1, ?1)", [text])?;
            Ok(())
        })
        .await
    }
}
