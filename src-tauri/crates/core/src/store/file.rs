//! The store's folder and file, made so that only their owner can open them, and removed again.

use std::ffi::OsString;
use std::io;
use std::path::Path;

/// Makes the folder and an empty file where they are missing. `SQLite` gives its side files
/// (`-wal`, `-shm`) the rights of the main file.
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

/// Makes a folder, and those above it, that only their owner can open (0700). Blocks.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Removes a store that nobody has open, with `SQLite`'s files beside it. What isn't there is no
/// failure. Blocks.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    // The store itself last: while it is there, it is known that something is left.
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
