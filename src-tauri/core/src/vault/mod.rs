//! The keychain of the operating system, behind one thread with deadlines.
//!
//! One thread, because parallel Secret Service sessions have crashed gnome-keyring and a locked
//! one blocks for as long as its password is asked for. Callers wait without blocking; after
//! three seconds they are told that the keychain is slow, and the request goes on.

mod keeper;
mod system;

use std::sync::{Arc, LazyLock, mpsc};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::desk::{KeyId, Progress, Step};
use crate::failure::KeychainTrouble;
use crate::secret::ApiKey;

use keeper::{Request, Work};

/// Opens a credential store; called again when its connection was lost.
pub type OpenStore =
    Box<dyn FnMut() -> keyring_core::Result<Arc<keyring_core::CredentialStore>> + Send>;

/// How long a keychain may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until the window is told that the keychain is slow.
    pub slow_after: Duration,
    /// Until the caller is let go; the request itself goes on, for a person may be typing.
    pub give_up_after: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { slow_after: Duration::from_secs(3), give_up_after: Duration::from_mins(2) }
    }
}

/// The secrets of one mode.
#[derive(Debug)]
pub struct Vault {
    service: String,
    requests: mpsc::Sender<Request>,
    patience: Patience,
}

/// One thread for the keychain of this computer, whatever vaults are on it. It lives as long as
/// the app.
static THIS_COMPUTER: LazyLock<mpsc::Sender<Request>> =
    LazyLock::new(|| keeper::start(Box::new(system::open)));

impl Vault {
    /// The keychain of this computer. Secrets are filed under `service`, one for each mode.
    #[must_use]
    pub fn of_this_computer(service: &str) -> Self {
        Self {
            service: service.to_owned(),
            requests: THIS_COMPUTER.clone(),
            patience: Patience::default(),
        }
    }

    /// A given store, with a thread of its own that ends with this: for tests.
    #[must_use]
    pub fn with_store(service: &str, open: OpenStore, patience: Patience) -> Self {
        Self { service: service.to_owned(), requests: keeper::start(open), patience }
    }

    /// Writes a key, reads it back and compares: it is safe, or this fails.
    pub async fn save(
        &self,
        id: &KeyId,
        key: &ApiKey,
        progress: &Progress,
    ) -> Result<(), KeychainTrouble> {
        progress(Step::SavingInKeychain);
        self.ask(id, |reply| Work::Write(key.clone(), reply), progress).await?;
        progress(Step::ReadingBack);
        match self.ask(id, Work::Read, progress).await? {
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
        self.ask(id, Work::Read, progress).await
    }

    /// Removes a key. Removing what is not there succeeds.
    pub async fn delete(&self, id: &KeyId, progress: &Progress) -> Result<(), KeychainTrouble> {
        self.ask(id, Work::Delete, progress).await
    }

    async fn ask<T>(
        &self,
        id: &KeyId,
        work: impl FnOnce(keeper::Reply<T>) -> Work,
        progress: &Progress,
    ) -> Result<T, KeychainTrouble> {
        let (reply, mut answer) = oneshot::channel();
        let request = Request {
            service: self.service.clone(),
            account: id.as_str().to_owned(),
            work: work(reply),
        };
        self.requests.send(request).map_err(|_| KeychainTrouble::Missing)?;

        let Patience { slow_after, give_up_after } = self.patience;
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
