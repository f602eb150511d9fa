//! How long the server waits for a client.

use std::time::Duration;

/// How long the server waits for the parts of a request.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// For the head of a request. An idle connection is closed after this time too.
    pub head: Duration,
    /// For the body of a request.
    pub body: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { head: Duration::from_secs(30), body: Duration::from_secs(10) }
    }
}
