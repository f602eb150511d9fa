//! What the last calendar file said of each key, so that the next one can tell what has changed.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;

use super::Store;
use crate::model::{Failure, KeyId};

/// The event of a key in the calendar files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The key, which may have been deleted since.
    pub key: KeyId,
    /// The day of the event.
    pub day: NaiveDate,
    /// Its texts, to notice a change. Empty once it is cancelled.
    pub content: String,
    /// How often the event has changed (RFC 5545, SEQUENCE).
    pub sequence: u32,
    /// When it changed last, UTC.
    pub changed_at: DateTime<Utc>,
    /// Whether the key no longer expires, or is no longer in use.
    pub is_cancelled: bool,
}

impl Store {
    /// Replaces the entries by those that `update` makes of them, in one transaction. Returns the new ones.
    pub async fn update_calendar(
        &self,
        update: impl FnOnce(Vec<CalendarEntry>) -> Vec<CalendarEntry> + Send + 'static,
    ) -> Result<Vec<CalendarEntry>, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let before = transaction
                .prepare_cached("SELECT * FROM calendar_entries ORDER BY key")?
                .query_map([], read)?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            let entries = update(before);
            transaction.execute("DELETE FROM calendar_entries", [])?;
            for entry in &entries {
                transaction
                    .prepare_cached("INSERT INTO calendar_entries VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                    .execute((
                        entry.key.as_str(),
                        entry.day,
                        &entry.content,
                        entry.sequence,
                        entry.changed_at,
                        entry.is_cancelled,
                    ))?;
            }
            transaction.commit()?;
            Ok(entries)
        })
        .await
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<CalendarEntry> {
    Ok(CalendarEntry {
        key: KeyId::from_stored(row.get("key")?),
        day: row.get("day")?,
        content: row.get("content")?,
        sequence: row.get("sequence")?,
        changed_at: row.get("changed_at")?,
        is_cancelled: row.get("is_cancelled")?,
    })
}
