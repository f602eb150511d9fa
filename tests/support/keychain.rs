//! A keychain for tests: keyring-core's mock store behind a lock that a test can turn.

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
pub enum Mood {
    /// It does what it is asked.
    Well,
    /// There is no service at all.
    Missing,
    /// Locked, and nobody unlocks it.
    Locked,
    /// Refuses to write.
    Refusing,
    /// Gives back something else than was saved.
    Forgetful,
    /// Its daemon was restarted: the connection is lost, a new one works.
    Restarted,
    /// Answers nothing until the mood changes.
    Silent,
    /// Takes the next key, and is gone before it can be read back.
    LeavingAfterWriting,
    /// Everything fails in this way.
    Failing(fn() -> Error),
}

/// The keychain, shared between a test and the vaults on it. Survives a "restart of the app".
#[derive(Clone, Debug)]
pub struct FakeKeychain(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    store: Arc<mock::Store>,
    mood: Mutex<Mood>,
    changed: Condvar,
    /// Told when somebody waits for an answer that does not come.
    waited_for: Notify,
    opened: AtomicUsize,
    prompts: AtomicUsize,
}

impl FakeKeychain {
    pub fn new() -> Self {
        Self(Arc::new(Shared {
            store: mock::Store::new().unwrap(),
            mood: Mutex::new(Mood::Well),
            changed: Condvar::new(),
            waited_for: Notify::new(),
            opened: AtomicUsize::new(0),
            prompts: AtomicUsize::new(0),
        }))
    }

    pub fn set(&self, mood: Mood) {
        *self.0.mood.lock().unwrap() = mood;
        self.0.changed.notify_all();
    }

    /// A keychain on it, as the app has one.
    pub fn keychain(&self, service: &str) -> Keychain {
        self.keychain_with(service, Timeouts::default())
    }

    pub fn keychain_with(&self, service: &str, patience: Timeouts) -> Keychain {
        Keychain::with_store(service, self.clone(), patience)
    }

    /// Waits until it has been asked something that it does not answer.
    pub async fn is_waited_for(&self) {
        self.0.waited_for.notified().await;
    }

    /// How often it was connected to.
    pub fn opened(&self) -> usize {
        self.0.opened.load(Ordering::SeqCst)
    }

    /// How often it would have asked the person for its password.
    pub fn prompts(&self) -> usize {
        self.0.prompts.load(Ordering::SeqCst)
    }

    /// Puts an entry there, as somebody else does.
    pub fn plant(&self, service: &str, account: &str, secret: &[u8]) {
        self.0.store.build(service, account, None).unwrap().set_secret(secret).unwrap();
    }

    /// Whether an entry is there, whatever the mood.
    pub fn holds(&self, service: &str, account: &str) -> bool {
        self.0.store.build(service, account, None).unwrap().get_secret().is_ok()
    }

    /// Takes an entry away, as somebody does who tidies up.
    pub fn lose(&self, service: &str, account: &str) {
        self.0.store.build(service, account, None).unwrap().delete_credential().unwrap();
    }

    fn mood(&self) -> Mood {
        let mood = self.0.mood.lock().unwrap();
        if matches!(*mood, Mood::Silent) {
            self.0.waited_for.notify_one();
        }
        *self.0.changed.wait_while(mood, |mood| matches!(mood, Mood::Silent)).unwrap()
    }

    /// The mood in which it does what it is asked.
    fn allowed(&self) -> Result<Mood> {
        match self.mood() {
            Mood::Locked => {
                self.0.prompts.fetch_add(1, Ordering::SeqCst);
                Err(Error::NoStorageAccess("locked".into()))
            }
            Mood::Missing | Mood::Restarted => Err(Error::PlatformFailure("gone".into())),
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
            _ => None,
        }
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
        Ok(Entry::new_with_credential(Arc::new(Watched { keychain: self.clone(), entry })))
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

/// An entry that asks for the mood first.
struct Watched {
    keychain: FakeKeychain,
    entry: Entry,
}

impl CredentialApi for Watched {
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
        f.write_str("Watched")
    }
}
