//! The practice session: the practice server, and the service that talks to it.
//!
//! ```text
//! <home>/practice/register.sqlite       the store of the service
//! <home>/practice/nova-post.json        the state of the practice server: clients, keys, own numbers, clock
//! <home>/practice/nova-post.json.lock   locked by the process that uses this state
//! <home>/practice/clearing.json         exists only during a clearing, and after a crash in one
//! ```
//!
//! Each command holds a read lock on the service. Clearing shuts the practice server down, which ends
//! the requests of these commands, then takes the write lock.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard, OwnedRwLockReadGuard, RwLock};

use keydesk_core::keychain::Keychain;
use keydesk_core::model::{Failure, Mode, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::reconcile::UnsavedKeys;
use keydesk_core::service::{ModeData, Service, ServiceConfig};
use keydesk_core::store::private_folder;
use keydesk_practice::{Options, Practice, StartError};

use super::clear::{Clearing, blocking};
use super::clock::PracticeClock;
use crate::background::{OnChange, SupervisedService};
use crate::policy::Policy;

/// How long a clearing waits for the keychain. Every command of practice waits with it.
const KEYCHAIN_TIMEOUT: Duration = Duration::from_secs(10);

/// How long the end of the app waits for the practice server.
const SHUT_DOWN_TIMEOUT: Duration = Duration::from_secs(1);

/// Practice. It opens when its service is first needed.
pub(crate) struct PracticeSession {
    folder: PathBuf,
    keychain: Keychain,
    policy: Policy,
    on_change: OnChange,
    service: Arc<RwLock<Slot>>,
    /// The keys that were only in the memory of a service that has ended, for the next service.
    unsaved_keys: std::sync::Mutex<UnsavedKeys>,
    /// Not behind the lock of `service`: a clearing shuts it down while commands hold that lock.
    nova_post: Mutex<Option<Practice>>,
    /// The port that the server listened on last. The next server takes the same one, so that pages in
    /// the browser go on working. 0 before the first start.
    port: AtomicU16,
}

/// A read lock on the service.
pub(crate) type PracticeGuard = OwnedRwLockReadGuard<Slot, Service>;

/// The service, or `None` before practice is opened.
#[derive(Default)]
pub(crate) struct Slot(Option<SupervisedService>);

impl PracticeSession {
    /// Practice with its data in this folder and this keychain. Opens nothing yet.
    pub(crate) fn new(
        folder: PathBuf,
        keychain: Keychain,
        policy: Policy,
        on_change: OnChange,
    ) -> Self {
        let (service, unsaved_keys, nova_post, port) = Default::default();
        Self { folder, keychain, policy, on_change, service, unsaved_keys, nova_post, port }
    }

    /// The service. Waits until the practice server listens, and for the end of a clearing. A task that
    /// holds a guard must not ask for a second one: it would wait for itself.
    pub(crate) async fn service(&self) -> Result<PracticeGuard, Failure> {
        let slot = Arc::clone(&self.service).read_owned().await;
        if let Ok(service) = OwnedRwLockReadGuard::try_map(slot, Slot::service) {
            return Ok(service);
        }
        let mut slot = Arc::clone(&self.service).write_owned().await;
        if slot.0.is_none() {
            slot.0 = Some(self.open().await?);
        }
        OwnedRwLockReadGuard::try_map(slot.downgrade(), Slot::service)
            .map_err(|_| Failure::internal("practice", &"the service is not open"))
    }

    /// The practice server.
    pub(crate) async fn nova_post(&self) -> Result<MappedMutexGuard<'_, Practice>, Failure> {
        loop {
            drop(self.service().await?);
            let nova_post = self.nova_post.lock().await;
            // A clearing may have shut the server down since the service was open.
            if let Ok(nova_post) = MutexGuard::try_map(nova_post, Option::as_mut) {
                return Ok(nova_post);
            }
        }
    }

    /// Deletes all practice data on this computer and opens practice as on the first day. Keeps the
    /// presenter's own numbers if `keep_numbers`. Requests under way are cut off.
    ///
    /// Fails before anything is deleted if the keychain can't be used. A clearing that fails later is
    /// finished when practice is next opened.
    pub(crate) async fn clear(&self, keep_numbers: bool) -> Result<(), Failure> {
        self.make_folder().await?;
        // The system may ask for the keychain's password now, while no command has to wait.
        self.mode_data(&self.keychain).in_keychain(&no_progress()).await?;
        // A search of this computer has a guard for minutes.
        self.cancel_checks();
        // The write lock is requested first: from then on no new command gets a guard.
        let (mut slot, ()) = tokio::join!(self.service.write(), self.shut_down_server());
        if let Some(supervised) = slot.0.take() {
            *self.unsaved_keys() = supervised.end().await;
        }
        let begun = self.begin_clearing(keep_numbers).await;
        if begun.is_ok() {
            *self.unsaved_keys() = UnsavedKeys::default();
        }
        // Also after a failure: then the new service has the data of the old one.
        let opened = self.open().await.map(|service| slot.0 = Some(service));
        begun.and(opened)
    }

    /// Lets the system ask for the keychain's password, if an unfinished clearing needs it. Opening
    /// practice never asks by itself.
    pub(crate) async fn unlock(&self) -> Result<(), Failure> {
        if Clearing::unfinished(&self.folder).await?.is_some() {
            self.mode_data(&self.keychain).in_keychain(&no_progress()).await?;
        }
        Ok(())
    }

    /// Drops the pending import. During a clearing there is none.
    pub(crate) fn cancel_import(&self) {
        if let Ok(slot) = self.service.try_read()
            && let Some(service) = slot.service()
        {
            service.import.cancel();
        }
    }

    /// Cancels the check of all keys and the search for keys. During a clearing there is none.
    pub(crate) fn cancel_checks(&self) {
        if let Ok(slot) = self.service.try_read()
            && let Some(service) = slot.service()
        {
            service.checks.cancel_all();
            service.key_search.cancel();
        }
    }

    /// Wipes the secrets in memory, because the app ends.
    pub(crate) fn forget_secrets(&self) {
        if let Ok(slot) = self.service.try_read()
            && let Some(service) = slot.service()
        {
            service.forget_secrets();
        }
        *self.unsaved_keys() = UnsavedKeys::default();
    }

    /// Shuts the practice server down, because the app ends: its port and state file become free.
    /// Blocks for [`SHUT_DOWN_TIMEOUT`] at most.
    pub(crate) fn end(&self) {
        let Ok(mut nova_post) = self.nova_post.try_lock() else { return };
        if let Some(nova_post) = nova_post.take() {
            // The timeout is created inside the block, where the runtime is.
            let ending =
                async { tokio::time::timeout(SHUT_DOWN_TIMEOUT, nova_post.shut_down()).await };
            if tauri::async_runtime::block_on(ending).is_err() {
                tracing::warn!("the practice server did not shut down in time");
            }
        }
    }

    async fn begin_clearing(&self, keep_numbers: bool) -> Result<(), Failure> {
        let mode_data = self.mode_data(&self.keychain.non_interactive());
        let entries = with_timeout(mode_data.in_keychain(&no_progress())).await?;
        Clearing { keep_numbers, entries }.begin(&self.folder).await
    }

    async fn shut_down_server(&self) {
        let nova_post = self.nova_post.lock().await.take();
        if let Some(nova_post) = nova_post {
            nova_post.shut_down().await;
        }
    }

    /// Opens practice. Finishes an unfinished clearing first. Fails with `forbidden_by_policy` if the organization does
    /// not allow practice.
    async fn open(&self) -> Result<SupervisedService, Failure> {
        self.policy.check_mode(Mode::Practice)?;
        self.make_folder().await?;
        let mode_data = self.mode_data(&self.keychain.non_interactive());
        let clearing = Clearing::unfinished(&self.folder).await?;
        if let Some(clearing) = &clearing {
            with_timeout(clearing.delete(&mode_data, &self.state())).await?;
        }
        let practice = self.start_server().await?;
        if let Some(clearing) = clearing {
            if clearing.keep_numbers {
                practice.reset().await.map_err(|error| {
                    tracing::error!(%error, "the practice server was not reset");
                    Failure::StoreUnwritable
                })?;
            }
            Clearing::finish(&self.folder).await?;
            tracing::info!("practice was cleared");
        }
        let service = Service::new(ServiceConfig {
            store: mode_data.store,
            keychain: self.keychain.clone(),
            sandbox: base_url(&practice.base_url())?,
            production: base_url(&practice.production_url())?,
            ukraine: base_url(&practice.ukraine_url())?,
            clock: Arc::new(PracticeClock::of(&practice)),
            rules: self.policy.rules(),
        });
        service.reconciler.adopt_unsaved_keys(std::mem::take(&mut *self.unsaved_keys()));
        *self.nova_post.lock().await = Some(practice);
        Ok(SupervisedService::new(service, &self.on_change))
    }

    async fn start_server(&self) -> Result<Practice, Failure> {
        let options = |port| Options { port, state: Some(self.state()), ..Options::default() };
        let last_port = self.port.load(Ordering::Relaxed);
        let started = match Practice::start(options(last_port)).await {
            Err(StartError::PortInUse(_) | StartError::PortRefused(..)) if last_port != 0 => {
                Practice::start(options(0)).await
            }
            other => other,
        };
        let practice = started.map_err(|error| match error {
            StartError::StateDamaged(..) => {
                tracing::error!(%error, "the practice server did not start");
                Failure::StoreUnreadable
            }
            StartError::StateNewer(_) => {
                tracing::error!(%error, "the practice server did not start");
                Failure::StoreNewer
            }
            StartError::StateUnreachable(..) | StartError::StateInUse(_) => {
                tracing::error!(%error, "the practice server did not start");
                Failure::StoreUnwritable
            }
            // This computer refuses to listen on loopback, or the options above are wrong.
            error => Failure::internal("practice", &error),
        })?;
        let port = practice.base_url().parse().ok().and_then(|url: tauri::Url| url.port());
        self.port.store(port.unwrap_or_default(), Ordering::Relaxed);
        Ok(practice)
    }

    async fn make_folder(&self) -> Result<(), Failure> {
        let folder = self.folder.clone();
        blocking(move || private_folder(&folder)).await?.map_err(|error| {
            tracing::error!(kind = ?error.kind(), "the practice folder can't be made");
            Failure::StoreUnwritable
        })
    }

    fn mode_data(&self, keychain: &Keychain) -> ModeData {
        ModeData { store: self.folder.join("register.sqlite"), keychain: keychain.clone() }
    }

    fn unsaved_keys(&self) -> std::sync::MutexGuard<'_, UnsavedKeys> {
        self.unsaved_keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> PathBuf {
        self.folder.join("nova-post.json")
    }
}

impl Slot {
    fn service(&self) -> Option<&Service> {
        self.0.as_ref().map(|supervised| &*supervised.service)
    }
}

fn base_url(text: &str) -> Result<BaseUrl, Failure> {
    BaseUrl::parse(text).map_err(|_| Failure::internal("base_url", &text))
}

/// Fails with `KeychainSlow` after [`KEYCHAIN_TIMEOUT`].
async fn with_timeout<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::time::timeout(KEYCHAIN_TIMEOUT, work).await.unwrap_or(Err(Failure::KeychainSlow))
}
