//! The history. The table refuses every change and every deletion.

use rusqlite::types::Type;
use rusqlite::{Connection, Row};

use super::Store;
use super::named::Named;
use crate::model::{Actor, Failure, HistoryEntry, HistoryEvent, KeyId};

impl Store {
    /// Adds a line to the history.
    pub async fn add_history(&self, entry: HistoryEntry) -> Result<(), Failure> {
        self.with(move |connection| add(connection, &entry)).await
    }

    /// The history of one key, or of all for `None`. The newest line comes first.
    pub async fn history(&self, key: Option<&KeyId>) -> Result<Vec<HistoryEntry>, Failure> {
        let key = key.map(|id| id.as_str().to_owned());
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM history WHERE ?1 IS NULL OR key = ?1 ORDER BY id DESC",
                )?
                .query_map([key], read)?
                .collect()
        })
        .await
    }

    /// The lines of the history that are about no single key, the newest first.
    pub async fn history_without_key(&self) -> Result<Vec<HistoryEntry>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT * FROM history WHERE key IS NULL ORDER BY id DESC")?
                .query_map([], read)?
                .collect()
        })
        .await
    }
}

/// Adds a line in the caller's transaction.
pub(super) fn add(connection: &Connection, entry: &HistoryEntry) -> rusqlite::Result<()> {
    let event = serde_json::to_string(&entry.event)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    connection
        .prepare_cached(
            "INSERT INTO history (at, actor, key, key_name, last_four, event)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            entry.at,
            Named(entry.actor),
            entry.key.as_ref().map(KeyId::as_str),
            &entry.key_name,
            &entry.last_four,
            event,
        ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<HistoryEntry> {
    let column = row.as_ref().column_index("event")?;
    let event: String = row.get(column)?;
    let event = match serde_json::from_str(&event) {
        Ok(event) => event,
        // It is JSON, so it is not damaged: a later version has written it.
        Err(error) if error.is_data() => HistoryEvent::Unknown,
        Err(error) => {
            return Err(rusqlite::Error::FromSqlConversionFailure(
                column,
                Type::Text,
                error.into(),
            ));
        }
    };
    Ok(HistoryEntry {
        at: row.get("at")?,
        actor: row.get::<_, Named<Actor>>("actor")?.0,
        key: row.get::<_, Option<String>>("key")?.map(KeyId::from_stored),
        key_name: row.get("key_name")?,
        last_four: row.get("last_four")?,
        event,
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::model::{ApiEnvironment, KeyRecord};

    #[tokio::test]
    async fn a_line_of_the_history_can_be_neither_changed_nor_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let at = DateTime::UNIX_EPOCH;
        let key =
            KeyRecord::new(KeyId::random(), ApiEnvironment::Production, "4bf2".to_owned(), at);
        let entry = HistoryEntry::of(&key, Actor::Person, HistoryEvent::Added, at);
        store.add_history(entry.clone()).await.unwrap();
        for change in ["DELETE FROM history", "UPDATE history SET last_four = 'xxxx'"] {
            let connection = store.connection.lock().unwrap();
            assert!(connection.execute(change, []).is_err(), "{change}");
        }
        let of_key = store.history(Some(&key.id)).await.unwrap();
        assert_eq!(store.history(None).await.unwrap(), of_key);
        assert_eq!(of_key, [entry]);
        assert_eq!(store.history(Some(&KeyId::random())).await.unwrap(), []);
    }

    #[tokio::test]
    async fn lines_of_earlier_versions_are_read_and_those_of_later_ones_stay() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let add = |event: &str| {
            let sql = "INSERT INTO history (at, actor, key_name, last_four, event)
                       VALUES ('2026-01-08T00:00:00Z', 'person', '', '', ?1)";
            store.lock().execute(sql, [event]).unwrap();
        };
        add(r#"{"event":"details_changed"}"#);
        add(r#"{"event":"details_changed","fields":["name","colour"]}"#);
        let later = r#"{"event":"shared","with":"k1"}"#;
        add(later);
        let lines = store.history(None).await.unwrap();
        let events: Vec<_> = lines.into_iter().map(|line| line.event).collect();
        let earlier = HistoryEvent::DetailsChanged { fields: vec![] };
        assert_eq!(events, [HistoryEvent::Unknown, HistoryEvent::Unknown, earlier]);
        let sql = "SELECT event FROM history ORDER BY id DESC LIMIT 1";
        let kept: String = store.lock().query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(kept, later);

        add(r#"{"event":"sha"#);
        assert_eq!(store.history(None).await.unwrap_err(), Failure::StoreUnreadable);
    }
}
