//! A desk in practice: the real Nova Post of practice, a real register, a keychain of the tests.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use keydesk_core::clock::{Clock, SetClock, SystemClock};
use keydesk_core::desk::{Desk, Furnishing, Progress, RequestedKey, Step};
use keydesk_core::failure::Failure;
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::vault::Patience;
use keydesk_practice::{Clock as PracticeClock, Options, Practice};

use super::keychain::Keychain;

pub const SERVICE: &str = "Key Desk tests";

/// Everything around a desk. It outlives the desk, as the computer outlives the app.
pub struct Room {
    pub keychain: Keychain,
    pub clock: Arc<SetClock>,
    pub practice: Practice,
    folder: tempfile::TempDir,
}

impl Room {
    pub async fn new() -> Self {
        let clock = Arc::new(SetClock::at(SystemClock::default().now()));
        let shown = Arc::clone(&clock);
        let practice = Practice::start(Options {
            clock: PracticeClock::new(move || shown.now()),
            ..Options::default()
        })
        .await
        .unwrap();
        Self { keychain: Keychain::new(), clock, practice, folder: tempfile::tempdir().unwrap() }
    }

    /// Opens the desk, as a start of the app does.
    pub fn desk(&self) -> Desk {
        self.desk_at(&self.practice.base_url())
    }

    /// A desk that finds its sandbox at another address.
    pub fn desk_at(&self, sandbox: &str) -> Desk {
        self.furnished(sandbox, Patience::default())
    }

    /// A desk with another patience for the keychain.
    pub fn desk_with(&self, patience: Patience) -> Desk {
        self.furnished(&self.practice.base_url(), patience)
    }

    fn furnished(&self, sandbox: &str, patience: Patience) -> Desk {
        let clock: Arc<dyn Clock> = self.clock.clone();
        Desk::new(Furnishing {
            register: self.register(),
            vault: self.keychain.vault_with(SERVICE, patience),
            sandbox: BaseUrl::parse(sandbox).unwrap(),
            production: BaseUrl::parse(&self.practice.base_url()).unwrap(),
            clock,
        })
    }

    pub fn register(&self) -> PathBuf {
        self.folder.path().join("practice/register.sqlite")
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

/// Asks for a test key with a number as it stands in the phone book.
pub async fn ask(desk: &Desk, digits: &str) -> Result<RequestedKey, Failure> {
    desk.request_test_key(&format!("+{digits}"), None, true, &keydesk_core::desk::quietly()).await
}

/// A progress that remembers.
pub fn listening() -> (Progress, Arc<Mutex<Vec<Step>>>) {
    let heard = Arc::new(Mutex::new(vec![]));
    let steps = Arc::clone(&heard);
    (Arc::new(move |step| steps.lock().unwrap().push(step)), heard)
}
