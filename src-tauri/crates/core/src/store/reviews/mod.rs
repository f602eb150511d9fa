//! The reviews of all keys. Each change is one transaction, so a review that was interrupted goes on where it was.

mod facts;
mod rows;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::{Store, history};
use crate::model::{
    AccountAnswers, Actor, Failure, HistoryEntry, HistoryEvent, KeyAnswers, KeyId, KeyRecord,
    Review, ReviewFacts, ReviewId, Signature, SignedReview,
};
use rows::{StoredKey, json, one};

/// The keys of which a review asks, by their place in it.
const KEYS_IN_USE: &str = "SELECT id FROM keys WHERE status NOT IN ('deactivated', 'replaced')
     ORDER BY CASE environment WHEN 'production' THEN 0 WHEN 'ukraine' THEN 1 ELSE 2 END,
              added_at, id";

/// What decides whether a review is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewDates {
    /// When the first of the keys in use was added; `None` if no key is in use.
    pub first_key: Option<DateTime<Utc>>,
    /// When the last review was signed.
    pub last_signed: Option<DateTime<Utc>>,
    /// When the review was started that is not signed yet.
    pub open_since: Option<DateTime<Utc>>,
}

impl Store {
    /// What decides whether a review is due.
    pub async fn review_dates(&self) -> Result<ReviewDates, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT (SELECT min(added_at) FROM keys
                             WHERE status NOT IN ('deactivated', 'replaced')) AS first_key,
                            (SELECT max(signed_at) FROM reviews) AS last_signed,
                            (SELECT started_at FROM reviews WHERE signed_at IS NULL) AS open_since",
                )?
                .query_row([], |row| {
                    Ok(ReviewDates {
                        first_key: row.get("first_key")?,
                        last_signed: row.get("last_signed")?,
                        open_since: row.get("open_since")?,
                    })
                })
        })
        .await
    }

    /// The ids of the keys in use, in the order in which a review asks of them.
    pub async fn keys_in_use(&self) -> Result<Vec<KeyId>, Failure> {
        self.with(|connection| in_use(connection)).await
    }

    /// The review that is not signed yet. Returns `None` if there is none.
    pub async fn open_review(&self) -> Result<Option<Review>, Failure> {
        self.with(|connection| {
            let open = open(connection)?;
            open.map_or(Ok(None), |id| one(connection, id))
        })
        .await
    }

    /// One review. Returns `None` if there is no such one.
    pub async fn review(&self, id: ReviewId) -> Result<Option<Review>, Failure> {
        self.with(move |connection| one(connection, id)).await
    }

    /// The signed reviews, the newest first.
    pub async fn signed_reviews(&self) -> Result<Vec<SignedReview>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT id, signed_at, signed_by,
                            (SELECT count(*) FROM review_keys WHERE review = reviews.id) AS keys
                     FROM reviews WHERE signed_at IS NOT NULL ORDER BY id DESC",
                )?
                .query_map([], |row| {
                    let signed = Signature { at: row.get("signed_at")?, by: row.get("signed_by")? };
                    Ok(SignedReview { id: row.get("id")?, signed, keys: row.get("keys")? })
                })?
                .collect()
        })
        .await
    }

    /// Starts a review. If one was started before and not signed, returns it.
    pub async fn start_review(&self, at: DateTime<Utc>) -> Result<Option<Review>, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let id = if let Some(open) = open(&transaction)? {
                open
            } else {
                transaction.execute(
                    "INSERT INTO reviews (started_at, answers, signed_by) VALUES (?1, ?2, '')",
                    (at, json(&AccountAnswers::default())?),
                )?;
                ReviewId::from_stored(transaction.last_insert_rowid())
            };
            let started = one(&transaction, id)?;
            transaction.commit()?;
            Ok(started)
        })
        .await
    }

    /// What a review says of a key besides the answers. Returns `None` if there is no such key.
    pub async fn review_facts(&self, key: &KeyId) -> Result<Option<ReviewFacts>, Failure> {
        let key = key.clone();
        self.with(move |connection| {
            let found = record(connection, &key)?;
            found.map(|record| facts::of(connection, record)).transpose()
        })
        .await
    }

    /// Notes the answers about a key, and what is known of it now. Texts that `can_be_named` does not accept are left
    /// out, because the report has these texts.
    ///
    /// Returns `None` if there is no such key, or the review is signed or gone.
    pub async fn answer_review_key(
        &self,
        id: ReviewId,
        key: &KeyId,
        answers: KeyAnswers,
        at: DateTime<Utc>,
        can_be_named: fn(&str) -> bool,
    ) -> Result<Option<Review>, Failure> {
        let key = key.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            let found = record(&transaction, &key)?;
            let (Some(key), true) = (found, open(&transaction)? == Some(id)) else {
                return Ok(None);
            };
            write(&transaction, id, key, answers, at, can_be_named)?;
            let review = one(&transaction, id)?;
            transaction.commit()?;
            Ok(review)
        })
        .await
    }

    /// Notes the answers about the account. Returns `None` if the review is signed or gone.
    pub async fn answer_review(
        &self,
        id: ReviewId,
        answers: AccountAnswers,
    ) -> Result<Option<Review>, Failure> {
        self.with(move |connection| {
            let changed = connection.execute(
                "UPDATE reviews SET answers = ?2 WHERE id = ?1 AND signed_at IS NULL",
                (id, json(&answers)?),
            )?;
            if changed == 0 { Ok(None) } else { one(connection, id) }
        })
        .await
    }

    /// Signs a review, with a line in the history. The keys in use without an answer are noted in it, because the report
    /// says that they were left out.
    ///
    /// Returns `None` if the review is signed or gone.
    pub async fn sign_review(
        &self,
        id: ReviewId,
        by: String,
        at: DateTime<Utc>,
        can_be_named: fn(&str) -> bool,
    ) -> Result<Option<Review>, Failure> {
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            if open(&transaction)? != Some(id) {
                return Ok(None);
            }
            for key in left(&transaction, id)? {
                if let Some(key) = record(&transaction, &key)? {
                    write(&transaction, id, key, KeyAnswers::default(), at, can_be_named)?;
                }
            }
            transaction.execute(
                "UPDATE reviews SET signed_at = ?2, signed_by = ?3 WHERE id = ?1",
                (id, at, by),
            )?;
            let event = HistoryEvent::ReviewSigned;
            history::add(&transaction, &HistoryEntry::without_key(Actor::Person, event, at))?;
            let review = one(&transaction, id)?;
            transaction.commit()?;
            Ok(review)
        })
        .await
    }

    /// Deletes a review that is not signed. Does nothing to another one.
    pub async fn discard_review(&self, id: ReviewId) -> Result<(), Failure> {
        self.with(move |connection| {
            connection.execute("DELETE FROM reviews WHERE id = ?1 AND signed_at IS NULL", [id])?;
            Ok(())
        })
        .await
    }
}

fn in_use(connection: &Connection) -> rusqlite::Result<Vec<KeyId>> {
    connection
        .prepare_cached(KEYS_IN_USE)?
        .query_map([], |row| row.get(0).map(KeyId::from_stored))?
        .collect()
}

/// The keys in use that are not in this review.
fn left(connection: &Connection, id: ReviewId) -> rusqlite::Result<Vec<KeyId>> {
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM review_keys WHERE review = ?1 AND key = ?2")?;
    let mut left = Vec::new();
    for key in in_use(connection)? {
        if !statement.exists((id, key.as_str()))? {
            left.push(key);
        }
    }
    Ok(left)
}

fn write(
    connection: &Connection,
    id: ReviewId,
    key: KeyRecord,
    answers: KeyAnswers,
    at: DateTime<Utc>,
    can_be_named: fn(&str) -> bool,
) -> rusqlite::Result<()> {
    let (key_id, last_four) = (key.id.clone(), key.last_four.clone());
    let name = Some(key.name.clone()).filter(|name| can_be_named(name)).unwrap_or_default();
    let facts = facts::of(connection, key)?.without(can_be_named);
    connection.execute(
        "INSERT OR REPLACE INTO review_keys (review, key, key_name, last_four, answers, reviewed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (id, key_id.as_str(), name, last_four, json(&StoredKey { facts, answers })?, at),
    )?;
    Ok(())
}

fn open(connection: &Connection) -> rusqlite::Result<Option<ReviewId>> {
    connection
        .prepare_cached("SELECT id FROM reviews WHERE signed_at IS NULL")?
        .query_row([], |row| row.get(0))
        .optional()
}

fn record(connection: &Connection, id: &KeyId) -> rusqlite::Result<Option<KeyRecord>> {
    connection
        .prepare_cached("SELECT * FROM keys WHERE id = ?1")?
        .query_row([id.as_str()], KeyRecord::read)
        .optional()
}

#[cfg(test)]
mod tests;
