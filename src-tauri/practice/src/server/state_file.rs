//! The file that keeps a state: read once at the start, replaced as a whole after a change.

#[cfg(unix)]
use std::fs::File;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::StartError;
use crate::rules::World;

/// Where a state is kept.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
}

/// What was kept: a world, and how far its clock was ahead of the computer's.
pub(super) struct Saved {
    pub(super) world: World,
    pub(super) ahead: TimeDelta,
}

/// What to start with, and its file if it has one. A missing file is made at once, so that a
/// folder that can't be written to is found out now and not after the first key.
pub(super) fn open(path: Option<PathBuf>) -> Result<(Saved, Option<StateFile>), StartError> {
    let fresh = || Saved { world: World::new(&mut rand::rng()), ahead: TimeDelta::zero() };
    let Some(path) = path else {
        return Ok((fresh(), None));
    };
    let saved = match fs::read(&path) {
        Ok(json) => World::from_json(&json, fresh().world)
            .map(|(world, ahead)| Saved { world, ahead })
            .map_err(|damage| StartError::StateDamaged(path.clone(), damage.to_string()))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let saved = fresh();
            let json = saved.world.to_json(saved.ahead).map_err(io::Error::from);
            json.and_then(|json| replace(&path, &json))
                .map_err(|error| StartError::StateUnreachable(path.clone(), error))?;
            saved
        }
        Err(error) => return Err(StartError::StateUnreachable(path, error)),
    };
    Ok((saved, Some(StateFile { path })))
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
    let mut file = private().open(&new)?;
    file.write_all(json)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&new, path)?;
    sync_folder(path)
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
