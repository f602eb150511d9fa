//! Columns with enums, stored under their names for serde, and with ids.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::de::IntoDeserializer;
use serde::de::value::{Error as NotAName, StrDeserializer};
use serde::{Deserialize, Serialize};

use crate::model::{
    AttemptId, HandOverId, KeyRequestId, LeakId, ReplacementId, ReplacementPlaceId, ReviewId, RunId,
};

/// Stores an enum under its name.
pub(super) struct Named<T>(pub(super) T);

impl<T: Serialize> ToSql for Named<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(serde_json::Value::String(name)) => Ok(name.into()),
            _ => Err(rusqlite::Error::InvalidQuery),
        }
    }
}

impl<T: for<'de> Deserialize<'de>> FromSql for Named<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let name: StrDeserializer<'_, NotAName> = value.as_str()?.into_deserializer();
        T::deserialize(name).map(Self).map_err(|_| FromSqlError::InvalidType)
    }
}

/// Stores ids of rows as their numbers.
macro_rules! ids {
    ($($id:ident),*) => {$(
        impl ToSql for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.to_stored().into())
            }
        }

        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map(Self::from_stored)
            }
        }
    )*};
}

ids!(
    AttemptId,
    HandOverId,
    KeyRequestId,
    LeakId,
    ReplacementId,
    ReplacementPlaceId,
    ReviewId,
    RunId
);
