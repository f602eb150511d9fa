//! Creates the store's folder and file so that only their owner can open them, and deletes them.

use std::ffi::OsString;
use std::io;
use std::path::Path;

/// Creates the folder and an empty file if they are missing. `SQLite` gives its other files (`-wal`, `-shm`)
/// the permissions of the main file.
pub(super) fn prepare(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Creates a folder and its parents so that only their owner can open them (0700). Blocks.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Deletes a store that is not open, with the other files of `SQLite`. Skips missing files. Blocks.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    // The main file last: as long as it exists, something is left to delete.
    for suffix in ["-wal", "-shm", ""] {
        let mut file = OsString::from(path);
        file.push(suffix);
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
