//! The file that keeps a state: read once at the start, replaced as a whole after a change.

#[cfg(unix)]
use std::fs::File;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::StartError;
use crate::rules::{Seed, World};

/// Where a state is kept.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
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
    let kept = path.as_deref().map(kept).transpose()?.flatten();
    // Judged also where it isn't needed yet: a reset will need it.
    let sown = seed.map(|seed| sow(&seed, now)).transpose()?;
    let (seed, fresh) = sown.unzip();
    let is_kept = kept.is_some();
    let new = || (fresh.unwrap_or_else(|| World::new(&mut rand::rng())), TimeDelta::zero());
    let (world, ahead) = kept.unwrap_or_else(new);
    if let Some(path) = path.as_deref().filter(|_| !is_kept) {
        let json = world.to_json(ahead).map_err(io::Error::from);
        json.and_then(|json| replace(path, &json))
            .map_err(|error| StartError::StateUnreachable(path.to_owned(), error))?;
    }
    // A link stays one: what it leads to is replaced.
    let file = path.map(|path| StateFile { path: fs::canonicalize(&path).unwrap_or(path) });
    Ok(Opened { world, ahead, file, seed })
}

/// What a state file holds; none if there is no file.
fn kept(path: &Path) -> Result<Option<(World, TimeDelta)>, StartError> {
    match fs::read(path) {
        Ok(json) => World::from_json(&json, World::new(&mut rand::rng()))
            .map(Some)
            .map_err(|damage| StartError::StateDamaged(path.to_owned(), damage.to_string())),
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

impl StateFile {
    /// Replaces what the file holds. When this returns, the new content survives a power cut; if it
    /// fails, the old content is still there.
    pub(super) fn replace(&self, json: &[u8]) -> io::Result<()> {
        replace(&self.path, json)
    }
}

fn replace(path: &Path, json: &[u8]) -> io::Result<()> {
    let new = beside(path);
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
    let mut file = private().open(new)?;
    file.write_all(json)?;
    file.sync_all()
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options
}

/// Elsewhere the folder's own rights decide, and a user's folders are private by default.
#[cfg(not(unix))]
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
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
