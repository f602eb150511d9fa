//! Developers' requests that wait for their keys.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::Store;
use super::named::Named;
use crate::hand_over::{read_key_request, write_key_request};
use crate::model::{ApiEnvironment, Failure, KeptKeyRequest, KeyRequest, KeyRequestId};

impl Store {
    /// Keeps a request, unless the same one is kept already. Of more than `most` the oldest are deleted.
    pub async fn keep_key_request(
        &self,
        request: &KeyRequest,
        most: u32,
        at: DateTime<Utc>,
    ) -> Result<KeyRequestId, Failure> {
        let text = write_key_request(request);
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            transaction.execute(
                "INSERT INTO key_requests (request, kept_at) VALUES (?1, ?2)
                 ON CONFLICT (request) DO NOTHING",
                (&text, at),
            )?;
            let id = id_of(&transaction, &text)?;
            transaction.execute(
                "DELETE FROM key_requests WHERE id NOT IN
                    (SELECT id FROM key_requests ORDER BY id = ?2 DESC, id DESC LIMIT ?1)",
                (most, id),
            )?;
            transaction.commit()?;
            Ok(id)
        })
        .await
    }

    /// The requests that are kept, the newest first. One that this version can't read is left out.
    pub async fn key_requests(&self) -> Result<Vec<KeptKeyRequest>, Failure> {
        let rows = self
            .with(|connection| {
                connection
                    .prepare_cached(
                        "SELECT id, request, kept_at FROM key_requests ORDER BY id DESC",
                    )?
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                    .collect::<Result<Vec<(KeyRequestId, String, DateTime<Utc>)>, _>>()
            })
            .await?;
        let read =
            rows.into_iter().filter_map(|(id, text, kept_at)| match read_key_request(&text) {
                Ok(request) => Some(KeptKeyRequest { id, request, kept_at }),
                Err(problem) => {
                    tracing::warn!(?problem, "a kept request is not readable");
                    None
                }
            });
        Ok(read.collect())
    }

    /// Whether there is a key of this environment that was not deactivated or replaced.
    pub async fn has_key_in_use(&self, environment: ApiEnvironment) -> Result<bool, Failure> {
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "SELECT 1 FROM keys
                     WHERE environment = ?1 AND status NOT IN ('deactivated', 'replaced')
                     LIMIT 1",
                )?
                .exists([Named(environment)])
        })
        .await
    }

    /// Deletes a request. Does nothing if there is no such one.
    pub async fn delete_key_request(&self, id: KeyRequestId) -> Result<(), Failure> {
        self.with(move |connection| {
            connection.execute("DELETE FROM key_requests WHERE id = ?1", [id])?;
            Ok(())
        })
        .await
    }

    /// Deletes a request if it is kept.
    pub async fn forget_key_request(&self, request: &KeyRequest) -> Result<(), Failure> {
        let text = write_key_request(request);
        self.with(move |connection| {
            connection.execute("DELETE FROM key_requests WHERE request = ?1", [text])?;
            Ok(())
        })
        .await
    }
}

fn id_of(connection: &Connection, text: &str) -> rusqlite::Result<KeyRequestId> {
    connection
        .query_row("SELECT id FROM key_requests WHERE request = ?1", [text], |row| row.get(0))
        .optional()?
        .ok_or(rusqlite::Error::QueryReturnedNoRows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Receiver;

    fn request(name: &str) -> KeyRequest {
        KeyRequest {
            system: Receiver::Sdk,
            environment: ApiEnvironment::Production,
            needs: Vec::new(),
            name: name.to_owned(),
            public_key: "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p".to_owned(),
            note: "for the shop\n\"soon\"".to_owned(),
        }
    }

    #[tokio::test]
    async fn a_request_is_kept_until_it_is_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("register.sqlite");
        let store = Store::open(&file).unwrap();
        let at = DateTime::UNIX_EPOCH;
        let id = store.keep_key_request(&request("Oleh"), 3, at).await.unwrap();
        assert_eq!(store.keep_key_request(&request("Oleh"), 3, at).await.unwrap(), id);
        let kept = KeptKeyRequest { id, request: request("Oleh"), kept_at: at };
        drop(store);
        let store = Store::open(&file).unwrap();
        assert_eq!(store.key_requests().await.unwrap(), [kept]);
        store.delete_key_request(id).await.unwrap();
        assert_eq!(store.key_requests().await.unwrap(), []);
    }

    #[tokio::test]
    async fn of_too_many_requests_the_oldest_are_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        for name in ["Anna", "Ben", "Cilla", "Dan"] {
            store.keep_key_request(&request(name), 3, DateTime::UNIX_EPOCH).await.unwrap();
        }
        let names = async || {
            let kept = store.key_requests().await.unwrap();
            kept.into_iter().map(|kept| kept.request.name).collect::<Vec<_>>()
        };
        assert_eq!(names().await, ["Dan", "Cilla", "Ben"]);
        store.forget_key_request(&request("Cilla")).await.unwrap();
        assert_eq!(names().await, ["Dan", "Ben"]);
    }
}
