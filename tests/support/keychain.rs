//! A keychain for tests: keyring-core's mock store behind a lock that a test can turn.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};

use keyring_core::api::{CredentialApi, CredentialStoreApi};
use keyring_core::{Credential, CredentialStore, Entry, Error, Result, mock};

use keydesk_core::vault::{OpenStore, Patience, Vault};

/// How the keychain behaves from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

/// The keychain, shared between a test and the vaults on it. Survives a "restart of the app".
#[derive(Clone, Debug)]
pub struct Keychain(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    store: Arc<mock::Store>,
    mood: Mutex<Mood>,
    changed: Condvar,
}

impl Keychain {
    pub fn new() -> Self {
        Self(Arc::new(Shared {
            store: mock::Store::new().unwrap(),
            mood: Mutex::new(Mood::Well),
            changed: Condvar::new(),
        }))
    }

    pub fn set(&self, mood: Mood) {
        *self.0.mood.lock().unwrap() = mood;
        self.0.changed.notify_all();
    }

    /// A vault on it, as the app has one.
    pub fn vault(&self, service: &str) -> Vault {
        self.vault_with(service, Patience::default())
    }

    pub fn vault_with(&self, service: &str, patience: Patience) -> Vault {
        let keychain = self.clone();
        let open: OpenStore = Box::new(move || keychain.open());
        Vault::with_store(service, open, patience)
    }

    /// Whether an entry is there, whatever the mood.
    pub fn holds(&self, service: &str, account: &str) -> bool {
        self.0.store.build(service, account, None).unwrap().get_secret().is_ok()
    }

    /// Takes an entry away, as somebody does who tidies up.
    pub fn lose(&self, service: &str, account: &str) {
        self.0.store.build(service, account, None).unwrap().delete_credential().unwrap();
    }

    fn open(&self) -> Result<Arc<CredentialStore>> {
        let mut mood = self.0.mood.lock().unwrap();
        match *mood {
            Mood::Missing => Err(Error::PlatformFailure("no such service".into())),
            Mood::Restarted => {
                *mood = Mood::Well;
                Ok(Arc::new(self.clone()))
            }
            _ => Ok(Arc::new(self.clone())),
        }
    }

    fn mood(&self) -> Mood {
        let mood = self.0.mood.lock().unwrap();
        *self.0.changed.wait_while(mood, |mood| *mood == Mood::Silent).unwrap()
    }
}

impl CredentialStoreApi for Keychain {
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

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// An entry that asks for the mood first.
struct Watched {
    keychain: Keychain,
    entry: Entry,
}

impl Watched {
    fn allowed(&self) -> Result<Mood> {
        match self.keychain.mood() {
            Mood::Locked => Err(Error::NoStorageAccess("locked".into())),
            Mood::Missing | Mood::Restarted => Err(Error::PlatformFailure("gone".into())),
            mood => Ok(mood),
        }
    }
}

impl CredentialApi for Watched {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        match self.allowed()? {
            Mood::Refusing => Err(Error::TooLong("secret".to_owned(), 8)),
            _ => self.entry.set_secret(secret),
        }
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        match self.allowed()? {
            Mood::Forgetful => Ok(b"something-else-entirely".to_vec()),
            _ => self.entry.get_secret(),
        }
    }

    fn delete_credential(&self) -> Result<()> {
        self.allowed()?;
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
