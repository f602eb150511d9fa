//! Tells which keys were made under another account than the others. `cid` of a key's token identifies
//! the natural person in whose name the key was made [NP-spec: JWT].

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::{ApiEnvironment, KeyId};
use crate::store::KeyAccount;

/// For each key that was made under another account: a key to compare it with. `keys` has the keys in use
/// that had a token, with the `cid` of the token. The newest key comes first.
///
/// In each environment the account with the most keys counts as the usual one. The keys of all other
/// accounts name its newest key. If several accounts have the most keys, none is the usual one, and every
/// key names the newest key of another of them. Keys that are no longer in use do not count: a person
/// may have left.
pub(super) fn other_accounts(keys: &[KeyAccount]) -> HashMap<KeyId, KeyId> {
    let mut found = HashMap::new();
    for environment in [ApiEnvironment::Sandbox, ApiEnvironment::Production] {
        let mut by_client: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, key) in
            keys.iter().enumerate().filter(|(_, key)| key.environment == environment)
        {
            by_client.entry(&key.client).or_default().push(index);
        }
        let pairs = others(&by_client).into_iter();
        found.extend(pairs.map(|(key, other)| (keys[key].id.clone(), keys[other].id.clone())));
    }
    found
}

/// For each key of an account that is not the usual one: a key of another account.
fn others(by_client: &HashMap<&str, Vec<usize>>) -> Vec<(usize, usize)> {
    let mut groups: Vec<&Vec<usize>> = by_client.values().collect();
    // The largest first; of equal ones the one with the newest key.
    groups.sort_by_key(|keys| (Reverse(keys.len()), keys[0]));
    let [first, second, ..] = groups[..] else { return Vec::new() };
    let has_usual = first.len() > second.len();
    let mut found = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        let other = match number {
            0 if has_usual => continue,
            0 => second,
            _ => first,
        };
        found.extend(group.iter().map(|key| (*key, other[0])));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key for each letter, which is its account. Returns for each key the position of the key that it
    /// names.
    fn named(accounts: &str) -> Vec<Option<usize>> {
        let keys: Vec<KeyAccount> = accounts
            .chars()
            .map(|account| KeyAccount {
                id: KeyId::random(),
                environment: ApiEnvironment::Production,
                client: account.to_string(),
            })
            .collect();
        let others = other_accounts(&keys);
        let position = |id: &KeyId| keys.iter().position(|key| key.id == *id).unwrap();
        keys.iter().map(|key| others.get(&key.id).map(position)).collect()
    }

    #[test]
    fn keys_of_one_account_name_no_other() {
        for accounts in ["", "a", "aaa"] {
            assert!(named(accounts).iter().all(Option::is_none), "{accounts}");
        }
    }

    #[test]
    fn a_key_of_a_rarer_account_names_the_newest_key_of_the_usual_one() {
        assert_eq!(named("abaa"), [None, Some(0), None, None]);
        assert_eq!(named("baac"), [Some(1), None, None, Some(1)]);
    }

    #[test]
    fn without_a_usual_account_each_key_names_one_of_another() {
        assert_eq!(named("ab"), [Some(1), Some(0)]);
        assert_eq!(named("abba"), [Some(1), Some(0), Some(0), Some(1)]);
    }
}
