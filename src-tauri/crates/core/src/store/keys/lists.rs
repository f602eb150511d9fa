//! The organizations and places of keys, read with all keys in one query each.

use std::collections::HashMap;

use rusqlite::{Connection, params_from_iter};

use crate::model::{KeyId, KeyRecord, Place, PlaceKind};
use crate::store::named::Named;

/// The organizations and places of keys.
#[derive(Default)]
pub(in crate::store) struct Lists {
    organizations: HashMap<String, Vec<String>>,
    places: HashMap<String, Vec<Place>>,
}

impl Lists {
    pub(super) fn of_all(connection: &Connection) -> rusqlite::Result<Self> {
        Self::read(connection, "", None)
    }

    pub(in crate::store) fn of(connection: &Connection, id: &KeyId) -> rusqlite::Result<Self> {
        Self::read(connection, "WHERE key = ?1", Some(id.as_str()))
    }

    /// Those of these keys, in one query each.
    pub(in crate::store) fn of_keys(
        connection: &Connection,
        keys: &[KeyRecord],
    ) -> rusqlite::Result<Self> {
        let ids: Vec<&str> = keys.iter().map(|key| key.id.as_str()).collect();
        let ids = serde_json::to_string(&ids)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Self::read(connection, "WHERE key IN (SELECT value FROM json_each(?1))", Some(&ids))
    }

    fn read(connection: &Connection, those: &str, value: Option<&str>) -> rusqlite::Result<Self> {
        let mut lists = Self::default();
        let mut organizations = connection.prepare_cached(&format!(
            "SELECT key, name FROM key_organizations {those} ORDER BY key, position"
        ))?;
        let mut rows = organizations.query(params_from_iter(value))?;
        while let Some(row) = rows.next()? {
            lists.organizations.entry(row.get("key")?).or_default().push(row.get("name")?);
        }
        let mut places = connection.prepare_cached(&format!(
            "SELECT key, kind, name FROM key_places {those} ORDER BY key, position"
        ))?;
        let mut rows = places.query(params_from_iter(value))?;
        while let Some(row) = rows.next()? {
            let kind = row.get::<_, Named<PlaceKind>>("kind")?.0;
            let place = Place { kind, name: row.get("name")? };
            lists.places.entry(row.get("key")?).or_default().push(place);
        }
        Ok(lists)
    }

    /// Moves the lists of this key into it.
    pub(in crate::store) fn complete(&mut self, key: KeyRecord) -> KeyRecord {
        KeyRecord {
            organizations: self.organizations.remove(key.id.as_str()).unwrap_or_default(),
            places: self.places.remove(key.id.as_str()).unwrap_or_default(),
            ..key
        }
    }
}
