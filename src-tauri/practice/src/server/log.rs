//! What is told of each answer, without anything that could be a key or a phone number.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};

/// Hears of each answer, on the connection's own time: it has to be quick.
#[derive(Clone)]
pub struct Log(Arc<dyn Fn(&Answered) + Send + Sync>);

/// One answer. Displays as one line.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Practice's time at the answer.
    pub at: DateTime<Utc>,
    /// The request's method, or a stand-in for what is none.
    pub method: String,
    /// The path, without the query, in which keys travel.
    pub path: String,
    /// The status; none if the connection was dropped instead.
    pub status: Option<u16>,
    /// From the whole head to the answer.
    pub took: Duration,
}

impl Log {
    /// A log that is told by a call.
    pub fn new(tell: impl Fn(&Answered) + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    pub(super) fn tell(&self, answered: &Answered) {
        (self.0)(answered);
    }
}

/// A path or method that can be shown: a part with a digit in it could be a key or a phone number that
/// somebody put into the wrong place, unless it is the version of the API.
pub(super) fn showable(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        let is_word = part == "v.1.0" || !part.bytes().any(|byte| byte.is_ascii_digit());
        if is_word && part.len() <= LONGEST_WORD { part } else { "…" }
    });
    parts.collect::<Vec<_>>().join("/")
}

const LONGEST_WORD: usize = 30;

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, method, path, status, took } = self;
        let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let status = status.map_or_else(|| "dropped".to_owned(), |status| status.to_string());
        let milliseconds = took.as_secs_f64() * 1_000.0;
        write!(f, "{at} {method} {path} {status} {milliseconds:.1} ms")
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
