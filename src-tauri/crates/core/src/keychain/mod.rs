//! The keychain of the operating system, behind one worker thread with timeouts.
//!
//! There is one thread because parallel Secret Service sessions have crashed gnome-keyring, and
//! because a call to a locked keychain blocks until its password prompt ends. Callers wait without
//! blocking a thread. After three seconds they are told that the keychain is slow, and the request
//! goes on.

mod errors;
mod platform;
mod worker;

use std::any::Any;
use std::sync::{Arc, LazyLock, mpsc};
use std::time::Duration;

use tokio::sync::{Notify, oneshot};
use tokio::time::timeout;

use crate::model::{KeyId, KeychainTrouble, Progress, Step};
use crate::secret::ApiKey;

use worker::{Operation, Request};

/// Opens the credential store for the worker thread.
pub trait Access: Send {
    /// Opens the credential store. The worker calls it again after a lost connection.
    fn open(&mut self) -> keyring_core::Result<Arc<keyring_core::CredentialStore>>;

    /// Why the entries of `service` can't be used without a password prompt of the system, or
    /// `None` if they can be used. Must not show a prompt itself.
    fn unavailable_without_prompt(&mut self, service: &str) -> Option<KeychainTrouble>;

    /// Has the system create its default keychain, where it has none yet. The system asks the person for
    /// a new password. Returns whether there is one now.
    fn create_default(&mut self) -> bool {
        false
    }

    /// Forbids the system to show a prompt until the result is dropped, where it can be forbidden. An
    /// operation that needs one fails then.
    fn forbid_prompts(&mut self) -> Option<Box<dyn Any>> {
        None
    }

    /// The attribute that every entry must have, with its value, where the store's default does not
    /// suit. Entries that were written with another value are written again.
    fn attribute(&self) -> Option<Attribute> {
        None
    }
}

/// An attribute of an entry: its name and its value.
pub type Attribute = (&'static str, &'static str);

/// A store that never shows a password prompt.
impl<F> Access for F
where
    F: FnMut() -> keyring_core::Result<Arc<keyring_core::CredentialStore>> + Send,
{
    fn open(&mut self) -> keyring_core::Result<Arc<keyring_core::CredentialStore>> {
        self()
    }

    fn unavailable_without_prompt(&mut self, _service: &str) -> Option<KeychainTrouble> {
        None
    }
}

/// How long a keychain operation may take.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// After this time the caller's [`Progress`] gets [`Step::KeychainSlow`].
    pub slow_after: Duration,
    /// After this time the caller gets [`KeychainTrouble::Slow`]. The operation itself goes on,
    /// because a person may still be typing the password.
    pub give_up_after: Duration,
    /// The pause before the service tries again to save a key that the keychain did not take.
    pub retry_after: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            slow_after: Duration::from_secs(3),
            give_up_after: Duration::from_mins(2),
            retry_after: Duration::from_secs(10),
        }
    }
}

/// The keychain entries of one mode. Clones share the worker thread.
#[derive(Clone, Debug)]
pub struct Keychain {
    service: String,
    requests: mpsc::Sender<Request>,
    timeouts: Timeouts,
    interactive: bool,
    late: Arc<Notify>,
}

/// The worker thread for this computer's keychain. All modes share it, and it lives as long as the
/// process.
static THIS_COMPUTER: LazyLock<mpsc::Sender<Request>> =
    LazyLock::new(|| worker::start(Box::new(platform::ThisComputer)));

impl Keychain {
    /// The keychain of this computer. Its entries have the given service name; each mode uses
    /// another one.
    #[must_use]
    pub fn of_this_computer(service: &str) -> Self {
        Self::new(service, THIS_COMPUTER.clone(), Timeouts::default())
    }

    /// A keychain on the given store, for tests. Its worker thread ends when the last clone is
    /// dropped.
    #[must_use]
    pub fn with_store(service: &str, access: impl Access + 'static, timeouts: Timeouts) -> Self {
        Self::new(service, worker::start(Box::new(access)), timeouts)
    }

    fn new(service: &str, requests: mpsc::Sender<Request>, timeouts: Timeouts) -> Self {
        let (service, late) = (service.to_owned(), Arc::default());
        Self { service, requests, timeouts, interactive: true, late }
    }

    /// The same entries, for background work that the person did not ask for. Where the system
    /// would show a password prompt, operations fail with what
    /// [`Access::unavailable_without_prompt`] returns.
    #[must_use]
    pub fn non_interactive(&self) -> Self {
        Self { interactive: false, ..self.clone() }
    }

    /// The timeouts of this keychain's operations.
    #[must_use]
    pub fn timeouts(&self) -> Timeouts {
        self.timeouts
    }

    /// Waits until an operation succeeds whose caller had already given up.
    pub async fn wait_for_late_answer(&self) {
        self.late.notified().await;
    }

    /// Writes a key, reads it back and compares the two. Fails with [`KeychainTrouble::Refused`] if
    /// they differ.
    pub async fn save(
        &self,
        id: &KeyId,
        key: &ApiKey,
        progress: &Progress,
    ) -> Result<(), KeychainTrouble> {
        progress(Step::SavingInKeychain);
        let account = id.as_str().to_owned();
        self.request(|reply| Operation::Write(account, key.clone(), reply), progress).await?;
        progress(Step::ReadingBack);
        match self.read(id, progress).await? {
            Some(read) if read.same_as(key) => Ok(()),
            _ => Err(KeychainTrouble::Refused),
        }
    }

    /// Reads a key. Returns `None` if there is no such entry.
    pub async fn read(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<Option<ApiKey>, KeychainTrouble> {
        let account = id.as_str().to_owned();
        self.request(|reply| Operation::Read(account, reply), progress).await
    }

    /// Deletes a key. Succeeds if there is no such entry.
    pub async fn delete(&self, id: &KeyId, progress: &Progress) -> Result<(), KeychainTrouble> {
        let account = id.as_str().to_owned();
        self.request(|reply| Operation::Delete(account, reply), progress).await
    }

    /// The ids of all keys in the keychain. Returns `None` if the store can't search; the stores of
    /// all supported systems can.
    pub async fn names(&self, progress: &Progress) -> Result<Option<Vec<KeyId>>, KeychainTrouble> {
        let names = self.request(Operation::Names, progress).await?;
        Ok(names.map(|names| names.into_iter().map(KeyId::from_stored).collect()))
    }

    async fn request<T>(
        &self,
        operation: impl FnOnce(worker::Reply<T>) -> Operation,
        progress: &Progress,
    ) -> Result<T, KeychainTrouble> {
        let (reply, mut answer) = oneshot::channel();
        let request = Request {
            service: self.service.clone(),
            interactive: self.interactive,
            late: Arc::clone(&self.late),
            operation: operation(reply),
        };
        self.requests.send(request).map_err(|_| worker_is_gone())?;

        let Timeouts { slow_after, give_up_after, .. } = self.timeouts;
        let answered = if let Ok(answered) = timeout(slow_after, &mut answer).await {
            answered
        } else {
            progress(Step::KeychainSlow);
            let rest = give_up_after.saturating_sub(slow_after);
            timeout(rest, answer).await.map_err(|_| KeychainTrouble::Slow)?
        };
        answered.unwrap_or_else(|_| Err(worker_is_gone()))
    }
}

/// The worker thread was never started, so no keychain can be reached.
fn worker_is_gone() -> KeychainTrouble {
    tracing::error!("the keychain's worker thread does not run");
    KeychainTrouble::Missing
}
