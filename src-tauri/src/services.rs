//! The service of each mode, created when it is first needed.

use std::ops::Deref;
use std::sync::Arc;

use tokio::sync::OnceCell;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{Failure, Mode};
use keydesk_core::service::{Service, ServiceConfig};

use crate::background::{OnChange, SupervisedService};
use crate::practice::{PracticeGuard, PracticeSession};
use crate::start_config::StartConfig;

/// The name under which the keychain lists the secrets of a mode.
pub(crate) fn keychain_service(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "Key Desk practice",
        Mode::Live => "Key Desk",
    }
}

/// The services of both modes.
pub(crate) struct Services {
    start_config: StartConfig,
    on_change: OnChange,
    pub(crate) practice: PracticeSession,
    live: OnceCell<SupervisedService>,
}

/// A service in use. While a guard of practice exists, practice is not cleared.
pub(crate) enum ServiceGuard {
    Practice(PracticeGuard),
    Live(Arc<Service>),
}

impl Deref for ServiceGuard {
    type Target = Service;

    fn deref(&self) -> &Service {
        match self {
            Self::Practice(service) => service,
            Self::Live(service) => service,
        }
    }
}

impl Services {
    /// Opens nothing yet. `on_change` is called when keys have changed without a command.
    pub(crate) fn new(start_config: StartConfig, on_change: OnChange) -> Self {
        let keychain = Keychain::of_this_computer(keychain_service(Mode::Practice));
        let folder = start_config.home.join("practice");
        let policy = start_config.policy.clone();
        let practice = PracticeSession::new(folder, keychain, policy, Arc::clone(&on_change));
        Self { start_config, on_change, practice, live: OnceCell::new() }
    }

    /// The service of a mode. In practice, waits until the practice server listens. Fails with `forbidden_by_policy` if
    /// the organization does not allow the mode.
    pub(crate) async fn open(&self, mode: Mode) -> Result<ServiceGuard, Failure> {
        self.start_config.policy.check_mode(mode)?;
        match mode {
            Mode::Practice => self.practice.service().await.map(ServiceGuard::Practice),
            Mode::Live => {
                let live = self.live.get_or_init(|| async { self.create_live() }).await;
                Ok(ServiceGuard::Live(Arc::clone(&live.service)))
            }
        }
    }

    /// Drops the pending import of both modes.
    pub(crate) fn cancel_import(&self) {
        self.practice.cancel_import();
        if let Some(live) = self.live.get() {
            live.service.import.cancel();
        }
    }

    /// Cancels the check of all keys and the search for keys of both modes.
    pub(crate) fn cancel_checks(&self) {
        self.practice.cancel_checks();
        if let Some(live) = self.live.get() {
            live.service.checks.cancel_all();
            live.service.key_search.cancel();
        }
    }

    /// Whether the app may end now without losing anything of live mode: no command is under way, and every key is
    /// saved.
    pub(crate) fn is_live_idle(&self) -> bool {
        self.live.get().is_none_or(|live| {
            // Each command holds the service while it runs.
            Arc::strong_count(&live.service) == 1 && !self.has_unsaved_live()
        })
    }

    /// Whether a key of live mode is only in memory.
    pub(crate) fn has_unsaved_live(&self) -> bool {
        self.live.get().is_some_and(|live| {
            live.service.reconciler.has_unsaved_keys() || live.service.import.is_pending()
        })
    }

    /// Wipes the secrets in memory, because the app ends.
    pub(crate) fn forget_secrets(&self) {
        self.practice.forget_secrets();
        if let Some(live) = self.live.get() {
            live.service.forget_secrets();
        }
    }

    fn create_live(&self) -> SupervisedService {
        let StartConfig { home, sandbox, production, ukraine, .. } = &self.start_config;
        let service = Service::new(ServiceConfig {
            store: home.join("live/register.sqlite"),
            keychain: Keychain::of_this_computer(keychain_service(Mode::Live)),
            sandbox: sandbox.clone(),
            production: production.clone(),
            ukraine: ukraine.clone(),
            clock: Arc::new(SystemClock::default()),
            rules: self.start_config.policy.rules(),
        });
        SupervisedService::new(service, &self.on_change)
    }
}
