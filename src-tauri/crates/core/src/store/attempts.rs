//! Attempts to get a test key. Each is recorded before the call that Nova Post allows once a day.

use chrono::{DateTime, Utc};
use rusqlite::Row;

use super::Store;
use crate::model::{AttemptId, Failure, KeyId};

/// The intent of a request.
#[derive(Clone, Debug)]
pub struct NewAttempt {
    /// The id that the key will have.
    pub key: KeyId,
    /// The digits of the phone number, as they are sent.
    pub digits: String,
    /// The same number, formatted.
    pub phone: String,
    /// When the request begins.
    pub started_at: DateTime<Utc>,
}

/// What Nova Post answered, without the key. It is noted before the key is saved, so that the next start
/// can finish the attempt after a crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `createdAt` of the answer.
    pub created_at: DateTime<Utc>,
    /// `expDate` of the answer.
    pub valid_until: DateTime<Utc>,
    /// The key's last four characters.
    pub last_four: String,
    /// Whether `status` of the answer was `Active`.
    pub active: bool,
}

/// An attempt that is unfinished, or that the person wants to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Its id in the store.
    pub id: AttemptId,
    /// The id of its key, if the key has reached the keychain.
    pub key: KeyId,
    /// The digits of the phone number, as they were sent.
    pub digits: String,
    /// The same number, formatted.
    pub phone: String,
    /// When the request began.
    pub started_at: DateTime<Utc>,
    /// The answer of Nova Post. `None` if there was none, or if it was not noted.
    pub answer: Option<Answer>,
    /// From when a new request is allowed. `None` if the person wants no reminder.
    pub ask_again_from: Option<DateTime<Utc>>,
    /// Whether the attempt has ended because Nova Post does not know the number.
    pub is_unregistered: bool,
}

/// Why no key was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nova Post does not know the number. The person can register it and ask again.
    NotRegistered,
    /// Another reason.
    Other,
}

impl Refusal {
    /// The value of the column `ending`.
    fn ending(self) -> &'static str {
        match self {
            Self::NotRegistered => NOT_REGISTERED,
            Self::Other => "refused",
        }
    }
}

/// The `ending` of an attempt whose number Nova Post does not know.
const NOT_REGISTERED: &str = "not_registered";

impl Store {
    /// Records the intent. It is on the disk when this returns; only then may the call be made.
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

    /// Notes the answer of an attempt.
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

    /// Ends an attempt that was refused, so that no key was made.
    pub async fn end_refused(&self, attempt: AttemptId, why: Refusal) -> Result<(), Failure> {
        self.with(move |connection| {
            connection.execute(
                "UPDATE attempts SET ending = ?2 WHERE id = ?1",
                (attempt, why.ending()),
            )?;
            Ok(())
        })
        .await
    }

    /// Sets a reminder for the latest attempt with these digits.
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

    /// Hides an attempt, and all earlier ones with the same digits, from the Home page.
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

    /// The attempts for the Home page: unfinished ones, reminders and those with an unknown number, the
    /// latest first. Only the latest such attempt of each phone number. A later refused attempt does not
    /// hide an unfinished one. An unknown number is shown only until anything else is known about it.
    pub async fn open_attempts(&self) -> Result<Vec<Attempt>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT * FROM attempts
                     WHERE id IN (SELECT max(id) FROM attempts
                                  WHERE dismissed = 0
                                    AND (ending IS NULL OR ask_again_from IS NOT NULL)
                                  GROUP BY digits)
                        OR (ending = ?1 AND dismissed = 0
                            AND id IN (SELECT max(id) FROM attempts GROUP BY digits)
                            AND digits NOT IN (SELECT digits FROM attempts
                                               WHERE dismissed = 0
                                                 AND (ending IS NULL
                                                      OR ask_again_from IS NOT NULL)))
                     ORDER BY id DESC",
                )?
                .query_map([NOT_REGISTERED], Attempt::read)?
                .collect()
        })
        .await
    }

    /// Unfinished attempts with these digits, the earliest first.
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

    /// The key ids of all unfinished attempts that the person has not dismissed. Requesting the key again
    /// finds an entry that was saved under such an id.
    pub async fn unfinished_keys(&self) -> Result<Vec<KeyId>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT key FROM attempts WHERE ending IS NULL AND dismissed = 0")?
                .query_map([], |row| row.get(0).map(KeyId::from_stored))?
                .collect()
        })
        .await
    }

    /// Unfinished attempts with an answer: their key may be in the keychain, but not in the store.
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
        let ending: Option<String> = row.get("ending")?;
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
            is_unregistered: ending.as_deref() == Some(NOT_REGISTERED),
        })
    }
}

#[cfg(test)]
mod tests;
