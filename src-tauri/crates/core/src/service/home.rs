//! What to do next. Reads what is due and a bounded number of keys, however many there are.

use std::collections::HashSet;

use super::due::{Found, due, due_times};
use super::reconcile::{Trigger, UnlistedKey};
use super::{Home, KeyCard, Keys, ToDo};
use crate::model::{
    DueTimes, Failure, GuideRun, KeptKeyRequest, KeyId, KeyQuery, KeyRecord, KeyRequest, KeysView,
};
use crate::store::{Attempt, ImportNote, KeyRows, KeySets, Store};

/// The number of newest keys on Home.
const NEWEST: u32 = 3;

/// The greatest number of keys for each reason to be on Home. The list of keys shows the others.
const LISTED: u32 = 10;

/// What is due, and what it is about.
pub(super) struct DueNow {
    /// The most urgent first.
    pub(super) to_do: Vec<ToDo>,
    /// The number of due keys that are left out.
    pub(super) more: usize,
    /// The recorded keys that are named.
    pub(super) named: Vec<KeyRecord>,
    /// The keys that are unsaved or being deleted: the store's record of them is not shown.
    hidden: Vec<KeyId>,
}

impl Keys {
    /// What the Home page shows.
    pub async fn home(&self) -> Result<Home, Failure> {
        self.reconciler.finish_due_attempts().await?;
        self.reconciler.notify(Trigger::KeysShown);
        let store = self.store.get().await?;
        let due = self.due_now(store, LISTED).await?;
        let unsaved = self.reconciler.state().all_unsaved();
        let (newest, total) = newest(store, due_times(&*self.clock), &due.hidden).await?;
        let (replacements, of_replacements) = self.open_replacements(store, &due.hidden).await?;
        let total = total + unsaved.len();
        let mut shown: HashSet<KeyId> = due.hidden.into_iter().collect();
        let mut keys: Vec<KeyCard> =
            unsaved.into_iter().map(|key| self.unsaved_card(key)).collect();
        keys.extend(self.cards_of(newest, &mut shown));
        let mentioned = self.cards_of(due.named.into_iter().chain(of_replacements), &mut shown);
        let requests = key_requests(store).await?;
        let to_do = due.to_do.into_iter().chain(replacements).chain(requests).collect();
        Ok(Home { to_do, more_due: due.more, keys, mentioned, total })
    }

    /// What is due, with at most `limit` keys for each reason.
    pub(super) async fn due_now(&self, store: &Store, limit: u32) -> Result<DueNow, Failure> {
        let attempts = store.open_attempts().await?;
        let notes = store.import_notes().await?;
        let runs = store.guide_runs().await?;
        let unsaved = self.reconciler.state().all_unsaved();
        let mut hidden: Vec<KeyId> = unsaved.iter().map(|key| key.record.id.clone()).collect();
        hidden.extend(self.deletions.all());
        let (lost, more_lost) = self.lost_keys(store, &hidden, limit).await?;
        let mut except = hidden.clone();
        except.extend(self.reconciler.state().lost());
        let (keys, all_due) = store.due_keys(due_times(&*self.clock), &except, limit).await?;
        let more = all_due - keys.len() + more_lost;
        let mut named = self.of_runs(store, &runs, &hidden).await?;
        named.extend(keys.iter().chain(&lost).cloned());
        let mut leaks = store.open_leaks().await?;
        leaks.retain(|leak| !hidden.contains(&leak.key));
        let of_leaks: Vec<KeyId> = leaks.iter().map(|leak| leak.key.clone()).collect();
        named.extend(store.keys_of(&of_leaks).await?);
        let found = Found {
            keys,
            lost,
            leaks,
            unsaved,
            unlisted: self.unlisted(),
            notes: self.lost_imports(notes),
            attempts: self.open_attempts(attempts),
            runs,
            review: store.review_dates().await?,
        };
        Ok(DueNow { to_do: due(found, &*self.clock), more, named, hidden })
    }

    /// The cards of those that are not shown yet.
    fn cards_of(
        &self,
        rows: impl IntoIterator<Item = KeyRecord>,
        shown: &mut HashSet<KeyId>,
    ) -> Vec<KeyCard> {
        let new = rows.into_iter().filter(|row| shown.insert(row.id.clone()));
        new.map(|row| self.recorded_card(row)).collect()
    }

    /// Some of the keys that the keychain has lost, and the number of the others.
    async fn lost_keys(
        &self,
        store: &Store,
        hidden: &[KeyId],
        limit: u32,
    ) -> Result<(Vec<KeyRecord>, usize), Failure> {
        let mut lost = self.reconciler.state().lost();
        lost.retain(|id| !hidden.contains(id));
        // A key whose secret was never here is not lost.
        store.keys_that_had_secrets(&lost, limit).await
    }

    /// The keys that guide runs have led to.
    async fn of_runs(
        &self,
        store: &Store,
        runs: &[GuideRun],
        hidden: &[KeyId],
    ) -> Result<Vec<KeyRecord>, Failure> {
        let mut keys: Vec<KeyId> = runs.iter().filter_map(|run| run.key.clone()).collect();
        keys.retain(|id| !hidden.contains(id));
        store.keys_of(&keys).await
    }

    /// The replacements under way, and their old keys. One whose key is being deleted is left out.
    async fn open_replacements(
        &self,
        store: &Store,
        hidden: &[KeyId],
    ) -> Result<(Vec<ToDo>, Vec<KeyRecord>), Failure> {
        let mut open = store.open_replacements().await?;
        open.retain(|replacement| !hidden.contains(&replacement.old));
        let old: Vec<KeyId> = open.iter().map(|replacement| replacement.old.clone()).collect();
        let to_do = open.into_iter().map(|replacement| ToDo::Replacement { replacement });
        Ok((to_do.collect(), store.keys_of(&old).await?))
    }

    /// The keys that were added by hand and were lost with the app's memory. One that has reached the
    /// keychain is not among them: it is an unlisted key.
    fn lost_imports(&self, mut notes: Vec<ImportNote>) -> Vec<ImportNote> {
        let state = self.reconciler.state();
        let unlisted = state.unlisted();
        notes.retain(|note| {
            !state.is_unsaved(&note.key) && unlisted.iter().all(|found| found.id != note.key)
        });
        notes
    }

    /// The requests without an end, but for those whose key is in memory.
    fn open_attempts(&self, mut attempts: Vec<Attempt>) -> Vec<Attempt> {
        let state = self.reconciler.state();
        attempts.retain(|attempt| state.unsaved_with_digits(&attempt.digits).is_none());
        attempts
    }

    fn unlisted(&self) -> Vec<UnlistedKey> {
        let state = self.reconciler.state();
        let mut unlisted = state.unlisted();
        unlisted.retain(|found| !state.is_unsaved(&found.id));
        unlisted
    }
}

/// The developers' requests that are kept.
async fn key_requests(store: &Store) -> Result<Vec<ToDo>, Failure> {
    let mut requests = Vec::new();
    for KeptKeyRequest { id, request, .. } in store.key_requests().await? {
        let KeyRequest { name, environment, .. } = request;
        let has_key = store.has_key_in_use(environment).await?;
        requests.push(ToDo::KeyRequest { request: id, name, environment, has_key });
    }
    Ok(requests)
}

/// The newest keys, and the number of all recorded ones.
async fn newest(
    store: &Store,
    times: DueTimes,
    hidden: &[KeyId],
) -> Result<(Vec<KeyRecord>, usize), Failure> {
    let query =
        KeyQuery { view: KeysView::default(), search: Vec::new(), offset: 0, limit: NEWEST };
    let KeyRows { keys, total, .. } =
        store.find_keys(query, times, KeySets { except: hidden, ..KeySets::default() }).await?;
    Ok((keys, total))
}
