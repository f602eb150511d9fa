//! The file that keeps a state: read once at the start, replaced as a whole after a change, and held
//! by one server at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::StartError;
use crate::rules::{Damage, Seed, World};

/// Where a state is kept. Nobody else keeps theirs there while this lives.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    _held: Option<File>,
}

/// What to start with.
pub(super) struct Opened {
    pub(super) world: World,
    /// How far its clock is ahead of the computer's.
    pub(super) ahead: TimeDelta,
    pub(super) file: Option<StateFile>,
    pub(super) seed: Option<Seed>,
}

/// What was kept, or a new world with the seed in it if nothing is kept yet. A missing file is made
/// at once, so that a folder that can't be written to is found out now and not after the first key.
pub(super) fn open(
    path: Option<PathBuf>,
    seed: Option<PathBuf>,
    now: DateTime<Utc>,
) -> Result<Opened, StartError> {
    // A link stays one: what it leads to is held and replaced.
    let path = path.map(|path| fs::canonicalize(&path).unwrap_or(path));
    let file = path.map(StateFile::hold).transpose()?;
    let path = file.as_ref().map(|file| file.path.as_path());
    let kept = path.map(kept).transpose()?.flatten();
    // Judged also where it isn't needed yet: a reset will need it.
    let sown = seed.map(|seed| sow(&seed, now)).transpose()?;
    let (seed, fresh) = sown.unzip();
    let is_kept = kept.is_some();
    let new = || (fresh.unwrap_or_else(|| World::new(&mut rand::rng())), TimeDelta::zero());
    let (world, ahead) = kept.unwrap_or_else(new);
    if let Some(path) = path.filter(|_| !is_kept) {
        let json = world.to_json(ahead).map_err(io::Error::from);
        json.and_then(|json| replace(path, &json))
            .map_err(|error| StartError::StateUnreachable(path.to_owned(), error))?;
    }
    Ok(Opened { world, ahead, file, seed })
}

/// What a state file holds; none if there is no file.
fn kept(path: &Path) -> Result<Option<(World, TimeDelta)>, StartError> {
    match fs::read(path) {
        Ok(json) => {
            World::from_json(&json, &mut rand::rng()).map(Some).map_err(|damage| match damage {
                Damage::Newer => StartError::StateNewer(path.to_owned()),
                damage => StartError::StateDamaged(path.to_owned(), damage.to_string()),
            })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StartError::StateUnreachable(path.to_owned(), error)),
    }
}

/// A seed, and the world that begins with it.
fn sow(path: &Path, now: DateTime<Utc>) -> Result<(Seed, World), StartError> {
    let json =
        fs::read(path).map_err(|error| StartError::SeedUnreachable(path.to_owned(), error))?;
    let mut world = World::new(&mut rand::rng());
    Seed::from_json(&json)
        .and_then(|seed| world.sow(&seed, now, &mut rand::rng()).map(|()| (seed, world)))
        .map_err(|damage| StartError::SeedDamaged(path.to_owned(), damage.to_string()))
}

/// The files that a server leaves, which keeps its state in `state`. Whoever clears practice away
/// removes them all.
#[must_use]
pub fn kept_files(state: &Path) -> [PathBuf; 3] {
    [state.to_owned(), beside(state, NEW), beside(state, LOCK)]
}

impl StateFile {
    /// Takes hold of a file, which need not be there yet. The hold is on a file beside it, as this one
    /// is replaced; it ends with the process at the latest.
    fn hold(path: PathBuf) -> Result<Self, StartError> {
        let lock = if path.is_dir() {
            Err(io::ErrorKind::IsADirectory.into())
        } else {
            private().create(true).open(beside(&path, LOCK))
        };
        let held = lock.and_then(|lock| match lock.try_lock() {
            Ok(()) => Ok(Some(lock)),
            // Some network drives know no locks.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(None)
            }
            Err(TryLockError::Error(error)) => Err(error),
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::ResourceBusy.into()),
        });
        match held {
            Ok(held) => Ok(Self { path, _held: held }),
            Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {
                Err(StartError::StateInUse(path))
            }
            Err(error) => Err(StartError::StateUnreachable(path, error)),
        }
    }

    /// Replaces what the file holds. When this returns, the new content survives a power cut; if it
    /// fails, the old content is still there.
    pub(super) fn replace(&self, json: &[u8]) -> io::Result<()> {
        replace(&self.path, json)
    }
}

fn replace(path: &Path, json: &[u8]) -> io::Result<()> {
    let new = beside(path, NEW);
    // A leftover of a crash could be open to others; ours is made private from the first byte.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let written = write(&new, json).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        // Half a state helps nobody, least of all on a full disk.
        let _ = fs::remove_file(&new);
    }
    written?;
    sync_folder(path)
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

/// What is written before it takes the file's place.
const NEW: &str = ".new";
/// What is held as long as the file is in use. It stays: removing it while another takes hold of it
/// would let in a third.
const LOCK: &str = ".lock";

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

/// Elsewhere the folder's own rights decide, and a user's folders are private by default.
#[cfg(not(unix))]
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    options
}

/// The rename is durable once the folder is.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
