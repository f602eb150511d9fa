//! A named pipe. Its security descriptor lets in only the person who has made it. No second process can make a pipe of
//! this name while the app runs.

use std::io;
use std::path::Path;

use interprocess::local_socket::tokio::prelude::{LocalSocketListener, LocalSocketStream};
use interprocess::local_socket::traits::StreamCommon as _;
use interprocess::local_socket::traits::tokio::{Listener as _, Stream as _};
use interprocess::local_socket::{GenericNamespaced, ListenerOptions, Name, ToNsName};
use interprocess::os::windows::local_socket::ListenerOptionsExt;
use interprocess::os::windows::security_descriptor::SecurityDescriptor;
use widestring::u16cstr;

use super::Peer;

/// The connection with one program.
pub(crate) type Stream = LocalSocketStream;

/// Waits for programs.
pub(crate) struct Listener(LocalSocketListener);

impl Listener {
    /// Listens for requests to the app with this data folder. Must be called within the async runtime.
    ///
    /// Fails if another process has made a pipe of this name.
    pub(crate) fn open(home: &Path) -> io::Result<Self> {
        // The owner of the pipe may do everything, others nothing.
        let owner_only = SecurityDescriptor::deserialize(u16cstr!("D:P(A;;GA;;;OW)"))?;
        let options = ListenerOptions::new().name(name(home)?).security_descriptor(owner_only);
        options.create_tokio().map(Self)
    }

    /// The next program that connects.
    pub(crate) async fn accept(&self) -> io::Result<(Stream, Peer)> {
        let stream = self.0.accept().await?;
        let pid = stream.peer_creds()?.pid();
        Ok((stream, Peer(pid)))
    }
}

/// Connects to the app with this data folder. `None` if none is running.
pub(crate) async fn connect(home: &Path) -> io::Result<Option<Stream>> {
    match LocalSocketStream::connect(name(home)?).await {
        Ok(stream) => Ok(Some(stream)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn name(home: &Path) -> io::Result<Name<'static>> {
    format!("keydesk-{}", super::super::folder_name(home)).to_ns_name::<GenericNamespaced>()
}
