//! Files that only their owner can open: the store's and others of the data folder.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

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
    persist(file, path)?;
    // The new name is durable once the folder is.
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// Gives the file its name. On Windows another program may hold the file that has this name, such as a
/// virus scanner for a moment: tries again for a second.
#[expect(clippy::disallowed_methods, reason = "no event tells when the file is free")]
fn persist(mut file: NamedTempFile, path: &Path) -> io::Result<()> {
    let mut retries = if cfg!(windows) { 20 } else { 0 };
    loop {
        match file.persist(path) {
            Err(failed) if retries > 0 && is_held(&failed.error) => {
                retries -= 1;
                file = failed.file;
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            other => return other.map(drop).map_err(|failed| failed.error),
        }
    }
}

/// Whether another program holds the file with the old name or the new one.
fn is_held(error: &io::Error) -> bool {
    const ERROR_SHARING_VIOLATION: i32 = 32;
    error.kind() == io::ErrorKind::PermissionDenied
        || (cfg!(windows) && error.raw_os_error() == Some(ERROR_SHARING_VIOLATION))
}

/// Deletes a store that is not open, with the other files of `SQLite`. Skips missing files. Blocks.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
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
const OTHER_FILES: [&str; 2] = ["-wal", "-shm"];

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut file = OsString::from(path);
    file.push(suffix);
    file.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.json");
        replace_file(&path, b"one, which is longer").unwrap();
        replace_file(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(path.parent().unwrap().read_dir().unwrap().count(), 1);
    }

    #[cfg(windows)]
    #[test]
    fn a_new_folder_that_cannot_be_closed_to_others_is_removed() {
        for closed in [Ok(false), Err(io::Error::from(io::ErrorKind::NotFound))] {
            let parent = tempfile::tempdir().unwrap();
            let folder = parent.path().join("data");
            std::fs::create_dir(&folder).unwrap();
            assert!(remove_unless_closed(&folder, closed).is_err());
            assert!(!folder.exists());
        }
    }

    #[cfg(windows)]
    #[test]
    fn without_a_known_profile_no_folder_counts_as_private() {
        let folder = Path::new(r"C:\Users\person\data");
        assert!(is_in_profile(folder, r"C:\Users\person".as_ref()));
        assert!(!is_in_profile(folder, r"C:\Users\per".as_ref()));
        assert!(!is_in_profile(folder, "".as_ref()));
    }

    #[cfg(windows)]
    #[expect(clippy::disallowed_methods, reason = "the file is held for a while")]
    #[test]
    fn a_file_that_another_program_holds_for_a_moment_is_replaced() {
        use std::os::windows::fs::OpenOptionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        replace_file(&path, b"one").unwrap();
        // Shared with nobody.
        let held = std::fs::OpenOptions::new().read(true).share_mode(0).open(&path).unwrap();
        let holder = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(200));
            drop(held);
        });
        replace_file(&path, b"two").unwrap();
        holder.join().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
    }

    #[cfg(unix)]
    fn set_mode(path: &Path, mode: u32) {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    #[cfg(unix)]
    fn mode(path: &Path) -> u32 {
        use std::os::unix::fs::PermissionsExt;
        path.metadata().unwrap().permissions().mode() & 0o7777
    }

    #[cfg(unix)]
    #[test]
    fn a_store_that_others_could_read_is_closed_to_them_with_its_folder() {
        for (of_folder, of_file) in
            [(0o755, 0o644), (0o777, 0o666), (0o750, 0o640), (0o711, 0o604), (0o700, 0o600)]
        {
            let home = tempfile::tempdir().unwrap();
            let folder = home.path().join("data");
            std::fs::create_dir(&folder).unwrap();
            let files = ["", "-wal", "-shm"]
                .map(|suffix| with_suffix(&folder.join("store.sqlite"), suffix));
            for file in &files {
                std::fs::write(file, "").unwrap();
                set_mode(file, of_file);
            }
            set_mode(&folder, of_folder);
            prepare(&files[0]).unwrap();
            assert_eq!(mode(&folder), 0o700, "{of_folder:o}");
            for file in &files {
                assert_eq!(mode(file), 0o600, "{} {of_file:o}", file.display());
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_the_system_shares_keeps_its_rights() {
        let folder = tempfile::tempdir().unwrap();
        set_mode(folder.path(), 0o1777);
        private_folder(folder.path()).unwrap();
        assert_eq!(mode(folder.path()), 0o1777);
    }
}
