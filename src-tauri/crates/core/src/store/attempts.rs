//! Attempts to get a test key: the intent is written before the once-a-day call.

use chrono::{DateTime, Utc};
use rusqlite::Row;

use super::Store;
use crate::model::{AttemptId, Failure, KeyId};

/// What is about to be asked.
#[derive(Clone, Debug)]
pub struct NewAttempt {
    /// The name that the key will have, chosen before there is a key.
    pub key: KeyId,
    /// The digits that will be sent.
    pub digits: String,
    /// The same number, spelled for reading.
    pub phone: String,
    /// When.
    pub started_at: DateTime<Utc>,
}

/// What Nova Post said about the key, noted before the keychain is asked: with it, a start after a
/// crash can finish what was under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `createdAt`.
    pub created_at: DateTime<Utc>,
    /// `expDate`.
    pub valid_until: DateTime<Utc>,
    /// The key's last four characters.
    pub last_four: String,
    /// `status` was `Active`.
    pub active: bool,
}

/// An attempt that the person has not heard the end of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Its number.
    pub id: AttemptId,
    /// The name that its key has in the keychain, if it got there.
    pub key: KeyId,
    /// The digits that were sent.
    pub digits: String,
    /// The same number, spelled for reading.
    pub phone: String,
    /// When it was begun.
    pub started_at: DateTime<Utc>,
    /// What Nova Post said, if it was still noted.
    pub answer: Option<Answer>,
    /// From when on asking again makes sense, where the person wants to be reminded.
    pub ask_again_from: Option<DateTime<Utc>>,
}

impl Store {
    /// Writes the intent. Durable when this returns; only then may the call be made.
    pub async fn intend(&self, attempt: NewAttempt) -> Result<AttemptId, Failure> {
        self.with(move |connection| {
            connection.execute(
                "INSERT INTO attempts (key, digits, phone, started_at) VALUES (?1, ?2, ?3, ?4)",
                (attempt.key.as_str(), attempt.digits, attempt.phone, attempt.started_at),
            )?;
            Ok(AttemptId::from_stored(connection.last_insert_rowid()))
        })
        .await
    }

    /// Notes the answer, without the key.
    pub async fn note_answer(&self, attempt: AttemptId, answer: Answer) -> Result<(), Failure> {
        self.with(move |connection| {
            connection.execute(
                "UPDATE attempts SET answer_created_at = ?2, answer_valid_until = ?3,
                                     answer_last_four = ?4, answer_active = ?5
                 WHERE id = ?1",
                (attempt, answer.created_at, answer.valid_until, answer.last_four, answer.active),
            )?;
            Ok(())
        })
        .await
    }

    /// Ends an attempt that brought no key: Nova Post, or something on the way, said no.
    pub async fn end_refused(&self, attempt: AttemptId) -> Result<(), Failure> {
        self.with(move |connection| {
            connection
                .execute("UPDATE attempts SET ending = 'refused' WHERE id = ?1", [attempt])?;
            Ok(())
        })
        .await
    }

    /// Asks to be reminded of the latest attempt with these digits.
    pub async fn remind(&self, digits: &str, from: DateTime<Utc>) -> Result<(), Failure> {
        let digits = digits.to_owned();
        self.with(move |connection| {
            connection.execute(
                "UPDATE attempts SET ask_again_from = ?2, dismissed = 0
                 WHERE id = (SELECT max(id) FROM attempts WHERE digits = ?1)",
                (digits, from),
            )?;
            Ok(())
        })
        .await
    }

    /// The person has read about it and wants to hear no more of it, nor of earlier ones.
    pub async fn dismiss(&self, attempt: AttemptId) -> Result<(), Failure> {
        self.with(move |connection| {
            connection.execute(
                "UPDATE attempts SET dismissed = 1
                 WHERE id <= ?1 AND digits = (SELECT digits FROM attempts WHERE id = ?1)",
                [attempt],
            )?;
            Ok(())
        })
        .await
    }

    /// Attempts whose end is not known, and those to be reminded of; one a number, the latest such.
    /// A later refusal does not hide an end that is not known.
    pub async fn open_attempts(&self) -> Result<Vec<Attempt>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM attempts
                     WHERE id IN (SELECT max(id) FROM attempts
                                  WHERE dismissed = 0
                                    AND (ending IS NULL OR ask_again_from IS NOT NULL)
                                  GROUP BY digits)
                     ORDER BY id DESC",
                )?
                .query_map([], Attempt::read)?
                .collect()
        })
        .await
    }

    /// Attempts with these digits whose end is not known, the earliest first.
    pub async fn unfinished_attempts_of(&self, digits: &str) -> Result<Vec<Attempt>, Failure> {
        let digits = digits.to_owned();
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM attempts WHERE ending IS NULL AND digits = ?1 ORDER BY id",
                )?
                .query_map([digits], Attempt::read)?
                .collect()
        })
        .await
    }

    /// The names of the keys of all attempts that the person may still hear the end of: asking again
    /// finds what reached the keychain under them.
    pub async fn unfinished_keys(&self) -> Result<Vec<KeyId>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT key FROM attempts WHERE ending IS NULL AND dismissed = 0")?
                .query_map([], |row| row.get(0).map(KeyId::from_stored))?
                .collect()
        })
        .await
    }

    /// Attempts whose key may have reached the keychain without reaching the store.
    pub async fn answered_attempts(&self) -> Result<Vec<Attempt>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM attempts
                     WHERE ending IS NULL AND answer_created_at IS NOT NULL ORDER BY id",
                )?
                .query_map([], Attempt::read)?
                .collect()
        })
        .await
    }
}

impl Attempt {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let created_at: Option<DateTime<Utc>> = row.get("answer_created_at")?;
        let answer = match created_at {
            None => None,
            Some(created_at) => Some(Answer {
                created_at,
                valid_until: row.get("answer_valid_until")?,
                last_four: row.get("answer_last_four")?,
                active: row.get("answer_active")?,
            }),
        };
        Ok(Self {
            id: row.get("id")?,
            key: KeyId::from_stored(row.get("key")?),
            digits: row.get("digits")?,
            phone: row.get("phone")?,
            started_at: row.get("started_at")?,
            answer,
            ask_again_from: row.get("ask_again_from")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn begin(store: &Store, digits: &str) -> AttemptId {
        let attempt = NewAttempt {
            key: KeyId::random(),
            digits: digits.to_owned(),
            phone: format!("+{digits}"),
            started_at: DateTime::UNIX_EPOCH,
        };
        store.intend(attempt).await.unwrap()
    }

    async fn open(store: &Store) -> Vec<AttemptId> {
        store.open_attempts().await.unwrap().iter().map(|attempt| attempt.id).collect()
    }

    #[tokio::test]
    async fn a_later_refusal_does_not_hide_an_answer_that_was_lost() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let lost = begin(&store, "491713920063").await;
        let refused = begin(&store, "491713920063").await;
        store.end_refused(refused).await.unwrap();
        assert_eq!(open(&store).await, [lost]);
    }

    #[tokio::test]
    async fn dismissing_an_attempt_dismisses_earlier_ones_of_the_number_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        begin(&store, "491713920063").await;
        let other = begin(&store, "491713920060").await;
        let latest = begin(&store, "491713920063").await;
        store.dismiss(latest).await.unwrap();
        assert_eq!(open(&store).await, [other]);
    }
}
