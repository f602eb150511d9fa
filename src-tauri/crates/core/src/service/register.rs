//! The list of keys: searches it, changes what is known of a key, and deletes keys.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use ts_rs::TS;

use super::deletions::Deletions;
use super::deps::{Deps, KeyChangeLock, LazyStore};
use super::due::due_times;
use super::keys::is_only_in_memory;
use super::parse_key::refuse_secrets;
use super::reconcile::{Reconciler, Trigger, UnsavedKey};
use super::{KeyCard, Keys};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{
    Failure, HistoryEntry, KeyDates, KeyDetails, KeyId, KeyQuery, KeyRemark, KeysView, Period,
    Progress,
};
use crate::store::{KeyRows, KeySets, is_found};

/// How long a person can undo the deletion of a key. The window counts it and then finishes the deletion.
const UNDO_FOR: Duration = Duration::from_secs(10);

/// How long a deleted key stays hidden without being finished: the keychain may ask for a password. After
/// that the key is in the list again.
const HIDDEN_FOR: Duration = Duration::from_mins(1);

/// A part of the list of keys.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyPage {
    /// The number of all keys.
    pub total: usize,
    /// The number of those that the query finds.
    pub matching: usize,
    /// Those that were asked for.
    pub keys: Vec<KeyCard>,
    /// From the first to the last date of all recorded keys: creation, end or last check. `None` if there is none.
    pub dates: Option<Period>,
}

/// The list of keys.
pub struct Register {
    store: Arc<LazyStore>,
    keychain: Keychain,
    clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    reconciler: Arc<Reconciler>,
    keys: Arc<Keys>,
    deletions: Arc<Deletions>,
}

impl Register {
    pub(super) fn new(deps: &Deps, reconciler: Arc<Reconciler>, keys: Arc<Keys>) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            keychain: deps.keychain.clone(),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            reconciler,
            keys,
            deletions: Arc::clone(&deps.deletions),
        }
    }

    /// A part of the list of keys. Unsaved keys that the query finds come first, outside its order.
    pub async fn find(&self, query: KeyQuery) -> Result<KeyPage, Failure> {
        self.reconciler.finish_due_attempts().await?;
        self.reconciler.notify(Trigger::KeysShown);
        let store = self.store.get().await?;
        let times = due_times(&*self.clock);
        let (unsaved, lost) = {
            let state = self.reconciler.state();
            let lost = if query.asks_for_lost() { state.lost() } else { Vec::new() };
            (state.all_unsaved(), lost)
        };
        let mut except: Vec<KeyId> = unsaved.iter().map(|key| key.record.id.clone()).collect();
        except.extend(self.deletions.all());
        let total_unsaved = unsaved.len();
        let found: Vec<UnsavedKey> = unsaved
            .into_iter()
            .filter(|key| is_found(&query, &key.record, times, is_only_in_memory(key)))
            .collect();
        let found_unsaved = found.len();
        let (skip, limit) = (query.offset as usize, query.limit as usize);
        let first: Vec<KeyCard> = found
            .into_iter()
            .skip(skip)
            .take(limit)
            .map(|key| self.keys.unsaved_card(key))
            .collect();
        let rest = KeyQuery {
            offset: count(skip.saturating_sub(found_unsaved)),
            limit: count(limit - first.len()),
            ..query
        };
        let other_accounts = if rest.asks_for(KeyRemark::OtherAccount) {
            self.keys.accounts().await?.others()
        } else {
            Vec::new()
        };
        let sets = KeySets { except: &except, lost: &lost, other_accounts: &other_accounts };
        let KeyRows { total, matching, keys, dates } = store.find_keys(rest, times, sets).await?;
        let recorded = self.keys.cards_with_accounts(keys).await?;
        let keys: Vec<KeyCard> = first.into_iter().chain(recorded).collect();
        let (total, matching) = (total + total_unsaved, matching + found_unsaved);
        Ok(KeyPage { total, matching, keys, dates })
    }

    /// The keys with these ids. Those that do not exist, or are being deleted, are left out.
    pub async fn cards(&self, ids: &[KeyId]) -> Result<Vec<KeyCard>, Failure> {
        self.reconciler.finish_due_attempts().await?;
        let (unsaved, others): (Vec<_>, Vec<_>) = {
            let state = self.reconciler.state();
            ids.iter().cloned().partition(|id| state.is_unsaved(id))
        };
        let mut cards = Vec::new();
        for id in unsaved {
            cards.push(self.keys.card(&id).await?);
        }
        let rows = self.store.get().await?.keys_of(&others).await?;
        let shown = rows.into_iter().filter(|row| !self.deletions.is_pending(&row.id));
        cards.extend(self.keys.cards_with_accounts(shown.collect()).await?);
        Ok(cards)
    }

    /// The names of all organizations that keys were created for.
    pub async fn organizations(&self) -> Result<Vec<String>, Failure> {
        self.store.get().await?.organizations().await
    }

    /// How the list was last filtered and sorted.
    pub async fn view(&self) -> Result<KeysView, Failure> {
        self.store.get().await?.keys_view().await
    }

    /// Keeps how the list is filtered and sorted, for the next start.
    pub async fn save_view(&self, view: &KeysView) -> Result<(), Failure> {
        self.store.get().await?.save_keys_view(view).await
    }

    /// What has happened to a key, the newest first.
    pub async fn history(&self, id: &KeyId) -> Result<Vec<HistoryEntry>, Failure> {
        self.store.get().await?.history(Some(id)).await
    }

    /// Replaces what the person has written about a key.
    ///
    /// Fails with `not_found` if it is not recorded, and with `looks_like_key` if a text has a key in it.
    pub async fn change_details(
        &self,
        id: &KeyId,
        details: KeyDetails,
    ) -> Result<KeyCard, Failure> {
        refuse_secrets(details.texts())?;
        let (store, now) = (self.store.get().await?, self.clock.now());
        let is_changed = store.change_details(id, details.tidied(), now).await?;
        self.changed(id, is_changed).await
    }

    /// Sets the dates of a key. Fails with `not_found` if it is not recorded, and with `internal` if it would end
    /// before it was created: the window does not send that.
    pub async fn change_dates(&self, id: &KeyId, to: KeyDates) -> Result<KeyCard, Failure> {
        if to.created_at.zip(to.valid_until).is_some_and(|(created, end)| created > end) {
            return Err(Failure::internal("dates", &"the end is before the creation"));
        }
        let is_changed = self.store.get().await?.change_dates(id, to, self.clock.now()).await?;
        self.changed(id, is_changed).await
    }

    /// Marks a key as replaced. `by`: the key that has replaced it, if it is in the list.
    ///
    /// Fails with `not_found` if one of them is not recorded, if they belong to different environments, and if `by` is
    /// no longer in use itself.
    pub async fn mark_replaced(&self, id: &KeyId, by: Option<&KeyId>) -> Result<KeyCard, Failure> {
        let is_changed = self.store.get().await?.mark_replaced(id, by, self.clock.now()).await?;
        self.changed(id, is_changed).await
    }

    /// Marks a key as deactivated at Nova Post, or as in use again. Fails with `not_found` if it is not recorded.
    pub async fn mark_deactivated(
        &self,
        id: &KeyId,
        is_deactivated: bool,
    ) -> Result<KeyCard, Failure> {
        let (store, now) = (self.store.get().await?, self.clock.now());
        let is_changed = store.mark_deactivated(id, is_deactivated, now).await?;
        self.changed(id, is_changed).await
    }

    /// Begins to delete a key: it is no longer in the list. Nothing is deleted until
    /// [`Register::finish_deletion`], and [`Register::undo_deletion`] shows the key again.
    ///
    /// Fails with `not_found` if it is not recorded.
    pub async fn delete(&self, id: &KeyId) -> Result<(), Failure> {
        if self.reconciler.state().is_unsaved(id)
            || self.store.get().await?.key(id).await?.is_none()
        {
            return Err(Failure::NotFound);
        }
        self.deletions.begin(id, UNDO_FOR + HIDDEN_FOR);
        Ok(())
    }

    /// Shows a key again that is being deleted. Does nothing if it is not.
    pub fn undo_deletion(&self, id: &KeyId) {
        self.deletions.end(id);
    }

    /// Deletes a key from the keychain and then from the store. The history keeps its name and last four characters.
    ///
    /// Does nothing if the deletion was undone. If the keychain or the store fails, the key is in the list again.
    pub async fn finish_deletion(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        // An import of this key would save it while it is deleted.
        let _no_other_change = self.key_change.lock().await;
        if !self.deletions.is_pending(id) {
            return Ok(());
        }
        let deleted = self.delete_now(id, progress).await;
        self.deletions.end(id);
        if deleted.is_err() {
            self.reconciler.notify(Trigger::KeyChanged);
        }
        deleted
    }

    async fn delete_now(&self, id: &KeyId, progress: &Progress) -> Result<(), Failure> {
        self.keychain.delete(id, progress).await?;
        self.store.get().await?.delete(id, self.clock.now()).await?;
        self.reconciler.note_removed(id);
        Ok(())
    }

    async fn changed(&self, id: &KeyId, is_changed: bool) -> Result<KeyCard, Failure> {
        if is_changed { self.keys.card(id).await } else { Err(Failure::NotFound) }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
