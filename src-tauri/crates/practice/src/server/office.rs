//! The world at work: shared by all connections, its clock, and the file that keeps both.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use chrono::{DateTime, TimeDelta, Utc};
use rand::rngs::ThreadRng;

use super::state_file::StateFile;
use super::{ChangeError, Limits, NotKept};
use crate::Clock;
use crate::clock::Hands;
use crate::rules::{Move, Seed, TooFar, World};

/// The state machine, its clock and its keeper.
pub(crate) struct Office {
    world: RwLock<World>,
    keeper: Option<Keeper>,
    beginning: Beginning,
    pub(super) hands: Arc<Hands>,
    pub(crate) limits: Limits,
}

/// How practice begins, at its first start and after a reset.
#[derive(Default)]
pub(super) struct Beginning {
    /// The time, if it isn't the computer's.
    pub(super) at: Option<DateTime<Utc>>,
    pub(super) seed: Option<Seed>,
}

impl Office {
    pub(super) fn new(
        world: World,
        file: Option<StateFile>,
        beginning: Beginning,
        hands: Arc<Hands>,
        limits: Limits,
    ) -> Self {
        let keeper = file.map(|file| Keeper {
            file: Mutex::new(Some(file)),
            kept: AtomicU64::new(world.revision()),
        });
        Self { world: RwLock::new(world), keeper, beginning, hands, limits }
    }

    /// What practice's clock shows.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.hands.now()
    }

    /// The clock itself.
    pub(super) fn clock(&self) -> Clock {
        let hands = Arc::clone(&self.hands);
        Clock::new(move || hands.now())
    }

    /// How far that is ahead of the computer's.
    pub(crate) fn ahead(&self) -> TimeDelta {
        self.hands.ahead()
    }

    /// For what changes nothing; any number at once.
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, World> {
        self.world.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the world, and returns when the change is kept. If it can't be kept, it holds until
    /// the end of this process.
    pub(crate) async fn change<T>(
        self: &Arc<Self>,
        change: impl FnOnce(&mut World, DateTime<Utc>, &mut ThreadRng) -> T,
    ) -> Result<T, NotKept> {
        let (changed, revision) = self.change_in_memory(change);
        self.keep(revision).await.map_err(NotKept)?;
        Ok(changed)
    }

    /// Changes the world, and says at which revision the change is kept.
    pub(super) fn change_in_memory<T>(
        &self,
        change: impl FnOnce(&mut World, DateTime<Utc>, &mut ThreadRng) -> T,
    ) -> (T, u64) {
        let mut world = self.world.write().unwrap_or_else(PoisonError::into_inner);
        // Asked under the lock: changes and their times have one order.
        let changed = change(&mut world, self.now(), &mut rand::rng());
        (changed, world.revision())
    }

    /// Moves the clock, likewise.
    pub(super) async fn set_time(self: &Arc<Self>, to: Move) -> Result<(), ChangeError<TooFar>> {
        let hands = Arc::clone(&self.hands);
        let moved = self.change(|world, shown, _| {
            hands.set_ahead(to.ahead(hands.computer(), shown)?);
            world.touch();
            Ok(())
        });
        moved.await?.map_err(ChangeError::Refused)
    }

    /// Makes everything as on the first start, clock and seed included.
    pub(super) async fn reset(self: &Arc<Self>, numbers_too: bool) -> Result<(), NotKept> {
        let Beginning { at, seed } = &self.beginning;
        let hands = Arc::clone(&self.hands);
        let reset = self.change(|world, _, rng| {
            let computer = hands.computer();
            hands.set_ahead(at.map_or(TimeDelta::zero(), |at| at - computer));
            world.reset(numbers_too, seed.as_ref(), at.unwrap_or(computer), rng);
        });
        reset.await
    }

    /// Returns when everything up to a revision is in the file, if there is one. Goes on to the end
    /// even if the caller gives up.
    pub(super) async fn keep(self: &Arc<Self>, revision: u64) -> io::Result<()> {
        if self.is_kept(revision) {
            return Ok(());
        }
        let office = Arc::clone(self);
        tokio::task::spawn_blocking(move || office.keep_now(revision))
            .await
            .unwrap_or_else(|error| Err(io::Error::other(error)))
    }

    /// Lets go of the file, so that the next server can take it. Waits for whoever is writing;
    /// nothing is written after it.
    pub(super) async fn let_go(self: &Arc<Self>) {
        let office = Arc::clone(self);
        let let_go = move || {
            let keeper = office.keeper.as_ref();
            keeper.map(|keeper| keeper.file.lock().unwrap_or_else(PoisonError::into_inner).take())
        };
        if tokio::task::spawn_blocking(let_go).await.is_err() {
            tracing::error!("the state file is not let go of");
        }
    }

    fn is_kept(&self, revision: u64) -> bool {
        self.keeper.as_ref().is_none_or(|keeper| keeper.kept.load(Ordering::Acquire) >= revision)
    }

    /// Whoever waits for another's write mostly finds that it took both along.
    fn keep_now(&self, revision: u64) -> io::Result<()> {
        let Some(keeper) = &self.keeper else {
            return Ok(());
        };
        let file = keeper.file.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_kept(revision) {
            return Ok(());
        }
        let file = file.as_ref().ok_or_else(|| io::Error::other("practice has ended"))?;
        let (json, newest) = {
            let world = self.read();
            (world.to_json(self.hands.lead())?, world.revision())
        };
        file.replace(&json)?;
        keeper.kept.store(newest, Ordering::Release);
        Ok(())
    }
}

struct Keeper {
    /// Held while it is written: one at a time. None once it was let go of.
    file: Mutex<Option<StateFile>>,
    /// The newest revision in the file.
    kept: AtomicU64,
}
