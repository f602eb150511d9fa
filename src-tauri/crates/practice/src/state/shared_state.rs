//! The world that all connections share, its clock, and the file that saves both.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use chrono::{DateTime, TimeDelta, Utc};
use rand::rngs::ThreadRng;

use super::changes::{ChangeError, NotKept};
use super::state_file::StateFile;
use super::timeouts::Timeouts;
use crate::clock::{Clock, SimClock, Speed};
use crate::rules::{Move, Seed, TooFar, World};

/// The state machine, its clock and its file.
pub(crate) struct SharedState {
    world: RwLock<World>,
    writer: Option<FileWriter>,
    initial: InitialState,
    clock: Arc<SimClock>,
    pub(crate) timeouts: Timeouts,
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
        let writer = file.map(|file| FileWriter {
            file: Mutex::new(Some(file)),
            saved: AtomicU64::new(world.revision()),
        });
        Self { world: RwLock::new(world), writer, initial, clock: Arc::new(clock), timeouts }
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

    /// Changes the world and returns when the change is saved. If it can't be saved, it is still in
    /// effect until this process ends.
    pub(crate) async fn change<T>(
        self: &Arc<Self>,
        change: impl FnOnce(&mut World, DateTime<Utc>, &mut ThreadRng) -> T,
    ) -> Result<T, NotKept> {
        let (changed, revision) = self.change_in_memory(change);
        self.save(revision).await.map_err(NotKept)?;
        Ok(changed)
    }

    /// Changes the world without saving it. Returns the revision that has to be saved.
    pub(crate) fn change_in_memory<T>(
        &self,
        change: impl FnOnce(&mut World, DateTime<Utc>, &mut ThreadRng) -> T,
    ) -> (T, u64) {
        let mut world = self.world.write().unwrap_or_else(PoisonError::into_inner);
        // The clock is read under the lock, so that changes and their times have the same order.
        let changed = change(&mut world, self.now(), &mut rand::rng());
        (changed, world.revision())
    }

    /// Moves the clock and returns when that is saved.
    pub(crate) async fn set_time(self: &Arc<Self>, to: Move) -> Result<(), ChangeError<TooFar>> {
        let clock = Arc::clone(&self.clock);
        let moved = self.change(|world, shown, _| {
            clock.set_ahead(to.ahead(clock.computer(), shown)?);
            world.mark_changed();
            Ok(())
        });
        moved.await?.map_err(ChangeError::Refused)
    }

    /// Restores the initial state, clock and seed included. Added numbers stay unless
    /// `numbers_too`.
    pub(crate) async fn reset(self: &Arc<Self>, numbers_too: bool) -> Result<(), NotKept> {
        let InitialState { at, seed } = &self.initial;
        let clock = Arc::clone(&self.clock);
        let reset = self.change(|world, _, rng| {
            let computer = clock.computer();
            clock.set_ahead(at.map_or(TimeDelta::zero(), |at| at - computer));
            world.reset(numbers_too, seed.as_ref(), at.unwrap_or(computer), rng);
        });
        reset.await
    }

    /// Returns when this revision is in the file, if there is a file. A write that has begun goes on
    /// even if the caller is cancelled.
    pub(crate) async fn save(self: &Arc<Self>, revision: u64) -> io::Result<()> {
        if self.is_saved(revision) {
            return Ok(());
        }
        let state = Arc::clone(self);
        tokio::task::spawn_blocking(move || state.save_blocking(revision))
            .await
            .unwrap_or_else(|error| Err(io::Error::other(error)))
    }

    /// Unlocks the file for the next server. Waits for a running write; later ones fail.
    pub(crate) async fn release_file(self: &Arc<Self>) {
        let state = Arc::clone(self);
        let release = move || {
            let writer = state.writer.as_ref();
            writer.map(|writer| writer.file.lock().unwrap_or_else(PoisonError::into_inner).take())
        };
        if let Err(error) = tokio::task::spawn_blocking(release).await {
            tracing::error!(%error, "the state file was not released");
        }
    }

    fn is_saved(&self, revision: u64) -> bool {
        self.writer.as_ref().is_none_or(|writer| writer.saved.load(Ordering::Acquire) >= revision)
    }

    fn save_blocking(&self, revision: u64) -> io::Result<()> {
        let Some(writer) = &self.writer else {
            return Ok(());
        };
        let file = writer.file.lock().unwrap_or_else(PoisonError::into_inner);
        // The write that held the lock may have saved this revision too.
        if self.is_saved(revision) {
            return Ok(());
        }
        let file = file.as_ref().ok_or_else(|| io::Error::other("practice has ended"))?;
        let (json, newest) = {
            let world = self.read();
            (world.to_json(self.clock.offset())?, world.revision())
        };
        file.replace(&json)?;
        writer.saved.store(newest, Ordering::Release);
        Ok(())
    }
}

struct FileWriter {
    /// Locked during a write. `None` after the file was released.
    file: Mutex<Option<StateFile>>,
    /// The newest revision in the file.
    saved: AtomicU64,
}
