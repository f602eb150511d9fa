//! Compares keychain and store: a key of the store that the keychain has no entry for is lost, an
//! entry that the store has no row for is unlisted. A crash between the two leaves one, and so does
//! removing an entry or the store by hand. The Home page shows both; only the person removes or adds
//! anything.

use std::collections::{HashMap, HashSet};

use super::state::UnlistedKey;
use super::{Reconciler, Trigger};
use crate::model::{Failure, KeyId, KeychainTrouble, no_progress};

impl Reconciler {
    /// Compares once in the life of the service, as soon as the keychain can be read without a
    /// password.
    pub(super) async fn compare(&self) -> Result<(), Failure> {
        let begun = self.state().begin_comparison();
        let Some(generation) = begun else { return Ok(()) };
        let (lost, unlisted) = self.find_mismatches().await?;
        let found = (lost.len(), unlisted.len());
        if !self.state().end_comparison(generation, lost, unlisted) {
            self.notify(Trigger::ComparisonOvertaken);
        } else if found != (0, 0) {
            tracing::warn!(lost = found.0, unlisted = found.1, "keychain and store differ");
            self.notify(Trigger::KeyChanged);
        }
        Ok(())
    }

    async fn find_mismatches(&self) -> Result<(HashSet<KeyId>, Vec<UnlistedKey>), Failure> {
        let keychain = self.keychain.non_interactive();
        let entries = self.unless_shut_down(keychain.names(&no_progress())).await?;
        let entries: Option<HashSet<KeyId>> = entries.map(|names| names.into_iter().collect());
        let store = self.store.get().await?;
        let rows: HashMap<KeyId, bool> = store.key_ids().await?.into_iter().collect();
        let unfinished = store.unfinished_keys().await?;
        let mut lost = HashSet::new();
        // It does not matter whether a key is lost that nobody uses any more. A key whose secret was never
        // here is not lost.
        for (id, _) in rows.iter().filter(|(_, is_expected)| **is_expected) {
            let is_there = match &entries {
                Some(entries) => entries.contains(id),
                None => self.unless_shut_down(keychain.read(id, &no_progress())).await?.is_some(),
            };
            if !is_there && !self.state().is_unsaved(id) {
                lost.insert(id.clone());
            }
        }
        let mut unlisted = Vec::new();
        for id in entries.unwrap_or_default() {
            let is_known =
                rows.contains_key(&id) || unfinished.contains(&id) || self.state().is_unsaved(&id);
            if is_known {
                continue;
            }
            match self.unless_shut_down(keychain.read(&id, &no_progress())).await {
                Ok(Some(key)) => {
                    unlisted.push(UnlistedKey { id, last_four: key.last_four().to_owned() });
                }
                // It has been removed meanwhile, or it is no key and so none of this app's entries.
                Ok(None) | Err(KeychainTrouble::Refused) => {}
                Err(failure) => return Err(failure.into()),
            }
        }
        Ok((lost, unlisted))
    }
}
