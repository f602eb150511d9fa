//! The private local socket on which the app waits for `keydesk token`. Only the same person can connect: on Linux and
//! macOS a Unix socket (0600) in a private folder (0700), on Windows a named pipe of this person.

#[cfg(unix)]
#[path = "socket/unix.rs"]
mod system;
#[cfg(windows)]
#[path = "socket/windows.rs"]
mod system;

pub(crate) use system::{Listener, Stream, connect};

/// The process id of a program that has connected, if the system says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Peer(pub(super) Option<u32>);
