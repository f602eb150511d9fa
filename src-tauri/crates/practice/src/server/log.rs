//! The request log, without anything that could be a key or a phone number.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::Request;
use chrono::{DateTime, SecondsFormat, Utc};

use crate::clock::Clock;

/// A function that is called at the end of each request. It runs in the connection's task, so it must
/// not block.
#[derive(Clone)]
pub struct Log(Arc<dyn Fn(&Answered) + Send + Sync>);

/// How one request ended. `Display` writes one line.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Practice's time at the end of the request.
    pub at: DateTime<Utc>,
    /// The method. A text that could be a key is replaced by `…`.
    pub method: String,
    /// The path without the query, which can contain a key. Parts that could be a key or a phone
    /// number are replaced by `…`.
    pub path: String,
    /// The names of parameters that the call doesn't know. One that could be a key or a phone number is
    /// replaced by `…`.
    pub ignored: Vec<String>,
    /// The result.
    pub end: End,
    /// From the complete head to the end.
    pub took: Duration,
}

/// The result of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// An answer with this status.
    Answered(u16),
    /// The connection was closed without an answer, because the phone number simulates that.
    Dropped,
    /// The client closed the connection, or the server ended, before the answer was ready.
    GaveUp,
}

/// A running request. It is logged when this is dropped, also if the request is cancelled.
pub(super) struct RunningRequest {
    log: Log,
    clock: Clock,
    started: Instant,
    method: String,
    path: String,
    pub(super) ignored: Vec<String>,
    end: End,
}

impl Log {
    /// A log that calls `tell` for each request.
    pub fn new(tell: impl Fn(&Answered) + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// Starts to log a request.
    pub(super) fn begin<B>(&self, request: &Request<B>, clock: Clock) -> RunningRequest {
        RunningRequest {
            log: self.clone(),
            clock,
            started: Instant::now(),
            method: redacted(request.method().as_str()),
            path: redacted(request.uri().path()),
            ignored: Vec::new(),
            end: End::GaveUp,
        }
    }
}

impl RunningRequest {
    /// Logs the request with this result.
    pub(super) fn end(mut self, end: End) {
        self.end = end;
    }
}

impl Drop for RunningRequest {
    fn drop(&mut self) {
        let (method, path) = (std::mem::take(&mut self.method), std::mem::take(&mut self.path));
        let ignored = std::mem::take(&mut self.ignored);
        let (at, took) = (self.clock.now(), self.started.elapsed());
        (self.log.0)(&Answered { at, method, path, ignored, end: self.end, took });
    }
}

/// A path or method that can be logged. A part with a digit in it, or a long part, could be a key or
/// a phone number in the wrong place. The versions of the APIs are neither.
fn redacted(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        let is_word =
            matches!(part, "v.1.0" | "v2.0") || !part.bytes().any(|byte| byte.is_ascii_digit());
        if is_word && part.len() <= MAX_WORD { part } else { "…" }
    });
    parts.collect::<Vec<_>>().join("/")
}

const MAX_WORD: usize = 30;

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, method, path, ignored, end, took } = self;
        let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let milliseconds = took.as_secs_f64() * 1_000.0;
        write!(f, "{at} {method} {path} {end} {milliseconds:.1} ms")?;
        match ignored.as_slice() {
            [] => Ok(()),
            // Debug escapes control characters: a name can hold a line break.
            names => write!(f, " ignored: {}", names.join(", ").escape_debug()),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered(status) => write!(f, "{status}"),
            Self::Dropped => f.write_str("dropped"),
            Self::GaveUp => f.write_str("gave up"),
        }
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn a_logged_path_holds_no_key_and_no_phone_number() {
        for (path, shown) in [
            ("/v.1.0/clients/authorization", "/v.1.0/clients/authorization"),
            ("/production/v.1.0/divisions", "/production/v.1.0/divisions"),
            ("/ukraine/v2.0/json", "/ukraine/v2.0/json"),
            ("/ukraine/v.1.0/clients/authorization", "/ukraine/v.1.0/clients/authorization"),
            ("/practice/clients/498213437654", "/practice/clients/…"),
            ("/v.1.0/clients/0123456789abcdef0123456789abcdef", "/v.1.0/clients/…"),
            ("/abcdefabcdefabcdefabcdefabcdefabcdef", "/…"),
            ("/", "/"),
        ] {
            assert_eq!(redacted(path), shown);
        }
    }
}
