//! The world that all connections share, its clock, and the file that saves both.

use std::io;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use chrono::{DateTime, TimeDelta, Utc};
use rand::rngs::ThreadRng;
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::changes::{ChangeError, NotKept};
use super::state_file::StateFile;
use super::timeouts::Timeouts;
use crate::clock::{Clock, SimClock, Speed};
use crate::rules::{Move, Seed, TooFar, World};

/// The state machine, its clock and its file.
pub(crate) struct SharedState {
    world: RwLock<World>,
    /// Locked during a change: one change at a time, each made from what the last one has saved.
    storage: Arc<Mutex<Storage>>,
    initial: InitialState,
    clock: Arc<SimClock>,
    pub(crate) timeouts: Timeouts,
}

/// Where changes are saved.
enum Storage {
    Memory,
    File(StateFile),
    /// The file belongs to the next server.
    Released,
}

/// The state at the first start and after a reset.
#[derive(Default)]
pub(crate) struct InitialState {
    /// The practice time; `None` is the computer's.
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) seed: Option<Seed>,
}

impl SharedState {
    pub(crate) fn new(
        world: World,
        file: Option<StateFile>,
        initial: InitialState,
        clock: SimClock,
        timeouts: Timeouts,
    ) -> Self {
        let storage = Arc::new(Mutex::new(file.map_or(Storage::Memory, Storage::File)));
        Self { world: RwLock::new(world), storage, initial, clock: Arc::new(clock), timeouts }
    }

    /// Practice's time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A clock that shows practice's time.
    pub(crate) fn clock(&self) -> Clock {
        let clock = Arc::clone(&self.clock);
        Clock::new(move || clock.now())
    }

    /// How far practice's time is ahead of the computer's.
    pub(crate) fn ahead(&self) -> TimeDelta {
        self.clock.ahead()
    }

    /// How fast practice's time runs.
    pub(crate) fn speed(&self) -> Speed {
        self.clock.speed()
    }

    /// A read lock on the world.
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, World> {
        self.world.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the world and returns when the change is saved. If it can't be saved, nothing has changed.
    /// A write that has begun goes on even if the caller is cancelled.
    pub(crate) async fn change<T>(
        self: &Arc<Self>,
        change: impl FnOnce(&mut World, DateTime<Utc>, &mut ThreadRng) -> T,
    ) -> Result<T, NotKept> {
        self.change_with_clock(|world, now, rng| (change(world, now, rng), None)).await
    }

    /// Moves the clock and returns when that is saved.
    pub(crate) async fn set_time(self: &Arc<Self>, to: Move) -> Result<(), ChangeError<TooFar>> {
        let clock = Arc::clone(&self.clock);
        let moved = self.change_with_clock(|_, shown, _| match to.ahead(clock.computer(), shown) {
            Ok(ahead) => (Ok(()), Some(ahead)),
            Err(refused) => (Err(refused), None),
        });
        moved.await?.map_err(ChangeError::Refused)
    }

    /// Restores the initial state, clock and seed included. Added numbers stay unless
    /// `numbers_too`.
    pub(crate) async fn reset(self: &Arc<Self>, numbers_too: bool) -> Result<(), NotKept> {
        let InitialState { at, seed } = &self.initial;
        let clock = Arc::clone(&self.clock);
        let reset = self.change_with_clock(|world, _, rng| {
            let computer = clock.computer();
            world.reset(numbers_too, seed.as_ref(), at.unwrap_or(computer), rng);
            ((), Some(at.map_or(TimeDelta::zero(), |at| at - computer)))
        });
        reset.await
    }

    /// Changes the world, and the clock if the second value of `change` is how far it is then ahead.
    async fn change_with_clock<T>(
        self: &Arc<Self>,
        change: impl FnOnce(&mut World, DateTime<Utc>, &mut ThreadRng) -> (T, Option<TimeDelta>),
    ) -> Result<T, NotKept> {
        let storage = Arc::clone(&self.storage).lock_owned().await;
        if matches!(*storage, Storage::Memory) {
            let mut world = self.world.write().unwrap_or_else(PoisonError::into_inner);
            let (result, ahead) = change(&mut world, self.now(), &mut rand::rng());
            if let Some(ahead) = ahead {
                self.clock.set_ahead(ahead);
            }
            return Ok(result);
        }
        let mut next = self.read().clone();
        let revision = next.revision();
        let (result, ahead) = change(&mut next, self.now(), &mut rand::rng());
        if next.revision() != revision || ahead.is_some() {
            let state = Arc::clone(self);
            tokio::task::spawn_blocking(move || state.save(&storage, next, ahead))
                .await
                .unwrap_or_else(|error| Err(io::Error::other(error)))
                .map_err(NotKept)?;
        }
        Ok(result)
    }

    /// Writes the next world to the file, and only then lets the others see it.
    fn save(
        &self,
        storage: &OwnedMutexGuard<Storage>,
        next: World,
        ahead: Option<TimeDelta>,
    ) -> io::Result<()> {
        match &**storage {
            Storage::Memory => {}
            Storage::File(file) => {
                let offset = ahead.unwrap_or_else(|| self.clock.offset());
                file.replace(&next.to_json(offset)?)?;
            }
            Storage::Released => return Err(io::Error::other("practice has ended")),
        }
        let mut world = self.world.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(ahead) = ahead {
            self.clock.set_ahead(ahead);
        }
        *world = next;
        Ok(())
    }

    /// Unlocks the file for the next server. Waits for a running write; later ones fail.
    pub(crate) async fn release_file(&self) {
        let mut storage = self.storage.lock().await;
        if matches!(*storage, Storage::File(_)) {
            *storage = Storage::Released;
        }
    }
}
