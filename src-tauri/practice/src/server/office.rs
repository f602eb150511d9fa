//! One environment at work: its state, shared by all connections, and the file that keeps it.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use super::Limits;
use super::state_file::StateFile;
use crate::Clock;
use crate::rules::{Answer, State};

/// The state machine, its clock and its keeper.
pub(super) struct Office {
    state: RwLock<State>,
    keeper: Option<Keeper>,
    pub(super) clock: Clock,
    pub(super) limits: Limits,
}

impl Office {
    pub(super) fn new(state: State, file: Option<StateFile>, clock: Clock, limits: Limits) -> Self {
        let keeper = file.map(|file| Keeper {
            file,
            kept: AtomicU64::new(state.revision()),
            writing: Mutex::default(),
        });
        Self { state: RwLock::new(state), keeper, clock, limits }
    }

    /// For the calls that change nothing; any number at once.
    pub(super) fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request for a test key, and says at which revision its answer is kept.
    pub(super) fn create_test_key(&self, body: &[u8]) -> (Answer, u64) {
        let now = self.clock.now();
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let answer = state.create_test_key(now, body, &mut rand::rng());
        (answer, state.revision())
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

    fn is_kept(&self, revision: u64) -> bool {
        self.keeper.as_ref().is_none_or(|keeper| keeper.kept.load(Ordering::Acquire) >= revision)
    }

    /// Whoever waits for another's write mostly finds that it took both along.
    fn keep_now(&self, revision: u64) -> io::Result<()> {
        let Some(keeper) = &self.keeper else {
            return Ok(());
        };
        let _turn = keeper.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_kept(revision) {
            return Ok(());
        }
        let (json, newest) = {
            let state = self.read();
            (state.to_json()?, state.revision())
        };
        keeper.file.replace(&json)?;
        keeper.kept.store(newest, Ordering::Release);
        Ok(())
    }
}

struct Keeper {
    file: StateFile,
    /// The newest revision in the file.
    kept: AtomicU64,
    /// Held while the file is written: one at a time.
    writing: Mutex<()>,
}
