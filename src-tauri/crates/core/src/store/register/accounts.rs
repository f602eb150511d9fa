//! The accounts of keys, to tell keys of different people apart.

use crate::model::{ApiEnvironment, Failure, KeyId};
use crate::store::Store;
use crate::store::named::Named;

/// An account with keys in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyAccount {
    /// The environment of its keys.
    pub environment: ApiEnvironment,
    /// `cid` of their last tokens.
    pub client: String,
    /// The number of its keys.
    pub keys: u32,
    /// Its newest key.
    pub newest: KeyId,
}

impl Store {
    /// The accounts of the keys in use that had a token. In each environment the account with the most keys
    /// comes first, and of equal ones the one with the newest key.
    pub async fn key_accounts(&self) -> Result<Vec<KeyAccount>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    // `id` is that of the row with the maximum: https://sqlite.org/lang_select.html#bareagg
                    "SELECT environment, client, count(*) AS keys, id, max(added_at) AS newest
                     FROM keys
                     WHERE client IS NOT NULL AND status NOT IN ('deactivated', 'replaced')
                     GROUP BY environment, client
                     ORDER BY environment, keys DESC, newest DESC, id",
                )?
                .query_map([], |row| {
                    Ok(KeyAccount {
                        environment: row.get::<_, Named<ApiEnvironment>>("environment")?.0,
                        client: row.get("client")?,
                        keys: row.get("keys")?,
                        newest: KeyId::from_stored(row.get("id")?),
                    })
                })?
                .collect()
        })
        .await
    }
}
