//! Finishes requests for a test key that a crash has interrupted: a key that has reached the
//! keychain but not the store is recorded. The Home page shows what can't be finished
//! (`ToDo::Unfinished`).

use std::time::Duration;

use super::state::AttemptsCheck;
use super::{Reconciler, Trigger};
use crate::model::{ApiEnvironment, Failure, KeyRecord, KeyStatus, KeychainTrouble, no_progress};
use crate::store::{Answer, Attempt};

/// How long one attempt waits for the keychain. A page waits as long before it shows the keys.
const KEYCHAIN_TIMEOUT: Duration = Duration::from_secs(2);

impl Reconciler {
    /// Finishes the attempts that are due, before the keys are first shown. Until that has
    /// succeeded, they look like any other request that did not finish. A second caller waits for
    /// what the first one finds.
    pub(in crate::service) async fn finish_due_attempts(&self) -> Result<(), Failure> {
        let _one_at_a_time = self.checking_attempts.lock().await;
        // The open attempt may be the request that is under way.
        let Ok(_no_key_arrives) = self.key_change.try_lock() else { return Ok(()) };
        if self.state().attempts != AttemptsCheck::Due {
            return Ok(());
        }
        let is_keychain_available = self.finish_attempts().await?;
        let next = if is_keychain_available { AttemptsCheck::Done } else { AttemptsCheck::Blocked };
        self.state().attempts = next;
        Ok(())
    }

    /// As [`Self::finish_due_attempts`], also for those that wait for the keychain.
    pub(super) async fn finish_blocked_attempts(&self) -> Result<(), Failure> {
        self.state().unblock_attempts();
        self.finish_due_attempts().await
    }

    /// Records each key that the keychain has. Returns `false` if the keychain could not be read.
    async fn finish_attempts(&self) -> Result<bool, Failure> {
        let store = self.store.get().await?;
        for attempt in store.answered_attempts().await? {
            if self.state().is_unsaved(&attempt.key) {
                continue;
            }
            match self.is_in_keychain(&attempt).await {
                Ok(true) => {
                    if let Some(record) = record_of(&attempt) {
                        store.record(record, Some(attempt.id), self.clock.now()).await?;
                        self.state().note_no_mismatch(&attempt.key);
                        self.notify(Trigger::KeyChanged);
                        tracing::info!("a key of an interrupted request is recorded");
                    }
                }
                Ok(false) => {}
                Err(_) => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Whether the keychain holds the key that Nova Post's answer described.
    async fn is_in_keychain(&self, attempt: &Attempt) -> Result<bool, KeychainTrouble> {
        let (keychain, progress) = (self.keychain.non_interactive(), no_progress());
        let reading = self.unless_shut_down(keychain.read(&attempt.key, &progress));
        let key = tokio::time::timeout(KEYCHAIN_TIMEOUT, reading)
            .await
            .unwrap_or(Err(KeychainTrouble::Slow))?;
        let expected = attempt.answer.as_ref().map(|answer| answer.last_four.as_str());
        Ok(key.is_some_and(|key| Some(key.last_four()) == expected))
    }
}

fn record_of(attempt: &Attempt) -> Option<KeyRecord> {
    let Answer { created_at, valid_until, last_four, active } = attempt.answer.clone()?;
    let id = attempt.key.clone();
    Some(KeyRecord {
        digits: Some(attempt.digits.clone()),
        phone: Some(attempt.phone.clone()),
        created_at: Some(created_at),
        valid_until: Some(valid_until),
        status: if active { KeyStatus::Active } else { KeyStatus::Expired },
        ..KeyRecord::new(id, ApiEnvironment::Sandbox, last_four, attempt.started_at)
    })
}
