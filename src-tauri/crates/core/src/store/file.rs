//! Files that only their owner can open: the store's and others of the data folder.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

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
    drop(options.open(path)?);
    for suffix in OTHER_FILES.iter().chain(&[""]) {
        private_file(&with_suffix(path, suffix))?;
    }
    Ok(())
}

/// Takes the rights of other people away from an existing file: it may be a copy, or restored with other
/// rights. Skips a missing file and one of another owner, and does nothing on Windows. Blocks.
pub fn private_file(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    match std::fs::metadata(path) {
        Ok(metadata) => return keep_for_owner(path, &metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Removes the rights of group and others (`chmod go-rwx`).
#[cfg(unix)]
fn keep_for_owner(path: &Path, metadata: &std::fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut permissions = metadata.permissions();
    let private = permissions.mode() & !0o077;
    if permissions.mode() == private {
        return Ok(());
    }
    permissions.set_mode(private);
    match std::fs::set_permissions(path, permissions) {
        // It is another person's. Nothing is logged here: the log calls this too.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        other => other,
    }
}

/// Creates a folder and its parents so that only their owner can open them (0700). An existing folder loses
/// the rights of other people on Unix; on Windows it keeps its rights. Blocks.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        #[cfg(unix)]
        close_existing(folder)?;
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(windows)]
    close_to_others(folder)?;
    Ok(())
}

/// A folder of another owner stays as it is, and so does one that the system shares between people, such
/// as `/tmp`: the files in it are private by themselves.
#[cfg(unix)]
fn close_existing(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    const STICKY: u32 = 0o1000;
    let metadata = folder.metadata()?;
    if metadata.mode() & STICKY == 0 { keep_for_owner(folder, &metadata) } else { Ok(()) }
}

/// A new folder in the person's profile is private. Elsewhere it has the rights of the folder above it,
/// which other people may be able to read: those are replaced by rights for the person and the system.
#[cfg(windows)]
fn close_to_others(folder: &Path) -> io::Result<()> {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    const SYSTEM: &str = "*S-1-5-18:(OI)(CI)F";

    let variable = |name| std::env::var_os(name).unwrap_or_default();
    if is_in_profile(folder, &variable("USERPROFILE")) {
        return Ok(());
    }
    let mut person = variable("USERDOMAIN");
    person.push("\\");
    person.push(variable("USERNAME"));
    person.push(":(OI)(CI)F");
    // With its whole path, because a program of this name may lie beside the app.
    let icacls = Path::new(&variable("SystemRoot")).join(r"System32\icacls.exe");
    let ended = std::process::Command::new(icacls)
        .arg(folder)
        .args(["/inheritance:r", "/grant:r"])
        .arg(person)
        .args(["/grant:r", SYSTEM])
        .creation_flags(CREATE_NO_WINDOW)
        .output();
    remove_unless_closed(folder, ended.map(|output| output.status.success()))
}

#[cfg(windows)]
fn is_in_profile(folder: &Path, profile: &std::ffi::OsStr) -> bool {
    !profile.is_empty() && folder.starts_with(profile)
}

/// Removes a new folder that is not closed to others: the next call would take it for a private one.
#[cfg(windows)]
fn remove_unless_closed(folder: &Path, closed: io::Result<bool>) -> io::Result<()> {
    match closed {
        Ok(true) => Ok(()),
        not_closed => {
            std::fs::remove_dir(folder)?;
            Err(not_closed.err().unwrap_or_else(|| io::Error::other("icacls failed")))
        }
    }
}

/// Replaces the content of a file, or leaves the file as it was. When it returns, the new content is on
/// the disk. Creates the folder if it is missing. Blocks.
pub fn replace_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    private_folder(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    persist(file.into_temp_path(), path)?;
    // The new name is durable once the folder is.
    sync_folder(folder)
}

/// Gives a closed temporary file its name, in place of a file that has this name.
pub(super) fn persist(mut file: TempPath, path: &Path) -> io::Result<()> {
    let mut retries = RETRIES;
    loop {
        match file.persist(path) {
            Err(failed) if may_retry(&failed.error, &mut retries) => file = failed.path,
            other => return other.map_err(|failed| failed.error),
        }
    }
}

/// Renames a file that is not open.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut retries = RETRIES;
    loop {
        match std::fs::rename(from, to) {
            Err(error) if may_retry(&error, &mut retries) => {}
            other => return other,
        }
    }
}

/// On Windows another program may hold a file, such as a virus scanner for a moment: a second in all.
const RETRIES: u32 = if cfg!(windows) { 20 } else { 0 };

/// Waits a moment and returns `true` if another program holds the file with the old name or the new one.
#[expect(clippy::disallowed_methods, reason = "no event tells when the file is free")]
fn may_retry(error: &io::Error, retries: &mut u32) -> bool {
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let is_held = error.kind() == io::ErrorKind::PermissionDenied
        || (cfg!(windows) && error.raw_os_error() == Some(ERROR_SHARING_VIOLATION));
    let may_retry = is_held && *retries > 0;
    if may_retry {
        *retries -= 1;
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    may_retry
}

/// Makes the names in a folder durable. Does nothing on Windows, which has no call for it.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) { Ok(()) } else { std::fs::File::open(folder)?.sync_all() }
}

/// Deletes a store that is not open, with the other files of `SQLite`. Skips missing files. Blocks.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    // The main file last: as long as it exists, something is left to delete.
    for suffix in OTHER_FILES.iter().chain(&[""]) {
        match std::fs::remove_file(with_suffix(path, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// What the names of `SQLite`'s other files end with.
pub(super) const OTHER_FILES: [&str; 2] = ["-wal", "-shm"];

/// The path with this text after the name of the file.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut file = OsString::from(path);
    file.push(suffix);
    file.into()
}

#[cfg(test)]
mod tests;
