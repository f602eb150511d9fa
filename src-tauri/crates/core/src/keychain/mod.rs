//! The keychain of the operating system, behind one thread with deadlines.
//!
//! One thread, because parallel Secret Service sessions have crashed gnome-keyring and a locked
//! one blocks for as long as its password is asked for. Callers wait without blocking; after
//! three seconds they are told that the keychain is slow, and the request goes on.

mod platform;
mod worker;

use std::sync::{Arc, LazyLock, mpsc};
use std::time::Duration;

use tokio::sync::{Notify, oneshot};
use tokio::time::timeout;

use crate::model::{KeyId, KeychainTrouble, Progress, Step};
use crate::secret::ApiKey;

use worker::{Request, Work};

/// How the keychain gets at a keychain.
pub trait Access: Send {
    /// Opens the credential store; called again when its connection was lost.
    fn open(&mut self) -> keyring_core::Result<Arc<keyring_core::CredentialStore>>;

    /// Why what is filed under `service` can't be used without the system asking the person for a
    /// password; none: it can. Finding out asks nothing of the person.
    fn in_the_way(&mut self, service: &str) -> Option<KeychainTrouble>;
}

/// A store that never asks anybody for a password.
impl<F> Access for F
where
    F: FnMut() -> keyring_core::Result<Arc<keyring_core::CredentialStore>> + Send,
{
    fn open(&mut self) -> keyring_core::Result<Arc<keyring_core::CredentialStore>> {
        self()
    }

    fn in_the_way(&mut self, _service: &str) -> Option<KeychainTrouble> {
        None
    }
}

/// How long a keychain may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until the window is told that the keychain is slow.
    pub slow_after: Duration,
    /// Until the caller is let go; the request itself goes on, for a person may be typing.
    pub give_up_after: Duration,
    /// Until it is tried again whether it takes what it did not take.
    pub again_after: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            slow_after: Duration::from_secs(3),
            give_up_after: Duration::from_mins(2),
            again_after: Duration::from_secs(10),
        }
    }
}

/// The secrets of one mode.
#[derive(Clone, Debug)]
pub struct Keychain {
    service: String,
    requests: mpsc::Sender<Request>,
    patience: Patience,
    quiet: bool,
    late: Arc<Notify>,
}

/// One thread for the keychain of this computer, whatever vaults are on it. It lives as long as
/// the app.
static THIS_COMPUTER: LazyLock<mpsc::Sender<Request>> =
    LazyLock::new(|| worker::start(Box::new(platform::ThisComputer)));

impl Keychain {
    /// The keychain of this computer. Secrets are filed under `service`, one for each mode.
    #[must_use]
    pub fn of_this_computer(service: &str) -> Self {
        Self::new(service, THIS_COMPUTER.clone(), Patience::default())
    }

    /// A given store, with a thread of its own that ends with this: for tests.
    #[must_use]
    pub fn with_store(service: &str, access: impl Access + 'static, patience: Patience) -> Self {
        Self::new(service, worker::start(Box::new(access)), patience)
    }

    fn new(service: &str, requests: mpsc::Sender<Request>, patience: Patience) -> Self {
        let (service, late) = (service.to_owned(), Arc::default());
        Self { service, requests, patience, quiet: false, late }
    }

    /// The same secrets, for what no person has asked for: where the system would have to ask for a
    /// password, it is `Locked` or `Missing` instead.
    #[must_use]
    pub fn unasked(&self) -> Self {
        Self { quiet: true, ..self.clone() }
    }

    /// How long it may take.
    #[must_use]
    pub fn patience(&self) -> Patience {
        self.patience
    }

    /// Waits until the keychain has done something that its caller had given up on.
    pub async fn answered_late(&self) {
        self.late.notified().await;
    }

    /// Writes a key, reads it back and compares: it is safe, or this fails.
    pub async fn save(
        &self,
        id: &KeyId,
        key: &ApiKey,
        progress: &Progress,
    ) -> Result<(), KeychainTrouble> {
        progress(Step::SavingInKeychain);
        let account = id.as_str().to_owned();
        self.ask(|reply| Work::Write(account, key.clone(), reply), progress).await?;
        progress(Step::ReadingBack);
        match self.read(id, progress).await? {
            Some(read) if read.same_as(key) => Ok(()),
            _ => Err(KeychainTrouble::Refused),
        }
    }

    /// Takes a key out to use it; none: there is no such entry.
    pub async fn read(
        &self,
        id: &KeyId,
        progress: &Progress,
    ) -> Result<Option<ApiKey>, KeychainTrouble> {
        let account = id.as_str().to_owned();
        self.ask(|reply| Work::Read(account, reply), progress).await
    }

    /// Removes a key. Removing what is not there succeeds.
    pub async fn delete(&self, id: &KeyId, progress: &Progress) -> Result<(), KeychainTrouble> {
        let account = id.as_str().to_owned();
        self.ask(|reply| Work::Delete(account, reply), progress).await
    }

    /// The names of all keys that are there; none if the store can't tell (every system's can).
    pub async fn names(&self, progress: &Progress) -> Result<Option<Vec<KeyId>>, KeychainTrouble> {
        let names = self.ask(Work::Names, progress).await?;
        Ok(names.map(|names| names.into_iter().map(KeyId::from_stored).collect()))
    }

    async fn ask<T>(
        &self,
        work: impl FnOnce(worker::Reply<T>) -> Work,
        progress: &Progress,
    ) -> Result<T, KeychainTrouble> {
        let (reply, mut answer) = oneshot::channel();
        let request = Request {
            service: self.service.clone(),
            quiet: self.quiet,
            late: Arc::clone(&self.late),
            work: work(reply),
        };
        self.requests.send(request).map_err(|_| KeychainTrouble::Missing)?;

        let Patience { slow_after, give_up_after, .. } = self.patience;
        let answered = if let Ok(answered) = timeout(slow_after, &mut answer).await {
            answered
        } else {
            progress(Step::KeychainSlow);
            let rest = give_up_after.saturating_sub(slow_after);
            timeout(rest, answer).await.map_err(|_| KeychainTrouble::Slow)?
        };
        answered.unwrap_or(Err(KeychainTrouble::Missing))
    }
}
