//! A fake keychain: keyring-core's mock store, which fails as a test says.

use std::any::Any;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use keyring_core::api::{CredentialApi, CredentialStoreApi};
use keyring_core::{Credential, CredentialStore, Entry, Error, Result, mock};
use tokio::sync::Notify;

use keydesk_core::keychain::{Access, Keychain, Timeouts};
use keydesk_core::model::KeychainTrouble;

/// How the keychain behaves from now on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mood {
    /// Everything works.
    Well,
    /// There is no keychain service.
    Missing,
    /// Locked, and it stays locked.
    Locked,
    /// It refuses to write.
    Refusing,
    /// It returns something else than was saved.
    Forgetful,
    /// It was restarted: the connection is lost, and a new one works.
    Restarted,
    /// It does not answer until the mood changes.
    Silent,
    /// It takes the next key, and is missing when the key is read back.
    LeavingAfterWriting,
    /// There is no default keychain. The person types a password for a new one, or closes the prompt. Only
    /// Linux has this.
    #[cfg(target_os = "linux")]
    NoDefault { creates: bool },
    /// Every operation fails with this error.
    Failing(fn() -> Error),
    /// The system's library panics with this message, once. Then everything works.
    PanickingOnce(&'static str),
}

/// The fake, shared by a test and its keychains. It outlives a service, as the system's keychain does.
#[derive(Clone, Debug)]
pub(crate) struct FakeKeychain(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    store: Arc<mock::Store>,
    mood: Mutex<Mood>,
    changed: Condvar,
    /// Notified when a request waits for an answer.
    waited_for: Notify,
    opened: AtomicUsize,
    prompts: AtomicUsize,
}

impl FakeKeychain {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Shared {
            store: mock::Store::new().unwrap(),
            mood: Mutex::new(Mood::Well),
            changed: Condvar::new(),
            waited_for: Notify::new(),
            opened: AtomicUsize::new(0),
            prompts: AtomicUsize::new(0),
        }))
    }

    pub(crate) fn set(&self, mood: Mood) {
        *self.0.mood.lock().unwrap() = mood;
        self.0.changed.notify_all();
    }

    /// A keychain on this store, with the timeouts of the app.
    pub(crate) fn keychain(&self, service: &str) -> Keychain {
        self.keychain_with(service, Timeouts::default())
    }

    pub(crate) fn keychain_with(&self, service: &str, timeouts: Timeouts) -> Keychain {
        Keychain::with_store(service, self.clone(), timeouts)
    }

    /// Waits until a request waits for an answer.
    pub(crate) async fn is_waited_for(&self) {
        self.0.waited_for.notified().await;
    }

    /// How many connections were opened.
    pub(crate) fn opened(&self) -> usize {
        self.0.opened.load(Ordering::SeqCst)
    }

    /// How many password prompts the person would have seen.
    pub(crate) fn prompts(&self) -> usize {
        self.0.prompts.load(Ordering::SeqCst)
    }

    /// Writes an entry, as another program does.
    pub(crate) fn plant(&self, service: &str, account: &str, secret: &[u8]) {
        self.0.store.build(service, account, None).unwrap().set_secret(secret).unwrap();
    }

    /// Whether there is such an entry, whatever the mood.
    pub(crate) fn holds(&self, service: &str, account: &str) -> bool {
        self.0.store.build(service, account, None).unwrap().get_secret().is_ok()
    }

    /// Deletes an entry, as another program does.
    pub(crate) fn lose(&self, service: &str, account: &str) {
        self.0.store.build(service, account, None).unwrap().delete_credential().unwrap();
    }

    fn mood(&self) -> Mood {
        let mood = self.0.mood.lock().unwrap();
        if matches!(*mood, Mood::Silent) {
            self.0.waited_for.notify_one();
        }
        let mood = *self.0.changed.wait_while(mood, |mood| matches!(mood, Mood::Silent)).unwrap();
        if let Mood::PanickingOnce(message) = mood {
            self.set(Mood::Well);
            panic!("{message}");
        }
        mood
    }

    /// The mood, unless it makes every operation fail.
    fn allowed(&self) -> Result<Mood> {
        match self.mood() {
            Mood::Locked => {
                self.0.prompts.fetch_add(1, Ordering::SeqCst);
                Err(Error::NoStorageAccess("locked".into()))
            }
            Mood::Missing | Mood::Restarted => Err(Error::PlatformFailure("gone".into())),
            #[cfg(target_os = "linux")]
            Mood::NoDefault { .. } => {
                Err(Error::NoStorageAccess(Box::new(secret_service::Error::NoResult)))
            }
            Mood::Failing(error) => Err(error()),
            mood => Ok(mood),
        }
    }
}

impl Access for FakeKeychain {
    fn open(&mut self) -> Result<Arc<CredentialStore>> {
        let mut mood = self.0.mood.lock().unwrap();
        match *mood {
            Mood::Missing => return Err(Error::PlatformFailure("no such service".into())),
            Mood::Restarted => *mood = Mood::Well,
            _ => {}
        }
        self.0.opened.fetch_add(1, Ordering::SeqCst);
        Ok(Arc::new(self.clone()))
    }

    fn unavailable_without_prompt(&mut self, _service: &str) -> Option<KeychainTrouble> {
        match self.mood() {
            Mood::Locked => Some(KeychainTrouble::Locked),
            Mood::Missing => Some(KeychainTrouble::Missing),
            #[cfg(target_os = "linux")]
            Mood::NoDefault { .. } => Some(KeychainTrouble::NoDefault),
            _ => None,
        }
    }

    #[cfg(target_os = "linux")]
    fn create_default(&mut self) -> bool {
        self.0.prompts.fetch_add(1, Ordering::SeqCst);
        let creates = matches!(self.mood(), Mood::NoDefault { creates: true });
        if creates {
            self.set(Mood::Well);
        }
        creates
    }
}

impl CredentialStoreApi for FakeKeychain {
    fn vendor(&self) -> String {
        "tests".to_owned()
    }

    fn id(&self) -> String {
        "tests".to_owned()
    }

    fn build(
        &self,
        service: &str,
        user: &str,
        modifiers: Option<&HashMap<&str, &str>>,
    ) -> Result<Entry> {
        let entry = self.0.store.build(service, user, modifiers)?;
        Ok(Entry::new_with_credential(Arc::new(FakeEntry { keychain: self.clone(), entry })))
    }

    fn search(&self, spec: &HashMap<&str, &str>) -> Result<Vec<Entry>> {
        self.allowed()?;
        let found = self.0.store.search(spec)?;
        Ok(found.into_iter().filter(|entry| entry.get_secret().is_ok()).collect())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// An entry whose operations depend on the mood.
struct FakeEntry {
    keychain: FakeKeychain,
    entry: Entry,
}

impl CredentialApi for FakeEntry {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        match self.keychain.allowed()? {
            Mood::LeavingAfterWriting => {
                self.keychain.set(Mood::Missing);
                self.entry.set_secret(secret)
            }
            Mood::Refusing => Err(Error::TooLong("secret".to_owned(), 8)),
            _ => self.entry.set_secret(secret),
        }
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        match self.keychain.allowed()? {
            Mood::Forgetful => Ok(b"something-else-entirely".to_vec()),
            _ => self.entry.get_secret(),
        }
    }

    fn delete_credential(&self) -> Result<()> {
        self.keychain.allowed()?;
        self.entry.delete_credential()
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn debug_fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FakeEntry")
    }
}
