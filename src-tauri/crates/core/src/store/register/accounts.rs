//! The accounts of keys, to tell keys of different people apart.

use crate::model::{ApiEnvironment, Failure, KeyId};
use crate::store::Store;
use crate::store::named::Named;

/// The account of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyAccount {
    /// The key.
    pub id: KeyId,
    /// Its environment.
    pub environment: ApiEnvironment,
    /// `cid` of its last token.
    pub client: String,
}

impl Store {
    /// The keys in use that had a token, with the account that it belonged to. The newest comes first.
    pub async fn key_accounts(&self) -> Result<Vec<KeyAccount>, Failure> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT id, environment, client FROM keys
                     WHERE client IS NOT NULL AND status NOT IN ('deactivated', 'replaced')
                     ORDER BY added_at DESC, id",
                )?
                .query_map([], |row| {
                    Ok(KeyAccount {
                        id: KeyId::from_stored(row.get("id")?),
                        environment: row.get::<_, Named<ApiEnvironment>>("environment")?.0,
                        client: row.get("client")?,
                    })
                })?
                .collect()
        })
        .await
    }
}
