//! The programs that may have tokens of a key without asking. Deleting a key deletes its permissions.

use chrono::{DateTime, Utc};

use super::Store;
use crate::model::{Failure, KeyId, TokenPermission};

impl Store {
    /// The permissions of a key that have not ended, by program.
    pub async fn token_permissions(
        &self,
        key: &KeyId,
        now: DateTime<Utc>,
    ) -> Result<Vec<TokenPermission>, Failure> {
        let key = key.clone();
        self.with(move |connection| {
            connection
                .prepare_cached(
                    "SELECT program, until FROM token_permissions
                     WHERE key = ?1 AND until > ?2 ORDER BY program",
                )?
                .query_map((key.as_str(), now), |row| {
                    Ok(TokenPermission { program: row.get("program")?, until: row.get("until")? })
                })?
                .collect()
        })
        .await
    }

    /// Gives a program the permission for a key, in place of an earlier one, and deletes all that have ended. Does
    /// nothing if there is no such key.
    pub async fn permit_tokens(
        &self,
        key: &KeyId,
        permission: TokenPermission,
        now: DateTime<Utc>,
    ) -> Result<(), Failure> {
        let key = key.clone();
        self.with(move |connection| {
            let transaction = connection.transaction()?;
            transaction.execute("DELETE FROM token_permissions WHERE until <= ?1", [now])?;
            transaction.execute(
                "INSERT OR REPLACE INTO token_permissions (program, key, until)
                 SELECT ?1, id, ?3 FROM keys WHERE id = ?2",
                (permission.program, key.as_str(), permission.until),
            )?;
            transaction.commit()
        })
        .await
    }

    /// Ends the permission of a program for a key, if there is one.
    pub async fn end_token_permission(&self, key: &KeyId, program: &str) -> Result<(), Failure> {
        let (key, program) = (key.clone(), program.to_owned());
        self.with(move |connection| {
            let sql = "DELETE FROM token_permissions WHERE key = ?1 AND program = ?2";
            connection.execute(sql, (key.as_str(), program)).map(drop)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ApiEnvironment, KeyRecord};

    fn after(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn until(program: &str, seconds: i64) -> TokenPermission {
        TokenPermission { program: program.to_owned(), until: after(seconds) }
    }

    async fn store_with_key() -> (tempfile::TempDir, Store, KeyId) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        let key = KeyId::random();
        let (environment, at) = (ApiEnvironment::Sandbox, DateTime::UNIX_EPOCH);
        let record = KeyRecord::new(key.clone(), environment, "4bf2".to_owned(), at);
        store.record(record, None, at).await.unwrap();
        (folder, store, key)
    }

    #[tokio::test]
    async fn a_permission_ends_at_its_time_or_earlier_on_request() {
        let (_folder, store, key) = store_with_key().await;
        for permission in [until("/usr/bin/php", 10), until("/usr/bin/node", 20)] {
            store.permit_tokens(&key, permission, after(0)).await.unwrap();
        }
        let both = [until("/usr/bin/node", 20), until("/usr/bin/php", 10)];
        assert_eq!(store.token_permissions(&key, after(9)).await.unwrap(), both);
        assert_eq!(store.token_permissions(&key, after(10)).await.unwrap(), both[..1]);
        assert_eq!(store.token_permissions(&KeyId::random(), after(9)).await.unwrap(), []);
        store.permit_tokens(&key, until("/usr/bin/php", 30), after(12)).await.unwrap();
        store.end_token_permission(&key, "/usr/bin/node").await.unwrap();
        let left = [until("/usr/bin/php", 30)];
        assert_eq!(store.token_permissions(&key, after(13)).await.unwrap(), left);
    }

    #[tokio::test]
    async fn a_deleted_key_ends_its_permissions() {
        let (_folder, store, key) = store_with_key().await;
        store.permit_tokens(&key, until("/usr/bin/php", 10), after(0)).await.unwrap();
        store.delete(&key, after(1)).await.unwrap();
        assert_eq!(store.token_permissions(&key, after(2)).await.unwrap(), []);
        store.permit_tokens(&key, until("/usr/bin/php", 10), after(3)).await.unwrap();
        assert_eq!(store.token_permissions(&key, after(4)).await.unwrap(), []);
    }
}
