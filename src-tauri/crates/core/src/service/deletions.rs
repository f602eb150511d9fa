//! The keys that the person has deleted and can still get back. They are in memory only: if the app ends before
//! a deletion is finished, the key is in the list again at the next start.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::model::KeyId;

/// The deletions that are not finished.
#[derive(Default)]
pub(super) struct Deletions(Mutex<HashMap<KeyId, Instant>>);

impl Deletions {
    /// Hides a key for this time. If nobody finishes the deletion by then, the key is shown again: a page that
    /// has crashed can't.
    pub(super) fn begin(&self, id: &KeyId, hidden_for: Duration) {
        self.pending().insert(id.clone(), Instant::now() + hidden_for);
    }

    /// Shows a key again. Returns `false` if it was not hidden.
    pub(super) fn end(&self, id: &KeyId) -> bool {
        self.pending().remove(id).is_some()
    }

    pub(super) fn is_pending(&self, id: &KeyId) -> bool {
        self.pending().contains_key(id)
    }

    /// The hidden keys.
    pub(super) fn all(&self) -> Vec<KeyId> {
        self.pending().keys().cloned().collect()
    }

    fn pending(&self) -> MutexGuard<'_, HashMap<KeyId, Instant>> {
        let mut pending = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        pending.retain(|_, until| *until > now);
        pending
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_shown_again_if_nobody_finishes_its_deletion() {
        let deletions = Deletions::default();
        let (id, other) = (KeyId::random(), KeyId::random());
        deletions.begin(&id, Duration::ZERO);
        deletions.begin(&other, Duration::from_hours(1));
        assert!(!deletions.is_pending(&id));
        assert_eq!(deletions.all(), std::slice::from_ref(&other));
        assert!(deletions.end(&other));
        assert!(!deletions.end(&other));
    }
}
