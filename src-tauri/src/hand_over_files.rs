//! The files of a hand-over, which may have the key in them. Only their owner can read them (0600).

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use keydesk_core::hand_over::RenderedFile;
use keydesk_core::model::FileProblem;
use keydesk_core::store::private_folder;

use crate::email;

/// What came of saving a file for a hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(crate) enum HandOverSaved {
    /// It was saved.
    Saved {
        /// The full path of the folder.
        folder: String,
        /// The name of the file, or of the folder with its parts.
        file: String,
    },
    /// The file would have the key, and a service synchronizes the folder. Nothing was saved.
    SynchronizedFolder {
        /// The name of the service, such as `OneDrive`.
        service: String,
    },
    /// The file can't be made.
    NotMade {
        /// Why.
        problem: FileProblem,
    },
}

/// Writes one part to a new file in the folder, and several to a new folder in it. A number comes after a name that is
/// taken. If a part can't be written, none stays. Blocks.
pub(crate) fn save(folder: &Path, name: &str, parts: &[RenderedFile]) -> io::Result<PathBuf> {
    match parts {
        [part] => {
            let (_, extension) = part.path.split_once('.').unwrap_or(("", "txt"));
            email::save(folder, name, extension, part.expose().as_bytes())
        }
        _ => save_in_new_folder(folder, name, parts),
    }
}

fn save_in_new_folder(folder: &Path, name: &str, parts: &[RenderedFile]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let name = email::file_name(name);
    for attempt in 1.. {
        let number = if attempt == 1 { String::new() } else { format!(" ({attempt})") };
        let path = folder.join(format!("{name}{number}"));
        match create_private(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error),
        }
        let written = parts.iter().try_for_each(|part| write_part(&path, part));
        if let Err(error) = written {
            if let Err(left) = fs::remove_dir_all(&path) {
                tracing::error!(kind = ?left.kind(), "an unfinished folder of a hand-over stays");
            }
            return Err(error);
        }
        return Ok(path);
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Creates a folder that only its owner can open. Fails if there is one.
fn create_private(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    private_folder(path)
}

fn write_part(folder: &Path, part: &RenderedFile) -> io::Result<()> {
    let path = folder.join(&part.path);
    let parent = path.parent().unwrap_or(folder);
    private_folder(parent)?;
    // Such a file can be read by its owner only.
    let mut file = tempfile::NamedTempFile::new_in(parent)?;
    file.write_all(part.expose().as_bytes())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(&path).map(drop).map_err(|error| error.error)
}

/// The service that copies this folder to other computers; `None` if none is known to. `read` reads environment
/// variables.
///
/// Known by the usual names of their folders, and for `OneDrive` by its variables. A folder with another name, and
/// folders that iCloud keeps under `Documents` and `Desktop`, are not recognized.
pub(crate) fn synchronized_by(
    folder: &Path,
    read: impl Fn(&str) -> Option<OsString>,
) -> Option<&'static str> {
    // The downloads folder may be a link into another one. It may also not exist yet.
    let resolved = folder.ancestors().find_map(|existing| fs::canonicalize(existing).ok());
    let both = [Some(folder.to_owned()), resolved];
    both.iter().flatten().find_map(|folder| service_of(folder, &read))
}

fn service_of(folder: &Path, read: impl Fn(&str) -> Option<OsString>) -> Option<&'static str> {
    const VARIABLES: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
    let is_one_drive = |name| {
        let root = read(name).filter(|root| !root.is_empty()).map(PathBuf::from);
        root.is_some_and(|root| folder.starts_with(root))
    };
    if VARIABLES.into_iter().any(is_one_drive) {
        return Some("OneDrive");
    }
    folder.components().find_map(|part| service_named(&part.as_os_str().to_string_lossy()))
}

/// The service whose folders have this name.
fn service_named(name: &str) -> Option<&'static str> {
    /// How the name begins, or, with `$` at its end, the whole name. In lower case.
    const NAMES: [(&str, &str); 14] = [
        ("onedrive", "OneDrive"),
        ("dropbox$", "Dropbox"),
        ("dropbox (", "Dropbox"),
        ("dropbox-", "Dropbox"),
        ("mobile documents$", "iCloud"),
        ("icloud", "iCloud"),
        ("google drive", "Google Drive"),
        ("googledrive", "Google Drive"),
        ("nextcloud", "Nextcloud"),
        ("owncloud", "ownCloud"),
        ("pcloud", "pCloud"),
        ("mega$", "MEGA"),
        ("megasync", "MEGA"),
        ("mega downloads$", "MEGA"),
    ];
    let name = name.to_lowercase();
    let is_named = |pattern: &str| match pattern.strip_suffix('$') {
        Some(whole) => name == whole,
        None => name.starts_with(pattern),
    };
    NAMES.into_iter().find(|(pattern, _)| is_named(pattern)).map(|(_, service)| service)
}

#[cfg(test)]
mod tests;
