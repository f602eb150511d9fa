//! Replacing a key over days: the new key comes in, is checked, reaches each place, and only then is the old
//! one marked as replaced. The store has the state, so it survives a restart at any moment.

use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use super::deletions::Deletions;
use super::deps::{Deps, LazyStore};
use super::parse_key::{holds_secret, refuse_secrets};
use crate::clock::Clock;
use crate::model::{
    Failure, KeyId, Place, Replacement, ReplacementId, ReplacementPlaceId, ReplacementRefusal,
};
use crate::phone;
use crate::store::StepTaken;

/// The answer to a step of a replacement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ReplacementStep {
    /// The step was taken.
    Taken {
        /// The replacement now.
        replacement: Replacement,
    },
    /// The step is not possible now. Nothing was changed.
    Refused {
        /// Why.
        why: ReplacementRefusal,
    },
}

/// Replaces keys.
pub struct Replacements {
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
    deletions: Arc<Deletions>,
}

impl Replacements {
    pub(super) fn new(deps: &Deps) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            clock: Arc::clone(&deps.clock),
            deletions: Arc::clone(&deps.deletions),
        }
    }

    /// The last replacement of a key, finished or not. Returns `None` if there is none.
    pub async fn of(&self, old: &KeyId) -> Result<Option<Replacement>, Failure> {
        self.store.get().await?.replacement_of(old).await
    }

    /// Starts to replace a key. If that was started before and not finished, returns it.
    ///
    /// Fails with `not_found` if the key is not recorded.
    pub async fn start(&self, old: &KeyId) -> Result<ReplacementStep, Failure> {
        self.refuse_deleted(old)?;
        answer(self.store.get().await?.start_replacement(old, self.clock.now()).await?)
    }

    /// Sets the key that replaces the old one, or another one. It has to be checked after this.
    ///
    /// Fails with `not_found` if the key is not recorded, or the replacement has ended.
    pub async fn set_new_key(
        &self,
        id: ReplacementId,
        new: &KeyId,
    ) -> Result<ReplacementStep, Failure> {
        self.refuse_deleted(new)?;
        let (store, now) = (self.store.get().await?, self.clock.now());
        answer(store.set_new_key(id, new, now, can_be_named).await?)
    }

    /// Adds a place that needs the new key.
    ///
    /// Fails with `not_found` if the replacement has ended, and with `looks_like_key` if the name has a key in it.
    pub async fn add_place(&self, id: ReplacementId, place: Place) -> Result<Replacement, Failure> {
        refuse_secrets([&place.name])?;
        let place = Place { name: place.name.trim().to_owned(), ..place };
        replacement(self.store.get().await?.add_replacement_place(id, place).await?)
    }

    /// Marks a place as one that has the new key, or as one that does not have it yet.
    ///
    /// Fails with `not_found` if the replacement has ended.
    pub async fn tick(
        &self,
        id: ReplacementId,
        place: ReplacementPlaceId,
        is_done: bool,
    ) -> Result<Replacement, Failure> {
        let (store, now) = (self.store.get().await?, self.clock.now());
        let ticked = store.tick_replacement_place(id, place, is_done, now, can_be_named).await?;
        replacement(ticked)
    }

    /// Marks the old key as replaced. `without_places`: the person wants this although some places do not have the
    /// new key yet. Does nothing if the replacement is finished.
    ///
    /// Fails with `not_found` if there is no such replacement.
    pub async fn finish(
        &self,
        id: ReplacementId,
        without_places: bool,
    ) -> Result<ReplacementStep, Failure> {
        let (store, now) = (self.store.get().await?, self.clock.now());
        answer(store.finish_replacement(id, without_places, now).await?)
    }

    /// Gives up a replacement that is not finished. Both keys stay as they are.
    pub async fn cancel(&self, id: ReplacementId) -> Result<(), Failure> {
        self.store.get().await?.cancel_replacement(id, self.clock.now()).await
    }

    fn refuse_deleted(&self, key: &KeyId) -> Result<(), Failure> {
        if self.deletions.is_pending(key) { Err(Failure::NotFound) } else { Ok(()) }
    }
}

/// Whether the history may have the name of this place or person, also after it is deleted everywhere else. New names with a
/// key or a token are refused, but an older version may have taken one.
pub(super) fn can_be_named(place: &str) -> bool {
    !holds_secret(place) && !phone::may_hold_number(place)
}

fn answer(taken: StepTaken) -> Result<ReplacementStep, Failure> {
    match taken {
        StepTaken::Done(replacement) => Ok(ReplacementStep::Taken { replacement }),
        StepTaken::Refused(why) => Ok(ReplacementStep::Refused { why }),
        StepTaken::Gone => Err(Failure::NotFound),
    }
}

/// The replacement after a step that is refused for no reason but that it has ended.
fn replacement(taken: StepTaken) -> Result<Replacement, Failure> {
    match taken {
        StepTaken::Done(replacement) => Ok(replacement),
        StepTaken::Refused(_) | StepTaken::Gone => Err(Failure::NotFound),
    }
}
