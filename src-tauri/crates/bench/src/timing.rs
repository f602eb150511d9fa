//! Times of the same thing done twice over, in turns, so that whatever else the machine does
//! falls on both.

use std::time::Duration;

/// Two ways of doing one thing.
#[derive(Debug, Default)]
pub(crate) struct Pair {
    ours: Vec<Duration>,
    bare: Vec<Duration>,
}

impl Pair {
    /// One turn of each.
    pub(crate) fn add(&mut self, (ours, bare): (Duration, Duration)) {
        self.ours.push(ours);
        self.bare.push(bare);
    }

    /// Median of ours to median of the bare ones.
    pub(crate) fn ratio(&self) -> f64 {
        median_ms(&self.ours) / median_ms(&self.bare)
    }

    /// Median of ours, in milliseconds.
    pub(crate) fn ours_ms(&self) -> f64 {
        median_ms(&self.ours)
    }
}

/// The median; 0 of nothing.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The median, in milliseconds; 0 of nothing.
pub(crate) fn median_ms(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
}
