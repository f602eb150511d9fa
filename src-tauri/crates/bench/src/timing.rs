//! Times of two ways to do the same thing. They alternate, so that other load on the machine affects
//! both.

use std::time::Duration;

/// The times of core and of plain reqwest.
#[derive(Debug, Default)]
pub(crate) struct Pair {
    ours: Vec<Duration>,
    plain: Vec<Duration>,
}

impl Pair {
    /// Adds one time of each.
    pub(crate) fn add(&mut self, (ours, plain): (Duration, Duration)) {
        self.ours.push(ours);
        self.plain.push(plain);
    }

    /// The median of core's times, divided by the median of the plain ones.
    pub(crate) fn ratio(&self) -> f64 {
        median_ms(&self.ours) / median_ms(&self.plain)
    }

    /// The median of core's times, in milliseconds.
    pub(crate) fn ours_ms(&self) -> f64 {
        median_ms(&self.ours)
    }
}

/// The median; 0 if there are no values.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The median in milliseconds; 0 if there are no times.
pub(crate) fn median_ms(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
}
