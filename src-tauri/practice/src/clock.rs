//! What time it is in practice: the computer's clock, or one that a test or a demo moves.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};

/// The one source of time for every rule, token and `Date` header. Copies share one clock.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// A clock that shows what `now` returns. It is asked once for each call that comes in.
    pub fn new(now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The computer's own clock.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the computer")]
    pub fn system() -> Self {
        Self::new(Utc::now)
    }

    /// The time it shows, UTC.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Clock").field(&self.now()).finish()
    }
}
