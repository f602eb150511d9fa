//! What the app repairs by itself: a key that the keychain did not take is saved once the keychain
//! takes it, a request that a crash interrupted is finished, and keychain and store are compared.
//! A run uses the keychain without interaction, so the system never asks for a password because of it.
//!
//! There is one [`State`] behind one lock, which is never held across an `await`. Use cases record
//! facts in it and [`Reconciler::notify`] with a [`Trigger`]. A trigger decides whether a run is
//! needed; every run does the same. The app waits with [`Wakeup::wait`] and calls
//! [`Reconciler::run`]; one run happens at a time.
//!
//! | trigger | sent when | a run follows |
//! |---|---|---|
//! | `Started` | the service was made: the last start may have ended in a crash | always |
//! | `KeychainResponded` | the keychain has answered a request of the person | if something waits for the keychain |
//! | `KeychainRespondedLate` | the keychain has answered after its caller gave up | always |
//! | `KeysShown` | a page asks for the keys | if something waits for the keychain |
//! | `KeyUnsaved` | saving a key failed, or unsaved keys came from the service before | always |
//! | `KeyChanged` | a key was recorded, the keychain has no entry for a key any more, or the list was restored or is damaged | always, and the pages are told |
//! | `ComparisonOvertaken` | a key came or went during a comparison | always |
//! | `Timer` | `retry_after` has passed | while a key is unsaved or an attempt is blocked |
//!
//! Something waits for the keychain while a key is unsaved, an attempt is blocked, or keychain and
//! store have not been compared.
//!
//! | state | values | changes |
//! |---|---|---|
//! | an unsaved key | `Saving`: a use case saves it | → `NotInKeychain` or `NotRecorded` if that fails; removed once it is recorded |
//! | | `NotInKeychain`: the keychain did not take it | each run, or the person, saves it again |
//! | | `NotRecorded`: the keychain has it, the store failed | each run, or the person, records it again |
//! | attempts of the last start | `Due`: not looked at | → `Done`, or → `Blocked` if the keychain could not be read within two seconds |
//! | | `Blocked` | each run looks again |
//! | | `Done` | stays |
//! | comparison | not compared | each run compares → compared, unless the generation has grown meanwhile |
//! | | compared | stays; a key that turns out to be lost later is noted when it is opened |
//!
//! A run: 1. finish blocked or due attempts; 2. save unsaved keys; 3. compare keychain and store if
//! that is still due; 4. return whether the pages have something new to show.
//!
//! An unsaved key is never dropped while the app runs. When a service ends, its unsaved keys go to
//! the next one ([`UnsavedKeys`]).

mod attempts;
mod compare;
mod state;
mod unsaved;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::Notify;

use super::deps::{Deps, KeyChangeLock, LazyStore};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{KeyId, KeychainTrouble};

pub(super) use state::{Stage, State, UnlistedKey, UnsavedKey};
pub use unsaved::UnsavedKeys;

/// Why a run may be needed. The table in the module's documentation says when each is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    Started,
    KeychainResponded,
    KeychainRespondedLate,
    KeysShown,
    KeyUnsaved,
    KeyChanged,
    ComparisonOvertaken,
    Timer,
}

/// Finishes what a crash or the keychain has interrupted, and keeps the unsaved keys.
pub struct Reconciler {
    state: Mutex<State>,
    store: Arc<LazyStore>,
    keychain: Keychain,
    clock: Arc<dyn Clock>,
    key_change: Arc<KeyChangeLock>,
    wake: Arc<Notify>,
    shutting_down: Notify,
    /// Held during a run.
    running: tokio::sync::Mutex<()>,
    /// Held while attempts are looked at, by a run or by a page.
    checking_attempts: tokio::sync::Mutex<()>,
}

/// Waits until a run is needed. Keeps nothing of the service alive.
#[derive(Clone)]
pub struct Wakeup {
    wake: Arc<Notify>,
    keychain: Keychain,
    retry_after: Duration,
    reconciler: Weak<Reconciler>,
}

impl Wakeup {
    /// Returns when [`Reconciler::run`] should be called. The first call returns at once.
    pub async fn wait(&self) {
        let retries = self.reconciler.upgrade().is_some_and(|it| it.state().needs_retry());
        let trigger = tokio::select! {
            () = self.wake.notified() => return,
            () = self.keychain.wait_for_late_answer() => Trigger::KeychainRespondedLate,
            () = tokio::time::sleep(self.retry_after), if retries => Trigger::Timer,
        };
        tracing::debug!(?trigger, "reconciling");
    }
}

impl Reconciler {
    pub(super) fn new(deps: &Deps) -> Self {
        let reconciler = Self {
            state: Mutex::default(),
            store: Arc::clone(&deps.store),
            keychain: deps.keychain.clone(),
            clock: Arc::clone(&deps.clock),
            key_change: Arc::clone(&deps.key_change),
            wake: Arc::default(),
            shutting_down: Notify::new(),
            running: tokio::sync::Mutex::default(),
            checking_attempts: tokio::sync::Mutex::default(),
        };
        reconciler.notify(Trigger::Started);
        reconciler
    }

    /// What to wait with for the next run.
    #[must_use]
    pub fn wakeup(self: &Arc<Self>) -> Wakeup {
        Wakeup {
            wake: Arc::clone(&self.wake),
            keychain: self.keychain.clone(),
            retry_after: self.keychain.timeouts().retry_after,
            reconciler: Arc::downgrade(self),
        }
    }

    /// Repairs what can be repaired without the person. Returns whether the pages have something new
    /// to show. Does nothing after [`Reconciler::shut_down`].
    pub async fn run(&self) -> bool {
        let _one_run_at_a_time = self.running.lock().await;
        if self.state().is_shut_down {
            return false;
        }
        // A page that shows the keys meets the same failures and shows them.
        if let Err(failure) = self.finish_blocked_attempts().await {
            tracing::warn!(?failure, "interrupted requests can't be finished yet");
        }
        self.save_unsaved_keys().await;
        if let Err(failure) = self.compare().await {
            tracing::warn!(?failure, "keychain and store can't be compared yet");
        }
        self.state().take_pages_outdated()
    }

    /// Ends the run that is under way and allows no other. Does not wait for a keychain that does
    /// not answer.
    pub async fn shut_down(&self) {
        self.state().is_shut_down = true;
        self.shutting_down.notify_waiters();
        drop(self.running.lock().await);
    }

    /// Says that something has happened. Wakes [`Wakeup::wait`] if a run is needed.
    pub(super) fn notify(&self, trigger: Trigger) {
        let is_run_needed = self.state().on(trigger);
        tracing::debug!(?trigger, is_run_needed, "reconciler notified");
        if is_run_needed {
            self.wake.notify_one();
        }
    }

    /// The state. Its lock must not be held across an `await`.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the keychain on behalf of a run; `Slow` once the reconciler is shut down. Only for
    /// requests that may be left unanswered: the keychain's thread still finishes them first.
    async fn unless_shut_down<T>(
        &self,
        request: impl Future<Output = Result<T, KeychainTrouble>>,
    ) -> Result<T, KeychainTrouble> {
        let shutting_down = self.shutting_down.notified();
        if self.state().is_shut_down {
            return Err(KeychainTrouble::Slow);
        }
        tokio::select! {
            answer = request => answer,
            () = shutting_down => Err(KeychainTrouble::Slow),
        }
    }

    /// Notes that the keychain has no entry for this key of the store.
    pub(super) fn note_lost(&self, id: &KeyId) {
        if self.state().note_lost(id) {
            self.notify(Trigger::KeyChanged);
        }
    }

    /// Notes that another program has removed the entry of an unlisted key.
    pub(super) fn note_removed_elsewhere(&self, id: &KeyId) {
        self.state().note_no_mismatch(id);
        self.notify(Trigger::KeyChanged);
    }

    /// A backup was restored. Keys that came after it are in the keychain and not in the list.
    pub(super) fn note_other_list(&self) {
        self.state().note_other_list();
        self.notify(Trigger::KeyChanged);
    }

    /// The store has turned out to be damaged, which the pages show.
    pub(super) fn note_damaged(&self) {
        self.notify(Trigger::KeyChanged);
    }

    /// Notes that the person has removed this key from the keychain or from the store.
    pub(super) fn note_removed(&self, id: &KeyId) {
        self.state().note_no_mismatch(id);
        self.notify(Trigger::KeychainResponded);
    }
}
