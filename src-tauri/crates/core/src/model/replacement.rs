//! Replacing a key: a run that lasts days, from the start to the day on which the old key is retired.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KeyId, Place, ReplacementId, ReplacementPlaceId};

/// The replacement of one key by another, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Replacement {
    /// Its id in the store.
    pub id: ReplacementId,
    /// The key that is replaced.
    pub old: KeyId,
    /// The key that replaces it, or `None` so far.
    pub new: Option<KeyId>,
    /// When the person started it, UTC.
    pub started_at: DateTime<Utc>,
    /// When the new key was chosen, UTC; `None` if there is no new key.
    pub new_set_at: Option<DateTime<Utc>>,
    /// When Nova Post accepted the new key, UTC. Only a check counts that was made after the key was chosen, and
    /// only as long as it is the key's last one.
    pub new_checked_at: Option<DateTime<Utc>>,
    /// The places that need the new key.
    pub places: Vec<ReplacementPlace>,
    /// When the old key was marked as replaced, UTC; `None` so far.
    pub finished_at: Option<DateTime<Utc>>,
}

/// A place that needs the new key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplacementPlace {
    /// Its id in the store.
    pub id: ReplacementPlaceId,
    /// The system or the person.
    pub place: Place,
    /// When the person said that it has the new key, UTC; `None` so far.
    pub done_at: Option<DateTime<Utc>>,
}

impl Replacement {
    /// Why it can't be finished now; `None` if it can. `without_places`: the person finishes it although places are
    /// left. `new_is_usable`: the new key is neither refused, expired nor retired. `same_environment`: it belongs to the
    /// environment of the old key, from which either of them may have been moved since it was chosen.
    #[must_use]
    pub fn obstacle(
        &self,
        new_is_usable: bool,
        same_environment: bool,
        without_places: bool,
    ) -> Option<ReplacementRefusal> {
        if self.new.is_none() {
            Some(ReplacementRefusal::NoNewKey)
        } else if !same_environment {
            Some(ReplacementRefusal::OtherEnvironment)
        } else if self.new_checked_at.is_none() || !new_is_usable {
            Some(ReplacementRefusal::NotChecked)
        } else if !without_places && self.places.iter().any(|place| place.done_at.is_none()) {
            Some(ReplacementRefusal::PlacesLeft)
        } else {
            None
        }
    }
}

/// Why a step of a replacement is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplacementRefusal {
    /// The old key is marked as deactivated or replaced already.
    OldRetired,
    /// The new key is the old one.
    SameKey,
    /// The new key belongs to another environment.
    OtherEnvironment,
    /// The new key is marked as deactivated or replaced.
    NewRetired,
    /// There is no new key.
    NoNewKey,
    /// Nova Post has not accepted the new key since it was chosen.
    NotChecked,
    /// Some places do not have the new key yet, and the person has not said that this is fine.
    PlacesLeft,
}
