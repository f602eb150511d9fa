//! Searches files for keys, exactly: as text, in UTF-16 and in Base64, also inside zip files and office documents.
//!
//! Files are only read. The result says where a key is and never what is around it, and a key in a name is masked.
//! `finder` says how it is fast, `folders` what is opened, `archive` what is limited.

mod archive;
mod file;
mod finder;
mod folders;
mod names;
mod needles;
mod source;

#[cfg(test)]
mod tests;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

use crate::model::{FoundAt, KeyForm};

pub use finder::Finder;
pub use source::Meter;

use folders::{FolderSearch, Queue};

/// How many places are kept. The others are counted.
pub const MOST_PLACES: usize = 500;

/// How many names of a [`Listed`] are kept.
const MOST_LISTED: usize = 50;

/// What a search has found.
#[derive(Debug, Default)]
pub struct Found {
    /// The places, at most [`MOST_PLACES`], by folder and file.
    pub places: Vec<FoundPlace>,
    /// How many others there are.
    pub more: u64,
    /// Files and folders that could not be read.
    pub unreadable: Listed,
    /// Zip files and documents of which a part could not be searched: encrypted, damaged, compressed in an unusual way,
    /// too many of them inside each other, or too large.
    pub incomplete: Listed,
    /// Files that are not on this computer: a service such as `OneDrive` would have to load them.
    pub only_online: Listed,
}

/// The first place of a key in a file, in one form.
#[derive(Clone)]
pub struct FoundPlace {
    /// The file or folder. Its name may be a key: not for the window.
    pub path: PathBuf,
    /// Its folder, for the window.
    pub folder: String,
    /// Its name, for the window.
    pub file: String,
    /// The number of the key.
    pub key: usize,
    /// How it is written there.
    pub form: KeyForm,
    /// Where it is.
    pub at: FoundAt,
    /// How often the same key is in the same file in the same form besides.
    pub more: u32,
}

/// Without the path, which may be a key.
impl fmt::Debug for FoundPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FoundPlace")
            .field("file", &self.file)
            .field("key", &self.key)
            .field("form", &self.form)
            .field("at", &self.at)
            .field("more", &self.more)
            .finish_non_exhaustive()
    }
}

/// Files, of which the first are named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// How many there are.
    pub count: u64,
    /// The paths of some.
    pub some: Vec<String>,
}

impl Listed {
    fn add(&mut self, path: String) {
        self.count += 1;
        if self.some.len() < MOST_LISTED {
            self.some.push(path);
        }
    }
}

impl Found {
    fn add(&mut self, place: FoundPlace) {
        if self.places.len() < MOST_PLACES {
            self.places.push(place);
        } else {
            self.more += 1;
        }
    }
}

/// Searches all files of these folders, also hidden ones, but not those in the `skipped` folders. Calls `on_folder` with
/// each folder's path, without keys. Blocks until all are searched or the search is cancelled.
#[must_use]
pub fn search(
    finder: &Finder,
    folders: &[PathBuf],
    skipped: &[PathBuf],
    meter: &Meter,
    on_folder: &(dyn Fn(String) + Sync),
) -> Found {
    let mut found = Found::default();
    let mut real = Vec::new();
    for folder in folders {
        match fs::canonicalize(folder) {
            Ok(folder) => real.push(folder),
            Err(_) => found.unreadable.add(names::of_path(finder, folder)),
        }
    }
    let search = FolderSearch {
        finder,
        meter,
        // One that can't be resolved does not exist.
        skipped: skipped.iter().filter_map(|folder| fs::canonicalize(folder).ok()).collect(),
        on_folder,
        queue: Mutex::new(Queue::default()),
        changed: Condvar::new(),
        found: Mutex::new(found),
    };
    search.run(outermost(real));
    let mut found = search.found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.places.sort_by(|one, other| one.path.cmp(&other.path).then(one.key.cmp(&other.key)));
    found
}

/// The folders that are in none of the others, each once.
fn outermost(mut folders: Vec<PathBuf>) -> Vec<PathBuf> {
    folders.sort();
    let mut outermost: Vec<PathBuf> = Vec::new();
    for folder in folders {
        let is_inside = |outer: &PathBuf| Path::starts_with(&folder, outer);
        if !outermost.iter().any(is_inside) {
            outermost.push(folder);
        }
    }
    outermost
}
