//! The lock of the data folder: one process uses a folder at a time.
//!
//! The single-instance plugin brings the first window to the front. It can't see a process in another
//! session of the same person (Windows), and another person can make it fail (macOS), so this lock
//! decides.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::start_failure::StartFailure;

/// A process that is ending still holds the lock for a moment.
const ATTEMPTS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// Holds the lock until it is released or dropped, or the process ends.
#[derive(Debug)]
pub(crate) struct FolderLock {
    /// `None` without a lock.
    file: Mutex<Option<File>>,
}

impl FolderLock {
    /// Locks the folder. Fails if another process holds the lock for two seconds. Where the folder
    /// can't be written or its file system has no locks, the app starts without one: the window says
    /// that nothing can be written.
    #[expect(clippy::disallowed_methods, reason = "a lock has no event that a wait could end with")]
    pub(crate) fn acquire(folder: &Path) -> Result<Self, StartFailure> {
        // Another process may have locked its content, so it is not emptied.
        let opened =
            OpenOptions::new().create(true).write(true).truncate(false).open(folder.join("lock"));
        let file = match opened {
            Ok(file) => file,
            Err(error) => {
                tracing::warn!(kind = ?error.kind(), "the data folder can't be locked");
                return Ok(Self::holding(None));
            }
        };
        for _ in 0..ATTEMPTS {
            match file.try_lock() {
                Ok(()) => return Ok(Self::holding(Some(file))),
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) => {
                    tracing::warn!(kind = ?error.kind(), "the data folder can't be locked");
                    return Ok(Self::holding(None));
                }
            }
        }
        Err(StartFailure::FolderInUse)
    }

    /// Lets the next process use the folder. This process does not use it any more.
    pub(crate) fn release(&self) {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    fn holding(file: Option<File>) -> Self {
        Self { file: Mutex::new(file) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_used_by_one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::acquire(folder.path()).unwrap();
        let second = FolderLock::acquire(folder.path()).unwrap_err();
        assert!(matches!(second, StartFailure::FolderInUse));
        first.release();
        assert!(FolderLock::acquire(folder.path()).is_ok());
    }

    #[test]
    fn a_folder_that_does_not_exist_keeps_no_app_from_starting() {
        let folder = tempfile::tempdir().unwrap();
        assert!(FolderLock::acquire(&folder.path().join("missing")).is_ok());
    }
}
