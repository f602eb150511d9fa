//! How to start a practice server.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::log::Log;
use crate::clock::{Clock, Speed};
use crate::state::Timeouts;

/// How to start a server. The default: any free port, state in memory, the computer's clock, and no
/// latency.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// The state file. It is created if it is missing; its folder is not. `None` keeps the state in
    /// memory.
    pub state: Option<PathBuf>,
    /// A file with the initial state. It is read once and applied if no state was saved yet.
    pub seed: Option<PathBuf>,
    /// The computer's clock. Practice's time is an offset from it.
    pub clock: Clock,
    /// The practice time to start with. `None` continues with the saved offset.
    pub begin_at: Option<DateTime<Utc>>,
    /// How fast practice's time runs.
    pub speed: Speed,
    /// How long every answer of the API is delayed, in the computer's time.
    pub latency: Duration,
    /// Called at the end of each request.
    pub log: Option<Log>,
    /// Whether to serve `/practice/…`, with which a test changes the clock and the clients.
    pub control: bool,
    /// How long to wait for the parts of a request.
    pub timeouts: Timeouts,
}
