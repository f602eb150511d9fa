//! What is told of each request, without anything that could be a key or a phone number.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::Request;
use chrono::{DateTime, SecondsFormat, Utc};

use crate::Clock;

/// Hears how each request ended, on the connection's own time: it has to be quick.
#[derive(Clone)]
pub struct Log(Arc<dyn Fn(&Answered) + Send + Sync>);

/// How one request ended. Displays as one line.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Practice's time at its end.
    pub at: DateTime<Utc>,
    /// The request's method, or a stand-in for what is none.
    pub method: String,
    /// The path, without the query, in which keys travel.
    pub path: String,
    /// What came of it.
    pub end: End,
    /// From the whole head to the end.
    pub took: Duration,
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// An answer with this status.
    Answered(u16),
    /// The connection was dropped instead, as its number plays.
    Dropped,
    /// Nobody waited for the answer any more: the client went, or the server ended.
    GaveUp,
}

/// A request under way. When it is gone, its end is told of: whoever breaks it off drops it.
pub(super) struct UnderWay {
    log: Log,
    clock: Clock,
    begun: Instant,
    method: String,
    path: String,
    end: End,
}

impl Log {
    /// A log that is told by a call.
    pub fn new(tell: impl Fn(&Answered) + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// Notes a request that has just come.
    pub(super) fn note<B>(&self, request: &Request<B>, clock: Clock) -> UnderWay {
        UnderWay {
            log: self.clone(),
            clock,
            begun: Instant::now(),
            method: showable(request.method().as_str()),
            path: showable(request.uri().path()),
            end: End::GaveUp,
        }
    }
}

impl UnderWay {
    /// It came to this end.
    pub(super) fn ended(mut self, end: End) {
        self.end = end;
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let (method, path) = (std::mem::take(&mut self.method), std::mem::take(&mut self.path));
        let (at, took) = (self.clock.now(), self.begun.elapsed());
        (self.log.0)(&Answered { at, method, path, end: self.end, took });
    }
}

/// A path or method that can be shown: a part with a digit in it could be a key or a phone number that
/// somebody put into the wrong place, unless it is the version of the API.
fn showable(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        let is_word = part == "v.1.0" || !part.bytes().any(|byte| byte.is_ascii_digit());
        if is_word && part.len() <= LONGEST_WORD { part } else { "…" }
    });
    parts.collect::<Vec<_>>().join("/")
}

const LONGEST_WORD: usize = 30;

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, method, path, end, took } = self;
        let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let milliseconds = took.as_secs_f64() * 1_000.0;
        write!(f, "{at} {method} {path} {end} {milliseconds:.1} ms")
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
    use super::showable;

    #[test]
    fn a_path_is_shown_without_what_could_be_a_key_or_a_phone() {
        for (path, shown) in [
            ("/v.1.0/clients/authorization", "/v.1.0/clients/authorization"),
            ("/production/v.1.0/divisions", "/production/v.1.0/divisions"),
            ("/practice/clients/498213437654", "/practice/clients/…"),
            ("/v.1.0/clients/0123456789abcdef0123456789abcdef", "/v.1.0/clients/…"),
            ("/abcdefabcdefabcdefabcdefabcdefabcdef", "/…"),
            ("/", "/"),
        ] {
            assert_eq!(showable(path), shown);
        }
    }
}
