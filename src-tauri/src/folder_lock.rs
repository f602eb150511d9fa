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

/// How many times two seconds the app waits for the end of a command. A question of `keydesk token` is open for two
/// minutes at most.
const WAITS_FOR_COMMAND: u32 = 90;

/// The file that a command locks besides `lock`.
const COMMAND: &str = "lock-command";

/// Holds the lock until it is released or dropped, or the process ends.
#[derive(Debug)]
pub(crate) struct FolderLock {
    /// Empty without a lock.
    files: Mutex<Vec<File>>,
}

impl FolderLock {
    /// Locks the folder for the app with its window. If a command has it, such as `keydesk token`, waits until that
    /// has ended.
    pub(crate) fn acquire_for_app(folder: &Path) -> Result<Self, StartFailure> {
        for _ in 0..WAITS_FOR_COMMAND {
            match Self::acquire(folder) {
                Err(StartFailure::FolderInUse) if has_command(folder) => {}
                other => return other,
            }
        }
        Err(StartFailure::FolderInUse)
    }

    /// Locks the folder for a command that is the app without its window.
    pub(crate) fn acquire_for_command(folder: &Path) -> Result<Self, StartFailure> {
        let lock = Self::acquire(folder)?;
        // Without it the app that is started meanwhile does not wait, and says that the folder is in use.
        if let Ok(file) = open(folder, COMMAND)
            && file.try_lock().is_ok()
        {
            lock.files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        }
        Ok(lock)
    }

    /// Locks the folder. Fails if another process holds the lock for two seconds. Where the folder
    /// can't be written or its file system has no locks, the app starts without one: the window says
    /// that nothing can be written.
    #[expect(clippy::disallowed_methods, reason = "a lock has no event that a wait could end with")]
    fn acquire(folder: &Path) -> Result<Self, StartFailure> {
        let file = match open(folder, "lock") {
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
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn holding(file: Option<File>) -> Self {
        Self { files: Mutex::new(file.into_iter().collect()) }
    }
}

/// Whether a command has the folder now.
fn has_command(folder: &Path) -> bool {
    let file = open(folder, COMMAND);
    file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

/// Another process may have locked the content of the file, so it is not emptied.
fn open(folder: &Path, name: &str) -> std::io::Result<File> {
    OpenOptions::new().create(true).write(true).truncate(false).open(folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_used_by_one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::acquire_for_app(folder.path()).unwrap();
        let second = FolderLock::acquire_for_app(folder.path()).unwrap_err();
        assert!(matches!(second, StartFailure::FolderInUse));
        first.release();
        assert!(FolderLock::acquire_for_app(folder.path()).is_ok());
    }

    #[test]
    fn the_app_waits_for_the_end_of_a_command() {
        let folder = tempfile::tempdir().unwrap();
        let command = FolderLock::acquire_for_command(folder.path()).unwrap();
        assert!(has_command(folder.path()));
        assert!(FolderLock::acquire_for_command(folder.path()).is_err());
        thread::scope(|scope| {
            let app = scope.spawn(|| FolderLock::acquire_for_app(folder.path()));
            command.release();
            assert!(app.join().unwrap().is_ok());
        });
        assert!(!has_command(folder.path()));
    }

    #[test]
    fn a_folder_that_does_not_exist_keeps_no_app_from_starting() {
        let folder = tempfile::tempdir().unwrap();
        assert!(FolderLock::acquire_for_app(&folder.path().join("missing")).is_ok());
    }
}
