//! The tables, one file per migration step. A step that was released is never edited; changes get another step.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::model::Failure;

const STEPS: &[M<'_>] = &[
    M::up(include_str!("migrations/01_keys.sql")),
    M::up(include_str!("migrations/02_guides.sql")),
    M::up(include_str!("migrations/03_imports.sql")),
    M::up(include_str!("migrations/04_guides_of_november_2026.sql")),
    M::up(include_str!("migrations/05_register.sql")).foreign_key_check(),
    M::up(include_str!("migrations/06_calendar.sql")),
    M::up(include_str!("migrations/07_search.sql")),
    M::up(include_str!("migrations/08_due.sql")),
    M::up(include_str!("migrations/09_replacements.sql")),
    M::up(include_str!("migrations/10_events.sql")),
    M::up(include_str!("migrations/11_hand_overs.sql")),
    M::up(include_str!("migrations/12_who_has_what.sql")),
];

/// The number of the newest step, which `user_version` of an up-to-date store has.
pub(super) fn latest() -> usize {
    STEPS.len()
}

/// Brings the tables up to date. Fails with `store_newer` if a newer version has written the store.
///
/// Switches foreign keys off, because a step may make a table again, which would delete the rows that refer to it.
pub(super) fn run(connection: &mut Connection) -> Result<(), Failure> {
    // SQLite's bundled build switches them on by itself.
    connection
        .pragma_update(None, "foreign_keys", false)
        .map_err(|error| super::failure(&error))?;
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => super::failure(&err),
        rusqlite_migration::Error::MigrationDefinition(
            rusqlite_migration::MigrationDefinitionError::DatabaseTooFarAhead,
        ) => Failure::StoreNewer,
        other => {
            tracing::error!(error = %other, "the store's tables can't be brought up to date");
            Failure::StoreUnreadable
        }
    })
}

/// Brings the tables of an empty database to an earlier version.
#[cfg(test)]
pub(super) fn run_to(connection: &mut Connection, version: usize) {
    Migrations::from_slice(STEPS).to_version(connection, version).unwrap();
}

#[cfg(test)]
mod tests;
