//! Tells which keys were made under another account than the others. `cid` of a key's token identifies
//! the natural person in whose name the key was made [NP-spec: JWT].

use crate::model::{KeyId, KeyRecord};
use crate::store::KeyAccount;

/// The accounts of the keys in use, in the order of `Store::key_accounts`.
///
/// In each environment the account with the most keys counts as the usual one. The keys of all other
/// accounts name its newest key. If several accounts have the most keys, none is the usual one, and every
/// key names the newest key of another of them. Keys that are no longer in use do not count: a person
/// may have left.
#[derive(Default)]
pub(super) struct Accounts(Vec<KeyAccount>);

impl Accounts {
    pub(super) fn new(accounts: Vec<KeyAccount>) -> Self {
        Self(accounts)
    }

    /// For a key that was made under another account: a key to compare it with.
    pub(super) fn other_than(&self, key: &KeyRecord) -> Option<KeyId> {
        let client = key.client.as_ref().filter(|_| !key.status.is_retired())?;
        let environment = self.0.iter().filter(|account| account.environment == key.environment);
        let (first, second, has_usual) = leading(environment)?;
        let other = match first.client == *client {
            true if has_usual => return None,
            true => second,
            false => first,
        };
        Some(other.newest.clone())
    }

    /// The accounts whose keys name a key of another one.
    pub(super) fn others(&self) -> Vec<KeyAccount> {
        let in_environments = self.0.chunk_by(|one, next| one.environment == next.environment);
        let others = in_environments.filter_map(|accounts| {
            let (.., has_usual) = leading(accounts.iter())?;
            Some(&accounts[usize::from(has_usual)..])
        });
        others.flatten().cloned().collect()
    }
}

/// The two accounts of an environment with the most keys, and whether the first one is the usual one. `None` if there
/// is one account.
fn leading<'a>(
    mut accounts: impl Iterator<Item = &'a KeyAccount>,
) -> Option<(&'a KeyAccount, &'a KeyAccount, bool)> {
    let (first, second) = (accounts.next()?, accounts.next()?);
    Some((first, second, first.keys > second.keys))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ApiEnvironment::{Production, Sandbox};
    use crate::model::{ApiEnvironment, KeyStatus};
    use crate::store::Store;
    use chrono::{DateTime, TimeDelta};

    /// A key for each letter, which is its account. The first one is the newest.
    fn keys(environment: ApiEnvironment, accounts: &str) -> Vec<KeyRecord> {
        let newest = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let added = |number: usize| newest - TimeDelta::hours(i64::try_from(number).unwrap());
        let key = |(number, account): (usize, char)| KeyRecord {
            client: Some(account.to_string()),
            ..KeyRecord::new(KeyId::random(), environment, "4bf2".to_owned(), added(number))
        };
        accounts.chars().enumerate().map(key).collect()
    }

    async fn accounts_of(keys: &[KeyRecord]) -> Accounts {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("register.sqlite")).unwrap();
        for key in keys {
            store.record(key.clone(), None, key.added_at).await.unwrap();
            store.set_client(&key.id, key.client.as_ref().unwrap()).await.unwrap();
            store.set_status(&key.id, key.status).await.unwrap();
        }
        Accounts::new(store.key_accounts().await.unwrap())
    }

    /// For each key the position of the key that it names.
    async fn named(keys: &[KeyRecord]) -> Vec<Option<usize>> {
        let accounts = accounts_of(keys).await;
        let position = |id: KeyId| keys.iter().position(|key| key.id == id).unwrap();
        let named: Vec<_> = keys.iter().map(|key| accounts.other_than(key).map(position)).collect();
        let others: Vec<String> =
            accounts.others().into_iter().map(|account| account.client).collect();
        for (key, named) in keys.iter().zip(&named) {
            let is_in_use = !key.status.is_retired();
            let is_other = others.contains(key.client.as_ref().unwrap());
            assert_eq!(named.is_some(), is_in_use && is_other);
        }
        named
    }

    #[tokio::test]
    async fn keys_of_one_account_name_no_other() {
        for accounts in ["", "a", "aaa"] {
            let named = named(&keys(Production, accounts)).await;
            assert!(named.iter().all(Option::is_none), "{accounts}");
        }
    }

    #[tokio::test]
    async fn a_key_of_a_rarer_account_names_the_newest_key_of_the_usual_one() {
        assert_eq!(named(&keys(Production, "abaa")).await, [None, Some(0), None, None]);
        assert_eq!(named(&keys(Production, "baac")).await, [Some(1), None, None, Some(1)]);
    }

    #[tokio::test]
    async fn without_a_usual_account_each_key_names_one_of_another() {
        assert_eq!(named(&keys(Production, "ab")).await, [Some(1), Some(0)]);
        assert_eq!(named(&keys(Production, "abba")).await, [Some(1), Some(0), Some(0), Some(1)]);
    }

    #[tokio::test]
    async fn keys_of_other_environments_and_keys_that_are_no_longer_in_use_do_not_count() {
        let mut all = keys(Production, "aab");
        all[2].status = KeyStatus::Deactivated;
        all.extend(keys(Sandbox, "c"));
        assert!(named(&all).await.iter().all(Option::is_none));
    }
}
