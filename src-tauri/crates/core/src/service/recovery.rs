//! What a start after a crash finishes by itself: a key that reached the keychain and not the
//! store. What it can't finish, the Home page tells of (`ToDo::Unfinished`).

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use super::Service;
use crate::model::{ApiEnvironment, Failure, KeyRecord, KeyStatus, KeychainTrouble, no_progress};
use crate::store::{Answer, Attempt};

/// How long the first look at the store may wait for the keychain.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether a start has already looked for keys that were under way.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    state: AtomicU8,
    /// Whoever comes second waits for what the first one finds.
    looking: tokio::sync::Mutex<()>,
}

impl Recovery {
    const DUE: u8 = 0;
    const DONE: u8 = 1;
    /// The keychain was in the way: due again once it is known to answer.
    const WAITING: u8 = 2;

    /// What waits for the keychain is due.
    pub(super) fn try_again(&self) {
        let order = Ordering::Relaxed;
        // Nothing to do where nothing waits.
        let _ = self.state.compare_exchange(Self::WAITING, Self::DUE, order, order);
    }

    /// Whether the keychain is in the way.
    pub(super) fn waits(&self) -> bool {
        self.state.load(Ordering::Relaxed) == Self::WAITING
    }
}

impl Service {
    /// Done once, before the store is first shown. Until it has succeeded, what was under way
    /// is told of like any other request that did not finish.
    pub(super) async fn recover(&self) -> Result<(), Failure> {
        let _one_after_the_other = self.recovery.looking.lock().await;
        let Ok(_nothing_under_way) = self.arriving.try_lock() else { return Ok(()) };
        if self.recovery.state.swap(Recovery::DONE, Ordering::Relaxed) != Recovery::DUE {
            return Ok(());
        }
        let looked = self.finish_answered_attempts().await;
        let next = match looked {
            Ok(true) => Recovery::DONE,
            Ok(false) => Recovery::WAITING,
            Err(_) => Recovery::DUE,
        };
        self.recovery.state.store(next, Ordering::Relaxed);
        looked.map(drop)
    }

    /// The keychain has just done something: what waited for it is due.
    pub(super) fn keychain_answers(&self) {
        if self.waits_for_keychain() {
            self.recovery.try_again();
            self.care_is_due();
        }
    }

    /// Records each key that the keychain has. False: the keychain was in the way.
    async fn finish_answered_attempts(&self) -> Result<bool, Failure> {
        let store = self.store().await?;
        for attempt in store.answered_attempts().await? {
            if self.held_key(&attempt.key).is_some() {
                continue;
            }
            match self.in_keychain(&attempt).await {
                Ok(true) => {
                    if let Some(row) = row_of(&attempt) {
                        store.record(row).await?;
                        self.there_is_news();
                        tracing::info!("a key that was under way is recorded");
                    }
                }
                Ok(false) => {}
                Err(_) => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Whether the keychain holds the very key that the answer spoke of.
    async fn in_keychain(&self, attempt: &Attempt) -> Result<bool, KeychainTrouble> {
        let (keychain, progress) = (self.keychain.non_interactive(), no_progress());
        let reading = self.unless_ended(keychain.read(&attempt.key, &progress));
        let key =
            tokio::time::timeout(PATIENCE, reading).await.unwrap_or(Err(KeychainTrouble::Slow))?;
        let told = attempt.answer.as_ref().map(|answer| answer.last_four.as_str());
        Ok(key.is_some_and(|key| Some(key.last_four()) == told))
    }
}

fn row_of(attempt: &Attempt) -> Option<KeyRecord> {
    let Answer { created_at, valid_until, last_four, active } = attempt.answer.clone()?;
    Some(KeyRecord {
        id: attempt.key.clone(),
        name: String::new(),
        environment: ApiEnvironment::Sandbox,
        last_four,
        digits: Some(attempt.digits.clone()),
        phone: Some(attempt.phone.clone()),
        created_at: Some(created_at),
        valid_until: Some(valid_until),
        status: if active { KeyStatus::Active } else { KeyStatus::Expired },
        last_proven_at: None,
        added_at: attempt.started_at,
        organizations: Vec::new(),
    })
}
