//! The state file: read once at the start, replaced as a whole after a change, and locked by one
//! server at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::start_error::StartError;
use super::text_file;
use crate::rules::{LoadError, Seed, World};

/// A locked state file. Dropping it unlocks the file.
#[derive(Debug)]
pub(crate) struct StateFile {
    path: PathBuf,
    /// `None` if the file system has no locks.
    _lock: Option<File>,
}

/// The state at the start.
pub(crate) struct Opened {
    pub(crate) world: World,
    /// How far practice's time is ahead of the computer's.
    pub(crate) ahead: TimeDelta,
    pub(crate) file: Option<StateFile>,
    pub(crate) seed: Option<Seed>,
    /// Whether a saved state was read, so that the seed counts only after a reset.
    pub(crate) is_saved: bool,
}

/// Reads the saved state, or makes a new world with the seed if nothing is saved yet. A missing file
/// is created at once, so that a folder without write permission fails here and not at the first key.
pub(crate) fn open(
    path: Option<PathBuf>,
    seed: Option<PathBuf>,
    now: DateTime<Utc>,
) -> Result<Opened, StartError> {
    // A symbolic link stays one: its target is locked and replaced.
    let path = path.map(|path| fs::canonicalize(&path).unwrap_or(path));
    let file = path.map(StateFile::lock).transpose()?;
    let path = file.as_ref().map(|file| file.path.as_path());
    let saved = path.map(read_saved).transpose()?.flatten();
    // Validated also if a state was saved: a reset will need it.
    let seeded = seed.map(|seed| read_seed(&seed, now)).transpose()?;
    let (seed, fresh) = seeded.unzip();
    let is_saved = saved.is_some();
    let new = || (fresh.unwrap_or_else(|| World::new(&mut rand::rng())), TimeDelta::zero());
    let (world, ahead) = saved.unwrap_or_else(new);
    if let Some(path) = path.filter(|_| !is_saved) {
        let json = world.to_json(ahead).map_err(io::Error::from);
        json.and_then(|json| replace(path, &json))
            .map_err(|error| StartError::StateUnreachable(path.to_owned(), error))?;
    }
    Ok(Opened { world, ahead, file, seed, is_saved })
}

/// The content of a state file; `None` if there is no file.
fn read_saved(path: &Path) -> Result<Option<(World, TimeDelta)>, StartError> {
    match fs::read(path) {
        Ok(bytes) => {
            let damaged = |damage: String| StartError::StateDamaged(path.to_owned(), damage);
            let json = text_file::decode(&bytes).map_err(|why| damaged(why.to_owned()))?;
            World::from_json(&json, &mut rand::rng()).map(Some).map_err(|error| match error {
                LoadError::Newer => StartError::StateNewer(path.to_owned()),
                error => damaged(error.to_string()),
            })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StartError::StateUnreachable(path.to_owned(), error)),
    }
}

/// A seed, and a new world with it.
fn read_seed(path: &Path, now: DateTime<Utc>) -> Result<(Seed, World), StartError> {
    let bytes =
        fs::read(path).map_err(|error| StartError::SeedUnreachable(path.to_owned(), error))?;
    let json = text_file::decode(&bytes)
        .map_err(|why| StartError::SeedDamaged(path.to_owned(), why.to_owned()))?;
    let mut world = World::new(&mut rand::rng());
    Seed::from_json(&json)
        .and_then(|seed| world.apply_seed(&seed, now, &mut rand::rng()).map(|()| (seed, world)))
        .map_err(|error| StartError::SeedDamaged(path.to_owned(), error.to_string()))
}

/// All files that a server with this state file can leave behind: the file itself, a half-written
/// successor, and the lock file.
#[must_use]
pub fn state_files(state: &Path) -> [PathBuf; 3] {
    [state.to_owned(), beside(state, NEW), beside(state, LOCK)]
}

impl StateFile {
    /// Locks a file, which need not exist yet. The lock is on a second file, because this one is
    /// replaced at every change. The system releases it when the process ends.
    fn lock(path: PathBuf) -> Result<Self, StartError> {
        let lock = if path.is_dir() {
            Err(io::ErrorKind::IsADirectory.into())
        } else {
            private().create(true).open(beside(&path, LOCK))
        };
        let lock = lock.and_then(|lock| match lock.try_lock() {
            Ok(()) => Ok(Some(lock)),
            // Some network drives don't support locks.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(None)
            }
            Err(TryLockError::Error(error)) => Err(error),
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::ResourceBusy.into()),
        });
        match lock {
            Ok(lock) => {
                close_to_others(&path);
                close_to_others(&beside(&path, LOCK));
                Ok(Self { path, _lock: lock })
            }
            Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {
                Err(StartError::StateInUse(path))
            }
            Err(error) => Err(StartError::StateUnreachable(path, error)),
        }
    }

    /// Replaces the content. When this returns, the new content is synced to disk; if it fails, the
    /// old content is still there.
    pub(super) fn replace(&self, json: &[u8]) -> io::Result<()> {
        replace(&self.path, json)
    }
}

fn replace(path: &Path, json: &[u8]) -> io::Result<()> {
    let new = beside(path, NEW);
    // A file left by a crash could be readable by other users; the new one never is.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let written = write(&new, json).and_then(|()| rename(&new, path));
    if written.is_err() {
        // Nothing needs this file, and the disk may be full. The write error is the one to report.
        let _ = fs::remove_file(&new);
    }
    written?;
    // The new name is durable once the folder is.
    #[cfg(unix)]
    sync_folder(path)?;
    Ok(())
}

/// On Windows another program may hold the file for a moment, such as a virus scanner: tries again for a
/// second.
#[expect(clippy::disallowed_methods, reason = "no event tells when the file is free")]
fn rename(new: &Path, path: &Path) -> io::Result<()> {
    let mut retries = if cfg!(windows) { 20 } else { 0 };
    loop {
        match fs::rename(new, path) {
            Err(error) if retries > 0 && is_held(&error) => {
                retries -= 1;
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            other => return other,
        }
    }
}

/// Whether another program holds the file with the old name or the new one.
fn is_held(error: &io::Error) -> bool {
    const ERROR_SHARING_VIOLATION: i32 = 32;
    error.kind() == io::ErrorKind::PermissionDenied
        || (cfg!(windows) && error.raw_os_error() == Some(ERROR_SHARING_VIOLATION))
}

fn write(new: &Path, json: &[u8]) -> io::Result<()> {
    let mut file = private().create_new(true).open(new)?;
    file.write_all(json)?;
    file.sync_all()
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The new content, before it replaces the file.
const NEW: &str = ".new";
/// Locked while the state file is in use. It is never removed: another server could lock the removed
/// file while a third one locks a new file of the same name.
const LOCK: &str = ".lock";

/// Takes the rights of other users away from a file that may be a copy, or restored with other rights. If
/// that fails, the next change still replaces the file by a private one.
#[cfg(unix)]
fn close_to_others(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(mut permissions) = fs::metadata(path).map(|metadata| metadata.permissions()) else {
        return;
    };
    if permissions.mode() & 0o077 != 0 {
        permissions.set_mode(0o600);
        if let Err(error) = fs::set_permissions(path, permissions) {
            tracing::warn!(kind = ?error.kind(), "the state file is open to other users");
        }
    }
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) {}

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

/// On other systems the permissions of the folder decide; a user's folders are private by default.
#[cfg(not(unix))]
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    options
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}
