//! Practice's room: its Nova Post, the service in front of it, and how both are cleared away.
//!
//! ```text
//! <home>/practice/register.sqlite       what the service keeps
//! <home>/practice/nova-post.json        what its Nova Post keeps: clients, keys, own numbers, the clock
//! <home>/practice/nova-post.json.lock   held by the one that keeps it there
//! <home>/practice/clearing.json         only while the room is being cleared, and after a crash in that
//! ```

mod clearing;
mod clock;
mod view;

pub(crate) use view::{NumberAdded, Part, PracticeNumber, PracticeTime, TimeMove, refused};

use std::path::PathBuf;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard, OwnedRwLockReadGuard, RwLock};

use keydesk_core::keychain::Keychain;
use keydesk_core::model::{Failure, no_progress};
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::service::{ModeData, Service, ServiceConfig, reconcile::UnsavedKeys};
use keydesk_core::store::private_folder;
use keydesk_practice::{Options, Practice, StartError};

use crate::services::{News, SupervisedService};

use clearing::Clearing;
use clock::PracticeClock;

/// How long everybody in practice waits for a keychain that hangs while the room is cleared.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the end of the app may wait for practice's.
const A_MOMENT: Duration = Duration::from_secs(1);

/// Practice, set up when it is first needed.
pub(crate) struct PracticeSession {
    folder: PathBuf,
    keychain: Keychain,
    news: News,
    /// Whoever works at the service holds this for reading: it isn't cleared away under their hands.
    service: Arc<RwLock<Place>>,
    /// What only memory had at a service that was closed; for the next one.
    unsaved_keys: std::sync::Mutex<UnsavedKeys>,
    /// Apart from the service, so that hanging up ends what they are waiting for.
    nova_post: Mutex<Option<Practice>>,
    /// Where it listened last: pages in the browser go on working.
    port: AtomicU16,
}

/// The service, while somebody works at it.
pub(crate) type AtWork = OwnedRwLockReadGuard<Place, Service>;

/// Where the service stands, once it is set up.
#[derive(Default)]
pub(crate) struct Place(Option<SupervisedService>);

impl PracticeSession {
    /// The room in this folder, with its keychain.
    pub(crate) fn new(folder: PathBuf, keychain: Keychain, news: News) -> Self {
        let (service, unsaved_keys, nova_post, port) = Default::default();
        Self { folder, keychain, news, service, unsaved_keys, nova_post, port }
    }

    /// The service. Waits until its Nova Post listens, and while the room is cleared; so nobody who is at
    /// work may ask for it a second time.
    pub(crate) async fn service(&self) -> Result<AtWork, Failure> {
        let place = Arc::clone(&self.service).read_owned().await;
        if let Ok(service) = OwnedRwLockReadGuard::try_map(place, Place::service) {
            return Ok(service);
        }
        let mut place = Arc::clone(&self.service).write_owned().await;
        if place.0.is_none() {
            place.0 = Some(self.open().await?);
        }
        OwnedRwLockReadGuard::try_map(place.downgrade(), Place::service)
            .map_err(|_| Failure::Unreachable)
    }

    /// The Nova Post of practice, while something is asked of it.
    pub(crate) async fn nova_post(&self) -> Result<MappedMutexGuard<'_, Practice>, Failure> {
        loop {
            drop(self.service().await?);
            let nova_post = self.nova_post.lock().await;
            if let Ok(nova_post) = MutexGuard::try_map(nova_post, Option::as_mut) {
                return Ok(nova_post);
            }
        }
    }

    /// Removes all that practice keeps on this computer, and opens as on the first day; but for the
    /// presenter's own numbers, where `keep_numbers`. What is under way is broken off.
    ///
    /// Fails before anything is touched if the keychain can't be used. Whatever stops it later:
    /// the next time that practice is needed, it goes on from there.
    pub(crate) async fn clear(&self, keep_numbers: bool) -> Result<(), Failure> {
        private(self.folder.clone()).await?;
        // Here the system may ask for a password: nobody else has to wait for that.
        self.mode_data(&self.keychain).in_keychain(&no_progress()).await?;
        // Asking for the place comes first: from then on nobody new sits down.
        let (mut place, ()) = tokio::join!(self.service.write(), self.hang_up());
        if let Some(looked_after) = place.0.take() {
            *self.unsaved_keys() = looked_after.end().await;
        }
        let begun = self.begin_clearing(keep_numbers).await;
        if begun.is_ok() {
            *self.unsaved_keys() = UnsavedKeys::default();
        }
        // Where it was refused as well: then the next service has what this one had.
        let opened = self.open().await.map(|service| place.0 = Some(service));
        begun.and(opened)
    }

    /// Has the system ask for the keychain's password, if that is what a clearing waits for that was
    /// broken off: by itself it asks nobody for anything.
    pub(crate) async fn unlock(&self) -> Result<(), Failure> {
        if Clearing::under_way(&self.folder).await?.is_some() {
            self.mode_data(&self.keychain).in_keychain(&no_progress()).await?;
        }
        Ok(())
    }

    /// Forgets the key that waits to be brought in. While the room is cleared none does.
    pub(crate) fn withdraw(&self) {
        if let Ok(place) = self.service.try_read()
            && let Some(service) = place.service()
        {
            service.withdraw();
        }
    }

    /// Wipes what is in memory, because the app ends.
    pub(crate) fn forget_secrets(&self) {
        if let Ok(place) = self.service.try_read()
            && let Some(service) = place.service()
        {
            service.forget_secrets();
        }
        *self.unsaved_keys() = UnsavedKeys::default();
    }

    async fn begin_clearing(&self, keep_numbers: bool) -> Result<(), Failure> {
        let mode_data = self.mode_data(&self.keychain.non_interactive());
        let entries = briefly(mode_data.in_keychain(&no_progress())).await?;
        Clearing { keep_numbers, entries }.begin(&self.folder).await
    }

    /// Ends practice's Nova Post, because the app ends: port and state are free at once. Waits a moment
    /// at most.
    pub(crate) fn end(&self) {
        let Ok(mut nova_post) = self.nova_post.try_lock() else { return };
        if let Some(nova_post) = nova_post.take() {
            // A time limit has to be made where it is waited for, in the runtime.
            let ending = async { tokio::time::timeout(A_MOMENT, nova_post.hang_up()).await };
            let _ = tauri::async_runtime::block_on(ending);
        }
    }

    async fn hang_up(&self) {
        let nova_post = self.nova_post.lock().await.take();
        if let Some(nova_post) = nova_post {
            nova_post.hang_up().await;
        }
    }

    /// Opens practice, and before that finishes a clearing that was broken off.
    async fn open(&self) -> Result<SupervisedService, Failure> {
        private(self.folder.clone()).await?;
        let mode_data = self.mode_data(&self.keychain.non_interactive());
        let clearing = Clearing::under_way(&self.folder).await?;
        if let Some(clearing) = &clearing {
            briefly(clearing.clear(&mode_data, &self.state())).await?;
        }
        let practice = self.start().await?;
        if let Some(clearing) = clearing {
            if clearing.keep_numbers {
                practice.reset().await.map_err(|_| Failure::StoreUnwritable)?;
            }
            Clearing::end(&self.folder).await?;
            tracing::info!("practice was cleared");
        }
        let url = |text: String| BaseUrl::parse(&text).map_err(|_| Failure::Unreachable);
        let service = Service::new(ServiceConfig {
            store: mode_data.store,
            keychain: self.keychain.clone(),
            sandbox: url(practice.base_url())?,
            production: url(practice.production_url())?,
            clock: Arc::new(PracticeClock::of(&practice)),
        });
        service.reconciler.adopt_unsaved_keys(std::mem::take(&mut *self.unsaved_keys()));
        *self.nova_post.lock().await = Some(practice);
        Ok(SupervisedService::new(service, &self.news))
    }

    async fn start(&self) -> Result<Practice, Failure> {
        let options = |port| Options { port, state: Some(self.state()), ..Options::default() };
        let again = self.port.load(Ordering::Relaxed);
        let started = match Practice::start(options(again)).await {
            Err(StartError::PortInUse(_) | StartError::PortRefused(..)) if again != 0 => {
                Practice::start(options(0)).await
            }
            other => other,
        };
        let practice = started.map_err(|error| {
            tracing::error!(%error, "practice did not start");
            match error {
                StartError::StateDamaged(..) | StartError::StateNewer(_) => {
                    Failure::StoreUnreadable
                }
                StartError::StateUnreachable(..) | StartError::StateInUse(_) => {
                    Failure::StoreUnwritable
                }
                _ => Failure::Unreachable,
            }
        })?;
        let port = practice.base_url().parse().ok().and_then(|url: tauri::Url| url.port());
        self.port.store(port.unwrap_or_default(), Ordering::Relaxed);
        Ok(practice)
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

impl Place {
    fn service(&self) -> Option<&Service> {
        self.0.as_ref().map(|looked_after| &*looked_after.service)
    }
}

/// The room waits for it, and with the room everybody who wants to work there.
async fn briefly<T>(asked: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(Failure::KeychainSlow))
}

async fn private(folder: PathBuf) -> Result<(), Failure> {
    match tauri::async_runtime::spawn_blocking(move || private_folder(&folder)).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(Failure::StoreUnwritable),
    }
}
