//! Keychain and store compared: a key of the store that the keychain has no more, and a key in
//! the keychain that the store doesn't know. A crash between the two leaves one, and so does whoever
//! tidies up in either. Home tells of them; nothing is put right without the person.

use std::sync::{MutexGuard, PoisonError};

use super::{KeyCard, Service, ToDo};
use crate::model::{Failure, KeyId, KeyStatus, KeychainTrouble, Progress, no_progress};

/// What was found when the two were last compared.
#[derive(Debug, Default)]
pub(super) struct Orphans {
    compared: bool,
    /// How often a key has come or gone: what was read meanwhile may not fit together.
    moves: u64,
    lost: Vec<KeyId>,
    unlisted: Vec<Unlisted>,
}

/// An entry of the keychain that no row belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Unlisted {
    entry: KeyId,
    last_four: String,
}

impl Service {
    /// Takes a key out of the keychain that the store doesn't know, for good.
    ///
    /// Refuses with `keychain_refused` to do so with any other key.
    pub async fn remove_unlisted(&self, entry: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // Not while it is being brought in: it would be taken out of the keychain behind its row.
        let _one_at_a_time = self.arriving.lock().await;
        self.remove_entry(entry, progress).await
    }

    /// As [`Service::remove_unlisted`], for whoever brings a key in.
    pub(super) async fn remove_entry(
        &self,
        entry: &KeyId,
        progress: &Progress,
    ) -> Result<(), Failure> {
        if self.held_key(entry).is_some() || self.store().await?.key(entry).await?.is_some() {
            return Err(Failure::KeychainRefused);
        }
        self.keychain.delete(entry, progress).await?;
        self.note_no_orphan(entry);
        self.keychain_answers();
        Ok(())
    }

    /// Takes a key off the store that the keychain has no more. One that has come back stays.
    pub async fn forget_lost(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // Not while it is being brought in: its row would go from beside its entry.
        let _one_at_a_time = self.arriving.lock().await;
        if self.held_key(id).is_none() && self.keychain.read(id, progress).await?.is_none() {
            self.store().await?.remove(id).await?;
        }
        self.note_no_orphan(id);
        self.keychain_answers();
        Ok(())
    }

    /// Compares once, as soon as the keychain can be asked without a password.
    pub(super) async fn compare_keychain_and_register(&self) -> Result<(), Failure> {
        if !self.comparison_is_due() {
            return Ok(());
        }
        let moves = self.orphans().moves;
        let (lost, unlisted) = self.find_orphans().await?;
        let mut orphans = self.orphans();
        if orphans.moves != moves {
            // A key came or went in between: it could be taken for an orphan.
            drop(orphans);
            self.care_is_due();
            return Ok(());
        }
        if !(lost.is_empty() && unlisted.is_empty()) {
            tracing::warn!(lost = lost.len(), unlisted = unlisted.len(), "orphans");
            self.there_is_news();
        }
        *orphans = Orphans { compared: true, moves, lost, unlisted };
        Ok(())
    }

    async fn find_orphans(&self) -> Result<(Vec<KeyId>, Vec<Unlisted>), Failure> {
        let keychain = self.keychain.non_interactive();
        let entries = self.unless_ended(keychain.names(&no_progress())).await?;
        let rows = self.store().await?.keys().await?;
        let under_way = self.store().await?.unfinished_keys().await?;
        let mut lost = Vec::new();
        // A retired key opens nothing any more: nobody misses it.
        for row in rows.iter().filter(|row| row.status != KeyStatus::Retired) {
            let is_there = match &entries {
                Some(entries) => entries.contains(&row.id),
                None => self.unless_ended(keychain.read(&row.id, &no_progress())).await?.is_some(),
            };
            if !is_there && self.held_key(&row.id).is_none() {
                lost.push(row.id.clone());
            }
        }
        let mut unlisted = Vec::new();
        for entry in entries.unwrap_or_default() {
            let is_known = rows.iter().any(|row| row.id == entry)
                || under_way.contains(&entry)
                || self.held_key(&entry).is_some();
            if is_known {
                continue;
            }
            match self.unless_ended(keychain.read(&entry, &no_progress())).await {
                Ok(Some(key)) => {
                    let last_four = key.last_four().to_owned();
                    unlisted.push(Unlisted { entry, last_four });
                }
                // Gone by now, or no key at all: nothing of ours.
                Ok(None) | Err(KeychainTrouble::Refused) => {}
                Err(trouble) => return Err(trouble.into()),
            }
        }
        Ok((lost, unlisted))
    }

    /// What Home says about it.
    pub(super) fn orphans_to_do(&self, keys: &[KeyCard]) -> Vec<ToDo> {
        let listed = |id: &KeyId| keys.iter().any(|key| key.id == *id);
        let orphans = self.orphans();
        let lost = orphans.lost.iter().filter(|id| listed(id) && self.held_key(id).is_none());
        let unlisted = orphans.unlisted.iter().filter(|found| !listed(&found.entry));
        lost.map(|id| ToDo::KeyLost { key: id.clone() })
            .chain(unlisted.map(|Unlisted { entry, last_four }| ToDo::KeyUnlisted {
                key: entry.clone(),
                last_four: last_four.clone(),
            }))
            .collect()
    }

    pub(super) fn comparison_is_due(&self) -> bool {
        !self.orphans().compared
    }

    pub(super) fn is_lost(&self, id: &KeyId) -> bool {
        self.orphans().lost.contains(id)
    }

    /// The keychain was asked for it, and has it no more.
    pub(super) fn note_lost(&self, id: &KeyId) {
        let mut orphans = self.orphans();
        if !orphans.lost.contains(id) {
            orphans.lost.push(id.clone());
            drop(orphans);
            self.there_is_news();
        }
    }

    /// It is in both now, or in neither.
    pub(super) fn note_no_orphan(&self, id: &KeyId) {
        let mut orphans = self.orphans();
        orphans.lost.retain(|lost| lost != id);
        orphans.unlisted.retain(|unlisted| unlisted.entry != *id);
    }

    /// A key is coming or going: a comparison that is under way begins anew.
    pub(super) fn keys_move(&self) {
        self.orphans().moves += 1;
    }

    fn orphans(&self) -> MutexGuard<'_, Orphans> {
        self.orphans.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
