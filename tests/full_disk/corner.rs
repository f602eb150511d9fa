//! A service in a corner of the disk: the store is on it, keychain and Nova Post are not.

use std::collections::HashMap;
use std::sync::Arc;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::{Keychain, Timeouts};
use keydesk_core::model::Failure;
use keydesk_core::model::{Progress, Step, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{Kept, Outcome, Service, ServiceConfig, ToDo};
use keydesk_practice::{Options, Practice};
use keyring_core::api::CredentialStoreApi;
use keyring_core::mock;

use crate::disk::Disk;
use crate::support::service::{SERVICE, ask};

/// A number of the phone book that brings a new key.
pub(crate) const NEW: &str = "498213437654";

/// A keychain that lives on no disk, a Nova Post that keeps nothing, and a store on the disk.
pub(crate) struct Corner {
    store: Arc<mock::Store>,
    pub(crate) practice: Practice,
    folder: tempfile::TempDir,
}

impl Corner {
    pub(crate) async fn new() -> Self {
        Self {
            store: mock::Store::new().unwrap(),
            practice: Practice::start(Options::default()).await.unwrap(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Opens the service, as a start of the app does.
    pub(crate) fn service(&self) -> Service {
        let store = Arc::clone(&self.store);
        let open = Box::new(move || -> keyring_core::Result<_> { Ok(store.clone() as Arc<_>) });
        let nova_post = BaseUrl::parse(&self.practice.base_url()).unwrap();
        Service::new(ServiceConfig {
            store: self.folder.path().join("practice/register.sqlite"),
            keychain: Keychain::with_store(SERVICE, open, Timeouts::default()),
            sandbox: nova_post.clone(),
            production: nova_post,
            clock: Arc::new(SystemClock::default()),
        })
    }

    pub(crate) fn entries(&self) -> usize {
        self.store.search(&HashMap::from([("service", SERVICE)])).unwrap().len()
    }

    /// What a person does who finds no key: save again what waits, or ask again. Then there is
    /// one, once, in store and keychain.
    pub(crate) async fn go_on(&self, service: &Service) {
        let home = service.keys.home().await.unwrap();
        let waiting = home.to_do.iter().find_map(|to_do| match to_do {
            ToDo::SaveAgain { key, .. } => Some(key),
            _ => None,
        });
        if let Some(key) = waiting {
            service.keys.save_again(key, &no_progress()).await.unwrap();
        } else if home.keys.is_empty() {
            ask(service, NEW).await.unwrap();
        }
        let keys = self.service().keys.list().await.unwrap();
        assert_eq!((keys.len(), keys[0].kept), (1, Kept::Keychain));
        assert_eq!(self.entries(), 1, "in the keychain");
        assert!(self.service().keys.secret_of(&keys[0].id, &no_progress()).await.is_ok());
    }
}

/// Fills the disk when a request comes to a step.
pub(crate) fn filling_at(disk: &Disk, awaited: Step) -> Progress {
    let disk = disk.clone();
    Arc::new(move |step| {
        if step == awaited {
            disk.fill();
        }
    })
}

pub(crate) async fn ask_with(service: &Service, progress: &Progress) -> Result<Outcome, Failure> {
    let asked = service.test_keys.request(&format!("+{NEW}"), None, false, progress).await;
    asked.map(|requested| requested.outcome)
}
