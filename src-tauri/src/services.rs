//! The service of each mode, set up when it is first needed, and looked after from then on.

use std::ops::Deref;
use std::sync::Arc;

use tauri::async_runtime::JoinHandle;
use tokio::sync::OnceCell;

use keydesk_core::clock::SystemClock;
use keydesk_core::keychain::Keychain;
use keydesk_core::model::{Failure, Mode};
use keydesk_core::service::reconcile::UnsavedKeys;
use keydesk_core::service::{Service, ServiceConfig};

use crate::practice::{AtWork, PracticeSession};
use crate::start_config::StartConfig;

/// The service under which the keychain lists the secrets of a mode.
pub(crate) fn keychain_service(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "Key Desk practice",
        Mode::Live => "Key Desk",
    }
}

/// Told when the pages have other keys to show than before.
pub(crate) type News = Arc<dyn Fn() + Send + Sync>;

/// Both services.
pub(crate) struct Services {
    start_config: StartConfig,
    news: News,
    pub(crate) practice: PracticeSession,
    live: OnceCell<SupervisedService>,
}

/// A service that puts right by itself what it can, for as long as this isn't ended.
pub(crate) struct SupervisedService {
    pub(crate) service: Arc<Service>,
    care: JoinHandle<()>,
}

impl SupervisedService {
    pub(crate) fn new(service: Service, news: &News) -> Self {
        let (service, news) = (Arc::new(service), Arc::clone(news));
        let reconciler = Arc::downgrade(&service.reconciler);
        let wakeup = service.reconciler.wakeup();
        let care = tauri::async_runtime::spawn(async move {
            loop {
                wakeup.wait().await;
                let Some(reconciler) = reconciler.upgrade() else { return };
                if reconciler.run().await {
                    news();
                }
            }
        });
        Self { service, care }
    }

    /// Lets nothing more happen at the service, and gives what only its memory has; the rest is wiped.
    pub(crate) async fn end(self) -> UnsavedKeys {
        self.service.reconciler.shut_down().await;
        self.care.abort();
        // It holds the service, and with it the store's file, until it has ended.
        let _ = self.care.await;
        self.service.take_unsaved_keys()
    }
}

/// A service, while somebody works at it. Practice isn't cleared before they have finished.
pub(crate) enum ServiceGuard {
    Practice(AtWork),
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
    pub(crate) fn new(start_config: StartConfig, news: News) -> Self {
        let keychain = Keychain::of_this_computer(keychain_service(Mode::Practice));
        let practice =
            PracticeSession::new(start_config.home.join("practice"), keychain, Arc::clone(&news));
        Self { start_config, news, practice, live: OnceCell::new() }
    }

    /// The service of a mode. In practice it waits until the practice server listens.
    pub(crate) async fn of(&self, mode: Mode) -> Result<ServiceGuard, Failure> {
        match mode {
            Mode::Practice => self.practice.service().await.map(ServiceGuard::Practice),
            Mode::Live => {
                let service = self.live.get_or_init(|| async { self.open_live() }).await;
                Ok(ServiceGuard::Live(Arc::clone(&service.service)))
            }
        }
    }

    /// Tells the pages to ask for keys again.
    pub(crate) fn tell_news(&self) {
        (self.news)();
    }

    /// Forgets the key that waits to be brought in, whichever service has it.
    pub(crate) fn withdraw(&self) {
        self.practice.withdraw();
        if let Some(live) = self.live.get() {
            live.service.withdraw();
        }
    }

    /// Wipes what the services hold in memory, because the app ends.
    pub(crate) fn forget_secrets(&self) {
        self.practice.forget_secrets();
        if let Some(live) = self.live.get() {
            live.service.forget_secrets();
        }
    }

    fn open_live(&self) -> SupervisedService {
        let StartConfig { home, sandbox, production, .. } = &self.start_config;
        let service = Service::new(ServiceConfig {
            store: home.join("live/register.sqlite"),
            keychain: Keychain::of_this_computer(keychain_service(Mode::Live)),
            sandbox: sandbox.clone(),
            production: production.clone(),
            clock: Arc::new(SystemClock::default()),
        });
        SupervisedService::new(service, &self.news)
    }
}
