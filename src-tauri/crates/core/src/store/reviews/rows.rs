//! The rows of a review.

use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::model::{KeyAnswers, KeyId, Review, ReviewFacts, ReviewId, ReviewedKey, Signature};

/// The JSON of a key in a review.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredKey {
    pub(super) facts: ReviewFacts,
    pub(super) answers: KeyAnswers,
}

/// One review with its keys.
pub(super) fn one(connection: &Connection, id: ReviewId) -> rusqlite::Result<Option<Review>> {
    let found = connection
        .prepare_cached("SELECT * FROM reviews WHERE id = ?1")?
        .query_row([id], read)
        .optional()?;
    let Some(mut found) = found else { return Ok(None) };
    found.keys = connection
        .prepare_cached("SELECT * FROM review_keys WHERE review = ?1 ORDER BY reviewed_at, key")?
        .query_map([id], read_key)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(found))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Review> {
    let signed_at: Option<DateTime<Utc>> = row.get("signed_at")?;
    let by = row.get("signed_by")?;
    Ok(Review {
        id: row.get("id")?,
        started_at: row.get("started_at")?,
        signed: signed_at.map(|at| Signature { at, by }),
        account: read_json(row, "answers")?,
        keys: Vec::new(),
    })
}

fn read_key(row: &Row<'_>) -> rusqlite::Result<ReviewedKey> {
    let StoredKey { facts, answers } = read_json(row, "answers")?;
    Ok(ReviewedKey {
        key: KeyId::from_stored(row.get("key")?),
        name: row.get("key_name")?,
        last_four: row.get("last_four")?,
        at: row.get("reviewed_at")?,
        facts,
        actions: answers.actions(),
        answers,
    })
}

pub(super) fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn read_json<T: DeserializeOwned>(row: &Row<'_>, name: &str) -> rusqlite::Result<T> {
    let column = row.as_ref().column_index(name)?;
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
    })
}
