//! The request for a key that was opened with the app: a file that the system opens with it, or one that was dropped on
//! the window. It waits here until a page takes it.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Manager, Runtime, Url};

use keydesk_core::hand_over::LONGEST_KEY_REQUEST_TEXT;

use crate::events;

/// How the names of requests end.
const EXTENSION: &str = "keyrequest";

/// Has room for one request: a newer one takes its place, so that a folder of files opens one page and not hundreds.
#[derive(Default)]
pub(crate) struct KeyRequestInbox(Mutex<Option<Opened>>);

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// Its content.
    File(Vec<u8>),
    /// It can't be read.
    Unreadable,
}

impl KeyRequestInbox {
    /// Takes the request out.
    pub(crate) fn take(&self) -> Option<Opened> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, opened: Opened) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(opened);
    }
}

/// Reads the last of these files in the background, and tells the main window. Does nothing without a file.
pub(crate) fn receive<R: Runtime>(app: &AppHandle<R>, mut files: Vec<PathBuf>) {
    let Some(file) = files.pop() else { return };
    let app = app.clone();
    // A file on a network share can take long.
    tauri::async_runtime::spawn_blocking(move || {
        let opened = read(&file).map_or_else(
            |error| {
                tracing::warn!(kind = ?error.kind(), "a request for a key can't be read");
                Opened::Unreadable
            },
            Opened::File,
        );
        app.state::<KeyRequestInbox>().put(opened);
        events::key_request_opened(&app);
    });
}

/// The requests among the arguments of the program, which was started in this folder: their paths, or their addresses.
pub(crate) fn files_of(
    arguments: impl IntoIterator<Item = OsString>,
    folder: &Path,
) -> Vec<PathBuf> {
    let path_of = |argument: OsString| {
        let url = argument.to_str().filter(|text| text.starts_with("file:"));
        match url.and_then(|text| text.parse::<Url>().ok()) {
            Some(url) => url.to_file_path().ok(),
            None => Some(folder.join(argument)),
        }
    };
    arguments.into_iter().skip(1).filter_map(path_of).filter(|path| is_request(path)).collect()
}

fn is_request(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
}

/// Reads a file up to the length of a request: one byte more, by which a longer one is recognized. A device or a pipe
/// would block or have no end.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut content = Vec::new();
    let most = LONGEST_KEY_REQUEST_TEXT as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut content)?;
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_requests_among_the_arguments_are_found() {
        let folder = Path::new(if cfg!(windows) { r"C:\home" } else { "/home" });
        let address =
            if cfg!(windows) { "file:///C:/a%20b.keyrequest" } else { "file:///a%20b.keyrequest" };
        let arguments = [
            "keydesk",
            "--flag",
            "oleh.keyrequest",
            "list.csv",
            address,
            "OLEH.KeyRequest",
            "file://[x",
        ];
        let found = files_of(arguments.map(OsString::from), folder);
        let absolute = if cfg!(windows) { r"C:\a b.keyrequest" } else { "/a b.keyrequest" };
        let expected = [
            folder.join("oleh.keyrequest"),
            PathBuf::from(absolute),
            folder.join("OLEH.KeyRequest"),
        ];
        assert_eq!(found, expected);
        assert_eq!(files_of(["oleh.keyrequest".into()], folder), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_long_file_is_not_read_to_its_end_and_a_folder_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.keyrequest");
        std::fs::write(&file, vec![b' '; 1_000_000]).unwrap();
        assert_eq!(read(&file).unwrap().len(), LONGEST_KEY_REQUEST_TEXT + 1);
        assert!(read(folder.path()).is_err());
        assert!(read(&folder.path().join("missing.keyrequest")).is_err());
    }
}
