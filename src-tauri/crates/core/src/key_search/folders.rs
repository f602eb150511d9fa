//! Searches all files of folders with two threads. Links are not followed, and only real files are opened.

use std::ffi::OsString;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::file::{FileSearch, InFilePlace};
use super::finder::{Finder, Match};
use super::names;
use super::source::Meter;
use super::{Found, FoundPlace};
use crate::model::FoundAt;

/// As many as leave other programs room on any computer.
const THREADS: usize = 2;

/// So many files of a folder are searched by one thread at a time.
const BATCH: usize = 64;

/// If more is waiting than this, a thread searches what it has read first.
const MOST_WAITING: usize = 10_000;

/// Folders of Linux whose files are no files on a disk. Some of them never end.
const NOT_ON_DISK: [&str; 4] = ["/proc", "/sys", "/dev", "/run"];

/// The search of folders.
pub(super) struct FolderSearch<'a> {
    pub(super) finder: &'a Finder,
    pub(super) meter: &'a Meter,
    pub(super) skipped: Vec<PathBuf>,
    pub(super) on_folder: &'a (dyn Fn(String) + Sync),
    pub(super) queue: Mutex<Queue>,
    pub(super) changed: Condvar,
    pub(super) found: Mutex<Found>,
}

/// What is to be searched.
#[derive(Default)]
pub(super) struct Queue {
    waiting: Vec<Work>,
    /// How many threads may add more.
    busy: usize,
}

enum Work {
    Folder(PathBuf),
    Files(PathBuf, Vec<OsString>),
}

/// A thread that may add work, also if it panics.
struct Busy<'a> {
    queue: &'a Mutex<Queue>,
    changed: &'a Condvar,
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        lock(self.queue).busy -= 1;
        self.changed.notify_all();
    }
}

impl FolderSearch<'_> {
    /// Searches these folders, each with all that is in it. Blocks.
    pub(super) fn run(&self, folders: Vec<PathBuf>) {
        lock(&self.queue).waiting = folders.into_iter().map(Work::Folder).collect();
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| self.work());
            }
        });
    }

    fn work(&self) {
        let mut files = FileSearch::new(self.finder, self.meter);
        while let Some((work, _busy)) = self.next() {
            match work {
                Work::Folder(folder) => self.folder(&folder, &mut files),
                Work::Files(folder, batch) => self.files(&folder, batch, &mut files),
            }
        }
    }

    /// Waits for work. `None` if there will be none.
    fn next(&self) -> Option<(Work, Busy<'_>)> {
        let mut queue = lock(&self.queue);
        loop {
            if self.meter.is_cancelled() {
                return None;
            }
            if let Some(work) = queue.waiting.pop() {
                queue.busy += 1;
                return Some((work, Busy { queue: &self.queue, changed: &self.changed }));
            }
            if queue.busy == 0 {
                return None;
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn folder(&self, folder: &Path, files: &mut FileSearch<'_>) {
        if self.is_skipped(folder) {
            return;
        }
        (self.on_folder)(names::of_path(self.finder, folder));
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.note_unreadable(folder, &error),
        };
        let mut batch = Vec::new();
        for entry in entries {
            if self.meter.is_cancelled() {
                return;
            }
            match entry {
                Ok(entry) => self.entry(folder, &entry, &mut batch),
                Err(error) => return self.note_unreadable(folder, &error),
            }
            if batch.len() == BATCH {
                self.add(folder, std::mem::take(&mut batch), files);
            }
        }
        self.files(folder, batch, files);
    }

    fn entry(&self, folder: &Path, entry: &DirEntry, batch: &mut Vec<OsString>) {
        let name = entry.file_name();
        if self.finder.is_in(name.as_encoded_bytes()) {
            self.note_name(folder, &name);
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                lock(&self.queue).waiting.push(Work::Folder(folder.join(name)));
                self.changed.notify_one();
            }
            Ok(kind) if kind.is_file() => {
                if is_only_online(entry) {
                    let path = names::of_path(self.finder, &entry.path());
                    lock(&self.found).only_online.add(path);
                } else {
                    batch.push(name);
                }
            }
            // A link, a device, a socket or a pipe.
            Ok(_) => {}
            Err(error) => self.note_unreadable(&entry.path(), &error),
        }
    }

    /// Leaves files to any thread.
    fn add(&self, folder: &Path, batch: Vec<OsString>, files: &mut FileSearch<'_>) {
        let mut queue = lock(&self.queue);
        if queue.waiting.len() > MOST_WAITING {
            drop(queue);
            return self.files(folder, batch, files);
        }
        queue.waiting.push(Work::Files(folder.to_owned(), batch));
        self.changed.notify_one();
    }

    fn files(&self, folder: &Path, batch: Vec<OsString>, files: &mut FileSearch<'_>) {
        for name in batch {
            if self.meter.is_cancelled() {
                return;
            }
            let path = folder.join(name);
            match files.file(&path) {
                Ok(found) => {
                    if found.is_incomplete {
                        lock(&self.found).incomplete.add(names::of_path(self.finder, &path));
                    }
                    found.places.into_iter().for_each(|place| self.note(&path, place));
                }
                Err(error) => self.note_unreadable(&path, &error),
            }
        }
    }

    fn is_skipped(&self, folder: &Path) -> bool {
        let is_virtual =
            cfg!(target_os = "linux") && NOT_ON_DISK.iter().any(|it| Path::new(it) == folder);
        is_virtual || self.skipped.iter().any(|skipped| folder.starts_with(skipped))
    }

    fn note_name(&self, folder: &Path, name: &std::ffi::OsStr) {
        let mut keys = Vec::new();
        self.finder.find(name.as_encoded_bytes(), |Match { key, form, .. }| {
            if !keys.contains(&(key, form)) {
                keys.push((key, form));
            }
        });
        for (key, form) in keys {
            let place = InFilePlace { key, form, at: FoundAt::Name, more: 0 };
            self.note(&folder.join(name), place);
        }
    }

    fn note(&self, path: &Path, InFilePlace { key, form, at, more }: InFilePlace) {
        let shown = |path: Option<&Path>| {
            path.map(|path| names::of_path(self.finder, path)).unwrap_or_default()
        };
        let place = FoundPlace {
            path: path.to_owned(),
            folder: shown(path.parent()),
            file: shown(path.file_name().map(Path::new)),
            key,
            form,
            at,
            more,
        };
        lock(&self.found).add(place);
    }

    /// Notes what could not be read, unless it was deleted meanwhile or the search was cancelled.
    fn note_unreadable(&self, path: &Path, error: &io::Error) {
        if error.kind() != io::ErrorKind::NotFound && !self.meter.is_cancelled() {
            lock(&self.found).unreadable.add(names::of_path(self.finder, path));
        }
    }
}

/// Whether reading the file would load it from a service such as `OneDrive`.
/// <https://learn.microsoft.com/en-us/windows/win32/fileio/file-attribute-constants>
#[cfg(windows)]
fn is_only_online(entry: &DirEntry) -> bool {
    use std::os::windows::fs::MetadataExt;

    const OFFLINE: u32 = 0x1000;
    const RECALL_ON_OPEN: u32 = 0x4_0000;
    const RECALL_ON_DATA_ACCESS: u32 = 0x40_0000;
    let any = OFFLINE | RECALL_ON_OPEN | RECALL_ON_DATA_ACCESS;
    entry.metadata().is_ok_and(|found| found.file_attributes() & any != 0)
}

/// Whether reading the file would load it from iCloud: `SF_DATALESS` in `sys/stat.h`.
#[cfg(target_os = "macos")]
fn is_only_online(entry: &DirEntry) -> bool {
    use std::os::macos::fs::MetadataExt;

    const DATALESS: u32 = 0x4000_0000;
    entry.metadata().is_ok_and(|found| found.st_flags() & DATALESS != 0)
}

#[cfg(not(any(windows, target_os = "macos")))]
fn is_only_online(_: &DirEntry) -> bool {
    false
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
