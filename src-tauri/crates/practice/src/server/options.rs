//! How to start a practice server, and why that can fail.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fmt, io};

use chrono::{DateTime, Utc};

use super::Log;
use crate::{Clock, Speed};

/// How to start. The default: a free port, nothing kept, the computer's clock, answers at once.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 for any free one.
    pub port: u16,
    /// The file that keeps clients and keys from one start to the next, made if it is missing (its
    /// folder isn't). Without one they live in memory.
    pub state: Option<PathBuf>,
    /// What a world begins with that nothing is kept of yet: a file, read once.
    pub seed: Option<PathBuf>,
    /// The computer's time. Practice's own, by which keys and tokens live, is reckoned from it.
    pub clock: Clock,
    /// The time that practice begins with; without one it goes on as it was kept.
    pub begin_at: Option<DateTime<Utc>>,
    /// How fast practice's time runs.
    pub speed: Speed,
    /// How long every answer of the API is held back, by the computer's time.
    pub latency: Duration,
    /// What is told of each request.
    pub log: Option<Log>,
    /// Whether `/practice/…` is there, by which a test moves clock and clients.
    pub control: bool,
    /// What a client may take.
    pub limits: Limits,
}

/// What a client may take before it is cut off.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Time for the head of a request; also how long an idle connection is kept.
    pub head: Duration,
    /// Time for the body of a request.
    pub body: Duration,
    /// Time for taking what is sent.
    pub taking: Duration,
    /// Connections at one time; more have to wait.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(30),
            body: Duration::from_secs(10),
            taking: Duration::from_secs(10),
            connections: 256,
        }
    }
}

/// Why a server didn't start. Each displays as one line.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// Another program listens on this port.
    PortInUse(u16),
    /// The system refuses to listen on this port.
    PortRefused(u16, io::Error),
    /// The state file can't be read, or not made.
    StateUnreachable(PathBuf, io::Error),
    /// Another program keeps its state in this file.
    StateInUse(PathBuf),
    /// The state file isn't one of ours, or not whole. It was left as it is.
    StateDamaged(PathBuf, String),
    /// The state file was written by a version that came after this one. It was left as it is.
    StateNewer(PathBuf),
    /// The seed can't be read.
    SeedUnreachable(PathBuf, io::Error),
    /// The seed can't be used, and why.
    SeedDamaged(PathBuf, String),
    /// The time to begin with is more than 20 years from the computer's.
    TimeTooFar,
    /// The Tokio runtime is shutting down.
    RuntimeStopped,
}

impl StartError {
    pub(super) fn listening(port: u16, error: io::Error) -> Self {
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
                write!(f, "can't keep the state in {}: {error}", on_one_line(path))
            }
            Self::StateInUse(path) => {
                write!(f, "the state in {} is in use by another program", on_one_line(path))
            }
            Self::StateDamaged(path, damage) => {
                let path = on_one_line(path);
                write!(f, "the state in {path} is damaged and was left as it is: {damage}")
            }
            Self::StateNewer(path) => {
                let path = on_one_line(path);
                write!(f, "the state in {path} was written by a newer version and left as it is")
            }
            Self::SeedUnreachable(path, error) => {
                write!(f, "can't read the seed in {}: {error}", on_one_line(path))
            }
            Self::SeedDamaged(path, damage) => {
                write!(f, "the seed in {} can't be used: {damage}", on_one_line(path))
            }
            Self::TimeTooFar => {
                f.write_str("the time to begin with is more than 20 years from this computer's")
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

/// A path as somebody reads it, but for what would break the line: its code stands there.
fn on_one_line(path: &Path) -> String {
    let path = path.to_string_lossy();
    let shown = |char: char| match char {
        '\u{2028}' | '\u{2029}' => char.escape_unicode().to_string(),
        char if char.is_control() => char.escape_default().to_string(),
        char => char.to_string(),
    };
    path.chars().map(shown).collect()
}
