//! What the history says of a key that is recorded: it depends on what the store knew before.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::model::{Actor, HistoryEntry, HistoryEvent, KeyId, KeyRecord};
use crate::store::history;

/// What the store knew of a key.
pub(super) enum Before {
    /// Nothing.
    Unknown,
    /// It was recorded, with this end of its validity.
    Recorded { valid_until: Option<DateTime<Utc>> },
}

impl Before {
    pub(super) fn of(connection: &Connection, id: &KeyId) -> rusqlite::Result<Self> {
        let recorded = connection
            .prepare_cached("SELECT valid_until FROM keys WHERE id = ?1")?
            .query_row([id.as_str()], |row| Ok(Self::Recorded { valid_until: row.get(0)? }))
            .optional()?;
        Ok(recorded.unwrap_or(Self::Unknown))
    }

    /// What has happened to the key, if that is worth a line. `is_requested`: Nova Post has just sent it.
    pub(super) fn event(&self, key: &KeyRecord, is_requested: bool) -> Option<HistoryEvent> {
        let to = key.valid_until;
        match *self {
            Self::Unknown if is_requested => Some(HistoryEvent::Received),
            Self::Unknown => Some(HistoryEvent::Added),
            Self::Recorded { valid_until } if valid_until == to => None,
            Self::Recorded { valid_until: from } if is_requested => {
                Some(HistoryEvent::Extended { from, to })
            }
            Self::Recorded { valid_until: from } => Some(HistoryEvent::ExpiryChanged { from, to }),
        }
    }
}

/// Adds a line to the history of each older test key of the same number that `key` replaces.
pub(super) fn note_replaced(
    connection: &Connection,
    key: &KeyRecord,
    digits: &str,
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let replaced: Vec<KeyRecord> = connection
        .prepare_cached(
            "SELECT * FROM keys
             WHERE digits = ?1 AND environment = 'sandbox' AND id <> ?2 AND status <> 'replaced'
               AND (created_at <= ?3 OR created_at IS NULL)",
        )?
        .query_map((digits, key.id.as_str(), key.created_at), KeyRecord::read)?
        .collect::<rusqlite::Result<_>>()?;
    for old in replaced {
        let event = HistoryEvent::Replaced { by: key.last_four.clone() };
        history::add(connection, &HistoryEntry::of(&old, Actor::App, event, at))?;
    }
    Ok(())
}
