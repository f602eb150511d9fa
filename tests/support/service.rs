//! A service in practice: the real Nova Post of practice, a real store, a keychain of the tests.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use keydesk_core::clock::{Clock, SetClock, SystemClock};
use keydesk_core::keychain::Timeouts;
use keydesk_core::model::Failure;
use keydesk_core::model::{Progress, Step};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{RequestedKey, Service, ServiceConfig};
use keydesk_practice::{Clock as PracticeClock, Options, Practice};

use super::keychain::FakeKeychain;

pub const SERVICE: &str = "Key Desk tests";

/// Everything around a service. It outlives the service, as the computer outlives the app.
pub struct TestEnv {
    pub keychain: FakeKeychain,
    pub clock: Arc<SetClock>,
    pub practice: Practice,
    folder: tempfile::TempDir,
}

impl TestEnv {
    pub async fn new() -> Self {
        let clock = Arc::new(SetClock::at(SystemClock::default().now()));
        let shown = Arc::clone(&clock);
        let practice = Practice::start(Options {
            clock: PracticeClock::new(move || shown.now()),
            ..Options::default()
        })
        .await
        .unwrap();
        Self {
            keychain: FakeKeychain::new(),
            clock,
            practice,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Opens the service, as a start of the app does.
    pub fn service(&self) -> Service {
        self.desk_at(&self.practice.base_url())
    }

    /// A service that finds its sandbox at another address.
    pub fn desk_at(&self, sandbox: &str) -> Service {
        self.furnished(sandbox, Timeouts::default())
    }

    /// A service with another patience for the keychain.
    pub fn desk_with(&self, patience: Timeouts) -> Service {
        self.furnished(&self.practice.base_url(), patience)
    }

    fn furnished(&self, sandbox: &str, patience: Timeouts) -> Service {
        let clock: Arc<dyn Clock> = self.clock.clone();
        Service::new(ServiceConfig {
            store: self.store(),
            keychain: self.keychain.keychain_with(SERVICE, patience),
            sandbox: BaseUrl::parse(sandbox).unwrap(),
            production: BaseUrl::parse(&self.practice.base_url()).unwrap(),
            clock,
        })
    }

    pub fn store(&self) -> PathBuf {
        self.folder.path().join("practice/register.sqlite")
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

/// Asks for a test key with a number as it stands in the phone book.
pub async fn ask(service: &Service, digits: &str) -> Result<RequestedKey, Failure> {
    service
        .test_keys
        .request(&format!("+{digits}"), None, true, &keydesk_core::model::no_progress())
        .await
}

/// A progress that remembers.
pub fn listening() -> (Progress, Arc<Mutex<Vec<Step>>>) {
    let heard = Arc::new(Mutex::new(vec![]));
    let steps = Arc::clone(&heard);
    (Arc::new(move |step| steps.lock().unwrap().push(step)), heard)
}
