//! Practice's room: its Nova Post, the desk in front of it, and how both are cleared away.
//!
//! ```text
//! <home>/practice/register.sqlite       what the desk keeps
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

use keydesk_core::desk::{Belongings, Desk, Furnishing, HandedOver, quietly};
use keydesk_core::failure::Failure;
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::register::private_folder;
use keydesk_core::vault::Vault;
use keydesk_practice::{Options, Practice, StartError};

use crate::desks::{LookedAfter, News};

use clearing::Clearing;
use clock::PracticeClock;

/// How long everybody in practice waits for a keychain that hangs while the room is cleared.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the end of the app may wait for practice's.
const A_MOMENT: Duration = Duration::from_secs(1);

/// Practice, set up when it is first needed.
pub(crate) struct Room {
    folder: PathBuf,
    vault: Vault,
    news: News,
    /// Whoever works at the desk holds this for reading: it isn't cleared away under their hands.
    desk: Arc<RwLock<Place>>,
    /// What only memory had at a desk that was closed; for the next one.
    handed_over: std::sync::Mutex<HandedOver>,
    /// Apart from the desk, so that hanging up ends what they are waiting for.
    nova_post: Mutex<Option<Practice>>,
    /// Where it listened last: pages in the browser go on working.
    port: AtomicU16,
}

/// The desk, while somebody works at it.
pub(crate) type AtWork = OwnedRwLockReadGuard<Place, Desk>;

/// Where the desk stands, once it is set up.
#[derive(Default)]
pub(crate) struct Place(Option<LookedAfter>);

impl Room {
    /// The room in this folder, with its keychain.
    pub(crate) fn new(folder: PathBuf, vault: Vault, news: News) -> Self {
        let (desk, handed_over, nova_post, port) = Default::default();
        Self { folder, vault, news, desk, handed_over, nova_post, port }
    }

    /// The desk. Waits until its Nova Post listens, and while the room is cleared; so nobody who is at
    /// work may ask for it a second time.
    pub(crate) async fn desk(&self) -> Result<AtWork, Failure> {
        let place = Arc::clone(&self.desk).read_owned().await;
        if let Ok(desk) = OwnedRwLockReadGuard::try_map(place, Place::desk) {
            return Ok(desk);
        }
        let mut place = Arc::clone(&self.desk).write_owned().await;
        if place.0.is_none() {
            place.0 = Some(self.open().await?);
        }
        OwnedRwLockReadGuard::try_map(place.downgrade(), Place::desk)
            .map_err(|_| Failure::Unreachable)
    }

    /// The Nova Post of practice, while something is asked of it.
    pub(crate) async fn nova_post(&self) -> Result<MappedMutexGuard<'_, Practice>, Failure> {
        loop {
            drop(self.desk().await?);
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
        self.belongings(&self.vault).in_keychain(&quietly()).await?;
        // Asking for the place comes first: from then on nobody new sits down.
        let (mut place, ()) = tokio::join!(self.desk.write(), self.hang_up());
        if let Some(looked_after) = place.0.take() {
            *self.handed_over() = looked_after.end().await;
        }
        let begun = self.begin_clearing(keep_numbers).await;
        if begun.is_ok() {
            *self.handed_over() = HandedOver::default();
        }
        // Where it was refused as well: then the next desk has what this one had.
        let opened = self.open().await.map(|desk| place.0 = Some(desk));
        begun.and(opened)
    }

    /// Has the system ask for the keychain's password, if that is what a clearing waits for that was
    /// broken off: by itself it asks nobody for anything.
    pub(crate) async fn unlock(&self) -> Result<(), Failure> {
        if Clearing::under_way(&self.folder).await?.is_some() {
            self.belongings(&self.vault).in_keychain(&quietly()).await?;
        }
        Ok(())
    }

    /// Forgets the key that waits to be brought in. While the room is cleared none does.
    pub(crate) fn withdraw(&self) {
        if let Ok(place) = self.desk.try_read()
            && let Some(desk) = place.desk()
        {
            desk.withdraw();
        }
    }

    /// Wipes what is in memory, because the app ends.
    pub(crate) fn forget_secrets(&self) {
        if let Ok(place) = self.desk.try_read()
            && let Some(desk) = place.desk()
        {
            desk.forget_secrets();
        }
        *self.handed_over() = HandedOver::default();
    }

    async fn begin_clearing(&self, keep_numbers: bool) -> Result<(), Failure> {
        let belongings = self.belongings(&self.vault.unasked());
        let entries = briefly(belongings.in_keychain(&quietly())).await?;
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
    async fn open(&self) -> Result<LookedAfter, Failure> {
        private(self.folder.clone()).await?;
        let belongings = self.belongings(&self.vault.unasked());
        let clearing = Clearing::under_way(&self.folder).await?;
        if let Some(clearing) = &clearing {
            briefly(clearing.clear(&belongings, &self.state())).await?;
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
        let desk = Desk::new(Furnishing {
            register: belongings.register,
            vault: self.vault.clone(),
            sandbox: url(practice.base_url())?,
            production: url(practice.production_url())?,
            clock: Arc::new(PracticeClock::of(&practice)),
        });
        desk.take_over(std::mem::take(&mut *self.handed_over()));
        *self.nova_post.lock().await = Some(practice);
        Ok(LookedAfter::new(desk, &self.news))
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

    fn belongings(&self, vault: &Vault) -> Belongings {
        Belongings { register: self.folder.join("register.sqlite"), vault: vault.clone() }
    }

    fn handed_over(&self) -> std::sync::MutexGuard<'_, HandedOver> {
        self.handed_over.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> PathBuf {
        self.folder.join("nova-post.json")
    }
}

impl Place {
    fn desk(&self) -> Option<&Desk> {
        self.0.as_ref().map(|looked_after| &*looked_after.desk)
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
