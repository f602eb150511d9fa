//! Why a practice server can fail to start.

use std::path::{Path, PathBuf};
use std::{fmt, io};

/// Why a server didn't start. `Display` writes one line.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// Another program listens on this port.
    PortInUse(u16),
    /// The system refuses to listen on this port.
    PortRefused(u16, io::Error),
    /// The state file can't be read or created.
    StateUnreachable(PathBuf, io::Error),
    /// Another program uses this state file.
    StateInUse(PathBuf),
    /// The state file is incomplete or not a state file. It was left as it is.
    StateDamaged(PathBuf, String),
    /// A newer version wrote the state file. It was left as it is.
    StateNewer(PathBuf),
    /// The seed can't be read.
    SeedUnreachable(PathBuf, io::Error),
    /// The seed can't be used; the text says why.
    SeedDamaged(PathBuf, String),
    /// The start time is more than 20 years from the computer's.
    TimeTooFar,
    /// The Tokio runtime is shutting down.
    RuntimeStopped,
}

impl StartError {
    pub(crate) fn listening(port: u16, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AddrInUse => Self::PortInUse(port),
            _ => Self::PortRefused(port, error),
        }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortInUse(port) => write!(f, "port {port} is in use"),
            Self::PortRefused(port, error) => write!(f, "can't listen on port {port}: {error}"),
            Self::StateUnreachable(path, error) => {
                write!(f, "can't use the state file {}: {error}", on_one_line(path))
            }
            Self::StateInUse(path) => {
                write!(f, "the state file {} is in use by another program", on_one_line(path))
            }
            Self::StateDamaged(path, damage) => {
                let path = on_one_line(path);
                write!(f, "the state file {path} is damaged and was left as it is: {damage}")
            }
            Self::StateNewer(path) => {
                let path = on_one_line(path);
                write!(f, "the state file {path} was written by a newer version and left as it is")
            }
            Self::SeedUnreachable(path, error) => {
                write!(f, "can't read the seed file {}: {error}", on_one_line(path))
            }
            Self::SeedDamaged(path, damage) => {
                write!(f, "the seed file {} can't be used: {damage}", on_one_line(path))
            }
            Self::TimeTooFar => {
                f.write_str("the start time is more than 20 years from this computer's time")
            }
            Self::RuntimeStopped => f.write_str("the program is already stopping"),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::PortRefused(_, error)
            | Self::StateUnreachable(_, error)
            | Self::SeedUnreachable(_, error) => Some(error),
            Self::PortInUse(_)
            | Self::StateInUse(_)
            | Self::StateDamaged(..)
            | Self::StateNewer(_)
            | Self::SeedDamaged(..)
            | Self::TimeTooFar
            | Self::RuntimeStopped => None,
        }
    }
}

/// A path for a message of one line: control characters and line separators are escaped.
fn on_one_line(path: &Path) -> String {
    let path = path.to_string_lossy();
    let shown = |char: char| match char {
        '\u{2028}' | '\u{2029}' => char.escape_unicode().to_string(),
        char if char.is_control() => char.escape_default().to_string(),
        char => char.to_string(),
    };
    path.chars().map(shown).collect()
}
