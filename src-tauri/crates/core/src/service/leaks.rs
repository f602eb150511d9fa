//! A key that others may have seen: what happened, and which steps were taken. The window has the steps, the store
//! keeps which of them are done, so the case survives a restart at any moment.

use std::sync::Arc;

use super::deletions::Deletions;
use super::deps::{Deps, LazyStore};
use crate::clock::Clock;
use crate::model::{Failure, KeyId, Leak, LeakCause, LeakId};

/// The greatest length of the id of a step.
const LONGEST_STEP: usize = 40;

/// Keeps the cases of keys that others may have seen.
pub struct Leaks {
    store: Arc<LazyStore>,
    clock: Arc<dyn Clock>,
    deletions: Arc<Deletions>,
}

impl Leaks {
    pub(super) fn new(deps: &Deps) -> Self {
        Self {
            store: Arc::clone(&deps.store),
            clock: Arc::clone(&deps.clock),
            deletions: Arc::clone(&deps.deletions),
        }
    }

    /// The cases of a key, the newest first. At most one of them is open.
    pub async fn of(&self, key: &KeyId) -> Result<Vec<Leak>, Failure> {
        self.store.get().await?.leaks(key).await
    }

    /// Opens a case for a key. If one is open, notes this cause in it.
    ///
    /// Fails with `not_found` if the key is not recorded.
    pub async fn report(&self, key: &KeyId, cause: LeakCause) -> Result<Leak, Failure> {
        if self.deletions.is_pending(key) {
            return Err(Failure::NotFound);
        }
        let store = self.store.get().await?;
        store.report_leak(key, cause, self.clock.now()).await?.ok_or(Failure::NotFound)
    }

    /// Marks a step of a case as done or not done.
    ///
    /// Fails with `not_found` if there is no such case, or it is closed, and with `internal` if this is no id of a step.
    pub async fn set_step(&self, id: LeakId, step: &str, is_done: bool) -> Result<Leak, Failure> {
        if !is_step(step) {
            return Err(Failure::internal("leak_step", &"not an id of a step"));
        }
        let store = self.store.get().await?;
        store.set_leak_step(id, step, is_done).await?.ok_or(Failure::NotFound)
    }

    /// Closes a case. Some steps may be left. Does nothing to one that is closed.
    ///
    /// Fails with `not_found` if there is no such case.
    pub async fn close(&self, id: LeakId) -> Result<Leak, Failure> {
        let store = self.store.get().await?;
        store.close_leak(id, self.clock.now()).await?.ok_or(Failure::NotFound)
    }
}

/// Whether a text can be the id of a step: only such short names reach the store.
fn is_step(text: &str) -> bool {
    (1..=LONGEST_STEP).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_short_names_are_ids_of_steps() {
        for step in ["tell", "take_back"] {
            assert!(is_step(step), "{step}");
        }
        let long = "a".repeat(LONGEST_STEP + 1);
        for text in ["", "Tell", "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2", "two words", &long] {
            assert!(!is_step(text), "{text}");
        }
    }
}
