//! What the history says of a key that is recorded: it depends on what the store knew before.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::Lists;
use crate::model::{Actor, HistoryEntry, HistoryEvent, KeyDetails, KeyId, KeyRecord};
use crate::store::history;

/// What the store knew of a key. `None`: nothing.
pub(super) struct Before(Option<KeyRecord>);

impl Before {
    pub(super) fn of(connection: &Connection, id: &KeyId) -> rusqlite::Result<Self> {
        let recorded = connection
            .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
            .query_row([id.as_str()], KeyRecord::read)
            .optional()?;
        let Some(recorded) = recorded else { return Ok(Self(None)) };
        Ok(Self(Some(Lists::of(connection, id)?.complete(recorded))))
    }

    /// What has happened to the key that is worth a line, in order. `is_requested`: Nova Post has just sent it.
    pub(super) fn events(&self, key: &KeyRecord, is_requested: bool) -> Vec<HistoryEvent> {
        let first = if is_requested { HistoryEvent::Received } else { HistoryEvent::Added };
        let Some(before) = &self.0 else { return vec![first] };
        let (from, to) = (before.valid_until, key.valid_until);
        let end = if is_requested {
            HistoryEvent::Extended { from, to }
        } else {
            HistoryEvent::ExpiryChanged { from, to }
        };
        let moved = HistoryEvent::Moved { from: before.environment, to: key.environment };
        // Notes and places stay as they are in the store.
        let KeyRecord { notes, places, .. } = before.clone();
        let fields = KeyDetails { notes, places, ..KeyDetails::of(key) }.differing_from(before);
        let events = [
            (!before.had_secret, first),
            (before.environment != key.environment, moved),
            // The name of a requested key comes with the request.
            (!is_requested && !fields.is_empty(), HistoryEvent::DetailsChanged { fields }),
            (from != to, end),
        ];
        events.into_iter().filter_map(|(happened, event)| happened.then_some(event)).collect()
    }

    /// Whether the key was no longer in use, and is again.
    pub(super) fn is_reactivated(&self, key: &KeyRecord) -> bool {
        !key.status.is_retired() && self.0.as_ref().is_some_and(|before| before.status.is_retired())
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
