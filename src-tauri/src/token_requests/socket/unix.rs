//! A Unix socket.
//!
//! The path of a socket has a limit of about a hundred bytes, and the data folder may have a longer one. On Linux the
//! folder is opened then, and the socket reached through `/proc/self/fd`; elsewhere it lies in the person's folder
//! for temporary files.

use std::fs::File;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::process::geteuid;
use tokio::net::{UnixListener, UnixStream};

use keydesk_core::store::private_folder;

use super::Peer;

/// The connection with one program.
pub(crate) type Stream = UnixStream;

/// The shortest limit of all systems is 104 bytes with the zero at the end.
const LONGEST_PATH: usize = 100;

/// The rights of group and others.
const OF_OTHERS: u32 = 0o077;

/// Waits for programs. Removes its file when dropped.
pub(crate) struct Listener {
    listener: UnixListener,
    file: PathBuf,
}

impl Listener {
    /// Listens for requests to the app with this data folder, which this process has locked. Must be called within
    /// the async runtime.
    ///
    /// Fails if the folder of the socket can't be made private.
    pub(crate) fn open(home: &Path) -> io::Result<Self> {
        let folder = folder(home);
        private_folder(&folder)?;
        check(&folder)?;
        let file = folder.join("token.sock");
        // Left behind by a process that was killed: this one has the lock of the data folder.
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = with_short_path(&folder, |path| UnixListener::bind(path))?;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600))?;
        Ok(Self { listener, file })
    }

    /// The next program of the same person that connects. Connections of others are closed.
    pub(crate) async fn accept(&self) -> io::Result<(Stream, Peer)> {
        loop {
            let (stream, _) = self.listener.accept().await?;
            let peer = stream.peer_cred()?;
            if peer.uid() == geteuid().as_raw() {
                return Ok((stream, Peer(peer.pid().and_then(|pid| pid.try_into().ok()))));
            }
            tracing::warn!("another person's program has connected");
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.file) {
            tracing::debug!(kind = ?error.kind(), "the socket for tokens was not removed");
        }
    }
}

/// Connects to the app with this data folder. `None` if none is running.
///
/// Fails if the socket belongs to another person.
pub(crate) async fn connect(home: &Path) -> io::Result<Option<Stream>> {
    let folder = folder(home);
    if !folder.is_dir() {
        return Ok(None);
    }
    check(&folder)?;
    let connected = connect_in(&folder);
    let stream = match connected {
        Ok(stream) => stream,
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused
            ) =>
        {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let server = stream.peer_cred()?;
    if server.uid() == geteuid().as_raw() {
        Ok(Some(stream))
    } else {
        Err(io::ErrorKind::PermissionDenied.into())
    }
}

fn connect_in(folder: &Path) -> io::Result<Stream> {
    let stream = with_short_path(folder, |path| std::os::unix::net::UnixStream::connect(path))?;
    stream.set_nonblocking(true)?;
    UnixStream::from_std(stream)
}

/// Fails if others may open the folder of the socket, or if it is another person's.
fn check(folder: &Path) -> io::Result<()> {
    let metadata = folder.symlink_metadata()?;
    let is_private = metadata.is_dir()
        && metadata.uid() == geteuid().as_raw()
        && metadata.permissions().mode() & OF_OTHERS == 0;
    if is_private { Ok(()) } else { Err(io::ErrorKind::PermissionDenied.into()) }
}

fn folder(home: &Path) -> PathBuf {
    let own = home.join("run");
    if cfg!(target_os = "linux") || own.as_os_str().len() + "/token.sock".len() <= LONGEST_PATH {
        return own;
    }
    std::env::temp_dir().join(format!("keydesk-{}", super::super::folder_name(home)))
}

/// Calls `use_path` with a path of the socket in this folder that is short enough.
fn with_short_path<T>(
    folder: &Path,
    use_path: impl FnOnce(&Path) -> io::Result<T>,
) -> io::Result<T> {
    let path = folder.join("token.sock");
    if path.as_os_str().len() <= LONGEST_PATH {
        return use_path(&path);
    }
    let folder = File::open(folder)?;
    use_path(&through_descriptor(&folder))
}

#[cfg(target_os = "linux")]
fn through_descriptor(folder: &File) -> PathBuf {
    use std::os::fd::AsRawFd;
    PathBuf::from(format!("/proc/self/fd/{}/token.sock", folder.as_raw_fd()))
}

/// The folder for temporary files is short enough.
#[cfg(not(target_os = "linux"))]
fn through_descriptor(_: &File) -> PathBuf {
    PathBuf::from("token.sock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_program_reaches_the_app_in_a_folder_with_any_length() {
        for name in ["short".to_owned(), "long-".repeat(30)] {
            let home = tempfile::tempdir().unwrap();
            let home = home.path().join(name);
            assert!(connect(&home).await.unwrap().is_none());
            let listener = Listener::open(&home).unwrap();
            let socket = folder(&home).join("token.sock");
            assert_eq!(socket.metadata().unwrap().mode() & 0o777, 0o600);
            assert_eq!(folder(&home).metadata().unwrap().mode() & 0o777, 0o700);
            let connected = connect(&home).await.unwrap();
            let (_, peer) = listener.accept().await.unwrap();
            assert!(connected.is_some());
            assert_eq!(peer, Peer(Some(std::process::id())));

            // A process that was killed leaves the socket behind.
            std::mem::forget(listener);
            assert!(socket.exists());
            let next = Listener::open(&home).unwrap();
            assert!(connect(&home).await.unwrap().is_some());
            drop(next);
            assert!(!socket.exists());
            assert!(connect(&home).await.unwrap().is_none());
        }
    }

    #[tokio::test]
    async fn a_folder_that_others_can_open_is_not_trusted() {
        let home = tempfile::tempdir().unwrap();
        let listener = Listener::open(home.path()).unwrap();
        let open_to_others = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(home.path().join("run"), open_to_others).unwrap();
        let refused = connect(home.path()).await.unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
        drop(listener);
    }
}
