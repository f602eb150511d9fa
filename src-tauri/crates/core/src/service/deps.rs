//! What the use cases share: store, keychain, clock and the clients of Nova Post. Store and clients
//! are opened when they are first needed, and again if that failed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::{Mutex, OnceCell};

use super::deletions::Deletions;
use super::{Rules, ServiceConfig};
use crate::clock::Clock;
use crate::keychain::Keychain;
use crate::model::{ApiEnvironment, BackupId, Failure};
use crate::nova_post::proxy::Proxies;
use crate::nova_post::{BaseUrl, ConnectionCheck, NovaPost, Sandbox, Ukraine};
use crate::store::Store;

/// The shared dependencies. A use case clones those that it needs.
pub(super) struct Deps {
    pub(super) store: Arc<LazyStore>,
    pub(super) keychain: Keychain,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) nova_post: Arc<NovaPostClients>,
    pub(super) key_change: Arc<KeyChangeLock>,
    pub(super) deletions: Arc<Deletions>,
    pub(super) rules: Rules,
}

/// Held while a key is requested, imported or removed. A request is a call that Nova Post allows
/// once a day, and two of these at the same time could store one key twice.
pub(super) type KeyChangeLock = Mutex<()>;

/// The store, opened at its first use.
pub(super) struct LazyStore {
    file: PathBuf,
    store: OnceCell<Store>,
}

/// The HTTP clients, made at their first use: that loads the system's trusted certificates.
pub(super) struct NovaPostClients {
    sandbox_url: BaseUrl,
    sandbox: OnceCell<Sandbox>,
    production_url: BaseUrl,
    production: OnceCell<NovaPost>,
    ukraine_url: BaseUrl,
    ukraine: OnceCell<Ukraine>,
    clock: Arc<dyn Clock>,
    proxies: Proxies,
}

impl Deps {
    pub(super) fn new(config: ServiceConfig) -> Self {
        let nova_post = NovaPostClients {
            sandbox_url: config.sandbox,
            sandbox: OnceCell::new(),
            production_url: config.production,
            production: OnceCell::new(),
            ukraine_url: config.ukraine,
            ukraine: OnceCell::new(),
            clock: Arc::clone(&config.clock),
            proxies: config.rules.proxies.clone(),
        };
        Self {
            store: Arc::new(LazyStore { file: config.store, store: OnceCell::new() }),
            keychain: config.keychain,
            clock: config.clock,
            nova_post: Arc::new(nova_post),
            key_change: Arc::default(),
            deletions: Arc::default(),
            rules: config.rules,
        }
    }
}

impl LazyStore {
    pub(super) async fn get(&self) -> Result<&Store, Failure> {
        self.store.get_or_try_init(|| Store::open_in_background(self.file.clone())).await
    }

    /// The store's file.
    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// Restores a backup, or an empty list for `None`. Returns where the damaged file is kept, if it was damaged. Works
    /// also if the store can't be opened because it is damaged.
    pub(super) async fn restore(
        &self,
        from: Option<BackupId>,
        now: DateTime<Utc>,
    ) -> Result<Option<PathBuf>, Failure> {
        let mut replaced = None;
        // While this runs, no other call opens the file.
        let opening = self.store.get_or_try_init(async || {
            match Store::open_in_background(self.file.clone()).await {
                Err(Failure::StoreUnreadable) => {
                    let (store, aside) =
                        Store::restore_unread(self.file.clone(), from.clone(), now).await?;
                    replaced = Some(aside);
                    Ok(store)
                }
                other => other,
            }
        });
        let store = opening.await?;
        match replaced {
            Some(aside) => Ok(aside),
            None => store.restore(from, now).await,
        }
    }
}

impl NovaPostClients {
    pub(super) async fn sandbox(&self) -> Result<&Sandbox, Failure> {
        let (proxies, url) = (self.proxies.clone(), self.sandbox_url.clone());
        let clock = Arc::clone(&self.clock);
        self.sandbox
            .get_or_try_init(|| on_blocking_thread(move || Sandbox::behind(proxies, url, clock)))
            .await
    }

    /// The base address of an environment.
    pub(super) const fn base_url(&self, environment: ApiEnvironment) -> &BaseUrl {
        match environment {
            ApiEnvironment::Sandbox => &self.sandbox_url,
            ApiEnvironment::Production => &self.production_url,
            ApiEnvironment::Ukraine => &self.ukraine_url,
        }
    }

    /// A check of the connection to these servers.
    pub(super) fn connection_check(&self) -> ConnectionCheck {
        let addresses =
            [&self.sandbox_url, &self.production_url, &self.ukraine_url].map(Clone::clone);
        ConnectionCheck::new(addresses, self.proxies.clone(), Arc::clone(&self.clock))
    }

    /// The client for the keys of Ukraine.
    pub(super) async fn ukraine(&self) -> Result<&Ukraine, Failure> {
        let sandbox = self.sandbox().await?.nova_post().clone();
        let url = self.ukraine_url.clone();
        self.ukraine
            .get_or_try_init(|| on_blocking_thread(move || Ukraine::beside(&sandbox, url)))
            .await
    }

    /// The client for the tokens of an environment's keys.
    pub(super) async fn of(&self, environment: ApiEnvironment) -> Result<&NovaPost, Failure> {
        match environment {
            ApiEnvironment::Sandbox => self.sandbox().await.map(Sandbox::nova_post),
            ApiEnvironment::Production => {
                let sandbox = self.sandbox().await?.nova_post().clone();
                let url = self.production_url.clone();
                self.production
                    .get_or_try_init(|| on_blocking_thread(move || sandbox.beside(url)))
                    .await
            }
            // `Tokens::try_get` asks for a token of Ukraine. No other call with it is known.
            ApiEnvironment::Ukraine => {
                let cause = "the calls with a token are those of Europe";
                Err(Failure::internal("tokens_of_ukraine", &cause))
            }
        }
    }
}

/// For work that takes too long for a thread of the async runtime, such as loading the system's trusted certificates.
pub(super) async fn on_blocking_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(Failure::internal("join", &error)))
}
