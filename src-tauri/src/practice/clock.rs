//! The clock of the practice service.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use keydesk_core::clock::Clock;
use keydesk_practice::Practice;

/// The wall clock of the practice server, which the person can move, and the computer's monotonic
/// clock.
pub(super) struct PracticeClock {
    wall: keydesk_practice::Clock,
    started: Instant,
}

impl PracticeClock {
    pub(super) fn of(practice: &Practice) -> Self {
        Self { wall: practice.clock(), started: Instant::now() }
    }
}

impl Clock for PracticeClock {
    fn now(&self) -> DateTime<Utc> {
        self.wall.now()
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}
