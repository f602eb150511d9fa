//! A service with a real practice server, a real store and a fake keychain.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use keydesk_core::clock::{Clock, SetClock, SystemClock};
use keydesk_core::keychain::Timeouts;
use keydesk_core::model::{Failure, Progress, Step, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{RequestedKey, Rules, Service, ServiceConfig};
use keydesk_practice::{Clock as PracticeClock, Options, Practice};

use super::fake_keychain::FakeKeychain;

pub(crate) const SERVICE: &str = "Key Desk tests";

/// What a service needs. It outlives the service, as a computer outlives the app.
pub(crate) struct TestEnv {
    pub(crate) keychain: FakeKeychain,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) practice: Practice,
    folder: tempfile::TempDir,
}

impl TestEnv {
    pub(crate) async fn new() -> Self {
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

    /// A new service, as a start of the app makes one.
    pub(crate) fn service(&self) -> Service {
        self.service_at(&self.practice.base_url())
    }

    /// A service with another address of the test environment.
    pub(crate) fn service_at(&self, sandbox: &str) -> Service {
        self.open(sandbox, Timeouts::default(), Rules::default())
    }

    /// A service that may do only this.
    pub(crate) fn service_under(&self, rules: Rules) -> Service {
        self.open(&self.practice.base_url(), Timeouts::default(), rules)
    }

    /// A service with other timeouts of the keychain.
    pub(crate) fn service_with(&self, timeouts: Timeouts) -> Service {
        self.open(&self.practice.base_url(), timeouts, Rules::default())
    }

    fn open(&self, sandbox: &str, timeouts: Timeouts, rules: Rules) -> Service {
        let clock: Arc<dyn Clock> = self.clock.clone();
        Service::new(ServiceConfig {
            store: self.store(),
            keychain: self.keychain.keychain_with(SERVICE, timeouts),
            sandbox: BaseUrl::parse(sandbox).unwrap(),
            production: BaseUrl::parse(&self.practice.base_url()).unwrap(),
            ukraine: BaseUrl::parse(&self.practice.ukraine_url()).unwrap(),
            clock,
            rules,
        })
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.folder.path().join("practice/register.sqlite")
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

/// Requests a test key for a number of the practice phone book.
pub(crate) async fn request(service: &Service, digits: &str) -> Result<RequestedKey, Failure> {
    service.test_keys.request(&format!("+{digits}"), None, true, &no_progress()).await
}

/// A progress that records its steps.
pub(crate) fn recording() -> (Progress, Arc<Mutex<Vec<Step>>>) {
    let steps = Arc::new(Mutex::new(vec![]));
    let recorded = Arc::clone(&steps);
    (Arc::new(move |step| recorded.lock().unwrap().push(step)), steps)
}
