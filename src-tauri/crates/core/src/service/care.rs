//! What the service puts right by itself, beside what the person does: a key that the keychain did not
//! take is saved once it does, what a crash left is finished, and keychain and store are compared.
//! Nothing here makes the system ask for a password.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{Mutex, Notify};

use super::Service;
use super::held::Stage;
use crate::keychain::Keychain;
use crate::model::{KeychainTrouble, no_progress};

/// When the service has to look, and whether there is something to tell.
#[derive(Debug, Default)]
pub(super) struct Care {
    signal: Arc<Signal>,
    news: AtomicBool,
    ended: AtomicBool,
    /// Whoever waits for the keychain on behalf of care waits for this as well.
    ending: Notify,
    /// Held while care is taken.
    taking: Mutex<()>,
}

#[derive(Debug)]
struct Signal {
    due: Notify,
    /// A key is not safe before the keychain answers.
    waiting: AtomicBool,
}

impl Default for Signal {
    /// Due at once: a start may follow a crash.
    fn default() -> Self {
        let due = Notify::new();
        due.notify_one();
        Self { due, waiting: AtomicBool::new(false) }
    }
}

/// Rings when it is time for [`Service::take_care`]. It may be kept longer than the service.
#[derive(Clone, Debug)]
pub struct Bell {
    signal: Arc<Signal>,
    keychain: Keychain,
    again_after: Duration,
}

impl Bell {
    /// Waits until it makes sense to take care: at first at once, then when the keychain has
    /// answered, late or not, when a page asks for keys, and again and again while a key is not safe.
    pub async fn rings(&self) {
        let Signal { due, waiting } = &*self.signal;
        tokio::select! {
            () = due.notified() => {}
            () = self.keychain.wait_for_late_answer() => {}
            () = tokio::time::sleep(self.again_after), if waiting.load(Ordering::Relaxed) => {}
        }
    }
}

impl Care {
    fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }
}

impl Service {
    /// What rings when care is due.
    #[must_use]
    pub fn bell(&self) -> Bell {
        let (signal, keychain) = (Arc::clone(&self.care.signal), self.keychain.clone());
        let again_after = keychain.timeouts().retry_after;
        Bell { signal, keychain, again_after }
    }

    /// Puts right what can be put right without the person. True: the pages have something else to
    /// show than before.
    pub async fn take_care(&self) -> bool {
        let _one_at_a_time = self.care.taking.lock().await;
        if self.care.has_ended() {
            return false;
        }
        self.recovery.try_again();
        // What fails here fails in the page as well, which says so.
        let _ = self.recover().await;
        self.save_stuck_keys().await;
        let _ = self.compare_keychain_and_register().await;
        let urgent = self.recovery.waits() || !self.stuck_keys().is_empty();
        self.care.signal.waiting.store(urgent, Ordering::Relaxed);
        self.care.news.swap(false, Ordering::Relaxed)
    }

    /// No care is taken any more when this returns: the service is about to be cleared away. A keychain
    /// that doesn't answer is not waited for.
    pub async fn end_care(&self) {
        self.care.ended.store(true, Ordering::Relaxed);
        self.care.ending.notify_waiters();
        drop(self.care.taking.lock().await);
    }

    /// What care asks of the keychain; `Slow` once care is ended. Only ever something that may be
    /// left in the middle: the keychain's one thread does nothing else before it.
    pub(super) async fn unless_ended<T>(
        &self,
        asked: impl Future<Output = Result<T, KeychainTrouble>>,
    ) -> Result<T, KeychainTrouble> {
        let ending = self.care.ending.notified();
        if self.care.has_ended() {
            return Err(KeychainTrouble::Slow);
        }
        tokio::select! {
            answer = asked => answer,
            () = ending => Err(KeychainTrouble::Slow),
        }
    }

    pub(super) fn care_is_due(&self) {
        self.care.signal.due.notify_one();
    }

    /// The pages have something else to show; told when care is taken next.
    pub(super) fn there_is_news(&self) {
        self.care.news.store(true, Ordering::Relaxed);
        self.care_is_due();
    }

    /// Whether something can't be finished before the keychain answers.
    pub(super) fn waits_for_keychain(&self) -> bool {
        self.recovery.waits() || self.comparison_is_due() || !self.stuck_keys().is_empty()
    }

    async fn save_stuck_keys(&self) {
        let keychain = self.keychain.non_interactive();
        for held in self.stuck_keys() {
            let id = &held.row.id;
            if held.stage != Stage::Unrecorded {
                match self.unless_ended(keychain.save(id, &held.key, &no_progress())).await {
                    Ok(()) => self.reached(id, Stage::Unrecorded),
                    Err(KeychainTrouble::Refused) => continue,
                    Err(_) => return,
                }
            }
            if self.record(id).await.is_ok() {
                tracing::info!("a key that was only in memory is safe");
            }
        }
    }
}
