//! The people of a replacement: those who got the old key by a hand-over, and those who have the new one.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::{open, places};
use crate::model::{Actor, KeyId, PlaceKind, ReplacementId};
use crate::store::named::Named;

/// Adds everybody to whom the old key was given. Who is in the list already, in any spelling, stays there once.
pub(super) fn add_recipients(
    connection: &Connection,
    id: ReplacementId,
    old: &KeyId,
) -> rusqlite::Result<()> {
    let recipients: Vec<String> = connection
        .prepare_cached(
            "SELECT recipient FROM hand_overs
             WHERE key = ?1 AND method IS NOT NULL AND recipient <> '' ORDER BY id",
        )?
        .query_map([old.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for name in recipients {
        add(connection, id, &name)?;
    }
    Ok(())
}

/// Adds somebody to whom a key is given while it is being replaced. Does nothing if the key is not being replaced.
pub(in crate::store) fn add_recipient(
    connection: &Connection,
    old: &KeyId,
    name: &str,
) -> rusqlite::Result<()> {
    let found: Option<ReplacementId> = connection
        .prepare_cached("SELECT id FROM replacements WHERE old = ?1 AND finished_at IS NULL")?
        .query_row([old.as_str()], |row| row.get(0))
        .optional()?;
    match found {
        Some(id) if !name.is_empty() => add(connection, id, name),
        _ => Ok(()),
    }
}

/// Ticks the people who have shown with a receipt code that they have the new key.
pub(super) fn tick_receivers(
    connection: &Connection,
    id: ReplacementId,
    new: &KeyId,
    at: DateTime<Utc>,
    can_be_named: fn(&str) -> bool,
) -> rusqlite::Result<()> {
    let receivers: Vec<String> = connection
        .prepare_cached(
            "SELECT recipient FROM hand_overs
             WHERE key = ?1 AND json_extract(receipt_result, '$.kind') = 'complete'",
        )?
        .query_map([new.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for name in receivers {
        tick(connection, id, &name, at, can_be_named)?;
    }
    Ok(())
}

/// Ticks the person in every replacement whose new key this is.
pub(in crate::store) fn tick_receiver(
    connection: &Connection,
    new: &KeyId,
    name: &str,
    at: DateTime<Utc>,
    can_be_named: fn(&str) -> bool,
) -> rusqlite::Result<()> {
    let found: Vec<ReplacementId> = connection
        .prepare_cached("SELECT id FROM replacements WHERE new = ?1 AND finished_at IS NULL")?
        .query_map([new.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in found {
        tick(connection, id, name, at, can_be_named)?;
    }
    Ok(())
}

fn tick(
    connection: &Connection,
    id: ReplacementId,
    name: &str,
    at: DateTime<Utc>,
    can_be_named: fn(&str) -> bool,
) -> rusqlite::Result<()> {
    let Some(replacement) = open(connection, id)? else { return Ok(()) };
    for place in &replacement.places {
        let is_it = place.place.kind == PlaceKind::Person && is_same(&place.place.name, name);
        if is_it && place.done_at.is_none() {
            places::note(connection, &replacement, place, Some(at), at, Actor::App, can_be_named)?;
        }
    }
    Ok(())
}

/// Adds a person to the places of a replacement, unless the person is there.
fn add(connection: &Connection, id: ReplacementId, name: &str) -> rusqlite::Result<()> {
    let known: Vec<String> = connection
        .prepare_cached("SELECT name FROM replacement_places WHERE replacement = ?1 AND kind = ?2")?
        .query_map((id, Named(PlaceKind::Person)), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if known.iter().any(|known| is_same(known, name)) {
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT INTO replacement_places (replacement, kind, name) VALUES (?1, ?2, ?3)",
        )?
        .execute((id, Named(PlaceKind::Person), name))?;
    Ok(())
}

/// Whether two names are one person's, written with other capital letters or blanks.
fn is_same(one: &str, other: &str) -> bool {
    let spelled =
        |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    spelled(one) == spelled(other)
}
