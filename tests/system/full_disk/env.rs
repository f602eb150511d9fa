//! A service whose store is on the small disk. Its keychain and its practice server are in memory.

use std::collections::HashMap;
use std::sync::Arc;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::{Keychain, Timeouts};
use keydesk_core::model::{Failure, Progress, Step, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{Kept, Outcome, RequestedKey, Rules, Service, ServiceConfig, ToDo};
use keydesk_practice::{Options, Practice};
use keyring_core::api::CredentialStoreApi;
use keyring_core::mock;
use test_driver::Disk;

const SERVICE: &str = "Key Desk tests";

/// A number of the phone book that gets a new key.
pub(crate) const NEW: &str = "498213437654";

/// What a service needs. It outlives the service, as a computer outlives the app.
pub(crate) struct DiskEnv {
    store: Arc<mock::Store>,
    pub(crate) practice: Practice,
    folder: tempfile::TempDir,
}

impl DiskEnv {
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
            production: nova_post.clone(),
            ukraine: nova_post,
            clock: Arc::new(SystemClock::default()),
            rules: Rules::default(),
        })
    }

    pub(crate) fn entries(&self) -> usize {
        self.store.search(&HashMap::from([("service", SERVICE)])).unwrap().len()
    }

    /// Does what a person does who finds no key: saves the unsaved key again, or requests it again. Checks that
    /// the key is then in the store and in the keychain, once.
    pub(crate) async fn recover_key(&self, service: &Service) {
        let home = service.keys.home().await.unwrap();
        let unsaved = home.to_do.iter().find_map(|to_do| match to_do {
            ToDo::SaveAgain { key, .. } => Some(key),
            _ => None,
        });
        if let Some(key) = unsaved {
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

/// A progress that fills the disk at a step.
pub(crate) fn filling_at(disk: &Disk, awaited: Step) -> Progress {
    let disk = disk.clone();
    Arc::new(move |step| {
        if step == awaited {
            disk.fill().unwrap();
        }
    })
}

/// Requests a test key, although the key may be the same as before.
pub(crate) async fn ask(service: &Service, digits: &str) -> Result<RequestedKey, Failure> {
    service.test_keys.request(&format!("+{digits}"), None, true, &no_progress()).await
}

pub(crate) async fn ask_with(service: &Service, progress: &Progress) -> Result<Outcome, Failure> {
    let asked = service.test_keys.request(&format!("+{NEW}"), None, false, progress).await;
    asked.map(|requested| requested.outcome)
}
